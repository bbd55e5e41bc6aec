/** The `state` of a sign-in on its way through the company's provider: what to come back to, signed and short-lived. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { MINUTE } from '../platform/time.ts'

const stateSchema = z.object({
  uid: z.string(),
  organizationId: z.string(),
  attemptId: z.string(),
  clientId: z.string(),
  startedAt: z.number(),
  expiresAt: z.number()
})
type Signed = z.infer<typeof stateSchema>
export type SignInState = Omit<Signed, 'startedAt' | 'expiresAt'>
/** As it came back, with the PKCE verifier that belongs to it: made from our key, so that it needs no storage. */
export type ReturnedState = SignInState & { readonly startedAt: Date; readonly codeVerifier: string }

const LIFETIME_MS = 60 * MINUTE

/** @param keys newest first; the first signs, all verify. */
export function signState(
  state: SignInState,
  keys: readonly string[],
  realNow: Date
): { readonly text: string; readonly codeVerifier: string } {
  const key = keys[0] ?? ''
  const startedAt = realNow.getTime()
  const signed: Signed = { ...state, startedAt, expiresAt: startedAt + LIFETIME_MS }
  const body = Buffer.from(JSON.stringify(signed)).toString('base64url')
  return { text: `${body}.${sign(body, key)}`, codeVerifier: verifierOf(state, key) }
}

/** @returns undefined when it is not ours, was changed or is too old. */
export function readState(text: string, keys: readonly string[], realNow: Date): ReturnedState | undefined {
  const [body = '', signature = ''] = text.split('.')
  const key = keys.find(each => isEqual(signature, sign(body, each)))
  if (key === undefined) return undefined
  const { startedAt, expiresAt, ...state } = stateSchema.parse(
    JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
  )
  return expiresAt > realNow.getTime()
    ? { ...state, startedAt: new Date(startedAt), codeVerifier: verifierOf(state, key) }
    : undefined
}

/** 43 characters, as RFC 7636 section 4.1 wants; another for each attempt. */
const verifierOf = ({ attemptId }: SignInState, key: string): string =>
  createHmac('sha256', key).update(`sign-in-verifier.${attemptId}`).digest('base64url')

const sign = (body: string, key: string): string =>
  createHmac('sha256', key).update(`sign-in-state.${body}`).digest('base64url')

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
