/** When a person may hear from the coach: their hours, narrowed by what nobody can override, without the days that are free. Pure. */
import type { NudgePreferences } from '../contract/nudges.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { WorkingTime } from '../platform/working-time.ts'
import { DAY } from '../platform/time.ts'
import { profileOf } from './right-to-disconnect.ts'

type Hours = NudgePreferences['hours']
type Limits = Pick<Organization, 'country' | 'disconnect'>
export type Frame = { readonly start: string; readonly end: string }
export type Place = { readonly country: string; readonly region: string | undefined }

/** Where their holidays and their law are. Directories write countries in many ways; only a code is sure. */
export function placeOf(
  told: { readonly country: string | undefined; readonly region: string | undefined },
  home: Pick<Organization, 'country' | 'region'>
): Place {
  const country = told.country && /^[A-Z]{2}$/u.test(told.country) ? told.country : home.country.toUpperCase()
  const isHome = country === home.country.toUpperCase()
  return { country, region: told.region ?? (isHome ? home.region : undefined) }
}

/** The hours around which nobody gets: of the country's right to disconnect, and of the company's own agreement. */
export function frameOf(country: string, { disconnect }: Pick<Limits, 'disconnect'>): Frame {
  const limits = [profileOf(country), disconnect].filter(limit => limit !== undefined)
  return {
    start: limits.map(({ start }) => start).reduce((a, b) => (a > b ? a : b), '00:00'),
    end: limits.map(({ end }) => end).reduce((a, b) => (a < b ? a : b), '24:00')
  }
}

/** Undefined where the hours lie wholly outside of the frame. */
export function within(hours: Pick<Hours, 'start' | 'end'>, frame: Frame): Frame | undefined {
  const start = hours.start > frame.start ? hours.start : frame.start
  const end = hours.end < frame.end ? hours.end : frame.end
  return start < end ? { start, end } : undefined
}

/** A window of no length is never open. */
const SHUT: Frame = { start: '00:00', end: '00:00' }

export type Asked = {
  readonly timezone: string
  readonly hours: Pick<Hours, 'start' | 'end' | 'days'>
  readonly country: string
  readonly freeDays: readonly string[]
}

export const workingTimeOf = ({ timezone, hours, country, freeDays }: Asked, limits: Limits): WorkingTime => ({
  timezone,
  ...(within(hours, frameOf(country, limits)) ?? SHUT),
  days: hours.days,
  holidays: freeDays
})

/** What is left of the company's own hours where somebody works; undefined: nothing. */
export const openIn = (
  country: string,
  { workingHours, disconnect }: Pick<Organization, 'workingHours' | 'disconnect'>
) => within(workingHours, frameOf(country, { disconnect }))

export type Span = { readonly from: string; readonly to: string }

/** The company's own days and blackouts that are not over, the earliest first; what touches is one. */
export function quietAhead(
  { holidays, blackouts }: Pick<Organization, 'holidays' | 'blackouts'>,
  today: string
): readonly Span[] {
  const ahead = [...holidays.map(day => ({ from: day, to: day })), ...blackouts]
    .filter(({ to }) => to >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return ahead.reduce<readonly Span[]>((spans, next) => {
    const last = spans.at(-1)
    if (!last || next.from > dayAfter(last.to)) return [...spans, next]
    return [...spans.slice(0, -1), { from: last.from, to: last.to > next.to ? last.to : next.to }]
  }, [])
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)

/** Each day of the company's blackouts. */
export const blackedOut = ({ blackouts }: Pick<Organization, 'blackouts'>): readonly string[] =>
  blackouts.flatMap(({ from, to }) => {
    const first = Date.parse(`${from}T00:00:00Z`)
    const days = Math.floor((Date.parse(`${to}T00:00:00Z`) - first) / DAY) + 1
    return Array.from({ length: Math.max(0, days) }, (_, index) =>
      new Date(first + index * DAY).toISOString().slice(0, 10)
    )
  })
