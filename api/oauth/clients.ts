/** Who may ask for tokens: CI's own web app and tab, and one client per company's learning site. */
import { randomBytes } from 'node:crypto'
import type { ClientMetadata } from 'oidc-provider'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { API_TOKEN_ALG, ID_TOKEN_ALG } from './keys.ts'
import { addSealedSecret, findSealedSecret, type SealedRow } from './store.ts'

export const WEB_CLIENT = 'ci-web'
export const TAB_CLIENT = 'ci-tab'
export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const LEARNING_PREFIX = 'thinkific-'

/** Paths of a Thinkific site that take the answer of a sign-in; the vendor names none in public, so they live here only. */
const LEARNING_CALLBACKS = ['/callback', '/auth/openid_connect/callback', '/users/auth/openid_connect/callback']

export const learningClientId = (organizationId: string): string => `${LEARNING_PREFIX}${organizationId}`

/** The company a client belongs to; undefined for CI's own. */
export const organizationOfClient = (clientId: string): string | undefined =>
  clientId.startsWith(LEARNING_PREFIX) ? clientId.slice(LEARNING_PREFIX.length) : undefined

export async function findClient(deps: Deps, clientId: string): Promise<ClientMetadata | undefined> {
  if (clientId === WEB_CLIENT) return webClient(deps.config.PUBLIC_URL)
  if (clientId === TAB_CLIENT) return tabClient(await clientSecret(deps, clientId))
  const organizationId = organizationOfClient(clientId)
  return organizationId ? learningClient(deps, organizationId) : undefined
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

async function learningClient(deps: Deps, organizationId: string): Promise<ClientMetadata | undefined> {
  const organization = await getOrganization(deps, organizationId).catch(unknownCompany)
  const site = organization?.learningSite
  if (!site) return undefined
  const url = site.url.replace(/\/$/u, '')
  return {
    client_id: learningClientId(organizationId),
    client_name: `${organization.name} Academy`,
    client_secret: await clientSecret(deps, learningClientId(organizationId)),
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: LEARNING_CALLBACKS.map(path => url + path),
    post_logout_redirect_uris: [`${url}/`, url],
    id_token_signed_response_alg: ID_TOKEN_ALG
  }
}

/** Anyone may send any client id. */
function unknownCompany(error: unknown): undefined {
  if (error instanceof ProblemError && error.code === 'not_found') return undefined
  throw error
}

/** The client's secret, made when first asked for. */
export async function clientSecret(deps: Deps, clientId: string): Promise<string> {
  const stored = await deps.db.router(async trx => {
    const found = await findSealedSecret(trx, clientId)
    if (found) return found
    await addSealedSecret(trx, sealNew(deps, clientId), deps.realNow())
    return findSealedSecret(trx, clientId)
  })
  if (!stored) throw new Error(`the secret of ${clientId} was not stored`)
  return deps.vault.open(stored.wrappedKey, context(clientId), stored.sealed)
}

const context = (clientId: string): string => `oidc_clients/${clientId}`

function sealNew({ vault }: Deps, clientId: string): SealedRow {
  const wrappedKey = vault.newKey()
  const secret = randomBytes(32).toString('base64url')
  return { id: clientId, wrappedKey, sealed: vault.seal(wrappedKey, context(clientId), secret) }
}
