/** The provider's rows: what oidc-provider keeps, sealed keys and client secrets, and the revocations each process reads. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type OauthTables = {
  oidc_payloads: {
    model: string
    id: string
    payload: unknown
    organization_id: string | null
    person_id: string | null
    grant_id: string | null
    user_code: string | null
    uid: string | null
    expires_at: Date | null
    consumed_at: Date | null
  }
  oidc_keys: { id: string; wrapped_key: Uint8Array; sealed: Uint8Array; created_at: Date }
  oidc_clients: { client_id: string; wrapped_key: Uint8Array; sealed_secret: Uint8Array; created_at: Date }
  revocations: { serial: string; organization_id: string; person_id: string; recorded_at: Date }
}

export type StoredPayload = { readonly payload: unknown; readonly consumedAt: Date | null }
export type PayloadKey = { readonly model: string; readonly id: string }
export type PayloadRow = PayloadKey & {
  readonly payload: object
  readonly organizationId: string | undefined
  readonly personId: string | undefined
  readonly grantId: string | undefined
  readonly userCode: string | undefined
  readonly uid: string | undefined
  readonly expiresAt: Date | undefined
}

const tables = (trx: Trx) => trx.withTables<OauthTables>()

export async function savePayload(trx: Trx, row: PayloadRow): Promise<void> {
  const values = {
    payload: JSON.stringify(row.payload),
    organization_id: row.organizationId ?? null,
    person_id: row.personId ?? null,
    grant_id: row.grantId ?? null,
    user_code: row.userCode ?? null,
    uid: row.uid ?? null,
    expires_at: row.expiresAt ?? null
  }
  await tables(trx)
    .insertInto('oidc_payloads')
    .values({ model: row.model, id: row.id, consumed_at: null, ...values })
    .onConflict(conflict => conflict.columns(['model', 'id']).doUpdateSet(values))
    .execute()
}

type Lookup = {
  readonly model: string
  readonly by: 'id' | 'uid' | 'user_code'
  readonly value: string
  readonly at: Date
}

export async function findPayload(trx: Trx, { model, by, value, at }: Lookup): Promise<StoredPayload | undefined> {
  const row = await tables(trx)
    .selectFrom('oidc_payloads')
    .select(['payload', 'consumed_at'])
    .where('model', '=', model)
    .where(by, '=', value)
    .where(where => where.or([where('expires_at', 'is', null), where('expires_at', '>', at)]))
    .executeTakeFirst()
  return row && { payload: row.payload, consumedAt: row.consumed_at }
}

/** @returns whether this call was the one that consumed it: of many in parallel exactly one is. */
export async function consumePayload(trx: Trx, { model, id }: PayloadKey, at: Date): Promise<boolean> {
  const result = await tables(trx)
    .updateTable('oidc_payloads')
    .set({ consumed_at: at })
    .where('model', '=', model)
    .where('id', '=', id)
    .where('consumed_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function deletePayload(trx: Trx, { model, id }: PayloadKey): Promise<void> {
  await tables(trx).deleteFrom('oidc_payloads').where('model', '=', model).where('id', '=', id).execute()
}

export async function deleteGrant(trx: Trx, grantId: string): Promise<void> {
  await tables(trx).deleteFrom('oidc_payloads').where('grant_id', '=', grantId).execute()
}

export async function deleteExpired(trx: Trx, at: Date): Promise<void> {
  await tables(trx).deleteFrom('oidc_payloads').where('expires_at', '<', at).execute()
}

export type SealedRow = { readonly id: string; readonly wrappedKey: Uint8Array; readonly sealed: Uint8Array }

export type SealedKeyRow = SealedRow & { readonly createdAt: Date }

/** Newest first. */
export async function listSealedKeys(trx: Trx): Promise<readonly SealedKeyRow[]> {
  const rows = await tables(trx)
    .selectFrom('oidc_keys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    wrappedKey: row.wrapped_key,
    sealed: row.sealed,
    createdAt: row.created_at
  }))
}

export async function addSealedKey(trx: Trx, row: SealedRow, at: Date): Promise<void> {
  await tables(trx)
    .insertInto('oidc_keys')
    .values({ id: row.id, wrapped_key: row.wrappedKey, sealed: row.sealed, created_at: at })
    .execute()
}

/** Held until the transaction ends, so that processes which start together make one set of keys. */
export async function lockKeys(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('oidc_keys'))`.execute(trx)
}

export async function findSealedSecret(trx: Trx, clientId: string): Promise<SealedRow | undefined> {
  const row = await tables(trx)
    .selectFrom('oidc_clients')
    .selectAll()
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  return row && { id: row.client_id, wrappedKey: row.wrapped_key, sealed: row.sealed_secret }
}

/** Does nothing when the client has its secret already. */
export async function addSealedSecret(trx: Trx, row: SealedRow, at: Date): Promise<void> {
  await tables(trx)
    .insertInto('oidc_clients')
    .values({ client_id: row.id, wrapped_key: row.wrappedKey, sealed_secret: row.sealed, created_at: at })
    .onConflict(conflict => conflict.column('client_id').doNothing())
    .execute()
}

export type LoggedRevocation = { readonly serial: string; readonly organizationId: string; readonly personId: string }

/** Revocations of the last `seconds` by the database's clock, whatever order their transactions committed in. */
export async function listRecentRevocations(trx: Trx, seconds: number): Promise<readonly LoggedRevocation[]> {
  const rows = await tables(trx)
    .selectFrom('revocations')
    .select(['serial', 'organization_id', 'person_id'])
    .where('recorded_at', '>', sql<Date>`clock_timestamp() - make_interval(secs => ${seconds})`)
    .orderBy('serial')
    .execute()
  return rows.map(row => ({ serial: String(row.serial), organizationId: row.organization_id, personId: row.person_id }))
}
