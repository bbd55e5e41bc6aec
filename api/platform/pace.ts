/**
 * Paced calls to an outside service, shared by all processes: each reserves a block of moments in one SQL statement (GCRA).
 * Database time decides, so clocks of processes need not agree. When the service throttles, everybody waits, then goes slower.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import { MINUTE, SECOND, sleep } from './time.ts'

export type Pace = {
  /** Names the outside limit, such as an app and a tenant. */
  readonly key: string
  readonly perSecond: number
}

/** Moments of this process, in milliseconds as `performance.now()` counts them: the first, and how far apart they are. */
export type Block = { readonly first: number; readonly gapMs: number }

export type Paces = {
  reserve(pace: Pace, count: number, leadMs?: number): Promise<Block>
  /** One moment, only where it is at most `withinMs` away. Undefined: others go first, and none of theirs was taken. */
  reserveSoon(pace: Pace, withinMs: number): Promise<number | undefined>
  /** Waits for one moment. A process that is too busy to keep any takes the last one late. */
  takeTurn(pace: Pace): Promise<void>
  /** The call of that moment came later by `lateMs`: the calls of the next second must, too, or they were one too many for it. */
  stretch(key: string, late: { readonly moment: number; readonly lateMs: number }): Promise<void>
  /** Nobody calls for `waitMs`, at most two minutes; then half as fast as before. Calls that were out together count as one. */
  slowDown(key: string, waitMs: number): Promise<void>
}

/** Between asking and the first moment: what is to be sent is made ready meanwhile, so that it leaves on time. */
const LEAD_MS = 30
/** A moment missed by more is lost: calls that catch up together would be one too many for some second. */
const LATEST_MS = 10
const MOST_MISSED = 20
const HALF_LIFE_S = 30
const SLOWEST = 16
const LONGEST_BLOCK = 2 * MINUTE

const ms = (value: number | RawBuilder<number>) => sql`${value}::float8 * interval '1 millisecond'`

/** One, or more while the service was throttling lately. */
const slowness = sql<number>`greatest(1, p.slowness * power(0.5, least(1000, greatest(0,
  extract(epoch from clock_timestamp() - p.slowed_at)::float8 / ${HALF_LIFE_S}))))`

/** `said` and `after`, the end of what was reserved, in milliseconds since 1970. */
type Reserved = { readonly said: number; readonly after: number; readonly slow: number }
const said = sql`extract(epoch from clock_timestamp())::float8 * 1000 as said`
const reserved = sql`${said}, extract(epoch from p.next_at)::float8 * 1000 as after, ${slowness} as slow`

export function createPaces(db: Database): Paces {
  const { ahead } = db
  const ask = async <Row extends { readonly said: number }>(query: RawBuilder<Row>): Promise<Row | undefined> => {
    const askedAt = performance.now()
    const { rows } = await db.statement(one => query.execute(one))
    const [row] = rows
    if (row) ahead.learn({ askedAt, said: row.said })
    return row
  }
  /** What is known of the database's clock becomes better with each answer; moments must not move for it. */
  const getToKnow = async (): Promise<void> => {
    while (!ahead.isSure()) await ask(sql<{ said: number }>`select ${said}`)
  }
  const firstOf = ({ after, slow }: Reserved, count: number, gap: number): Block => {
    const now = performance.now()
    const gapMs = gap * slow
    return { first: now + after - (ahead.timeAt(now) ?? after) - count * gapMs, gapMs }
  }
  const reserve: Paces['reserve'] = async ({ key, perSecond }, count, leadMs = LEAD_MS) => {
    await getToKnow()
    const gap = SECOND / perSecond
    const row = await ask(sql<Reserved>`
      insert into paces as p (key, next_at) values (${key}, clock_timestamp() + ${ms(leadMs + count * gap)})
      on conflict (key) do update set next_at =
        greatest(p.next_at, p.blocked_until, clock_timestamp() + ${ms(leadMs)}) + ${ms(count * gap)} * ${slowness}
      returning ${reserved}`)
    if (!row) throw new Error('nothing was reserved')
    return firstOf(row, count, gap)
  }
  return {
    reserve,
    reserveSoon: async ({ key, perSecond }, withinMs) => {
      await getToKnow()
      const gap = SECOND / perSecond
      const row = await ask(sql<Reserved>`
        insert into paces as p (key, next_at) values (${key}, clock_timestamp() + ${ms(LEAD_MS + gap)})
        on conflict (key) do update set next_at =
          greatest(p.next_at, clock_timestamp() + ${ms(LEAD_MS)}) + ${ms(gap)} * ${slowness}
          where p.next_at <= clock_timestamp() + ${ms(withinMs)} and p.blocked_until <= clock_timestamp()
        returning ${reserved}`)
      return row && firstOf(row, 1, gap).first
    },
    takeTurn: async pace => {
      for (let missed = 0; missed < MOST_MISSED; missed++) {
        const { first } = await reserve(pace, 1)
        await until(first)
        if (performance.now() - first <= LATEST_MS) return
      }
    },
    stretch: async (key, { moment, lateMs }) => {
      const at = sql`to_timestamp(${(ahead.timeAt(moment) ?? 0) / SECOND}::float8)`
      // Moments that were moved on after that call are already later for it.
      const done = sql<number>`case when ${at} < p.stretched_at then p.stretched_ms else 0 end`
      const more = sql<number>`(${lateMs}::float8 - ${done})`
      await db.statement(one =>
        sql`update paces as p set
          next_at = p.next_at + ${ms(more)},
          stretched_at = case when ${at} < p.stretched_at then p.stretched_at else p.next_at end,
          stretched_ms = ${lateMs}
          where p.key = ${key} and ${more} > 0`.execute(one)
      )
    },
    slowDown: async (key, waitMs) => {
      const wait = ms(Math.min(LONGEST_BLOCK, Math.max(SECOND, waitMs)))
      await db.statement(one =>
        sql`
          insert into paces as p (key, next_at, slowness, slowed_at, blocked_until)
          values (${key}, clock_timestamp(), 2, clock_timestamp() + ${wait}, clock_timestamp() + ${wait})
          on conflict (key) do update set
            slowness = case when p.blocked_until > clock_timestamp() then p.slowness else least(${SLOWEST}, 2 * ${slowness}) end,
            slowed_at = case when p.blocked_until > clock_timestamp() then p.slowed_at else clock_timestamp() + ${wait} end,
            blocked_until = greatest(p.blocked_until, clock_timestamp() + ${wait})`.execute(one)
      )
    }
  }
}

export const until = async (moment: number): Promise<void> => {
  const left = moment - performance.now()
  if (left > 0) await sleep(Math.ceil(left))
}
