/** Who may ask for tokens: CI's own web app and tab, a client per company's learning site, and those that were registered. */
import { randomBytes } from 'node:crypto'
import type { Client, ClientMetadata } from 'oidc-provider'
import { WEB_CLIENT } from '../contract/surface.ts'
import { recentOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { createMemo } from '../platform/memo.ts'
import { SECOND } from '../platform/time.ts'
import { recentOrigins } from './embed.ts'
import { embedClient, embeddedCompany, isEmbed } from './embed-client.ts'
import { API_TOKEN_ALG, ID_TOKEN_ALG } from './keys.ts'
import { unknownCompany } from './unknown-company.ts'
import { addClient, findClientRow, type ClientRow } from './store.ts'

export const TAB_CLIENT = 'ci-tab'
export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const LEARNING_PREFIX = 'thinkific-'

/** Paths of a Thinkific site that take the answer of a sign-in; the vendor names none in public, so they live here only. */
const LEARNING_CALLBACKS = ['/callback', '/auth/openid_connect/callback', '/users/auth/openid_connect/callback']

export const learningClientId = (organizationId: string): string => `${LEARNING_PREFIX}${organizationId}`

/** Where the provider sends whoever goes on to a site that takes signed tokens. */
export const learningBackUrl = (publicUrl: string, organizationId: string): string =>
  `${publicUrl}/learning/${encodeURIComponent(organizationId)}/back`

export const isOwn = (clientId: string): boolean =>
  clientId === WEB_CLIENT || clientId === TAB_CLIENT || isEmbed(clientId)

/** Ours beside the metadata of the standard; the provider hands them through. */
export const EXTRA_METADATA = ['organization_id', 'pkce_required']

/** The company whose people alone may use the client. */
export const organizationOf = (client: Client | ClientMetadata | undefined): string | undefined => {
  const id = client?.['organization_id']
  return typeof id === 'string' ? id : undefined
}

/** CI's own always; others unless they were registered as unable to, as Thinkific is. */
export const needsPkce = (client: Client): boolean =>
  client.clientId === WEB_CLIENT || isEmbed(client.clientId) || client['pkce_required'] === true

export type Clients = { find(clientId: string): Promise<ClientMetadata | undefined> }

/** How long a changed or removed client may still be used as it was. */
const HELD_MS = 5 * SECOND

export function createClients(deps: Deps): Clients {
  const memo = createMemo<ClientMetadata | undefined>(HELD_MS)
  return {
    find: async clientId => {
      const found = await memo.get(clientId, () => findClient(deps, clientId))
      // One that is added now may be used at once.
      if (!found) memo.forget(clientId)
      return found
    }
  }
}

async function findClient(deps: Deps, clientId: string): Promise<ClientMetadata | undefined> {
  if (clientId === WEB_CLIENT) return webClient(deps.config.PUBLIC_URL)
  if (clientId === TAB_CLIENT) return tabClient(await clientSecret(deps, clientId))
  const embedded = embeddedCompany(clientId)
  if (embedded) return companyEmbed(deps, embedded)
  if (clientId.startsWith(LEARNING_PREFIX)) return learningClient(deps, clientId.slice(LEARNING_PREFIX.length))
  const row = await deps.db.router(trx => findClientRow(trx, clientId))
  return row?.registered ? registeredClient(deps, row) : undefined
}

const webClient = (publicUrl: string): ClientMetadata => ({
  client_id: WEB_CLIENT,
  client_name: 'ConsciousInsights',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [`${publicUrl}/tab/signed-in`],
  post_logout_redirect_uris: [`${publicUrl}/tab/signed-out`],
  id_token_signed_response_alg: API_TOKEN_ALG
})

const tabClient = (secret: string): ClientMetadata => ({
  client_id: TAB_CLIENT,
  client_name: 'ConsciousInsights in Microsoft Teams',
  client_secret: secret,
  token_endpoint_auth_method: 'client_secret_post',
  grant_types: [TOKEN_EXCHANGE],
  response_types: [],
  redirect_uris: []
})

/** Only where its admin let a learning system show it. */
async function companyEmbed(deps: Deps, organizationId: string): Promise<ClientMetadata | undefined> {
  if ((await recentOrigins(deps, organizationId)).length === 0) return undefined
  return embedClient(deps.config.PUBLIC_URL, await recentOrganization(deps, organizationId))
}

async function learningClient(deps: Deps, organizationId: string): Promise<ClientMetadata | undefined> {
  const organization = await recentOrganization(deps, organizationId).catch(unknownCompany)
  const site = organization?.learningSite
  if (!site) return undefined
  const url = site.url.replace(/\/$/u, '')
  return {
    client_id: learningClientId(organizationId),
    client_name: `${organization.name} Academy`,
    client_secret: await clientSecret(deps, learningClientId(organizationId)),
    organization_id: organizationId,
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris:
      site.signIn === 'jwt'
        ? [learningBackUrl(deps.config.PUBLIC_URL, organizationId)]
        : LEARNING_CALLBACKS.map(path => url + path),
    post_logout_redirect_uris: [`${url}/`, url],
    id_token_signed_response_alg: ID_TOKEN_ALG
  }
}

const registeredClient = (deps: Deps, row: ClientRow): ClientMetadata => ({
  client_id: row.clientId,
  client_name: row.name,
  client_secret: openSecret(deps, row),
  ...(row.organizationId ? { organization_id: row.organizationId } : {}),
  pkce_required: row.pkce,
  token_endpoint_auth_method: row.authMethod,
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: [...row.redirectUris],
  post_logout_redirect_uris: [...row.postLogoutRedirectUris],
  ...(row.backchannelLogoutUri
    ? { backchannel_logout_uri: row.backchannelLogoutUri, backchannel_logout_session_required: true }
    : {}),
  id_token_signed_response_alg: ID_TOKEN_ALG
})

/** The built-in client's secret, made when first asked for. */
export async function clientSecret(deps: Deps, clientId: string): Promise<string> {
  const stored = await deps.db.router(async trx => {
    const found = await findClientRow(trx, clientId)
    if (found) return found
    await addClient(trx, { ...BUILT_IN, clientId, ...sealNewSecret(deps, clientId).sealed }, deps.realNow())
    return findClientRow(trx, clientId)
  })
  if (!stored) throw new Error(`the secret of ${clientId} was not stored`)
  return openSecret(deps, stored)
}

const BUILT_IN = {
  registered: false,
  organizationId: undefined,
  name: '',
  redirectUris: [],
  postLogoutRedirectUris: [],
  backchannelLogoutUri: undefined,
  authMethod: 'client_secret_post' as const,
  pkce: false
}

const context = (clientId: string): string => `oidc_clients/${clientId}`

const openSecret = ({ vault }: Deps, row: ClientRow): string =>
  vault.open(row.wrappedKey, context(row.clientId), row.sealedSecret)

/** @returns the secret once in the clear, and as it is stored. */
export function sealNewSecret({ vault }: Deps, clientId: string) {
  const wrappedKey = vault.newKey()
  const secret = randomBytes(32).toString('base64url')
  return { secret, sealed: { wrappedKey, sealedSecret: vault.seal(wrappedKey, context(clientId), secret) } }
}
