/** oidc-provider, set up as data: our storage, clients, keys, claims and pages. */
import { errors, Provider, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider'
import { languageOf, type Language } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { escapeHtml, renderPage } from '../platform/page.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../platform/time.ts'
import { findAccount, rolesOf } from './accounts.ts'
import { createAdapter } from './adapter.ts'
import { findClient, TAB_CLIENT, WEB_CLIENT } from './clients.ts'
import { API_TOKEN_ALG, type SigningKey } from './keys.ts'
import { signOutPage } from './pages.ts'
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

export function createProvider(deps: Deps, keys: readonly SigningKey[]): Provider {
  const { PUBLIC_URL, COOKIE_KEYS } = deps.config
  const provider = new Provider(issuerOf(PUBLIC_URL), {
    adapter: createAdapter(deps, clientId => findClient(deps, clientId)),
    jwks: { keys: [...keys] } as NonNullable<Configuration['jwks']>,
    cookies: {
      keys: [...COOKIE_KEYS],
      long: { signed: true, sameSite: 'lax' },
      short: { signed: true, sameSite: 'lax' }
    },
    claims: { openid: ['sub'], email: ['email'], profile: ['given_name', 'family_name', 'name'] },
    // Thinkific reads the ID token; by default it would hold `sub` only.
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    findAccount: (_ctx, subject) => findAccount(deps, subject),
    extraTokenClaims: async (_ctx, token) =>
      'accountId' in token ? { roles: await rolesOf(deps, String(token.accountId)) } : undefined,
    loadExistingGrant: ctx => grantOwnClient(ctx, PUBLIC_URL),
    interactions: {
      policy: createPolicy(),
      url: (_ctx, interaction) =>
        `${new URL(PUBLIC_URL).pathname.replace(/\/$/u, '')}/oidc/interaction/${interaction.uid}`
    },
    pkce: { required: (_ctx, client) => client.clientId === WEB_CLIENT },
    rotateRefreshToken: true,
    // It lives no longer than the session it came from.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => true,
    clientBasedCORS: () => false,
    ttl: TTL,
    features: features(PUBLIC_URL),
    fetch: (url, options) => deps.fetch(url, options),
    renderError: (ctx, out, error) => renderError(deps, { ctx, code: out.error, error })
  })
  // The public URL is pinned on each request before it comes here, see `pinPublicUrl`.
  provider.proxy = true
  provider.on('server_error', (_ctx, err) => deps.log.error({ err }, 'OpenID provider failed'))
  return provider
}

const TTL: NonNullable<Configuration['ttl']> = {
  AccessToken: ACCESS_TOKEN_SECONDS,
  AuthorizationCode: MINUTE / SECOND,
  IdToken: (5 * MINUTE) / SECOND,
  Interaction: HOUR / SECOND,
  Session: (12 * HOUR) / SECOND,
  RefreshToken: (7 * DAY) / SECOND,
  Grant: (7 * DAY) / SECOND
}

const features = (publicUrl: string): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  // Our API does not check a proof of possession, so no token may claim one.
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: true },
  revocation: { enabled: true },
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

const isOwn = (clientId: string): boolean => clientId === WEB_CLIENT || clientId === TAB_CLIENT

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
