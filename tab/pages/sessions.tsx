/** Where the person is signed in, and the way out: of one, or of all. */
import { Button, Card, CardFooter, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { endMySession, listMySessions, signOutEverywhere, type SessionView } from '../../api/contract/sessions.ts'
import { ConfirmButton } from '../confirm.tsx'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { Passkeys } from './passkeys.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function SessionsPage(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(listMySessions))
  const [done, setDone] = useState(false)
  const change = (all: boolean) => (): void => {
    setDone(all)
    loaded.reload()
  }
  return (
    <div className={styles.list}>
      <Text>{words.sessions.body}</Text>
      <Loading loaded={loaded}>
        {({ sessions }) => (
          <>
            {sessions.length === 0 && <Text className={styles.quiet}>{words.sessions.none}</Text>}
            {sessions.map(each => (
              <SessionCard key={each.sessionId} view={each} onChange={change(false)} />
            ))}
            <output>{done && sessions.length === 0 && <Text>{words.sessions.done}</Text>}</output>
            {sessions.length > 0 && <Everywhere onDone={change(true)} />}
          </>
        )}
      </Loading>
      <Passkeys />
    </div>
  )
}

type CardProps = { readonly view: SessionView; readonly onChange: () => void }

function SessionCard({ view, onChange }: CardProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const { busy, run, problem } = usePress()
  const device = view.device ?? words.sessions.unknownDevice
  const end = (): void =>
    run(async () => {
      await session.call(endMySession, { params: { sessionId: view.sessionId } })
      onChange()
    })
  return (
    <Card>
      <Text size={400} weight="semibold">
        {device}
      </Text>
      {view.apps.length > 0 && <Text>{words.sessions.apps(view.apps.join(', '))}</Text>}
      <Text size={200} className={styles.quiet}>
        {words.sessions.since(formatMoment(view.signedInAt, app), formatMoment(view.endsAt, app))}
      </Text>
      <CardFooter>
        <Button disabled={busy} aria-label={words.sessions.endNamed(device)} onClick={end}>
          {words.sessions.end}
        </Button>
      </CardFooter>
      {problem}
    </Card>
  )
}

function Everywhere({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const end = (): void =>
    run(async () => {
      await session.call(signOutEverywhere)
      onDone()
    })
  return (
    <div>
      <ConfirmButton
        disabled={busy}
        label={words.sessions.all}
        title={words.sessions.confirmTitle}
        body={words.sessions.confirmBody}
        keep={words.sessions.cancel}
        onConfirm={end}
      />
      {problem}
    </div>
  )
}
