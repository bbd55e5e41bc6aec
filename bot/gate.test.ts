import { expect, test } from 'vitest'
import { createTestWorld } from '../api/testing.ts'
import { sleep } from '../api/platform/time.ts'
import { createGate } from './gate.ts'

/** A process that sent nothing lately begins four fifths as fast. */
const COLD_GAP_MS = 1000 / 49.2 / 0.8

test('after an answer that took longer than usual, the moments of the next second are later', async () => {
  await using world = await createTestWorld()
  const gate = createGate(world.deps)
  const { turns } = await gate.reserve('tenant', 50)
  const answered = await turns[0]?.()
  const first = performance.now()
  await sleep(150)
  answered?.()
  await sleep(300)
  const next = await gate.reserve('tenant', 1)
  await next.turns[0]?.()
  expect(performance.now() - first).toBeGreaterThan(50 * COLD_GAP_MS + 50)
})

test('after a word that Teams throttles, what was reserved is given up for later moments', async () => {
  await using world = await createTestWorld()
  const gate = createGate(world.deps)
  const { turns } = await gate.reserve('tenant', 2)
  await turns[0]?.()
  const told = performance.now()
  await gate.slowDown('tenant', 1000)
  await turns[1]?.()
  expect(performance.now() - told).toBeGreaterThan(900)
})

test('a process that is always too busy to keep its moments still sends', async () => {
  await using world = await createTestWorld()
  const gate = createGate(world.deps)
  let busy = true
  const block = (): void => {
    const end = performance.now() + 60
    while (performance.now() < end);
    if (busy) setTimeout(block, 1)
  }
  block()
  const answered = await gate.turn('tenant')
  busy = false
  expect(answered).toBeTypeOf('function')
})
