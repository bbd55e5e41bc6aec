/** CI as an OpenID provider: its routes, and the tokens it mints for the tab. */
import { Router, type RequestHandler } from 'express'
import { createTeamsDoor, type PersonKey, type TokenMint } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { securityHeaders } from '../platform/http.ts'
import { createWorkos } from '../vendors/workos.ts'
import { findClient, learningClientId } from './clients.ts'
import { createMint, registerTokenExchange } from './exchange.ts'
import { interactionRoutes } from './interaction.ts'
import { loadSigningKeys } from './keys.ts'
import { linkRoutes } from './link.ts'
import { limitPerAddress, PER_MINUTE } from './limits.ts'
import { createProvider } from './provider.ts'
import { lastRevokedAt } from './revocation.ts'

export type OpenIdProvider = TokenMint & { readonly router: Router }

/** @param options `perMinute` calls of one address; a company may sit behind one. */
export async function createOpenIdProvider(
  deps: Deps,
  options: { readonly perMinute?: number } = {}
): Promise<OpenIdProvider> {
  const { PUBLIC_URL } = deps.config
  const provider = createProvider(deps, await loadSigningKeys(deps))
  const mint = createMint(provider, PUBLIC_URL)
  const revokedAt = (person: PersonKey) => lastRevokedAt(deps, person)
  registerTokenExchange(provider, { mint, open: createTeamsDoor(deps, revokedAt), publicUrl: PUBLIC_URL })
  const router = Router()
  const limit = limitPerAddress(options.perMinute ?? PER_MINUTE)
  router.use(['/oidc', '/signin', '/link'], limit, pinPublicUrl(PUBLIC_URL), securityHeaders([]), keepOpener)
  const workos = createWorkos(deps)
  router.use(interactionRoutes({ deps, workos, provider }), linkRoutes({ deps, workos }))
  router.use('/oidc', providerPolicy, provider.callback())
  return {
    router,
    issuer: provider.issuer,
    lastRevokedAt: revokedAt,
    mintForTab: mint,
    clientsOf: organizationId => clientsOf(deps, organizationId)
  }
}

/** Cookies and addresses follow the public URL, whatever a proxy or a caller says about host and protocol. */
function pinPublicUrl(publicUrl: string): RequestHandler {
  const { protocol, host } = new URL(publicUrl)
  return (req, _res, next) => {
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    req.headers['x-forwarded-host'] = host
    next()
  }
}

/** Teams opens sign-in in a popup and hears of its end through `opener`, which the header would cut. */
const keepOpener: RequestHandler = (_req, res, next) => {
  res.removeHeader('cross-origin-opener-policy')
  next()
}

/** The provider adds its scripts' hashes to `script-src`; its forms post to, or are redirected to, registered addresses only. */
const providerPolicy: RequestHandler = (_req, res, next) => {
  res.set(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'"
  )
  next()
}

async function clientsOf(deps: Deps, organizationId: string) {
  const client = await findClient(deps, learningClientId(organizationId))
  if (!client?.client_secret) return []
  return [
    { clientId: client.client_id, clientSecret: client.client_secret, redirectUris: [...(client.redirect_uris ?? [])] }
  ]
}
