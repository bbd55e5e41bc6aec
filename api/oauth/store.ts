/** The provider's rows: what oidc-provider keeps, sealed keys and client secrets, and the revocations each process reads. */
import { sql } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'

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
    clients: unknown
    device: string | null
    saved_at: Date | null
  }
  oidc_keys: { id: string; wrapped_key: Uint8Array; sealed: Uint8Array; created_at: Date }
  oidc_clients: {
    client_id: string
    wrapped_key: Uint8Array
    sealed_secret: Uint8Array
    created_at: Date
    registered: boolean
    organization_id: string | null
    name: string | null
    redirect_uris: string[]
    post_logout_redirect_uris: string[]
    backchannel_logout_uri: string | null
    auth_method: AuthMethod | null
    pkce: boolean
  }
  revocations: {
    serial: string
    organization_id: string
    person_id: string
    reason: string
    recorded_at: Date
  }
}

const tables = (db: Statement) => db.withTables<OauthTables>()

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

export type AuthMethod = 'client_secret_basic' | 'client_secret_post'

export type ClientRow = {
  readonly clientId: string
  readonly wrappedKey: Uint8Array
  readonly sealedSecret: Uint8Array
  /** Added by an operator; the others are known to the code. */
  readonly registered: boolean
  /** Undefined: people of any company. */
  readonly organizationId: string | undefined
  readonly name: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly backchannelLogoutUri: string | undefined
  readonly authMethod: AuthMethod
  readonly pkce: boolean
}

const toClient = (row: OauthTables['oidc_clients']): ClientRow => ({
  clientId: row.client_id,
  wrappedKey: row.wrapped_key,
  sealedSecret: row.sealed_secret,
  registered: row.registered,
  organizationId: row.organization_id ?? undefined,
  name: row.name ?? '',
  redirectUris: row.redirect_uris,
  postLogoutRedirectUris: row.post_logout_redirect_uris,
  backchannelLogoutUri: row.backchannel_logout_uri ?? undefined,
  authMethod: row.auth_method ?? 'client_secret_basic',
  pkce: row.pkce
})

export async function findClientRow(db: Statement, clientId: string): Promise<ClientRow | undefined> {
  const row = await tables(db)
    .selectFrom('oidc_clients')
    .selectAll()
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  return row && toClient(row)
}

/** Does nothing when there is such a client already. @returns whether it was added. */
export async function addClient(db: Statement, row: ClientRow, at: Date): Promise<boolean> {
  const result = await tables(db)
    .insertInto('oidc_clients')
    .values({
      client_id: row.clientId,
      wrapped_key: row.wrappedKey,
      sealed_secret: row.sealedSecret,
      created_at: at,
      registered: row.registered,
      organization_id: row.organizationId ?? null,
      name: row.name,
      redirect_uris: [...row.redirectUris],
      post_logout_redirect_uris: [...row.postLogoutRedirectUris],
      backchannel_logout_uri: row.backchannelLogoutUri ?? null,
      auth_method: row.authMethod,
      pkce: row.pkce
    })
    .onConflict(conflict => conflict.column('client_id').doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

/** By name. */
export async function listRegisteredClients(db: Statement): Promise<readonly ClientRow[]> {
  const rows = await tables(db)
    .selectFrom('oidc_clients')
    .selectAll()
    .where('registered', '=', true)
    .orderBy('name')
    .orderBy('client_id')
    .execute()
  return rows.map(toClient)
}

export async function replaceSecret(
  db: Statement,
  clientId: string,
  { wrappedKey, sealedSecret }: Pick<ClientRow, 'wrappedKey' | 'sealedSecret'>
): Promise<void> {
  await tables(db)
    .updateTable('oidc_clients')
    .set({ wrapped_key: wrappedKey, sealed_secret: sealedSecret })
    .where('client_id', '=', clientId)
    .execute()
}

export async function deleteClient(db: Statement, clientId: string): Promise<void> {
  await tables(db).deleteFrom('oidc_clients').where('client_id', '=', clientId).execute()
}

export type LoggedRevocation = {
  readonly serial: string
  readonly organizationId: string
  readonly personId: string
  readonly reason: string
  readonly recordedAt: Date
  /** Now, by the database's clock: it had committed by then. */
  readonly seenAt: Date
}

/** Revocations of the last `seconds` by the database's clock, whatever order their transactions committed in. */
export async function listRecentRevocations(trx: Trx, seconds: number): Promise<readonly LoggedRevocation[]> {
  const rows = await tables(trx)
    .selectFrom('revocations')
    .select(['serial', 'organization_id', 'person_id', 'reason', 'recorded_at'])
    .select(sql<Date>`clock_timestamp()`.as('seen_at'))
    .where('recorded_at', '>', sql<Date>`clock_timestamp() - make_interval(secs => ${seconds})`)
    .orderBy('serial')
    .execute()
  return rows.map(row => ({
    serial: String(row.serial),
    organizationId: row.organization_id,
    personId: row.person_id,
    reason: row.reason,
    recordedAt: row.recorded_at,
    seenAt: row.seen_at
  }))
}
