/** Public holidays by country and part of it. The calendars are large: they are loaded at the first question. */
import { DAY } from './time.ts'

const known = new Map<string, Promise<readonly string[]>>()
const MOST = 2000

/** @param region as in ISO 3166-2 after the country: `BY`. One that the country has not is left out. @returns local days, in order; none for an unknown country. */
export function publicHolidays(country: string, region: string | undefined, year: number): Promise<readonly string[]> {
  const key = `${country}/${region ?? ''}/${year}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= MOST) known.clear()
  const asked = read(country, region, year)
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

async function read(country: string, region: string | undefined, year: number): Promise<readonly string[]> {
  const calendar = await calendarOf({ country, region })
  return [...new Set(calendar.getHolidays(year).flatMap(spanOf))].toSorted()
}

type Language = 'en' | 'es'
type Asked = { readonly country: string; readonly region: string | undefined; readonly language?: Language }

async function calendarOf({ country, region, language }: Asked) {
  const { default: Holidays } = await import('date-holidays')
  const options = { types: ['public' as const], ...(language ? { languages: [language] } : {}) }
  const regions = new Holidays().getStates(country) ?? {}
  return region && region in regions ? new Holidays(country, region, options) : new Holidays(country, options)
}

export type NamedHoliday = { readonly day: string; readonly name: string }

/** With what each is called, in this language where the calendar knows it, else as it is called there. */
export async function namedHolidays(asked: Required<Asked>, year: number): Promise<readonly NamedHoliday[]> {
  const calendar = await calendarOf(asked)
  const named = calendar.getHolidays(year).flatMap(each => spanOf(each).map(day => ({ day, name: each.name })))
  return [...new Map(named.map(each => [each.day, each])).values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

const REGION = /^[A-Z0-9]{1,3}$/u

/** Parts of the country that have holidays of their own, in this language where the calendar knows it. */
export async function holidayRegions(
  country: string,
  language: Language
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { default: Holidays } = await import('date-holidays')
  const regions = Object.entries(new Holidays().getStates(country, language) ?? {})
  return regions
    .flatMap(([code, name]) => (REGION.test(code) ? [{ code, name }] : []))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
}

type Lasting = { readonly date: string; readonly start: Date; readonly end: Date }
const spanOf = ({ date, start, end }: Lasting): readonly string[] => spanned(date, end.getTime() - start.getTime())

/** Each day that it lasts; one that begins at nightfall is the day after, as it is kept. */
function spanned(date: string, lasts: number): readonly string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: Math.max(1, Math.round(lasts / DAY)) }, (_, index) =>
    new Date(first + index * DAY).toISOString().slice(0, 10)
  )
}
