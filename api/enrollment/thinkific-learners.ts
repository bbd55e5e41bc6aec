/** Thinkific's users, as its interface and its webhooks describe them. */
import { z } from 'zod'
import type { LearningSystem, SiteLearner } from './learning-system.ts'
import { attributesOf } from './sign-up-news.ts'
import { PAGE, pageOf, read, type Call } from './thinkific-read.ts'

/** Of users whom the site's own single sign-on made; those whom CI made have another. */
const PRESENT_SSO = 'SSO'

export const thinkificUserSchema = z.object({
  id: z.number(),
  email: z.string(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }).nullish(),
  company: z.string().nullish(),
  external_source: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
  custom_profile_fields: z.array(z.object({ label: z.string().nullish(), value: z.unknown().optional() })).nullish()
})

const STAFF: ReadonlySet<string> = new Set(['site_admin', 'course_admin'])

/** @param heardAt where the user does not say since when they are there. */
export const toSiteLearner = (user: z.output<typeof thinkificUserSchema>, heardAt: Date): SiteLearner => ({
  userId: String(user.id),
  email: user.email.trim().toLowerCase(),
  firstName: user.first_name?.trim() || null,
  lastName: user.last_name?.trim() || null,
  signedUpAt: user.created_at ? new Date(user.created_at) : heardAt,
  isStaff: (user.roles ?? []).some(role => STAFF.has(role)),
  attributes: attributesOf({
    email: user.email.trim(),
    company: user.company,
    externalSource: user.external_source,
    fields: (user.custom_profile_fields ?? []).flatMap(({ label, value }) =>
      label && (typeof value === 'string' || typeof value === 'number') ? [{ label, value: String(value) }] : []
    )
  })
})

const usersSchema = pageOf(thinkificUserSchema)
const authenticationSchema = z.object({ external_id: z.string() })
const UNKNOWN_TIME = new Date(0)

export const learnersOf = (call: Call): Pick<LearningSystem, 'learnerById' | 'pageOfLearners' | 'ssoIdOf'> => ({
  learnerById: async userId => {
    const answer = await call({ method: 'GET', path: `/users/${encodeURIComponent(userId)}` })
    return answer.status === 404 ? undefined : toSiteLearner(read(thinkificUserSchema, answer), UNKNOWN_TIME)
  },
  pageOfLearners: async page => {
    const answer = await call({ method: 'GET', path: `/users?page=${page}&limit=${PAGE}` })
    const { items, meta } = read(usersSchema, answer)
    const { next_page: next, total_pages: pages } = meta.pagination
    return {
      items: items.map(user => toSiteLearner(user, UNKNOWN_TIME)),
      next: next ?? undefined,
      pages: pages ?? next ?? page
    }
  },
  ssoIdOf: async userId => {
    const path = `/users/${encodeURIComponent(userId)}/authentications/${PRESENT_SSO}`
    const answer = await call({ method: 'GET', path })
    return answer.status === 404 ? undefined : read(authenticationSchema, answer).external_id
  }
})
