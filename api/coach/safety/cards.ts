/** What people wrote for each kind of need, with the lines and routes that fit where somebody is. Pure. */
import type { CompanyRoute, RouteTopic } from '../../contract/safety.ts'
import type { CrisisLine, Locale } from '../words.ts'
import type { Spoken } from './spoken.ts'
import { en, type SafetyWords } from './words-en.ts'
import { es } from './words-es.ts'
import { ACUTE_ELSEWHERE } from './words-others.ts'

export type Ground = {
  /** The company's own first, then those of countries. */
  readonly lines: readonly CrisisLine[]
  readonly routes: readonly CompanyRoute[]
  readonly country: string
  /** The language the person uses otherwise. */
  readonly locale: Locale
}

export const safetyWords = (locale: Locale): SafetyWords => (locale === 'es' ? es : en)

/** Those of the country and those for everywhere; a general address always. */
function linesFor({ lines, country }: Ground, anyLine: string): string {
  const local = lines.filter(line => line.country === country || line.country === '*')
  return [...new Set([...local.map(line => `${line.name}: ${line.contact}`), anyLine])].join('\n')
}

const isOffered = (language: Spoken): language is Locale => language === 'en' || language === 'es'

function acuteIn(language: Spoken, ground: Ground): string {
  if (!isOffered(language)) return ACUTE_ELSEWHERE[language](linesFor(ground, 'findahelpline.com'))
  return safetyWords(language).acute(linesFor(ground, safetyWords(language).anyLine))
}

/** First in the language they wrote in: in need nobody should have to translate. */
export const acuteText = (languages: readonly Spoken[], ground: Ground): string =>
  [...new Set<Spoken>([...languages, ground.locale])].map(language => acuteIn(language, ground)).join('\n\n')

export const otherText = (languages: readonly Spoken[], ground: Ground): string =>
  [...new Set([...languages.filter(isOffered), ground.locale])]
    .map(language => safetyWords(language).other(linesFor(ground, safetyWords(language).anyLine)))
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
