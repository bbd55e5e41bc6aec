/** Working time in a person's own zone. Pure; what the calendar says of a zone and a day is worked out once. */
import { Temporal } from 'temporal-polyfill'
import { DAY } from './time.ts'

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
  if (time.start >= time.end) return undefined
  const today = dayNumber(from, time.timezone)
  for (let offset = 0; offset < SEARCH_DAYS; offset++) {
    const window = windowOn(today + offset, time)
    if (!window) continue
    if (from.getTime() < window.opens) return new Date(window.opens)
    if (from.getTime() < window.closes) return from
  }
  return undefined
}

export const isWorkingTime = (moment: Date, time: WorkingTime): boolean => {
  const window = windowOn(dayNumber(moment, time.timezone), time)
  return window !== undefined && window.opens <= moment.getTime() && moment.getTime() < window.closes
}

/** When the window that this moment lies in closes; undefined outside of working time. */
export function closesAt(moment: Date, time: WorkingTime): Date | undefined {
  const window = windowOn(dayNumber(moment, time.timezone), time)
  return window && isWorkingTime(moment, time) ? new Date(window.closes) : undefined
}

/** The last working day before a local day, within two weeks. */
export function workingDayBefore(day: string, time: WorkingTime): string | undefined {
  const number = numberOf(day)
  for (let back = 1; back <= 14; back++) if (windowOn(number - back, time)) return dayText(number - back)
  return undefined
}

/** The local day of a moment, `YYYY-MM-DD`. */
export const localDay = (moment: Date, timezone: string): string => dayText(dayNumber(moment, timezone))

/** When a local day begins there; `plus` days later. */
export const startOfDay = (day: string, timezone: string, plus = 0): Date =>
  new Date(startOf(numberOf(day) + plus, timezone))

/** A local wall time as a moment: in a clock gap the next valid minute, in an overlap the first. */
export const wallMoment = (day: string, wall: string, timezone: string): Date =>
  new Date(at(numberOf(day), wall, timezone))

type Window = { readonly opens: number; readonly closes: number }

const windows = new WeakMap<WorkingTime, Map<number, Window | undefined>>()

function windowOn(day: number, time: WorkingTime): Window | undefined {
  const known = windows.get(time) ?? new Map<number, Window | undefined>()
  windows.set(time, known)
  if (!known.has(day)) known.set(day, findWindow(day, time))
  return known.get(day)
}

function findWindow(day: number, { timezone, start, end, days, holidays }: WorkingTime): Window | undefined {
  // The first of January 1970 was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1
  if (!days.includes(weekday) || holidays.includes(dayText(day))) return undefined
  const [opens, closes] = [at(day, start, timezone), at(day, end, timezone)]
  return opens < closes ? { opens, closes } : undefined
}

/** Days since 1970, of the local calendar. */
function dayNumber(moment: Date, timezone: string): number {
  const near = Math.floor(moment.getTime() / DAY)
  return [near + 1, near].find(day => startOf(day, timezone) <= moment.getTime()) ?? near - 1
}

const MOST_DAYS = 2000
const starts = new Map<string, Map<number, number>>()

function startOf(day: number, timezone: string): number {
  const known = starts.get(timezone) ?? new Map<number, number>()
  starts.set(timezone, known)
  const found = known.get(day)
  if (found !== undefined) return found
  const made = plainDay(day).toZonedDateTime(timezone).epochMilliseconds
  if (known.size >= MOST_DAYS) known.clear()
  known.set(day, made)
  return made
}

/** `compatible`: a wall time in a clock gap moves to the next valid minute, in an overlap it is the first. */
const at = (day: number, wall: string, timezone: string): number =>
  plainDay(day).toZonedDateTime({ timeZone: timezone, plainTime: wall }).epochMilliseconds

const plainDay = (day: number): Temporal.PlainDate => Temporal.PlainDate.from(dayText(day))
const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
const numberOf = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY)
