/** Microsoft Graph on behalf of the person who is signed in: their own entry and nothing else. Nothing else here imports msal. */
import { AuthError, ConfidentialClientApplication } from '@azure/msal-node'
import { z } from 'zod'
import { GRAPH_CALLS, OWN_ENTRY_PERMISSION } from '../contract/graph-calls.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { MICROSOFT_LOGIN, microsoftNetwork } from '../platform/microsoft-login.ts'
import { AboveLevelError } from './above-level.ts'

/** The one delegated permission this asks for. */
export const GRAPH_SCOPE = `https://graph.microsoft.com/${OWN_ENTRY_PERMISSION}`
const CONSENT_NEEDED = 'AADSTS65001'
const PATIENCE_MS = 5000

export type SignedInEntry =
  | { readonly kind: 'found'; readonly oid: string; readonly employeeId: string | undefined }
  | { readonly kind: 'consent_missing' }
  /** Such as a second factor that Entra wants first. `why` is for the log. */
  | { readonly kind: 'refused'; readonly why: string }

export type Graph = {
  /**
   * @param assertion the person's own Teams token, already validated. @param allowed whether the company's admin switched it on.
   * @throws AboveLevelError where it is not allowed, VendorError when Microsoft does not answer.
   */
  readMe(asked: { readonly tid: string; readonly assertion: string; readonly allowed: boolean }): Promise<SignedInEntry>
}

const meSchema = z.object({ id: z.string(), employeeId: z.string().nullish() })

/** Undefined where the operator has set no secret for the tab's registration. */
export function createGraph({ config, fetch }: Pick<Deps, 'config' | 'fetch'>): Graph | undefined {
  const { TAB_CLIENT_ID: clientId, TAB_CLIENT_SECRET: clientSecret, ENTRA_URL, GRAPH_URL } = config
  if (!clientSecret) return undefined
  const networkClient = microsoftNetwork(ENTRA_URL, fetch)
  const tokenFor = async (tid: string, oboAssertion: string): Promise<string> => {
    // One for each call: msal would keep everybody's Graph tokens in memory.
    const auth = { clientId, clientSecret, authority: `${MICROSOFT_LOGIN}/${tid}` }
    const msal = new ConfidentialClientApplication({ auth, system: { networkClient } })
    const result = await msal.acquireTokenOnBehalfOf({ oboAssertion, scopes: [GRAPH_SCOPE] })
    if (!result) throw new VendorError('entra', 'an empty token answer', { retryable: true })
    return result.accessToken
  }
  const read = async (token: string): Promise<SignedInEntry> => {
    const response = await fetch(`${GRAPH_URL}/v1.0${GRAPH_CALLS.me.path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS)
    })
    if (response.status === 401 || response.status === 403)
      return { kind: 'refused', why: `graph answered ${response.status}` }
    if (!response.ok) throw new VendorError('graph', 'does not answer', { status: response.status, retryable: true })
    const { id, employeeId } = meSchema.parse(await response.json())
    return { kind: 'found', oid: id, employeeId: employeeId ?? undefined }
  }
  return {
    readMe: async ({ tid, assertion, allowed }) => {
      if (!allowed) throw new AboveLevelError(`"${GRAPH_CALLS.me.path}" is not switched on`)
      try {
        return await read(await tokenFor(tid, assertion))
      } catch (error) {
        return refuse(error)
      }
    }
  }
}

/** Entra's own numbers tell a refusal from a failure; without one, the network or the answer was broken. */
function refuse(error: unknown): SignedInEntry {
  if (error instanceof VendorError) throw error
  const said = error instanceof AuthError ? error.message : ''
  if (said.includes(CONSENT_NEEDED)) return { kind: 'consent_missing' }
  const number = /AADSTS\d+/u.exec(said)?.[0]
  if (number && !TRANSIENT.includes(number)) return { kind: 'refused', why: number }
  throw new VendorError('graph', 'cannot be reached', { retryable: true, cause: error })
}

/** "The service is temporarily unavailable", and its like. */
const TRANSIENT: readonly string[] = ['AADSTS90033', 'AADSTS90055', 'AADSTS50196']
