/** The claims of Entra's tokens, version 1 and 2, as "Access token claims reference" and "ID token claims reference" list them. */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { KnownAccount, Registration } from './directory.ts'
import { issuerOf, MEMBER_ROLE, type OptionalClaim } from './model.ts'
import type { Resource } from './scopes.ts'

export type Claims = Readonly<Record<string, unknown>>

const MINUTE_S = 60
/** Entra dates tokens five minutes back, for clocks that run late. */
const BACKDATED_S = 5 * MINUTE_S

/** Seconds; 60 to 90 minutes, a different time for each token. */
export const randomLifetime = (): number => randomInt(60 * MINUTE_S, 90 * MINUTE_S)

/** Stable across restarts, and different for each app: `sub` is pairwise. */
const pairwise = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('|')).digest('base64url')

/** The object id of an app's service principal in a tenant. */
function principalId(tid: string, clientId: string): string {
  const hex = createHash('sha256').update(`${tid}|${clientId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const unguessable = (bytes: number): string => randomBytes(bytes).toString('base64url')

function frame(tid: string, { audience, version }: Pick<Resource, 'audience' | 'version'>, seconds: number): Claims {
  const now = Math.floor(Date.now() / 1000)
  return {
    aud: audience,
    iss: issuerOf(tid, version),
    iat: Math.min(now, now + seconds) - BACKDATED_S,
    nbf: Math.min(now, now + seconds) - BACKDATED_S,
    exp: now + seconds,
    aio: unguessable(48),
    rh: `1.A${unguessable(24)}.`,
    tid,
    uti: unguessable(16),
    ver: version === 2 ? '2.0' : '1.0'
  }
}

type DelegatedGrant = {
  readonly account: KnownAccount
  /** The client that asks, and whether it proved who it is: `0` public, `1` with a secret. */
  readonly client: string
  readonly proof: '0' | '1'
  readonly resource: Resource
  readonly scopes: readonly string[]
  readonly seconds: number
}

export function delegatedClaims({ account, client, proof, resource, scopes, seconds }: DelegatedGrant): Claims {
  const { tid, oid, name, upn } = account
  const named = resource.version === 2 ? preferredName(account) : { unique_name: upn, upn }
  const asking =
    resource.version === 2 ? { azp: client, azpacr: proof } : { appid: client, appidacr: proof, amr: ['pwd', 'mfa'] }
  return {
    ...frame(tid, resource, seconds),
    ...asking,
    ...homeTenant(account),
    name,
    oid,
    ...named,
    scp: scopes.join(' '),
    sub: pairwise(tid, oid, resource.app?.clientId ?? resource.uri),
    ...optionalClaims(account, resource.app?.optionalClaims ?? [], 'user'),
    ...directoryRoles(account, resource.app)
  }
}

type AppGrant = {
  readonly tid: string
  readonly clientId: string
  readonly resource: Resource
  readonly roles: readonly string[]
  readonly seconds: number
}

/** A token that an app gets for itself: no person, and permissions as `roles`. */
export function appClaims({ tid, clientId, resource, roles, seconds }: AppGrant): Claims {
  const oid = principalId(tid, clientId)
  const first = resource.version === 1
  const asking = first ? { appid: clientId, appidacr: '1', idp: issuerOf(tid, 1) } : { azp: clientId, azpacr: '1' }
  const marked = first || resource.app?.optionalClaims.includes('idtyp')
  return {
    ...frame(tid, resource, seconds),
    ...asking,
    ...(marked && { idtyp: 'app' }),
    oid,
    sub: oid,
    ...(roles.length > 0 && { roles })
  }
}

type IdGrant = {
  readonly account: KnownAccount
  readonly app: Registration
  readonly nonce?: string | undefined
}

export function idClaims({ account, app, nonce }: IdGrant): Claims {
  const { tid, oid, name } = account
  return {
    ...frame(tid, { audience: app.clientId, version: 2 }, randomLifetime()),
    ...homeTenant(account),
    name,
    oid,
    ...preferredName(account),
    sub: pairwise(tid, oid, app.clientId),
    ...(nonce && { nonce }),
    ...optionalClaims(account, app.optionalClaims, undefined),
    ...directoryRoles(account, app)
  }
}

/** In every token for a registration that asks for it, whoever holds it. */
const directoryRoles = (account: KnownAccount, app: Registration | undefined): Claims =>
  app?.groupMembershipClaims === undefined
    ? {}
    : { wids: [...(account.guestOf ? [] : [MEMBER_ROLE]), ...(account.directoryRoles ?? [])] }

/** A guest is vouched for by another tenant, and is shown by the name used there. */
const homeTenant = ({ guestOf }: KnownAccount): Claims => (guestOf ? { idp: issuerOf(guestOf, 1) } : {})

const preferredName = ({ guestOf, email, upn }: KnownAccount): Claims => ({ preferred_username: guestOf ? email : upn })

function optionalClaims(account: KnownAccount, wanted: readonly OptionalClaim[], idtyp: 'user' | undefined): Claims {
  const values: Readonly<Record<OptionalClaim, unknown>> = {
    email: account.email,
    upn: account.upn,
    acct: account.guestOf ? 1 : 0,
    xms_edov: !account.guestOf,
    idtyp,
    login_hint: `O.${pairwise(account.tid, account.oid)}`
  }
  return Object.fromEntries(wanted.filter(name => values[name] !== undefined).map(name => [name, values[name]]))
}
