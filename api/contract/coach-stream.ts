/** What stays open: the person's stream of everything that happens in their conversations, and a session that leaves no trace. */
import { z } from 'zod'
import { citationSchema, turnSchema } from './coach.ts'
import { endpoint } from './endpoint.ts'

const none = z.object({})

/**
 * Server-sent events for the caller, on all their devices. `id` is a position: whoever comes back with it, as `Last-Event-ID` or
 * `after`, misses nothing and may be told the newest again.
 */
export const streamCoach = endpoint({
  method: 'GET',
  path: '/v1/me/stream',
  access: 'person',
  params: none,
  query: z.object({ after: z.coerce.number().int().min(0).optional() }),
  body: none,
  answer: none
})

/** `turn`: new or other than before, whole. `part`: goes on with an answer. `reset`: read everything anew. */
export const coachEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('turn'), turn: turnSchema }),
  z.object({
    kind: z.literal('part'),
    messageId: z.string(),
    conversationId: z.string(),
    ordinal: z.int(),
    text: z.string()
  }),
  z.object({ kind: z.literal('reset'), position: z.int() })
])
export type CoachEvent = z.infer<typeof coachEventSchema>

/** Nothing of it is stored: `sealed` is all that the server knows of this session, and only its caller's own opens. */
export const privateTurn = endpoint({
  method: 'POST',
  path: '/v1/me/private-turns',
  access: 'person',
  params: none,
  query: none,
  body: z.object({ text: z.string().trim().min(1).max(4000), sealed: z.string().max(200_000).optional() }),
  answer: none
})

/** `end` comes last; a plan is kept only when the person says so. */
export const privateEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('part'), text: z.string() }),
  /** The engine failed and the scripted coach begins anew. */
  z.object({ kind: z.literal('again') }),
  z.object({
    kind: z.literal('end'),
    from: z.enum(['coach', 'human']),
    engine: z.string().nullable(),
    degraded: z.boolean(),
    plan: z
      .object({
        cue: z.string(),
        action: z.string(),
        when: z.enum(['today', 'tomorrow', 'three_days', 'next_week', 'never'])
      })
      .nullable(),
    citations: z.array(citationSchema).default([]),
    sealed: z.string()
  }),
  z.object({ kind: z.literal('needsAgreement') }),
  z.object({ kind: z.literal('expired') }),
  z.object({ kind: z.literal('failed') })
])
export type PrivateEvent = z.infer<typeof privateEventSchema>
