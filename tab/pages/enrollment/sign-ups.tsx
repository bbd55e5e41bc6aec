/** Learners who signed up on the site before any directory named them: who they are, where they stand, what an admin decides. */
import { Button, Card, Field, Select, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { DryRun } from '../../../api/contract/enrollment-admin.ts'
import { dryRunSignUps, SIGN_UP_STATES, takeInSignUps, type SignUpState } from '../../../api/contract/sign-ups.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { Outcome } from './dry-run.tsx'
import { Learners } from './learners.tsx'
import { useSignUps, type SignUpsView } from './use-sign-ups.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = { readonly onTakenIn: () => void }

/** Nothing where the company did not opt in. */
export function SignUps({ onTakenIn }: Props): ReactNode {
  const styles = useStyles()
  const words = useApp().words.signUps
  const loaded = useSignUps()
  if (loaded.value?.watch === null) return null
  return (
    <Card>
      <Title3 as="h2">{words.title}</Title3>
      <Text>{words.body}</Text>
      <Loading loaded={loaded}>
        {view => (
          <div className={styles.column}>
            <Watch view={view} />
            <There
              people={view.counts.there}
              onTakenIn={() => {
                loaded.reload()
                onTakenIn()
              }}
            />
            <ByState counts={view.counts} onDecided={loaded.reload} />
          </div>
        )}
      </Loading>
    </Card>
  )
}

function Watch({ view: { watch } }: { readonly view: SignUpsView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const words = app.words.signUps
  if (!watch) return null
  const { since, lookedAt, listedAt, whose, accepts, joinBy } = watch
  const facts = [
    `${words.watched(formatMoment(since, app))} · ${lookedAt ? words.looked(formatMoment(lookedAt, app)) : words.notLooked}`,
    words.whose[whose],
    words.accepts[accepts],
    words.joinBy[joinBy ?? 'none']
  ]
  return (
    <>
      <ul className={styles.list}>
        {facts.map(fact => (
          <li key={fact}>
            <Text size={200}>{fact}</Text>
          </li>
        ))}
      </ul>
      <output>{listedAt === null ? words.listing : ''}</output>
    </>
  )
}

/** Those from before take part once the admin has seen what that would do. */
function There({ people, onTakenIn }: Props & { readonly people: number }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { busy, run, problem } = usePress()
  const [dry, setDry] = useState<DryRun>()
  const [takenIn, setTakenIn] = useState(0)
  const take = (): void =>
    run(async () => {
      setTakenIn((await session.call(takeInSignUps)).people)
      setDry(undefined)
      onTakenIn()
    })
  return (
    <>
      {people > 0 && (
        <>
          <Text weight="semibold">{words.signUps.there(people)}</Text>
          <div className={styles.row}>
            <Button disabled={busy} onClick={() => run(async () => setDry(await session.call(dryRunSignUps)))}>
              {words.signUps.dryRun}
            </Button>
            {dry && (
              <Button appearance="primary" disabled={busy} onClick={take}>
                {words.signUps.takeIn}
              </Button>
            )}
          </div>
          {dry && (
            <>
              <Outcome dry={dry} />
              <Text size={200} className={styles.quiet}>
                {words.signUps.mostly}
              </Text>
            </>
          )}
        </>
      )}
      <output>{takenIn > 0 ? words.signUps.takenIn(takenIn) : ''}</output>
      {problem}
    </>
  )
}

type ByStateProps = { readonly counts: SignUpsView['counts']; readonly onDecided: () => void }

/** What wants a decision comes first. */
const ORDER: readonly SignUpState[] = ['doubtful', 'taken', 'waiting', 'there', 'other_way', 'gone']

function ByState({ counts, onDecided }: ByStateProps): ReactNode {
  const styles = useStyles()
  const words = useApp().words.signUps
  const [chosen, setChosen] = useState<SignUpState>()
  const state = chosen ?? (counts.doubtful > 0 ? 'doubtful' : 'taken')
  const choose = (value: string): void => setChosen(SIGN_UP_STATES.find(each => each === value))
  return (
    <>
      <Field label={words.state} className={styles.field}>
        <Select className={styles.select} value={state} onChange={(_event, { value }) => choose(value)}>
          {ORDER.map(each => (
            <option key={each} value={each}>
              {words.counted(words.states[each], counts[each])}
            </option>
          ))}
        </Select>
      </Field>
      <Learners key={`${state}${counts[state]}`} state={state} onDecided={onDecided} />
    </>
  )
}
