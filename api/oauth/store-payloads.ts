/** The provider's payloads: one statement brings all that a request is about to ask for, one keeps all that it changed. */
import { sql } from 'kysely'
import type { Statement } from '../platform/database.ts'
import { SIGNED_OUT } from './signed-out.ts'

export type PayloadKey = { readonly model: string; readonly id: string }
export type Payload = Readonly<Record<string, unknown>>
export type StoredPayload = PayloadKey & { readonly payload: Payload; readonly consumedAt: Date | null }
/** What is kept elsewhere leaves only that it was used, until it has expired. */
export type SpentKey = PayloadKey & { readonly expiresAt: Date }
export type PayloadRow = PayloadKey & {
  readonly payload: Payload
  readonly organizationId: string | undefined
  readonly personId: string | undefined
  readonly expiresAt: Date | undefined
  /** Of a session: the apps it opened. */
  readonly clients: readonly SessionClient[] | undefined
  readonly device: string | undefined
}
export type SessionClient = { readonly clientId: string; readonly sid: string; readonly grantId?: string | undefined }

export type Lookup = {
  readonly model: string
  readonly by: 'id' | 'uid' | 'user_code'
  readonly value: string
  readonly at: Date
}

const COLUMNS = sql`p.model, p.id, p.payload, p.consumed_at`

/** A code or refresh token is asked for with its grant and session next, a session with the grants of its apps. */
const RELATIVES: Readonly<Record<string, ReturnType<typeof sql>>> = {
  AuthorizationCode: sql`(p.model = 'Grant' and p.id = f.payload->>'grantId') or (p.model = 'Session' and p.uid = f.payload->>'sessionUid')`,
  RefreshToken: sql`(p.model = 'Grant' and p.id = f.payload->>'grantId') or (p.model = 'Session' and p.uid = f.payload->>'sessionUid')`,
  Session: sql`p.model = 'Grant' and p.id in (select value->>'grantId' from jsonb_each(coalesce(f.payload->'authorizations', '{}')))`
}

/** The payload first, if it is there, then those related to it. Expired ones are left out. */
export async function findPayloads(db: Statement, { model, by, value, at }: Lookup): Promise<readonly StoredPayload[]> {
  const found = sql`select ${COLUMNS} from oidc_payloads p where p.model = ${model} and ${sql.ref(`p.${by}`)} = ${value} and (p.expires_at is null or p.expires_at > ${at})`
  const relatives = RELATIVES[model]
  const query = relatives
    ? sql<Row>`with f as (${found}) select * from f union all select ${COLUMNS} from oidc_payloads p, f where (${relatives}) and (p.expires_at is null or p.expires_at > ${at})`
    : sql<Row>`${found}`
  const { rows } = await query.execute(db)
  return rows.map(row => ({ model: row.model, id: row.id, payload: row.payload, consumedAt: row.consumed_at }))
}

type Row = PayloadKey & { readonly payload: Payload; readonly consumed_at: Date | null }

export type Changes = {
  /** Rows of a person whose access was revoked since then are not kept. */
  readonly since: Date
  /** Nor those of one who signed out since the request began. */
  readonly began: Date
  readonly saved: readonly PayloadRow[]
  readonly removed: readonly PayloadKey[]
  readonly removedGrants: readonly string[]
  readonly consumed: readonly PayloadKey[]
  readonly spent: readonly SpentKey[]
  /** Sessions that this goes by: one that was ended meanwhile is not made anew, and nothing comes of it. */
  readonly held: readonly PayloadKey[]
}

export const isEmpty = ({ saved, removed, removedGrants, consumed, spent }: Changes): boolean =>
  saved.length + removed.length + removedGrants.length + consumed.length + spent.length === 0

/**
 * All at once. What is consumed or spent must not have been before: of many requests that consume the same, one wins and the others
 * keep nothing. @returns whether this one won, or consumed nothing.
 */
export async function keepChanges(db: Statement, changes: Changes, at: Date): Promise<boolean> {
  const { saved, removed, removedGrants, consumed, spent, held } = changes
  const steps = [
    ...(held.length > 0 ? [sql`there as (select 1 from oidc_payloads where ${isOneOf(held)} for update)`] : []),
    ...(consumed.length > 0 ? [sql`won as (${consume(consumed, at)})`] : []),
    ...(spent.length > 0 ? [sql`fresh as (${spend(spent, at)})`] : []),
    ...(removed.length > 0 ? [sql`removed as (delete from oidc_payloads where ${isOneOf(removed)})`] : []),
    ...(removedGrants.length > 0
      ? [sql`ended as (delete from oidc_payloads where grant_id = any(${[...removedGrants]}::text[]))`]
      : []),
    ...(saved.length > 0 ? [sql`saved as (${save(changes, at)})`] : [])
  ]
  // Nobody misses an interaction that a crash of the database takes: the next sign-in makes another.
  const lasting = [...saved, ...removed, ...consumed, ...spent].some(({ model }) => model !== 'Interaction')
  const commit = lasting ? sql`` : sql`, set_config('synchronous_commit', 'off', true)`
  const { rows } = await sql<{
    won: number
  }>`with ${sql.join(steps)} select ${wonBy(changes)} as won${commit}`.execute(db)
  return rows[0]?.won === needed(changes)
}

const needed = ({ consumed, spent, held }: Changes): number => consumed.length + spent.length + held.length

const wonBy = ({ consumed, spent, held }: Changes) => {
  const counted = [
    ...(consumed.length > 0 ? ['won'] : []),
    ...(spent.length > 0 ? ['fresh'] : []),
    ...(held.length > 0 ? ['there'] : [])
  ]
  return sql`(${sql.join([sql`0`, ...counted.map(step => sql`(select count(*)::int from ${sql.ref(step)})`)], sql` + `)})`
}

/** One key at a time: PostgreSQL plans that in a tenth of the time that a join with a list takes. */
const isOneOf = (keys: readonly PayloadKey[]) =>
  sql.join(
    keys.map(({ model, id }) => sql`(model = ${model} and id = ${id})`),
    sql` or `
  )

const consume = (keys: readonly PayloadKey[], at: Date) =>
  sql`update oidc_payloads set consumed_at = ${at} where (${isOneOf(keys)}) and consumed_at is null returning 1`

const spend = (keys: readonly SpentKey[], at: Date) =>
  sql`insert into oidc_payloads (model, id, payload, expires_at, saved_at) values ${sql.join(
    keys.map(({ model, id, expiresAt }) => sql`(${model}, ${id}, '{}', ${expiresAt}, ${at})`)
  )} on conflict do nothing returning 1`

const COLUMNS_SAVED = sql`model, id, payload, organization_id, person_id, grant_id, user_code, uid, expires_at, clients, device, saved_at`

function save(changes: Changes, at: Date) {
  const { saved, since, began } = changes
  const ofPeople = saved.some(({ personId }) => personId !== undefined)
  const conditions = [
    ...(needed(changes) > 0 ? [sql`${wonBy(changes)} = ${needed(changes)}`] : []),
    ...(ofPeople
      ? [
          sql`not exists (select 1 from revocations r where r.organization_id = new.organization_id and r.person_id = new.person_id and r.recorded_at > (case r.reason when ${SIGNED_OUT} then ${began}::timestamptz else ${since}::timestamptz end))`
        ]
      : [])
  ]
  const values = sql`values ${sql.join(saved.map(row => valuesOf(row, at)))}`
  const source =
    conditions.length > 0
      ? sql`select * from (${values}) as new (${COLUMNS_SAVED}) where ${sql.join(conditions, sql` and `)}`
      : values
  return sql`insert into oidc_payloads as kept (${COLUMNS_SAVED}) ${source}
  on conflict (model, id) do update set
    payload = excluded.payload, organization_id = excluded.organization_id, person_id = excluded.person_id,
    grant_id = excluded.grant_id, user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at,
    clients = excluded.clients, device = coalesce(kept.device, excluded.device), saved_at = excluded.saved_at`
}

const textIn = (payload: Payload, name: string): string | null => {
  const value = payload[name]
  return typeof value === 'string' ? value : null
}

const valuesOf = ({ payload, ...row }: PayloadRow, at: Date) =>
  sql`(${row.model}::text, ${row.id}::text, ${JSON.stringify(payload)}::jsonb, ${row.organizationId ?? null}::text,
    ${row.personId ?? null}::text, ${textIn(payload, 'grantId')}::text, ${textIn(payload, 'userCode')}::text,
    ${textIn(payload, 'uid')}::text, ${row.expiresAt ?? null}::timestamptz,
    ${row.clients ? JSON.stringify(row.clients) : null}::jsonb, ${row.device ?? null}::text, ${at}::timestamptz)`
