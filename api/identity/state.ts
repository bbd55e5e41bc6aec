/** The `state` of a sign-in on its way through the company's provider: what to come back to, signed and short-lived. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { MINUTE } from '../platform/time.ts'

const stateSchema = z.object({
  uid: z.string(),
  organizationId: z.string(),
  attemptId: z.string(),
  expiresAt: z.number()
})
export type SignInState = Omit<z.infer<typeof stateSchema>, 'expiresAt'>

const LIFETIME_MS = 60 * MINUTE

/** @param keys newest first; the first signs, all verify. */
export function signState(state: SignInState, keys: readonly string[], realNow: Date): string {
  const body = Buffer.from(JSON.stringify({ ...state, expiresAt: realNow.getTime() + LIFETIME_MS })).toString(
    'base64url'
  )
  return `${body}.${sign(body, keys[0] ?? '')}`
}

/** @returns undefined when it is not ours, was changed or is too old. */
export function readState(text: string, keys: readonly string[], realNow: Date): SignInState | undefined {
  const [body = '', signature = ''] = text.split('.')
  if (!keys.some(key => isEqual(signature, sign(body, key)))) return undefined
  const { expiresAt, ...state } = stateSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  return expiresAt > realNow.getTime() ? state : undefined
}

const sign = (body: string, key: string): string =>
  createHmac('sha256', key).update(`sign-in-state.${body}`).digest('base64url')

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
