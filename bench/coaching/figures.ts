/** The figures of a language, from what was said alone, and the limits they are held to. */
import { countWords } from '../../api/coach/scripted/fold.ts'
import { label } from './label.ts'
import type { Wish } from './person.ts'
import type { Exchange, Played } from './session.ts'

export type Figures = Readonly<Record<GateName, number>>

/** The limits come from AnnoMI's 110 sessions of good quality, and from what people expect of a coach at work. */
export const GATES = {
  reflectionsPerQuestion: { least: 0.8 },
  unrequestedInput: { most: 0.15 },
  medianWords: { most: 25 },
  coachShareOfWords: { most: 0.55 },
  draftsWhenAsked: { least: 0.95 },
  repeatedTurns: { most: 0 },
  offScriptToThePoint: { least: 0.95 },
  plansWithinEight: { least: 0.8 },
  longestTurn: { most: 40 }
} as const satisfies Readonly<Record<string, { readonly least: number } | { readonly most: number }>>
export type GateName = keyof typeof GATES

export const holds = (name: GateName, value: number): boolean => {
  const gate: { readonly least?: number; readonly most?: number } = GATES[name]
  return value >= (gate.least ?? -Infinity) && value <= (gate.most ?? Infinity)
}

const MOST_TURNS = 8

export function figuresOf(people: readonly (readonly Played[])[]): Figures {
  const sessions = people.flat()
  const exchanges = sessions.flatMap(session => session.exchanges)
  const labeled = exchanges.map(({ coach }) => label(coach))
  const words = exchanges.map(({ coach }) => countWords(coach))
  const spoken = exchanges.map(({ person }) => countWords(person.text))
  const finished = sessions.filter(({ left }) => !left)
  const asked = sessions.flatMap(({ exchanges: turns }) => turns).filter(({ person }) => person.wish === 'words')
  const sideways = exchanges.filter(({ person }) => toThePoint(person.wish, '') !== undefined)
  return {
    reflectionsPerQuestion:
      total(labeled.map(({ reflections }) => reflections)) / total(labeled.map(({ questions }) => questions)),
    unrequestedInput:
      exchanges.filter(({ person }, at) => labeled[at]?.of.has('input') && !person.wish).length / exchanges.length,
    medianWords: median(words),
    coachShareOfWords: total(words) / (total(words) + total(spoken)),
    draftsWhenAsked: share(asked, ({ coach }) => label(coach).of.has('draft')),
    repeatedTurns: total(people.map(one => repeats(one.flatMap(session => session.exchanges)))),
    offScriptToThePoint: share(sideways, ({ person, coach }) => toThePoint(person.wish, coach, person.text) === true),
    plansWithinEight: share(finished, session => session.exchanges.length <= MOST_TURNS && inOwnWords(session)),
    longestTurn: Math.max(...exchanges.map(({ coach }) => coach.split(/\s+/u).length))
  }
}

const total = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0)
const share = <T>(of: readonly T[], good: (each: T) => boolean): number =>
  of.length === 0 ? 1 : of.filter(good).length / of.length
const median = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0

/** How many turns of a person's sessions say word for word what an earlier one said. */
const repeats = (exchanges: readonly Exchange[]): number =>
  exchanges.length - new Set(exchanges.map(({ coach }) => coach)).size

const ANSWERS: Readonly<Partial<Record<Exclude<Wish, undefined>, RegExp>>> = {
  weather: /weather|forecast|tiempo|pronóstico|clima/iu,
  code: /code|program|código/iu,
  joke: /joke|entertain|funn|poem|chiste|entreten|gracia/iu,
  trivia:
    /(?:do not know|cannot answer|no facts|a search|do not have|no lo sé|no puedo responder|no tengo datos|un buscador|no las sé)/iu,
  human: /(?:program|software|machine|programa|máquina)/iu,
  privacy: /(?:company|manager|teams|empresa|jefes)/iu
}

/** Undefined where the turn was on the matter. */
function toThePoint(wish: Wish, coach: string, text = ''): boolean | undefined {
  if (wish === 'sum') return coach.includes(String(text.includes('*') ? 68 : 325))
  return wish && ANSWERS[wish] ? ANSWERS[wish].test(coach) : undefined
}

const OWN = 0.6
const content = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []

/** Six of ten content words of the step were typed by the person. */
function inOwnWords({ plan, exchanges }: Played): boolean {
  if (!plan) return false
  const typed = new Set(content(exchanges.map(({ person }) => person.text).join(' ')))
  const words = content(plan.action)
  return words.length === 0 || words.filter(word => typed.has(word)).length / words.length >= OWN
}
