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

/** Moments from now, in milliseconds: the first, and how far apart they are. */
export type Block = { readonly firstMs: number; readonly gapMs: number }

/** Between asking and the first moment: what is to be sent is made ready meanwhile, so that it leaves on time. */
export const LEAD_MS = 30
const HALF_LIFE_S = 30
const SLOWEST = 16
const LONGEST_BLOCK = 2 * MINUTE

const ms = (value: number | RawBuilder<number>) => sql`${value}::float8 * interval '1 millisecond'`

/** One, or more while the service was throttling lately. */
const slowness = sql<number>`greatest(1, p.slowness * power(0.5, least(1000, greatest(0,
  extract(epoch from clock_timestamp() - p.slowed_at)::float8 / ${HALF_LIFE_S}))))`

export async function reserve(db: Database, { key, perSecond }: Pace, count: number): Promise<Block> {
  const gap = SECOND / perSecond
  const { rows } = await db.statement(one =>
    sql<{ end_ms: number; slow: number }>`
      insert into paces as p (key, next_at) values (${key}, clock_timestamp() + ${ms(LEAD_MS + count * gap)})
      on conflict (key) do update set next_at =
        greatest(p.next_at, p.blocked_until, clock_timestamp() + ${ms(LEAD_MS)}) + ${ms(count * gap)} * ${slowness}
      returning extract(epoch from p.next_at - clock_timestamp())::float8 * 1000 as end_ms, ${slowness} as slow`.execute(
      one
    )
  )
  const { end_ms = 0, slow = 1 } = rows[0] ?? {}
  const gapMs = gap * slow
  return { firstMs: end_ms - count * gapMs, gapMs }
}

/** One moment, only where it is at most `withinMs` away. Undefined: others go first, and none of theirs was taken. */
export async function reserveSoon(
  db: Database,
  { key, perSecond }: Pace,
  withinMs: number
): Promise<number | undefined> {
  const gap = SECOND / perSecond
  const { rows } = await db.statement(one =>
    sql<{ end_ms: number; slow: number }>`
      insert into paces as p (key, next_at) values (${key}, clock_timestamp() + ${ms(LEAD_MS + gap)})
      on conflict (key) do update set next_at =
        greatest(p.next_at, clock_timestamp() + ${ms(LEAD_MS)}) + ${ms(gap)} * ${slowness}
        where p.next_at <= clock_timestamp() + ${ms(withinMs)} and p.blocked_until <= clock_timestamp()
      returning extract(epoch from p.next_at - clock_timestamp())::float8 * 1000 as end_ms, ${slowness} as slow`.execute(
      one
    )
  )
  const [row] = rows
  return row && row.end_ms - gap * row.slow
}

/** A moment missed by more is lost: calls that catch up together would be one too many for some second. */
export const LATEST_MS = 10
const MOST_MISSED = 20

/** Waits for one moment. A process that is too busy to keep any takes the last one late. */
export async function takeTurn(db: Database, pace: Pace): Promise<void> {
  for (let missed = 0; missed < MOST_MISSED; missed++) {
    const { firstMs } = await reserve(db, pace, 1)
    const at = performance.now() + firstMs
    await sleep(Math.max(0, Math.ceil(firstMs)))
    if (performance.now() - at <= LATEST_MS) return
  }
}

/** Nobody calls for `waitMs`, at most two minutes; then half as fast as before. Calls that were out together count as one. */
export async function slowDown(db: Database, { key }: Pick<Pace, 'key'>, waitMs: number): Promise<void> {
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
