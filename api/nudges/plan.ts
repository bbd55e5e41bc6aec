/** When the next nudge may come. Pure: the same person, history and clock give the same plan. */
import { DAY, HOUR } from '../platform/time.ts'
import { isWorkingTime, nextWorkingMoment, type WorkingTime } from '../platform/working-time.ts'

export type Budget = {
  readonly perWeek: number
  readonly pausedUntil: Date | undefined
  readonly stopped: boolean
}

export const DEFAULT_PER_WEEK = 2
const APART = 20 * HOUR
const WEEK = 7 * DAY
export type TipWish = {
  readonly now: Date
  readonly time: WorkingTime
  readonly budget: Budget
  /** When unasked nudges were sent, any order. */
  readonly sent: readonly Date[]
  /** 0 to 10 minutes, the same for the same person: spreads a company over its first minutes. */
  readonly jitterMs: number
}

/** When the next unasked nudge may come; undefined when the person wants none. */
export function planTip({ now, time, budget, sent, jitterMs }: TipWish): Date | undefined {
  if (budget.stopped || budget.perWeek === 0) return undefined
  const newest = sent.map(date => date.getTime()).toSorted((a, b) => b - a)
  const apart = newest[0] === undefined ? 0 : newest[0] + APART
  const slot = newest[budget.perWeek - 1]
  const earliest = Math.max(
    now.getTime(),
    apart,
    slot === undefined ? 0 : slot + WEEK,
    budget.pausedUntil?.getTime() ?? 0
  )
  const moment = nextWorkingMoment(new Date(earliest), time)
  if (!moment) return undefined
  const jittered = new Date(moment.getTime() + jitterMs)
  return isWorkingTime(jittered, time) ? jittered : nextWorkingMoment(jittered, time)
}
