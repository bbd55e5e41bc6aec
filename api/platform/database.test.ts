import { randomUUID } from 'node:crypto'
import { queryObjects } from 'node:v8'
import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestWorld } from '../testing.ts'
import { openDatabase, type Statement } from './database.ts'

async function planted() {
  const world = await createTestWorld()
  const { db } = world.deps
  await db.owner(async trx => {
    await sql`create table planted (organization_id text, n int, primary key (organization_id, n))`.execute(trx)
    await sql`select isolate('planted')`.execute(trx)
  })
  for (const organizationId of ['org_a', 'org_b'])
    await db.for(organizationId)(trx => sql`insert into planted values (${organizationId}, 1)`.execute(trx))
  return { db, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const everything = async (on: Statement): Promise<readonly string[]> =>
  (await sql<{ organization_id: string }>`select organization_id from planted`.execute(on)).rows.map(
    row => row.organization_id
  )

test('a statement by itself sees its own organization’s rows, however many organizations ask at once', async () => {
  await using world = await planted()
  const asked = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? 'org_b' : 'org_a'))
  const seen = await Promise.all(asked.map(organizationId => world.db.read(organizationId)(everything)))
  expect(seen).toEqual(asked.map(organizationId => [organizationId]))
  expect(await world.db.read('org_none')(everything)).toEqual([])
})

test('one that fails spoils none that comes after it', async () => {
  await using world = await planted()
  const wrong = (on: Statement) => sql`select nothing from planted`.execute(on)
  const asked = Array.from({ length: 60 }, (_, index) => index % 2 === 0)
  const seen = await Promise.allSettled(
    asked.map(good => (good ? world.db.read('org_a')(everything) : world.db.read('org_b')(wrong)))
  )
  expect(seen.map(({ status }) => status === 'fulfilled')).toEqual(asked)
  expect(seen.flatMap(each => (each.status === 'fulfilled' ? [each.value] : [])).flat()).toEqual(
    asked.filter(Boolean).map(() => 'org_a')
  )
})

const insert = (on: Statement, n: number) => sql`insert into planted values ('org_a', ${n})`.execute(on)
const numbers = async (on: Statement): Promise<readonly number[]> =>
  (await sql<{ n: number }>`select n from planted order by n`.execute(on)).rows.map(({ n }) => n)

test('what is asked at once is done in that order', async () => {
  await using world = await planted()
  const [, seen] = await world.db.piped('org_a')(trx => Promise.all([insert(trx, 2), numbers(trx), insert(trx, 3)]))
  expect(seen).toEqual([1, 2])
})

test('what is asked last is kept with the rest; where it fails nothing is, and who waits is told', async () => {
  await using world = await planted()
  const run = (before: number, ...after: readonly number[]) =>
    world.db.piped('org_a')(async (trx, last) => {
      await insert(trx, before)
      for (const n of after) last(insert(trx, n))
      return 'done'
    })
  expect(await run(2, 3, 4)).toBe('done')
  await expect(run(5, 6, 1, 7)).rejects.toThrow('duplicate key')
  expect(await run(8)).toBe('done')
  expect(await world.db.read('org_a')(numbers)).toEqual([1, 2, 3, 4, 8])
})

test.skipIf(!process.env['TEST_DATABASE_URL'])('it cannot write', async () => {
  await using world = await planted()
  const write = (on: Statement) => sql`insert into planted values ('org_a', 2)`.execute(on)
  await expect(world.db.read('org_a')(write)).rejects.toThrow('read-only')
})

test.skipIf(!process.env['TEST_DATABASE_URL'])(
  'when the server ends connections, others are opened and the process goes on',
  async () => {
    await using world = await planted()
    const pidOn = async (on: Statement): Promise<number> =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(on)).rows[0]?.pid ?? 0
    const pids = [await world.db.for('org_a')(pidOn), await world.db.read('org_a')(pidOn), await world.db.router(pidOn)]
    await world.db.owner(trx => sql`select pg_terminate_backend(pid) from unnest(${pids}::int[]) as pid`.execute(trx))
    await expect
      .poll(() =>
        world.db
          .for('org_a')(everything)
          .catch(() => [])
      )
      .toEqual(['org_a'])
    await expect
      .poll(() =>
        world.db
          .read('org_a')(everything)
          .catch(() => [])
      )
      .toEqual(['org_a'])
  }
)

test('whoever asks after it was closed is refused, and waits for nothing', async () => {
  const world = await createTestWorld()
  await world[Symbol.asyncDispose]()
  await expect(world.deps.db.statement(everything)).rejects.toThrow()
  await expect(world.deps.db.for('org_a')(everything)).rejects.toThrow()
})

test('whatever organizations strangers make up, nothing of them stays in memory', async () => {
  await using db = await openDatabase({ url: 'postgres://127.0.0.1:9/none', schema: 'public' })
  const held = (): number => Number(queryObjects(Kysely, { format: 'count' }))
  const before = held()
  for (let time = 0; time < 100; time++) {
    const asked = [db.for(randomUUID()), db.piped(randomUUID()), db.read(randomUUID())]
    const work = (on: Statement) => sql`select 1`.execute(on)
    expect((await Promise.allSettled(asked.map(ask => ask(work)))).map(({ status }) => status)).toEqual(
      Array.from({ length: 3 }, () => 'rejected')
    )
  }
  // What the last of them left is not swept yet.
  expect(held() - before).toBeLessThan(20)
})
