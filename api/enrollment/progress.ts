/** Progress that the learning site reports by signed webhooks: any order, any number of times. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { getLearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { findPersonOfLearner, raiseProgress, takeWebhook } from './store.ts'

const webhookSchema = z.object({
  id: z.string(),
  resource: z.string(),
  action: z.string(),
  payload: z.object({
    course_id: z.number().optional(),
    course: z.object({ id: z.number() }).optional(),
    user: z.object({ id: z.number() }).optional(),
    percentage_completed: z.union([z.string(), z.number()]).nullish(),
    completed_at: z.string().nullish()
  })
})

export type Taken = 'taken' | 'repeated' | 'ignored' | 'refused' | 'unreadable'

/** @param body raw bytes as they came: the signature covers them, not what they parse to. */
export async function takeProgress(
  deps: Deps,
  input: { readonly organizationId: string; readonly body: Buffer; readonly signature: string }
): Promise<Taken> {
  const site = await getLearningSite(deps, input.organizationId)
  if (!site || !isSigned(input.body, input.signature, site.apiKey)) return 'refused'
  const parsed = webhookSchema.safeParse(parseJson(input.body))
  if (!parsed.success) return 'unreadable'
  const { id, resource, action, payload } = parsed.data
  const courseId = payload.course_id ?? payload.course?.id
  if (resource !== 'enrollment' || courseId === undefined || !payload.user) return 'ignored'
  const userId = String(payload.user.id)
  const completed = action === 'completed' || Boolean(payload.completed_at)
  return deps.db.for(input.organizationId)(async trx => {
    if (!(await takeWebhook(trx, input.organizationId, id, deps.now()))) return 'repeated'
    const personId = await findPersonOfLearner(trx, input.organizationId, userId)
    if (!personId) return 'ignored'
    const about = { organizationId: input.organizationId, personId, courseId: String(courseId) }
    const progress = completed ? 1 : toShare(payload.percentage_completed)
    const before = await raiseProgress(trx, { ...about, progress, completed, at: deps.now() })
    if (before?.state === 'enrolled' && completed) await deps.publish(trx, { type: 'course.completed', ...about })
    return 'taken'
  })
}

/** Webhooks write percent as a string ("24.0"); the REST interface writes a share from 0 to 1. */
function toShare(value: string | number | null | undefined): number {
  const share = typeof value === 'string' ? Number(value) / 100 : (value ?? 0)
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0
}

function isSigned(body: Buffer, signature: string, key: string): boolean {
  const wanted = createHmac('sha256', key).update(body).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
