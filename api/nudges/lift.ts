/**
 * What an experiment can say and when: intervals, power, looks, and whether the arms are as they were drawn. Pure.
 * docs/experiments.md has the formulas with their sources.
 */
import { upperQuantile, upperTail } from './normal.ts'

/** People in an arm, and how many of them did it. */
export type Share = { readonly count: number; readonly of: number }

export type Interval = { readonly low: number; readonly high: number }

/** A difference of two shares, from -1 to 1. */
export type Lift = Interval & { readonly difference: number }

/** Chance of an interval that misses, over everything that is ever shown of one outcome. */
export const ALPHA = 0.05
const POWER = 0.8
const SUSPICIOUS = 0.001

/** Score interval of one share. @source Wilson, JASA 22 (1927) 209. */
export function wilson({ count, of }: Share, alpha = ALPHA): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const z2 = upperQuantile(alpha / 2) ** 2
  const share = count / of
  const middle = share + z2 / (2 * of)
  const reach = Math.sqrt(z2 * ((share * (1 - share)) / of + z2 / (4 * of * of)))
  const scale = 1 + z2 / of
  return {
    low: count === 0 ? 0 : (middle - reach) / scale,
    high: count === of ? 1 : (middle + reach) / scale
  }
}

/** `treated` minus `control` with its hybrid score interval. @source Newcombe, Statistics in Medicine 17 (1998) 873, method 10. */
export function newcombe(treated: Share, control: Share, alpha = ALPHA): Lift {
  if (treated.of === 0 || control.of === 0) return { difference: 0, low: -1, high: 1 }
  const a = treated.count / treated.of
  const b = control.count / control.of
  const first = wilson(treated, alpha)
  const second = wilson(control, alpha)
  return {
    difference: a - b,
    low: a - b - Math.hypot(a - first.low, second.high - b),
    high: a - b + Math.hypot(first.high - a, b - second.low)
  }
}

export type Design = {
  /** People in both arms together. */
  readonly people: number
  /** Share of them held out, 0 to 1. */
  readonly heldShare: number
  /** Share of the held who do it anyway, 0 to 1. */
  readonly baseline: number
  readonly alpha?: number
}

/**
 * The smallest rise over the baseline found with 80 % power by a two-sided test; Infinity when there is none below 100 %.
 * @source Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 3rd ed. (2003), chapter 4, without correction.
 */
export function smallestDetectable({ people, heldShare, baseline, alpha = ALPHA }: Design): number {
  const held = people * heldShare
  const nudged = people - held
  if (held < 1 || nudged < 1) return Infinity
  const test = upperQuantile(alpha / 2)
  const power = upperQuantile(1 - POWER)
  const isFound = (rise: number): boolean => {
    const treated = baseline + rise
    const pooled = heldShare * baseline + (1 - heldShare) * treated
    const under = Math.sqrt(pooled * (1 - pooled) * (1 / held + 1 / nudged))
    const beyond = Math.sqrt((baseline * (1 - baseline)) / held + (treated * (1 - treated)) / nudged)
    return rise >= test * under + power * beyond
  }
  if (!isFound(1 - baseline)) return Infinity
  let low = 0
  let high = 1 - baseline
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (isFound(middle)) high = middle
    else low = middle
  }
  return high
}

/**
 * Chance of error that each look may use, so that all looks together miss at most `ALPHA`: the O'Brien-Fleming-like spending
 * function of Lan & DeMets (Biometrika 70, 1983, 659), each step spent by itself. Summing the steps needs no assumption about
 * how looks hang together, so intervals are a little wider than they could be and never too narrow.
 * @param fractions of the planned time, rising, the last is 1.
 */
export function spend(fractions: readonly number[]): readonly number[] {
  const z = upperQuantile(ALPHA / 2)
  const spent = fractions.map(fraction => 2 * upperTail(z / Math.sqrt(fraction)))
  return spent.map((total, look) => total - (spent[look - 1] ?? 0))
}

/**
 * Whether the arms are too unlike the drawn shares to be chance (p < 0.001): then nothing may be read from them.
 * @source Pearson's chi-square with one degree of freedom; Fabijan et al., KDD 2019, for the threshold and its use.
 */
export function isMismatched({ count: held, of }: Share, heldShare: number, tests = 1): boolean {
  return mismatchChance({ count: held, of }, heldShare) < SUSPICIOUS / tests
}

/** Chance of a split at least as uneven when all is well. */
export function mismatchChance({ count: held, of }: Share, heldShare: number): number {
  if (of === 0) return 1
  const off = held - of * heldShare
  const square = (off * off) / (of * heldShare) + (off * off) / (of * (1 - heldShare))
  return 2 * upperTail(Math.sqrt(square))
}

export type Finding = 'helps' | 'harms' | 'not_enough'

/** What an interval says by itself; one that holds zero says nothing yet. */
export const findingOf = ({ low, high }: Interval): Finding => (low > 0 ? 'helps' : high < 0 ? 'harms' : 'not_enough')

export type Ratio = { readonly totals: readonly number[]; readonly products: readonly (readonly number[])[] }

/**
 * Difference of two shares of moments, where one person has many: totals and products over people of [followed and sent, sent,
 * followed and left out, left out]. Ratio estimates with the error between people, since moments of one person hang together.
 * @source Boruvka et al., JASA 113 (2018) 1112, with a constant chance of sending, where its weights cancel.
 */
export function clusteredLift({ totals, products }: Ratio, alpha = ALPHA): Lift | undefined {
  const [didSent = 0, sent = 0, didLeft = 0, left = 0] = totals
  if (sent === 0 || left === 0) return undefined
  const slope = [1 / sent, -didSent / sent ** 2, -1 / left, didLeft / left ** 2]
  const variance = products.reduce(
    (sum, row, i) => sum + row.reduce((inner, product, j) => inner + product * (slope[i] ?? 0) * (slope[j] ?? 0), 0),
    0
  )
  const difference = didSent / sent - didLeft / left
  const reach = upperQuantile(alpha / 2) * Math.sqrt(Math.max(0, variance))
  return { difference, low: Math.max(-1, difference - reach), high: Math.min(1, difference + reach) }
}
