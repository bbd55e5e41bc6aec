/** The comparison under way, or the last one: how far it is, pause and end. */
import { ProgressBar, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { turnLinkRun } from '../../../api/contract/moving.ts'
import { formatMoment, useApp } from '../../context.ts'
import { RunTurns } from '../../run-turns.tsx'
import type { MovingView } from './use-moving.ts'

const useStyles = makeStyles({
  run: { display: 'flex', flexDirection: 'column', gap: '4px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Run = NonNullable<MovingView['run']>
type Props = { readonly run: Run; readonly onDone: () => void }

export function LinkRun({ run, onDone }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { moving } = app.words
  const open = run.state === 'running' || run.state === 'paused'
  const title = moving.run(moving.modes[run.mode], moving.runStates[run.state], formatMoment(run.startedAt, app))
  const done = run.stage === 'list' ? run.seen : run.read
  const progress = moving.progress(done, Math.max(run.learners, run.seen))
  return (
    <div className={styles.run}>
      <Subtitle2 as="h3">{title}</Subtitle2>
      {open && (
        <>
          <ProgressBar
            {...(run.learners === 0 || run.stage === 'judge' || run.stage === 'courses'
              ? {}
              : { value: Math.min(1, done / run.learners) })}
            aria-label={`${title}: ${moving.stages[run.stage]}, ${progress}`}
          />
          <Text size={200} className={styles.quiet} aria-live="polite">
            {`${moving.stages[run.stage]}. ${progress}.${run.givesWay ? ` ${moving.givesWay}` : ''}`}
          </Text>
          <Turns run={run} onDone={onDone} />
        </>
      )}
    </div>
  )
}

function Turns({ run, onDone }: Props): ReactNode {
  const { session, words } = useApp()
  return (
    <RunTurns
      words={words.moving}
      paused={run.state === 'paused'}
      turn={async to => {
        await session.call(turnLinkRun, { params: { runId: run.runId }, body: { turn: to } }).finally(onDone)
      }}
    />
  )
}
