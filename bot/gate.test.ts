import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestWorld } from '../api/testing.ts'
import { sleep } from '../api/platform/time.ts'
import { createGate } from './gate.ts'

test('after an answer that took longer than usual, the moments of the next second are later', async () => {
  await using world = await createTestWorld()
  const { db } = world.deps
  const reservedUntil = async (): Promise<number> => {
    const { rows } = await db.statement(one => sql<{ next_at: Date }>`select next_at from paces`.execute(one))
    return rows[0]?.next_at.getTime() ?? 0
  }
  const gate = createGate(world.deps)
  const { turns } = await gate.reserve('tenant', 50)
  const answered = await turns[0]?.()
  const before = await reservedUntil()
  await sleep(150)
  answered?.()
  await expect.poll(async () => (await reservedUntil()) - before).toBeGreaterThan(90)
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
