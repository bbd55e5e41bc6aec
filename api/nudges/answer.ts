/** What a one-tap answer means for the nudge and for the person's budget. Pure. */
import type { NudgeAnswer } from '../contract/nudges.ts'
import { after, DAY, HOUR, MINUTE } from '../platform/time.ts'
import { closesAt, nextWorkingMoment, startOfDay, type WorkingTime } from '../platform/working-time.ts'
import type { Budget } from './plan.ts'

export type Answer = {
  readonly answer: NudgeAnswer
  /** Of a pause: the first local day on which messages may come again. */
  readonly until?: string | undefined
}

export type Decision = {
  /** Set when the same nudge comes again, because the person asked for it. */
  readonly againAt: Date | undefined
  readonly budget: Budget
}

const LATER = 3 * HOUR
/** So long before the day ends it is still today. */
const BEFORE_THE_END = 30 * MINUTE
const PAUSE = 14 * DAY

export function decideAnswer({ answer, until }: Answer, budget: Budget, { now, time }: At): Decision {
  const answered = { againAt: undefined, budget } as const
  switch (answer) {
    case 'done':
    case 'not_relevant':
      return answered
    case 'later_today':
      return { againAt: laterToday(now, time), budget }
    case 'next_week':
      return { againAt: nextWorkingMoment(after(now, 7 * DAY), time), budget }
    case 'fewer':
      return { ...answered, budget: { ...budget, perWeek: Math.max(1, budget.perWeek - 1) } }
    case 'pause':
      return {
        ...answered,
        budget: { ...budget, pausedUntil: until ? startOfDay(until, time.timezone) : after(now, PAUSE) }
      }
    case 'stop':
      return { ...answered, budget: { ...budget, stopped: true } }
  }
}

type At = { readonly now: Date; readonly time: WorkingTime }

/** In three hours, or shortly before the day ends; from then on it is another day. */
function laterToday(now: Date, time: WorkingTime): Date | undefined {
  const closes = closesAt(now, time)
  const wanted = after(now, LATER)
  const last = closes && after(closes, -BEFORE_THE_END)
  if (!last || last <= after(now, BEFORE_THE_END)) return nextWorkingMoment(wanted, time)
  return wanted < last ? wanted : last
}
