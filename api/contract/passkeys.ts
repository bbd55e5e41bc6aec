/** The caller's own passkeys. One is added while signing in with a code only: so adding always follows a fresh proof. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

const none = z.object({})

const passkey = z.object({
  passkeyId: z.string(),
  /** The browser it was added with, such as `Firefox, Windows`. */
  device: z.string().nullable(),
  /** Carried to other devices by the person's own account there. */
  synced: z.boolean(),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable()
})
export type PasskeyView = z.output<typeof passkey>

/** Newest first. Empty for people whose company signs them in. */
export const listMyPasskeys = endpoint({
  method: 'GET',
  path: '/v1/me/passkeys',
  access: 'person',
  params: none,
  query: none,
  body: none,
  answer: z.object({ passkeys: z.array(passkey) })
})

/** It opens nothing from now on; sessions that it opened stay. `not_found` when it is gone already. */
export const removeMyPasskey = endpoint({
  method: 'DELETE',
  path: '/v1/me/passkeys/:passkeyId',
  access: 'person',
  params: z.object({ passkeyId: z.string().max(64) }),
  query: none,
  body: none,
  answer: z.object({ removed: z.literal(true) })
})
