/** An enrollment as a webhook of the site tells of it. Pure. */
import { z } from 'zod'
import type { SiteEnrollment } from './learning-system.ts'

const moment = z.iso.datetime({ offset: true }).nullish()
const payloadSchema = z.object({
  id: z.number().optional(),
  course_id: z.number().optional(),
  course: z.object({ id: z.number(), name: z.string().nullish() }).optional(),
  user: z.object({ id: z.number() }).optional(),
  percentage_completed: z.union([z.string(), z.number()]).nullish(),
  completed_at: z.string().nullish(),
  activated_at: moment,
  expiry_date: moment
})

/** @returns undefined for what is about no enrollment of a known kind. */
export function enrollmentIn(
  { action, payload }: { readonly action: string; readonly payload: unknown },
  now: Date
): SiteEnrollment | 'unreadable' | undefined {
  const parsed = payloadSchema.safeParse(payload)
  if (!parsed.success) return 'unreadable'
  const told = parsed.data
  const courseId = told.course_id ?? told.course?.id
  if (courseId === undefined || told.id === undefined || !told.user) return undefined
  const completed = action === 'completed' || Boolean(told.completed_at)
  const expiresAt = told.expiry_date ? new Date(told.expiry_date) : null
  return {
    enrollmentId: String(told.id),
    userId: String(told.user.id),
    courseId: String(courseId),
    courseName: told.course?.name ?? String(courseId),
    progress: completed ? 1 : toShare(told.percentage_completed),
    completed,
    open: Boolean(told.activated_at) && !(expiresAt && expiresAt <= now),
    activatedAt: told.activated_at ? new Date(told.activated_at) : null,
    expiresAt
  }
}

/** Webhooks write percent as a string ("24.0"); the REST interface writes a share from 0 to 1. */
function toShare(value: string | number | null | undefined): number {
  const share = typeof value === 'string' ? Number(value) / 100 : (value ?? 0)
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
}
