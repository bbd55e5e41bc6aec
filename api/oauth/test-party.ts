/** Apps that sign people in through CI, played by a certified client library, and the provider's answer about a person. */
import * as client from 'openid-client'
import { createBrowser, type Browser } from './test-browser.ts'
import { CONNECTION, type SignInWorld } from './test-world.ts'

export type Party = { readonly config: client.Configuration; readonly redirectUri: string }
type Extra = Readonly<Record<string, string>>

/** What a PingFederate without standard claims says. */
export const ping = (idpId: string) => ({
  idp_id: idpId,
  connection_id: CONNECTION,
  connection_type: 'GenericOIDC',
  raw_attributes: { sub: idpId, uid: idpId, mail: `${idpId}@ping.test`, givenName: 'Lucía', sn: 'Martínez' }
})

const discover = (
  world: SignInWorld,
  clientId: string,
  metadata: Partial<client.ClientMetadata>,
  authentication: client.ClientAuth
): Promise<client.Configuration> =>
  client.discovery(new URL(`${world.url}/oidc`), clientId, metadata, authentication, {
    execute: [client.allowInsecureRequests]
  })

export async function learningParty(world: SignInWorld, organizationId = world.organizationId): Promise<Party> {
  const { clientId, clientSecret, redirectUri } = await world.learningClient(organizationId)
  return { config: await discover(world, clientId, {}, client.ClientSecretPost(clientSecret)), redirectUri }
}

export const webParty = async (world: SignInWorld): Promise<Party> => ({
  config: await discover(world, 'ci-web', { id_token_signed_response_alg: 'ES256' }, client.None()),
  redirectUri: `${world.url}/tab/signed-in`
})

export type Registered = { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string }

export const registeredParty = async (
  world: SignInWorld,
  { clientId, clientSecret, redirectUri }: Registered
): Promise<Party> => ({
  config: await discover(world, clientId, {}, client.ClientSecretBasic(clientSecret)),
  redirectUri
})

export const browserFor = (world: SignInWorld): Browser => createBrowser([world.url, world.workos.url])

export const askFor = ({ config, redirectUri }: Party, more: Extra = {}): string =>
  client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: 'app-state',
    ...more
  }).href

export const redeem = ({ config }: Party, url: string, verifier?: string) =>
  client.authorizationCodeGrant(config, new URL(url), {
    expectedState: 'app-state',
    ...(verifier ? { pkceCodeVerifier: verifier } : {})
  })

/** With PKCE. */
export async function signInToWeb(browser: Browser, party: Party, more: Extra = {}) {
  const verifier = client.randomPKCECodeVerifier()
  const challenge = await client.calculatePKCECodeChallenge(verifier)
  const { url } = await browser.open(
    askFor(party, { code_challenge: challenge, code_challenge_method: 'S256', login_hint: 'x@ping.test', ...more })
  )
  return redeem(party, url, verifier)
}
