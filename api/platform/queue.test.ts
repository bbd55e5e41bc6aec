import { expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from 'kysely'
import { createTestWorld } from '../testing.ts'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { migrate } from './migrate.ts'
import { defineJob, handles, openQueue } from './queue.ts'
import { sleep } from './time.ts'

const ping = defineJob('test.ping', z.object({ n: z.number() }))

test('a job is enqueued with the transaction that caused it, and not when that rolls back', async () => {
  await using db = await openDatabase({ schema: 'public' })
  await migrate(db)
  await using queue = await openQueue({ db, log: createLog('error'), definitions: [ping] })
  const seen: number[] = []
  await queue.work([handles(ping, async ({ n }) => void seen.push(n))])
  await db.for('org_1')(async trx => {
    await queue.enqueue(trx, ping.job({ n: 1 }))
  })
  await db
    .for('org_1')(async trx => {
      await queue.enqueue(trx, ping.job({ n: 2 }))
      throw new Error('rolled back')
    })
    .catch(() => undefined)
  await expect.poll(() => seen, { interval: 5 }).toHaveLength(1)
  await sleep(100)
  expect(seen).toEqual([1])
  expect(await queue.pending()).toEqual({})
})

test('a row of another organization is invisible even without a where', async () => {
  await using db = await openDatabase({ schema: 'public' })
  await migrate(db)
  await db.owner(async trx => {
    await sql`create table planted (organization_id text, n int, primary key (organization_id, n))`.execute(trx)
    await sql`select isolate('planted')`.execute(trx)
  })
  await db.for('org_a')(trx => sql`insert into planted values ('org_a', 1)`.execute(trx))
  const other = await db.for('org_b')(trx => sql`select * from planted`.execute(trx))
  expect(other.rows).toEqual([])
  await expect(db.for('org_b')(trx => sql`insert into planted values ('org_a', 2)`.execute(trx))).rejects.toThrow()
})

test('processes that start at once all open the queue', async () => {
  await using world = await createTestWorld()
  const { db, log } = world.deps
  const opening = Array.from({ length: 4 }, () => openQueue({ db, log, definitions: [ping] }))
  const opened = await Promise.allSettled(opening)
  for (const each of opened) if (each.status === 'fulfilled') await each.value[Symbol.asyncDispose]()
  expect(opened.map(({ status }) => status)).toEqual(opening.map(() => 'fulfilled'))
})
