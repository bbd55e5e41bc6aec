/** Long work that an admin watches: who waits, who is done, and its pause and end. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type RunTables = {
  enrollment_runs: {
    organization_id: string
    id: string
    kind: 'rules' | 'repair' | 'again' | 'import' | 'undo'
    version: number
    state: 'running' | 'paused' | 'cancelled' | 'done'
    author: string
    people: number
    calls: number
    started_at: Date
    /** Everybody it concerns has been asked for. */
    sized_at: Date | null
    ended_at: Date | null
  }
}

export type RunRow = RunTables['enrollment_runs']

const tables = (trx: Trx) => trx.withTables<RunTables>()

export async function insertRun(trx: Trx, row: RunRow): Promise<void> {
  await tables(trx).insertInto('enrollment_runs').values(row).execute()
}

export type RunProgress = RunRow & {
  readonly waiting: number
  readonly done: number
  readonly failed: number
  readonly cancelled: number
}

/** Newest first. */
export async function listRuns(trx: Trx, organizationId: string, limit: number): Promise<readonly RunProgress[]> {
  const { rows } = await sql<RunProgress>`
    with r as (select * from enrollment_runs where organization_id = ${organizationId} order by id desc limit ${limit}),
    w as (select run_id, state, count(*)::int as people from enrollment_work
      where organization_id = ${organizationId} and run_id = any(array(select id from r)) group by run_id, state)
    select r.*, ${sql.join(
      ['waiting', 'done', 'failed', 'cancelled'].map(
        state =>
          sql`coalesce((select w.people from w where w.run_id = r.id and w.state = ${state}), 0) as ${sql.ref(state)}`
      )
    )}
    from r order by r.id desc`.execute(trx)
  return rows
}

/** A run in which nobody waits any more is done. */
export async function finishRuns(trx: Trx, organizationId: string, at: Date): Promise<void> {
  await sql`
    update enrollment_runs r set state = 'done', ended_at = ${at}
    where r.organization_id = ${organizationId} and r.state = 'running' and r.sized_at is not null and not exists (
      select from enrollment_work w where w.organization_id = r.organization_id and w.run_id = r.id and w.state = 'waiting')`.execute(
    trx
  )
}

type Turn = {
  readonly organizationId: string
  readonly runId: string
  readonly from: readonly RunRow['state'][]
  readonly to: RunRow['state']
  readonly at: Date
}

/** @returns false when the run is not in a state from which that can be. */
export async function turnRun(trx: Trx, { organizationId, runId, from, to, at }: Turn): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('enrollment_runs')
    .set({ state: to, ended_at: to === 'cancelled' ? at : null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', runId)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Who still waits in this run waits no more; who is being worked on is finished. */
export async function cancelWaiting(trx: Trx, organizationId: string, runId: string): Promise<void> {
  await sql`
    update enrollment_work set state = 'cancelled'
    where organization_id = ${organizationId} and run_id = ${runId} and state = 'waiting'
      and (claimed_until is null or claimed_until <= clock_timestamp())`.execute(trx)
}

type Size = {
  readonly organizationId: string
  readonly runId: string
  readonly people: number
  readonly calls: number
  readonly at: Date
}

/** From now on the run may end; one that was cancelled meanwhile leaves nobody waiting. */
export async function sizeRun(trx: Trx, { organizationId, runId, people, calls, at }: Size): Promise<void> {
  const row = await tables(trx)
    .updateTable('enrollment_runs')
    .set({ people, calls, sized_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', runId)
    .returning('state')
    .executeTakeFirst()
  if (row?.state === 'cancelled') await cancelWaiting(trx, organizationId, runId)
}
