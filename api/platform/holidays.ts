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
  const { default: Holidays } = await import('date-holidays')
  const options = { types: ['public' as const] }
  const regions = new Holidays().getStates(country) ?? {}
  const calendar = region && region in regions ? new Holidays(country, region, options) : new Holidays(country, options)
  const days = calendar
    .getHolidays(year)
    .flatMap(({ date, start, end }) => spanned(date, end.getTime() - start.getTime()))
  return [...new Set(days)].toSorted()
}

/** Each day that it lasts; one that begins at nightfall is the day after, as it is kept. */
function spanned(date: string, lasts: number): readonly string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: Math.max(1, Math.round(lasts / DAY)) }, (_, index) =>
    new Date(first + index * DAY).toISOString().slice(0, 10)
  )
}
