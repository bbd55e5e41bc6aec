/** oidc-provider, set up as data: our storage, clients, keys, claims and pages. */
import {
  errors,
  Provider,
  type AdapterFactory,
  type Client,
  type Configuration,
  type KoaContextWithOIDC,
  type ResourceServer
} from 'oidc-provider'
import { languageOf, type Language } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../platform/time.ts'
import { doorOf, type Accounts } from './accounts.ts'
import { createAdapter, USED } from './adapter.ts'
import { createCookieKeys } from './cookie-keys.ts'
import { EXTRA_METADATA, isOwn, needsPkce, type Clients } from './clients.ts'
import { isEmbed } from './embed-client.ts'
import { API_TOKEN_ALG, type SigningKey } from './keys.ts'
import { addressOf, refuseTooMany, type Limits } from './limits.ts'
import { signOutPage } from './pages.ts'
import { currentUnit, inUnit } from './unit.ts'
import { interactionPath } from './sealed-interaction.ts'
import { createVisits, type OpenVisit } from './visit.ts'
import { createPolicy } from './policy.ts'
import { wordsIn } from './words.ts'

export const API_SCOPE = 'api'
export const ACCESS_TOKEN_SECONDS = (5 * MINUTE) / SECOND
export const issuerOf = (publicUrl: string): string => `${publicUrl}/oidc`
export const apiAudience = (publicUrl: string): string => `${publicUrl}/v1`

export const apiResource = (publicUrl: string): ResourceServer => ({
  scope: API_SCOPE,
  audience: apiAudience(publicUrl),
  accessTokenTTL: ACCESS_TOKEN_SECONDS,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: API_TOKEN_ALG } }
})

export type ProviderParts = {
  readonly keys: readonly SigningKey[]
  readonly clients: Clients
  readonly accounts: Accounts
  readonly limits: Limits
  /** Another storage, for comparison. */
  readonly adapter?: AdapterFactory | undefined
}

export function createProvider(deps: Deps, parts: ProviderParts): Provider {
  const { PUBLIC_URL, COOKIE_KEYS } = deps.config
  const { keys, clients, accounts, adapter } = parts
  const provider = new Provider(issuerOf(PUBLIC_URL), {
    adapter: adapter ?? createAdapter(deps, clients.find),
    jwks: { keys: [...keys] } as NonNullable<Configuration['jwks']>,
    cookies: {
      keys: createCookieKeys(COOKIE_KEYS),
      long: { signed: true, sameSite: 'lax' },
      short: { signed: true, sameSite: 'lax' }
    },
    claims: { openid: ['sub', 'amr'], email: ['email'], profile: ['given_name', 'family_name', 'name'] },
    // Thinkific reads the ID token; by default it would hold `sub` only.
    conformIdTokenClaims: false,
    // OAuth 2.1: no token ever travels in an address.
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    extraTokenClaims: async (ctx, token) =>
      'accountId' in token ? claimsOfOurs(deps, parts, { ctx, token }) : undefined,
    findAccount: (ctx, subject, token) => accounts.find(subject, doorOf(token ?? ctx.oidc.session)),
    loadExistingGrant: ctx => grantOwnClient(ctx, PUBLIC_URL),
    interactions: {
      policy: createPolicy(),
      url: (_ctx, interaction) => interactionPath(PUBLIC_URL, interaction.uid)
    },
    pkce: { required: (_ctx, client) => needsPkce(client) },
    extraClientMetadata: { properties: EXTRA_METADATA },
    rotateRefreshToken: true,
    // It lives no longer than the session it came from.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => true,
    // Browsers name the origin of our own page too.
    clientBasedCORS: (_ctx, origin, client) => isOwn(client.clientId) && origin === new URL(PUBLIC_URL).origin,
    ttl: { ...TTL, Session: (ctx, session) => sessionSeconds(deps, ctx, session) },
    features: features(PUBLIC_URL),
    fetch: (url, options) => deps.fetch(url, onLoopback(PUBLIC_URL) ? withoutGuard(options) : options),
    renderError: (ctx, out, error) => renderError(deps, { ctx, code: out.error, error })
  })
  // The public URL is pinned on each request before it comes here, see `pinPublicUrl`.
  provider.proxy = true
  const visit = createVisits(deps)
  provider.use((ctx, next) => keepTogether(deps, { visit, ctx, next }))
  countWrongSecrets(provider, parts.limits)
  provider.on('server_error', (_ctx, err) => deps.log.error({ err }, 'OpenID provider failed'))
  return provider
}

/** Of an access token, when the request that made it began, in milliseconds of the database's clock: `iat` has whole seconds of ours. */
export const BEGAN_CLAIM = 'iat_ms'

type Minting = {
  /** None outside of the provider's own requests. */
  readonly ctx: KoaContextWithOIDC | undefined
  readonly token: { readonly accountId: string; readonly clientId?: string | undefined }
}

async function claimsOfOurs({ db }: Deps, { accounts, limits }: ProviderParts, { ctx, token }: Minting) {
  const { accountId, clientId = '' } = token
  refuseTooMany(ctx, await limits.account.take(accountId))
  if (!isOwn(clientId)) refuseTooMany(ctx, await limits.client.take(clientId))
  const began = currentUnit()?.began ?? (await db.now())
  // Inside a learning system there is the coach only, whatever else its reader may see elsewhere.
  return { roles: isEmbed(clientId) ? [] : await accounts.rolesOf(accountId), [BEGAN_CLAIM]: began.getTime() }
}

/** Secrets are guessed here, so that wrong ones are counted here. */
function countWrongSecrets(provider: Provider, { secrets }: Limits): void {
  const { prototype } = provider.Client
  const compare = prototype.compareClientSecret
  prototype.compareClientSecret = async function counted(this: Client, actual) {
    const { ctx } = Provider
    const key = `${this.clientId} ${ctx ? addressOf(ctx) : ''}`
    refuseTooMany(ctx, secrets.wait(key))
    const matches = await compare.call(this, actual)
    if (!matches) await secrets.count(key)
    return matches
  }
}

/** The provider's own dispatcher calls no private address. An installation on loopback has its apps there too. */
const onLoopback = (publicUrl: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(publicUrl).hostname)

const withoutGuard = (options: RequestInit = {}): RequestInit =>
  Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'dispatcher'))

/** One unit of storage a request; the answer leaves once it is kept. */
async function keepTogether(deps: Deps, { visit, ctx, next }: Together): Promise<void> {
  const unit = await visit(ctx.req, ctx.res)
  await inUnit(unit, next)
  if (await unit.keep()) return
  deps.log.info({ why: USED }, 'grant refused')
  if (!ctx.path.endsWith('/token')) return refuseBrowser(ctx)
  ctx.status = 400
  ctx.body = { error: 'invalid_grant', error_description: 'grant request is invalid' }
}

type Asked = Parameters<Parameters<Provider['use']>[0]>[0]
type Together = { readonly visit: OpenVisit; readonly ctx: Asked; readonly next: () => Promise<unknown> }

/** A sign-in whose result was used before, or a session that was ended meanwhile: nothing of this answer is worth anything. */
function refuseBrowser(ctx: Asked): void {
  const language = languageOf(ctx.get('accept-language'))
  const { expiredTitle: title, expiredBody: body } = wordsIn[language]
  for (const header of ['location', 'set-cookie']) ctx.remove(header)
  ctx.status = 410
  ctx.type = 'html'
  ctx.body = renderPage({ language, title, body })
}

const LONGEST_SESSION = (12 * HOUR) / SECOND

/** From the sign-in on, however much it is used; shorter where the company's provider said so (IPSIE SL1 `session_expiry`). */
function sessionSeconds(
  { realNow }: Pick<Deps, 'realNow'>,
  ctx: KoaContextWithOIDC,
  session: { readonly exp?: number | undefined }
): number {
  const now = Math.floor(realNow().getTime() / SECOND)
  const login = ctx.oidc.result?.login
  const until = login ? Number(login['until'] ?? Number.POSITIVE_INFINITY) : session.exp
  return Math.max(1, Math.min(LONGEST_SESSION, (until ?? Number.POSITIVE_INFINITY) - now))
}

const TTL: NonNullable<Configuration['ttl']> = {
  AccessToken: ACCESS_TOKEN_SECONDS,
  AuthorizationCode: MINUTE / SECOND,
  IdToken: (5 * MINUTE) / SECOND,
  Interaction: HOUR / SECOND,
  RefreshToken: (7 * DAY) / SECOND,
  Grant: (7 * DAY) / SECOND
}

const features = (publicUrl: string): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  // Our API does not check a proof of possession, so no token may claim one.
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: true },
  revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: { enabled: true, logoutSource: askSignOut, postLogoutSuccessSource: saySignedOut },
  resourceIndicators: {
    enabled: true,
    defaultResource: (_ctx, client) => (isOwn(client.clientId) ? apiAudience(publicUrl) : []),
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, resource, client) => {
      if (resource !== apiAudience(publicUrl) || !isOwn(client.clientId)) throw new errors.InvalidTarget()
      return apiResource(publicUrl)
    }
  }
})

/** Nobody is asked to consent: each client is CI's own or was set up by the person's company. */
async function grantOwnClient(ctx: KoaContextWithOIDC, publicUrl: string) {
  const { client, session, provider, account } = ctx.oidc
  if (!client || !account) return undefined
  const known = session?.grantIdFor(client.clientId)
  const found = known ? await provider.Grant.find(known) : undefined
  const grant =
    found?.accountId === account.accountId
      ? found
      : new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope('openid profile email offline_access')
  if (isOwn(client.clientId)) grant.addResourceScope(apiAudience(publicUrl), API_SCOPE)
  await grant.save()
  return grant
}

const languageFor = (ctx: KoaContextWithOIDC): Language => languageOf(ctx.get('accept-language'))

function askSignOut(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = signOutPage(languageFor(ctx), form)
}

function saySignedOut(ctx: KoaContextWithOIDC): void {
  const language = languageFor(ctx)
  ctx.body = renderPage({ language, title: wordsIn[language].signedOutTitle, body: wordsIn[language].signedOutBody })
}

type Failure = { readonly ctx: KoaContextWithOIDC; readonly code: string; readonly error: Error }

function renderError(deps: Deps, { ctx, code, error }: Failure): void {
  deps.log.info({ err: error, code, client: ctx.oidc.client?.clientId }, 'authorization request refused')
  const language = languageFor(ctx)
  const words = wordsIn[language]
  ctx.type = 'html'
  ctx.body = renderPage({
    language,
    title: words.failedTitle,
    body: words.failedBody,
    rest: `<p><code>${escapeHtml(`${code} ${ctx.oidc.client?.clientId ?? ''}`)}</code></p>`
  })
}
