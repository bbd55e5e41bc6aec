/** Progress that the learning site reports by signed webhooks: any order, any number of times. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { getLearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { saveNews } from './found.ts'
import type { SiteEnrollment } from './learning-system.ts'
import { peopleOfLearners, takeWebhook } from './store.ts'

const moment = z.iso.datetime({ offset: true }).nullish()
const webhookSchema = z.object({
  id: z.string(),
  resource: z.string(),
  action: z.string(),
  payload: z.object({
    id: z.number().optional(),
    course_id: z.number().optional(),
    course: z.object({ id: z.number(), name: z.string().nullish() }).optional(),
    user: z.object({ id: z.number() }).optional(),
    percentage_completed: z.union([z.string(), z.number()]).nullish(),
    completed_at: z.string().nullish(),
    activated_at: moment,
    expiry_date: moment
  })
})
type Webhook = z.output<typeof webhookSchema>

export type Taken = 'taken' | 'repeated' | 'ignored' | 'refused' | 'unreadable'

/** @param body raw bytes as they came: the signature covers them, not what they parse to. */
export async function takeProgress(
  deps: Deps,
  input: { readonly organizationId: string; readonly body: Buffer; readonly signature: string }
): Promise<Taken> {
  const { organizationId } = input
  const site = await getLearningSite(deps, organizationId)
  if (!site || !isSigned(input.body, input.signature, site.apiKey)) return 'refused'
  const parsed = webhookSchema.safeParse(parseJson(input.body))
  if (!parsed.success) return 'unreadable'
  const news = toEnrollment(parsed.data, deps.now())
  if (!news) return 'ignored'
  return deps.db.for(organizationId)(async trx => {
    const personId = (await peopleOfLearners(trx, organizationId, [news.userId])).get(news.userId)
    // Not stored: once the account is linked, the site's own repetition or the sweep brings it.
    if (!personId) return 'ignored'
    if (!(await takeWebhook(trx, organizationId, parsed.data.id, deps.now()))) return 'repeated'
    await saveNews(trx, { deps, organizationId, personId }, news)
    return 'taken'
  })
}

function toEnrollment({ resource, action, payload }: Webhook, now: Date): SiteEnrollment | undefined {
  const courseId = payload.course_id ?? payload.course?.id
  if (resource !== 'enrollment' || courseId === undefined || payload.id === undefined || !payload.user) return undefined
  const completed = action === 'completed' || Boolean(payload.completed_at)
  const expiresAt = payload.expiry_date ? new Date(payload.expiry_date) : null
  return {
    enrollmentId: String(payload.id),
    userId: String(payload.user.id),
    courseId: String(courseId),
    courseName: payload.course?.name ?? String(courseId),
    progress: completed ? 1 : toShare(payload.percentage_completed),
    completed,
    open: Boolean(payload.activated_at) && !(expiresAt && expiresAt <= now),
    activatedAt: payload.activated_at ? new Date(payload.activated_at) : null,
    expiresAt
  }
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
