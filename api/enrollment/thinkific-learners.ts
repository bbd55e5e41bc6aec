/** Accounts of a Thinkific site as they were before CI: who is there, how they sign in, who teaches. */
import { z } from 'zod'
import type { LearningSystem, SiteLearner } from './learning-system.ts'
import { listAll, moment, PAGE, pageOf, PROVIDER, read, type Call } from './thinkific-read.ts'

/** Of Thinkific's JSON Web Token sign-on, and of accounts made through the interface without naming a provider. */
const FORMER_PROVIDER = 'SSO'

const learnerSchema = z.object({
  id: z.number(),
  email: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
  administered_course_ids: z.array(z.number()).nullish(),
  created_at: moment,
  custom_profile_fields: z.array(z.object({ label: z.string().nullish(), value: z.unknown() })).nullish()
})
const learnersSchema = pageOf(learnerSchema)
const instructorsSchema = pageOf(z.object({ email: z.string().nullish(), user_id: z.number().nullish() }))
const fieldsSchema = pageOf(z.object({ label: z.string() }))
const authenticationSchema = z.object({ external_id: z.string() })

type LearnerCalls = Pick<LearningSystem, 'pageOfLearners' | 'keysOfLearner' | 'profileFields' | 'instructors'>

export const learnerCalls = (call: Call): LearnerCalls => ({
  pageOfLearners: async ({ page, limit = PAGE }) => {
    const answer = read(learnersSchema, await call({ method: 'GET', path: `/users?page=${page}&limit=${limit}` }))
    const { next_page, total_items } = answer.meta.pagination
    const items = answer.items.map(toLearner)
    return { items, next: next_page ?? undefined, total: total_items ?? items.length }
  },
  keysOfLearner: async (userId, wanted) => ({
    subject: await keyAt(call, userId, PROVIDER),
    formerId: wanted === 'both' ? await keyAt(call, userId, FORMER_PROVIDER) : undefined
  }),
  profileFields: async () =>
    (await listAll(call, '/custom_profile_field_definitions', fieldsSchema)).map(({ label }) => label),
  instructors: async () =>
    (await listAll(call, '/instructors', instructorsSchema)).map(({ user_id, email }) => ({
      userId: user_id ? String(user_id) : undefined,
      email: email?.toLowerCase()
    }))
})

/** The site's list of accounts does not tell it. */
export async function keyAt(call: Call, userId: string, provider: string): Promise<string | undefined> {
  const answer = await call({ method: 'GET', path: `/users/${userId}/authentications/${provider}` })
  return answer.status === 404 ? undefined : read(authenticationSchema, answer).external_id
}

function toLearner(user: z.output<typeof learnerSchema>): SiteLearner {
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
    fields: Object.fromEntries(fields)
  }
}
