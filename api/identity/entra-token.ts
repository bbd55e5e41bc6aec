/** What every token of Entra has to pass: signature by the key of its tenant's issuer, issuer, audience and times. */
import { createRemoteJWKSet, customFetch, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose'
import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { DAY } from '../platform/time.ts'

const TENANT = '{tenantid}'
const CLOCK_TOLERANCE_S = 60

export type EntraDeps = Pick<Deps, 'config' | 'fetch' | 'realNow'>

export type CheckedToken =
  | { readonly kind: 'valid'; readonly payload: JWTPayload }
  /** `why` is for the log. */
  | { readonly kind: 'invalid'; readonly why: string }

/** Its claims are still to be judged. @throws VendorError when Microsoft's keys cannot be read. */
export type CheckToken = (token: string, audience: readonly string[]) => Promise<CheckedToken>

export function createEntraTokens(deps: EntraDeps): CheckToken {
  const { config, realNow } = deps
  const keys = createRemoteJWKSet(new URL(`${config.ENTRA_URL}/common/discovery/v2.0/keys`), {
    [customFetch]: deps.fetch
  })
  const issuerTemplate = createIssuerSource(deps)
  return async (token, audience) => {
    const tid = tenantOf(token)
    if (!tid) return { kind: 'invalid', why: 'not a token of an Entra tenant' }
    const issuer = (await issuerTemplate()).replace(TENANT, tid)
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: [...audience],
        issuer,
        requiredClaims: ['exp', 'nbf', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: realNow()
      })
      const keyIssuer = issuerOfKey(keys.jwks()?.keys ?? [], protectedHeader.kid)
      if (keyIssuer?.replace(TENANT, tid) !== issuer)
        return { kind: 'invalid', why: 'signed with another issuer’s key' }
      return { kind: 'valid', payload }
    } catch (error) {
      return refuse(error)
    }
  }
}

/** `idp` appears when another tenant vouches for the account; the oid is then this tenant's guest object. */
export const isGuest = ({
  tid,
  idp,
  acct
}: {
  tid: string
  idp: string | undefined
  acct: number | undefined
}): boolean => acct === 1 || (idp !== undefined && !idp.includes(tid))

function tenantOf(token: string): string | undefined {
  try {
    return z.guid().safeParse(decodeJwt(token)['tid']).data
  } catch {
    return undefined
  }
}

function issuerOfKey(keys: readonly object[], kid: string | undefined): string | undefined {
  const key = keys.find(candidate => 'kid' in candidate && candidate.kid === kid)
  return key && 'issuer' in key && typeof key.issuer === 'string' ? key.issuer : undefined
}

const REFUSALS = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported
]

/** What is wrong with the token is a verdict; that keys cannot be read is a failure to be retried. */
function refuse(error: unknown): CheckedToken {
  if (error instanceof Error && REFUSALS.some(kind => error instanceof kind))
    return { kind: 'invalid', why: error.message }
  throw new VendorError('entra', 'its signing keys cannot be read', { retryable: true, cause: error })
}

const metadataSchema = z.object({ issuer: z.string().includes(TENANT) })

/** The issuer template of all tenants, such as `https://login.microsoftonline.com/{tenantid}/v2.0`, read once a day. */
function createIssuerSource({ config, fetch, realNow }: EntraDeps): () => Promise<string> {
  let read: { readonly issuer: string; readonly at: number } | undefined
  return async () => {
    const at = realNow().getTime()
    if (read && at - read.at < DAY) return read.issuer
    const response = await fetch(`${config.ENTRA_URL}/common/v2.0/.well-known/openid-configuration`).catch(
      (cause: unknown) => {
        throw new VendorError('entra', 'cannot be reached', { retryable: true, cause })
      }
    )
    if (!response.ok)
      throw new VendorError('entra', 'its metadata cannot be read', { status: response.status, retryable: true })
    read = { issuer: metadataSchema.parse(await response.json()).issuer, at }
    return read.issuer
  }
}
