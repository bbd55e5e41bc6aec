/** Whether a person can be reached, which channels receive reports, and what became of each attempt to reach somebody. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

export const getReach = endpoint({
  method: 'GET',
  path: '/v1/me/reach',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ teams: z.boolean(), agreement: z.enum(['none', 'given', 'declined']) })
})

export const getHrChannels = endpoint({
  method: 'GET',
  path: '/v1/hr-channels',
  access: 'hr',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    channels: z.array(
      z.object({
        channelId: z.string(),
        name: z.string().nullable(),
        state: z.enum(['candidate', 'confirmed', 'removed'])
      })
    )
  })
})

/** For CI's operators: states and reasons, never content. */
export const getDeliveries = endpoint({
  method: 'GET',
  path: '/v1/operator/organizations/:organizationId/deliveries',
  access: 'operator',
  params: z.object({ organizationId: z.string() }),
  query: z.object({ personId: z.string().optional() }),
  body: none,
  answer: z.object({
    deliveries: z.array(
      z.object({
        deliveryId: z.string(),
        personId: z.string().nullable(),
        channelId: z.string().nullable(),
        kind: z.string(),
        state: z.enum(['queued', 'sending', 'sent', 'failed', 'unreachable', 'cancelled']),
        attempts: z.number().int(),
        /** Attempts that may have arrived although nobody saw the answer. */
        unclear: z.number().int(),
        reason: z.string().nullable(),
        at: z.iso.datetime()
      })
    )
  })
})
