/** Keys with which a company's own systems read and write what their scopes name. The secret is in the answer that made it and in no other. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { SCOPE_NAMES } from './key-scopes.ts'
import { REGISTER } from './register.ts'

const none = z.object({})
const one = z.object({ keyId: z.string().max(64) })

/** Of keys that work. */
export const MOST_KEYS = 20
/** Days that a key lasts. */
export const KEY_DAYS = { least: 1, most: REGISTER.apiKeys.mostDays, atFirst: 90 } as const
/** Hours for which the secret before works beside the new one. */
export const OVERLAP_HOURS = [0, 24, 168] as const
/** Days before its end in which a key is called `ending`. */
export const ENDING_DAYS = 14

const scopes = z.array(z.enum(SCOPE_NAMES)).min(1).max(SCOPE_NAMES.length)
const days = z.int().min(KEY_DAYS.least).max(KEY_DAYS.most).default(KEY_DAYS.atFirst)
/** One line that people read. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine(text => text.isWellFormed() && !/\p{Cc}/u.test(text), 'Leave out control characters')

const day = z.iso.date()

const keyView = z.object({
  keyId: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPE_NAMES)),
  /** How every secret of this key begins. */
  begins: z.string(),
  state: z.enum(['active', 'ending', 'expired', 'revoked']),
  madeAt: z.iso.datetime(),
  /** Null when their name is no longer known. */
  madeBy: z.string().nullable(),
  /** Who made it, or rotated it last, and so saw its secret, has no access any more. */
  makerLeft: z.boolean(),
  expiresAt: z.iso.datetime(),
  rotatedAt: z.iso.datetime().nullable(),
  /** Until then the secret before works too. */
  formerUntil: z.iso.datetime().nullable(),
  lastUsedOn: day.nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Who revoked it. */
  endedBy: z.string().nullable(),
  /** Whether the caller may give all of its scopes, and so may rotate it. */
  mayRotate: z.boolean()
})
export type ApiKeyView = z.output<typeof keyView>

const list = z.object({
  /** Those that work first, then those that ended within a year; each newest first. */
  keys: z.array(keyView),
  /** What the caller may give. */
  mayGive: z.array(z.enum(SCOPE_NAMES))
})

export const listApiKeys = endpoint({
  method: 'GET',
  path: '/v1/admin/api-keys',
  access: 'it',
  params: none,
  query: none,
  body: none,
  answer: list
})

export const makeApiKey = endpoint({
  method: 'POST',
  path: '/v1/admin/api-keys',
  access: 'it',
  params: none,
  query: none,
  body: z.object({ name, scopes, days }),
  answer: z.object({ key: keyView, secret: z.string() })
})

/** A new secret and a new end; scopes stay. A secret that was in its overlap already ends at once. */
export const rotateApiKey = endpoint({
  method: 'POST',
  path: '/v1/admin/api-keys/:keyId/rotate',
  access: 'it',
  params: one,
  query: none,
  body: z.object({ days, overlapHours: z.literal(OVERLAP_HOURS).default(24) }),
  answer: z.object({ key: keyView, secret: z.string() })
})

/** At once, in every process. A key that has ended stays in the list. */
export const revokeApiKey = endpoint({
  method: 'DELETE',
  path: '/v1/admin/api-keys/:keyId',
  access: 'it',
  params: one,
  query: none,
  body: none,
  answer: list
})
