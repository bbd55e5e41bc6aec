/** What a look says: blocked, halted, or the lift of each outcome with its interval beside what it costs. Pure; not yet gated. */
import { EXPERIMENT_COSTS } from '../contract/experiments.ts'
import { levelOf, looksOf, OUTCOMES, type Experiment, type Outcome } from './experiment.ts'
import { isSplitAsDrawn, type Arms, type Cost, type Sums } from './experiment-sums.ts'
import { ALPHA, clusteredLift, findingOf, newcombe, type Finding, type Lift, type Share } from './lift.ts'

/** The sums of the moment at which the registered cost was exceeded; not one of the planned looks. */
export const HALT_LOOK = 100

export type Pair = { readonly nudged: Share; readonly held: Share; readonly lift: Lift }

export type Result = {
  readonly verdict: Finding | 'blocked' | 'halted'
  /** Chance of error that this look may use. */
  readonly level: number
  readonly joined: Arms
  readonly counted: Arms
  readonly outcomes: readonly (Pair & { readonly outcome: Outcome; readonly isPrimary: boolean })[]
  readonly weeks: readonly (Pair & { readonly week: number })[]
  readonly costs: readonly (Pair & { readonly cost: Cost })[]
  /** One nudge sent against one left out, within the nudged arm; undefined when every one is sent. */
  readonly single: (Lift & { readonly sentTo: number; readonly leftOut: number }) | undefined
}

type Registered = Pick<Experiment, 'primary' | 'holdoutPercent' | 'weeks' | 'costPoints'>

const pairOf = (did: Arms, of: Arms, level: number): Pair => {
  const nudged = { count: did.nudged, of: of.nudged }
  const held = { count: did.held, of: of.held }
  return { nudged, held, lift: newcombe(nudged, held, level) }
}

/** @param look counted from 1, or `HALT_LOOK`. */
export function resultOf(experiment: Registered, look: number, sums: Sums): Result {
  const level = look === HALT_LOOK ? ALPHA : levelOf(experiment.weeks, look - 1)
  const costs = EXPERIMENT_COSTS.map(cost => ({ cost, ...pairOf(sums.costs[cost], sums.joined, ALPHA) }))
  const base = { level, joined: sums.joined, counted: sums.counted, costs, outcomes: [], weeks: [], single: undefined }
  if (!isSplitAsDrawn(sums, experiment.holdoutPercent / 100)) return { ...base, costs: [], verdict: 'blocked' }
  if (look === HALT_LOOK) return { ...base, verdict: 'halted' }
  const outcomes = OUTCOMES.map(outcome => ({
    outcome,
    isPrimary: outcome === experiment.primary,
    ...pairOf(sums.outcomes[outcome], sums.counted, level)
  }))
  const primary = outcomes.find(({ isPrimary }) => isPrimary)
  const single = clusteredLift(sums.single, level)
  return {
    ...base,
    verdict: primary ? findingOf(primary.lift) : 'not_enough',
    outcomes,
    weeks: sums.weeks.map(({ counted, did }, week) => ({ week: week + 1, ...pairOf(did, counted, ALPHA) })),
    single: single && { ...single, sentTo: sums.single.sentTo, leftOut: sums.single.leftOut }
  }
}

/** Whether nudges drive away more people than was registered: by the figure itself, and not by chance alone. */
export function costsTooMuch({ costPoints }: Registered, { gaveUp, joined }: Sums): boolean {
  const { lift } = pairOf(gaveUp, joined, ALPHA)
  return lift.difference * 100 > costPoints && lift.low > 0
}

/** The newest planned look, counted from 1, that a week after the start has reached; 0 before the first. */
export const lookReached = (weeks: number, week: number): number => looksOf(weeks).filter(each => each <= week).length
