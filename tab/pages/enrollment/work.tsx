/** What is under way, live: runs with pause and cancel, what was refused with its remedy, what is wrong with the site. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { tryEnrollmentAgain, turnEnrollmentRun } from '../../../api/contract/enrollment-admin.ts'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, type Loaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { RunTurns } from '../../run-turns.tsx'
import type { WorkView } from './use-work.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  run: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  said: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

/** Ended ones beyond these are history. */
const ENDED_SHOWN = 2

export function Work({ work }: { readonly work: Loaded<WorkView> }): ReactNode {
  const styles = useStyles()
  const { enrollment } = useApp().words
  return (
    <Card>
      <Title3 as="h2">{enrollment.work}</Title3>
      <Loading loaded={work}>
        {view => (
          <div className={styles.column}>
            <Site view={view} />
            <SignIns view={view} />
            <Refused view={view} onDone={work.reload} />
            {shown(view).map(run => (
              <Run key={run.runId} run={run} onDone={work.reload} />
            ))}
          </div>
        )}
      </Loading>
    </Card>
  )
}

function shown({ runs }: WorkView): WorkView['runs'] {
  const open = runs.filter(({ state }) => state === 'running' || state === 'paused')
  const ended = runs.filter(run => !open.includes(run))
  return [...open, ...ended.slice(0, ENDED_SHOWN)]
}

function Site({ view: { site, waiting } }: { readonly view: WorkView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { enrollment } = app.words
  if (!site) return <Text>{enrollment.noSite}</Text>
  const { leavers, newcomers, rest } = waiting
  const nobody = leavers + newcomers + rest === 0
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {enrollment.site(site.name, site.callsPerMinute)}
      </Text>
      {site.problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.said}>
            <Problem
              kind={site.problem.kind}
              said={site.problem.said}
              more={`${enrollment.since(formatMoment(site.problem.since, app))}. ${enrollment.nothingLost}`}
            />
          </MessageBarBody>
        </MessageBar>
      )}
      <Text aria-live="polite">{nobody ? enrollment.idle : enrollment.waiting(leavers, newcomers, rest)}</Text>
    </>
  )
}

type ProblemProps = { readonly kind: string; readonly said: string; readonly more: string }

function Problem({ kind, said, more }: ProblemProps): ReactNode {
  const { enrollment } = useApp().words
  const [title, remedy] = enrollment.problems[kind] ?? [kind, '']
  return (
    <>
      <MessageBarTitle>{title}</MessageBarTitle>
      {` ${more} ${remedy} ${said ? enrollment.said(said) : ''}`}
    </>
  )
}

/** Who could not be signed in there, by what helps. */
function SignIns({ view: { signIns } }: { readonly view: WorkView }): ReactNode {
  const styles = useStyles()
  const words = useApp().words.siteSignIns
  return signIns.map(({ because, people, names }) => (
    <MessageBar key={because} intent="warning" layout="multiline">
      <MessageBarBody className={styles.said}>
        <MessageBarTitle>{words.title(people)}</MessageBarTitle>
        {` ${words.because[because]} ${words.names(names.join(', '), people - names.length)}`}
      </MessageBarBody>
    </MessageBar>
  ))
}

type Acting = { readonly onDone: () => void }

function Refused({ view: { failed }, onDone }: Acting & { readonly view: WorkView }): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { enrollment } = words
  const { busy, run, problem } = usePress()
  if (failed.length === 0) return null
  const again = (): void =>
    run(async () => {
      await session.call(tryEnrollmentAgain)
      onDone()
    })
  return (
    <>
      {failed.map(({ problem: kind, said, people }) => (
        <MessageBar key={`${kind}${said}`} intent="warning" layout="multiline">
          <MessageBarBody className={styles.said}>
            <Problem kind={kind} said={said} more={`${enrollment.progress(people, people)}.`} />
          </MessageBarBody>
        </MessageBar>
      ))}
      <div>
        <Button disabled={busy} onClick={again}>
          {enrollment.again}
        </Button>
      </div>
      {problem}
    </>
  )
}

type RunView = WorkView['runs'][number]

function Run({ run, onDone }: Acting & { readonly run: RunView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { enrollment } = app.words
  const over = run.done + run.failed
  const people = Math.max(run.people, over + run.waiting + run.cancelled)
  const progress = enrollment.progress(over, people)
  const title = enrollment.run(
    enrollment.runKinds[run.kind],
    enrollment.runStates[run.state],
    formatMoment(run.startedAt, app)
  )
  const open = run.state === 'running' || run.state === 'paused'
  return (
    <div className={styles.run}>
      <Subtitle2 as="h3">{title}</Subtitle2>
      {open && <ProgressBar {...(people === 0 ? {} : { value: over / people })} aria-label={`${title}: ${progress}`} />}
      <Text size={200} className={styles.quiet}>
        {[
          progress,
          ...(run.failed > 0 ? [enrollment.failedIn(run.failed)] : []),
          ...(run.cancelled > 0 ? [enrollment.leftOut(run.cancelled)] : [])
        ].join(' · ')}
      </Text>
      {open && <Turns run={run} onDone={onDone} />}
    </div>
  )
}

function Turns({ run, onDone }: Acting & { readonly run: RunView }): ReactNode {
  const { session, words } = useApp()
  return (
    <RunTurns
      words={words.enrollment}
      paused={run.state === 'paused'}
      turn={async to => {
        await session.call(turnEnrollmentRun, { params: { runId: run.runId }, body: { turn: to } })
        onDone()
      }}
    />
  )
}
