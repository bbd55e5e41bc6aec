/** Connections to a PostgreSQL server. One that does not answer is given up: TCP would let it hang for hours. */
import { sql, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { LateError, SECOND, within } from './time.ts'

const CONNECT_MS = 30 * SECOND

export type PoolOptions = {
  readonly url: string
  readonly max: number
  /** For PostgreSQL's command line, such as `-c search_path=public`. */
  readonly settings: string
  /** Whether statements may leave before the ones ahead of them are answered. */
  readonly pipeline?: boolean
}

export function openPool({ url, settings, ...options }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...options,
    connectionString: url,
    options: settings,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS
  })
  // Whoever uses a connection that breaks is told by their statement; unheard, the event would end the process.
  const heard = (): void => undefined
  pool.on('error', heard).on('connect', client => client.on('error', heard))
  return pool
}

type Ask = (client: pg.PoolClient) => (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>

export const asking: Ask = client => (text, values) => client.query(text, [...values])

/** Begins the text of a statement that runs thousands of times a minute: it is planned once a connection, as `preparing` does. */
export const OFTEN_TEXT = '/* often */'
export const OFTEN = sql.raw(OFTEN_TEXT)
const isOften = (text: string): boolean => /^\s*\/\* often \*\//u.test(text)

/**
 * A transaction begins, and sees this organization's rows only, together with its first statement: one packet and one answer for
 * the three. The pool must pipeline. Should the beginning fail, the statement fails with it or sees nothing.
 * @param isPrepared which texts are planned once a connection.
 */
export function entering(organizationId: string, isPrepared = isOften): Ask {
  const enter = `begin; select set_config('ci.organization', ${pg.escapeLiteral(organizationId)}, true)`
  return client => {
    const askOnce = asking(client)
    const askOften = often(client)
    const ask = (text: string, values: readonly unknown[]) => (isPrepared(text) ? askOften : askOnce)(text, values)
    let begins = false
    return async (text, values) => {
      const first = begins
      begins = text === BEGIN
      if (begins || (first && ENDS.has(text))) return NOTHING
      gather(client)
      if (!first) return ask(text, values)
      const [, answer] = await Promise.all([askOnce(enter, []), ask(text, values)])
      return answer
    }
  }
}
/** As Kysely's driver says it. */
const BEGIN = 'begin'
const ENDS = new Set(['commit', 'rollback'])
const NOTHING: pg.QueryResult = { command: '', rowCount: null, oid: 0, fields: [], rows: [] }

type Corked = { readonly connection?: { readonly stream?: { cork(): void; uncork(): void } } }

/** What is asked before anything else happens in the process leaves in one packet: each packet costs both sides more than what is in it. */
function gather({ connection }: pg.PoolClient & Corked): void {
  const stream = connection?.stream
  if (!stream) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const MOST_PREPARED = 200

/** PostgreSQL plans each text once a connection: half the cost of a short statement. Texts should name their columns, not `*`. */
export function preparing(): Ask {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MOST_PREPARED) names.set(text, `ci_${names.size}`)
    return names.get(text)
  }
  return client => (text, values) => {
    const name = nameOf(text)
    return client.query({ text, values: [...values], ...(name ? { name } : {}) })
  }
}

const often = preparing()

/** @param answerMs after which a statement counts as lost, and its connection is closed when it is handed back. */
export function impatient(pool: pg.Pool, answerMs: number, ask: Ask): PostgresPool {
  const tend = (client: pg.PoolClient): PostgresPoolClient => {
    let lost: LateError | undefined
    const asks = ask(client)
    const query = async (text: string, values: readonly unknown[]) => {
      if (lost) throw lost
      return within(answerMs, asks(text, values)).catch((error: unknown) => {
        if (error instanceof LateError) lost = error
        throw error
      })
    }
    const release = (): void => client.release(lost)
    return Object.assign(Object.create(client) as PostgresPoolClient, { query, release })
  }
  return { options: pool.options, connect: async () => tend(await pool.connect()), end: () => pool.end() }
}

const SEES = { name: 'ci_sees', text: "select set_config('ci.organization', $1, false)" }
const planned = preparing()
/** Whose rows a connection sees since its last statement; nobody but `reading` uses it. */
const seenBy = new WeakMap<pg.PoolClient, string>()

/**
 * Sends each statement together with the organization that it may see. They are answered together or not at all, and after any
 * failure the connection is closed, so that no statement ever runs for another organization than its own.
 */
export function reading(pool: pg.Pool, answerMs: number, organizationId: string): PostgresPool {
  const tend = (client: pg.PoolClient): PostgresPoolClient => {
    let failed: Error | undefined
    const ask = planned(client)
    const query = async (text: string, values: readonly unknown[]) => {
      if (failed) throw failed
      gather(client)
      const sees = seenBy.get(client) === organizationId || client.query({ ...SEES, values: [organizationId] })
      const [rows] = await within(answerMs, Promise.all([ask(text, values), sees])).catch((error: unknown) => {
        failed = error instanceof Error ? error : new Error('a statement failed', { cause: error })
        throw error
      })
      seenBy.set(client, organizationId)
      return rows
    }
    const release = (): void => client.release(failed)
    return Object.assign(Object.create(client) as PostgresPoolClient, { query, release })
  }
  return { options: pool.options, connect: async () => tend(await pool.connect()), end: async () => {} }
}
