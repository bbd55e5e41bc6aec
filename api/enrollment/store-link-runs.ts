/** The runs that compare a site's accounts from before with the company's people. */
import { sql } from 'kysely'
import type { Basis } from '../contract/moving.ts'
import type { Trx } from '../platform/database.ts'
import { PRIORITY } from './store-work.ts'

type RunTables = {
  link_runs: {
    organization_id: string
    id: string
    mode: 'dry' | 'carry_out'
    basis: Basis
    state: 'running' | 'paused' | 'cancelled' | 'done'
    stage: 'list' | 'keys' | 'judge' | 'courses'
    page: number
    cursor: string
    failures: number
    learners: number
    author: string
    started_at: Date
    ended_at: Date | null
    claimed_by: string | null
    claimed_until: Date | null
  }
}

export type LinkRunRow = RunTables['link_runs']

const tables = (trx: Trx) => trx.withTables<RunTables>()

/** @returns false while another run is under way. */
export async function insertLinkRun(trx: Trx, row: LinkRunRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('link_runs')
    .values({ ...row, basis: sql`${JSON.stringify(row.basis)}::jsonb` })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const latestLinkRun = (trx: Trx, organizationId: string): Promise<LinkRunRow | undefined> =>
  tables(trx)
    .selectFrom('link_runs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findLinkRun = (trx: Trx, organizationId: string, id: string): Promise<LinkRunRow | undefined> =>
  tables(trx)
    .selectFrom('link_runs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()

const LEASE_SECONDS = 30

/** The company's running run, if nobody works on it. */
export async function claimLinkRun(trx: Trx, organizationId: string, crew: string): Promise<LinkRunRow | undefined> {
  const { rows } = await sql<LinkRunRow>`
    update link_runs set claimed_by = ${crew}, claimed_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where organization_id = ${organizationId} and state = 'running'
      and (claimed_until is null or claimed_until <= clock_timestamp()) returning *`.execute(trx)
  return rows[0]
}

export async function renewLinkRun(trx: Trx, organizationId: string, crew: string): Promise<void> {
  await sql`update link_runs set claimed_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where organization_id = ${organizationId} and claimed_by = ${crew}`.execute(trx)
}

export async function releaseLinkRun(trx: Trx, organizationId: string, crew: string): Promise<void> {
  await sql`update link_runs set claimed_by = null, claimed_until = null
    where organization_id = ${organizationId} and claimed_by = ${crew}`.execute(trx)
}

export type RunKey = { readonly organizationId: string; readonly runId: string }

export async function advanceLinkRun(
  trx: Trx,
  { organizationId, runId }: RunKey,
  set: Partial<Pick<LinkRunRow, 'stage' | 'page' | 'cursor' | 'failures' | 'learners'>>
): Promise<void> {
  await tables(trx)
    .updateTable('link_runs')
    .set(set)
    .where('organization_id', '=', organizationId)
    .where('id', '=', runId)
    .execute()
}

type Turn = RunKey & {
  readonly from: readonly LinkRunRow['state'][]
  readonly to: LinkRunRow['state']
  readonly at: Date
}

/** @returns false when the run is not in a state from which that can be. */
export async function turnLinkRun(trx: Trx, { organizationId, runId, from, to, at }: Turn): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('link_runs')
    .set({ state: to, ended_at: to === 'cancelled' || to === 'done' ? at : null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', runId)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Companies whose run nobody works on, and whose site is not held. */
export async function organizationsToLink(trx: Trx, realNow: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select r.organization_id from link_runs r where r.state = 'running'
      and (r.claimed_until is null or r.claimed_until <= clock_timestamp())
      and not exists (select from enrollment_sites s
        where s.organization_id = r.organization_id and s.retry_at > ${realNow}::timestamptz)`.execute(trx)
  return rows.map(row => row.organization_id)
}

/** The last run that came to its end; a dry one reads as much. */
export const lastComparison = (trx: Trx, organizationId: string): Promise<LinkRunRow | undefined> =>
  tables(trx)
    .selectFrom('link_runs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Leavers and newcomers whose turn it is: they come first. */
export async function othersComeFirst(
  trx: Trx,
  organizationId: string,
  { now, realNow }: { readonly now: Date; readonly realNow: Date }
): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from enrollment_work where organization_id = ${organizationId} and state = 'waiting'
      and priority < ${PRIORITY.rest} and due_at <= ${now}::timestamptz
      and (retry_at is null or retry_at <= ${realNow}::timestamptz)) as waits`.execute(trx)
  return rows[0]?.waits ?? false
}
