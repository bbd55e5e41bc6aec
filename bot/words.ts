/** Everything the bot says in its own words, each language written for its readers. */
import { en, type Words } from './words/en.ts'
import { es } from './words/es.ts'

export type { Audience, Words } from './words/en.ts'

/** The languages offered. Another one is added here and in `words/`; the types then ask for every sentence. */
const WORDS = { en, es } satisfies Readonly<Record<string, Words>>
export type Locale = keyof typeof WORDS
export const LOCALES: readonly Locale[] = ['en', 'es']

export const localeOf = (locale: string): Locale => (locale.toLowerCase().startsWith('es') ? 'es' : 'en')

export const wordsFor = (locale: Locale): Words => WORDS[locale]
