/** The gate under attack: by somebody who looks again and again, at audiences of their choice, and knows the whole to the person. */
import { sql } from 'kysely'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PeopleCell } from '../contract/parts.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { tell, tellOfDirectory } from './gate.ts'
import { cellsOf, rangeOf, roundAnew, rounded, type Figure, type Figures } from './rounding.ts'

const K = 8
const some = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 300 }))
const counts = fc
  .array(some, { minLength: 2, maxLength: 7 })
  .map(all => Object.fromEntries(all.map((count, index) => [`p${index}`, count])))

/** What somebody may still think of one part, who knows how many all are, before they look at the others. */
function rangeIn(cell: PeopleCell | undefined, whole: number): readonly [number, number] {
  if (cell?.kind === 'about')
    return [Math.max(0, cell.people - cell.within), Math.min(whole, cell.people + cell.within)]
  return [0, cell?.kind === 'fewer' ? Math.min(whole, cell.than - 1) : whole]
}

describe('parts of a whole that is known', () => {
  test('each holds what is so, and may be any of eight numbers or more, whatever the others say', () => {
    let told = 0
    fc.assert(
      fc.property(counts, fc.string(), (now, seed) => {
        const figures = Object.values(roundAnew(now, { seed, smallest: K, before: {} }))
        const whole = Object.values(now).reduce((sum, each) => sum + each, 0)
        const cells = cellsOf(figures, K)
        if (cells.every(({ kind }) => kind === 'blank')) return
        told += 1
        const ranges = cells.map(cell => rangeIn(cell, whole))
        Object.values(now).forEach((count, at) => {
          const [low, high] = ranges[at] ?? [1, 0]
          expect(low <= count && count <= high).toBe(true)
          const others = ranges.filter((_, other) => other !== at)
          const least = Math.max(low, whole - others.reduce((sum, [, most]) => sum + most, 0))
          const most = Math.min(high, whole - others.reduce((sum, [few]) => sum + few, 0))
          expect(most - least + 1).toBeGreaterThanOrEqual(K)
        })
      }),
      { numRuns: 2000 }
    )
    // It is no gate that tells nothing.
    expect(told).toBeGreaterThan(1500)
  })

  test('of a whole of fewer people than seven nothing is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }), fc.string(), (a, b, seed) => {
        const figures = roundAnew(
          { a: Math.min(a, 6 - Math.min(b, 6)), b: Math.min(b, 6) },
          { seed, smallest: K, before: {} }
        )
        expect(cellsOf(Object.values(figures), K).map(({ kind }) => kind)).toEqual(['blank', 'blank'])
      })
    )
  })
})

describe('two answers', () => {
  test('about people who differ by one agree with both: that this person counts, and that they do not', () => {
    const chances = Array.from({ length: K }, (_, part) => part / K)
    const numbers = Array.from({ length: 60 }, (_, people) => people)
    /** All that may be so, by what is told. */
    const possible = Map.groupBy(
      numbers.flatMap(people => chances.map(part => ({ people, told: rounded(people, part, K) }))),
      ({ told }) => told
    )
    const may = (told: number, people: number): boolean =>
      possible.get(told)?.some(each => each.people === people) ?? false
    for (const [told, all] of possible) {
      const { low, high } = rangeOf(told, K)
      expect(all.every(({ people }) => low <= people && people <= high)).toBe(true)
    }
    for (let people = 0; people <= 40; people++)
      for (let one = 0; one < K; one++)
        for (let other = 0; other < K; other++)
          for (const more of [0, 1]) {
            const [a, b] = [rounded(people, one / K, K), rounded(people + more, other / K, K)]
            expect(numbers.some(n => may(a, n) && may(b, n))).toBe(true)
            expect(numbers.some(n => may(a, n) && may(b, n + 1))).toBe(true)
          }
  })

  test('in a row are the same until eight people moved, whoever they are, and the figure is never further off than that', () => {
    const names = ['waiting', 'sent', 'done'] as const
    const move = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(
        fc.array(fc.array(move, { maxLength: 4 }), { minLength: 1, maxLength: 30 }),
        fc.string(),
        (life, seed) => {
          const now: Record<string, number> = { waiting: 120, sent: 0, done: 0 }
          let before: Figures = {}
          for (const [look, moves] of life.entries()) {
            for (const [from, to, people] of moves) {
              const moving = Math.min(people, now[from] ?? 0)
              now[from] = (now[from] ?? 0) - moving
              now[to] = (now[to] ?? 0) + moving
            }
            const told = roundAnew(now, { seed: `${seed}${look}`, smallest: K, before })
            for (const name of names) {
              const [was, is] = [before[name], told[name]] as readonly [Figure | undefined, Figure | undefined]
              if (was && is?.people === was.people) expect(is).toEqual(was)
              if (was && is && is.people !== was.people)
                expect(Math.abs(is.people - was.people)).toBeGreaterThanOrEqual(K)
              expect(Math.abs((is?.people ?? 0) - (now[name] ?? 0))).toBeLessThan(K)
            }
            before = told
          }
        }
      ),
      { numRuns: 500 }
    )
  })
})

describe('what is kept', () => {
  let world: TestWorld
  const organizationId = 'org_gate'
  beforeAll(async () => {
    world = await createTestWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())
  const inCompany = <T>(work: Parameters<ReturnType<TestWorld['deps']['db']['for']>>[0]) =>
    world.deps.db.for(organizationId)(work) as Promise<T>

  test('asked again the same people are told the same; another company rounds by another secret', async () => {
    const wholes = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`w${n}`, { people: 20 + n }]))
    const ask = (of: string) =>
      world.deps.db.for(of)(trx => tellOfDirectory(trx, { organizationId: of, about: 'preview/x', wholes }))
    const first = await ask(organizationId)
    expect(await ask(organizationId)).toEqual(first)
    expect(await ask('org_gate_2')).not.toEqual(first)
  })

  test('a figure that moved by seven stays, by eight it follows, also when two ask at once', async () => {
    const at = new Date('2026-11-23T09:00:00Z')
    const ask = (done: number, late = 0) =>
      inCompany<unknown>(trx =>
        tell(trx, {
          organizationId,
          about: 'campaign/cmp_x',
          wholes: { answers: { done, none: 100 - done } },
          at: new Date(at.getTime() + late)
        })
      )
    const first = await ask(40)
    expect(await Promise.all([ask(47, 1), ask(33, 2)])).toEqual([first, first])
    await ask(72, 3)
    const { rows } = await inCompany<{ rows: readonly { figures: Figures }[] }>(trx =>
      sql`select figures from told_figures where about = 'campaign/cmp_x'`.execute(trx)
    )
    expect(rows[0]?.figures['answers.done']?.people).toBe(72)
  })
})
