/** The provider's payloads: one statement brings all that a request is about to ask for, one keeps all that it changed. */
import { CompiledQuery } from 'kysely'
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

const COLUMNS = 'p.model, p.id, p.payload, p.consumed_at'

/** A code or refresh token is asked for with its grant and session next, a session with the grants of its apps. */
const RELATIVES: Readonly<Record<string, string>> = {
  AuthorizationCode: `(p.model = 'Grant' and p.id = f.payload->>'grantId') or (p.model = 'Session' and p.uid = f.payload->>'sessionUid')`,
  RefreshToken: `(p.model = 'Grant' and p.id = f.payload->>'grantId') or (p.model = 'Session' and p.uid = f.payload->>'sessionUid')`,
  Session: `p.model = 'Grant' and p.id in (select value->>'grantId' from jsonb_each(coalesce(f.payload->'authorizations', '{}')))`
}

/** The payload first, if it is there, then those related to it. Expired ones are left out. */
export async function findPayloads(db: Statement, { model, by, value, at }: Lookup): Promise<readonly StoredPayload[]> {
  const found = `select ${COLUMNS} from oidc_payloads p where p.model = $1 and p.${by} = $2 and (p.expires_at is null or p.expires_at > $3)`
  const relatives = RELATIVES[model]
  const text = relatives
    ? `with f as (${found}) select * from f union all select ${COLUMNS} from oidc_payloads p, f where (${relatives}) and (p.expires_at is null or p.expires_at > $3)`
    : found
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, [model, value, at]))
  return (rows as Row[]).map(row => ({
    model: row.model,
    id: row.id,
    payload: row.payload,
    consumedAt: row.consumed_at
  }))
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
  const { text, values } = keeping(changes, at)
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
  return (rows as { won: number }[])[0]?.won === needed(changes)
}

/** Written by hand: a sign-in spends as much on building it from parts as on sending it. */
function keeping(changes: Changes, at: Date) {
  const { saved, removed, removedGrants, consumed, spent, held } = changes
  const values: unknown[] = []
  const put: Put = value => `$${values.push(value)}`
  const now = put(at)
  const steps = [
    held.length > 0 && `there as (select 1 from oidc_payloads where ${isOneOf(held, put)} for update)`,
    consumed.length > 0 &&
      `won as (update oidc_payloads set consumed_at = ${now}::timestamptz where (${isOneOf(consumed, put)}) and consumed_at is null returning 1)`,
    spent.length > 0 && `fresh as (${spend(spent, now, put)})`,
    removed.length > 0 && `removed as (delete from oidc_payloads where ${isOneOf(removed, put)})`,
    removedGrants.length > 0 &&
      `ended as (delete from oidc_payloads where grant_id = any(${put([...removedGrants])}::text[]))`,
    saved.length > 0 && `saved as (${save(changes, now, put)})`
  ].filter(step => step !== false)
  // Nobody misses an interaction that a crash of the database takes: the next sign-in makes another.
  const lasting = [...saved, ...removed, ...consumed, ...spent].some(({ model }) => model !== 'Interaction')
  const commit = lasting ? '' : `, set_config('synchronous_commit', 'off', true)`
  return {
    text: `with ${steps.join(', ')} select ${wonBy(changes)} as won, ${now}::timestamptz as at${commit}`,
    values
  }
}

/** Takes a value into the statement and gives its name there. */
type Put = (value: unknown) => string

const needed = ({ consumed, spent, held }: Changes): number => consumed.length + spent.length + held.length

const wonBy = ({ consumed, spent, held }: Changes): string =>
  [
    '0',
    ...(consumed.length > 0 ? ['(select count(*)::int from won)'] : []),
    ...(spent.length > 0 ? ['(select count(*)::int from fresh)'] : []),
    ...(held.length > 0 ? ['(select count(*)::int from there)'] : [])
  ].join(' + ')

/** One key at a time: PostgreSQL plans that in a tenth of the time that a join with a list takes. */
const isOneOf = (keys: readonly PayloadKey[], put: Put): string =>
  keys.map(({ model, id }) => `(model = ${put(model)} and id = ${put(id)})`).join(' or ')

function spend(keys: readonly SpentKey[], now: string, put: Put): string {
  const rows = keys.map(
    ({ model, id, expiresAt }) => `(${put(model)}, ${put(id)}, '{}', ${put(expiresAt)}, ${now}::timestamptz)`
  )
  return `insert into oidc_payloads (model, id, payload, expires_at, saved_at) values ${rows.join(', ')} on conflict do nothing returning 1`
}

const COLUMNS_SAVED =
  'model, id, payload, organization_id, person_id, grant_id, user_code, uid, expires_at, clients, device, saved_at'

const SAVED_AGAIN = `on conflict (model, id) do update set
  payload = excluded.payload, organization_id = excluded.organization_id, person_id = excluded.person_id,
  grant_id = excluded.grant_id, user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at,
  clients = excluded.clients, device = coalesce(kept.device, excluded.device), saved_at = excluded.saved_at`

function save(changes: Changes, now: string, put: Put): string {
  const { saved, since, began } = changes
  const conditions = [
    ...(needed(changes) > 0 ? [`${wonBy(changes)} = ${needed(changes)}`] : []),
    ...(saved.some(({ personId }) => personId !== undefined) ? [unlessRevoked({ since, began }, put)] : [])
  ]
  const values = `values ${saved.map(row => valuesOf(row, now, put)).join(', ')}`
  const source =
    conditions.length > 0
      ? `select * from (${values}) as new (${COLUMNS_SAVED}) where ${conditions.join(' and ')}`
      : values
  return `insert into oidc_payloads as kept (${COLUMNS_SAVED}) ${source} ${SAVED_AGAIN}`
}

const unlessRevoked = ({ since, began }: Pick<Changes, 'since' | 'began'>, put: Put): string =>
  `not exists (select 1 from revocations r where r.organization_id = new.organization_id and r.person_id = new.person_id
    and r.recorded_at > (case r.reason when '${SIGNED_OUT}' then ${put(began)}::timestamptz else ${put(since)}::timestamptz end))`

const textIn = (payload: Payload, name: string): string | null => {
  const value = payload[name]
  return typeof value === 'string' ? value : null
}

function valuesOf({ payload, ...row }: PayloadRow, now: string, put: Put): string {
  const texts = [
    row.organizationId,
    row.personId,
    textIn(payload, 'grantId'),
    textIn(payload, 'userCode'),
    textIn(payload, 'uid')
  ]
  return `(${put(row.model)}::text, ${put(row.id)}::text, ${put(JSON.stringify(payload))}::jsonb,
    ${texts.map(text => `${put(text ?? null)}::text`).join(', ')}, ${put(row.expiresAt ?? null)}::timestamptz,
    ${put(row.clients ? JSON.stringify(row.clients) : null)}::jsonb, ${put(row.device ?? null)}::text, ${now}::timestamptz)`
}
