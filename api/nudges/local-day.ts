/** Days of a person's own calendar. Pure. */
import { Temporal } from 'temporal-polyfill'

/** When this day, or one so many days later, begins there. */
export const startOfDay = (day: string, timezone: string, plusDays = 0): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: plusDays }).toZonedDateTime(timezone).epochMilliseconds)

export const dayOf = (moment: Date, timezone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timezone).toPlainDate().toString()

export const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
