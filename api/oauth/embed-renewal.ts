/**
 * Keeps a framed coach signed in over a reload: the refresh token of its sign-in stays in a cookie that only this frame inside
 * this learning system gets, or in the page's memory where the browser keeps none. It ends with the session it came from.
 */
import type { IncomingMessage } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider'
import type { Deps } from '../platform/deps.ts'
import { HOUR, SECOND } from '../platform/time.ts'
import { doorOf, type Accounts } from './accounts.ts'
import { EMBED_RENEWAL, embeddedCompany } from './embed-client.ts'
import { ACCESS_TOKEN_SECONDS, API_SCOPE, apiAudience, apiResource } from './provider.ts'

/** As long as a session lives at most. */
const KEPT_SECONDS = (12 * HOUR) / SECOND

type Params = { readonly refresh_token?: string; readonly sub?: string }
type Parts = { readonly deps: Deps; readonly accounts: Accounts }

/** `__Host-`: no other host, path or plain connection can set or get it; a company's own, so that two never share one. */
const nameOf = (organizationId: string): string => `__Host-ci-embed-${organizationId}`

export const keptIn = ({ headers }: IncomingMessage, organizationId: string): string | undefined =>
  parseCookie(headers.cookie ?? '')[nameOf(organizationId)]

/** Partitioned: sent inside the learning system where it was set, and nowhere else. */
const cookieOf = (organizationId: string, value: string, maxAge: number): string =>
  stringifySetCookie({
    name: nameOf(organizationId),
    value,
    maxAge,
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'none',
    partitioned: true
  })

export const forgetCookie = (organizationId: string): string => cookieOf(organizationId, '', 0)

/** Every page of the learning system's site could make the browser send the cookie; only our own frame is answered. */
export const isOurs = ({ headers }: IncomingMessage, { PUBLIC_URL }: Deps['config']): boolean =>
  headers.origin === new URL(PUBLIC_URL).origin

/** @param sub whom the page shows: a cookie of somebody else who signed in beside it opens nothing here. */
export function registerEmbedRenewal(provider: Provider, { deps, accounts }: Parts): void {
  const { config } = deps
  provider.registerGrantType<Params>(
    EMBED_RENEWAL,
    async ctx => {
      const { client, params } = ctx.oidc
      const organizationId = embeddedCompany(client?.clientId ?? '')
      if (!client || !organizationId || !isOurs(ctx.req, config))
        throw new errors.InvalidRequest('from our own page only')
      const { refresh_token: given, sub } = params
      const kept = given ?? keptIn(ctx.req, organizationId)
      const found = kept ? await findKept(provider, { kept, clientId: client.clientId }) : undefined
      const account = found && (await accounts.find(found.accountId, doorOf(found)))
      if (!kept || !found || !account || (sub && sub !== account.accountId)) return refuse(ctx, organizationId)
      const token = new provider.AccessToken({
        client,
        accountId: account.accountId,
        scope: API_SCOPE,
        gty: EMBED_RENEWAL,
        grantId: found.grantId ?? '',
        ...(found.sessionUid ? { sessionUid: found.sessionUid } : {}),
        resourceServer: new provider.ResourceServer(apiAudience(config.PUBLIC_URL), apiResource(config.PUBLIC_URL))
      })
      if (given) ctx.append('set-cookie', cookieOf(organizationId, given, KEPT_SECONDS))
      ctx.body = {
        access_token: await token.save(),
        token_type: 'Bearer',
        expires_in: ACCESS_TOKEN_SECONDS,
        sub: account.accountId
      }
    },
    ['refresh_token', 'sub']
  )
}

type Kept = { readonly kept: string; readonly clientId: string }

/** Undefined also when its session has ended, and for one that was exchanged for another since. */
async function findKept(provider: Provider, { kept, clientId }: Kept) {
  const found = await provider.RefreshToken.find(kept)
  if (!found || found.clientId !== clientId || found.isExpired || found.consumed || !found.grantId) return undefined
  return found
}

function refuse(ctx: KoaContextWithOIDC, organizationId: string): never {
  ctx.append('set-cookie', forgetCookie(organizationId))
  throw new errors.InvalidGrant('nothing is kept here')
}
