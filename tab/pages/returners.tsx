/** People of whom it is not sure whether they have been here before: an admin says so with one press. Nothing is shown when there never were. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { CallError } from '../../api/contract/client.ts'
import { decideReturnerEndpoint, listReturners } from '../../api/contract/directory.ts'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import type { Session } from '../session.ts'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Returner = z.output<typeof listReturners.answer>['returners'][number]

export function Returners(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(listReturners))
  const [decided, setDecided] = useState('')
  if (loaded.value === undefined) return loaded.failure && <NotLoaded reload={loaded.reload} />
  return (
    <Loading loaded={loaded}>
      {({ returners }) =>
        (returners.length > 0 || decided) && (
          <Card>
            <Title3 as="h2">{words.returners.title}</Title3>
            {decided && <Decided key={decided}>{decided}</Decided>}
            {returners.length > 0 && (
              <>
                <Text>{words.returners.body}</Text>
                <Text size={200} className={styles.quiet}>
                  {words.returners.sameHint}
                </Text>
              </>
            )}
            {returners.map(each => (
              <One
                key={each.personId}
                returner={each}
                onDecided={said => {
                  setDecided(said)
                  loaded.reload()
                }}
              />
            ))}
          </Card>
        )
      }
    </Loading>
  )
}

/** Most days there is nothing to show: it takes one line above the page. */
function NotLoaded({ reload }: { readonly reload: () => void }): ReactNode {
  const { words } = useApp()
  return (
    <MessageBar intent="warning" role="alert">
      <MessageBarBody>{words.returners.notLoaded}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={reload}>
          {words.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** The pressed button is gone: whoever uses the keyboard goes on from here. */
function Decided({ children }: { readonly children: string }): ReactNode {
  const place = useRef<HTMLOutputElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <output tabIndex={-1} ref={place}>
      <Text>{children}</Text>
    </output>
  )
}

type Said = { readonly personId: string; readonly decision: 'same' | 'different' }

/** @returns `already` where another admin was faster. */
async function decide(call: Session['call'], { personId, decision }: Said): Promise<Said['decision'] | 'already'> {
  try {
    await call(decideReturnerEndpoint, { params: { personId }, body: { decision } })
    return decision
  } catch (error) {
    if (error instanceof CallError && error.status === 409) return 'already'
    throw error
  }
}

type OneProps = { readonly returner: Returner; readonly onDecided: (said: string) => void }

function One({ returner, onDecided }: OneProps): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { returners } = app.words
  const { busy, run, problem } = usePress()
  const { personId, name, formerName, goneSince, because } = returner
  const say = (decision: 'same' | 'different'): void =>
    run(async () => {
      const outcome = await decide(app.session.call, { personId, decision })
      onDecided(returners.decided[outcome](name))
    })
  return (
    <div className={styles.one}>
      <Text weight="semibold">{returners.who(name, formerName)}</Text>
      <Text>{returners.because[because]}</Text>
      {goneSince && <Text className={styles.quiet}>{returners.gone(formatMoment(goneSince, app))}</Text>}
      <div className={styles.row}>
        <Button disabled={busy} aria-label={returners.sameOf(name)} onClick={() => say('same')}>
          {returners.same}
        </Button>
        <Button disabled={busy} aria-label={returners.differentOf(name)} onClick={() => say('different')}>
          {returners.different}
        </Button>
      </div>
      {problem}
    </div>
  )
}
