/** Working time in a person's own zone. Pure. */
import { Temporal } from 'temporal-polyfill'

export type WorkingTime = {
  readonly timezone: string
  /** `HH:MM`, local wall time. */
  readonly start: string
  readonly end: string
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[]
  /** `YYYY-MM-DD`, local dates without messages. */
  readonly holidays: readonly string[]
}

/** A year without one working day means that the company's settings allow none. */
const SEARCH_DAYS = 400

/** The first moment from `from` on that lies in working time; undefined when there is none within a year. */
export function nextWorkingMoment(from: Date, time: WorkingTime): Date | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(time.timezone)
  for (let offset = 0; offset < SEARCH_DAYS; offset++) {
    const day = local.toPlainDate().add({ days: offset })
    if (!time.days.includes(day.dayOfWeek) || time.holidays.includes(day.toString())) continue
    const opens = at(day, time.start, time.timezone)
    if (from.getTime() < opens) return new Date(opens)
    if (from.getTime() < at(day, time.end, time.timezone)) return from
  }
  return undefined
}

export const isWorkingTime = (moment: Date, time: WorkingTime): boolean =>
  nextWorkingMoment(moment, time)?.getTime() === moment.getTime()

/** `compatible`: a wall time in a clock gap moves to the next valid minute, in an overlap it is the first. */
const at = (day: Temporal.PlainDate, wall: string, timezone: string): number =>
  day.toZonedDateTime({ timeZone: timezone, plainTime: Temporal.PlainTime.from(wall) }).epochMilliseconds
