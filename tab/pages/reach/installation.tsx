/** The run that installs the app: tried dry first, then watched as it goes, paused, cancelled. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  dryRunInstalls,
  getInstalls,
  startInstalls,
  turnInstalls,
  type CompanyReach,
  type InstallRun
} from '../../../api/contract/reach.ts'
import type { PeopleCell } from '../../../api/contract/parts.ts'
import { formatMoment, useApp } from '../../context.ts'
import { tellPeople } from '../../people-cell.ts'
import { usePress } from '../../press.tsx'
import { RunTurns } from '../../run-turns.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px' }
})

const WATCH_MS = 1500
const isOpen = (run: InstallRun | null): run is InstallRun => run?.state === 'running' || run?.state === 'paused'

type Props = { readonly reach: CompanyReach; readonly changed: () => void }
type Dry = z.output<typeof dryRunInstalls.answer>

export function Installation({ reach, changed }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const said = words.reach
  const [run, setRun] = useState(reach.run)
  const [dry, setDry] = useState<Dry>()
  const press = usePress()
  const [looks, setLooks] = useState(0)
  const newest = useRef(0)
  const look = async (): Promise<void> => {
    newest.current += 1
    const own = newest.current
    const { run: now } = await session.call(getInstalls)
    if (own !== newest.current) return
    setRun(before => {
      if (isOpen(before) && !isOpen(now)) changed()
      return now
    })
  }
  const open = isOpen(run)
  useEffect(() => {
    if (!open) return undefined
    // A look that fails is followed by the next; what was seen last stays.
    const again = (): void => setLooks(before => before + 1)
    const timer = setTimeout(() => void look().then(again, again), WATCH_MS)
    return () => clearTimeout(timer)
  }, [open, looks])
  const start = (): void =>
    press.run(async () => {
      await session.call(startInstalls)
      setDry(undefined)
      await look()
    })
  return (
    <Card>
      <Title3 as="h2">{said.runTitle}</Title3>
      <Text className={styles.quiet}>{said.runBody}</Text>
      <div className={styles.column}>
        {run && <Run run={run} look={look} />}
        {!open && (
          <>
            <div className={styles.row}>
              <Button
                disabled={press.busy}
                onClick={() => press.run(async () => setDry(await session.call(dryRunInstalls)))}
              >
                {said.dryRun}
              </Button>
              {dry && !dry.problem && (
                <Button appearance="primary" disabled={press.busy} onClick={start}>
                  {said.start}
                </Button>
              )}
            </div>
            <output className={styles.column}>
              {dry && <Text>{drySaid(words, dry)}</Text>}
              {dry?.problem && (
                <MessageBar intent="warning" layout="multiline">
                  <MessageBarBody>{said.problems[dry.problem]}</MessageBarBody>
                </MessageBar>
              )}
            </output>
          </>
        )}
        {press.problem}
      </div>
    </Card>
  )
}

type Words = ReturnType<typeof useApp>['words']

function drySaid(words: Words, { people, calls, seconds }: Dry): string {
  const said = words.reach
  const told = tellPeople(people, words)
  if (calls === 0) return said.dryFew(told)
  const time = seconds < 100 ? said.seconds(seconds) : said.minutes(Math.ceil(seconds / 60))
  return said.dry(told, String(calls), time)
}

const numberOf = (cell: PeopleCell): number => ('people' in cell ? cell.people : 0)

function Results({ results }: { readonly results: NonNullable<InstallRun['results']> }): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const said = words.reach
  const { installed, already, failed } = results
  const rows = [
    [said.installed, installed],
    [said.already, already],
    ...failed.map(({ reason, count }) => [said.reasons[reason], count] as const)
  ] as const
  return (
    <ul className={styles.list} aria-label={said.results}>
      {rows.map(([name, count]) => (
        <li key={name}>
          {name}: {tellPeople(count, words)}
        </li>
      ))}
    </ul>
  )
}

function Run({ run, look }: { readonly run: InstallRun; readonly look: () => Promise<void> }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { session, words } = app
  const said = words.reach
  const progress = run.sized ? said.progress(tellPeople(run.done, words), tellPeople(run.people, words)) : said.counting
  const { results } = run
  return (
    <section className={styles.column} aria-label={said.running}>
      <Text as="h3" weight="semibold">
        {said.states[run.state]}, {formatMoment(run.startedAt, app)}
      </Text>
      <ProgressBar aria-label={progress} value={Math.min(1, numberOf(run.done) / Math.max(1, numberOf(run.people)))} />
      <output>{progress}</output>
      {run.problem && (
        <MessageBar intent={run.problem === 'down' ? 'info' : 'warning'} layout="multiline">
          <MessageBarBody>{said.problems[run.problem]}</MessageBarBody>
        </MessageBar>
      )}
      {isOpen(run) ? (
        <RunTurns
          words={said.turns}
          paused={run.state === 'paused' || (run.problem !== null && run.problem !== 'down')}
          turn={async turn => {
            await session.call(turnInstalls, { params: { runId: run.runId }, body: { turn } })
            await look()
          }}
        />
      ) : (
        results && <Results results={results} />
      )}
    </section>
  )
}
