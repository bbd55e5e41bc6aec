/** How far many people are with their courses, read for all of them at once. */
import type { Trx } from '../platform/database.ts'
import * as store from './store-among.ts'

export type CourseStanding = {
  readonly personId: string
  readonly courseId: string
  readonly name: string
  /** 0 to 1. */
  readonly progress: number
  readonly openSince: Date | undefined
  readonly completedAt: Date | undefined
  /** When the site ends it. */
  readonly endsAt: Date | undefined
  /** When it last moved. */
  readonly movedAt: Date
}

/** Courses that are open or done, the ones opened first first. */
export const coursesAmong = async (
  trx: Trx,
  among: { readonly organizationId: string; readonly personIds: readonly string[] }
): Promise<readonly CourseStanding[]> =>
  (await store.coursesAmong(trx, among)).map(row => ({
    personId: row.person_id,
    courseId: row.course_id,
    name: row.course_name,
    progress: row.progress,
    openSince: row.activated_at ?? undefined,
    completedAt: row.completed_at ?? undefined,
    endsAt: row.expires_at ?? undefined,
    movedAt: row.updated_at
  }))
