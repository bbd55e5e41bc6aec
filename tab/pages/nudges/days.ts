/** Days of a person's own zone. Pure. */

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** `YYYY-MM-DD` there, at that moment. */
export const dayAt = (moment: Date, timezone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment
  )

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)

/** The day's first moment there, as clocks change: where midnight is skipped, what comes instead. */
export function startOfDay(day: string, timezone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const near = [-14, 0, 14].map(hours => utc - offsetAt(new Date(utc + hours * HOUR_MS), timezone))
  const fitting = near.filter(each => dayAt(new Date(each), timezone) === day).toSorted((a, b) => a - b)
  return new Date(fitting[0] ?? utc)
}

/** How far the clock there is ahead of UTC, in milliseconds. */
function offsetAt(moment: Date, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  }).formatToParts(moment)
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(part => part.type === type)?.value ?? 0)
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
  return local - Math.floor(moment.getTime() / 1000) * 1000
}
