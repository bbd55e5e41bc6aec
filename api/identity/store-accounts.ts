import { sql } from 'kysely'
import type { LINK_REASONS, GraphAnswer } from '../contract/accounts.ts'
import type { Trx } from '../platform/database.ts'
import type { StandingQuery } from '../platform/done.ts'

type AccountTables = {
  account_matching: {
    organization_id: string
    employee_number: boolean
    changed_by: string
    changed_at: Date
    answer: GraphAnswer | null
    answered_at: Date | null
  }
  parted_accounts: {
    organization_id: string
    tenant_id: string
    object_id: string
    person_id: string
    parted_by: string
    parted_at: Date
  }
  person_identities: {
    organization_id: string
    kind: string
    issuer: string
    subject: string
    person_id: string
    because: (typeof LINK_REASONS)[number]
    linked_at: Date
  }
}

const tables = (trx: Trx) => trx.withTables<AccountTables>()

export type Matching = {
  readonly employeeNumber: boolean
  readonly answer: GraphAnswer | undefined
  readonly answeredAt: Date | undefined
}

export async function findMatching(trx: Trx, organizationId: string): Promise<Matching> {
  const row = await tables(trx)
    .selectFrom('account_matching')
    .select(['employee_number', 'answer', 'answered_at'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return {
    employeeNumber: row?.employee_number ?? false,
    answer: row?.answer ?? undefined,
    answeredAt: row?.answered_at ?? undefined
  }
}

type Switch = {
  readonly organizationId: string
  readonly employeeNumber: boolean
  readonly by: string
  readonly at: Date
}

/** What Microsoft said before is forgotten: it is asked anew. */
export async function saveMatching(trx: Trx, { organizationId, employeeNumber, by, at }: Switch): Promise<void> {
  const values = { employee_number: employeeNumber, changed_by: by, changed_at: at, answer: null, answered_at: null }
  await tables(trx)
    .insertInto('account_matching')
    .values({ organization_id: organizationId, ...values })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(values))
    .execute()
}

export async function saveAnswer(
  trx: Trx,
  organizationId: string,
  { answer, at }: { readonly answer: GraphAnswer; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('account_matching')
    .set({ answer, answered_at: at })
    .where('organization_id', '=', organizationId)
    .execute()
}

export type Pair = {
  readonly organizationId: string
  readonly tid: string
  readonly oid: string
  readonly personId: string
}

/** Whether an admin parted the two: then nothing but a sign-in by the person joins them. */
export async function wereParted(trx: Trx, { organizationId, tid, oid, personId }: Pair): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('parted_accounts')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('tenant_id', '=', tid)
    .where('object_id', '=', oid)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

type Parting = { readonly organizationId: string; readonly personId: string; readonly by: string; readonly at: Date }

/** @returns how many accounts the person was joined to. */
export async function partAll(trx: Trx, { organizationId, personId, by, at }: Parting): Promise<number> {
  const gone = await tables(trx)
    .deleteFrom('person_identities')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'entra')
    .returning(['issuer', 'subject'])
    .execute()
  if (gone.length === 0) return 0
  const about = { organization_id: organizationId, person_id: personId, parted_by: by, parted_at: at }
  await tables(trx)
    .insertInto('parted_accounts')
    .values(gone.map(({ issuer, subject }) => ({ ...about, tenant_id: issuer, object_id: subject })))
    .onConflict(conflict =>
      conflict
        .columns(['organization_id', 'tenant_id', 'object_id', 'person_id'])
        .doUpdateSet({ parted_by: by, parted_at: at })
    )
    .execute()
  return gone.length
}

/** Of all tenants of the company. */
export const accountsOf = (trx: Trx, organizationId: string, personIds: readonly string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : tables(trx)
        .selectFrom('person_identities')
        .select(['person_id', 'issuer', 'because', 'linked_at'])
        .where('organization_id', '=', organizationId)
        .where('kind', '=', 'entra')
        .where('person_id', 'in', personIds)
        .execute()

/** With the account itself, the oldest first. */
export const joinedAccountsOf = (trx: Trx, organizationId: string, personIds: readonly string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : tables(trx)
        .selectFrom('person_identities')
        .select(['person_id', 'issuer', 'subject'])
        .where('organization_id', '=', organizationId)
        .where('kind', '=', 'entra')
        .where('person_id', 'in', personIds)
        .orderBy('linked_at')
        .execute()

/** Whom an admin parted from an account: no rule names theirs any more. */
export async function partedAmong(
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tables(trx)
    .selectFrom('parted_accounts')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('person_id', 'in', personIds)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** For queries of others: who has a Microsoft account for certain, and who was parted from one. */
export const accountStanding: StandingQuery = organizationId => sql`
  select person_id, 'joined' as did from person_identities where organization_id = ${organizationId} and kind = 'entra'
  union all
  select person_id, 'parted' from parted_accounts where organization_id = ${organizationId}`
