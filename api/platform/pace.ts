/** Paced calls to an outside service, shared by all processes: each reserves its moment in one SQL statement (GCRA). */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { sleep } from './time.ts'

export type Pace = {
  /** Names the outside limit, such as `thinkific/acme`. */
  readonly key: string
  readonly perSecond: number
  /** Calls that may go out at once after a quiet spell. */
  readonly burst: number
}

/** Waits until this call may go out. Real time; database time decides, so clocks of processes need not agree. */
export async function takeTurn(db: Database, pace: Pace): Promise<void> {
  const gap = 1000 / pace.perSecond
  const spare = gap * (pace.burst - 1)
  const result = await db.router(trx =>
    sql<{ wait_ms: number }>`
      insert into paces as p (key, next_at) values (${pace.key}, clock_timestamp() - make_interval(secs => ${(spare - gap) / 1000}))
      on conflict (key) do update set next_at =
        greatest(p.next_at, clock_timestamp() - make_interval(secs => ${spare / 1000})) + make_interval(secs => ${gap / 1000})
      returning extract(epoch from next_at - clock_timestamp())::float8 * 1000 - ${gap} as wait_ms`.execute(trx)
  )
  const wait = result.rows[0]?.wait_ms ?? 0
  if (wait > 0) await sleep(wait)
}
