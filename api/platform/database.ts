/** PostgreSQL through Kysely, as a server or embedded (PGlite). Every statement runs in a transaction with the least role. */
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'

/** Slices narrow it with `trx.withTables<OwnTables>()`. */
export type Trx = Transaction<Record<never, never>>

export type Database = {
  /** Runs `work` in one transaction that sees this organization's rows only. */
  for(organizationId: string): <R>(work: (trx: Trx) => Promise<R>) => Promise<R>
  /** Runs `work` as the router: the few routing columns across organizations, and rows of the OpenID provider. */
  router<R>(work: (trx: Trx) => Promise<R>): Promise<R>
  /** Runs `work` as the owner of the tables: migrations and sandbox upkeep only. */
  owner<R>(work: (trx: Trx) => Promise<R>): Promise<R>
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
  const connect = (url: string, max: number) =>
    new Kysely<Record<never, never>>({
      dialect: new PostgresDialect({
        pool: new pg.Pool({ connectionString: url, max, options: `-c search_path=${options.schema}` })
      })
    })
  const app = connect(options.url, options.poolSize ?? 10)
  const owner = connect(options.ownerUrl ?? options.url, 2)
  return {
    ...scopes(app, owner),
    engine: { kind: 'postgres', url: options.ownerUrl ?? options.url },
    schema: options.schema,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([app.destroy(), owner.destroy()])
    }
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
    ...scopes(kysely, kysely),
    engine: { kind: 'pglite', pglite },
    schema: options.schema,
    [Symbol.asyncDispose]: async () => {
      if (!pglite.closed) await pglite.close()
    }
  }
}

function scopes(app: Kysely<Record<never, never>>, owner: Kysely<Record<never, never>>) {
  const as =
    (role: 'ci_app' | 'ci_router', organizationId: string) =>
    async <R>(work: (trx: Trx) => Promise<R>): Promise<R> =>
      app.transaction().execute(async trx => {
        await sql`select set_config('role', ${role}, true), set_config('ci.organization', ${organizationId}, true)`.execute(
          trx
        )
        return work(trx)
      })
  return {
    for: (organizationId: string) => as('ci_app', organizationId),
    router: as('ci_router', ''),
    owner: <R>(work: (trx: Trx) => Promise<R>) => owner.transaction().execute(work)
  }
}
