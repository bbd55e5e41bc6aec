/** What a text asks of people before any program answers it. Pure; nothing of it is kept. */
import type { RouteTopic } from '../../contract/safety.ts'
import type { Family } from './families.ts'
import { tonguesOf } from './language.ts'
import { leaningOf, type Leaning } from './learned.ts'
import { plainOf, type Plain } from './normalize.ts'
import { otherLanguages } from './other-languages.ts'
import { topicsIn } from './routing.ts'
import { signalsIn, signsIn, type Signal } from './signals.ts'
import type { Spoken } from './spoken.ts'

export type Assessment =
  | { readonly kind: 'acute'; readonly languages: readonly Spoken[] }
  | { readonly kind: 'other'; readonly languages: readonly Spoken[] }
  | { readonly kind: 'route'; readonly topics: readonly RouteTopic[] }
  | { readonly kind: 'none' }

/** One weighty sign, or two lesser ones, on one person. */
const ALARMING = 2
const TOGETHER = 3
/** Beyond it a text says nothing new to rules; it bounds their time. */
const LONGEST = 8000

/** @param earlier what the person wrote just before, newest last: signs may be scattered over messages. */
export function assess(text: string, earlier: readonly string[] = []): Assessment {
  const plain = plainOf(text.slice(0, LONGEST))
  return together(plain, byRules(plain, earlier), leaningOf(plain))
}

type ByRules = {
  readonly found: Assessment
  /** How much the weightiest sign of the person's own weighs; none is 0. */
  readonly sign: number
  /** Words of danger were there, but denied, a topic or long over. */
  readonly explained: boolean
  /** The classifier cannot judge it: another language, or scattered over messages. */
  readonly alone: boolean
}

/** What the lexicon makes of it alone. */
export function byRules(plain: Plain, earlier: readonly string[] = []): ByRules {
  const { signals, explained } = signsIn(plain)
  const elsewhere = otherLanguages(plain.sentences.join(' . '))
  const mine = signals.filter(({ who }) => who === 'self')
  const sign = Math.max(0, ...mine.map(({ points }) => points))
  const heard = (found: Assessment, alone = false): ByRules => ({ found, sign, explained, alone })
  if (elsewhere.length > 0) return heard({ kind: 'acute', languages: elsewhere }, true)
  if (mine.length > 0 && isAlarmingTogether(mine, earlier))
    return heard({ kind: 'acute', languages: languagesOf(mine) }, !isAlarmingTogether(mine, []))
  if (isAlarming(mine)) return heard({ kind: 'acute', languages: languagesOf(mine) })
  const theirs = signals.filter(({ who }) => who === 'third')
  if (isWorrying(theirs)) return heard({ kind: 'other', languages: languagesOf(theirs) })
  const topics = topicsIn(plain.sentences)
  return heard(topics.length > 0 ? { kind: 'route', topics } : { kind: 'none' })
}

/** What was learned alone, as far as it alarms. */
export function byLearning({ acute, other }: Leaning, from: number = ALARMS_FROM): 'acute' | 'other' | 'none' {
  if (acute >= from && acute >= other) return 'acute'
  return other >= from - WORRY_BELOW ? 'other' : 'none'
}

/** All in log odds, chosen on sentences that were not learned from. Below 0: a danger that is missed costs more than a card in vain. */
const ALARMS_FROM = -0.25
/** A card about a worry costs little. */
const WORRY_BELOW = 1
/** What the weightiest sign of the rules adds to what was learned. */
const SIGN_ADDS = [0, 0.5, 1, 2.5]
/** Among so many sentences the classifier may lose one that says it plainly. */
const PLAIN = 3
const LONG = 3
const WORRY_ADDS = 2.5
/** So much more alarming than a worry that the rules heard must danger of one's own sound. */
const LEADS = 1
/** More is wanted of words that are denied, a topic or long over, and of what has routes of its own. */
const EXPLAINED = 4.5
const EXPLAINED_IN_PART = 2
const WITH_ROUTES = 1

/** One sum: what the rules find, or find explained, moves how much must have been heard in the whole. */
export function together(plain: Plain, { found, sign, explained, alone }: ByRules, leaning: Leaning): Assessment {
  if (alone || (found.kind === 'acute' && sign >= PLAIN && plain.sentences.length > LONG)) return found
  const isWorry = found.kind === 'other'
  const acute = leaning.acute + (SIGN_ADDS[sign] ?? 0) - (isWorry ? LEADS : 0)
  const other = leaning.other + (isWorry ? WORRY_ADDS : 0)
  const around = explained && !isWorry ? (sign > 0 ? EXPLAINED_IN_PART : EXPLAINED) : 0
  const more = around + (found.kind === 'route' ? WITH_ROUTES : 0)
  const heard = byLearning({ acute, other }, ALARMS_FROM + more)
  if (heard !== 'none') return { kind: heard, languages: 'languages' in found ? found.languages : spokenIn(plain) }
  return found.kind === 'route' ? found : { kind: 'none' }
}

const spokenIn = ({ sentences }: Plain): readonly Spoken[] => tonguesOf(sentences.join(' . ')).slice(0, 1)

/** Whether what was said just before may matter: without any sign of the person's own it does not. */
export const hintsAtDanger = (text: string): boolean =>
  signalsIn(plainOf(text.slice(0, LONGEST))).some(({ who }) => who === 'self')

const languagesOf = (signals: readonly Signal[]): readonly Spoken[] => {
  const most = Math.max(...signals.map(({ points }) => points))
  return [...new Set(signals.filter(({ points }) => points === most).map(({ language }) => language))]
}

/** What stands for nothing by itself: people move house, make a will, say goodbye to a team. */
const ONLY_TOGETHER: readonly Family[] = ['goodbye']

const isAlarming = (signals: readonly Signal[]): boolean =>
  signals.some(({ family, points }) => points >= (ONLY_TOGETHER.includes(family) ? TOGETHER : ALARMING)) ||
  total(signals) >= (signals.some(({ points }) => points >= ALARMING) ? TOGETHER : TOGETHER + 1)

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
  return sum([...now, ...before]) > TOGETHER
}
