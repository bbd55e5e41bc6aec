/** The coach inside a company's learning system, as an OpenID client of each company's own. */
import type { ClientMetadata } from 'oidc-provider'
import { EMBED_PREFIX } from '../contract/surface.ts'

/** Ours: a token for a frame that was reloaded, by the cookie it left behind. */
export const EMBED_RENEWAL = 'urn:consciousinsights:params:oauth:grant-type:embed-renewal'

export const embedClientId = (organizationId: string): string => `${EMBED_PREFIX}${organizationId}`

export const isEmbed = (clientId: string): boolean => clientId.startsWith(EMBED_PREFIX)

/** The company whose coach the client is, or undefined for any other client. */
export const embeddedCompany = (clientId: string): string | undefined =>
  isEmbed(clientId) ? clientId.slice(EMBED_PREFIX.length) : undefined

/** The page in the popup that hands the code to the frame. */
export const embedReturn = (publicUrl: string, organizationId: string): string =>
  `${publicUrl}/embed/${encodeURIComponent(organizationId)}/signed-in`

type Named = { readonly organizationId: string; readonly name: string }

export const embedClient = (publicUrl: string, { organizationId, name }: Named): ClientMetadata => ({
  client_id: embedClientId(organizationId),
  client_name: `ConsciousInsights in the learning system of ${name}`,
  organization_id: organizationId,
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token', EMBED_RENEWAL],
  response_types: ['code'],
  redirect_uris: [embedReturn(publicUrl, organizationId)],
  id_token_signed_response_alg: 'ES256'
})
