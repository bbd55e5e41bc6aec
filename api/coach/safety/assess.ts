/** What a text asks of people before any program answers it. Pure; nothing of it is kept. */
import type { RouteTopic } from '../../contract/safety.ts'
import type { Family } from './families.ts'
import { plainOf } from './normalize.ts'
import { otherLanguages } from './other-languages.ts'
import { topicsIn } from './routing.ts'
import { signalsIn, type Signal } from './signals.ts'
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
  const signals = signalsIn(plain)
  const elsewhere = otherLanguages(plain.sentences.join(' . '))
  const mine = signals.filter(({ who }) => who === 'self')
  if (elsewhere.length > 0) return { kind: 'acute', languages: elsewhere }
  if (isAlarming(mine) || (mine.length > 0 && isAlarmingTogether(mine, earlier)))
    return { kind: 'acute', languages: languagesOf(mine) }
  const theirs = signals.filter(({ who }) => who === 'third')
  if (isWorrying(theirs)) return { kind: 'other', languages: languagesOf(theirs) }
  const topics = topicsIn(plain.sentences)
  return topics.length > 0 ? { kind: 'route', topics } : { kind: 'none' }
}

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
