/** SQL of the runs that install the app: who waits, who is being worked on, what came of it. */
import { sql } from 'kysely'
import type { InstallProblem, InstallReason } from '../contract/reach.ts'
import type { Trx } from '../platform/database.ts'

export type RunState = 'running' | 'paused' | 'cancelled' | 'done'
type InstallState = 'waiting' | 'installed' | 'already' | 'failed' | 'cancelled'

type InstallTables = {
  install_runs: {
    organization_id: string
    id: string
    state: RunState
    author: string
    people: number
    started_at: Date
    sized_at: Date | null
    ended_at: Date | null
    problem: InstallProblem | null
    retry_at: Date | null
  }
}

export type RunRow = InstallTables['install_runs']
type RunKey = { readonly organizationId: string; readonly runId: string }

const tables = (trx: Trx) => trx.withTables<InstallTables>()

/** One run of a company at a time: whoever asks waits for whoever asked before. */
export async function lockRuns(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`installs/${organizationId}`}))`.execute(trx)
}

export async function insertRun(trx: Trx, row: RunRow): Promise<void> {
  await tables(trx).insertInto('install_runs').values(row).execute()
}

export const findRun = (trx: Trx, { organizationId, runId }: RunKey): Promise<RunRow | undefined> =>
  tables(trx)
    .selectFrom('install_runs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', runId)
    .executeTakeFirst()

export const newestRun = (trx: Trx, organizationId: string): Promise<RunRow | undefined> =>
  tables(trx)
    .selectFrom('install_runs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function changeRun(
  trx: Trx,
  { organizationId, runId, from }: RunKey & { readonly from: readonly RunState[] },
  change: Partial<Omit<RunRow, 'organization_id' | 'id'>>
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('install_runs')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', runId)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Target = { readonly personId: string; readonly tid: string; readonly oid: string }

/** Asking for the same people again changes nothing. */
export async function insertTargets(
  trx: Trx,
  { organizationId, runId, targets, at }: RunKey & { readonly targets: readonly Target[]; readonly at: Date }
): Promise<void> {
  if (targets.length === 0) return
  await sql`
    insert into installs (organization_id, run_id, person_id, tenant_id, object_id, state, updated_at)
    select ${organizationId}, ${runId}, p.person_id, p.tenant_id, p.object_id, 'waiting', ${at}
    from unnest(${targets.map(({ personId }) => personId)}::text[], ${targets.map(({ tid }) => tid)}::text[],
      ${targets.map(({ oid }) => oid)}::text[]) as p (person_id, tenant_id, object_id)
    on conflict do nothing`.execute(trx)
}

export type Work = Target & { readonly attempts: number }

type Claim = RunKey & { readonly crew: string; readonly leaseMs: number }

/** Takes somebody for this crew; those whose crew died are free again once its claim has ended. */
export async function claimTarget(
  trx: Trx,
  { organizationId, runId, crew, leaseMs }: Claim
): Promise<Work | undefined> {
  // Materialized: as a plain subquery it may run once for each row, and claim as often.
  const { rows } = await sql<Work>`
    with free as materialized (
      select w.person_id from installs w
      where w.organization_id = ${organizationId} and w.run_id = ${runId} and w.state = 'waiting'
        and (w.claimed_until is null or w.claimed_until <= clock_timestamp())
        and (w.retry_at is null or w.retry_at <= clock_timestamp())
        and exists (select from install_runs r where r.organization_id = ${organizationId} and r.id = ${runId}
          and r.state = 'running' and r.problem is null)
      order by w.person_id limit 1 for update skip locked
    )
    update installs i set crew = ${crew}, attempts = i.attempts + 1,
      claimed_until = clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'
    from free where i.organization_id = ${organizationId} and i.run_id = ${runId} and i.person_id = free.person_id
    returning i.person_id as "personId", i.tenant_id as tid, i.object_id as oid, i.attempts`.execute(trx)
  return rows[0]
}

export type Outcome =
  | { readonly kind: 'installed' | 'already' }
  | { readonly kind: 'failed'; readonly reason: InstallReason }
  | { readonly kind: 'again'; readonly waitMs: number }
  /** As if it had not been taken. */
  | { readonly kind: 'untouched' }

type Release = RunKey & {
  readonly crew: string
  readonly personId: string
  readonly outcome: Outcome
  readonly at: Date
}

/** Only the crew that holds the claim says what came of it. */
export async function releaseTarget(
  trx: Trx,
  { organizationId, runId, crew, personId, outcome, at }: Release
): Promise<void> {
  const over = outcome.kind === 'installed' || outcome.kind === 'already' || outcome.kind === 'failed'
  const state: InstallState = over ? outcome.kind : 'waiting'
  const reason = outcome.kind === 'failed' ? outcome.reason : null
  const waitMs = outcome.kind === 'again' ? outcome.waitMs : null
  await sql`
    update installs set state = ${state}, reason = ${reason}, crew = null, claimed_until = null, updated_at = ${at},
      attempts = attempts - ${outcome.kind === 'untouched' ? 1 : 0}::int,
      retry_at = case when ${waitMs}::float8 is null then null else clock_timestamp() + ${waitMs}::float8 * interval '1 millisecond' end
    where organization_id = ${organizationId} and run_id = ${runId} and person_id = ${personId} and crew = ${crew} and state = 'waiting'`.execute(
    trx
  )
}

export async function cancelTargets(trx: Trx, { organizationId, runId }: RunKey): Promise<void> {
  await sql`update installs set state = 'cancelled' where organization_id = ${organizationId} and run_id = ${runId} and state = 'waiting'
    and (claimed_until is null or claimed_until <= clock_timestamp())`.execute(trx)
}

/** A run in which nobody waits any more is done. @returns in how many milliseconds somebody may be free, when some wait. */
export async function finishRun(
  trx: Trx,
  { organizationId, runId, at }: RunKey & { readonly at: Date }
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update install_runs r set state = 'done', ended_at = ${at}
    where r.organization_id = ${organizationId} and r.id = ${runId} and r.state = 'running' and r.sized_at is not null and not exists (
      select from installs i where i.organization_id = r.organization_id and i.run_id = r.id and i.state = 'waiting')`.execute(
    trx
  )
  return (numAffectedRows ?? 0n) > 0n
}

export type Tally = { readonly state: InstallState; readonly reason: InstallReason | null; readonly count: number }

export async function tallyRun(trx: Trx, { organizationId, runId }: RunKey): Promise<readonly Tally[]> {
  const { rows } = await sql<Tally>`
    select state, reason, count(*)::int as count from installs
    where organization_id = ${organizationId} and run_id = ${runId} group by state, reason`.execute(trx)
  return rows
}

/** Runs that go on, or whose pause has passed. Of every company: as the router. */
export async function runsToWork(trx: Trx): Promise<readonly { organizationId: string; runId: string }[]> {
  const { rows } = await sql<{ organizationId: string; runId: string }>`
    select organization_id as "organizationId", id as "runId" from install_runs
    where state = 'running' and (problem is null or retry_at <= clock_timestamp())`.execute(trx)
  return rows
}
