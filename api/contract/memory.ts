/** What the coach may know of a person beyond their words of today: facts of a closed list, and what they said should be remembered. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { REGISTER } from './register.ts'

const none = z.object({})

/** Everything there is. Ratings, potential, pay and the like have no name here, so that nothing can hold them. */
export const contextFactSchema = z.enum(REGISTER.context)
export type ContextFact = z.output<typeof contextFactSchema>

/** Who says so. */
export const factSourceSchema = z.enum(['directory', 'learning_site', 'yourself', 'company'])
export type FactSource = z.output<typeof factSourceSchema>

const factViewSchema = z
  .object({
    fact: contextFactSchema,
    /** In the person's language; null where nobody says anything. */
    text: z.string().nullable(),
    source: factSourceSchema,
    /** Whether the coach may use it. */
    active: z.boolean()
  })
  .strict()
export type FactView = z.output<typeof factViewSchema>

export const getMyContext = endpoint({
  method: 'GET',
  path: '/v1/me/context',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ facts: z.array(factViewSchema) })
})

export const switchMyFact = endpoint({
  method: 'PUT',
  path: '/v1/me/context/:fact',
  access: 'person',
  params: z.object({ fact: contextFactSchema }),
  query: none,
  body: z.object({ active: z.boolean() }).strict(),
  answer: factViewSchema
})

/** Longest thing to be remembered. */
export const MEMORY_LENGTH = REGISTER.memory.characters
export const MOST_MEMORIES = REGISTER.memory.most

const memoryItemSchema = z.object({
  itemId: z.string(),
  text: z.string(),
  /** `said`: in a message; `written`: by hand on the page; `plan`: settled as a plan. */
  source: z.enum(['said', 'written', 'plan']),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable()
})
export type MemoryItem = z.output<typeof memoryItemSchema>

const memorySchema = z.object({
  /** Off until the person switches it on; off again, what is there stays listed and is not used. */
  active: z.boolean(),
  /** Plans become items too. */
  fromPlans: z.boolean(),
  /** Newest first. */
  items: z.array(memoryItemSchema)
})
export type Memory = z.output<typeof memorySchema>

export const getMyMemory = endpoint({
  method: 'GET',
  path: '/v1/me/memory',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: memorySchema
})

export const switchMyMemory = endpoint({
  method: 'PUT',
  path: '/v1/me/memory',
  access: 'person',
  params: none,
  query: none,
  body: z.object({ active: z.boolean(), fromPlans: z.boolean() }),
  answer: memorySchema
})

const textSchema = z.string().trim().min(1).max(MEMORY_LENGTH)

/** Of a message of their own, as it was said, or of their own words. The same message is remembered once. */
export const rememberThis = endpoint({
  method: 'POST',
  path: '/v1/me/memory/items',
  access: 'person',
  params: none,
  query: none,
  body: z.union([z.object({ messageId: z.string().max(64) }).strict(), z.object({ text: textSchema }).strict()]),
  answer: memoryItemSchema
})

export const editMemory = endpoint({
  method: 'PUT',
  path: '/v1/me/memory/items/:itemId',
  access: 'person',
  params: z.object({ itemId: z.string().max(64) }),
  query: none,
  body: z.object({ text: textSchema }),
  answer: memoryItemSchema
})

/** For good. Forgetting what is gone changes nothing. */
export const forgetMemory = endpoint({
  method: 'DELETE',
  path: '/v1/me/memory/items/:itemId',
  access: 'person',
  params: z.object({ itemId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ forgotten: z.boolean() })
})

export const forgetAllMemory = endpoint({
  method: 'DELETE',
  path: '/v1/me/memory/items',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ forgotten: z.int() })
})
