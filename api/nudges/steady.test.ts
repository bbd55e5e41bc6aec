import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FLOOR } from '../contract/parts.ts'
import { steady } from './steady.ts'

const names = ['waiting', 'sent', 'done'] as const
type Counts = Record<(typeof names)[number], number>

/** People wander from part to part, a few or many between two looks. */
const life = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: 0, max: 12 })), {
    maxLength: 4
  }),
  { minLength: 1, maxLength: 30 }
)

function looksOf(moves: readonly (readonly (readonly [string, string, number])[])[]) {
  const now: Counts = { waiting: 120, sent: 0, done: 0 }
  let told: Counts | undefined
  return moves.map(step => {
    for (const [from, to, people] of step) {
      const moving = Math.min(people, now[from as keyof Counts])
      now[from as keyof Counts] -= moving
      now[to as keyof Counts] += moving
    }
    told = steady(told, { ...now })
    return { told, now: { ...now } }
  })
}

test('a figure never moves by fewer people than the floor, and is never further from what is so', () => {
  fc.assert(
    fc.property(life, moves => {
      const looks = looksOf(moves)
      for (const [index, { told, now }] of looks.entries())
        for (const name of names) {
          const before = looks[index - 1]?.told[name]
          const step = before === undefined ? 0 : Math.abs(told[name] - before)
          expect(step === 0 || step >= FLOOR).toBe(true)
          expect(Math.abs(told[name] - now[name])).toBeLessThan(FLOOR)
        }
    }),
    { numRuns: 500 }
  )
})

test('whether one person moved or not, two looks in a row say the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -7, max: 7 }), (people, moved) => {
      const before = { sent: people, waiting: 300 - people }
      const after = { sent: people + moved, waiting: 300 - people - moved }
      expect(steady(before, after)).toEqual(before)
    })
  )
})
