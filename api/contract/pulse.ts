/** Two questions a month: did coaching help at work? A person's answers are theirs; the company hears counts of groups. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const pulseQuestionSchema = z.enum(['helped', 'changed'])
export type PulseQuestion = z.infer<typeof pulseQuestionSchema>
export const PULSE_QUESTIONS = pulseQuestionSchema.options

export const pulseAnswerSchema = z.enum(['yes', 'partly', 'no'])
export type PulseAnswer = z.infer<typeof pulseAnswerSchema>
export const PULSE_ANSWERS = pulseAnswerSchema.options

const pulseSchema = z.object({
  /** `YYYY-MM`, the month that it is where they are. */
  month: z.string(),
  helped: pulseAnswerSchema.nullable(),
  changed: pulseAnswerSchema.nullable(),
  /** False: they want no message about it. They may answer all the same. */
  asked: z.boolean()
})
export type PulseView = z.output<typeof pulseSchema>

const none = z.object({})
/** Null before a yes to the coach: there is nothing to say yet. */
const answer = z.object({ pulse: pulseSchema.nullable() })

export const getMyPulse = endpoint({
  method: 'GET',
  path: '/v1/me/pulse',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer
})

/** Only what is named changes; null takes an answer back. */
export const changeMyPulse = endpoint({
  method: 'PATCH',
  path: '/v1/me/pulse',
  access: 'person',
  params: none,
  query: none,
  body: z.strictObject({
    helped: pulseAnswerSchema.nullish(),
    changed: pulseAnswerSchema.nullish(),
    asked: z.boolean().optional()
  }),
  answer
})
