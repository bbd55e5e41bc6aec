import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { createTestWorld } from '../testing.ts'
import { createCallLimit, createFailureLimit, deleteOldLimits } from './limits.ts'
import { after, HOUR } from './time.ts'

test('calls are counted by key, and the one too many hears when to come back', async () => {
  const limit = createCallLimit(2)
  expect([await limit.take('a'), await limit.take('a')]).toEqual([0, 0])
  expect(await limit.take('a')).toBeGreaterThan(0)
  expect(await limit.take('b')).toBe(0)
})

test('failures of all processes count together; a process that has seen none asks the database nothing', async () => {
  await using world = await createTestWorld()
  let statements = 0
  const statement: typeof world.deps.db.statement = work => {
    statements += 1
    return world.deps.db.statement(work)
  }
  const processes = [0, 1].map(() => createFailureLimit({ db: { statement } }, { name: 'test', perMinute: 4 }))
  const [first, second] = processes
  expect([first?.wait('a'), second?.wait('a'), statements]).toEqual([0, 0, 0])
  for (let failure = 0; failure < 3; failure++) await first?.count('a')
  expect([first?.wait('a'), second?.wait('a')]).toEqual([0, 0])
  await second?.count('a')
  expect(second?.wait('a')).toBeGreaterThan(0)
  expect(second?.wait('b')).toBe(0)
  await first?.count('a')
  expect(first?.wait('a')).toBeGreaterThan(0)
  expect(statements).toBe(5)
})

test('without the database each process counts for itself', async () => {
  const db = { statement: () => Promise.reject(new Error('no database')) }
  const limit = createFailureLimit({ db }, { name: 'test', perMinute: 2 })
  await limit.count('a')
  await limit.count('a')
  expect(limit.wait('a')).toBeGreaterThan(0)
})

test('what is counted under is not stored in the clear, and goes when its minute is over', async () => {
  await using world = await createTestWorld()
  const { db, realNow } = world.deps
  await createFailureLimit({ db }, { name: 'test', perMinute: 2 }).count('demo@example.com 10.0.0.1')
  const keys = () => db.router(async trx => (await sql<{ key: string }>`select key from rate_limits`.execute(trx)).rows)
  expect(await keys()).toHaveLength(1)
  expect((await keys())[0]?.key).not.toContain('demo')
  await db.router(trx => deleteOldLimits(trx, after(realNow(), HOUR)))
  expect(await keys()).toEqual([])
})
