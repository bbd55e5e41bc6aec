/**
 * Calls to a service that counts them: so many in a moving window, so many at once. All processes share rows of the database
 * and its clock. A slot is used again a whole window after its last call *ended*, so the service never counts one too many,
 * and everything it allows is used.
 */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { MINUTE, SECOND, sleep } from './time.ts'

export type Limit = {
  /** Names the outside limit, such as `thinkific/acme`. */
  readonly key: string
  readonly calls: number
  readonly windowMs: number
  readonly atOnce: number
  /** Longer than a call can take: a process that died with one out does not hold its place for ever. */
  readonly leaseMs: number
}

type Place = { readonly window: number; readonly lane: number }

/** Waits for a place, makes the call, gives the place back. */
export async function withinLimit<T>(db: Database, limit: Limit, call: () => Promise<T>): Promise<T> {
  const place = await takePlace(db, limit)
  try {
    return await call()
  } finally {
    await givePlace(db, limit, place)
  }
}

/** Nobody calls before `until`, at most two minutes from now: what a vendor writes there is not trusted further. */
export async function blockCalls(
  db: Database,
  key: string,
  { until, now }: Record<'until' | 'now', Date>
): Promise<void> {
  const ms = Math.min(2 * MINUTE, Math.max(SECOND, until.getTime() - now.getTime()))
  await db.statement(one =>
    sql`insert into call_blocks as b (key, until) values (${key}, clock_timestamp() + ${ms}::float8 * interval '1 millisecond')
      on conflict (key) do update set until = greatest(b.until, excluded.until)`.execute(one)
  )
}

const LONGEST_WAIT_MS = SECOND
const SHORTEST_WAIT_MS = 2
/** A lane is free as soon as its call ends, whoever makes it: nobody knows when, so it is looked for. */
const LANE_LOOK_MS = 50
/** Rows are made as they are needed. */
const GROWTH = 10

/** Who waits in this process waits in line: one asks the database for all. */
const lines = new WeakMap<Database, Map<string, Promise<unknown>>>()

function takePlace(db: Database, limit: Limit): Promise<Place> {
  const held = lines.get(db) ?? new Map<string, Promise<unknown>>()
  lines.set(db, held)
  const before = held.get(limit.key) ?? Promise.resolve()
  const mine = before.then(() => waitForPlace(db, limit))
  held.set(
    limit.key,
    mine.catch(() => undefined)
  )
  return mine
}

async function waitForPlace(db: Database, limit: Limit): Promise<Place> {
  for (;;) {
    const place = await claim(db, limit)
    if (place) return place
    const { full, ms } = await nextFree(db, limit)
    if (!full && (await grow(db, limit))) continue
    await sleep(Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, ms)))
  }
}

async function claim(db: Database, { key, calls, atOnce, windowMs, leaseMs }: Limit): Promise<Place | undefined> {
  const { rows } = await db.statement(one =>
    sql<{ kind: 'window' | 'lane'; slot: number }>`
      with free as (
        select slot from call_slots where key = ${key} and kind = 'window' and slot <= ${calls} and free_at <= clock_timestamp()
          and not exists (select from call_blocks where key = ${key} and until > clock_timestamp())
        order by free_at limit 1 for update skip locked
      ), lane as (
        select slot from call_slots where key = ${key} and kind = 'lane' and slot <= ${atOnce} and free_at <= clock_timestamp()
        order by free_at limit 1 for update skip locked
      ), place as (select free.slot as free, lane.slot as lane from free, lane)
      update call_slots s set free_at = clock_timestamp()
        + case s.kind when 'window' then ${leaseMs + windowMs}::float8 else ${leaseMs}::float8 end * interval '1 millisecond'
      from place where s.key = ${key} and s.slot = case s.kind when 'window' then place.free else place.lane end
      returning s.kind, s.slot`.execute(one)
  )
  const slotOf = (kind: 'window' | 'lane') => rows.find(row => row.kind === kind)?.slot
  const [window, lane] = [slotOf('window'), slotOf('lane')]
  return window === undefined || lane === undefined ? undefined : { window, lane }
}

async function givePlace(db: Database, { key, windowMs }: Limit, { window, lane }: Place): Promise<void> {
  await db.statement(one =>
    sql`update call_slots set free_at = clock_timestamp()
      + case kind when 'window' then ${windowMs}::float8 else 0 end * interval '1 millisecond'
      where key = ${key} and slot = case kind when 'window' then ${window}::int else ${lane}::int end`.execute(one)
  )
}

/** @returns whether places were added. */
async function grow(db: Database, { key, calls, atOnce }: Limit): Promise<boolean> {
  const { rows } = await db.statement(one =>
    sql<{ slot: number }>`
      insert into call_slots (key, kind, slot, free_at)
      select ${key}, k.kind, n, 'epoch'::timestamptz from (values ('window', ${calls}::int), ('lane', ${atOnce}::int)) as k (kind, most)
        cross join lateral (select coalesce(max(slot), 0) as had, coalesce(bool_or(free_at <= clock_timestamp()), false) as spare
          from call_slots where key = ${key} and kind = k.kind) as known
        cross join lateral generate_series(known.had + 1, least(k.most, known.had + ${GROWTH}::int)) as n
      where not known.spare
      on conflict do nothing returning slot`.execute(one)
  )
  return rows.length > 0
}

type NextFree = { readonly full: boolean; readonly ms: number }

/** In how many milliseconds a place may be free, and whether there are as many rows as the limit allows. */
async function nextFree(db: Database, { key, calls, atOnce }: Limit): Promise<NextFree> {
  const { rows } = await db.statement(one =>
    sql<{ ms: number | null; windows: number; lanes: number }>`
      select extract(epoch from greatest(
          min(free_at) filter (where kind = 'window'),
          least(min(free_at) filter (where kind = 'lane'), clock_timestamp() + ${LANE_LOOK_MS}::float8 * interval '1 millisecond'),
          (select until from call_blocks where key = ${key})) - clock_timestamp())::float8 * 1000 as ms,
        count(*) filter (where kind = 'window')::int as windows, count(*) filter (where kind = 'lane')::int as lanes
      from call_slots where key = ${key}`.execute(one)
  )
  const [row] = rows
  if (!row) return { full: false, ms: 0 }
  return { full: row.windows >= calls && row.lanes >= atOnce, ms: row.ms ?? 0 }
}
