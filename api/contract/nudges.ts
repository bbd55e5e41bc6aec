/** A person's own nudges: what came or will come, why, and the one-tap answers. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const nudgeAnswerSchema = z.enum(['done', 'later_today', 'next_week', 'not_relevant', 'fewer', 'pause', 'stop'])
export type NudgeAnswer = z.infer<typeof nudgeAnswerSchema>

export const nudgeSchema = z.object({
  nudgeId: z.string(),
  kind: z.enum(['welcome', 'tip', 'follow_up']),
  /** One small action, a verb first. */
  action: z.string(),
  whyYou: z.string(),
  whyNow: z.string(),
  evidence: z.string(),
  dataUsed: z.array(z.string()),
  state: z.enum(['planned', 'queued', 'sent', 'answered', 'held', 'cancelled', 'failed', 'unreachable', 'expired']),
  answer: nudgeAnswerSchema.nullable(),
  dueAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable()
})
export type NudgeView = z.infer<typeof nudgeSchema>

const none = z.object({})

export const getNudges = endpoint({
  method: 'GET',
  path: '/v1/me/nudges',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    nudges: z.array(nudgeSchema),
    budget: z.object({ perWeek: z.number().int(), pausedUntil: z.iso.datetime().nullable(), stopped: z.boolean() })
  })
})

export const answerNudgeEndpoint = endpoint({
  method: 'POST',
  path: '/v1/me/nudges/:nudgeId/answer',
  access: 'person',
  params: z.object({ nudgeId: z.string() }),
  query: none,
  body: z.object({ answer: nudgeAnswerSchema }),
  answer: nudgeSchema
})
