/** When a report falls due: a weekday's wall time in the schedule's zone, each week or the first of a month. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { ReportSchedule } from '../contract/report-schedule.ts'

/** The latest moment up to `now` at which it fell due; undefined where it never does. */
export function lastDue(schedule: ReportSchedule, now: Date): Date | undefined {
  const moments = momentsAround(schedule, now).filter(at => at <= now)
  return moments.at(-1)
}

/** The first moment after `now`. */
export const nextDue = (schedule: ReportSchedule, now: Date): Date | undefined =>
  momentsAround(schedule, now).find(at => at > now)

/** Of the periods before, of and after now, in order. */
function momentsAround({ every, weekday, time, timezone }: ReportSchedule, now: Date): readonly Date[] {
  if (every === 'never') return []
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  return [-1, 0, 1].map(step => {
    const from =
      every === 'week'
        ? today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: step })
        : today.with({ day: 1 }).add({ months: step })
    const day = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 })
    // `compatible` is the rule of this product: a wall time in a gap moves to the next valid minute, in an overlap it is the first.
    const due = day.toZonedDateTime({ timeZone: timezone, plainTime: Temporal.PlainTime.from(time) })
    return new Date(due.epochMilliseconds)
  })
}
