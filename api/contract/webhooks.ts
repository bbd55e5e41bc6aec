/** What happens in a company, told to its own systems as Standard Webhooks: who is told of what, and what arrived. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

/** Never what one person says, answers or uses. */
export const WEBHOOK_EVENTS = [
  'person.joined',
  'person.left',
  'course.enrolled',
  'course.completed',
  'report.made',
  'company.leaving'
] as const
const events = z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length)
const url = z.url({ protocol: /^https?$/u }).max(500)

/** Why an attempt did not arrive; null when it did. */
const problem = z.enum(['unreachable', 'late', 'refused', 'forbidden_address']).nullable()

const endpointView = z.object({
  endpointId: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  /** `disabled`: nothing arrived for days, or it said that it is gone. */
  state: z.enum(['active', 'paused', 'disabled']),
  madeAt: z.iso.datetime(),
  failingSince: z.iso.datetime().nullable(),
  /** Until then the secret before signs too. */
  formerSecretUntil: z.iso.datetime().nullable(),
  waiting: z.int(),
  last: z.object({ at: z.iso.datetime(), status: z.int().nullable(), problem }).nullable()
})
export type WebhookEndpointView = z.output<typeof endpointView>

const list = z.object({ endpoints: z.array(endpointView) })
const one = z.object({ endpointId: z.string().max(64) })

export const listWebhooks = endpoint({
  method: 'GET',
  path: '/v1/admin/webhooks',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: list
})

/** The secret (`whsec_…`) is in this answer and in no other. */
export const addWebhook = endpoint({
  method: 'POST',
  path: '/v1/admin/webhooks',
  access: 'it',
  params: none,
  query: none,
  body: z.object({ url, events }),
  answer: z.object({ endpoint: endpointView, secret: z.string() })
})

/** `active` again begins anew: what failed meanwhile stays failed and can be sent again. */
export const changeWebhook = endpoint({
  method: 'PUT',
  path: '/v1/admin/webhooks/:endpointId',
  access: 'it',
  params: one,
  query: none,
  body: z.object({ url, events, active: z.boolean() }),
  answer: list
})

export const removeWebhook = endpoint({
  method: 'DELETE',
  path: '/v1/admin/webhooks/:endpointId',
  access: 'it',
  params: one,
  query: none,
  body: none,
  answer: list
})

/** A new secret; the one before signs beside it for a day. */
export const rotateWebhookSecret = endpoint({
  method: 'POST',
  path: '/v1/admin/webhooks/:endpointId/secret',
  access: 'it',
  params: one,
  query: none,
  body: none,
  answer: z.object({ secret: z.string(), formerUntil: z.iso.datetime() })
})

/** Sends `webhook.test` now and says what came back. */
export const tryWebhook = endpoint({
  method: 'POST',
  path: '/v1/admin/webhooks/:endpointId/test',
  access: 'it',
  params: one,
  query: none,
  body: none,
  answer: z.object({ status: z.int().nullable(), problem, ms: z.int() })
})

/** Newest first; `before` is the `next` of the page before. Bodies are not in the log. */
export const listWebhookDeliveries = endpoint({
  method: 'GET',
  path: '/v1/admin/webhooks/:endpointId/deliveries',
  access: 'it',
  params: one,
  query: z.object({
    before: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20)
  }),
  body: none,
  answer: z.object({
    deliveries: z.array(
      z.object({
        messageId: z.string(),
        type: z.string(),
        state: z.enum(['waiting', 'delivered', 'failed']),
        at: z.iso.datetime(),
        attempts: z.int(),
        status: z.int().nullable(),
        problem,
        ms: z.int().nullable(),
        triedAt: z.iso.datetime().nullable(),
        /** Of a waiting one: when it is tried next. */
        nextAt: z.iso.datetime().nullable()
      })
    ),
    next: z.string().nullable()
  })
})

export const sendWebhookAgain = endpoint({
  method: 'POST',
  path: '/v1/admin/webhooks/:endpointId/deliveries/:messageId/again',
  access: 'it',
  params: one.extend({ messageId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ queued: z.literal(true) })
})
