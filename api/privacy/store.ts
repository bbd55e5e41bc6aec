/** What people asked to have or to be rid of. */
import { sql } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import type { PersonKey } from '../platform/personal-data.ts'

type PrivacyTables = {
  erasures: { organization_id: string; id: string; person_id: string; at: Date }
  person_exports: {
    organization_id: string
    id: string
    person_id: string
    state: 'waiting' | 'ready' | 'failed' | 'expired'
    asked_at: Date
    parts: number
    parts_done: number
    ready_at: Date | null
    expires_at: Date
    downloads: number
  }
  person_export_parts: { organization_id: string; export_id: string; part: number; person_id: string; sealed: Buffer }
}

export type ExportRow = PrivacyTables['person_exports']
export type ExportKey = { readonly organizationId: string; readonly exportId: string }

const tables = (db: Statement) => db.withTables<PrivacyTables>()

/** @returns false when it is in the journal already. */
export async function insertErasure(trx: Trx, row: PrivacyTables['erasures']): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('erasures')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const findErasure = (trx: Trx, organizationId: string, id: string) =>
  tables(trx)
    .selectFrom('erasures')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()

/** @returns false while another one is being made. */
export async function insertExport(trx: Trx, row: ExportRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('person_exports')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const listExports = (db: Statement, key: PersonKey): Promise<ExportRow[]> =>
  tables(db)
    .selectFrom('person_exports')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

export const findExport = (trx: Trx, { organizationId, exportId }: ExportKey): Promise<ExportRow | undefined> =>
  tables(trx)
    .selectFrom('person_exports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', exportId)
    .executeTakeFirst()

/** One process writes a part at a time. */
export const lockExport = (trx: Trx, { organizationId, exportId }: ExportKey): Promise<ExportRow | undefined> =>
  tables(trx)
    .selectFrom('person_exports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', exportId)
    .forUpdate()
    .executeTakeFirst()

export async function changeExport(
  trx: Trx,
  { organizationId, exportId }: ExportKey,
  change: Partial<Pick<ExportRow, 'state' | 'parts_done' | 'ready_at' | 'downloads'>>
): Promise<void> {
  await tables(trx)
    .updateTable('person_exports')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', exportId)
    .execute()
}

export async function insertPart(trx: Trx, row: PrivacyTables['person_export_parts']): Promise<void> {
  await tables(trx)
    .insertInto('person_export_parts')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export const findPart = (
  trx: Trx,
  { organizationId, exportId, part }: ExportKey & { readonly part: number }
): Promise<{ readonly sealed: Buffer } | undefined> =>
  tables(trx)
    .selectFrom('person_export_parts')
    .select('sealed')
    .where('organization_id', '=', organizationId)
    .where('export_id', '=', exportId)
    .where('part', '=', part)
    .executeTakeFirst()

export async function deleteExport(trx: Trx, key: PersonKey & { readonly exportId: string }): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('person_exports')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('id', '=', key.exportId)
    .executeTakeFirst()
  if (numDeletedRows > 0n) await deleteParts(trx, key.organizationId, [key.exportId])
  return numDeletedRows > 0n
}

const deleteParts = (trx: Trx, organizationId: string, exportIds: readonly string[]) =>
  sql`delete from person_export_parts where organization_id = ${organizationId}
    and export_id = any(${[...exportIds]}::text[])`.execute(trx)

/** Whose time is over: the files go, that there was one stays. */
export async function expireExports(trx: Trx, organizationId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`update person_exports
    set state = case state when 'waiting' then 'failed' else 'expired' end
    where organization_id = ${organizationId} and state in ('waiting', 'ready') and expires_at <= ${now}
    returning id`.execute(trx)
  if (rows.length > 0)
    await deleteParts(
      trx,
      organizationId,
      rows.map(({ id }) => id)
    )
}

/** @param trx of the router. */
export async function organizationsWithOldExports(trx: Trx, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string }>`select distinct organization_id from person_exports
    where state in ('waiting', 'ready') and expires_at <= ${now}`.execute(trx)
  return rows.map(row => row.organization_id)
}
