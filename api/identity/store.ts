import type { Trx } from '../platform/database.ts'

export type IdentityKind = 'sso' | 'entra' | 'learning'
export type LinkReason = 'directory_attribute' | 'sign_in'

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
    code_verifier: string | null
    started_at: Date
    redeemed_at: Date | null
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

/** Everyone who is joined to an account of this kind. */
export async function listJoined(trx: Trx, organizationId: string, kind: IdentityKind): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('person_identities')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('kind', '=', kind)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** An identity never moves to another person: an existing row stays, and its person is returned. */
export async function saveIdentity(
  trx: Trx,
  identity: IdentityKey & { readonly personId: string; readonly because: LinkReason; readonly at: Date }
): Promise<string> {
  await tables(trx)
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
    .execute()
  return (await findIdentity(trx, identity)) ?? identity.personId
}

export type Attempt = {
  readonly organizationId: string
  readonly attemptId: string
  readonly uid: string
  readonly clientId: string
  readonly codeVerifier: string
  readonly at: Date
}

export async function saveAttempt(trx: Trx, attempt: Attempt): Promise<void> {
  await tables(trx)
    .insertInto('sign_in_attempts')
    .values({
      organization_id: attempt.organizationId,
      id: attempt.attemptId,
      interaction_uid: attempt.uid,
      client_id: attempt.clientId,
      code_verifier: attempt.codeVerifier,
      started_at: attempt.at,
      redeemed_at: null,
      outcome: null,
      connection_type: null,
      provenance: null,
      person_id: null
    })
    .execute()
}

type AttemptKey = { readonly organizationId: string; readonly attemptId: string; readonly uid: string }

/** @returns the PKCE verifier, once: a second redemption of the same attempt finds nothing. */
export async function takeAttempt(trx: Trx, key: AttemptKey, at: Date): Promise<string | undefined> {
  const open = await tables(trx)
    .selectFrom('sign_in_attempts')
    .select('code_verifier')
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.attemptId)
    .where('interaction_uid', '=', key.uid)
    .where('redeemed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!open?.code_verifier) return undefined
  await tables(trx)
    .updateTable('sign_in_attempts')
    .set({ redeemed_at: at, code_verifier: null })
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.attemptId)
    .execute()
  return open.code_verifier
}

export type AttemptEnd = {
  readonly organizationId: string
  readonly attemptId: string
  readonly outcome: string
  readonly connectionType?: string | undefined
  readonly provenance?: Readonly<Record<string, string>> | undefined
  /** Names only. */
  readonly claimsSeen?: readonly string[] | undefined
  readonly personId?: string | undefined
}

export async function endAttempt(trx: Trx, end: AttemptEnd): Promise<void> {
  await tables(trx)
    .updateTable('sign_in_attempts')
    .set({
      outcome: end.outcome,
      connection_type: end.connectionType ?? null,
      provenance: end.provenance ? JSON.stringify(end.provenance) : null,
      person_id: end.personId ?? null,
      claims_seen: [...(end.claimsSeen ?? [])]
    })
    .where('organization_id', '=', end.organizationId)
    .where('id', '=', end.attemptId)
    .execute()
}

/** How the sign-ins since a moment ended, and when the last one worked. */
export async function signInsSince(trx: Trx, organizationId: string, since: Date) {
  const rows = await tables(trx)
    .selectFrom('sign_in_attempts')
    .select(eb => ['outcome', eb.fn.countAll<string>().as('count'), eb.fn.max('started_at').as('last')])
    .where('organization_id', '=', organizationId)
    .where('started_at', '>=', since)
    .groupBy('outcome')
    .execute()
  return rows.map(({ outcome, count, last }) => ({ outcome: outcome ?? 'unfinished', count: Number(count), last }))
}

/** Whether anybody of this company has ever come in through its provider. */
export async function hasSignedIn(trx: Trx, organizationId: string): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('sign_in_attempts')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('outcome', '=', 'signed_in')
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
