/** One sign-in at Microsoft by code and PKCE, for its signed answer alone: no permission of Microsoft 365 is asked for, and no token is kept. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'

const SCOPE = 'openid profile'
/** Work and school accounts of any tenant; personal ones are refused there already. */
const ANY_TENANT = 'organizations'
const PATIENCE_MS = 8000
export const PROVED_PATH = '/tenant/proved'

/** What only the browser holds; all that Microsoft is told comes of it, and nothing of it lies in the database. */
export const derivedFrom = (secret: string) => {
  const part = (name: string): string => createHash('sha256').update(`${name}.${secret}`).digest('base64url')
  return { state: part('state'), nonce: part('nonce'), verifier: part('verifier') }
}

type Going = { readonly state: string; readonly secret: string; readonly tenantId: string | undefined }

/** @param tenantId where it has to be that one, Microsoft itself lets in nobody else. */
export function entraSignInUrl({ config }: Pick<Deps, 'config'>, { state, secret, tenantId }: Going): string {
  const { nonce, verifier } = derivedFrom(secret)
  const asked = new URLSearchParams({
    client_id: config.TAB_CLIENT_ID,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: config.PUBLIC_URL + PROVED_PATH,
    scope: SCOPE,
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    // Whoever is signed in with their everyday account needs the chance to take the administrator's.
    prompt: 'select_account'
  })
  return `${config.ENTRA_URL}/${tenantId ?? ANY_TENANT}/oauth2/v2.0/authorize?${asked}`
}

const answerSchema = z.object({ id_token: z.string() })
const refusalSchema = z.object({ error: z.string(), error_description: z.string().optional() })

type Coming = { readonly code: string; readonly secret: string; readonly tenantId: string | undefined }

/** @returns the id token, unchecked; undefined where the code is none, spent or of another browser. @throws VendorError */
export async function redeemEntraCode(
  { config, fetch, log }: Pick<Deps, 'config' | 'fetch' | 'log'>,
  { code, secret, tenantId }: Coming
): Promise<string | undefined> {
  const response = await fetch(`${config.ENTRA_URL}/${tenantId ?? ANY_TENANT}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.TAB_CLIENT_ID,
      client_secret: config.TAB_CLIENT_SECRET ?? '',
      code,
      redirect_uri: config.PUBLIC_URL + PROVED_PATH,
      code_verifier: derivedFrom(secret).verifier,
      scope: SCOPE
    }),
    signal: AbortSignal.timeout(PATIENCE_MS)
  }).catch((cause: unknown) => {
    throw new VendorError('entra', 'cannot be reached', { retryable: true, cause })
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answerSchema.parse(body).id_token
  const refusal = refusalSchema.safeParse(body).data
  // Anything else is ours to mend, such as a secret that ended.
  if (refusal?.error !== 'invalid_grant')
    throw new VendorError('entra', 'redeems no code', { status: response.status, retryable: response.status >= 500 })
  log.warn({ why: /AADSTS\d+/u.exec(refusal.error_description ?? '')?.[0] }, 'Microsoft’s code refused')
  return undefined
}
