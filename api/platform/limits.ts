/** How often something may be tried, by a key. Calls are counted in this process; failures for all, with a statement only when one happens. */
import { createHash } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database, Statement } from './database.ts'

const WINDOW_SECONDS = 60

export type CallLimit = {
  /** Counts a call. @returns 0, or the seconds to wait when there were too many. */
  take(key: string): Promise<number>
}

export function createCallLimit(perMinute: number): CallLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS })
  return { take: key => limiter.consume(key).then(() => 0, secondsOf) }
}

type Window = { readonly name: string; readonly most: number; readonly seconds: number }

/** Counted for all processes. While the database cannot be asked, each process counts for itself. */
export function createSharedLimit({ db }: Pool, { name, most, seconds }: Window): CallLimit {
  const limiter = inDatabase({ db }, { keyPrefix: name, points: most, duration: seconds })
  return { take: key => limiter.consume(digest(key)).then(() => 0, secondsOf) }
}

type Pool = { readonly db: Pick<Database, 'statement'> }
type InMemory = { readonly keyPrefix: string; readonly points: number; readonly duration: number }

const inDatabase = ({ db }: Pool, window: InMemory): RateLimiterPostgres =>
  new RateLimiterPostgres({
    ...window,
    storeClient: {
      query: (query: Query) => db.statement(on => on.executeQuery(CompiledQuery.raw(query.text, query.values)))
    },
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    insuranceLimiter: new RateLimiterMemory(window)
  })

export type FailureLimit = {
  /** @returns 0, or the seconds to wait as far as this process knows: after its own next failure it knows of the others'. */
  wait(key: string): number
  count(key: string): Promise<void>
}

export function createFailureLimit(
  { db }: Pool,
  { name, perMinute }: { readonly name: string; readonly perMinute: number }
): FailureLimit {
  const limiter = inDatabase({ db }, { keyPrefix: name, points: perMinute, duration: WINDOW_SECONDS })
  const blocked = createBlocks()
  return {
    wait: blocked.secondsFor,
    count: async key => {
      const { consumedPoints, msBeforeNext } = await limiter.consume(digest(key)).catch(overIt)
      if (consumedPoints >= perMinute) blocked.add(key, msBeforeNext)
    }
  }
}

const MOST = 10_000

/** Who has to wait, and until when. Forgets the oldest when there are very many. */
function createBlocks() {
  const until = new Map<string, number>()
  return {
    secondsFor: (key: string): number => Math.max(0, Math.ceil(((until.get(key) ?? 0) - performance.now()) / 1000)),
    add: (key: string, ms: number): void => {
      until.delete(key)
      until.set(key, performance.now() + ms)
      for (const oldest of until.keys()) {
        if (until.size <= MOST) return
        until.delete(oldest)
      }
    }
  }
}

type Query = { readonly text: string; readonly values: unknown[] }

export async function deleteOldLimits(db: Statement, at: Date): Promise<void> {
  await sql`delete from rate_limits where expire < ${at.getTime()}`.execute(db)
}

const digest = (key: string): string => createHash('sha256').update(key).digest('base64url')

const secondsOf = (reason: unknown): number => Math.max(1, Math.ceil(overIt(reason).msBeforeNext / 1000))

/** Too many is said by a rejection that is no error. */
function overIt(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}
