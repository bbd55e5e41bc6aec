/** The coach's thread and plans, as the tab sees them. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const surfaceSchema = z.enum(['teams', 'tab', 'web', 'lms'])
export type Surface = z.infer<typeof surfaceSchema>

/** `cut`: whoever made the answer is gone. What failed or was cut can be tried again. */
export const turnStateSchema = z.enum(['answering', 'done', 'stopped', 'failed', 'cut'])
export type TurnState = z.infer<typeof turnStateSchema>

export const markSchema = z.enum(['helpful', 'wrong', 'harmful'])
export type Mark = z.infer<typeof markSchema>

/** What an answer quotes of the company's own material, as it stood there then. */
export const citationSchema = z.object({ title: z.string(), materialId: z.string(), quote: z.string() })
export type Citation = z.infer<typeof citationSchema>

export const turnSchema = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  /** As its own window named it, where a window of ours did. */
  turnId: z.string().nullable(),
  from: z.enum(['person', 'coach', 'human']),
  /** `human`: words written by people for a crisis; `coach`: generated, always shown with the AI label. */
  text: z.string(),
  surface: surfaceSchema,
  at: z.iso.datetime(),
  state: turnStateSchema,
  /** How many parts `text` holds, while it is being answered: the stream goes on with the part of this number. */
  parts: z.int(),
  /** Which engine said it; null for words of people. */
  engine: z.string().nullable(),
  /** The usual engine did not answer, and the scripted coach did in its place. */
  degraded: z.boolean(),
  /** The plan that the person settled in this turn. */
  planId: z.string().nullable(),
  citations: z.array(citationSchema).default([]),
  /** What the person thought of it. */
  mark: markSchema.nullable()
})
export type Turn = z.infer<typeof turnSchema>

export const planSchema = z.object({
  planId: z.string(),
  /** "If …" without the word if. */
  cue: z.string(),
  /** "then I will …" without those words. */
  action: z.string(),
  state: z.enum(['open', 'kept', 'missed', 'dropped']),
  /** The day and time that the cue stands for, where the person named them. */
  cueAt: z.iso.datetime().nullable(),
  followUpAt: z.iso.datetime().nullable(),
  madeAt: z.iso.datetime()
})
export type PlanView = z.infer<typeof planSchema>

const none = z.object({})

export const conversationSchema = z.object({
  conversationId: z.string(),
  /** The person's own words; null while nothing was said. */
  title: z.string().nullable(),
  lastAt: z.iso.datetime()
})
export type ConversationView = z.infer<typeof conversationSchema>

/** What the coach's page asks for first. */
export const FIRST_THREAD = { limit: 200 }

/** Of one conversation; of the newest when none is named. */
export const getThread = endpoint({
  method: 'GET',
  path: '/v1/me/thread',
  access: 'person',
  params: none,
  query: z.object({
    conversationId: z.string().optional(),
    /** The oldest message that is known already: what was said before it. */
    before: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional()
  }),
  body: none,
  answer: z.object({
    agreement: z.enum(['none', 'given', 'declined']),
    conversation: conversationSchema.nullable(),
    /** Where the stream goes on from what this answer holds. */
    position: z.int(),
    turns: z.array(turnSchema),
    /** Whether older ones are there. */
    more: z.boolean()
  })
})

export const postTurn = endpoint({
  method: 'POST',
  path: '/v1/me/turns',
  access: 'person',
  params: none,
  query: none,
  /** `turnId` is made by the client, so that sending twice stores once. Without a conversation the newest goes on. */
  body: z.object({
    turnId: z.string().min(8).max(64),
    text: z.string().trim().min(1).max(4000),
    conversationId: z.string().optional()
  }),
  /** The question and its answer as it is after two seconds at most; the stream brings the rest. */
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('turn'), turns: z.array(turnSchema) }),
    z.object({ kind: z.literal('crisis'), turns: z.array(turnSchema) }),
    z.object({ kind: z.literal('human'), turns: z.array(turnSchema) }),
    z.object({ kind: z.literal('needsAgreement') })
  ])
})

const aboutTurn = { access: 'person', params: z.object({ messageId: z.string() }), query: none } as const

/** What was said so far stays. Stopping what has ended changes nothing. */
export const stopTurn = endpoint({
  ...aboutTurn,
  method: 'POST',
  path: '/v1/me/turns/:messageId/stop',
  body: none,
  answer: z.object({ turn: turnSchema })
})

/** Another try at an answer that failed or was cut. */
export const retryTurn = endpoint({
  ...aboutTurn,
  method: 'POST',
  path: '/v1/me/turns/:messageId/retry',
  body: none,
  answer: z.object({ turn: turnSchema })
})

/** What people's words say to what somebody typed beside the conversation. */
const saidByPeople = z.object({ kind: z.enum(['crisis', 'human']), text: z.string() }).nullable()

export type MarkHeard = z.infer<typeof saidByPeople>

/**
 * `text`: what was wrong, in the person's words; sealed as the conversation is. The same mark without it leaves the words that are there.
 * Words of danger are answered and not kept; the mark is.
 */
export const markTurn = endpoint({
  ...aboutTurn,
  method: 'PUT',
  path: '/v1/me/turns/:messageId/mark',
  body: z.object({ mark: markSchema, text: z.string().trim().max(2000).optional() }),
  answer: z.object({ mark: markSchema, said: saidByPeople })
})

/** In pages, newest first; `before` is the `next` of the page before. */
export const getConversations = endpoint({
  method: 'GET',
  path: '/v1/me/conversations',
  access: 'person',
  params: none,
  /** `find`: in titles and in what was said, whatever the case or the accents. */
  query: z.object({ find: z.string().trim().max(200).optional(), before: z.string().max(120).optional() }),
  body: none,
  answer: z.object({
    conversations: z.array(conversationSchema.extend({ excerpt: z.string().nullable() })),
    /** Null when nothing older is left. While something is looked for, older words may be left where nothing was found yet. */
    next: z.string().nullable()
  })
})

/** An untouched one is given again. */
export const newConversation = endpoint({
  method: 'POST',
  path: '/v1/me/conversations',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: conversationSchema
})

const aboutConversation = {
  access: 'person',
  path: '/v1/me/conversations/:conversationId',
  params: z.object({ conversationId: z.string() }),
  query: none
} as const

export const renameConversation = endpoint({
  ...aboutConversation,
  method: 'PUT',
  body: z.object({ title: z.string().trim().min(1).max(120) }),
  answer: conversationSchema
})

/** With all that was said in it; plans stay. */
export const deleteConversation = endpoint({
  ...aboutConversation,
  method: 'DELETE',
  body: none,
  answer: z.object({ messages: z.int() })
})

/** Whom somebody can talk to instead: lines of the company and of the person's country, words written by people. */
export const getHumanRoutes = endpoint({
  method: 'GET',
  path: '/v1/me/human-routes',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    lines: z.array(z.object({ name: z.string(), contact: z.string() })),
    /** The company's own: each is the person's choice, and nobody is told of it. */
    routes: z.array(z.object({ name: z.string(), contact: z.string() })),
    sponsor: z.object({ name: z.string(), title: z.string() }).nullable()
  })
})

const agreementTextSchema = z.object({
  version: z.int(),
  /** The service whose language model answers, as the text names it; null: it names none. */
  modelService: z.string().nullable(),
  lines: z.array(z.string())
})

/** The text as it stands now, and the one that the person last decided about, word for word. */
export const getAgreement = endpoint({
  method: 'GET',
  path: '/v1/me/agreement',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    agreement: z.enum(['none', 'given', 'declined']),
    current: agreementTextSchema,
    decided: agreementTextSchema
      .extend({ decision: z.enum(['given', 'declined']), surface: z.string(), at: z.iso.datetime() })
      .nullable()
  })
})

export const decideAgreementEndpoint = endpoint({
  method: 'POST',
  path: '/v1/me/agreement',
  access: 'person',
  params: none,
  query: none,
  /** `modelService` of the text that was read. @throws `conflict`, reason `text_changed`, for a yes to another text than the current one. */
  body: z.object({ decision: z.enum(['given', 'declined']), modelService: z.string().max(400).nullish() }),
  answer: z.object({ agreement: z.enum(['given', 'declined']) })
})

export const getPlans = endpoint({
  method: 'GET',
  path: '/v1/me/plans',
  access: 'person',
  params: none,
  query: none,
  body: none,
  /** `due`: open, and to be asked about today or before, where the person is. */
  answer: z.object({ plans: z.array(planSchema.extend({ due: z.boolean() })) })
})

const whenSchema = z.enum(['today', 'tomorrow', 'three_days', 'next_week', 'never'])
const planWords = { cue: z.string().trim().min(3).max(200), action: z.string().trim().min(3).max(200) }

/** By the person's own clock, wherever they are when it is read. Within a year. @throws `bad_request`, reason `cue_out_of_range`. */
const cueOnSchema = z.object({ day: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u) })
export type CueOn = z.infer<typeof cueOnSchema>

/** The plan as it is kept now, and what people's words say to its own; words of danger are answered and not kept. */
const planHeard = z.object({
  plan: planSchema.nullable(),
  said: saidByPeople
})

/** `planId` is made by the client, so that keeping twice keeps one. With `cueOn`, `when` counts from there. */
export const keepPlan = endpoint({
  method: 'POST',
  path: '/v1/me/plans',
  access: 'person',
  params: none,
  query: none,
  body: z.object({
    planId: z.string().regex(/^pln_[\w-]{8,64}$/u),
    ...planWords,
    when: whenSchema,
    cueOn: cueOnSchema.nullish()
  }),
  answer: planHeard
})

const aboutPlan = { access: 'person', params: z.object({ planId: z.string() }), query: none } as const

/** What is left out stays; a new `when` asks anew, from now or from the cue's moment, before which nothing is asked. Only an open plan can be changed. */
export const changePlanEndpoint = endpoint({
  ...aboutPlan,
  method: 'PUT',
  path: '/v1/me/plans/:planId',
  body: z.object({ ...planWords, when: whenSchema, cueOn: cueOnSchema.nullable() }).partial(),
  answer: planHeard
})

/** A file for any calendar: the plan at its cue's moment. @throws `conflict`, reason `no_cue_moment`, without one. */
export const planCalendar = endpoint({
  ...aboutPlan,
  method: 'GET',
  path: '/v1/me/plans/:planId/calendar.ics',
  body: none,
  answer: none
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
