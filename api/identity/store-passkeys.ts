import type { Trx } from '../platform/database.ts'

export type PasskeyRow = {
  organization_id: string
  id: string
  person_id: string
  credential_id: string
  public_key: Uint8Array
  counter: string | number
  synced: boolean
  backed_up: boolean
  transports: string[]
  device: string | null
  created_at: Date
  used_at: Date | null
}

const tables = (trx: Trx) => trx.withTables<{ passkeys: PasskeyRow }>()

type Person = { readonly organizationId: string; readonly personId: string }

const ofPerson = (trx: Trx, { organizationId, personId }: Person) =>
  tables(trx)
    .selectFrom('passkeys')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)

/** Newest first. */
export const listPasskeys = (trx: Trx, person: Person): Promise<readonly PasskeyRow[]> =>
  ofPerson(trx, person).orderBy('id', 'desc').execute()

/** Locked until the transaction ends: a counter that was seen is not accepted again. */
export const lockPasskey = (trx: Trx, person: Person, credentialId: string): Promise<PasskeyRow | undefined> =>
  ofPerson(trx, person).where('credential_id', '=', credentialId).forUpdate().executeTakeFirst()

/** @returns false when this credential is known. */
export async function insertPasskey(trx: Trx, row: PasskeyRow): Promise<boolean> {
  const result = await tables(trx)
    .insertInto('passkeys')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'credential_id']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

export async function markUsed(
  trx: Trx,
  { organization_id, id }: Pick<PasskeyRow, 'organization_id' | 'id'>,
  change: Pick<PasskeyRow, 'counter' | 'backed_up' | 'used_at'>
): Promise<void> {
  await tables(trx)
    .updateTable('passkeys')
    .set(change)
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .execute()
}

/** @returns how many there were. */
export async function removePasskeys(trx: Trx, { organizationId, personId }: Person, id?: string): Promise<number> {
  const result = await tables(trx)
    .deleteFrom('passkeys')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .$if(id !== undefined, query => query.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
