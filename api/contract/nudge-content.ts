/** Words of a nudge that a company writes, and what is wrong with them. Pure, so that page and server judge alike. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** The language alone, such as `es`. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}$/u, 'a language such as en or es')
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/u)[0] ?? locale

export const MOST_WORDS = 60
export const MOST_MINUTES = 2

const line = z.string().max(600)
export const nudgeWordsSchema = z.object({ action: line, whyNow: line, evidence: line.default('') })
export type NudgeWords = z.output<typeof nudgeWordsSchema>

export const wordsByLanguage = z.record(languageSchema, nudgeWordsSchema)
export type WordsByLanguage = z.output<typeof wordsByLanguage>

export const FLAWS = [
  'no_action',
  'no_why',
  'too_long',
  'too_slow',
  'no_title',
  'no_steps',
  'no_course',
  'no_words',
  'no_window'
] as const
export const flawSchema = z.object({
  flaw: z.enum(FLAWS),
  /** Null: of the whole. */
  stepId: z.string().nullable(),
  language: z.string().nullable()
})
export type Flaw = z.output<typeof flawSchema>

export const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length

/** What keeps these words from being sent. */
export function flawOf(words: NudgeWords | undefined): 'no_action' | 'no_why' | 'too_long' | undefined {
  if (!words?.action.trim()) return 'no_action'
  if (!words.whyNow.trim()) return 'no_why'
  return countWords(`${words.action} ${words.whyNow}`) > MOST_WORDS ? 'too_long' : undefined
}

/** The card itself, to whoever asks; marked as a test and outside every budget. `conflict` where the bot cannot reach them. */
export const sendTest = endpoint({
  method: 'POST',
  path: '/v1/nudge-tests',
  access: 'author',
  params: z.object({}),
  query: z.object({}),
  body: z.object({ language: languageSchema, words: nudgeWordsSchema }),
  answer: z.object({ nudgeId: z.string() })
})
