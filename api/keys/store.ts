import { sql } from 'kysely'
import type { KeyScope } from '../contract/key-scopes.ts'
import type { Statement, Trx } from '../platform/database.ts'

type KeyTables = {
  api_keys: {
    organization_id: string
    id: string
    name: string
    scopes: readonly KeyScope[]
    digest: Buffer
    former_digest: Buffer | null
    former_until: Date | null
    made_by: string
    made_at: Date
    seen_by: string
    rotated_at: Date | null
    expires_at: Date
    last_used_on: string | null
    ended: 'revoked' | 'expired' | null
    ended_at: Date | null
    ended_by: string | null
  }
}

export type KeyRow = KeyTables['api_keys']
export type Key = { readonly organizationId: string; readonly keyId: string }

const tables = (db: Statement) => db.withTables<KeyTables>()

/** A day is read as text: the driver would make a moment of it. */
const COLUMNS = [
  'organization_id',
  'id',
  'name',
  'scopes',
  'digest',
  'former_digest',
  'former_until',
  'made_by',
  'made_at',
  'seen_by',
  'rotated_at',
  'expires_at',
  sql<string | null>`last_used_on::text`.as('last_used_on'),
  'ended',
  'ended_at',
  'ended_by'
] as const

export const findKey = (db: Statement, { organizationId, keyId }: Key): Promise<KeyRow | undefined> =>
  tables(db)
    .selectFrom('api_keys')
    .select(COLUMNS)
    .where('organization_id', '=', organizationId)
    .where('id', '=', keyId)
    .executeTakeFirst()

/** Newest first. @param endedAfter older ends are left out. */
export const listKeys = (db: Statement, organizationId: string, endedAfter: Date): Promise<readonly KeyRow[]> =>
  tables(db)
    .selectFrom('api_keys')
    .select(COLUMNS)
    .where('organization_id', '=', organizationId)
    .where(one => one.or([one('ended', 'is', null), one('ended_at', '>', endedAfter)]))
    .orderBy('id', 'desc')
    .execute()

export async function namesOfKeys(
  db: Statement,
  organizationId: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(db)
    .selectFrom('api_keys')
    .select(['id', 'name'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Two who make a key at once are one after the other: the count of keys holds. */
export async function lockKeys(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`api_keys/${organizationId}`}, 0))`.execute(trx)
}

export async function countLive(trx: Trx, organizationId: string, now: Date): Promise<number> {
  const { count } = await tables(trx)
    .selectFrom('api_keys')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('organization_id', '=', organizationId)
    .where('ended', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertKey(trx: Trx, row: KeyRow): Promise<void> {
  await tables(trx)
    .insertInto('api_keys')
    .values({ ...row, scopes: [...row.scopes] })
    .execute()
}

/** One that has not ended. @returns whether there was one. */
export async function changeKey(
  trx: Trx,
  { organizationId, keyId }: Key,
  change: Partial<Omit<KeyRow, 'organization_id' | 'id' | 'scopes'>>
): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('api_keys')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', keyId)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes the day, once a day. @returns whether it is the first ever. */
export async function noteDay(trx: Trx, { organizationId, keyId }: Key, day: string): Promise<boolean> {
  const { rows } = await sql<{ first: boolean }>`
    with before as (
      select organization_id, id, last_used_on from api_keys
      where organization_id = ${organizationId} and id = ${keyId} for update)
    update api_keys k set last_used_on = ${day}::date from before
    where k.organization_id = before.organization_id and k.id = before.id
      and (before.last_used_on is null or before.last_used_on < ${day}::date)
    returning before.last_used_on is null as first`.execute(trx)
  return rows[0]?.first ?? false
}

/** @returns those that have just been noted as expired. */
export async function endExpired(
  trx: Trx,
  organizationId: string,
  now: Date
): Promise<readonly Pick<KeyRow, 'id' | 'name'>[]> {
  const { rows } = await sql<Pick<KeyRow, 'id' | 'name'>>`
    update api_keys set ended = 'expired', ended_at = expires_at, former_digest = null, former_until = null
    where organization_id = ${organizationId} and ended is null and expires_at <= ${now} returning id, name`.execute(
    trx
  )
  return rows
}

/** As the router: which company a key is of. */
export async function companyOfKey(db: Statement, keyId: string): Promise<string | undefined> {
  const found = await tables(db)
    .selectFrom('api_keys')
    .select('organization_id')
    .where('id', '=', keyId)
    .executeTakeFirst()
  return found?.organization_id
}

/** As the router. */
export async function companiesWithExpired(db: Statement, now: Date): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('api_keys')
    .select('organization_id')
    .distinct()
    .where('ended', 'is', null)
    .where('expires_at', '<=', now)
    .execute()
  return rows.map(({ organization_id: organizationId }) => organizationId)
}
