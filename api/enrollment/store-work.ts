/** Who is to be settled with the learning site, in which order, and what stands in the way. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { ProblemKind } from './problems.ts'

/** Leavers first, then newcomers, then the rest. */
export const PRIORITY = { leaver: 1, newcomer: 2, rest: 3 } as const
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY]

type WorkTables = {
  enrollment_work: {
    organization_id: string
    person_id: string
    priority: number
    state: 'waiting' | 'done' | 'failed' | 'cancelled'
    run_id: string | null
    serial: number
    requested_at: Date
    due_at: Date
    retry_at: Date | null
    attempts: number
    problem: string | null
    said: string | null
    claimed_by: string | null
    claimed_until: Date | null
    settled_at: Date | null
  }
  enrollment_sites: {
    organization_id: string
    problem: string | null
    said: string | null
    since: Date | null
    failures: number
    retry_at: Date | null
    swept_at: Date | null
    compared_at: Date | null
    heard_name: string | null
    sweeping_until: Date | null
    comparing_until: Date | null
  }
}

export type WorkRow = WorkTables['enrollment_work']
export type SiteRow = WorkTables['enrollment_sites']

const tables = (trx: Trx) => trx.withTables<WorkTables>()

export type Request = {
  readonly organizationId: string
  readonly personIds: readonly string[]
  readonly priority: Priority
  /** A run takes nobody away from more urgent work. */
  readonly runId: string | null
  readonly at: Date
}

/** Asks for these people to be settled; asking again while they wait only makes it more urgent. */
export async function requestWork(
  trx: Trx,
  { organizationId, personIds, priority, runId, at }: Request
): Promise<void> {
  await sql`
    insert into enrollment_work as w (organization_id, person_id, priority, state, run_id, serial, requested_at, due_at)
    select ${organizationId}, id, ${priority}, 'waiting', ${runId}::text, 1, ${at}::timestamptz, ${at}::timestamptz
    from unnest(${[...personIds]}::text[]) as id
    on conflict (organization_id, person_id) do update set
      priority = case w.state when 'waiting' then least(w.priority, excluded.priority) else excluded.priority end,
      requested_at = case w.state when 'waiting' then w.requested_at else excluded.requested_at end,
      run_id = case when w.state = 'waiting' and (w.priority < excluded.priority or (w.priority = excluded.priority and excluded.run_id is null))
        then w.run_id else excluded.run_id end,
      state = 'waiting', serial = w.serial + 1, due_at = excluded.due_at, retry_at = null, attempts = 0, problem = null, said = null`.execute(
    trx
  )
}

export type Claim = {
  readonly organizationId: string
  readonly crew: string
  readonly now: Date
  readonly realNow: Date
  /** Nobody less urgent. */
  readonly upTo: Priority
}

export const LEASE_SECONDS = 30

/** The most urgent person whom nobody works on and no paused run holds. */
export async function claimWork(trx: Trx, claim: Claim): Promise<WorkRow | undefined> {
  const { rows } = await sql<WorkRow>`
    update enrollment_work set claimed_by = ${claim.crew}, claimed_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where organization_id = ${claim.organizationId} and person_id = (
      select person_id from enrollment_work w
      where organization_id = ${claim.organizationId} and state = 'waiting' and priority <= ${claim.upTo}
        and due_at <= ${claim.now}::timestamptz and (retry_at is null or retry_at <= ${claim.realNow}::timestamptz)
        and (claimed_until is null or claimed_until <= clock_timestamp())
        and not exists (select from enrollment_runs r
          where r.organization_id = w.organization_id and r.id = w.run_id and r.state = 'paused')
      order by priority, requested_at, person_id limit 1 for update skip locked)
    returning *`.execute(trx)
  return rows[0]
}

export async function renewClaims(trx: Trx, organizationId: string, crew: string): Promise<void> {
  await sql`update enrollment_work set claimed_until = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where organization_id = ${organizationId} and claimed_by = ${crew} and claimed_until is not null`.execute(trx)
}

type Release = {
  readonly row: WorkRow
  readonly now: Date
  readonly outcome:
    | { readonly kind: 'settled'; readonly nextAt: Date | undefined }
    | { readonly kind: 'refused'; readonly problem: ProblemKind; readonly said: string }
    | { readonly kind: 'again'; readonly problem: ProblemKind; readonly said: string; readonly retryAt: Date }
    /** Not the person's fault: nothing is counted. */
    | { readonly kind: 'untouched' }
}

/** Gives the person back. What was asked meanwhile stays asked. */
export async function releaseWork(trx: Trx, { row, now, outcome }: Release): Promise<void> {
  const free = { claimed_by: null, claimed_until: null, settled_at: now }
  const update = (set: Partial<WorkRow>, serial?: number) =>
    tables(trx)
      .updateTable('enrollment_work')
      .set({ ...set, ...free })
      .where('organization_id', '=', row.organization_id)
      .where('person_id', '=', row.person_id)
      .where('claimed_by', '=', row.claimed_by)
      .$if(serial !== undefined, query => query.where('serial', '=', serial ?? 0))
      .executeTakeFirst()
  const settled = async (set: Partial<WorkRow>): Promise<void> => {
    const { numUpdatedRows } = await update({ retry_at: null, attempts: 0, ...set }, row.serial)
    if (numUpdatedRows === 0n) await update({})
  }
  switch (outcome.kind) {
    case 'settled':
      await settled({
        problem: null,
        said: null,
        ...(outcome.nextAt
          ? { state: 'waiting', due_at: outcome.nextAt, run_id: null, priority: PRIORITY.rest }
          : { state: 'done' })
      })
      return
    case 'refused':
      await settled({ state: 'failed', problem: outcome.problem, said: outcome.said })
      return
    case 'again':
      await update({
        attempts: row.attempts + 1,
        problem: outcome.problem,
        said: outcome.said,
        retry_at: outcome.retryAt
      })
      return
    case 'untouched':
      await update({})
  }
}

/** Companies in which somebody is due. */
export async function organizationsWithWork(
  trx: Trx,
  at: { readonly now: Date; readonly realNow: Date }
): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string }>`
    select distinct w.organization_id from enrollment_work w
    left join enrollment_sites s on s.organization_id = w.organization_id
    where w.state = 'waiting' and w.due_at <= ${at.now}::timestamptz and (w.retry_at is null or w.retry_at <= ${at.realNow}::timestamptz)
      and (s.retry_at is null or s.retry_at <= ${at.realNow}::timestamptz)
      and not exists (select from enrollment_runs r
        where r.organization_id = w.organization_id and r.id = w.run_id and r.state = 'paused')`.execute(trx)
  return rows.map(row => row.organization_id)
}

export const findSite = (trx: Trx, organizationId: string): Promise<SiteRow | undefined> =>
  tables(trx)
    .selectFrom('enrollment_sites')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()

export async function saveSite(
  trx: Trx,
  organizationId: string,
  set: Partial<Omit<SiteRow, 'organization_id'>>
): Promise<void> {
  await tables(trx)
    .insertInto('enrollment_sites')
    .values({
      organization_id: organizationId,
      problem: null,
      said: null,
      since: null,
      failures: 0,
      retry_at: null,
      swept_at: null,
      compared_at: null,
      heard_name: null,
      sweeping_until: null,
      comparing_until: null,
      ...set
    })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(set))
    .execute()
}

/** Failed people are tried once more. @returns how many. */
export async function retryFailed(trx: Trx, organizationId: string, runId: string, at: Date): Promise<number> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('enrollment_work')
    .set(eb => ({
      state: 'waiting',
      run_id: runId,
      due_at: at,
      retry_at: null,
      attempts: 0,
      serial: eb('serial', '+', 1)
    }))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The site answers again, or has other credentials: whoever waited for it goes on. */
export async function clearProblem(trx: Trx, organizationId: string): Promise<void> {
  await tables(trx)
    .updateTable('enrollment_sites')
    .set({ problem: null, said: null, since: null, failures: 0, retry_at: null })
    .where('organization_id', '=', organizationId)
    .where('problem', 'is not', null)
    .execute()
}

export type Reading = 'sweep' | 'compare'
const READINGS = {
  sweep: { done: 'swept_at', lease: 'sweeping_until' },
  compare: { done: 'compared_at', lease: 'comparing_until' }
} as const

type Older = { readonly before: Date; readonly realNow: Date }

/** Companies whose last reading is older and whom no process reads now. */
export async function organizationsToRead(
  trx: Trx,
  reading: Reading,
  { before, realNow }: Older
): Promise<readonly string[]> {
  const { done, lease } = READINGS[reading]
  const { rows } = await sql<{ organization_id: string }>`
    select organization_id from enrollment_sites where ${sql.id(done)} <= ${before}::timestamptz
      and (retry_at is null or retry_at <= ${realNow}::timestamptz)
      and (${sql.id(lease)} is null or ${sql.id(lease)} <= clock_timestamp())`.execute(trx)
  return rows.map(row => row.organization_id)
}

type Claiming = { readonly organizationId: string; readonly reading: Reading; readonly before: Date }

/** @returns false when it was done since, or another process is at it. */
export async function claimReading(trx: Trx, { organizationId, reading, before }: Claiming): Promise<boolean> {
  const { done, lease } = READINGS[reading]
  const { numAffectedRows } = await sql`
    update enrollment_sites set ${sql.id(lease)} = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where organization_id = ${organizationId} and ${sql.id(done)} <= ${before}::timestamptz
      and (${sql.id(lease)} is null or ${sql.id(lease)} <= clock_timestamp())`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

type Held = Omit<Claiming, 'before'> & { readonly seconds: number }

/** How much longer this process has it; 0 gives it back. */
export async function holdReading(trx: Trx, { organizationId, reading, seconds }: Held): Promise<void> {
  await sql`
    update enrollment_sites set ${sql.id(READINGS[reading].lease)} = clock_timestamp() + ${seconds} * interval '1 second'
    where organization_id = ${organizationId}`.execute(trx)
}

/** From the first person on, the site is swept and compared. */
export async function beginSite(trx: Trx, organizationId: string, at: Date): Promise<void> {
  await tables(trx)
    .insertInto('enrollment_sites')
    .values({
      organization_id: organizationId,
      problem: null,
      said: null,
      since: null,
      failures: 0,
      retry_at: null,
      swept_at: at,
      compared_at: at,
      heard_name: null,
      sweeping_until: null,
      comparing_until: null
    })
    .onConflict(conflict => conflict.column('organization_id').doNothing())
    .execute()
}

/** People who are due or wait for the site, by priority. */
export async function countWaiting(trx: Trx, organizationId: string, now: Date): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ priority: number; people: number }>`
    select priority, count(*)::int as people from enrollment_work
    where organization_id = ${organizationId} and state = 'waiting' and due_at <= ${now}::timestamptz group by priority`.execute(
    trx
  )
  return new Map(rows.map(row => [row.priority, row.people]))
}

/** People about whom the learning site has still to hear something. */
export async function openWorkOf(trx: Trx, organizationId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`select count(*)::int as people from enrollment_work
    where organization_id = ${organizationId} and state = 'waiting'`.execute(trx)
  return rows[0]?.people ?? 0
}

/** Refused for good, and those whose retries go on, by what the site said. */
export async function countFailed(
  trx: Trx,
  organizationId: string
): Promise<readonly { readonly problem: string; readonly said: string; readonly people: number }[]> {
  const { rows } = await sql<{ problem: string; said: string; people: number }>`
    select problem, coalesce(said, '') as said, count(*)::int as people from enrollment_work
    where organization_id = ${organizationId} and problem is not null and (state = 'failed' or (state = 'waiting' and attempts >= 3))
    group by problem, said order by people desc limit 20`.execute(trx)
  return rows
}

export type Place = WorkRow & { readonly run_state: string | null }

/** Where the person stands in the company's queue; undefined when nobody asked for them yet. */
export async function findPlace(
  trx: Trx,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string }
): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select w.*, r.state as run_state from enrollment_work w
    left join enrollment_runs r on r.organization_id = w.organization_id and r.id = w.run_id
    where w.organization_id = ${organizationId} and w.person_id = ${personId}`.execute(trx)
  return rows[0]
}

type Before = Pick<WorkRow, 'organization_id' | 'person_id' | 'priority' | 'requested_at'>

/** People whose turn comes before this one's, in the order of `claimWork`; at most so many are counted. */
export async function countBefore(
  trx: Trx,
  { organization_id, person_id, priority, requested_at }: Before,
  { now, most }: { readonly now: Date; readonly most: number }
): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from (select from enrollment_work
      where organization_id = ${organization_id} and state = 'waiting' and due_at <= ${now}::timestamptz
        and (priority, requested_at, person_id) < (${priority}::int, ${requested_at}::timestamptz, ${person_id}::text)
      limit ${most}) ahead`.execute(trx)
  return rows[0]?.people ?? 0
}

/** Why the site has nothing for this person, where it said so for good. */
export async function findFailure(
  trx: Trx,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string }
): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('enrollment_work')
    .select('problem')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return row?.problem ?? undefined
}
