/** Who answers a company's people: the scripted coach, or a language model of the company's choice. Its key goes in and never comes out. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** `compatible`: any service that speaks OpenAI's chat completions. */
export const MODEL_PROVIDERS = ['azure', 'compatible'] as const
export type ModelProvider = (typeof MODEL_PROVIDERS)[number]

/** As people and papers are told where a model runs, such as `Azure OpenAI (name.openai.azure.com)`. */
export const serviceOf = ({ provider, endpoint }: { readonly provider: ModelProvider; readonly endpoint: string }) => {
  const { host } = new URL(endpoint)
  return provider === 'azure' ? `Azure OpenAI (${host})` : host
}

/** Why a model gave no answer. */
export const MODEL_FAILURES = [
  'late',
  'busy',
  'filtered',
  'key_refused',
  'not_found',
  'rejected',
  'broken',
  'unreachable',
  'garbled',
  'empty'
] as const
export type ModelFailure = (typeof MODEL_FAILURES)[number]

const settings = {
  provider: z.enum(MODEL_PROVIDERS),
  /** Azure: the resource, such as `https://name.openai.azure.com`. Others: as far as `/v1`. */
  endpoint: z.url({ protocol: /^https?$/u }).max(300),
  /** Azure: the name of the deployment. */
  model: z
    .string()
    .trim()
    .regex(/^[\w.:/@-]{1,120}$/u, 'a name such as coach-eu')
}

const checkSchema = z.object({
  result: z.enum(['well', ...MODEL_FAILURES]),
  at: z.iso.datetime(),
  /** Until its whole answer was there, or it failed, in milliseconds. */
  ms: z.int()
})
export type ModelCheck = z.infer<typeof checkSchema>

export const coachEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scripted') }),
  z.object({
    kind: z.literal('model'),
    ...settings,
    /** As turns name it: the kind of service and the version of our prompt. */
    id: z.string(),
    /** People are answered by it once a check went well; until then, and whenever it fails, by the scripted coach. */
    active: z.boolean(),
    changedAt: z.iso.datetime(),
    check: checkSchema.nullable()
  })
])
export type CoachEngine = z.infer<typeof coachEngineSchema>

const none = z.object({})
const about = { path: '/v1/admin/coach-engine', access: 'owner', params: none, query: none } as const

export const getCoachEngine = endpoint({ ...about, method: 'GET', body: none, answer: coachEngineSchema })

/** Not in use before it was checked. Without `key` the stored one stays, which only the same provider and address may keep. */
export const putCoachEngine = endpoint({
  ...about,
  method: 'PUT',
  body: z.object({
    ...settings,
    key: z
      .string()
      .trim()
      .regex(/^[\u0021-\u007E]{8,500}$/u, 'the key as the service shows it')
      .optional()
  }),
  answer: coachEngineSchema
})

/** Says hello to the model as the coach would, with our prompt and tools and nothing about anybody. */
export const checkCoachEngine = endpoint({
  ...about,
  method: 'POST',
  path: '/v1/admin/coach-engine/check',
  body: none,
  answer: coachEngineSchema
})

/** Back to the scripted coach, from the next turn on; settings and key are deleted. */
export const deleteCoachEngine = endpoint({ ...about, method: 'DELETE', body: none, answer: coachEngineSchema })
