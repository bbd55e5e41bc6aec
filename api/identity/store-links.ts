import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type LinkRow = {
  organization_id: string
  id: string
  tenant_id: string
  object_id: string
  surface: 'tab' | 'chat'
  account_name: string
  started_at: Date
  expires_at: Date
  browser_hash: string | null
  person_id: string | null
  code_hash: string | null
  tries: number
  ended_at: Date | null
  outcome: 'linked' | 'wrong_code' | 'replaced' | null
}

export type LinkKey = { readonly organizationId: string; readonly linkId: string }

const tables = (trx: Trx) => trx.withTables<{ link_requests: LinkRow }>()

const KEEP_DAYS = 30

/** One open request per account: a newer one ends the older. What is long over is forgotten. */
export async function insertLink(trx: Trx, row: LinkRow): Promise<void> {
  const all = tables(trx)
  await all
    .updateTable('link_requests')
    .set({ ended_at: row.started_at, outcome: 'replaced' })
    .where('organization_id', '=', row.organization_id)
    .where('tenant_id', '=', row.tenant_id)
    .where('object_id', '=', row.object_id)
    .where('ended_at', 'is', null)
    .execute()
  await all
    .deleteFrom('link_requests')
    .where('organization_id', '=', row.organization_id)
    .where('started_at', '<', new Date(row.started_at.getTime() - KEEP_DAYS * 86_400_000))
    .execute()
  await all.insertInto('link_requests').values(row).execute()
}

/** Locked until the transaction ends, so that two answers at once count as two tries. */
export const lockLink = (trx: Trx, { organizationId, linkId }: LinkKey): Promise<LinkRow | undefined> =>
  tables(trx)
    .selectFrom('link_requests')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', linkId)
    .forUpdate()
    .executeTakeFirst()

type Change = Partial<Pick<LinkRow, 'browser_hash' | 'person_id' | 'code_hash' | 'tries' | 'ended_at' | 'outcome'>>

export async function changeLink(trx: Trx, { organizationId, linkId }: LinkKey, change: Change): Promise<void> {
  await tables(trx)
    .updateTable('link_requests')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', linkId)
    .execute()
}

/** Two accounts that are joined to one person at once take turns. */
export async function lockPerson(trx: Trx, organizationId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`link/${organizationId}/${personId}`}))`.execute(trx)
}
