/** Whether unasked nudges help: what could be found out, what was, at what cost. Figures have passed the gate of reports; nobody learns who is held out. */
import { z } from 'zod'
import { cellSchema } from './cell.ts'
import { endpoint } from './endpoint.ts'

const none = z.object({})

const outcome = z.enum(['plan', 'course', 'session'])

export const EXPERIMENT_COSTS = [
  'stopped',
  'fewer',
  'paused',
  'not_relevant',
  'blocked',
  'uninstalled',
  'declined',
  'left_experiment'
] as const

/** A difference in points with the ends of its interval; null where a figure behind it is blank or only a bound. */
const lift = z.object({ points: z.number(), low: z.number(), high: z.number() }).nullable()

const pair = z.object({ nudged: cellSchema, held: cellSchema, lift })

const look = z.object({
  madeAt: z.iso.datetime(),
  /** Counted from 1; null when the registered cost halted it. */
  number: z.number().int().nullable(),
  /** `blocked`: the arms are not as they were drawn, and nothing may be read from them. */
  verdict: z.enum(['helps', 'harms', 'not_enough', 'blocked', 'halted']),
  /** How sure an interval of this look is, in percent, so that all looks together are 95 % sure. */
  surePercent: z.number(),
  /** Who had a moment, of those who take part. */
  people: cellSchema,
  outcomes: z.array(pair.extend({ outcome, isPrimary: z.boolean() })),
  /** Of the primary outcome, by week since each person joined. */
  weeks: z.array(pair.extend({ week: z.number().int() })),
  costs: z.array(pair.extend({ cost: z.enum(EXPERIMENT_COSTS) })),
  /** One nudge sent against one left out by chance; null where every one is sent. */
  single: lift
})
export type ExperimentLook = z.infer<typeof look>

export const experimentViewSchema = z.object({
  experimentId: z.string(),
  primary: outcome,
  holdoutPercent: z.number().int(),
  sendPercent: z.number().int(),
  weeks: z.number().int(),
  costPoints: z.number().int(),
  state: z.enum(['running', 'halted', 'ended']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** When figures are made: between these nothing new is shown. */
  looksAt: z.array(z.iso.datetime()),
  /** Who said yes so far. */
  people: cellSchema,
  look: look.nullable()
})
export type ExperimentView = z.infer<typeof experimentViewSchema>

export const offerSchema = z.object({
  primary: outcome,
  holdoutPercent: z.number().int(),
  weeks: z.number().int(),
  /** What its last look could find, in points; null with too few people for anything. */
  points: z.number().nullable(),
  /** When it could first find five points; null: not with the people there are. */
  foundAt: z.iso.datetime().nullable()
})
export type ExperimentOffer = z.infer<typeof offerSchema>

export const getExperiments = endpoint({
  method: 'GET',
  path: '/v1/experiments',
  access: 'hr',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    /** Newest first; at most one is not ended. */
    experiments: z.array(experimentViewSchema),
    agreed: cellSchema,
    offers: z.array(offerSchema),
    /** The sentence that people will read, in the caller's language, with `{percent}` for the share. */
    disclosure: z.string()
  })
})

/** Refused with `conflict` where it could not find five points within its time, or while another one is on. */
export const startExperimentEndpoint = endpoint({
  method: 'POST',
  path: '/v1/experiments',
  access: 'hr',
  params: none,
  query: none,
  body: z.object({
    primary: outcome,
    holdoutPercent: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(20)]),
    weeks: z.union([z.literal(12), z.literal(26), z.literal(52)]),
    /** How many of a hundred moments of those who get nudges bring one; the rest are left out by chance. */
    sendPercent: z.number().int().min(50).max(100).default(100),
    /** It halts by itself when nudges drive away more people than this, in points. */
    costPoints: z.number().int().min(1).max(20).default(5)
  }),
  answer: z.object({ experimentId: z.string() })
})

/** From then on everybody gets every nudge. */
export const endExperimentEndpoint = endpoint({
  method: 'POST',
  path: '/v1/experiments/:experimentId/end',
  access: 'hr',
  params: z.object({ experimentId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ ended: z.literal(true) })
})

/** What a person is told of their company's experiment; never which part they are in. */
export const getMyExperiment = endpoint({
  method: 'GET',
  path: '/v1/me/experiment',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({
    experiment: z
      .object({ experimentId: z.string(), disclosure: z.string(), choice: z.enum(['in', 'out', 'open']) })
      .nullable()
  })
})

export const decideMyExperiment = endpoint({
  method: 'PUT',
  path: '/v1/me/experiment',
  access: 'person',
  params: none,
  query: none,
  body: z.object({ experimentId: z.string().max(64), choice: z.enum(['in', 'out']) }),
  answer: z.object({ choice: z.enum(['in', 'out']) })
})
