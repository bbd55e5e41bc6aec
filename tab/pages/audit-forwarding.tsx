/** The switch that forwards the audit log to WorkOS, and whether everything has arrived. */
import { MessageBar, MessageBarBody, Switch, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { getAuditForwarding, putAuditForwarding } from '../../api/contract/audit.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded, useLookAgain } from '../load.tsx'
import { usePress } from '../press.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  // The switch carries a margin of its own.
  switch: { marginLeft: '-8px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Forwarding = z.output<typeof getAuditForwarding.answer>

/** While something waits, the page looks again by itself. */
const LOOK_AGAIN_MS = 3000

export function AuditForwarding(): ReactNode {
  const { session } = useApp()
  const loaded = useLoaded(() => session.call(getAuditForwarding))
  const waits = (loaded.value?.waiting ?? 0) > 0
  useLookAgain(loaded, waits ? LOOK_AGAIN_MS : undefined)
  return <Loading loaded={loaded}>{state => <Setting state={state} reload={loaded.reload} />}</Loading>
}

function Setting({ state, reload }: { readonly state: Forwarding; readonly reload: () => void }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const [pressed, setPressed] = useState<boolean>()
  const toggle = (active: boolean): void =>
    run(async () => {
      await session.call(putAuditForwarding, { body: { active } })
      setPressed(active)
      reload()
    })
  return (
    <div className={styles.column}>
      <div className={styles.switch}>
        <Switch
          label={words.audit.forward}
          checked={pressed ?? state.active}
          disabled={busy}
          onChange={(_event, { checked }) => toggle(checked)}
        />
      </div>
      <Text size={200} className={styles.quiet}>
        {words.audit.forwardBody}
      </Text>
      {state.active && <Arrival state={state} />}
      {problem}
    </div>
  )
}

function Arrival({ state }: { readonly state: Forwarding }): ReactNode {
  const app = useApp()
  const { forwarding } = app.words.audit
  const { waiting, refused, problem, nextAt, lastSentAt } = state
  const when = (iso: string | null): string => (iso ? formatMoment(iso, app) : '')
  return (
    <>
      {problem && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{`${forwarding.waiting(waiting)} ${forwarding[problem](when(nextAt))}`}</MessageBarBody>
        </MessageBar>
      )}
      {!problem && waiting > 0 && <Text>{forwarding.waiting(waiting)}</Text>}
      {!problem && waiting === 0 && <Text>{lastSentAt ? forwarding.well(when(lastSentAt)) : forwarding.fresh}</Text>}
      {refused > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{forwarding.rejected(refused)}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}
