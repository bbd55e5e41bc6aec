import { sql } from 'kysely'
import { recordAfter } from '../audit/audit.ts'
import type { LINK_REASONS } from '../contract/accounts.ts'
import { withAccessQuery } from '../directory/directory.ts'
import type { Statement, Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'

export type IdentityKind = 'sso' | 'entra' | 'learning'
export type LinkReason = (typeof LINK_REASONS)[number]

type IdentityTables = {
  person_identities: {
    organization_id: string
    kind: IdentityKind
    issuer: string
    subject: string
    person_id: string
    because: LinkReason
    linked_at: Date
  }
  sign_in_attempts: {
    organization_id: string
    id: string
    interaction_uid: string
    client_id: string
    started_at: Date
    outcome: string | null
    connection_type: string | null
    provenance: string | null
    person_id: string | null
    claims_seen?: string[]
  }
}

export type IdentityKey = {
  readonly organizationId: string
  readonly kind: IdentityKind
  readonly issuer: string
  readonly subject: string
}

const tables = (trx: Trx) => trx.withTables<IdentityTables>()

export async function findIdentity(trx: Trx, key: IdentityKey): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('person_identities')
    .select('person_id')
    .where('organization_id', '=', key.organizationId)
    .where('kind', '=', key.kind)
    .where('issuer', '=', key.issuer)
    .where('subject', '=', key.subject)
    .executeTakeFirst()
  return row?.person_id
}

type IdentityKeys = Pick<IdentityKey, 'organizationId' | 'kind'> & {
  readonly keys: readonly Pick<IdentityKey, 'issuer' | 'subject'>[]
}

/** The people of these keys, in their order; undefined where nobody is. */
export async function findIdentities(
  db: Statement,
  { organizationId, kind, keys }: IdentityKeys
): Promise<readonly (string | undefined)[]> {
  const { rows } = await sql<{ person_id: string; at: number }>`
    select i.person_id, k.at::int from unnest(${keys.map(({ issuer }) => issuer)}::text[], ${keys.map(({ subject }) => subject)}::text[])
      with ordinality as k (issuer, subject, at)
    join person_identities i on i.organization_id = ${organizationId} and i.kind = ${kind}
      and i.issuer = k.issuer and i.subject = k.subject`.execute(db)
  const found = new Map(rows.map(({ at, person_id: personId }) => [at, personId]))
  return keys.map((_key, index) => found.get(index + 1))
}

/** The account of this issuer that the person is joined to. */
export async function findSubjectOf(
  trx: Trx,
  { organizationId, kind, issuer }: Omit<IdentityKey, 'subject'>,
  personId: string
): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('person_identities')
    .select('subject')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return row?.subject
}

/** People with access who are joined to an account of this kind, by what joined them last. */
export async function countJoined(
  trx: Trx,
  organizationId: string,
  kind: IdentityKind
): Promise<ReadonlyMap<LinkReason, number>> {
  const { rows } = await sql<{ because: LinkReason; people: number }>`
    select j.because, count(*)::int as people
    from (select distinct on (person_id) person_id, because from person_identities
      where organization_id = ${organizationId} and kind = ${kind} order by person_id, linked_at desc) j
    join (${withAccessQuery(organizationId)}) p on p.person_id = j.person_id group by j.because`.execute(trx)
  return new Map(rows.map(({ because, people }) => [because, people]))
}

export type Saved = {
  readonly personId: string
  /** False when the identity was there before. */
  readonly isNew: boolean
}

/** An identity never moves to another person: an existing row stays, and its person is returned. */
export async function saveIdentity(
  trx: Trx,
  identity: IdentityKey & { readonly personId: string; readonly because: LinkReason; readonly at: Date }
): Promise<Saved> {
  const added = await tables(trx)
    .insertInto('person_identities')
    .values({
      organization_id: identity.organizationId,
      kind: identity.kind,
      issuer: identity.issuer,
      subject: identity.subject,
      person_id: identity.personId,
      because: identity.because,
      linked_at: identity.at
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'kind', 'issuer', 'subject']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (added) return { personId: identity.personId, isNew: true }
  return { personId: (await findIdentity(trx, identity)) ?? identity.personId, isNew: false }
}

/** The one exception: an admin said that both are one person. */
export async function moveIdentities(
  trx: Trx,
  { organizationId, personId, formerPersonId }: { organizationId: string; personId: string; formerPersonId: string }
): Promise<void> {
  await tables(trx)
    .updateTable('person_identities')
    .set({ person_id: personId })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', formerPersonId)
    .execute()
}

export type AttemptEnd = {
  readonly organizationId: string
  readonly attemptId: string
  readonly uid: string
  readonly clientId: string
  readonly startedAt: Date
  readonly outcome: string
  readonly connectionType?: string | undefined
  readonly provenance?: Readonly<Record<string, string>> | undefined
  /** Names only. */
  readonly claimsSeen?: readonly string[] | undefined
  readonly personId?: string | undefined
}

/** Keeps how a sign-in ended and, where somebody came in, tells the audit. @returns false when it had ended before. */
export async function keepAttempt(trx: Trx, deps: Pick<Deps, 'newId' | 'now'>, end: AttemptEnd): Promise<boolean> {
  const { organizationId, attemptId, personId, connectionType } = end
  const kept = tables(trx)
    .insertInto('sign_in_attempts')
    .values({
      organization_id: organizationId,
      id: attemptId,
      interaction_uid: end.uid,
      client_id: end.clientId,
      started_at: end.startedAt,
      outcome: end.outcome,
      connection_type: connectionType ?? null,
      provenance: end.provenance ? JSON.stringify(end.provenance) : null,
      person_id: personId ?? null,
      claims_seen: [...(end.claimsSeen ?? [])]
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'id']).doNothing())
    .returning('id')
  if (!personId) return (await kept.execute()).length > 0
  const event = { organizationId, personId, action: 'person.signed_in' as const, actor: personId }
  return recordAfter(trx, deps, sql`${kept}`, { ...event, detail: { attemptId, connectionType } })
}

/** How the sign-ins since a moment ended, and when the last one worked. */
/** Ways in without a company's provider. */
const OWN_WAYS = ['mail_code', 'passkey']

/** @param ways of a company with a provider only those through it count: whoever set it up came in otherwise. */
export async function signInsSince(
  trx: Trx,
  {
    organizationId,
    since,
    ways
  }: { readonly organizationId: string; readonly since: Date; readonly ways: 'provider' | 'all' }
) {
  const rows = await tables(trx)
    .selectFrom('sign_in_attempts')
    .select(eb => ['outcome', eb.fn.countAll<string>().as('count'), eb.fn.max('started_at').as('last')])
    .where('organization_id', '=', organizationId)
    .where('started_at', '>=', since)
    .where(eb =>
      ways === 'all'
        ? eb.lit(true)
        : eb.or([eb('connection_type', 'is', null), eb('connection_type', 'not in', OWN_WAYS)])
    )
    .groupBy('outcome')
    .execute()
  return rows.map(({ outcome, count, last }) => ({ outcome: outcome ?? 'expired', count: Number(count), last }))
}

/** Whether anybody of this company has ever come in through its provider. */
export async function hasSignedIn(trx: Trx, organizationId: string): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('sign_in_attempts')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('outcome', '=', 'signed_in')
    .where(eb => eb.or([eb('connection_type', 'is', null), eb('connection_type', 'not in', OWN_WAYS)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Recent = { readonly organizationId: string; readonly failed: boolean; readonly limit: number }

/** Newest first; names of claims, never their values. */
export async function recentSignIns(trx: Trx, { organizationId, failed, limit }: Recent) {
  const rows = await tables(trx)
    .selectFrom('sign_in_attempts')
    .select(['id', 'started_at', 'outcome', 'connection_type', 'provenance', 'claims_seen'])
    .where('organization_id', '=', organizationId)
    .where('outcome', 'is not', null)
    .$if(failed, query => query.where('outcome', '!=', 'signed_in'))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    attemptId: row.id,
    at: row.started_at.toISOString(),
    outcome: row.outcome ?? '',
    connectionType: row.connection_type,
    claims: row.claims_seen ?? [],
    used: asTexts(row.provenance)
  }))
}

/** The driver hands JSON columns over parsed. */
const asTexts = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
    : {}
