import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clusteredLift,
  findingOf,
  isMismatched,
  mismatchChance,
  newcombe,
  smallestDetectable,
  spend,
  wilson,
  type Share
} from './lift.ts'
import { upperQuantile, upperTail } from './normal.ts'

/** A repeatable stream of numbers in [0, 1): a multiplicative congruence modulo a prime. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Chances of 0 … n who do it, from the definition. */
function binomial(n: number, p: number): readonly number[] {
  const logs = [0]
  for (let i = 1; i <= n; i += 1) logs.push((logs[i - 1] ?? 0) + Math.log(i))
  const log = (i: number) => logs[i] ?? 0
  return Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(log(n) - log(k) - log(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p))
  )
}

const share = fc
  .integer({ min: 1, max: 5000 })
  .chain(of => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }))

describe('the normal distribution', () => {
  test('tails agree with the area under the bell, added up in small steps', () => {
    const bell = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    for (const z of [0, 0.5, 1, 1.96, 2.9, 3.1, 4, 5]) {
      const step = 0.001
      let area = 0
      for (let i = 0; i < 12_000; i += 1) {
        const x = z + i * step
        area += ((bell(x) + 4 * bell(x + step / 2) + bell(x + step)) * step) / 6
      }
      expect(upperTail(z) / area).toBeCloseTo(1, 8)
      expect(upperTail(-z)).toBeCloseTo(1 - area, 10)
    }
  })

  test('a quantile leads back to its tail', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), tail => {
        expect(upperTail(upperQuantile(tail)) / tail).toBeCloseTo(1, 6)
      })
    )
    expect(upperQuantile(0.025)).toBeCloseTo(1.959964, 6)
  })
})

describe('intervals', () => {
  // Published: Newcombe, Statistics in Medicine 17 (1998) 857 and 873.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])('a share of %i in %i has the published score interval', (count, of, low, high) => {
    const interval = wilson({ count, of })
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('the ends of a share’s interval are where the observed share is 1.96 standard errors away', () => {
    fc.assert(
      fc.property(share, ({ count, of }) => {
        const { low, high } = wilson({ count, of })
        for (const end of [low, high].filter(each => each > 0 && each < 1))
          expect(Math.abs(count / of - end) / Math.sqrt((end * (1 - end)) / of)).toBeCloseTo(1.959964, 3)
      })
    )
  })

  test('56 in 70 against 48 in 80 has the published interval of the difference', () => {
    const { difference, low, high } = newcombe({ count: 56, of: 70 }, { count: 48, of: 80 })
    expect([difference, low, high].map(value => value.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339'])
  })

  test('the difference lies inside its interval, which turns around with the arms and lies within -1 and 1', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const there = newcombe(a, b)
        const back = newcombe(b, a)
        expect(there.low).toBeLessThanOrEqual(there.difference)
        expect(there.high).toBeGreaterThanOrEqual(there.difference)
        expect(there.low).toBeCloseTo(-back.high, 10)
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(there.high).toBeLessThanOrEqual(1 + 1e-12)
      })
    )
  })

  test('more people make it narrower, a stricter level wider', () => {
    const width = (n: number, alpha?: number) => {
      const { low, high } = newcombe({ count: 0.4 * n, of: n }, { count: 0.3 * n, of: n }, alpha)
      return high - low
    }
    expect(width(400)).toBeLessThan(width(100))
    expect(width(400, 0.01)).toBeGreaterThan(width(400))
  })

  test('95 of 100 intervals hold the true difference: counted over every outcome that two arms can have', () => {
    for (const [ofA, a, ofB, b] of [
      [60, 0.3, 20, 0.2],
      [90, 0.5, 10, 0.5],
      [120, 0.1, 30, 0.05]
    ] as const) {
      const chancesA = binomial(ofA, a)
      const chancesB = binomial(ofB, b)
      let covered = 0
      chancesA.forEach((chanceA, i) =>
        chancesB.forEach((chanceB, j) => {
          const { low, high } = newcombe({ count: i, of: ofA }, { count: j, of: ofB })
          if (low <= a - b && a - b <= high) covered += chanceA * chanceB
        })
      )
      // Score intervals waver a little around 95 % in arms as small as these.
      expect(covered).toBeGreaterThan(0.94)
    }
  })

  test('nothing is said of an arm without people, and of an interval that holds zero', () => {
    expect(findingOf(newcombe({ count: 0, of: 0 }, { count: 3, of: 9 }))).toBe('not_enough')
    expect(findingOf(newcombe({ count: 400, of: 1000 }, { count: 300, of: 1000 }))).toBe('helps')
    expect(findingOf(newcombe({ count: 300, of: 1000 }, { count: 400, of: 1000 }))).toBe('harms')
    expect(findingOf(newcombe({ count: 41, of: 100 }, { count: 40, of: 100 }))).toBe('not_enough')
  })
})

describe('what could be detected', () => {
  // 388 an arm for 50 against 60 %, 686 for 10 against 15 %: as in every textbook's table.
  test.each([
    [0.5, 0.1, 388],
    [0.1, 0.05, 686]
  ])('from %d, a rise of %d needs the textbook’s number in each arm', (baseline, rise, each) => {
    const found = (people: number) => smallestDetectable({ people, heldShare: 0.5, baseline })
    expect(found(2 * each)).toBeLessThanOrEqual(rise)
    expect(found(2 * (each - 1))).toBeGreaterThan(rise)
  })

  test('drawn 1,500 times, such a rise is found about 80 times in 100, and none is found where there is none', () => {
    const people = 1200
    const baseline = 0.3
    const heldShare = 0.2
    const rise = smallestDetectable({ people, heldShare, baseline })
    const next = chances(20_261_125)
    const drawn = (of: number, p: number): Share => {
      let count = 0
      for (let i = 0; i < of; i += 1) if (next() < p) count += 1
      return { count, of }
    }
    const foundIn = (truth: number): number => {
      let found = 0
      for (let round = 0; round < 1500; round += 1)
        if (findingOf(newcombe(drawn(960, baseline + truth), drawn(240, baseline))) !== 'not_enough') found += 1
      return found / 1500
    }
    expect(foundIn(rise)).toBeGreaterThan(0.76)
    expect(foundIn(rise)).toBeLessThan(0.84)
    expect(foundIn(0)).toBeLessThan(0.065)
  })

  test('more people find smaller effects; nobody finds none', () => {
    fc.assert(
      fc.property(
        fc.record({
          people: fc.integer({ min: 50, max: 100_000 }),
          heldShare: fc.constantFrom(0.05, 0.1, 0.15, 0.2),
          baseline: fc.double({ min: 0.05, max: 0.6, noNaN: true })
        }),
        design => {
          const now = smallestDetectable(design)
          expect(smallestDetectable({ ...design, people: design.people * 2 })).toBeLessThanOrEqual(now)
          expect(smallestDetectable({ ...design, alpha: 0.01 })).toBeGreaterThanOrEqual(now)
        }
      )
    )
    expect(smallestDetectable({ people: 0, heldShare: 0.1, baseline: 0.3 })).toBe(Infinity)
    expect(smallestDetectable({ people: 12, heldShare: 0.1, baseline: 0.3 })).toBe(Infinity)
  })
})

describe('looking more than once', () => {
  const QUARTERS = [0.25, 0.5, 0.75, 1]

  test('the looks spend five in a hundred together, little at first', () => {
    const levels = spend(QUARTERS)
    expect(levels.reduce((sum, level) => sum + level, 0)).toBeCloseTo(0.05, 12)
    expect(levels).toEqual(levels.toSorted((a, b) => a - b))
    expect(levels[0]).toBeCloseTo(2 * upperTail(2 * 1.959964), 8)
    expect(spend([1])[0]).toBeCloseTo(0.05, 12)
  })

  test('four looks at 2,000 experiments without an effect: at most 5 in 100 ever claim one, where unspent looks claim far more', () => {
    const levels = spend(QUARTERS)
    const next = chances(7_919)
    const drawn = (of: number, before: Share): Share => {
      let { count } = before
      for (let i = 0; i < of; i += 1) if (next() < 0.3) count += 1
      return { count, of: before.of + of }
    }
    let claimed = 0
    let naive = 0
    for (let round = 0; round < 2000; round += 1) {
      let nudged: Share = { count: 0, of: 0 }
      let held: Share = { count: 0, of: 0 }
      let ever = false
      let everNaive = false
      for (const level of levels) {
        nudged = drawn(160, nudged)
        held = drawn(40, held)
        ever ||= findingOf(newcombe(nudged, held, level)) !== 'not_enough'
        everNaive ||= findingOf(newcombe(nudged, held)) !== 'not_enough'
      }
      claimed += ever ? 1 : 0
      naive += everNaive ? 1 : 0
    }
    expect(claimed / 2000).toBeLessThanOrEqual(0.05)
    expect(naive / 2000).toBeGreaterThan(0.08)
  })
})

describe('arms as they were drawn', () => {
  test('an uneven split is told from chance', () => {
    expect(isMismatched({ count: 1000, of: 10_000 }, 0.1)).toBe(false)
    expect(isMismatched({ count: 1090, of: 10_000 }, 0.1)).toBe(false)
    expect(isMismatched({ count: 1110, of: 10_000 }, 0.1)).toBe(true)
    expect(isMismatched({ count: 890, of: 10_000 }, 0.1)).toBe(true)
    expect(isMismatched({ count: 0, of: 0 }, 0.1)).toBe(false)
    // Chi-square 10.828 with one degree of freedom is the published 0.001 point.
    expect(mismatchChance({ count: 500 + Math.sqrt(10.828 * 250), of: 1000 }, 0.5)).toBeCloseTo(0.001, 5)
  })

  test('draws that are right are called wrong about once in a thousand', () => {
    const chance = binomial(2000, 0.1).reduce(
      (sum, each, held) => sum + (isMismatched({ count: held, of: 2000 }, 0.1) ? each : 0),
      0
    )
    expect(chance).toBeLessThan(0.002)
    expect(chance).toBeGreaterThan(0.0003)
  })
})

describe('one nudge against one left out', () => {
  type Row = readonly [number, number, number, number]
  const add = (rows: readonly Row[]) => ({
    totals: [0, 1, 2, 3].map(i => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0)),
    products: [0, 1, 2, 3].map(i =>
      [0, 1, 2, 3].map(j => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0))
    )
  })

  test('with one moment a person it is the plain difference and its usual error', () => {
    const rows = Array.from({ length: 900 }, (_, i): Row => {
      const did = i % 10 < 4 ? 1 : 0
      return i < 600 ? [did, 1, 0, 0] : [0, 0, i % 10 < 3 ? 1 : 0, 1]
    })
    const lift = clusteredLift(add(rows))
    expect(lift?.difference).toBeCloseTo(0.1, 12)
    const error = Math.sqrt((0.4 * 0.6) / 600 + (0.3 * 0.7) / 300)
    expect(lift?.high).toBeCloseTo(0.1 + 1.959964 * error, 6)
    expect(clusteredLift(add([[1, 2, 0, 0]]))).toBeUndefined()
  })

  test('where people differ much from each other, 95 of 100 intervals still hold the truth', () => {
    const next = chances(104_729)
    let covered = 0
    for (let round = 0; round < 600; round += 1) {
      const rows = Array.from({ length: 250 }, (): Row => {
        const eager = next() < 0.5 ? 0.1 : 0.7
        const row = [0, 0, 0, 0]
        for (let moment = 0; moment < 8; moment += 1) {
          const at = next() < 0.9 ? 0 : 2
          row[at + 1] = (row[at + 1] ?? 0) + 1
          if (next() < eager + (at === 0 ? 0.1 : 0)) row[at] = (row[at] ?? 0) + 1
        }
        return [row[0] ?? 0, row[1] ?? 0, row[2] ?? 0, row[3] ?? 0]
      })
      const lift = clusteredLift(add(rows))
      if (lift && lift.low <= 0.1 && 0.1 <= lift.high) covered += 1
    }
    expect(covered / 600).toBeGreaterThan(0.93)
  })
})
