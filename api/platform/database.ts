/** PostgreSQL through Kysely, as a server or embedded (PGlite). Every statement runs in a transaction with the least role. */
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql, Transaction, type PostgresPool } from 'kysely'
import { createBells, hearEmbedded, hearServer, type Bells } from './bells.ts'
import { createAhead, createDatabaseClock, type Ahead } from './database-clock.ts'
import { asking, entering, impatient, openPool, preparing, reading } from './pools.ts'
import { HOUR, MINUTE, SECOND } from './time.ts'

/** Slices narrow it with `trx.withTables<OwnTables>()`. */
export type Trx = Transaction<Record<never, never>>
/** Takes one statement, which is a transaction by itself. */
export type Statement = Kysely<Record<never, never>>

export type Database = {
  /** Runs `work` in one transaction that sees this organization's rows only. */
  for(organizationId: string): <R>(work: (trx: Trx) => Promise<R>) => Promise<R>
  /** As `for`. Statements that nobody waits between leave together, in the order in which they are asked, and each text is planned once. */
  piped(organizationId: string): <R>(work: (trx: Trx, last: Last) => Promise<R>) => Promise<R>
  /** Runs `work`, which only reads, with each statement by itself: a round trip instead of four. The same rows as in `for`. */
  read(organizationId: string): <R>(work: (db: Statement) => Promise<R>) => Promise<R>
  /** Runs `work` as the router: the few routing columns across organizations, and rows of the OpenID provider. */
  router<R>(work: (trx: Trx) => Promise<R>): Promise<R>
  /** One statement as the router: a round trip instead of three. */
  statement<R>(work: (db: Statement) => Promise<R>): Promise<R>
  /** Runs `work` as the owner of the tables: migrations and sandbox upkeep only. */
  owner<R>(work: (trx: Trx) => Promise<R>): Promise<R>
  /** The database's own time, never later than it is there: the one clock that all processes share. */
  now(): Promise<Date>
  /** What this process knows of the database's clock. */
  readonly ahead: Ahead
  readonly bells: Bells
  /** What pg-boss needs to share the engine. */
  readonly engine:
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
    | { readonly kind: 'postgres'; readonly url: string }
  readonly schema: string
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Takes what `work` asks at its end without waiting for the answer: it leaves with the commit, and when it fails nothing of the
 * transaction is kept. Each statement must have been asked for when it is handed over.
 */
export type Last = (asked: Promise<unknown>) => void

export type DatabaseOptions = {
  readonly url?: string | undefined
  readonly ownerUrl?: string | undefined
  readonly schema: string
  /** Folder of the embedded engine; without it and without `url` it lives in memory. */
  readonly folder?: string | undefined
  /** A migrated image to start from, as `PGlite.dumpDataDir` wrote it. */
  readonly image?: Blob | undefined
  readonly poolSize?: number
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openServer({ ...options, url: options.url }) : openEmbedded(options)
}

/** The product's own statements are short; the app's make reports too. The owner's migrations take what they take. */
const ROUTER_MS = 10 * SECOND
const APP_MS = MINUTE
const OWNER_MS = HOUR

function openServer(options: DatabaseOptions & { readonly url: string }): Database {
  const { url, ownerUrl = url, schema, poolSize: max = 10 } = options
  const path = `-c search_path=${schema}`
  // A pool for each role: a connection never changes sides, and no statement is spent on it.
  const settingsOf = (role: string) => `${path} -c role=${role} -c ci.organization=`
  const as = (role: string, extra = {}) => openPool({ url, max, settings: settingsOf(role), ...extra })
  const routerPool = as('ci_router')
  const appPool = as('ci_app', { pipeline: true })
  // Made for each use and kept by nobody: who asks without a sign-in names the organization, and may make one up each time.
  const app = (organizationId: string) => over(impatient(appPool, APP_MS, entering(organizationId)))
  const piped = (organizationId: string) =>
    piping(
      impatient(
        appPool,
        APP_MS,
        entering(organizationId, () => true)
      )
    )
  const router = over(impatient(routerPool, ROUTER_MS, asking))
  const prepared = over(impatient(routerPool, ROUTER_MS, preparing()))
  const readOnly = `${settingsOf('ci_app')} -c default_transaction_read_only=on`
  const readerPool = openPool({ url, max: Math.ceil(max / 2), settings: readOnly, pipeline: true })
  const reader = (organizationId: string) => over(reading(readerPool, APP_MS, organizationId))
  const owner = over(impatient(openPool({ url: ownerUrl, max: 2, settings: path }), OWNER_MS, asking))
  const bells = createBells(schema, hearServer(url, settingsOf('ci_router')))
  const ahead = createAhead()
  return {
    for: organizationId => work => app(organizationId).transaction().execute(work),
    piped,
    read: organizationId => work => work(reader(organizationId)),
    router: work => router.transaction().execute(work),
    statement: work => work(prepared),
    owner: work => owner.transaction().execute(work),
    now: createDatabaseClock(() => readTime(prepared), ahead),
    ahead,
    bells,
    engine: { kind: 'postgres', url: ownerUrl },
    schema: options.schema,
    [Symbol.asyncDispose]: async () => {
      await bells[Symbol.asyncDispose]()
      await Promise.all([appPool.end(), readerPool.end(), router.destroy(), owner.destroy()])
    }
  }
}

async function readTime(db: Statement): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the database does not say what time it is')
  return row.now
}

const over = (pool: PostgresPool): Kysely<Record<never, never>> =>
  new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) })

/** Kysely itself lets a statement of a transaction wait for the one before. The pool must pipeline. */
function piping(pool: PostgresPool): ReturnType<Database['piped']> {
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Record<never, never>>({ dialect })
  const parts = { config: { dialect }, dialect, driver: dialect.createDriver() }
  return withLast((work, last) =>
    db.transaction().execute(async trx => {
      const connection = await trx.getExecutor().provideConnection(async held => held)
      const open = { yes: true }
      const executor = db.getExecutor().withConnectionProvider({
        provideConnection: async consumer => {
          // The connection may be another company's by now.
          if (!open.yes) throw new Error('a statement came after the end of its transaction')
          return consumer(connection)
        }
      })
      try {
        return await work(new Transaction({ ...parts, executor }), last)
      } finally {
        open.yes = false
      }
    })
  )
}

type Run = <R>(work: (trx: Trx, last: Last) => Promise<R>, last: Last) => Promise<R>

/** PostgreSQL rolls back where it is told to commit what failed: what was asked last is heard after it. */
function withLast(run: Run): ReturnType<Database['piped']> {
  return async work => {
    const asked: Promise<unknown>[] = []
    const done = run(work, promise => {
      // Heard below; until then it is no rejection that nobody handles.
      promise.catch(() => undefined)
      asked.push(promise)
    })
    await Promise.allSettled([done])
    // Why it failed is said by the statement; the commit only says that it did.
    await Promise.all(asked)
    return done
  }
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const pglite = await PGlite.create({
    ...(options.folder ? { dataDir: options.folder } : {}),
    ...(options.image ? { loadDataDir: options.image } : {}),
    relaxedDurability: false
  })
  const kysely = new Kysely<Record<never, never>>({ dialect: new PGliteDialect({ pglite }) })
  const bells = createBells(options.schema, hearEmbedded(pglite))
  return {
    ...scopes(pglite, kysely),
    bells,
    engine: { kind: 'pglite', pglite },
    schema: options.schema,
    [Symbol.asyncDispose]: async () => {
      await bells[Symbol.asyncDispose]()
      if (!pglite.closed) await pglite.close()
    }
  }
}

/** The engine works on this thread: one transaction right after the other would leave no turn to anything else. */
async function otherTurns(pglite: PGlite): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
  // Kysely would wait for ever, and leave a rejection that nobody handles, which ends the process.
  if (pglite.closed) throw new Error('the database is closed')
}

/** The one connection of the embedded engine is its superuser's: each transaction steps down first. */
function scopes(
  pglite: PGlite,
  only: Kysely<Record<never, never>>
): Pick<Database, 'for' | 'piped' | 'read' | 'router' | 'statement' | 'owner' | 'now' | 'ahead'> {
  const ahead = createAhead()
  const as =
    (role: 'ci_app' | 'ci_router', organizationId: string) =>
    async <R>(work: (trx: Trx) => Promise<R>): Promise<R> => {
      await otherTurns(pglite)
      return only.transaction().execute(async trx => {
        await sql`select set_config('role', ${role}, true), set_config('ci.organization', ${organizationId}, true)`.execute(
          trx
        )
        return work(trx)
      })
    }
  return {
    for: organizationId => as('ci_app', organizationId),
    piped: organizationId => work => as('ci_app', organizationId)(trx => withLast((run, last) => run(trx, last))(work)),
    read: organizationId => as('ci_app', organizationId),
    router: as('ci_router', ''),
    statement: as('ci_router', ''),
    owner: work => only.transaction().execute(work),
    now: createDatabaseClock(() => readTime(only), ahead),
    ahead
  }
}
