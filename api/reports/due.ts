/** When a weekly report is due: local wall time in the schedule's zone. Pure. */
import { Temporal } from 'temporal-polyfill'

export type ReportSchedule = {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** `HH:MM` */
  readonly time: string
  readonly timezone: string
}

/** The latest moment up to `now` at which the schedule fell due. */
export function lastDue(schedule: ReportSchedule, now: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(schedule.timezone)
  const day = local.toPlainDate().subtract({ days: (local.dayOfWeek - schedule.weekday + 7) % 7 })
  const due = at(day, schedule)
  const latest = due.epochMilliseconds <= now.getTime() ? due : at(day.subtract({ days: 7 }), schedule)
  return new Date(latest.epochMilliseconds)
}

/** `compatible` is the rule of this product: a wall time in a gap moves to the next valid minute, in an overlap it is the first. */
const at = (day: Temporal.PlainDate, schedule: ReportSchedule): Temporal.ZonedDateTime =>
  day.toZonedDateTime({ timeZone: schedule.timezone, plainTime: Temporal.PlainTime.from(schedule.time) })
