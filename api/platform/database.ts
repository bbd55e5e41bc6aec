/** PostgreSQL through Kysely, as a server or embedded (PGlite). Every statement runs in a transaction with the least role. */
import { PGlite } from '@electric-sql/pglite'
import {
  Kysely,
  PGliteDialect,
  PostgresDialect,
  sql,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction
} from 'kysely'
import pg from 'pg'
import { createDatabaseClock } from './database-clock.ts'

/** Slices narrow it with `trx.withTables<OwnTables>()`. */
export type Trx = Transaction<Record<never, never>>
/** Takes one statement, which is a transaction by itself. */
export type Statement = Kysely<Record<never, never>>

export type Database = {
  /** Runs `work` in one transaction that sees this organization's rows only. */
  for(organizationId: string): <R>(work: (trx: Trx) => Promise<R>) => Promise<R>
  /** Runs `work` as the router: the few routing columns across organizations, and rows of the OpenID provider. */
  router<R>(work: (trx: Trx) => Promise<R>): Promise<R>
  /** One statement as the router: a round trip instead of three. */
  statement<R>(work: (db: Statement) => Promise<R>): Promise<R>
  /** Runs `work` as the owner of the tables: migrations and sandbox upkeep only. */
  owner<R>(work: (trx: Trx) => Promise<R>): Promise<R>
  /** The database's own time, never later than it is there: the one clock that all processes share. */
  now(): Promise<Date>
  /** What pg-boss needs to share the engine. */
  readonly engine:
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
    | { readonly kind: 'postgres'; readonly url: string }
  readonly schema: string
  [Symbol.asyncDispose](): Promise<void>
}

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

function openServer(options: DatabaseOptions & { readonly url: string }): Database {
  const poolOf = (url: string, max: number, settings = '') =>
    new pg.Pool({ connectionString: url, max, options: `-c search_path=${options.schema} ${settings}` })
  // A pool for each role: a connection never changes sides, and no statement is spent on it.
  const as = (role: string) => poolOf(options.url, options.poolSize ?? 10, `-c role=${role} -c ci.organization=`)
  const routerPool = as('ci_router')
  const [app, router, prepared] = [over(as('ci_app')), over(routerPool), over(preparing(routerPool))]
  const owner = over(poolOf(options.ownerUrl ?? options.url, 2))
  return {
    for:
      organizationId =>
      <R>(work: (trx: Trx) => Promise<R>) =>
        app.transaction().execute(async trx => {
          await sql`select set_config('ci.organization', ${organizationId}, true)`.execute(trx)
          return work(trx)
        }),
    router: work => router.transaction().execute(work),
    statement: work => work(prepared),
    owner: work => owner.transaction().execute(work),
    now: createDatabaseClock(() => readTime(prepared)),
    engine: { kind: 'postgres', url: options.ownerUrl ?? options.url },
    schema: options.schema,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([app.destroy(), router.destroy(), owner.destroy()])
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

const MOST_PREPARED = 200

/** PostgreSQL plans each text once a connection: half the cost of a short statement. Texts should name their columns, not `*`. */
function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MOST_PREPARED) names.set(text, `ci_${names.size}`)
    return names.get(text)
  }
  const named = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: string, values: readonly unknown[]) => {
      const name = nameOf(text)
      return client.query({ text, values: [...values], ...(name ? { name } : {}) })
    }
    return Object.assign(Object.create(client) as PostgresPoolClient, { query })
  }
  return {
    options: pool.options,
    connect: async () => named(await pool.connect()),
    end: () => pool.end()
  }
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const pglite = await PGlite.create({
    ...(options.folder ? { dataDir: options.folder } : {}),
    ...(options.image ? { loadDataDir: options.image } : {}),
    relaxedDurability: false
  })
  const kysely = new Kysely<Record<never, never>>({ dialect: new PGliteDialect({ pglite }) })
  return {
    ...scopes(kysely),
    engine: { kind: 'pglite', pglite },
    schema: options.schema,
    [Symbol.asyncDispose]: async () => {
      if (!pglite.closed) await pglite.close()
    }
  }
}

/** The one connection of the embedded engine is its superuser's: each transaction steps down first. */
function scopes(only: Kysely<Record<never, never>>): Pick<Database, 'for' | 'router' | 'statement' | 'owner' | 'now'> {
  const as =
    (role: 'ci_app' | 'ci_router', organizationId: string) =>
    async <R>(work: (trx: Trx) => Promise<R>): Promise<R> =>
      only.transaction().execute(async trx => {
        await sql`select set_config('role', ${role}, true), set_config('ci.organization', ${organizationId}, true)`.execute(
          trx
        )
        return work(trx)
      })
  return {
    for: organizationId => as('ci_app', organizationId),
    router: as('ci_router', ''),
    statement: as('ci_router', ''),
    owner: work => only.transaction().execute(work),
    now: createDatabaseClock(() => readTime(only))
  }
}
