/** How the latest sign-ins ended, what an admin should do about it, and which claims came, by name only. */
import { Button, Card, Subtitle2, Switch, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { ATTRIBUTES, listSignIns } from '../../api/contract/claims.ts'
import { toldOf } from '../claim-words.ts'
import { protocolOf } from './connection-health.tsx'
import { formatMoment, useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  // The switch carries a margin of its own.
  switch: { marginLeft: '-8px' },
  run: { display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' },
  attempt: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

const FIRST = 5
const MORE = 20

type SignIn = z.output<typeof listSignIns.answer>['signIns'][number]

export function SignIns(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const [all, setAll] = useState(false)
  const [shown, setShown] = useState(FIRST)
  const loaded = useLoaded(async () => ({
    all,
    ...(await session.call(listSignIns, { query: { failed: all ? 'false' : 'true' } }))
  }))
  const show = (checked: boolean): void => {
    setAll(checked)
    setShown(FIRST)
    loaded.reload()
  }
  return (
    <Card>
      <Title3 as="h2">{words.signIns.title}</Title3>
      <Text>{words.signIns.body}</Text>
      <div className={styles.switch}>
        <Switch label={words.signIns.all} checked={all} onChange={(_event, { checked }) => show(checked)} />
      </div>
      <Loading loaded={loaded}>
        {({ signIns, all: ofAll }) => (
          <div className={styles.column}>
            {signIns.length === 0 && (
              <Text className={styles.quiet}>{ofAll ? words.signIns.noneAtAll : words.signIns.none}</Text>
            )}
            {runsOf(signIns.slice(0, shown)).map(run => (
              <Run key={run[0].attemptId} run={run} />
            ))}
            {signIns.length > shown && (
              <div>
                <Button onClick={() => setShown(shown + MORE)}>
                  {words.signIns.more(Math.min(MORE, signIns.length - shown))}
                </Button>
              </div>
            )}
          </div>
        )}
      </Loading>
    </Card>
  )
}

type SameEnd = readonly [SignIn, ...SignIn[]]

/** Neighbors that ended alike stand together, so that the advice is said once. */
const runsOf = (signIns: readonly SignIn[]): readonly SameEnd[] =>
  signIns.reduce<readonly SameEnd[]>((runs, signIn) => {
    const last = runs.at(-1)
    return last?.[0].outcome === signIn.outcome ? [...runs.slice(0, -1), [...last, signIn]] : [...runs, [signIn]]
  }, [])

function Run({ run }: { readonly run: SameEnd }): ReactNode {
  const styles = useStyles()
  const [happened, todo] = toldOf(useApp().words.signIns, run[0].outcome)
  return (
    <div className={styles.run}>
      <Subtitle2 as="h3">{happened}</Subtitle2>
      {todo && <Text>{todo}</Text>}
      <ul className={styles.list}>
        {run.map(signIn => (
          <li key={signIn.attemptId} className={styles.attempt}>
            <Attempt signIn={signIn} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Attempt({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { signIns: words, lab } = app.words
  const used = ATTRIBUTES.flatMap(attribute => {
    const claim = signIn.used[attribute]
    if (!claim) return []
    // Claims of that name are the broker's own reading, not the provider's.
    const own = claim.startsWith('profile.')
    return [own ? words.byDefault(lab.attributes[attribute]) : words.from(lab.attributes[attribute], claim)]
  })
  return (
    <>
      <Text block>
        {[formatMoment(signIn.at, app), signIn.connectionType && protocolOf(signIn.connectionType)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {signIn.claims.length > 0 ? words.came(signIn.claims.join(', ')) : words.noneCame}
      </Text>
      {used.length > 0 && (
        <Text block size={200} className={styles.quiet}>
          {words.used(used.join(', '))}
        </Text>
      )}
    </>
  )
}
