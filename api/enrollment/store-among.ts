import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { anyOf } from '../platform/rows.ts'

export type CourseRow = {
  readonly person_id: string
  readonly course_id: string
  readonly course_name: string
  readonly state: string
  readonly progress: number
  readonly activated_at: Date | null
  readonly completed_at: Date | null
  readonly expires_at: Date | null
  readonly updated_at: Date
}

/** What these people take, or have taken, on the learning site; what was only asked for is not there. */
export async function coursesAmong(
  trx: Trx,
  asked: { readonly organizationId: string; readonly personIds: readonly string[] }
): Promise<readonly CourseRow[]> {
  const { rows } = await sql<CourseRow>`
    select person_id, course_id, course_name, state, progress, activated_at, completed_at, expires_at, updated_at from enrollments
    where organization_id = ${asked.organizationId} and person_id = ${anyOf(asked.personIds)}
      and kind = 'course' and state in ('enrolled', 'completed')
    order by person_id, activated_at nulls last, course_id`.execute(trx)
  return rows
}
