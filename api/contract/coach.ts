/** The coach's thread and plans, as the tab sees them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const surfaceSchema = z.enum(['teams', 'tab', 'web', 'lms'])
export type Surface = z.infer<typeof surfaceSchema>

export const turnSchema = z.object({
  messageId: z.string(),
  from: z.enum(['person', 'coach', 'human']),
  /** `human`: words written by people for a crisis; `coach`: generated, always shown with the AI label. */
  text: z.string(),
  surface: surfaceSchema,
  at: z.iso.datetime()
})
export type Turn = z.infer<typeof turnSchema>

export const planSchema = z.object({
  planId: z.string(),
  /** "If …" without the word if. */
  cue: z.string(),
  /** "then I will …" without those words. */
  action: z.string(),
  state: z.enum(['open', 'kept', 'missed', 'dropped']),
  followUpAt: z.iso.datetime().nullable(),
  madeAt: z.iso.datetime()
})
export type PlanView = z.infer<typeof planSchema>

const none = z.object({})

export const getThread = endpoint({
  method: 'GET',
  path: '/v1/me/thread',
  access: 'person',
  params: none,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).optional() }),
  body: none,
  answer: z.object({ agreement: z.enum(['none', 'given', 'declined']), turns: z.array(turnSchema) })
})

export const postTurn = endpoint({
  method: 'POST',
  path: '/v1/me/turns',
  access: 'person',
  params: none,
  query: none,
  /** `turnId` is made by the client, so that sending twice stores once. */
  body: z.object({ turnId: z.string().min(8).max(64), text: z.string().trim().min(1).max(4000) }),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('turn'), turns: z.array(turnSchema) }),
    z.object({ kind: z.literal('crisis'), turns: z.array(turnSchema) }),
    z.object({ kind: z.literal('needsAgreement') })
  ])
})

export const decideAgreementEndpoint = endpoint({
  method: 'POST',
  path: '/v1/me/agreement',
  access: 'person',
  params: none,
  query: none,
  body: z.object({ decision: z.enum(['given', 'declined']) }),
  answer: z.object({ agreement: z.enum(['given', 'declined']) })
})

export const getPlans = endpoint({
  method: 'GET',
  path: '/v1/me/plans',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ plans: z.array(planSchema) })
})

export const closePlanEndpoint = endpoint({
  method: 'POST',
  path: '/v1/me/plans/:planId/outcome',
  access: 'person',
  params: z.object({ planId: z.string() }),
  query: none,
  body: z.object({ outcome: z.enum(['kept', 'missed', 'dropped']) }),
  answer: planSchema
})
