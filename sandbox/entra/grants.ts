/** What each grant type of the token endpoint asks, in Entra's order, and what it answers. */
import { createHash, randomBytes } from 'node:crypto'
import { createLocalJWKSet, errors, jwtVerify, type JWTPayload } from 'jose'
import { appClaims, delegatedClaims, idClaims, randomLifetime } from './claims.ts'
import {
  findAccount,
  keyOf,
  type CodeGrant,
  type Directory,
  type KnownAccount,
  type Registration
} from './directory.ts'
import type { Mint } from './mint.ts'
import { issuerOf } from './model.ts'
import type { PublishedKeys } from './published.ts'
import { refuse, timestamp } from './refusals.ts'
import { consentedScopes, GRAPH, isDefault, namesOf, readScope } from './scopes.ts'
import type { TenantPath } from './tenants.ts'

export type Office = { readonly directory: Directory; readonly keys: PublishedKeys; readonly mint: Mint }

export type TokenCall = {
  readonly form: URLSearchParams
  readonly path: TenantPath
  readonly app: Registration
  /** Whether the client proved who it is; a single-page app does not. */
  readonly confidential: boolean
}

export type TokenAnswer = Readonly<Record<string, unknown>>

const DAY_MS = 24 * 60 * 60 * 1000
const SPA_REFRESH_MS = DAY_MS
const REFRESH_MS = 90 * DAY_MS

export async function clientCredentials(
  { directory, mint }: Office,
  { form, path, app }: TokenCall
): Promise<TokenAnswer> {
  if (path.kind === 'any') throw refuse.noTenant()
  const { tid } = path.tenant
  const scope = required(form, 'scope')
  if (!scope.endsWith('/.default')) throw refuse.notDefault(scope)
  const requested = readScope(directory, scope, tid)
  if (!isDefault(requested)) throw refuse.notDefault(scope)
  const { resource } = requested
  const registered = resource.uri === GRAPH ? app.graphRoles : []
  const roles = directory.roles.get(keyOf(tid, app.clientId, resource.uri)) ?? registered
  const seconds = randomLifetime()
  const claims = appClaims({ tid, clientId: app.clientId, resource, roles, seconds })
  return { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: await mint.sign(claims) }
}

export async function onBehalfOf(office: Office, call: TokenCall): Promise<TokenAnswer> {
  const { form, path, app } = call
  const assertion = required(form, 'assertion')
  if (required(form, 'requested_token_use') !== 'on_behalf_of') throw refuse.grantType('jwt-bearer')
  const scope = required(form, 'scope')
  const payload = await readAssertion(office, assertion)
  const audience = String(payload.aud)
  if (!namesOf(app).includes(audience.toLowerCase())) throw refuse.assertionAudience(audience, app.clientId, app.name)
  if (typeof payload['scp'] !== 'string') throw refuse.appAssertion(app.clientId)
  const [tid, oid] = [String(payload['tid']), String(payload['oid'])]
  const account = findAccount(office.directory, tid, oid)
  const asked = path.kind === 'one' ? path.tenant.tid : tid
  if (!account || asked !== tid) throw refuse.wrongAccount(String(payload['preferred_username'] ?? oid), asked)
  return delegate(office, call, { account, scope })
}

async function readAssertion({ keys }: Office, assertion: string): Promise<JWTPayload> {
  const published = await keys.tenants.jwks()
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...published] }), {
      algorithms: ['RS256']
    })
    const tid = String(payload['tid'])
    if (![issuerOf(tid, 1), issuerOf(tid, 2)].includes(String(payload.iss)))
      throw refuse.badSignature('The issuer of the assertion is not trusted.')
    return payload
  } catch (error) {
    throw assertionRefusal(error)
  }
}

function assertionRefusal(error: unknown): unknown {
  const now = `Current time: ${timestamp(new Date())}.`
  if (error instanceof errors.JWTExpired) return refuse.assertionTime(`${now} Expiry time of assertion has passed.`)
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
    return refuse.assertionTime(`${now} Assertion start time is in the future.`)
  if (error instanceof errors.JWKSNoMatchingKey) return refuse.badSignature('The key was not found.')
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return refuse.badSignature('Key was found, but use of the key to verify the signature failed.')
  return error instanceof errors.JOSEError ? refuse.badAssertion() : error
}

export async function authorizationCode(office: Office, call: TokenCall): Promise<TokenAnswer> {
  const { form, app } = call
  const code = required(form, 'code')
  const { codes } = office.directory
  const grant = codes.get(code)
  if (!grant) throw refuse.malformed()
  if (grant.clientId !== app.clientId) throw refuse.grantOfOther()
  if (grant.redeemed) throw refuse.codeUsed()
  if (grant.until < Date.now()) throw refuse.grantExpired()
  if (grant.redirectUri !== form.get('redirect_uri')) throw refuse.redirectDiffers()
  if (!call.confidential && !grant.challenge) throw refuse.pkceRequired()
  if (grant.challenge && !provesChallenge(grant, form.get('code_verifier') ?? '')) throw refuse.verifier()
  const account = accountOf(office, grant, call.path)
  codes.set(code, { ...grant, redeemed: true })
  return delegate(office, call, { account, scope: form.get('scope') ?? grant.scope, nonce: grant.nonce })
}

function provesChallenge({ challenge, challengeMethod }: CodeGrant, verifier: string): boolean {
  if (challengeMethod !== 'S256') return verifier === challenge
  return createHash('sha256').update(verifier).digest('base64url') === challenge
}

export async function refreshToken(office: Office, call: TokenCall): Promise<TokenAnswer> {
  const { form, app } = call
  const grant = office.directory.refreshes.get(required(form, 'refresh_token'))
  if (!grant) throw refuse.malformed()
  if (grant.clientId !== app.clientId || grant.spa === call.confidential) throw refuse.grantOfOther()
  if (grant.until < Date.now()) throw refuse.grantExpired()
  const account = accountOf(office, grant, call.path)
  // A single-page app's chain of refresh tokens ends 24 hours after its sign-in, however often it is renewed.
  return delegate(office, call, {
    account,
    scope: form.get('scope') ?? grant.scope,
    ...(grant.spa && { until: grant.until })
  })
}

function accountOf(
  { directory }: Office,
  { tid, oid }: { readonly tid: string; readonly oid: string },
  path: TenantPath
): KnownAccount {
  const account = findAccount(directory, tid, oid)
  if (!account || (path.kind === 'one' && path.tenant.tid !== tid)) throw refuse.wrongAccount(oid, tid)
  return account
}

type Delegation = {
  readonly account: KnownAccount
  readonly scope: string
  readonly nonce?: string | undefined
  /** When the new refresh token ends, where it may not outlive an older one. */
  readonly until?: number
}

async function delegate(
  office: Office,
  call: TokenCall,
  { account, scope, nonce, until }: Delegation
): Promise<TokenAnswer> {
  const { directory, mint } = office
  const { app } = call
  const requested = readScope(directory, scope, account.tid)
  if (!account.enabled) throw refuse.disabled()
  if (account.mfaRequired) throw refuse.mfa(requested.resource.uri)
  const names = consentedScopes(directory, { ...account, clientId: app.clientId }, requested)
  if (!names) throw refuse.consent(app.clientId, app.name)
  const oidc = requested.oidc.filter(name => name !== 'offline_access')
  // Graph serves `openid` and its like itself; other resources' tokens carry only their own scopes.
  const scopes = requested.resource.uri === GRAPH ? [...new Set([...names, ...oidc])] : names
  const seconds = randomLifetime()
  const grant = {
    account,
    client: app.clientId,
    proof: call.confidential ? '1' : '0',
    resource: requested.resource,
    scopes,
    seconds
  } as const
  return {
    token_type: 'Bearer',
    scope: [...names.map(name => `${requested.resource.uri}/${name}`), ...oidc].join(' '),
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: await mint.sign(delegatedClaims(grant)),
    ...(requested.oidc.includes('offline_access') && {
      refresh_token: keepRefresh(office, call, { account, scope, until: until ?? 0 })
    }),
    ...(requested.oidc.includes('openid') && { id_token: await mint.sign(idClaims({ account, app, nonce })) }),
    ...(call.form.get('client_info') === '1' && { client_info: clientInfo(account) })
  }
}

type RefreshWish = { readonly account: KnownAccount; readonly scope: string; readonly until: number }

function keepRefresh(
  { directory }: Office,
  { app, confidential }: TokenCall,
  { account, scope, until }: RefreshWish
): string {
  const token = `1.A${randomBytes(64).toString('base64url')}`
  const ends = until || Date.now() + (confidential ? REFRESH_MS : SPA_REFRESH_MS)
  directory.refreshes.set(token, {
    clientId: app.clientId,
    tid: account.tid,
    oid: account.oid,
    scope,
    spa: !confidential,
    until: ends
  })
  return token
}

/** Names the home account for msal's cache. */
export const clientInfo = ({ tid, oid }: KnownAccount): string =>
  Buffer.from(JSON.stringify({ uid: oid, utid: tid })).toString('base64url')

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name)
  if (!value) throw refuse.missing(name)
  return value
}
