import fc from 'fast-check'
import { expect, test } from 'vitest'
import { armOf, drawMoment, fractionOf, looksOf, offer, offersFor, OUTCOMES, type Ground } from './experiment.ts'
import { costsTooMuch, lookReached, resultOf } from './experiment-result.ts'
import { addSums, isSplitAsDrawn, sumsIn, sumUp, type Counted } from './experiment-sums.ts'
import { isMismatched } from './lift.ts'
import type { NudgeRow } from './store.ts'

const experiment = { salt: 'first', holdoutPercent: 10, sendPercent: 90 }
const people = Array.from({ length: 20_000 }, (_, i) => `per_${i}`)

const moment = (id: string, change: Partial<NudgeRow> = {}) => ({
  id,
  person_id: 'per_1',
  kind: 'tip' as NudgeRow['kind'],
  due_at: new Date('2026-11-23T15:00:00Z'),
  answer: null,
  ...change
})

test('each share is met, in the whole and in every part, and two experiments hold out independent people', () => {
  for (const holdoutPercent of [5, 10, 20]) {
    const held = people.map(id => armOf({ ...experiment, holdoutPercent }, id) === 'held')
    expect(isMismatched({ count: held.filter(Boolean).length, of: people.length }, holdoutPercent / 100)).toBe(false)
    for (let part = 0; part < 8; part += 1) {
      const inPart = held.filter((_, i) => i % 8 === part)
      expect(isMismatched({ count: inPart.filter(Boolean).length, of: inPart.length }, holdoutPercent / 100, 8)).toBe(
        false
      )
    }
  }
  const both = people.filter(
    id => armOf(experiment, id) === 'held' && armOf({ ...experiment, salt: 'second' }, id) === 'held'
  )
  expect(isMismatched({ count: both.length, of: people.length }, 0.01)).toBe(false)
})

test('a person’s arm never changes, and a larger share only adds people', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (personId, salt) => {
      const at = (holdoutPercent: number) => armOf({ ...experiment, salt, holdoutPercent }, personId)
      expect(at(10)).toBe(at(10))
      if (at(5) === 'held') expect(at(20)).toBe('held')
      expect(fractionOf(salt, personId)).toBeLessThan(1)
    })
  )
})

test('of moments, the registered share is sent; a repeat of a draw is the same draw', () => {
  const all = { ...experiment, holdoutPercent: 0 }
  const draws = people.map(id => drawMoment(all, moment(id)))
  const left = draws.filter(draw => draw?.assigned === false).length
  expect(isMismatched({ count: left, of: draws.length }, 0.1)).toBe(false)
  expect(people.map(id => drawMoment(all, moment(id)))).toEqual(draws)
  expect(draws[0]).toMatchObject({ arm: 'nudged', probability: 0.9 })
})

test('what a person asked for is never drawn', () => {
  const everybody = { ...experiment, holdoutPercent: 100 }
  for (const kind of ['welcome', 'first_plan', 'follow_up', 'check_in'] as const)
    expect(drawMoment(everybody, moment('nud_1', { kind }))).toBeUndefined()
  for (const answer of ['later_today', 'next_week'] as const)
    expect(drawMoment(everybody, moment('nud_1', { answer }))).toBeUndefined()
  for (const kind of ['tip', 'course', 'moment', 're_engage', 'campaign'] as const)
    expect(drawMoment(everybody, moment('nud_1', { kind }))).toEqual({ arm: 'held', probability: 0, assigned: false })
})

const ground = (agreed: number, joined = 0): Ground => ({
  agreed,
  joined,
  baselines: { plan: 0.3, course: 0.3, session: 0.3 }
})

test('a company of a thousand is offered nothing, one of 20,000 is, and a growing one later', () => {
  expect(offersFor(ground(1000)).filter(({ week }) => week !== undefined)).toEqual([])
  const large = offer(ground(20_000), { primary: 'plan', weeks: 26, holdoutPercent: 10 })
  expect(large.points).toBeLessThan(5)
  expect(looksOf(26)).toContain(large.week)
  const wanted = { primary: 'plan', weeks: 52, holdoutPercent: 20 } as const
  const growing = offer(ground(4000, 1000), wanted)
  expect(growing.week).toBeGreaterThan(offer(ground(20_000, 1000), wanted).week ?? 0)
  expect(offer(ground(4000), wanted).week).toBeUndefined()
})

const joinedAt = new Date('2026-11-23T15:00:00Z')
const counted: fc.Arbitrary<Counted> = fc.record({
  arm: fc.constantFrom('held' as const, 'nudged' as const),
  joinedAt: fc.constant(joinedAt),
  cohort: fc.constantFrom('Leaders', 'Starters', undefined),
  costs: fc.subarray(['stopped', 'fewer', 'blocked', 'declined'] as const),
  moments: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 80 }).map(day => new Date(joinedAt.getTime() + day * 86_400_000)),
      assigned: fc.boolean(),
      followed: fc.subarray([...OUTCOMES]).map(outcomes => new Set(outcomes))
    }),
    { maxLength: 6 }
  )
})

test('page by page or all at once, the sums are the same, come back from storage as they were, and count a person once', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 30 }), fc.nat(30), (everybody, cut) => {
      const whole = sumUp(everybody, 'course')
      expect(addSums(sumUp(everybody.slice(0, cut), 'course'), sumUp(everybody.slice(cut), 'course'))).toEqual(whole)
      expect(sumsIn(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
      expect(whole.joined.held + whole.joined.nudged).toBe(everybody.length)
      for (const arm of ['held', 'nudged'] as const) {
        for (const outcome of OUTCOMES) expect(whole.outcomes[outcome][arm]).toBeLessThanOrEqual(whole.counted[arm])
        expect(whole.gaveUp[arm]).toBeLessThanOrEqual(whole.joined[arm])
        for (const week of whole.weeks) expect(week.did[arm]).toBeLessThanOrEqual(week.counted[arm])
      }
    }),
    { numRuns: 60 }
  )
})

const drawnEvenly = (stopping: (i: number) => boolean): Counted[] =>
  people.slice(0, 2000).map((_, i) => ({
    arm: i % 10 === 0 ? ('held' as const) : ('nudged' as const),
    joinedAt,
    cohort: i % 3 === 0 ? 'Leaders' : 'Starters',
    costs: stopping(i) ? (['stopped'] as const) : [],
    moments: []
  }))

test('one cohort drawn differently spoils the whole, even where the sum is right', () => {
  const right = sumUp(
    drawnEvenly(() => false),
    'plan'
  )
  expect(isSplitAsDrawn(right, 0.1)).toBe(true)
  const strata = { Leaders: { held: 120, nudged: 547 }, Starters: { held: 80, nudged: 1253 } }
  expect(isSplitAsDrawn({ ...right, strata }, 0.1)).toBe(false)
  const registered = { primary: 'plan', holdoutPercent: 10, weeks: 12, costPoints: 5 } as const
  expect(resultOf(registered, 1, { ...right, strata })).toMatchObject({ verdict: 'blocked', outcomes: [] })
})

test('it halts when nudges drive away more than was registered, not at that and not when both arms leave alike', () => {
  const registered = { primary: 'plan', holdoutPercent: 10, weeks: 12, costPoints: 5 } as const
  const halts = (stopping: (i: number) => boolean) => costsTooMuch(registered, sumUp(drawnEvenly(stopping), 'plan'))
  expect(halts(i => i % 10 === 3)).toBe(true)
  expect(halts(i => i % 100 === 3)).toBe(false)
  expect(halts(i => i % 100 < 30)).toBe(false)
})

test('looks are reached at the quarters of the planned time', () => {
  expect([0, 2, 3, 5, 6, 9, 12, 40].map(week => lookReached(12, week))).toEqual([0, 0, 1, 1, 2, 3, 4, 4])
  expect(looksOf(26)).toEqual([7, 13, 20, 26])
})
