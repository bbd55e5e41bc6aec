import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gateGroups, gateTotal, SMALLEST_GROUP, SMALLEST_PART } from './gate.ts'
import { reportWords } from './words.ts'

const words = reportWords('en')
const slice = fc
  .record({ of: fc.integer({ min: 0, max: 60 }), share: fc.float({ min: 0, max: 1, noNaN: true }) })
  .map(({ of, share }) => ({ name: 'g', of, count: Math.round(of * share) }))

test('a group under the limit is never shown, however the groups are cut', () => {
  fc.assert(
    fc.property(fc.array(slice, { maxLength: 8 }), groups => {
      const total = {
        name: 'all',
        of: groups.reduce((n, g) => n + g.of, 0),
        count: groups.reduce((n, g) => n + g.count, 0)
      }
      const cells = gateGroups({ total, groups, smallest: SMALLEST_GROUP }, words)
      cells.forEach(cell => cell.kind === 'shown' && expect(cell.of).toBeGreaterThanOrEqual(SMALLEST_GROUP))
      const shownPeople = cells.reduce((n, cell) => n + (cell.kind === 'shown' ? cell.of : 0), 0)
      const hidden = total.of - shownPeople
      expect(hidden === 0 || hidden >= SMALLEST_GROUP || shownPeople === 0).toBe(true)
    })
  )
})

test('a single blank group cannot be had by taking the rest from the total', () => {
  const groups = [
    { name: 'a', of: 40, count: 20 },
    { name: 'b', of: 12, count: 6 },
    { name: 'c', of: 5, count: 5 }
  ]
  const cells = gateGroups({ total: { name: 'all', of: 57, count: 31 }, groups, smallest: 8 }, words)
  expect(cells.map(({ kind }) => kind)).toEqual(['shown', 'blank', 'blank'])
})

test('nobody and everybody are coded, because either would reveal each person', () => {
  for (const count of [0, 1, SMALLEST_PART - 1])
    expect(gateTotal({ name: 'all', of: 20, count }, 8, words)).toMatchObject({ label: 'fewer than 3 of 20' })
  for (const count of [18, 19, 20])
    expect(gateTotal({ name: 'all', of: 20, count }, 8, words)).toMatchObject({ label: 'more than 17 of 20' })
  expect(gateTotal({ name: 'all', of: 20, count: 17 }, 8, words)).toMatchObject({ label: '17 of 20' })
})
