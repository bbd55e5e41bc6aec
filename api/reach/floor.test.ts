import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FLOOR } from '../contract/parts.ts'
import { flooredParts } from './floor.ts'

const parts = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.nat(60), { minKeys: 2, maxKeys: 7 })

test('whoever knows the whole and every part that is shown cannot tell a part below eight', () => {
  fc.assert(
    fc.property(parts, counts => {
      const shown = flooredParts(counts)
      const hidden = Object.keys(counts).filter(key => shown[key]?.kind !== 'exact')
      for (const key of Object.keys(counts)) {
        const cell = shown[key]
        if (cell?.kind === 'exact') expect(cell.count).toBeGreaterThanOrEqual(FLOOR)
        if (cell?.kind === 'few') expect(counts[key]).toBeLessThan(FLOOR)
      }
      if (hidden.length === 0 || hidden.length === Object.keys(counts).length) return
      expect(hidden.length).toBeGreaterThan(1)
      expect(hidden.reduce((sum, key) => sum + (counts[key] ?? 0), 0)).toBeGreaterThanOrEqual(FLOOR)
    })
  )
})

test('nothing is hidden where nothing is small', () => {
  expect(flooredParts({ a: 8, b: 100 })).toEqual({ a: { kind: 'exact', count: 8 }, b: { kind: 'exact', count: 100 } })
})
