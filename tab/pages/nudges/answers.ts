/** What can be answered to a nudge, in which words, and whom it is told: a question about a plan is answered at the plan. */
import { closePlanEndpoint } from '../../../api/contract/coach.ts'
import { offeredOn } from '../../../api/contract/nudge-answers.ts'
import {
  answerNudgeEndpoint,
  nudgeAnswerSchema,
  type GivenAnswer,
  type NudgeView
} from '../../../api/contract/nudges.ts'
import type { Shared } from '../../context.ts'

type Words = Shared['words']

const OUTCOMES = { done: 'kept', not_yet: 'missed', dropped: 'dropped' } as const
type Outcome = keyof typeof OUTCOMES
const isOutcome = (answer: GivenAnswer): answer is Outcome => Object.hasOwn(OUTCOMES, answer)

/** What is still to come can be put off by a week or waved away; what came can be answered as on its card. */
export function offeredFor(nudge: NudgeView): readonly GivenAnswer[] {
  if (nudge.planId) return nudge.state === 'sent' ? ['done', 'not_yet', 'dropped'] : []
  if (nudge.kind === 'pulse') return []
  if (nudge.kind === 'check_in') return nudge.state === 'sent' ? offeredOn(nudge).first : []
  if (nudge.state === 'sent') return ['done', 'later_today', 'next_week', 'not_relevant']
  return nudge.state === 'planned' ? ['done', 'next_week', 'not_relevant'] : []
}

export function buttonOf({ kind, planId }: NudgeView, answer: GivenAnswer, words: Words): string {
  const said = words.ownNudges
  if (planId && isOutcome(answer)) return { done: words.happened, not_yet: words.notYet, dropped: words.drop }[answer]
  const usual = nudgeAnswerSchema.parse(answer)
  return (kind === 'check_in' ? said.checkIn[usual] : undefined) ?? said.answers[usual]
}

export function givenOf({ kind, answer }: NudgeView, { ownNudges }: Words): string {
  if (!answer) return ''
  return kind === 'check_in' && answer === 'done' ? ownNudges.wentOn : ownNudges.answered[answer]
}

/** @returns the nudge as it is then. */
export async function answer(session: Shared['session'], nudge: NudgeView, given: GivenAnswer): Promise<NudgeView> {
  const { nudgeId, planId } = nudge
  if (!planId || !isOutcome(given)) {
    const body = { answer: nudgeAnswerSchema.parse(given) }
    return session.call(answerNudgeEndpoint, { params: { nudgeId }, body })
  }
  await session.call(closePlanEndpoint, { params: { planId }, body: { outcome: OUTCOMES[given] } })
  return { ...nudge, state: 'answered', answer: given }
}
