/** What a text asks of people before any program answers it. Pure; nothing of it is kept. */
import type { RouteTopic } from '../../contract/safety.ts'
import type { Family } from './families.ts'
import { tonguesOf } from './language.ts'
import { leaningOf, type Leaning } from './learned.ts'
import { plainOf, type Plain } from './normalize.ts'
import { otherLanguages } from './other-languages.ts'
import { topicsIn } from './routing.ts'
import { signalsIn, signsIn, type Signal, type Signs } from './signals.ts'
import type { Spoken } from './spoken.ts'

export type Assessment =
  | { readonly kind: 'acute'; readonly languages: readonly Spoken[] }
  | { readonly kind: 'other'; readonly languages: readonly Spoken[] }
  | { readonly kind: 'route'; readonly topics: readonly RouteTopic[] }
  | { readonly kind: 'none' }

/** One weighty sign, or two lesser ones, on one person. */
const ALARMING = 2
const ALARMING_SUM = 3
/** Beyond it a text says nothing new to rules; it bounds their time. */
const LONGEST = 8000

/** A text with what is found in it, which is most of the work. */
export type Heard = { readonly text: string; readonly plain: Plain; readonly signs: Signs; readonly leaning: Leaning }

export function hear(text: string): Heard {
  const plain = plainOf(text.slice(0, LONGEST))
  const signs = signsIn(plain)
  return { text, plain, signs, leaning: leaningOf(plain, signs.signals) }
}

/** @param earlier what the person wrote just before, newest last: signs may be scattered over messages. */
export const assessHeard = ({ plain, signs, leaning }: Heard, earlier: readonly string[] = []): Assessment =>
  together(plain, byRules(plain, earlier, signs), leaning)

export const assess = (text: string, earlier: readonly string[] = []): Assessment => assessHeard(hear(text), earlier)

type ByRules = {
  readonly found: Assessment
  /** How sure it is of what it found of the person's own: what the weightiest sign weighs, `PLAIN` for several, `CERTAIN` at most; 0 for none. */
  readonly sign: number
  /** Words of danger were there, but denied, a topic or long over. */
  readonly explained: boolean
}

/** What the lexicon makes of it alone. */
export function byRules(
  plain: Plain,
  earlier: readonly string[] = [],
  { signals, explained }: Signs = signsIn(plain)
): ByRules {
  const elsewhere = otherLanguages(plain.sentences.join(' . '))
  const mine = signals.filter(({ who }) => who === 'self')
  const sign = Math.max(0, ...mine.map(({ points }) => points))
  if (elsewhere.length > 0) return { found: { kind: 'acute', languages: elsewhere }, sign: CERTAIN, explained }
  if (mine.length > 0 && isAlarmingTogether(mine, earlier))
    return {
      found: { kind: 'acute', languages: languagesOf(mine) },
      sign: sum(mine) > ALARMING_SUM ? PLAIN : CERTAIN,
      explained
    }
  if (isAlarming(mine)) return { found: { kind: 'acute', languages: languagesOf(mine) }, sign, explained }
  const theirs = signals.filter(({ who }) => who === 'third')
  if (isWorrying(theirs)) return { found: { kind: 'other', languages: languagesOf(theirs) }, sign, explained }
  const topics = topicsIn(plain.sentences)
  return { found: topics.length > 0 ? { kind: 'route', topics } : { kind: 'none' }, sign, explained }
}

/** What was learned alone, as far as it alarms. */
export function byLearning(leaning: Leaning, from: number = ALARMS_FROM): 'acute' | 'other' | 'none' {
  const { acute, other } = leaning
  if (acute >= from && acute >= other) return 'acute'
  return other >= Math.max(0, from - WORRY_BELOW) ? 'other' : 'none'
}

/** In log odds, on sentences the weights were not learned from: `npm run safety:train` says what each would hear. */
const ALARMS_FROM = 0.6
/** A card about a worry costs little. */
const WORRY_BELOW = 1
/** More is wanted of what has routes of its own, or is denied, a topic or long over. */
const WITH_ROUTES = 0.8
const EXPLAINED = 1
const FEWEST_WORDS = 3
/** So few words say little: more is wanted of them, too. */
const FEW_WORDS = 4
const OF_FEW = 0.6
/** Heard so much more clearly as the person's own danger that signs of a worry do not change it. */
const LEADS = 1
/** Heard so much more clearly as a worry that a sign of the person's own is somebody else's words. */
const THEIRS = 1
/** What other languages say plainly, or only several messages together, was never learned: nothing learned says whose it is. */
const CERTAIN = 4
/** A sign of this weight, or several in one text, is believed, unless every sentence by itself is heard as more ordinary than not. */
const PLAIN = 3
const ORDINARY_THROUGHOUT = 0
/** A sign of less weight that everything else speaks against is a way of speaking. */
const ORDINARY = 0.5

/** The lexicon's sign or what was learned: either is enough. */
export function together(plain: Plain, { found, sign, explained }: ByRules, leaning: Leaning): Assessment {
  const { acute, other } = leaning
  if (found.kind === 'acute' && isBelieved(sign, leaning))
    return sign < CERTAIN && other - acute > THEIRS ? { kind: 'other', languages: found.languages } : found
  const words = wordsIn(plain)
  const from =
    ALARMS_FROM +
    (explained ? EXPLAINED : 0) +
    (found.kind === 'route' ? WITH_ROUTES : 0) +
    (words <= FEW_WORDS ? OF_FEW : 0)
  // Of a word or two only rules judge.
  const heard = words < FEWEST_WORDS ? 'none' : byLearning(leaning, from)
  const isTheirs = heard !== 'acute' || acute - other <= LEADS
  if (found.kind === 'other' && isTheirs && Math.max(acute, other) > ORDINARY) return found
  if (heard !== 'none') return { kind: heard, languages: spokenIn(plain) }
  return found.kind === 'route' ? found : { kind: 'none' }
}

const isBelieved = (sign: number, { acute, loudest }: Leaning): boolean =>
  sign >= CERTAIN || acute > ORDINARY || (sign >= PLAIN && loudest > ORDINARY_THROUGHOUT)

const wordsIn = ({ sentences }: Plain): number =>
  sentences
    .join(' ')
    .split(' ')
    .filter(word => word !== ',').length

const spokenIn = ({ sentences }: Plain): readonly Spoken[] => tonguesOf(sentences.join(' . ')).slice(0, 1)

/** Whether what was said just before may matter: without any sign of the person's own it does not. */
export const hintsAtDanger = ({ signs }: Heard): boolean => signs.signals.some(({ who }) => who === 'self')

const languagesOf = (signals: readonly Signal[]): readonly Spoken[] => {
  const most = Math.max(...signals.map(({ points }) => points))
  return [...new Set(signals.filter(({ points }) => points === most).map(({ language }) => language))]
}

/** What stands for nothing by itself: people move house, make a will, say goodbye to a team. */
const ONLY_TOGETHER: readonly Family[] = ['goodbye']

const isAlarming = (signals: readonly Signal[]): boolean =>
  signals.some(({ family, points }) => points >= (ONLY_TOGETHER.includes(family) ? ALARMING_SUM : ALARMING)) ||
  total(signals) >= (signals.some(({ points }) => points >= ALARMING) ? ALARMING_SUM : ALARMING_SUM + 1)

/** Of somebody else people tell less, and a card about a worry costs little. */
const isWorrying = (signals: readonly Signal[]): boolean =>
  isAlarming(signals) || (new Set(signals.map(({ family }) => family)).size > 1 && total(signals) >= ALARMING)

/** How many sentences apart signs may stand to be told together. */
const APART = 3

/** The most that is told within a few sentences. */
const total = (signals: readonly Signal[]): number =>
  Math.max(
    0,
    ...[...new Set(signals.map(({ place: [at] }) => at))].map(at =>
      sum(signals.filter(({ place: [other] }) => other >= at && other - at <= APART))
    )
  )

/** The weightiest sign of each family; one more for a second and for a third that stand elsewhere. */
function sum(signals: readonly Signal[]): number {
  const byFamily = Map.groupBy(signals, ({ family }) => family)
  return [...byFamily.values()].reduce((points, found) => points + weightOf(found), 0)
}

function weightOf(found: readonly Signal[]): number {
  const [first, ...others] = found.toSorted((a, b) => b.points - a.points)
  if (!first) return 0
  const second = others.find(other => isElsewhere(first, other))
  const third = others.find(other => second && isElsewhere(first, other) && isElsewhere(second, other))
  return first.points + (second ? 1 : 0) + (third ? 1 : 0)
}

const isElsewhere = ({ place: [one, from, to] }: Signal, { place: [other, start, end] }: Signal): boolean =>
  one !== other || end <= from || start >= to

function isAlarmingTogether(now: readonly Signal[], earlier: readonly string[]): boolean {
  const before = earlier.flatMap(text => signalsIn(plainOf(text.slice(0, LONGEST)))).filter(({ who }) => who === 'self')
  return sum([...now, ...before]) > ALARMING_SUM
}
