import type { Trx } from '../platform/database.ts'
import type { Standing } from './desired.ts'

type EnrollmentTables = {
  learners: { organization_id: string; person_id: string; site: string; external_user_id: string; linked_at: Date }
  enrollments: {
    organization_id: string
    person_id: string
    course_id: string
    course_name: string
    because: string
    state: Standing['state']
    external_enrollment_id: string | null
    progress: number
    refusal: string | null
    updated_at: Date
  }
  enrollment_webhooks: { organization_id: string; id: string; received_at: Date }
}

export type EnrollmentRow = EnrollmentTables['enrollments']
type Key = { readonly organizationId: string; readonly personId: string }

const tables = (trx: Trx) => trx.withTables<EnrollmentTables>()

export async function findLearnerId(trx: Trx, key: Key): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('learners')
    .select('external_user_id')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()
  return row?.external_user_id
}

export async function findPersonOfLearner(
  trx: Trx,
  organizationId: string,
  userId: string
): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('learners')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('external_user_id', '=', userId)
    .executeTakeFirst()
  return row?.person_id
}

export async function saveLearner(
  trx: Trx,
  key: Key & { readonly site: string; readonly userId: string; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .insertInto('learners')
    .values({
      organization_id: key.organizationId,
      person_id: key.personId,
      site: key.site,
      external_user_id: key.userId,
      linked_at: key.at
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id']).doNothing())
    .execute()
}

export const listEnrollments = (trx: Trx, key: Key): Promise<EnrollmentRow[]> =>
  tables(trx)
    .selectFrom('enrollments')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('course_name')
    .execute()

export async function saveEnrollment(trx: Trx, row: EnrollmentRow): Promise<void> {
  const { organization_id: _o, person_id: _p, course_id: _c, ...changing } = row
  await tables(trx)
    .insertInto('enrollments')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id', 'course_id']).doUpdateSet(changing))
    .execute()
}

/** Progress only grows: webhooks arrive in any order. @returns the row before the change, if there is one. */
export async function raiseProgress(
  trx: Trx,
  input: Key & { readonly courseId: string; readonly progress: number; readonly completed: boolean; readonly at: Date }
): Promise<EnrollmentRow | undefined> {
  const where = { organization_id: input.organizationId, person_id: input.personId, course_id: input.courseId }
  const row = await tables(trx)
    .selectFrom('enrollments')
    .selectAll()
    .where(eb => eb.and(where))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  await tables(trx)
    .updateTable('enrollments')
    .set({
      progress: Math.max(row.progress, input.progress),
      state: input.completed && row.state === 'enrolled' ? 'completed' : row.state,
      updated_at: input.at
    })
    .where(eb => eb.and(where))
    .execute()
  return row
}

/** @returns false when this webhook was taken in before. */
export async function takeWebhook(trx: Trx, organizationId: string, id: string, at: Date): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('enrollment_webhooks')
    .values({ organization_id: organizationId, id, received_at: at })
    .onConflict(conflict => conflict.columns(['organization_id', 'id']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function peopleWithState(
  trx: Trx,
  organizationId: string,
  states: readonly Standing['state'][]
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('enrollments')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('state', 'in', [...states])
    .execute()
  return new Set(rows.map(row => row.person_id))
}
