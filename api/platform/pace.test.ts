import { expect, test } from 'vitest'
import { createTestWorld } from '../testing.ts'
import { takeTurn } from './pace.ts'

test('after a burst, calls leave no faster than the pace, whoever asks', async () => {
  await using world = await createTestWorld()
  const pace = { key: 'test', perSecond: 50, burst: 3 }
  const left: number[] = []
  await Promise.all(
    Array.from({ length: 13 }, async () => {
      await takeTurn(world.deps.db, pace)
      left.push(performance.now())
    })
  )
  const first = left[0] ?? 0
  const afterBurst = left.toSorted((a, b) => a - b)[12] ?? 0
  expect(afterBurst - first).toBeGreaterThan(150)
})
