import { expect, test } from 'vitest'
import { createTestWorld } from '../testing.ts'
import { createPaces } from './pace.ts'
import { sleep } from './time.ts'

const pace = { key: 'teams/app/tenant', perSecond: 50 }

test('moments are as far apart as the pace says, whoever reserves them and however many at once', async () => {
  await using world = await createTestWorld()
  const { db } = world.deps
  const began = performance.now()
  const blocks = await Promise.all(
    [100, 10, 50, 100].map(async count => {
      const { first, gapMs } = await createPaces(db).reserve(pace, count)
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
  const { reserve, slowDown } = createPaces(world.deps.db)
  const soon = performance.now() + 30_000
  await reserve(pace, 1)
  await slowDown(pace.key, 60_000)
  const after = await reserve(pace, 2)
  expect(after.first).toBeGreaterThan(soon)
  expect(after.gapMs).toBeCloseTo(40, 0)
  // Calls that were out together fail together: they count as one.
  await slowDown(pace.key, 60_000)
  expect((await reserve(pace, 1)).gapMs).toBeCloseTo(40, 0)
  expect((await reserve({ ...pace, key: 'teams/app/other' }, 1)).first).toBeLessThan(soon)
})

test('a late answer of the database makes no moment late', async () => {
  await using world = await createTestWorld()
  const { db } = world.deps
  let lateMs = 0
  const { reserve } = createPaces({
    ...db,
    statement: async work => {
      const done = await db.statement(work)
      await sleep(lateMs)
      return done
    }
  })
  const before = await reserve(pace, 50)
  lateMs = 200
  const after = await reserve(pace, 1)
  const apartMs = after.first - before.first
  expect(apartMs).toBeGreaterThan(50 * 20 - 5)
  expect(apartMs).toBeLessThan(50 * 20 + 20)
})

test('after a call that came late the next ones are as much later, once for all that were late together', async () => {
  await using world = await createTestWorld()
  const { reserve, stretch } = createPaces(world.deps.db)
  const early = await reserve(pace, 10)
  const at = (index: number): number => early.first + index * 20
  await stretch(pace.key, { moment: at(2), lateMs: 300 })
  await stretch(pace.key, { moment: at(3), lateMs: 500 })
  await stretch(pace.key, { moment: at(4), lateMs: 400 })
  const next = await reserve(pace, 10)
  expect(next.first - early.first).toBeCloseTo(10 * 20 + 500, -2)
  // This one leaves after the moments were moved on: the next second must wait for it again.
  await stretch(pace.key, { moment: next.first + 20, lateMs: 300 })
  const last = await reserve(pace, 1)
  expect(last.first - next.first).toBeCloseTo(10 * 20 + 300, -2)
})
