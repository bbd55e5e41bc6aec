/** What the coach does in danger and with what is for others: a company's own lines and routes. Never who wrote what. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const ROUTE_TOPICS = ['harassment', 'discrimination', 'dismissal', 'medical', 'legal'] as const
export const routeTopicSchema = z.enum(ROUTE_TOPICS)
export type RouteTopic = z.infer<typeof routeTopicSchema>

/** Whose task it is, in a company. */
export const ROUTE_KINDS = ['works_council', 'ethics_line', 'hr', 'doctor', 'ombuds', 'union', 'assistance'] as const
export type RouteKind = (typeof ROUTE_KINDS)[number]

const words = (most: number) => z.string().trim().min(1).max(most)

const lineSchema = z.object({
  /** ISO 3166-1, or `*` for everywhere. */
  country: z.string().regex(/^(?:[A-Z]{2}|\*)$/u, 'two letters such as MX, or *'),
  name: words(120),
  contact: words(200)
})
export type CompanyLine = z.infer<typeof lineSchema>

const companyRouteSchema = z.object({
  kind: z.enum(ROUTE_KINDS),
  topics: z.array(routeTopicSchema).min(1).max(ROUTE_TOPICS.length),
  name: z.object({ en: words(120), es: words(120) }),
  contact: words(200)
})
export type CompanyRoute = z.infer<typeof companyRouteSchema>

/** `nobody` is the one policy there is: nothing tells anybody, whatever somebody writes. */
export const safetyPolicySchema = z.object({
  notify: z.literal('nobody'),
  lines: z.array(lineSchema).max(40),
  routes: z.array(companyRouteSchema).max(40)
})
export type SafetyPolicy = z.infer<typeof safetyPolicySchema>

const none = z.object({})

export const getSafetyPolicy = endpoint({
  method: 'GET',
  path: '/v1/admin/safety',
  access: 'owner',
  params: none,
  query: none,
  body: none,
  answer: safetyPolicySchema
})

export const putSafetyPolicy = endpoint({
  method: 'PUT',
  path: '/v1/admin/safety',
  access: 'owner',
  params: none,
  query: none,
  body: safetyPolicySchema,
  answer: safetyPolicySchema
})
