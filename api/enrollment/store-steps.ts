/** When somebody went on in a course; an enrollment itself keeps only where they are. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { followedBy, type Moment } from '../platform/moments.ts'
import type { PersonKey } from './store.ts'

type StepTables = {
  course_steps: { organization_id: string; person_id: string; course_id: string; at: Date; progress: number }
}

const tables = (trx: Trx) => trx.withTables<StepTables>()

export async function insertStep(
  trx: Trx,
  step: PersonKey & { readonly courseId: string; readonly progress: number; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .insertInto('course_steps')
    .values({
      organization_id: step.organizationId,
      person_id: step.personId,
      course_id: step.courseId,
      at: step.at,
      progress: step.progress
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Moments after which the person went on in a course. */
export const followedByStep = (
  trx: Trx,
  organizationId: string,
  followed: { readonly moments: readonly Moment[]; readonly withinMs: number }
): Promise<ReadonlySet<string>> =>
  followedBy(
    trx,
    followed,
    sql`select 1 from course_steps x where x.organization_id = ${organizationId} and x.person_id = m.person_id
      and x.at > m.at and x.at <= m.until`
  )

export async function peopleStepping(
  trx: Trx,
  organizationId: string,
  period: { readonly from: Date; readonly to: Date }
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('course_steps')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('at', '>=', period.from)
    .where('at', '<=', period.to)
    .execute()
  return new Set(rows.map(row => row.person_id))
}
