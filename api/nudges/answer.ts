/** What a one-tap answer means for the nudge and for the person's budget. Pure. */
import type { NudgeAnswer, NudgeView } from '../contract/nudges.ts'
import { DAY, HOUR } from '../platform/time.ts'
import type { Budget } from './plan.ts'

export type Decision = {
  readonly state: NudgeView['state']
  /** Set when the same nudge comes again. */
  readonly againFrom: Date | undefined
  readonly budget: Budget
}

const LATER = 3 * HOUR
const PAUSE = 14 * DAY

export function decideAnswer(answer: NudgeAnswer, budget: Budget, now: Date): Decision {
  const answered = { state: 'answered', againFrom: undefined, budget } as const
  switch (answer) {
    case 'done':
    case 'not_relevant':
      return answered
    case 'later_today':
      return { state: 'planned', againFrom: new Date(now.getTime() + LATER), budget }
    case 'next_week':
      return { state: 'planned', againFrom: new Date(now.getTime() + 7 * DAY), budget }
    case 'fewer':
      return { ...answered, budget: { ...budget, perWeek: Math.max(1, budget.perWeek - 1) } }
    case 'pause':
      return { ...answered, budget: { ...budget, pausedUntil: new Date(now.getTime() + PAUSE) } }
    case 'stop':
      return { ...answered, budget: { ...budget, stopped: true } }
  }
}
