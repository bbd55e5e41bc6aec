/** A nudge that an occasion made, in the words of its person's language. Pure. */
import type { NudgePreferences, NudgeView } from '../contract/nudges.ts'
import { OCCASION_WORDS, type Occasion } from './occasion-words.ts'
import type { NudgeRow } from './store.ts'

type Locale = NudgePreferences['language']['locale']
type Told = Pick<NudgeView, 'action' | 'whyYou' | 'whyNow' | 'evidence' | 'dataUsed'>

/** Undefined for content of the library, of journeys and of campaigns. */
export function tellOccasion(
  { content_id, reason }: Pick<NudgeRow, 'content_id' | 'reason'>,
  locale: Locale
): Told | undefined {
  const words = OCCASION_WORDS[locale]
  if (content_id === null || !isOccasion(content_id, words)) return undefined
  const data = new Map(reason?.data.map(({ name, value }) => [name, value]))
  return words[content_id](name => written(data.get(name) ?? '', locale))
}

const isOccasion = (id: string, words: object): id is Occasion => Object.hasOwn(words, id)

const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/u

const written = (value: string, locale: Locale): string =>
  DAY_TEXT.test(value)
    ? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${value}T00:00:00Z`)
      )
    : value
