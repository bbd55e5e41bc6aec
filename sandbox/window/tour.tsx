/** The guided tour's panel: does one step, waits for its outcome, says what to look at. */
import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { PATIENCE_MS, within } from './acting.ts'
import { Proof } from './proof.tsx'
import type { Cast, Step } from './step.ts'
import { STEPS } from './steps.ts'
import { sayProblem, useWork } from './use-work.ts'

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
const LOOK_AGAIN_MS = 1000
const LAST = STEPS.length - 1

type Phase = 'ready' | 'running' | 'seen' | 'late' | 'failed'

type Props = { readonly cast: Cast; readonly onShow: (step: Step) => void; readonly onStop: () => void }

export function Tour({ cast, onShow, onStop }: Props): ReactNode {
  const styles = useStyles()
  const [at, setAt] = useState(() => Math.min(Number(sessionStorage.getItem(KEPT) ?? 0), LAST))
  const [phase, setPhase] = useState<Phase>('ready')
  const [problem, setProblem] = useState('')
  const { busy, run } = useWork()
  const step = STEPS[at]
  useEffect(() => sessionStorage.setItem(KEPT, String(at)), [at])
  useEffect(() => {
    // A sandbox that was started over knows nothing of an earlier tour.
    const [first] = STEPS
    void first?.appeared(cast).then(
      begun => !begun && setAt(0),
      () => undefined
    )
    // Only when the tour is opened.
  }, [])
  useEffect(() => {
    if (phase !== 'late' || !step) return
    // What comes late is shown when it comes.
    const look = (): void =>
      void step.appeared(cast).then(
        appeared => appeared && setPhase(now => (now === 'late' ? 'seen' : now)),
        () => undefined
      )
    const timer = setInterval(look, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [phase, step])
  if (!step) return null
  const perform = async (): Promise<void> => {
    setPhase('running')
    onShow(step)
    try {
      setPhase((await perhapsRun(step, cast)) ? 'seen' : 'late')
    } catch (error) {
      setProblem(sayProblem(error))
      setPhase('failed')
    }
  }
  const go = (next: number): void => {
    setAt(next)
    setPhase('ready')
  }
  const finish = (): void => {
    sessionStorage.removeItem(KEPT)
    onStop()
  }
  const [label, press] = mainButton({ phase, at, perform, go, finish })
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
        {phase === 'seen' && <Text block>Look: {step.look}</Text>}
        {phase === 'late' && (
          <Text>
            It has not happened within 20 seconds. Is a vendor broken? It comes as soon as the vendor is mended; nothing
            is lost.
          </Text>
        )}
        {phase === 'failed' && (
          <Text>
            {problem}. If the new hire has already left, stop the sandbox and start it over with “npm start -- --fresh”.
          </Text>
        )}
      </div>
      {phase === 'seen' && step.proof && <Proof key={at} read={step.proof} cast={cast} />}
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void run(press)}>
          {label}
        </Button>
        {at > 0 && (
          <Button disabledFocusable={busy} onClick={() => go(at - 1)}>
            Back
          </Button>
        )}
        {!(phase === 'seen' && at === LAST) && (
          <Button appearance="subtle" onClick={onStop}>
            Stop the tour
          </Button>
        )}
        {at > 0 && (
          <Button appearance="subtle" disabledFocusable={busy} onClick={() => go(0)}>
            From the start
          </Button>
        )}
      </div>
    </section>
  )
}

type Choices = {
  readonly phase: Phase
  readonly at: number
  readonly perform: () => Promise<void>
  readonly go: (next: number) => void
  readonly finish: () => void
}

function mainButton({ phase, at, perform, go, finish }: Choices): readonly [string, () => Promise<void>] {
  switch (phase) {
    case 'seen':
      return at === LAST ? ['Finish', async () => finish()] : ['Next', async () => go(at + 1)]
    case 'late':
      return ['Look again', perform]
    case 'failed':
      return ['Try again', perform]
    case 'ready':
    case 'running':
      return ['Do it', perform]
  }
}

/** What has already happened is not done twice. @returns whether the outcome can be seen. */
async function perhapsRun(step: Step, cast: Cast): Promise<boolean> {
  if (!(await step.appeared(cast))) await step.run(cast)
  return within(PATIENCE_MS, () => step.appeared(cast))
}
