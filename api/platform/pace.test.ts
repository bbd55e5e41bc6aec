import { expect, test } from 'vitest'
import { createTestWorld } from '../testing.ts'
import { reserve, slowDown } from './pace.ts'

const pace = { key: 'teams/app/tenant', perSecond: 50 }

test('moments are as far apart as the pace says, whoever reserves them and however many at once', async () => {
  await using world = await createTestWorld()
  const { db } = world.deps
  const began = performance.now()
  const blocks = await Promise.all(
    [100, 10, 50, 100].map(async count => {
      const { firstMs, gapMs } = await reserve(db, pace, count)
      const first = performance.now() + firstMs
      return Array.from({ length: count }, (_, index) => first + index * gapMs)
    })
  )
  const moments = blocks.flat().toSorted((a, b) => a - b)
  const [first = 0] = moments
  expect(first).toBeGreaterThanOrEqual(began)
  // 260 moments, 259 gaps of 20 ms; what the answers took is no gap.
  expect((moments.at(-1) ?? 0) - first).toBeGreaterThan(259 * 20 - 2000)
})

test('when the service throttles, nobody has a moment before it wants calls again, and then half as many', async () => {
  await using world = await createTestWorld()
  const { db } = world.deps
  await reserve(db, pace, 1)
  await slowDown(db, pace, 60_000)
  const after = await reserve(db, pace, 2)
  expect(after.firstMs).toBeGreaterThan(30_000)
  expect(after.gapMs).toBeCloseTo(40, 0)
  // Calls that were out together fail together: they count as one.
  await slowDown(db, pace, 60_000)
  expect((await reserve(db, pace, 1)).gapMs).toBeCloseTo(40, 0)
  expect((await reserve(db, { ...pace, key: 'teams/app/other' }, 1)).firstMs).toBeLessThan(30_000)
})
