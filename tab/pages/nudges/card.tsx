/** One nudge: what, when, what became of it, the answers that are one tap, and why it is here. */
import { Badge, Button, Card, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { GivenAnswer, NudgePreferences, NudgeView } from '../../../api/contract/nudges.ts'
import { formatMoment, useApp } from '../../context.ts'
import { notDone, Problem } from '../../press.tsx'
import { answer as say, buttonOf, givenOf, offeredFor } from './answers.ts'
import { Why } from './why.tsx'

const useStyles = makeStyles({
  card: { overflowWrap: 'anywhere' },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', gap: '8px', flexWrap: 'wrap' },
  action: { flex: '1 1 240px', margin: 0 },
  /** A badge is one line of fixed height; a longer state has to wrap at 320 px. */
  badge: { height: 'auto', whiteSpace: 'normal', textAlign: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  /** It is there before it says something, and takes no room until then. */
  told: { ':empty': { marginTop: '-12px' } },
  answers: { display: 'flex', flexWrap: 'wrap', gap: '8px' }
})

type Props = {
  readonly nudge: NudgeView
  readonly zone: NudgePreferences['zone'] | undefined
  /** A link is about it: why it came is open. */
  readonly linked: boolean
  readonly onAnswered: (nudge: NudgeView) => void
}

export function NudgeCard({ nudge, zone, linked, onAnswered }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const heading = useId()
  const said = app.words.ownNudges
  const { pressed, problem, press, told, buttons } = useAnswer(nudge, onAnswered)
  const answer = pressed ?? nudge.answer
  const clock = { ...app, timezone: zone?.timezone ?? app.timezone }
  const offered = pressed ? [] : offeredFor(nudge)
  const comesAgain = !pressed && nudge.answer !== null && nudge.state === 'planned'
  return (
    <Card id={nudge.nudgeId} aria-labelledby={heading} className={styles.card}>
      <div className={styles.head}>
        <Text as="h3" id={heading} size={400} weight="semibold" className={styles.action}>
          {nudge.action}
        </Text>
        <Badge className={styles.badge} appearance="tint" color="informative">
          {said.states[pressed ? 'answered' : nudge.state]}
        </Badge>
      </div>
      <Text size={200} className={styles.quiet}>
        {[
          formatMoment(nudge.sentAt ?? nudge.dueAt, clock),
          said.kinds[nudge.kind],
          nudge.rung && nudge.rung !== 'chat' && app.words.cameBy[nudge.rung]
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {nudge.whyYou && <Text>{nudge.whyYou}</Text>}
      <output ref={told} tabIndex={-1} className={styles.told}>
        {answer && (
          <Text weight="semibold">
            {givenOf({ ...nudge, answer }, app.words)}. {comesAgain && said.again(formatMoment(nudge.dueAt, clock))}
          </Text>
        )}
      </output>
      {offered.length > 0 && (
        <div ref={buttons} className={styles.answers}>
          {offered.map(each => (
            <Button
              key={each}
              size="small"
              data-answer={each}
              aria-label={said.answerOf(buttonOf(nudge, each, app.words), nudge.action)}
              onClick={() => press(each)}
            >
              {buttonOf(nudge, each, app.words)}
            </Button>
          ))}
        </div>
      )}
      <Problem said={problem} />
      <Why nudge={nudge} open={linked} />
    </Card>
  )
}

/** Shown at once, taken back where it did not arrive. The keyboard's place goes to what was decided, and back. */
function useAnswer(nudge: NudgeView, onAnswered: (nudge: NudgeView) => void) {
  const { session, words } = useApp()
  const [pressed, setPressed] = useState<GivenAnswer>()
  const [failed, setFailed] = useState<{ readonly answer: GivenAnswer; readonly said: string }>()
  const told = useRef<HTMLOutputElement>(null)
  const buttons = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (pressed) told.current?.focus()
  }, [pressed])
  useEffect(() => {
    if (failed) buttons.current?.querySelector<HTMLElement>(`[data-answer="${failed.answer}"]`)?.focus()
  }, [failed])
  const press = (answer: GivenAnswer): void => {
    setPressed(answer)
    setFailed(undefined)
    say(session, nudge, answer)
      .then(onAnswered, (error: unknown) => setFailed({ answer, said: notDone(error, words) }))
      .finally(() => setPressed(undefined))
  }
  return { pressed, problem: failed?.said ?? '', press, told, buttons }
}
