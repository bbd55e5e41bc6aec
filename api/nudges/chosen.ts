/** What holds for a person when several may say it: they themselves, their Teams, the directory, the company. Pure. */
import { focusAreaSchema, type FocusArea, type NudgePreferences } from '../contract/nudges.ts'
import type { Person } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { PreferenceRow } from './store-preferences.ts'

export type Zone = NudgePreferences['zone']
type Hours = NudgePreferences['hours']
type Language = NudgePreferences['language']

type Home = Pick<Organization, 'timezone' | 'workingHours' | 'locale'>
type Told = Pick<Person, 'timezone' | 'locale'>

export function zoneOf(chosen: PreferenceRow, person: Pick<Told, 'timezone'>, home: Pick<Home, 'timezone'>): Zone {
  if (chosen.timezone) return { timezone: chosen.timezone, source: 'person' }
  if (chosen.client_timezone) return { timezone: chosen.client_timezone, source: 'teams' }
  if (person.timezone && isZone(person.timezone)) return { timezone: person.timezone, source: 'directory' }
  return { timezone: home.timezone, source: 'company' }
}

export function hoursOf(chosen: PreferenceRow, { workingHours }: Pick<Home, 'workingHours'>): Hours {
  const { work_start: start, work_end: end, work_days: days } = chosen
  if (start && end && days) return { start, end, days, source: 'person' }
  return { ...workingHours, source: 'company' }
}

export function languageOf(chosen: PreferenceRow, person: Pick<Told, 'locale'>, home: Pick<Home, 'locale'>): Language {
  if (chosen.locale) return { locale: spoken(chosen.locale), source: 'person' }
  if (person.locale) return { locale: spoken(person.locale), source: 'directory' }
  return { locale: home.locale, source: 'company' }
}

const spoken = (tag: string): Language['locale'] => (tag.toLowerCase().startsWith('es') ? 'es' : 'en')

/** An area that is offered no longer is nobody's. */
export const focusOf = ({ focus }: PreferenceRow): FocusArea[] =>
  focus.flatMap(area => focusAreaSchema.safeParse(area).data ?? [])

const MOST_NAMES = 2000
const zones = new Map<string, boolean>()

/** Directories hold what somebody once typed. Asking the platform is dear, and a company has few zones. */
export function isZone(name: string): boolean {
  const known = zones.get(name)
  if (known !== undefined) return known
  if (zones.size >= MOST_NAMES) zones.clear()
  const is = isKnownZone(name)
  zones.set(name, is)
  return is
}

function isKnownZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
