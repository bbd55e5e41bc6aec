/** Tells who calls the API: our own access tokens, verified offline and against the revocation log, a company's keys, or the operator's token. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createLocalJWKSet, errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { roleSchema } from '../contract/roles.ts'
import { parseSubject } from '../contract/subject.ts'
import { createKeyDoor, isMeantAsKey, refusedKey } from '../keys/keys.ts'
import { recentOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Authenticate, Caller, Hold } from '../platform/http.ts'
import { SECOND, within } from '../platform/time.ts'
import { API_TOKEN_ALG, loadSigningKeys, publicPart } from './keys.ts'
import { apiAudience, BEGAN_CLAIM, issuerOf } from './provider.ts'
import { startRevocationWatch, type RevocationWatch } from './revocation-watch.ts'

const claimsSchema = z.object({
  sub: z.string(),
  iat: z.number(),
  exp: z.number(),
  [BEGAN_CLAIM]: z.number().optional(),
  client_id: z.string(),
  scope: z.string(),
  roles: z.array(roleSchema).default([])
})
type Claims = z.output<typeof claimsSchema>

const LOOK_AGAIN_MS = 10 * SECOND
/** A connection may hang without an error: who asks is told so instead of waiting with it. A database that is only busy is waited for. */
const PATIENCE_MS = 3 * SECOND

export type Authenticator = AsyncDisposable & { readonly authenticate: Authenticate; readonly hold: Hold }

export async function createAuthenticator(deps: Deps): Promise<Authenticator> {
  const verify = await createVerify(deps)
  const watch = await startRevocationWatch(deps)
  const isOperator = createEquals(deps.config.OPERATOR_TOKEN)
  const keys = createKeyDoor(deps)
  return {
    authenticate: async token => {
      if (isOperator(token)) return { kind: 'operator' }
      if (isMeantAsKey(token)) return ofOpenCompany(deps, await keys.authenticate(token))
      return withStaff(deps, await ofOpenCompany(deps, await toPerson(watch, await verify(token))))
    },
    hold: async (token, end) => {
      if (isOperator(token)) return NOTHING
      return isMeantAsKey(token) ? keys.hold(token, end) : holdPerson(deps, watch, { ...(await verify(token)), end })
    },
    [Symbol.asyncDispose]: () => watch[Symbol.asyncDispose]()
  }
}

const NOTHING: Disposable = { [Symbol.dispose]: () => {} }

/** No longer than the token lives: whoever listens on comes back with another. */
function holdPerson(
  { realNow }: Deps,
  watch: RevocationWatch,
  { sub, exp, end, ...claims }: Claims & { readonly end: () => void }
): Disposable {
  const held = watch.hold({ subject: sub, began: beganOf(claims), end })
  const expiry = setTimeout(end, exp * SECOND - realNow().getTime()).unref()
  return {
    [Symbol.dispose]: () => {
      held[Symbol.dispose]()
      clearTimeout(expiry)
    }
  }
}

/** Tokens of a version that did not say so count from the second they were issued in. */
const beganOf = ({ iat, iat_ms: began = iat * SECOND }: Pick<Claims, 'iat' | 'iat_ms'>): number => began

async function createVerify(deps: Deps): Promise<(token: string) => Promise<Claims>> {
  const { config, realNow } = deps
  const load = async () => createLocalJWKSet({ keys: (await loadSigningKeys(deps)).map(publicPart) })
  let held = { keys: await load(), at: realNow().getTime() }
  const check = (token: string) =>
    jwtVerify(token, held.keys, {
      algorithms: [API_TOKEN_ALG],
      typ: 'at+jwt',
      issuer: issuerOf(config.PUBLIC_URL),
      audience: apiAudience(config.PUBLIC_URL),
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: realNow()
    })
  return async token => {
    const { payload } = await check(token).catch(async (error: unknown) => {
      // Keys may have been rotated since; a made-up key id asks the database once a while at most.
      const stale = realNow().getTime() - held.at > LOOK_AGAIN_MS
      if (!(error instanceof errors.JWKSNoMatchingKey) || !stale) return refuse(error)
      held = { keys: await load(), at: realNow().getTime() }
      return check(token).catch(refuse)
    })
    const claims = claimsSchema.safeParse(payload)
    return claims.success ? claims.data : refuse(claims.error)
  }
}

async function toPerson(watch: RevocationWatch, claims: Claims): Promise<Caller> {
  const { sub, roles, client_id: clientId } = claims
  const person = parseSubject(sub)
  if (!person) return refuse(undefined)
  switch (await watch.check(sub, beganOf(claims))) {
    case 'live':
      return { kind: 'person', ...person, roles, clientId }
    case 'revoked':
      return refuse(undefined)
    case 'unknown':
      throw unavailable(undefined)
  }
}

/** Before anything is begun: callers may simply ask again. */
const unavailable = (cause: unknown): ProblemError =>
  new ProblemError('unavailable', 'We cannot check your access right now. Try again in a few seconds', {
    retryAfter: 1,
    cause
  })

/** A company that has left has nobody: its revocations go with it, and tokens live some minutes longer. */
async function ofOpenCompany(deps: Deps, caller: Caller): Promise<Caller> {
  if (caller.kind !== 'person' && caller.kind !== 'key') return caller
  const read = within(PATIENCE_MS, recentOrganization(deps, caller.organizationId))
  const organization = await read.catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'not_found') return undefined
    throw unavailable(error)
  })
  // Nobody leads a leaving by a key: it ends with everybody's sign-in.
  if (caller.kind === 'key') return organization && !organization.closed ? caller : refuseKey()
  return organization && organization.closed !== 'all' ? caller : refuse(undefined)
}

/** Who is of ConsciousInsights follows from the organization they signed in to; no claim can say it. */
const withStaff = ({ config }: Deps, caller: Caller): Caller =>
  caller.kind === 'person' && caller.organizationId === config.STAFF_ORGANIZATION ? { ...caller, staff: true } : caller

function refuseKey(): never {
  throw refusedKey('unknown')
}

function refuse(cause: unknown): never {
  const reason = cause instanceof errors.JWTExpired ? 'token_expired' : 'unauthenticated'
  throw new ProblemError('unauthenticated', 'Your session has ended. Open the app again', { reason, cause })
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function createEquals(secret: string): (given: string) => boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  const wanted = digest(secret)
  return given => timingSafeEqual(digest(given), wanted)
}
