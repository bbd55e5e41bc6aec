import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FLOOR, type PeopleCell } from '../contract/parts.ts'
import { gateParts, restOf } from './parts.ts'

const part = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 }))
const parts = fc.array(part, { minLength: 1, maxLength: 4 })

/** What somebody may still think a part to be, before they add up. */
const rangeOf = (cell: PeopleCell, total: number): readonly [number, number] => {
  if (cell.kind === 'exact') return [cell.people, cell.people]
  if (cell.kind === 'fewer') return [0, cell.than - 1]
  return cell.kind === 'at_least' ? [cell.people, total] : [0, total]
}

test('no part under the floor can be read, nor worked out from the others and the total', () => {
  fc.assert(
    fc.property(parts, counts => {
      const named = Object.fromEntries(counts.map((count, index) => [`p${index}`, count]))
      const gated = gateParts(named)
      const total = counts.reduce((sum, count) => sum + count, 0)
      if (total < FLOOR) return
      const cells = Object.entries(gated)
      for (const [name, cell] of cells) {
        const count = named[name] ?? 0
        const [low, high] = rangeOf(cell, total)
        expect(count >= low && count <= high).toBe(true)
        if (count >= FLOOR) continue
        expect(['fewer', 'hidden']).toContain(cell.kind)
        const others = cells.filter(([other]) => other !== name).map(([, each]) => rangeOf(each, total))
        const sum = (end: 0 | 1) => others.reduce((all, range) => all + range[end], 0)
        const deduced = [Math.max(low, total - sum(1)), Math.min(high, total - sum(0))] as const
        expect(deduced[1] - deduced[0]).toBeGreaterThan(0)
      }
    }),
    { numRuns: 2000 }
  )
})

test('what is left beside a part that is only bounded is bounded too', () => {
  expect(restOf(32, { kind: 'exact', people: 12 })).toEqual({ kind: 'exact', people: 20 })
  expect(restOf(32, { kind: 'fewer', than: 8 })).toEqual({ kind: 'at_least', people: 25 })
  expect(restOf(32, { kind: 'at_least', people: 20 })).toEqual({ kind: 'hidden' })
  expect(restOf(32, { kind: 'hidden' })).toEqual({ kind: 'hidden' })
})
