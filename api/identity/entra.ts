/** Validates the token that Teams single sign-on hands to the tab, in the order of Microsoft's claims-validation guide. */
import { createRemoteJWKSet, customFetch, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose'
import { z } from 'zod'
import { VendorError } from '../platform/errors.ts'
import type { Deps } from '../platform/deps.ts'
import { DAY } from '../platform/time.ts'

/** Teams, Microsoft 365 and Outlook on all devices, from "Configure your tab app for SSO". */
const MICROSOFT_CLIENTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4'
]
const SCOPE = 'access_as_user'
const TENANT = '{tenantid}'
const CLOCK_TOLERANCE_S = 60

/** `name` is what the account calls itself: shown to people, never trusted. */
export type EntraIdentity = {
  readonly tid: string
  readonly oid: string
  readonly guest: boolean
  readonly name: string
  readonly issuedAt: Date
}
export type EntraVerdict =
  | ({ readonly kind: 'valid' } & EntraIdentity)
  /** `why` is for the log. */
  | { readonly kind: 'invalid'; readonly why: string }

export type VerifyEntra = (token: string) => Promise<EntraVerdict>
type EntraDeps = Pick<Deps, 'config' | 'fetch' | 'realNow'>

const claimsSchema = z.object({
  tid: z.guid(),
  oid: z.guid(),
  iss: z.string(),
  ver: z.literal('2.0'),
  scp: z.string().refine(scopes => scopes.split(' ').includes(SCOPE), `without ${SCOPE}`),
  azp: z.guid(),
  idtyp: z
    .string()
    .refine(type => type !== 'app', 'an app, not a person')
    .optional(),
  idp: z.string().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  acct: z.number().optional()
})

export function createEntraVerifier(deps: EntraDeps): VerifyEntra {
  const { config, realNow } = deps
  const keys = createRemoteJWKSet(new URL(`${config.ENTRA_URL}/common/discovery/v2.0/keys`), {
    [customFetch]: deps.fetch
  })
  const issuerTemplate = createIssuerSource(deps)
  const clients = new Set([...MICROSOFT_CLIENTS, config.TAB_CLIENT_ID])
  return async token => {
    const tid = tenantOf(token)
    if (!tid) return { kind: 'invalid', why: 'not a token of an Entra tenant' }
    const issuer = (await issuerTemplate()).replace(TENANT, tid)
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: audiences(config),
        issuer,
        requiredClaims: ['exp', 'nbf', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: realNow()
      })
      const keyIssuer = issuerOfKey(keys.jwks()?.keys ?? [], protectedHeader.kid)
      if (keyIssuer?.replace(TENANT, tid) !== issuer)
        return { kind: 'invalid', why: 'signed with another issuer’s key' }
      return judge(payload, clients)
    } catch (error) {
      return refuse(error)
    }
  }
}

function judge(payload: JWTPayload, clients: ReadonlySet<string>): EntraVerdict {
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success)
    return {
      kind: 'invalid',
      why: parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('; ')
    }
  const { tid, oid, azp, idp, acct, name, preferred_username: username } = parsed.data
  if (!clients.has(azp)) return { kind: 'invalid', why: 'azp is no client we know' }
  // `idp` appears when another tenant vouches for the account; the oid is then this tenant's guest object.
  const guest = acct === 1 || (idp !== undefined && !idp.includes(tid))
  const issuedAt = new Date((payload.iat ?? 0) * 1000)
  return { kind: 'valid', tid, oid, guest, issuedAt, name: [name, username].filter(Boolean).join(' · ') || oid }
}

/** The tab's application id, or its URI as an older registration names it. */
function audiences(config: Deps['config']): string[] {
  const host = new URL(config.PUBLIC_URL).host.toLowerCase()
  return [config.TAB_CLIENT_ID, `api://${host}/${config.TAB_CLIENT_ID}`, `api://${host}/botid-${config.BOT_APP_ID}`]
}

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
function refuse(error: unknown): EntraVerdict {
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
