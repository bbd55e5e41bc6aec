/** Pieces of Adaptive Cards that every card shares. Pure. */
import type { Locale, Words } from '../words.ts'

export type Element = Readonly<Record<string, unknown>> & { readonly type: string }
export type Card = Element & { readonly type: 'AdaptiveCard' }

/** Who reads it, and in which words. */
export type Reader = {
  readonly locale: Locale
  readonly words: Words
  readonly timezone: string
  /** Opens the private tab; `place` names one of its pages, or one thing on it, such as `plan:pln_1`. */
  readonly tabLink: (place?: string) => string
}

const VERSION = '1.5'

export const card = (
  reader: Pick<Reader, 'locale'>,
  content: { readonly body: readonly Element[]; readonly actions?: readonly Element[]; readonly fallbackText: string }
): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: VERSION,
  lang: reader.locale,
  fallbackText: content.fallbackText,
  body: content.body,
  ...(content.actions && content.actions.length > 0 ? { actions: content.actions } : {})
})

type TextStyle = Readonly<Record<string, unknown>>

export const text = (value: string, style: TextStyle = {}): Element => ({
  type: 'TextBlock',
  text: escaped(value),
  wrap: true,
  ...style
})

export const heading = (value: string): Element => text(value, { style: 'heading', weight: 'Bolder', size: 'Medium' })

export const small = (value: string): Element => text(value, { size: 'Small', isSubtle: true, spacing: 'Small' })

/** People's own words may hold what a TextBlock would read as a link or emphasis. */
const escaped = (value: string): string => value.replaceAll(/(?<mark>[*_[\]])/gu, String.raw`\$<mark>`)

export const bullets = (lines: readonly string[]): Element => ({
  type: 'Container',
  spacing: 'Small',
  items: lines.map(line => text(`• ${line}`, { spacing: 'Small' }))
})

export type Press = {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  readonly look?: 'positive' | 'overflow'
  /** Where the same can be decided in the tab. */
  readonly place?: string
}

/** A client without Action.Execute gets a link to the tab, where the same can be decided. */
export const press = (reader: Reader, { title, verb, data, look, place }: Press): Element => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  ...(look === 'positive' ? { style: 'positive' } : {}),
  ...(look === 'overflow' ? { mode: 'secondary' } : {}),
  fallback: { type: 'Action.OpenUrl', title, url: reader.tabLink(place) }
})

export const openTab = (reader: Reader, place?: string): Element => ({
  type: 'Action.OpenUrl',
  title: reader.words.openTab,
  url: reader.tabLink(place)
})

/** The last line of every personal card. */
export const footer = (reader: Reader, place?: string): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items: [
    { type: 'TextBlock', text: `[${reader.words.openTab}](${reader.tabLink(place)})`, size: 'Small', wrap: true },
    { ...small(reader.words.tabHint), spacing: 'None' }
  ]
})

/** What was decided, in place of the buttons. */
export const decided = (reader: Reader, title: string, outcome: string, place?: string): Card =>
  card(reader, {
    fallbackText: outcome,
    body: [
      text(title, { isSubtle: true }),
      { type: 'Container', style: 'emphasis', items: [text(outcome, { weight: 'Bolder' })] },
      footer(reader, place)
    ]
  })

/** A day and time in the reader's language and zone. */
export const moment = ({ locale, timezone }: Pick<Reader, 'locale' | 'timezone'>, iso: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: timezone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit'
  }).format(new Date(iso))

export const day = ({ locale, timezone }: Pick<Reader, 'locale' | 'timezone'>, iso: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(iso)
  )
