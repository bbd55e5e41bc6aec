/** Every button on our cards, as it comes back. A button of a personal card says in `to` whose it is. */
import { z } from 'zod'
import { focusAreaSchema, nudgeAnswerSchema } from '../api/contract/nudges.ts'
import { pulseAnswerSchema, pulseQuestionSchema } from '../api/contract/pulse.ts'

const to = z.string()
const at = z.coerce.number().int().min(0).max(99)

export const pressSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('agreement'),
    /** `version`: of the text on the card; the first ones did not say. */
    data: z.object({
      to,
      decision: z.enum(['given', 'declined']),
      version: z.int().default(1),
      /** The service of a language model that the card named. */
      modelService: z.string().optional(),
      experimentId: z.string().optional()
    })
  }),
  z.object({
    verb: z.literal('experiment'),
    data: z.object({ to, experimentId: z.string(), choice: z.enum(['in', 'out']) })
  }),
  z.object({ verb: z.literal('focus'), data: z.object({ to, choice: z.union([focusAreaSchema, z.literal('skip')]) }) }),
  z.object({
    verb: z.literal('hours'),
    data: z.object({ to, choice: z.enum(['fits', 'mornings', 'afternoons', 'skip']) })
  }),
  z.object({ verb: z.literal('language'), data: z.object({ to, choice: z.enum(['en', 'es', 'skip']) }) }),
  z.object({
    verb: z.literal('firstPlan'),
    data: z.object({ to, at, choice: z.enum(['take', 'next', 'own', 'later', 'back']) })
  }),
  z.object({
    verb: z.literal('ownPlan'),
    data: z.object({ to, at, cue: z.string().optional(), action: z.string().optional() })
  }),
  z.object({ verb: z.literal('nudge'), data: z.object({ to, nudgeId: z.string(), answer: nudgeAnswerSchema }) }),
  z.object({
    verb: z.literal('pulse'),
    data: z.object({
      to,
      nudgeId: z.string(),
      press: z.union([
        z.enum(['skip', 'never']),
        z.object({ question: pulseQuestionSchema, answer: pulseAnswerSchema })
      ])
    })
  }),
  z.object({
    verb: z.literal('plan'),
    data: z.object({ to, planId: z.string(), choice: z.enum(['accept', 'change', 'kept', 'missed', 'dropped']) })
  }),
  z.object({
    verb: z.literal('again'),
    data: z.object({ to, conversationId: z.string(), activityId: z.string() })
  }),
  z.object({
    verb: z.literal('erase'),
    /** The first cards named no erasure: each press of theirs is one. */
    data: z.object({ to, choice: z.enum(['erase', 'keep']), erasureId: z.string().max(64).optional() })
  }),
  z.object({ verb: z.literal('connect') }),
  z.object({ verb: z.literal('connectCode'), data: z.object({ linkId: z.string(), code: z.string() }) }),
  z.object({
    verb: z.literal('hrChannel'),
    data: z.object({ channelId: z.string(), decision: z.enum(['confirmed', 'removed']) })
  })
])
export type Press = z.output<typeof pressSchema>
