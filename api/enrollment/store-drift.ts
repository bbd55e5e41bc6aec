import { sql } from 'kysely'
import type { DriftKind } from '../contract/enrollment-admin.ts'
import { z } from 'zod'
import { targetSchema, type Target } from '../contract/enrollment-rules.ts'
import type { Trx } from '../platform/database.ts'

type DriftTables = {
  enrollment_drifts: {
    organization_id: string
    id: string
    found_at: Date
    version: number
    listed: number
    people: number
    missing: number
    extra: number
    wrong_expiry: number
    by_hand: number
    /** JSON: targets. */
    unread: string
    repair_run_id: string | null
  }
  enrollment_drift_items: {
    organization_id: string
    drift_id: string
    person_id: string
    kind: Target['kind']
    target_id: string
    name: string
    what: DriftKind
    external_enrollment_id: string | null
    found_open: boolean
    found_expiry: Date | null
    wanted_expiry: Date | null
  }
}

type DriftRow = DriftTables['enrollment_drifts']
export type DriftItemRow = DriftTables['enrollment_drift_items']

const tables = (trx: Trx) => trx.withTables<DriftTables>()
const CHUNK = 500

export async function saveDrift(trx: Trx, drift: DriftRow, items: readonly DriftItemRow[]): Promise<void> {
  const db = tables(trx)
  await db.insertInto('enrollment_drifts').values(drift).execute()
  for (let at = 0; at < items.length; at += CHUNK)
    await db
      .insertInto('enrollment_drift_items')
      .values(items.slice(at, at + CHUNK))
      .execute()
}

type FoundDrift = Omit<DriftRow, 'unread'> & { readonly unread: readonly Target[] }

export async function findLatestDrift(trx: Trx, organizationId: string): Promise<FoundDrift | undefined> {
  const row = await tables(trx)
    .selectFrom('enrollment_drifts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  // The driver hands JSON columns over parsed.
  return row && { ...row, unread: z.array(targetSchema).parse(row.unread) }
}

/** Bundles that are open and groups that were ever given, with whomever. */
export async function sharedTargets(trx: Trx, organizationId: string): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`
    select kind, course_id as id, max(course_name) as name from enrollments
    where organization_id = ${organizationId}
      and (kind = 'group' and state in ('enrolled', 'completed', 'ended') or kind = 'bundle' and state in ('enrolled', 'completed'))
    group by kind, course_id order by kind, course_id`.execute(trx)
  return rows
}

type Asked = { readonly organizationId: string; readonly driftId: string }

export const listDriftItems = (
  trx: Trx,
  { organizationId, driftId, limit }: Asked & { readonly limit: number }
): Promise<readonly DriftItemRow[]> =>
  tables(trx)
    .selectFrom('enrollment_drift_items')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('drift_id', '=', driftId)
    .orderBy('person_id')
    .orderBy('name')
    .limit(limit)
    .execute()

export const itemsOf = (
  trx: Trx,
  { organizationId, driftId, what }: Asked & { readonly what: readonly DriftKind[] }
): Promise<readonly DriftItemRow[]> =>
  tables(trx)
    .selectFrom('enrollment_drift_items')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('drift_id', '=', driftId)
    .where('what', 'in', [...what])
    .execute()

/** @returns false when its repair has begun already. */
export async function markRepaired(
  trx: Trx,
  { organizationId, driftId, runId }: Asked & { readonly runId: string }
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('enrollment_drifts')
    .set({ repair_run_id: runId })
    .where('organization_id', '=', organizationId)
    .where('id', '=', driftId)
    .where('repair_run_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const KEPT = 30

/** A month of nights is kept. */
export async function dropOldDrifts(trx: Trx, organizationId: string): Promise<void> {
  const old = sql`select id from enrollment_drifts where organization_id = ${organizationId} order by id desc offset ${KEPT}`
  await sql`delete from enrollment_drift_items where organization_id = ${organizationId} and drift_id in (${old})`.execute(
    trx
  )
  await sql`delete from enrollment_drifts where organization_id = ${organizationId} and id in (${old})`.execute(trx)
}

/** People whose work is under way: what the site shows of them is about to change. */
export async function peopleUnderWay(trx: Trx, organizationId: string, since: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from enrollment_work where organization_id = ${organizationId}
      and ((state = 'waiting' and due_at <= ${since}::timestamptz) or claimed_until > clock_timestamp() or settled_at > ${since}::timestamptz)`.execute(
    trx
  )
  return new Set(rows.map(row => row.person_id))
}
