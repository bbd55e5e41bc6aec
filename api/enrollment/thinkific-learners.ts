/** Thinkific's users, as its interface and its webhooks describe them: who is there, how they sign in, who teaches. */
import { z } from 'zod'
import { parseSubject } from '../contract/subject.ts'
import type { LearnerKeys, LearningSystem, SiteLearner } from './learning-system.ts'
import { listAll, moment, PAGE, pageOf, read, type Call } from './thinkific-read.ts'

/** Under which the site keeps the subject: it is found again by the sign-in that it has. */
export const PROVIDERS = { oidc: 'OPENID_CONNECT', jwt: 'SSO' } as const
export type Provider = (typeof PROVIDERS)[keyof typeof PROVIDERS]

/** Of Thinkific's JSON Web Token sign-on, and of accounts made through the interface without naming a provider. */
const FORMER_PROVIDER = PROVIDERS.jwt

export const thinkificUserSchema = z.object({
  id: z.number(),
  email: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  created_at: moment,
  company: z.string().nullish(),
  external_source: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
  administered_course_ids: z.array(z.number()).nullish(),
  custom_profile_fields: z.array(z.object({ label: z.string().nullish(), value: z.unknown().optional() })).nullish()
})
const usersSchema = pageOf(thinkificUserSchema)
const instructorSchema = z.object({ email: z.string().nullish(), user_id: z.number().nullish() })
const fieldSchema = z.object({ label: z.string() })
const authenticationSchema = z.object({ external_id: z.string() })

export function toSiteLearner(user: z.output<typeof thinkificUserSchema>): SiteLearner {
  const fields = (user.custom_profile_fields ?? []).flatMap(({ label, value }) =>
    label && (typeof value === 'string' || typeof value === 'number') ? [[label, String(value).trim()] as const] : []
  )
  const administers = (user.administered_course_ids ?? []).length > 0
  return {
    userId: String(user.id),
    email: (user.email ?? '').trim(),
    firstName: (user.first_name ?? '').trim(),
    lastName: (user.last_name ?? '').trim(),
    roles: [...new Set([...(user.roles ?? []), ...(administers ? ['course_admin'] : [])])],
    createdAt: user.created_at ? new Date(user.created_at) : null,
    company: user.company?.trim() || null,
    source: user.external_source?.trim() || null,
    fields: Object.fromEntries(fields)
  }
}

type LearnerCalls = Pick<
  LearningSystem,
  'learnerById' | 'pageOfLearners' | 'keysOfLearner' | 'profileFields' | 'instructors'
>

export const learnerCalls = (call: Call, provider: Provider): LearnerCalls => ({
  learnerById: async userId => {
    const answer = await call({ method: 'GET', path: `/users/${encodeURIComponent(userId)}` })
    return answer.status === 404 ? undefined : toSiteLearner(read(thinkificUserSchema, answer))
  },
  pageOfLearners: async ({ page, limit = PAGE }) => {
    const answer = read(usersSchema, await call({ method: 'GET', path: `/users?page=${page}&limit=${limit}` }))
    const { next_page: next, total_pages: pages, total_items: total } = answer.meta.pagination
    const items = answer.items.map(toSiteLearner)
    return { items, next: next ?? undefined, pages: pages ?? next ?? page, total: total ?? items.length }
  },
  keysOfLearner: (userId, wanted) =>
    provider === FORMER_PROVIDER ? keysAtOnce(call, userId) : keysApart(call, userId, wanted),
  profileFields: async () =>
    ((await listAll(call, { path: '/custom_profile_field_definitions', schema: fieldSchema })) ?? []).map(
      ({ label }) => label
    ),
  instructors: async () =>
    ((await listAll(call, { path: '/instructors', schema: instructorSchema })) ?? []).map(({ user_id, email }) => ({
      userId: user_id ? String(user_id) : undefined,
      email: email?.toLowerCase()
    }))
})

async function keysApart(
  call: Call,
  userId: string,
  wanted: Parameters<LearningSystem['keysOfLearner']>[1]
): Promise<LearnerKeys> {
  return {
    subject: wanted === 'former' ? undefined : await keyAt(call, userId, PROVIDERS.oidc),
    formerId: wanted === 'subject' ? undefined : await keyAt(call, userId, FORMER_PROVIDER)
  }
}

/** Where CI signs in as the sign-on before it did, one key is the one or the other. */
async function keysAtOnce(call: Call, userId: string): Promise<LearnerKeys> {
  const key = await keyAt(call, userId, FORMER_PROVIDER)
  return parseSubject(key ?? '') ? { subject: key, formerId: undefined } : { subject: undefined, formerId: key }
}

/** The site's list of accounts does not tell it. */
export async function keyAt(call: Call, userId: string, provider: Provider): Promise<string | undefined> {
  const path = `/users/${encodeURIComponent(userId)}/authentications/${provider}`
  const answer = await call({ method: 'GET', path })
  return answer.status === 404 ? undefined : read(authenticationSchema, answer).external_id
}
