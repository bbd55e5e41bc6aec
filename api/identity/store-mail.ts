import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type MailAddress = {
  organization_id: string
  email: string
  person_id: string
  because: 'invitation' | 'joined'
  added_at: Date
}

const tables = (trx: Trx) => trx.withTables<{ mail_addresses: MailAddress }>()

/** Of every organization; as the router. */
export const findByAddress = (
  trx: Trx,
  email: string
): Promise<readonly Pick<MailAddress, 'organization_id' | 'person_id'>[]> =>
  tables(trx).selectFrom('mail_addresses').select(['organization_id', 'person_id']).where('email', '=', email).execute()

export async function findAddress(trx: Trx, organizationId: string, email: string): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('mail_addresses')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('email', '=', email)
    .executeTakeFirst()
  return row?.person_id
}

/** Who is there stays as they came. */
export async function addAddress(trx: Trx, row: MailAddress): Promise<void> {
  await tables(trx)
    .insertInto('mail_addresses')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'email']).doNothing())
    .execute()
}

export async function removeAddress(trx: Trx, organizationId: string, personId: string): Promise<void> {
  await tables(trx)
    .deleteFrom('mail_addresses')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .execute()
}

export const pageOfAddresses = (
  trx: Trx,
  page: { readonly organizationId: string; readonly after: string; readonly limit: number }
): Promise<readonly MailAddress[]> =>
  tables(trx)
    .selectFrom('mail_addresses')
    .selectAll()
    .where('organization_id', '=', page.organizationId)
    .where('person_id', '>', page.after)
    .orderBy('person_id')
    .limit(page.limit)
    .execute()

/** An address that is invited, joins and is removed at once is dealt with in turns. */
export async function lockAddress(trx: Trx, organizationId: string, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`mail/${organizationId}/${email}`}))`.execute(trx)
}
