/** Days as people type them. Pure. */
import { Temporal } from 'temporal-polyfill'
import { dayOfSerial, type Cell } from './sheet.ts'
import type { Columns } from '../contract/enrollment-imports.ts'

export type ReadDay =
  | { readonly kind: 'none' }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'unreadable' }
  /** Day and month could be either way round. */
  | { readonly kind: 'ambiguous' }

type Order = Columns['dateOrder']
type Meant = { readonly order: Order; readonly from1904: boolean }

const NEVER = /^(?:-+|n\/?a|never|none|no end|nunca|ninguna|sin fin|indefinido)$/iu
const ISO = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ].*)?$/u
const NUMBERS = /^(?<first>\d{1,2})[-/. ](?<second>\d{1,2})[-/. ](?<year>\d{4}|\d{2})(?:[T ,].*)?$/u
const DAY_NAMED =
  /^(?<day>\d{1,2})\.?(?:[-/. ]| de )+(?<month>\p{L}{3,})\.?,?(?:[-/. ]| de | del )+(?<year>\d{4}|\d{2})$/u
const NAMED_DAY = /^(?<month>\p{L}{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/u
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/u

export function readDay({ text, day }: Cell, { order, from1904 }: Meant): ReadDay {
  if (day) return { kind: 'day', day }
  if (text === '' || NEVER.test(text)) return { kind: 'none' }
  // A number without a date's format: the days that the spreadsheet program counts.
  if (SERIAL.test(text)) return dayFrom(dayOfSerial(Number(text), from1904)?.split('-').map(Number) ?? [])
  const iso = ISO.exec(text)?.groups
  if (iso) return dayFrom([iso['year'], iso['month'], iso['day']].map(Number))
  const numbers = NUMBERS.exec(text)?.groups
  if (numbers)
    return inOrder(Number(numbers['first']), Number(numbers['second']), { year: yearOf(numbers['year']), order })
  const named = DAY_NAMED.exec(text)?.groups ?? NAMED_DAY.exec(text)?.groups
  return named
    ? dayFrom([yearOf(named['year']), monthOf(named['month'] ?? ''), Number(named['day'])])
    : { kind: 'unreadable' }
}

function inOrder(
  first: number,
  second: number,
  { year, order }: { readonly year: number; readonly order: Order }
): ReadDay {
  const dayFirst = dayFrom([year, second, first])
  const monthFirst = dayFrom([year, first, second])
  if (dayFirst.kind !== 'day') return monthFirst
  if (monthFirst.kind !== 'day' || first === second) return dayFirst
  if (order === null) return { kind: 'ambiguous' }
  return order === 'day_first' ? dayFirst : monthFirst
}

const yearOf = (text = ''): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** The first three letters tell months apart, in English and in Spanish. */
const MONTHS = [
  ['jan', 'ene'],
  ['feb'],
  ['mar'],
  ['apr', 'abr'],
  ['may'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct'],
  ['nov'],
  ['dec', 'dic']
]
const monthOf = (name: string): number => MONTHS.findIndex(names => names.includes(name.slice(0, 3).toLowerCase())) + 1

function dayFrom([year = 0, month = 0, day = 0]: readonly number[]): ReadDay {
  try {
    return { kind: 'day', day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() }
  } catch {
    return { kind: 'unreadable' }
  }
}

/** The first moment of the day, or of the day after, where the company is. */
export function momentOf(day: string, timezone: string, { after = 0 }: { readonly after?: 0 | 1 } = {}): Date {
  const zoned = Temporal.PlainDate.from(day).add({ days: after }).toZonedDateTime(timezone)
  return new Date(zoned.epochMilliseconds)
}
