/** What HR reads, English and Spanish, each written for its readers. */
import { FOCUS_NAMES } from '../contract/focus-names.ts'
import { focusAreaSchema } from '../contract/nudges.ts'
import type { Why } from '../contract/parts.ts'
import { WHY_BLANK } from '../contract/why-blank.ts'
import type { Deed, FigureKey } from './figures.ts'
import type { Dimension } from './parts.ts'
import { en } from './words-en.ts'
import { es } from './words-es.ts'

type Defined = { readonly name: string; readonly definition: string }

export type ReportTexts = {
  readonly fewerThan: (limit: number, of: string) => string
  readonly moreThan: (limit: number, of: string) => string
  readonly countOf: (count: string, of: string) => string
  readonly between: (low: number, high: number) => string
  readonly said: (figure: string, label: string) => string
  readonly andBefore: (said: string, before: string) => string
  readonly asHint: (said: string) => string
  readonly mostChosen: (area: string, label: string) => string
  readonly counted: (people: number) => string
  readonly notEnough: string
  readonly waiting: string
  readonly unbroken: string
  readonly whyNotAll: (dimensions: number) => string
  readonly blankedWhy: (count: number, smallest: number) => string
  readonly dimensions: Readonly<Record<Dimension, string>>
  readonly deeds: Readonly<Record<Deed, Defined>>
  readonly focus: string
  readonly lift: {
    readonly none: (points: string | null) => string
    readonly running: string
    readonly verdicts: Readonly<Record<'helps' | 'harms' | 'not_enough' | 'blocked' | 'halted', string>>
  }
}

export type ReportWords = ReportTexts & {
  readonly figure: (key: FigureKey) => Defined
  readonly why: (why: Why, smallest: number) => string
}

export const REPORT_LANGUAGES = ['en', 'es'] as const
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

export const reportLanguage = (locale: string): ReportLanguage => (locale.startsWith('es') ? 'es' : 'en')

export function reportWords(locale: string): ReportWords {
  const language = reportLanguage(locale)
  const texts = language === 'es' ? es : en
  const focus = new Map<string, Defined>(
    focusAreaSchema.options.map(area => [
      `focus_${area}`,
      { name: FOCUS_NAMES[language][area], definition: texts.focus }
    ])
  )
  const deeds = new Map<string, Defined>(Object.entries(texts.deeds))
  const why = (each: Why, smallest: number): string => WHY_BLANK[language][each](smallest)
  return { ...texts, why, figure: key => focus.get(key) ?? deeds.get(key) ?? { name: key, definition: '' } }
}
