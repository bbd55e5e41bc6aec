/** Accounts and enrollments of the learning site, as far as known here. */
import { sql } from 'kysely'
import type { Target } from '../contract/enrollment-rules.ts'
import type { Trx } from '../platform/database.ts'
import type { Held } from './plan.ts'

export type EnrollmentTables = {
  learners: {
    organization_id: string
    person_id: string
    site: string
    external_user_id: string | null
    linked_at: Date
    asked_at: Date | null
    /** A run that will read the courses of a linked account, or `review`: then the engine looks first. */
    courses_unread: string | null
  }
  enrollments: {
    organization_id: string
    person_id: string
    kind: Target['kind']
    course_id: string
    course_name: string
    because: string
    rule_id: string | null
    state: Held['state']
    external_enrollment_id: string | null
    progress: number
    refusal: string | null
    asked_at: Date | null
    activated_at: Date | null
    expires_at: Date | null
    completed_at: Date | null
    ended_because: string | null
    managed: boolean
    /** There when the account was linked. */
    from_before: boolean
    updated_at: Date
  }
  enrollment_webhooks: { organization_id: string; id: string; received_at: Date }
  person_claims: { organization_id: string; person_id: string; name: string; value: string; seen_at: Date }
}

export type EnrollmentRow = EnrollmentTables['enrollments']
export type LearnerRow = EnrollmentTables['learners']
export type PersonKey = { readonly organizationId: string; readonly personId: string }

export const tables = (trx: Trx) => trx.withTables<EnrollmentTables>()

export const findLearner = (trx: Trx, key: PersonKey): Promise<LearnerRow | undefined> =>
  tables(trx)
    .selectFrom('learners')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()

export async function saveLearner(trx: Trx, row: LearnerRow): Promise<void> {
  const { organization_id: _o, person_id: _p, external_user_id: _u, ...changing } = row
  // Meanwhile a sign-up may have shown the account: only `forgetLearner` takes it away.
  const external_user_id = sql<string | null>`coalesce(excluded.external_user_id, learners.external_user_id)`
  await tables(trx)
    .insertInto('learners')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id']).doUpdateSet({ ...changing, external_user_id })
    )
    .execute()
}

/** Marks that an account is being asked for. @returns false when the person got one meanwhile. */
export async function askForLearner(trx: Trx, row: LearnerRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('learners')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['organization_id', 'person_id'])
        .doUpdateSet({ site: row.site, linked_at: row.linked_at, asked_at: row.asked_at })
        .where('learners.external_user_id', 'is', null)
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The account is gone from the site, and with it what it was enrolled in. */
export async function forgetLearner(trx: Trx, key: PersonKey): Promise<void> {
  const where = { organization_id: key.organizationId, person_id: key.personId }
  const db = tables(trx)
  await db
    .deleteFrom('learners')
    .where(eb => eb.and(where))
    .execute()
  await db
    .updateTable('enrollments')
    .set({
      state: 'failed',
      external_enrollment_id: null,
      asked_at: null,
      refusal: 'the account is gone from the site'
    })
    .where(eb => eb.and(where))
    .where('state', '!=', 'ended')
    .execute()
  await db
    .updateTable('enrollments')
    .set({ external_enrollment_id: null })
    .where(eb => eb.and(where))
    .execute()
}

/** Of many accounts at once: who they are. */
export async function peopleOfLearners(
  trx: Trx,
  organizationId: string,
  userIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(trx)
    .selectFrom('learners')
    .select(['external_user_id', 'person_id'])
    .where('organization_id', '=', organizationId)
    .where(eb => eb('external_user_id', '=', sql<string>`any(${[...userIds]}::text[])`))
    .execute()
  return new Map(rows.map(row => [row.external_user_id ?? '', row.person_id]))
}

export const listEnrollments = (trx: Trx, key: PersonKey): Promise<EnrollmentRow[]> =>
  tables(trx)
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('course_name')
    .execute()

export async function saveEnrollment(trx: Trx, row: EnrollmentRow): Promise<void> {
  const { organization_id: _o, person_id: _p, kind: _k, course_id: _c, ...changing } = row
  await tables(trx)
    .insertInto('enrollments')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id', 'kind', 'course_id']).doUpdateSet(changing)
    )
    .execute()
}

type TargetKey = PersonKey & { readonly target: Pick<Target, 'kind' | 'id'> }

export const lockEnrollment = (trx: Trx, key: TargetKey): Promise<EnrollmentRow | undefined> =>
  tables(trx)
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('kind', '=', key.target.kind)
    .where('course_id', '=', key.target.id)
    .forUpdate()
    .executeTakeFirst()

/** @returns false when this webhook was taken in before. */
export async function takeWebhook(trx: Trx, organizationId: string, id: string, at: Date): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('enrollment_webhooks')
    .values({ organization_id: organizationId, id, received_at: at })
    .onConflict(conflict => conflict.columns(['organization_id', 'id']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What people between two ids hold, and who has an account. */
export async function holdingsBetween(
  trx: Trx,
  { organizationId, first, last }: { readonly organizationId: string; readonly first: string; readonly last: string }
): Promise<{ readonly held: readonly EnrollmentRow[]; readonly accounts: ReadonlySet<string> }> {
  const held = await tables(trx)
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('person_id', '>=', first)
    .where('person_id', '<=', last)
    .execute()
  const accounts = await tables(trx)
    .selectFrom('learners')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('person_id', '>=', first)
    .where('person_id', '<=', last)
    .where('external_user_id', 'is not', null)
    .execute()
  return { held, accounts: new Set(accounts.map(row => row.person_id)) }
}

/** Of people who may be far apart by their ids, such as those whom a search found. */
export const enrollmentsOf = (
  trx: Trx,
  { organizationId, personIds }: { readonly organizationId: string; readonly personIds: readonly string[] }
): Promise<EnrollmentRow[]> =>
  tables(trx)
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::text[])`)
    .execute()

/** How far these people are in these courses, those who have them. */
export const coursesOfPeople = (
  trx: Trx,
  asked: {
    readonly organizationId: string
    readonly personIds: readonly string[]
    readonly courseIds: readonly string[]
  }
): Promise<Pick<EnrollmentRow, 'person_id' | 'course_id' | 'progress' | 'completed_at'>[]> =>
  tables(trx)
    .selectFrom('enrollments')
    .select(['person_id', 'course_id', 'progress', 'completed_at'])
    .where('organization_id', '=', asked.organizationId)
    .where('kind', '=', 'course')
    .where('state', 'in', ['enrolled', 'completed'])
    .where('course_id', '=', sql<string>`any(${[...asked.courseIds]}::text[])`)
    .where('person_id', '=', sql<string>`any(${[...asked.personIds]}::text[])`)
    .execute()

/** Values of these claims, of these people. */
export async function claimsOf(
  trx: Trx,
  asked: { readonly organizationId: string; readonly personIds: readonly string[]; readonly names: readonly string[] }
): Promise<ReadonlyMap<string, readonly { readonly name: string; readonly value: string }[]>> {
  if (asked.names.length === 0 || asked.personIds.length === 0) return new Map()
  const rows = await tables(trx)
    .selectFrom('person_claims')
    .select(['person_id', 'name', 'value'])
    .where('organization_id', '=', asked.organizationId)
    .where(eb => eb('person_id', '=', sql<string>`any(${[...asked.personIds]}::text[])`))
    .where('name', 'in', [...asked.names])
    .execute()
  return Map.groupBy(rows, row => row.person_id)
}

export async function replaceClaims(
  trx: Trx,
  { organizationId, personId }: PersonKey,
  claims: readonly { readonly name: string; readonly value: string }[],
  at: Date
): Promise<void> {
  const db = tables(trx)
  await db
    .deleteFrom('person_claims')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .execute()
  if (claims.length > 0)
    await db
      .insertInto('person_claims')
      .values(claims.map(claim => ({ organization_id: organizationId, person_id: personId, ...claim, seen_at: at })))
      .execute()
}

export const toHeld = (row: EnrollmentRow): Held => ({
  target: { kind: row.kind, id: row.course_id, name: row.course_name },
  state: row.state,
  asked: row.asked_at !== null,
  enrollmentId: row.external_enrollment_id,
  activatedAt: row.activated_at,
  expiresAt: row.expires_at,
  managed: row.managed,
  fromBefore: row.from_before,
  endedBecause: row.ended_because
})

/** From person to account. */
export async function userIdsBetween(
  trx: Trx,
  { organizationId, first, last }: { readonly organizationId: string; readonly first: string; readonly last: string }
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(trx)
    .selectFrom('learners')
    .select(['person_id', 'external_user_id'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '>=', first)
    .where('person_id', '<=', last)
    .execute()
  return new Map(rows.flatMap(row => (row.external_user_id ? [[row.person_id, row.external_user_id] as const] : [])))
}
