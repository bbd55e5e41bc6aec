/** Enrollments as they live: made, worked through, completed; each step tells the webhooks. */
import type { Data } from './data.ts'
import type { Enrollment } from './model.ts'
import { enrollmentPayload, lessonPayload, type Sender } from './webhooks.ts'

export type NewEnrollment = {
  readonly subdomain: string
  readonly userId: number
  readonly courseId: number
  readonly activatedAt: string | null
  readonly expiryDate: string | null
}

export type Progress = {
  enroll(added: NewEnrollment): Enrollment
  /** Enrolls, or changes the dates of the enrollment there is. */
  put(wanted: NewEnrollment): Enrollment
  setDone(enrollmentId: number, lessons: number): Enrollment | undefined
}

export function createProgress(data: Data, sender: Sender): Progress {
  const tell = (enrollment: Enrollment, action: string): void => {
    const site = data.sites.get(enrollment.subdomain)
    if (site) sender.send(site, { resource: 'enrollment', action, payload: enrollmentPayload(data, enrollment) })
  }
  const tellLesson = (enrollment: Enrollment, lesson: number): void => {
    const site = data.sites.get(enrollment.subdomain)
    if (site)
      sender.send(site, { resource: 'lesson', action: 'completed', payload: lessonPayload(data, enrollment, lesson) })
  }
  const progress: Progress = {
    enroll: ({ subdomain, userId, courseId, activatedAt, expiryDate }) => {
      const at = data.now().toISOString()
      const made: Enrollment = {
        subdomain,
        id: data.nextId('enrollment', 900_000),
        user_id: userId,
        course_id: courseId,
        activated_at: activatedAt,
        expiry_date: expiryDate,
        started_at: null,
        completed_at: null,
        updated_at: at,
        created_at: at,
        done: 0
      }
      data.enrollments.set(String(made.id), made)
      tell(made, 'created')
      return made
    },
    put: wanted => {
      const { subdomain, userId, courseId, activatedAt, expiryDate } = wanted
      const user = data.users.get(String(userId))
      const found = user?.subdomain === subdomain ? data.enrollmentFor(user, courseId) : undefined
      if (!found) return progress.enroll(wanted)
      const dates = { activated_at: activatedAt, expiry_date: expiryDate, updated_at: data.now().toISOString() }
      return data.enrollments.set(String(found.id), { ...found, ...dates })
    },
    setDone: (enrollmentId, lessons) => {
      const before = data.enrollments.get(String(enrollmentId))
      const total = before && (data.course(before.subdomain, before.course_id)?.lessons ?? 0)
      if (!before || total === undefined) return undefined
      const at = data.now().toISOString()
      const done = Math.min(total, Math.max(before.done, lessons))
      const completed_at = done === total ? (before.completed_at ?? at) : before.completed_at
      const next = { ...before, done, started_at: before.started_at ?? at, completed_at, updated_at: at }
      data.enrollments.set(String(enrollmentId), next)
      for (let lesson = before.done + 1; lesson <= done; lesson++) tellLesson(next, lesson)
      tell(next, 'progress')
      if (completed_at && !before.completed_at) tell(next, 'completed')
      return next
    }
  }
  return progress
}
