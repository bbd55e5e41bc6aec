/** A database for each test on a PostgreSQL server: copied from one that was migrated once, which takes a tenth of migrating anew. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openDatabase } from './platform/database.ts'
import { createLog } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { openQueue } from './platform/queue.ts'
import { HOUR, SECOND, sleep } from './platform/time.ts'
import { hashOfImage } from './test-image.ts'

export type TestDatabase = AsyncDisposable & { readonly url: string }

const LOCK = 7_205_760
const USED = 'used by a test'

const { escapeIdentifier, escapeLiteral } = pg

/** In the database that the tests were given, which the copies are named after. */
async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

function besideOf(url: string, name: string): string {
  const beside = new URL(url)
  beside.pathname = `/${name}`
  return beside.href
}

const prefixOf = (url: string): string => `${new URL(url).pathname.slice(1)}_copy_`
const templateOf = (url: string): string => `${new URL(url).pathname.slice(1)}_made_${hashOfImage()}`

/** Migrates the database that others are copied from, unless it is there; of several at once one does. */
export async function makeTestTemplate(url: string): Promise<void> {
  const name = templateOf(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const draft = `${name}_${randomBytes(4).toString('hex')}`
    await client.query(`create database ${escapeIdentifier(draft)}`)
    await fill(besideOf(url, draft))
    await client.query(`alter database ${escapeIdentifier(draft)} rename to ${escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

async function fill(url: string): Promise<void> {
  await using db = await openDatabase({ url, schema: 'public' })
  await migrate(db)
  await using _queue = await openQueue({ db, log: createLog('silent'), definitions: [] })
}

/** A copy of the template, or an empty database where nobody made one. */
export async function openTestDatabase(url: string): Promise<TestDatabase> {
  const name = `${prefixOf(url)}${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`
  const [template] = await ask(url, `select datname from pg_database where datname = ${escapeLiteral(templateOf(url))}`)
  const from = template ? ` template ${escapeIdentifier(templateOf(url))}` : ''
  await ask(url, `create database ${escapeIdentifier(name)}${from}`)
  return {
    url: besideOf(url, name),
    // Dropping makes the server write down all it holds in memory: the next test does not wait for that.
    [Symbol.asyncDispose]: async () =>
      void (await ask(url, `comment on database ${escapeIdentifier(name)} is ${escapeLiteral(USED)}`))
  }
}

const copiesOf = (url: string): string =>
  `select datname, shobj_description(oid, 'pg_database') as said from pg_database where starts_with(datname, ${escapeLiteral(prefixOf(url))})`

/** Drops what tests are done with, until it is disposed, and then what is left; also what runs that were killed left behind. */
export function sweepTestDatabases(url: string): AsyncDisposable {
  let over = false
  const sweep = async (): Promise<void> => {
    for (const { datname, said } of await ask(url, copiesOf(url))) {
      const name = String(datname)
      if (said === USED || isOld(url, name))
        await ask(url, `drop database if exists ${escapeIdentifier(name)} with (force)`)
    }
  }
  const sweeping = (async () => {
    while (!over) {
      await sweep().catch(() => undefined)
      await sleep(SECOND)
    }
    await sweep()
  })()
  return {
    [Symbol.asyncDispose]: async () => {
      over = true
      await sweeping
    }
  }
}

const isOld = (url: string, name: string): boolean =>
  Date.now() - Number.parseInt(name.slice(prefixOf(url).length).split('_')[0] ?? '', 36) > 2 * HOUR
