/** A person's own nudges: what came or will come, why, and the one-tap answers. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { timezoneSchema } from './timezone.ts'

export const nudgeAnswerSchema = z.enum(['done', 'later_today', 'next_week', 'not_relevant', 'fewer', 'pause', 'stop'])
export type NudgeAnswer = z.infer<typeof nudgeAnswerSchema>

/** What became of a nudge; of a question about a plan also that it has not happened, or is let go. */
const givenAnswerSchema = z.enum([...nudgeAnswerSchema.options, 'not_yet', 'dropped'])
export type GivenAnswer = z.infer<typeof givenAnswerSchema>

/** By which way a nudge came: the bot's chat, Teams' activity feed, mail. */
export const rungSchema = z.enum(['chat', 'feed', 'mail'])
export type Rung = z.infer<typeof rungSchema>

export const nudgeSchema = z.object({
  nudgeId: z.string(),
  kind: z.enum([
    'welcome',
    'first_plan',
    'tip',
    'course',
    'moment',
    're_engage',
    'campaign',
    'follow_up',
    'check_in',
    'test',
    'pulse'
  ]),
  /** One small action, a verb first. */
  action: z.string(),
  whyYou: z.string(),
  whyNow: z.string(),
  evidence: z.string(),
  dataUsed: z.array(z.string()),
  state: z.enum(['planned', 'queued', 'sent', 'answered', 'held', 'cancelled', 'failed', 'unreachable', 'expired']),
  answer: givenAnswerSchema.nullable(),
  /** The plan that it asks about, and that an answer closes. */
  planId: z.string().nullable(),
  dueAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  rung: rungSchema.nullable()
})
export type NudgeView = z.infer<typeof nudgeSchema>

const none = z.object({})

/** What people may want to grow in; content names the one it serves. */
export const focusAreaSchema = z.enum([
  'one_to_ones',
  'feedback',
  'delegation',
  'priorities',
  'hard_conversations',
  'recognition',
  'focus_time',
  'energy',
  'learning'
])
export type FocusArea = z.infer<typeof focusAreaSchema>

/** Who said so: the person, their Teams, the company's directory, or the company for everybody. */
export const choiceSourceSchema = z.enum(['person', 'teams', 'directory', 'company'])
export type ChoiceSource = z.infer<typeof choiceSourceSchema>

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time such as 09:30')
const hoursSchema = z.object({ start: wallTime, end: wallTime, days: z.array(z.int().min(1).max(7)).min(1).max(7) })
const coachLocaleSchema = z.enum(['en', 'es'])
const perWeekSchema = z.int().min(0).max(5)

/** What holds for a person now, and who said so. */
export const nudgePreferencesSchema = z.object({
  /** At most so many a week that the person did not ask for. */
  perWeek: perWeekSchema,
  /** Most wanted first. */
  focus: z.array(focusAreaSchema),
  /** When messages may come. `days`: 1 is Monday. */
  hours: hoursSchema.extend({ source: choiceSourceSchema }),
  /** Outside of it nothing comes, whatever anybody chooses: the right to disconnect where they work. `24:00` ends no day early. */
  frame: z.object({
    start: z.string(),
    end: z.string(),
    law: z.string().nullable(),
    /** A works agreement of the company says so too. */
    agreement: z.boolean()
  }),
  /** Days on which nothing comes to anybody of the company: public holidays where they work, and the next of its own. */
  quiet: z.object({ publicHolidays: z.boolean(), next: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })) }),
  zone: z.object({ timezone: z.string(), source: choiceSourceSchema }),
  language: z.object({ locale: coachLocaleSchema, source: choiceSourceSchema }),
  /** The first local day on which they are back. */
  awayUntil: z.iso.date().nullable(),
  pausedUntil: z.iso.datetime().nullable(),
  stopped: z.boolean(),
  /** Whether the first questions were answered or skipped. */
  settled: z.boolean(),
  /** The day it is where they are. */
  today: z.iso.date()
})
export type NudgePreferences = z.infer<typeof nudgePreferencesSchema>

/** Only what is named changes; null takes a choice back. */
export const preferenceChangeSchema = z.strictObject({
  perWeek: perWeekSchema.optional(),
  focus: z.array(focusAreaSchema).max(3).optional(),
  hours: hoursSchema.refine(({ start, end }) => start < end, 'an end later than the start').nullish(),
  timezone: timezoneSchema.nullish(),
  locale: coachLocaleSchema.nullish(),
  awayUntil: z.iso.date().nullish(),
  pausedUntil: z.iso.datetime().nullish(),
  stopped: z.boolean().optional(),
  settled: z.literal(true).optional()
})
export type PreferenceChange = z.infer<typeof preferenceChangeSchema>

export const getNudgePreferences = endpoint({
  method: 'GET',
  path: '/v1/me/nudge-preferences',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: nudgePreferencesSchema
})

export const changeNudgePreferences = endpoint({
  method: 'PATCH',
  path: '/v1/me/nudge-preferences',
  access: 'person',
  params: none,
  query: none,
  body: preferenceChangeSchema,
  answer: nudgePreferencesSchema
})

const kindSchema = nudgeSchema.shape.kind

/** Why something else did not come instead: it has a moment of its own, or the reason that kept it from one. */
const whyNotSchema = z.enum(['own_moment', 'silence', 'not_yet', 'too_late', 'budget', 'no_window'])

/** They left or lost access, had not agreed, said no; what it was about is done; whoever wanted it took it back. */
const whyNotSentSchema = z.enum(['left', 'not_agreed', 'declined', 'done', 'withdrawn'])
export type WhyNotSent = z.infer<typeof whyNotSentSchema>

/** What decided a nudge, as it was at that moment. */
export const nudgeReceiptSchema = z.object({
  nudge: nudgeSchema,
  /** Which rule wanted it, such as `library` or `course.half`, and each datum it used. */
  rule: z.string(),
  data: z.array(z.object({ name: z.string(), value: z.string() })),
  decidedAt: z.iso.datetime(),
  zone: nudgePreferencesSchema.shape.zone,
  /** The hours that were open, after the country's and the company's limits. */
  window: z.object({ start: z.string(), end: z.string(), days: z.array(z.int()), country: z.string() }),
  /** `half`: two in a row had gone unanswered. `ask`: four had. */
  budget: z.object({ perWeek: z.int(), sentInWeek: z.int(), pace: z.enum(['full', 'half', 'ask']) }),
  considered: z.array(
    z.object({
      kind: kindSchema,
      contentId: z.string().nullable(),
      whyNot: whyNotSchema,
      dueAt: z.iso.datetime().nullable()
    })
  ),
  /** Null for what went out or may. */
  whyNotSent: whyNotSentSchema.nullable()
})
export type NudgeReceipt = z.infer<typeof nudgeReceiptSchema>

export const getNudgeReceipt = endpoint({
  method: 'GET',
  path: '/v1/me/nudges/:nudgeId/receipt',
  access: 'person',
  params: z.object({ nudgeId: z.string() }),
  query: none,
  body: none,
  answer: nudgeReceiptSchema
})

export const getNudges = endpoint({
  method: 'GET',
  path: '/v1/me/nudges',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    nudges: z.array(nudgeSchema),
    /** What became of those that were handed to a channel. `unclear`: attempts that may have arrived although nobody saw the answer. */
    deliveries: z.array(
      z.object({
        nudgeId: z.string(),
        state: z.enum(['queued', 'sending', 'sent', 'failed', 'unreachable', 'cancelled']),
        reason: z.string().nullable(),
        unclear: z.number().int()
      })
    ),
    budget: z.object({ perWeek: z.number().int(), pausedUntil: z.iso.datetime().nullable(), stopped: z.boolean() })
  })
})

export const answerNudgeEndpoint = endpoint({
  method: 'POST',
  path: '/v1/me/nudges/:nudgeId/answer',
  access: 'person',
  params: z.object({ nudgeId: z.string() }),
  query: none,
  /** `until`: of a pause, the first local day on which messages may come again; two weeks without it. */
  body: z.object({ answer: nudgeAnswerSchema, until: z.iso.date().optional() }),
  answer: nudgeSchema
})
