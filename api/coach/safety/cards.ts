/** What people wrote for each kind of need, with the lines and routes that fit where somebody is. Pure. */
import type { CompanyRoute, RouteTopic } from '../../contract/safety.ts'
import type { CrisisLine, Locale } from '../words.ts'
import { COUNTRY_LINES, EMERGENCY_NUMBERS } from './country-lines.ts'
import type { Spoken } from './spoken.ts'
import { en, type SafetyWords } from './words-en.ts'
import { es } from './words-es.ts'
import { ACUTE_ELSEWHERE, EMERGENCY } from './words-others.ts'

export type Ground = {
  /** The company's own. */
  readonly lines: readonly CrisisLine[]
  readonly routes: readonly CompanyRoute[]
  readonly country: string
  /** The language the person uses otherwise. */
  readonly locale: Locale
}

export const safetyWords = (locale: Locale): SafetyWords => (locale === 'es' ? es : en)

type Line = { readonly name: string; readonly contact: string }

/** The company's own, then those that are known of the country; each number once. */
export function linesFor({ lines, country }: Pick<Ground, 'lines' | 'country'>): readonly Line[] {
  const own = lines.filter(line => line.country === country || line.country === '*')
  const all = [...own, ...(COUNTRY_LINES[country] ?? [])].map(({ name, contact }) => ({ name, contact }))
  return [...new Map(all.toReversed().map(line => [dialed(line.contact), line])).values()].toReversed()
}

const dialed = (contact: string): string => (/\d/u.test(contact) ? contact.replaceAll(/[\s().–-]/gu, '') : contact)

/** None where it is not known. */
export function emergencyLines(language: Spoken, country: string): readonly Line[] {
  const known = EMERGENCY_NUMBERS[country]
  const words = EMERGENCY[language]
  if (known === undefined) return []
  if (typeof known === 'string') return [{ name: `${words.any} (${country})`, contact: known }]
  return (['ambulance', 'police'] as const).map(service => ({
    name: `${words[service]} (${country})`,
    contact: known[service]
  }))
}

/** The country's number for an emergency first, and a general address always. */
function listed(language: Spoken, ground: Ground): string {
  const { name, contact } = safetyWords(isOffered(language) ? language : 'en').anyLine
  const anywhere = isOffered(language) ? `${name}: ${contact}` : contact
  const lines = [...emergencyLines(language, ground.country), ...linesFor(ground)]
  return [...lines.map(line => `${line.name}: ${line.contact}`), anywhere].join('\n')
}

const isOffered = (language: Spoken): language is Locale => language === 'en' || language === 'es'

function acuteIn(language: Spoken, ground: Ground): string {
  if (!isOffered(language)) return ACUTE_ELSEWHERE[language](listed(language, ground))
  return safetyWords(language).acute(listed(language, ground))
}

/** First in the language they wrote in: in need nobody should have to translate. */
export const acuteText = (languages: readonly Spoken[], ground: Ground): string =>
  [...new Set<Spoken>([...languages, ground.locale])].map(language => acuteIn(language, ground)).join('\n\n')

export const otherText = (languages: readonly Spoken[], ground: Ground): string =>
  [...new Set([...languages.filter(isOffered), ground.locale])]
    .map(language => safetyWords(language).other(listed(language, ground)))
    .join('\n\n')

/** The company's routes for these topics, each a choice of the person, and a way outside it. */
export function routesText(topics: readonly RouteTopic[], { routes, locale }: Ground): string {
  const words = safetyWords(locale)
  const named = topics.map(topic => words.topics[topic])
  const list = named.length > 1 ? `${named.slice(0, -1).join(', ')} ${words.and} ${named.at(-1)}` : (named[0] ?? '')
  const own = routes
    .filter(route => route.topics.some(topic => topics.includes(topic)))
    .map(route => `${words.kinds[route.kind]}, ${route.name[locale]}: ${route.contact}`)
  const outside = topics.map(topic => words.outside[topic])
  return words.routes(list, [...own, ...new Set(outside)].join('\n'))
}
