/** A company that leaves, and the files that it takes with it. */
import { sql } from 'kysely'
import type { LEAVING_STATES } from '../contract/leaving.ts'
import type { Statement, Trx } from '../platform/database.ts'
import type { Packed } from './zip.ts'

export type LeavingState = (typeof LEAVING_STATES)[number]
export type FileEntry = Packed & { readonly rows: number }

type LeavingTables = {
  leavings: {
    organization_id: string
    id: string
    state: LeavingState
    asked_by: string
    reason: string
    asked_at: Date
    leaves_at: Date
    next_at: Date
    export_id: string | null
    hand_over_until: Date | null
    confirmed_by: string | null
    confirmed_at: Date | null
    closed_at: Date | null
    wrapped_key: Buffer
    erasure_id: string | null
    erased: unknown
  }
  company_exports: {
    organization_id: string
    id: string
    state: 'waiting' | 'ready' | 'failed' | 'expired'
    asked_by: string
    asked_at: Date
    sections: number
    section: number
    place: unknown
    rows: string
    parts: number
    bytes: string
    files: unknown
    wrapped_key: Buffer
    ready_at: Date | null
    expires_at: Date | null
    downloads: number
  }
  company_export_parts: { organization_id: string; export_id: string; part: number; file: string; sealed: Buffer }
  company_export_links: {
    organization_id: string
    id: string
    export_id: string
    person_id: string
    made_at: Date
    expires_at: Date
    used_at: Date | null
  }
  company_receipts: { id: string; jws: string; at: Date }
}

export type LeavingRow = LeavingTables['leavings']
export type ExportRow = LeavingTables['company_exports']
export type ExportKey = { readonly organizationId: string; readonly exportId: string }

const tables = (db: Statement) => db.withTables<LeavingTables>()

export const findLeaving = (db: Statement, organizationId: string): Promise<LeavingRow | undefined> =>
  tables(db).selectFrom('leavings').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()

export const lockLeaving = (trx: Trx, organizationId: string): Promise<LeavingRow | undefined> =>
  tables(trx)
    .selectFrom('leavings')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirst()

/** @returns false when it is leaving already. */
export async function insertLeaving(
  trx: Trx,
  row: Pick<
    LeavingRow,
    'organization_id' | 'id' | 'state' | 'asked_by' | 'reason' | 'asked_at' | 'leaves_at' | 'next_at' | 'wrapped_key'
  > & { readonly erasure_id?: string }
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('leavings')
    .values({
      erasure_id: null,
      ...row,
      export_id: null,
      hand_over_until: null,
      confirmed_by: null,
      confirmed_at: null,
      closed_at: null,
      erased: '{}'
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function changeLeaving(
  trx: Trx,
  organizationId: string,
  change: Partial<Omit<LeavingRow, 'organization_id' | 'id'>>
): Promise<void> {
  await tables(trx).updateTable('leavings').set(change).where('organization_id', '=', organizationId).execute()
}

/** @returns whether it was there, and could still be undone. */
export async function deleteScheduled(trx: Trx, organizationId: string, now: Date): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('leavings')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'scheduled')
    .where('leaves_at', '>', now)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** @param trx of the router. */
export const leavingsDue = (trx: Trx, now: Date): Promise<readonly { readonly id: string }[]> =>
  tables(trx).selectFrom('leavings').select('id').where('next_at', '<=', now).execute()

/** @param trx of the router. */
export const organizationOfLeaving = async (trx: Trx, id: string): Promise<string | undefined> =>
  (await tables(trx).selectFrom('leavings').select('organization_id').where('id', '=', id).executeTakeFirst())
    ?.organization_id

/** @returns false while another one is being made. */
export async function insertExport(
  trx: Trx,
  row: Pick<ExportRow, 'organization_id' | 'id' | 'asked_by' | 'asked_at' | 'sections' | 'wrapped_key' | 'expires_at'>
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('company_exports')
    .values({
      ...row,
      state: 'waiting',
      section: 0,
      place: null,
      rows: '0',
      parts: 0,
      bytes: '0',
      files: '[]',
      ready_at: null,
      downloads: 0
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Newest first. */
export const listExports = (db: Statement, organizationId: string): Promise<ExportRow[]> =>
  tables(db)
    .selectFrom('company_exports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

export const findExport = (db: Statement, { organizationId, exportId }: ExportKey): Promise<ExportRow | undefined> =>
  tables(db)
    .selectFrom('company_exports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', exportId)
    .executeTakeFirst()

/** One process writes a page at a time. */
export const lockExport = (trx: Trx, { organizationId, exportId }: ExportKey): Promise<ExportRow | undefined> =>
  tables(trx)
    .selectFrom('company_exports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', exportId)
    .forUpdate()
    .executeTakeFirst()

type ExportChange = Partial<
  Pick<
    ExportRow,
    'state' | 'section' | 'place' | 'rows' | 'parts' | 'bytes' | 'files' | 'ready_at' | 'expires_at' | 'downloads'
  >
>

export async function changeExport(
  trx: Trx,
  { organizationId, exportId }: ExportKey,
  change: ExportChange
): Promise<void> {
  await tables(trx)
    .updateTable('company_exports')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', exportId)
    .execute()
}

export async function insertPart(trx: Trx, row: LeavingTables['company_export_parts']): Promise<void> {
  await tables(trx).insertInto('company_export_parts').values(row).execute()
}

/** Of one file, in order, after this one. */
export const nextPart = (
  db: Statement,
  { organizationId, exportId, file, after }: ExportKey & { readonly file: string; readonly after: number }
): Promise<{ readonly part: number; readonly sealed: Buffer } | undefined> =>
  tables(db)
    .selectFrom('company_export_parts')
    .select(['part', 'sealed'])
    .where('organization_id', '=', organizationId)
    .where('export_id', '=', exportId)
    .where('file', '=', file)
    .where('part', '>', after)
    .orderBy('part')
    .limit(1)
    .executeTakeFirst()

/** What it held goes; that there was one stays. @returns whether it was there. */
export async function endExport(
  trx: Trx,
  { organizationId, exportId }: ExportKey,
  state: 'expired' | 'failed'
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('company_exports')
    .set({ state, bytes: '0' })
    .where('organization_id', '=', organizationId)
    .where('id', '=', exportId)
    .where('state', 'in', ['waiting', 'ready'])
    .executeTakeFirst()
  for (const table of ['company_export_parts', 'company_export_links'] as const)
    await tables(trx)
      .deleteFrom(table)
      .where('organization_id', '=', organizationId)
      .where('export_id', '=', exportId)
      .execute()
  return numUpdatedRows > 0n
}

/** @param trx of the router. */
export async function organizationsWithOldExports(trx: Trx, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string }>`select distinct organization_id from company_exports
    where state in ('waiting', 'ready') and expires_at <= ${now}`.execute(trx)
  return rows.map(row => row.organization_id)
}

export async function oldExports(trx: Trx, organizationId: string, now: Date): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('company_exports')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('state', 'in', ['waiting', 'ready'])
    .where('expires_at', '<=', now)
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertLink(trx: Trx, row: Omit<LeavingTables['company_export_links'], 'used_at'>): Promise<void> {
  await tables(trx)
    .insertInto('company_export_links')
    .values({ ...row, used_at: null })
    .execute()
}

/** Of two that come with it at once, one gets it. */
export const useLink = (
  trx: Trx,
  { organizationId, id, now }: { readonly organizationId: string; readonly id: string; readonly now: Date }
): Promise<{ readonly export_id: string; readonly person_id: string } | undefined> =>
  tables(trx)
    .updateTable('company_export_links')
    .set({ used_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['export_id', 'person_id'])
    .executeTakeFirst()

export async function insertReceipt(trx: Trx, row: LeavingTables['company_receipts']): Promise<void> {
  await tables(trx)
    .insertInto('company_receipts')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** @param trx of the router. */
export const findReceipt = (trx: Trx, id: string): Promise<{ readonly jws: string } | undefined> =>
  tables(trx).selectFrom('company_receipts').select('jws').where('id', '=', id).executeTakeFirst()
