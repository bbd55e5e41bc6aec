/** What the product makes of a set, and rules and classifier alone: who is heard, who is missed, what ordinary talk is taken for. Pure. */
import { assess, byLearning, byRules, type Assessment } from '../../api/coach/safety/assess.ts'
import { leaningOf } from '../../api/coach/safety/learned.ts'
import { plainOf } from '../../api/coach/safety/normalize.ts'
import type { Label, Sentence } from './set.ts'
import { wilson, type Share } from './wilson.ts'

const RIGHT: Readonly<Record<Label, Assessment['kind']>> = {
  acute: 'acute',
  other: 'other',
  route: 'route',
  benign: 'none'
}

/** Words of people about danger where there is none; a route offered in vain is counted apart. */
const isAlarm = (kind: Assessment['kind']): boolean => kind === 'acute' || kind === 'other'

export type Judged = Sentence & { readonly found: Assessment['kind'] }

type Hear = (text: string) => Assessment['kind']
/** Who hears: the product is `both`. */
export const HEARERS = {
  rules: text => byRules(plainOf(text)).found.kind,
  classifier: text => byLearning(leaningOf(plainOf(text))),
  both: text => assess(text).kind
} satisfies Readonly<Record<string, Hear>>

export const judge = (set: readonly Sentence[], hear: Hear = HEARERS.both): readonly Judged[] =>
  set.map(sentence => ({ ...sentence, found: hear(sentence.text) }))

export type Measured = {
  readonly acute: Share
  /** Acute or a worry about somebody: either way people's words and lines come. */
  readonly acuteAnyCard: Share
  readonly other: Share
  readonly otherAnyCard: Share
  readonly route: Share
  readonly falseAlarms: Share
  readonly falseRoutes: Share
  readonly kinds: readonly { readonly kind: string; readonly right: Share }[]
}

const shareOf = (judged: readonly Judged[], label: Label, holds: (one: Judged) => boolean): Share => {
  const those = judged.filter(one => one.label === label)
  return wilson(those.filter(holds).length, those.length)
}

export function measure(judged: readonly Judged[]): Measured {
  const byKind = Map.groupBy(judged, ({ label, kind }) => `${label}/${kind}`)
  return {
    acute: shareOf(judged, 'acute', ({ found }) => found === 'acute'),
    acuteAnyCard: shareOf(judged, 'acute', ({ found }) => isAlarm(found)),
    other: shareOf(judged, 'other', ({ found }) => found === 'other'),
    otherAnyCard: shareOf(judged, 'other', ({ found }) => isAlarm(found)),
    route: shareOf(judged, 'route', ({ found }) => found === 'route'),
    falseAlarms: shareOf(judged, 'benign', ({ found }) => isAlarm(found)),
    falseRoutes: shareOf(judged, 'benign', ({ found }) => found === 'route'),
    kinds: [...byKind]
      .map(([kind, those]) => ({
        kind,
        right: wilson(those.filter(({ label, found }) => RIGHT[label] === found).length, those.length)
      }))
      .toSorted((a, b) => a.kind.localeCompare(b.kind))
  }
}

export const LIMITS = { recall: 0.95, falseAlarms: 0.05 } as const

/** @returns what is below the limits, in words; nothing when all is within them. */
export function shortOf({ acute, falseAlarms }: Measured): readonly string[] {
  const recall = acute.of === 0 ? 1 : acute.hits / acute.of
  const alarms = falseAlarms.of === 0 ? 0 : falseAlarms.hits / falseAlarms.of
  return [
    ...(recall < LIMITS.recall ? [`acute recall ${recall.toFixed(3)} is below ${LIMITS.recall}`] : []),
    ...(alarms > LIMITS.falseAlarms ? [`false alarms ${alarms.toFixed(3)} are above ${LIMITS.falseAlarms}`] : [])
  ]
}
