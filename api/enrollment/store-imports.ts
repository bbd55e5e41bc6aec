/** Uploaded spreadsheets, open until an admin decides. */
import { sql } from 'kysely'
import { columnsSchema, type Columns } from '../contract/enrollment-imports.ts'
import type { Trx } from '../platform/database.ts'

type ImportTables = {
  enrollment_imports: {
    organization_id: string
    id: string
    file_name: string
    state: 'open' | 'imported' | 'cancelled' | 'undone'
    author: string
    uploaded_at: Date
    wrapped_key: Buffer | null
    sealed: Buffer | null
    columns: string | null
    decided_at: Date | null
    reason: string | null
    assignments: number
    rules: number
  }
}

export type ImportRow = Omit<ImportTables['enrollment_imports'], 'columns'> & { readonly columns: Columns | null }
export type ImportSummary = Omit<ImportRow, 'wrapped_key' | 'sealed' | 'columns'>

const tables = (trx: Trx) => trx.withTables<ImportTables>()

const SUMMARY = [
  'organization_id',
  'id',
  'file_name',
  'state',
  'author',
  'uploaded_at',
  'decided_at',
  'reason',
  'assignments',
  'rules'
] as const

export async function insertImport(trx: Trx, row: ImportRow): Promise<void> {
  await tables(trx)
    .insertInto('enrollment_imports')
    .values({ ...row, columns: row.columns && JSON.stringify(row.columns) })
    .execute()
}

/** Newest first, without what is in the files. */
export const listImports = (trx: Trx, organizationId: string, limit: number): Promise<readonly ImportSummary[]> =>
  tables(trx)
    .selectFrom('enrollment_imports')
    .select([...SUMMARY])
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export async function findImport(trx: Trx, organizationId: string, importId: string): Promise<ImportRow | undefined> {
  const row = await tables(trx)
    .selectFrom('enrollment_imports')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .executeTakeFirst()
  // The driver hands JSON columns over parsed.
  return row && { ...row, columns: row.columns === null ? null : columnsSchema.parse(row.columns) }
}

/** @returns false when it is not open any more. */
export async function saveColumns(
  trx: Trx,
  {
    organizationId,
    importId,
    columns
  }: { readonly organizationId: string; readonly importId: string; readonly columns: Columns }
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('enrollment_imports')
    .set({ columns: sql`${JSON.stringify(columns)}::jsonb` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Decision = {
  readonly organizationId: string
  readonly importId: string
  readonly from: ImportRow['state']
  readonly to: ImportRow['state']
  readonly at: Date
  readonly set?: Partial<Pick<ImportRow, 'reason' | 'assignments' | 'rules'>>
}

/** The file is not kept. @returns false when it was not in that state. */
export async function decideImport(
  trx: Trx,
  { organizationId, importId, from, to, at, set }: Decision
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('enrollment_imports')
    .set({ ...set, state: to, decided_at: at, wrapped_key: null, sealed: null, columns: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', importId)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Nobody decided: the file is not kept longer than needed. */
/** @param trx of the router. */
export async function organizationsWithOldImports(trx: Trx, before: Date): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('enrollment_imports')
    .select('organization_id')
    .distinct()
    .where('state', '=', 'open')
    .where('uploaded_at', '<', before)
    .execute()
  return rows.map(row => row.organization_id)
}

export async function cancelImportsBefore(trx: Trx, organizationId: string, before: Date, at: Date): Promise<void> {
  await tables(trx)
    .updateTable('enrollment_imports')
    .set({ state: 'cancelled', decided_at: at, wrapped_key: null, sealed: null, columns: null })
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'open')
    .where('uploaded_at', '<', before)
    .execute()
}
