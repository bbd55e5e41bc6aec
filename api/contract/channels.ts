/** Whether a person can be reached, which channels receive reports, and what became of each attempt to reach somebody. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { timezoneSchema } from './timezone.ts'

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

export const HR_CHANNEL_PROBLEMS = [
  'deleted',
  'team_deleted',
  'app_removed',
  'not_found',
  'disabled',
  'refused',
  /** Nobody saw whether the last post arrived. It is not repeated by itself: a channel would read it twice. */
  'unclear'
] as const

const hrChannelSchema = z.object({
  channelId: z.string(),
  name: z.string().nullable(),
  teamName: z.string().nullable(),
  state: z.enum(['candidate', 'confirmed', 'removed']),
  /** Null until Teams has told. */
  kind: z.enum(['standard', 'private', 'shared']).nullable(),
  /** People who can read there, as Teams told when the channel was offered. */
  members: z.int().nullable(),
  /** Why nothing can be posted there now. */
  problem: z.enum(HR_CHANNEL_PROBLEMS).nullable(),
  problemAt: z.iso.datetime().nullable(),
  lastPostedAt: z.iso.datetime().nullable(),
  /** Null: the company's. */
  timezone: z.string().nullable(),
  /** Null: the company's. */
  locale: z.enum(['en', 'es']).nullable()
})
export type HrChannelView = z.output<typeof hrChannelSchema>

export const getHrChannels = endpoint({
  method: 'GET',
  path: '/v1/hr-channels',
  access: 'hr',
  params: none,
  query: none,
  body: none,
  /** The company's own, which hold where a channel has none. */
  answer: z.object({ channels: z.array(hrChannelSchema), timezone: z.string(), locale: z.string() })
})

/** Reports go to confirmed channels only; the card that the bot posted there asks the same. */
export const decideHrChannel = endpoint({
  method: 'PUT',
  path: '/v1/hr-channels/:channelId',
  access: 'hr',
  params: z.object({ channelId: z.string().max(64) }),
  query: none,
  body: z.object({ decision: z.enum(['confirmed', 'removed']) }),
  answer: none
})

/** `null` takes the company's. */
export const putHrChannelZone = endpoint({
  method: 'PUT',
  path: '/v1/hr-channels/:channelId/timezone',
  access: 'hr',
  params: z.object({ channelId: z.string().max(64) }),
  query: none,
  body: z.object({ timezone: timezoneSchema.nullable() }),
  answer: none
})

/** `null` takes the company's. */
export const putHrChannelLocale = endpoint({
  method: 'PUT',
  path: '/v1/hr-channels/:channelId/locale',
  access: 'hr',
  params: z.object({ channelId: z.string().max(64) }),
  query: none,
  body: z.object({ locale: z.enum(['en', 'es']).nullable() }),
  answer: none
})

/** The newest report once more, at most once an hour; `posted` is false where there is none yet. */
export const postToHrChannel = endpoint({
  method: 'POST',
  path: '/v1/hr-channels/:channelId/posts',
  access: 'hr',
  params: z.object({ channelId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ posted: z.boolean() })
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
        /** What the channel answered, as status and code. */
        detail: z.string().nullable(),
        at: z.iso.datetime()
      })
    )
  })
})
