/** Who asked to look at whose conversation, who let them, and when they looked. */
import type { Statement, Trx } from '../platform/database.ts'
import type { PersonKey } from '../platform/personal-data.ts'

type AccessTables = {
  break_glass: {
    organization_id: string
    id: string
    person_id: string
    asked_by: string
    approved_by: string | null
    reason: string
    ticket: string
    minutes: number
    asked_at: Date
    approved_at: Date | null
    expires_at: Date | null
    ended_at: Date | null
  }
  break_glass_reads: {
    organization_id: string
    id: string
    break_glass_id: string
    person_id: string
    read_by: string
    messages: number
    at: Date
  }
}
export type AccessRow = AccessTables['break_glass']
export type ReadRow = AccessTables['break_glass_reads']
type AccessKey = { readonly organizationId: string; readonly accessId: string }

const tables = (db: Statement) => db.withTables<AccessTables>()

export async function insertAccess(trx: Trx, row: AccessRow): Promise<void> {
  await tables(trx).insertInto('break_glass').values(row).execute()
}

/** Approving, reading and ending take turns. */
export const lockAccess = (trx: Trx, { organizationId, accessId }: AccessKey): Promise<AccessRow | undefined> =>
  tables(trx)
    .selectFrom('break_glass')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', accessId)
    .forUpdate()
    .executeTakeFirst()

export async function changeAccess(
  trx: Trx,
  { organizationId, accessId }: AccessKey,
  change: Partial<Pick<AccessRow, 'approved_by' | 'approved_at' | 'expires_at' | 'ended_at'>>
): Promise<void> {
  await tables(trx)
    .updateTable('break_glass')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', accessId)
    .execute()
}

/** Newest first. */
export const listAccesses = (db: Statement, { organizationId, personId }: PersonKey): Promise<AccessRow[]> =>
  tables(db)
    .selectFrom('break_glass')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .execute()

export async function insertRead(trx: Trx, row: ReadRow): Promise<void> {
  await tables(trx).insertInto('break_glass_reads').values(row).execute()
}

export const listReads = (db: Statement, { organizationId, personId }: PersonKey): Promise<ReadRow[]> =>
  tables(db)
    .selectFrom('break_glass_reads')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .execute()
