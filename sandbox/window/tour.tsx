/** The guided tour's panel: does one step, waits for its outcome, says what to look at. */
import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { STEPS, type Cast, type Step } from './steps.ts'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 16px',
    backgroundColor: tokens.colorBrandBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`
  },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' }
})

const KEPT = 'sandbox.tour'
const PATIENCE_MS = 20_000

type Phase = 'ready' | 'running' | 'seen' | 'late' | 'failed'

type Props = { readonly cast: Cast; readonly onShow: (step: Step) => void; readonly onStop: () => void }

export function Tour({ cast, onShow, onStop }: Props): ReactNode {
  const styles = useStyles()
  const [at, setAt] = useState(() => Math.min(Number(sessionStorage.getItem(KEPT) ?? 0), STEPS.length - 1))
  const [phase, setPhase] = useState<Phase>('ready')
  const step = STEPS[at]
  useEffect(() => sessionStorage.setItem(KEPT, String(at)), [at])
  if (!step) return null
  const run = async (): Promise<void> => {
    setPhase('running')
    onShow(step)
    try {
      await step.run(cast)
      const until = performance.now() + PATIENCE_MS
      while (!(await step.appeared(cast))) {
        if (performance.now() > until) return setPhase('late')
        await new Promise(resolve => setTimeout(resolve, 500))
      }
      setPhase('seen')
    } catch {
      setPhase('failed')
    }
  }
  const go = (next: number): void => {
    setAt(next)
    setPhase('ready')
  }
  return (
    <section className={styles.panel} aria-label="Guided tour">
      <div className={styles.row}>
        <Text weight="semibold">
          {at + 1} of {STEPS.length} · {step.title}
        </Text>
        <Text>{step.does}</Text>
      </div>
      <div aria-live="polite">
        {phase === 'running' && <Spinner size="tiny" labelPosition="after" label="Waiting for it to happen …" />}
        {phase === 'seen' && <Text>Look: {step.look}</Text>}
        {phase === 'late' && (
          <Text>
            It has not happened within 20 seconds. Is a vendor broken on the right? It comes as soon as the vendor is
            back.
          </Text>
        )}
        {phase === 'failed' && (
          <Text>
            The sandbox refused this step. Start over with “npm start -- --fresh” if the newcomer is already gone.
          </Text>
        )}
      </div>
      <div className={styles.row}>
        {phase === 'seen' && at < STEPS.length - 1 ? (
          <Button appearance="primary" onClick={() => go(at + 1)}>
            Next
          </Button>
        ) : (
          <Button appearance="primary" disabled={phase === 'running'} onClick={() => void run()}>
            {phase === 'ready' ? 'Do it' : 'Again'}
          </Button>
        )}
        {at > 0 && <Button onClick={() => go(at - 1)}>Back</Button>}
        <Button appearance="subtle" onClick={onStop}>
          Stop the tour
        </Button>
        {at > 0 && (
          <Button appearance="subtle" onClick={() => go(0)}>
            From the start
          </Button>
        )}
      </div>
    </section>
  )
}
