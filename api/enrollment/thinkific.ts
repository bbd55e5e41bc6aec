/** Thinkific Admin API v1 as a LearningSystem. Limits and error shapes: the vendor's OpenAPI and support articles. */
import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { takeTurn } from '../platform/pace.ts'
import type { LearningSystem, Refusal, SiteEnrollment } from './learning-system.ts'

/** At most ten at once per site; a burst of five leaves room for the site's own pages. */
const BURST = 5
const PAGE = 250
const PROVIDER = 'OPENID_CONNECT'

const userSchema = z.object({ id: z.number() })
const enrollmentSchema = z.object({
  id: z.number(),
  course_id: z.number(),
  percentage_completed: z.coerce.number(),
  completed: z.boolean().nullish(),
  expired: z.boolean().nullish()
})
const pageSchema = z.object({
  items: z.array(enrollmentSchema),
  meta: z.object({ pagination: z.object({ next_page: z.number().nullable() }) })
})

type Answer = { readonly status: number; readonly body: unknown }

export type ThinkificSite = { readonly subdomain: string; readonly apiKey: string }

export function createThinkific(deps: Pick<Deps, 'config' | 'fetch' | 'db'>, site: ThinkificSite): LearningSystem {
  const call = (method: string, path: string, body?: object) =>
    callSite(deps, site, { method, path, ...(body ? { body } : {}) })
  return {
    findLearner: async subject => {
      const answer = await call('GET', `/users/${encodeURIComponent(subject)}?provider=${PROVIDER}`)
      return answer.status === 404 ? undefined : { userId: String(userSchema.parse(answer.body).id) }
    },
    createLearner: async learner => {
      const answer = await call('POST', '/users', {
        email: learner.email,
        first_name: learner.firstName,
        last_name: learner.lastName,
        external_id: learner.subject,
        provider: PROVIDER,
        send_welcome_email: false
      })
      return answer.status === 422
        ? refusal(answer)
        : { kind: 'created', userId: String(userSchema.parse(answer.body).id) }
    },
    listEnrollments: userId => listAll(call, userId),
    enroll: async ({ userId, courseId, activatedAt }) => {
      // Without activated_at Thinkific starts a free trial.
      const answer = await call('POST', '/enrollments', {
        course_id: Number(courseId),
        user_id: Number(userId),
        activated_at: activatedAt.toISOString()
      })
      if (answer.status === 422 || answer.status === 404) return refusal(answer)
      return { kind: 'enrolled', ...toEnrollment(enrollmentSchema.parse(answer.body)) }
    },
    // There is no DELETE: setting the expiry is the only way to end access.
    setExpiry: async ({ enrollmentId, activatedAt, expiresAt }) => {
      await call('PUT', `/enrollments/${enrollmentId}`, {
        activated_at: activatedAt.toISOString(),
        expiry_date: expiresAt?.toISOString() ?? null
      })
    }
  }
}

async function listAll(
  call: (method: string, path: string) => Promise<Answer>,
  userId: string
): Promise<readonly SiteEnrollment[]> {
  const found: SiteEnrollment[] = []
  for (let page: number | null = 1; page !== null;) {
    const answer: Answer = await call('GET', `/enrollments?query[user_id]=${userId}&page=${page}&limit=${PAGE}`)
    const parsed = pageSchema.parse(answer.body)
    found.push(...parsed.items.map(toEnrollment))
    page = parsed.meta.pagination.next_page
  }
  return found
}

const toEnrollment = (row: z.output<typeof enrollmentSchema>): SiteEnrollment => ({
  enrollmentId: String(row.id),
  courseId: String(row.course_id),
  progress: row.percentage_completed,
  completed: row.completed ?? false,
  expired: row.expired ?? false
})

type SiteCall = { readonly method: string; readonly path: string; readonly body?: object }

async function callSite(
  deps: Pick<Deps, 'config' | 'fetch' | 'db'>,
  site: ThinkificSite,
  { method, path, body }: SiteCall
): Promise<Answer> {
  await takeTurn(deps.db, {
    key: `thinkific/${site.subdomain}`,
    perSecond: deps.config.THINKIFIC_CALLS_PER_MINUTE / 60,
    burst: BURST
  })
  const response = await deps
    .fetch(`${deps.config.THINKIFIC_URL}/api/public/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-auth-api-key': site.apiKey,
        'x-auth-subdomain': site.subdomain
      },
      signal: AbortSignal.timeout(15_000),
      ...(body ? { body: JSON.stringify(body) } : {})
    })
    .catch((cause: unknown) => {
      throw new VendorError('thinkific', 'no answer', { retryable: true, cause })
    })
  const text = await response.text()
  if (response.ok || response.status === 404 || response.status === 422)
    return { status: response.status, body: parse(text) }
  const retryable = response.status === 429 || response.status >= 500
  throw new VendorError('thinkific', `answered ${response.status} to ${method} ${path.split('?')[0]}`, {
    status: response.status,
    retryable
  })
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    // A proxy's HTML page with status 200 is an outage, not an answer.
    throw new VendorError('thinkific', 'answered something that is not JSON', { retryable: true })
  }
}

const refusalSchema = z.object({ errors: z.unknown().optional(), error: z.string().optional() })

function refusal(answer: Answer): Refusal {
  const parsed = refusalSchema.safeParse(answer.body)
  const said = parsed.success ? (parsed.data.error ?? JSON.stringify(parsed.data.errors ?? {})) : 'no reason'
  return { kind: 'refused', reason: `The learning site refused (${answer.status}): ${said}` }
}
