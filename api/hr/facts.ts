/** What of a person's work becomes a fact that the coach may use: a closed list, in bands where a figure would say too much. Pure. */
import { FOCUS_NAMES } from '../contract/focus-names.ts'
import type { ContextFact, FactSource } from '../contract/memory.ts'
import type { FocusArea } from '../contract/nudges.ts'
import { DAY } from '../platform/time.ts'
import { wordsFor, type Language } from './words.ts'

export type Ground = {
  readonly title: string | undefined
  readonly department: string | undefined
  readonly country: string | undefined
  /** `YYYY-MM-DD` */
  readonly startedOn: string | undefined
  readonly titleSince: Date | undefined
  readonly teamSize: number
  readonly language: { readonly locale: Language; readonly source: 'person' | 'teams' | 'directory' | 'company' }
  /** Names of those that are open. */
  readonly courses: readonly string[]
  readonly focus: readonly FocusArea[]
}

export type Known = { readonly fact: ContextFact; readonly text: string | null; readonly source: FactSource }

const NEW_MS = 180 * DAY
const MOST_COURSES = 5

export function factsOf(
  ground: Ground,
  { now, language }: { readonly now: Date; readonly language: Language }
): readonly Known[] {
  const words = wordsFor(language)
  const from = (source: FactSource) => (fact: ContextFact, text: string | undefined) => ({
    fact,
    source,
    text: text ?? null
  })
  const directory = from('directory')
  const started = ground.startedOn === undefined ? undefined : new Date(`${ground.startedOn}T00:00:00Z`)
  return [
    directory('title', ground.title),
    directory('department', ground.department),
    directory('tenure', started && words.tenure[tenureBand(now.getTime() - started.getTime())]),
    directory('new_manager', newManagerText(ground, now, language)),
    directory('team_size', ground.teamSize > 0 ? words.teamSize[teamBand(ground.teamSize)] : undefined),
    directory('country', ground.country && nameOfCountry(ground.country, language)),
    from(LANGUAGE_SOURCES[ground.language.source])('language', words.languages[ground.language.locale]),
    from('learning_site')('courses', listed(ground.courses.slice(0, MOST_COURSES), language)),
    from('yourself')(
      'focus',
      listed(
        ground.focus.map(area => FOCUS_NAMES[language][area]),
        language
      )
    )
  ]
}

const LANGUAGE_SOURCES = { person: 'yourself', teams: 'yourself', directory: 'directory', company: 'company' } as const

export type TenureBand = 'new' | 'months' | 'year' | 'years' | 'long'
const YEAR = 365 * DAY

function tenureBand(ms: number): TenureBand {
  if (ms < 90 * DAY) return 'new'
  if (ms < YEAR) return 'months'
  if (ms < 3 * YEAR) return 'year'
  return ms < 10 * YEAR ? 'years' : 'long'
}

export type TeamBand = 'few' | 'some' | 'many'
const teamBand = (people: number): TeamBand => (people < 5 ? 'few' : people < 10 ? 'some' : 'many')

/** Whoever leads people, and whose title became another half a year ago at most. */
function newManagerText({ teamSize, titleSince }: Ground, now: Date, language: Language): string | undefined {
  if (teamSize === 0 || !titleSince || now.getTime() - titleSince.getTime() > NEW_MS) return undefined
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    titleSince
  )
  return wordsFor(language).newManager(month)
}

const listed = (names: readonly string[], language: Language): string | undefined =>
  names.length > 0 ? new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(names) : undefined

function nameOfCountry(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/iu.test(code)) return code
  return new Intl.DisplayNames(language, { type: 'region' }).of(code.toUpperCase()) ?? code
}
