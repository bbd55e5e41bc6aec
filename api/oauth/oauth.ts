/** CI as an OpenID provider: its routes, and the tokens it mints for the tab. */
import { Router, type RequestHandler } from 'express'
import { createTeamsDoor, type TokenMint } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { securityHeaders } from '../platform/http.ts'
import { MINUTE } from '../platform/time.ts'
import { createWorkos } from '../vendors/workos.ts'
import { findClient, learningClientId } from './clients.ts'
import { createMint, registerTokenExchange, type MintForTab } from './exchange.ts'
import { interactionRoutes } from './interaction.ts'
import { loadSigningKeys, rotateWhenDue, type SigningKey } from './keys.ts'
import { linkRoutes } from './link.ts'
import { limitPerAddress, PER_MINUTE } from './limits.ts'
import { createProvider, issuerOf } from './provider.ts'
import { lastRevokedAt } from './revocation.ts'

export type OpenIdProvider = TokenMint & { readonly router: Router }

/** @param options `perMinute` calls of one address; a company may sit behind one. */
export async function createOpenIdProvider(
  deps: Deps,
  options: { readonly perMinute?: number } = {}
): Promise<OpenIdProvider> {
  const { PUBLIC_URL } = deps.config
  const current = await followKeys(deps, keys => build(deps, keys))
  const router = Router()
  const limit = limitPerAddress(options.perMinute ?? PER_MINUTE)
  router.use(['/oidc', '/signin', '/link'], limit, pinPublicUrl(PUBLIC_URL), securityHeaders([]), keepOpener)
  router.use(['/oidc', '/signin', '/link'], async (req, res, next) => {
    const { router: built } = await current()
    // The address as it came: the routes below know the whole of it.
    req.url = req.originalUrl
    built(req, res, next)
  })
  return {
    router,
    issuer: issuerOf(PUBLIC_URL),
    lastRevokedAt: person => lastRevokedAt(deps, person),
    mintForTab: async person => (await current()).mint(person),
    clientsOf: organizationId => clientsOf(deps, organizationId)
  }
}

type Built = { readonly router: Router; readonly mint: MintForTab }

/** All that hangs on the signing keys; what it stores is in the database, so that it may be built again at any time. */
function build(deps: Deps, keys: readonly SigningKey[]): Built {
  const { PUBLIC_URL } = deps.config
  const provider = createProvider(deps, keys)
  const mint = createMint(provider, PUBLIC_URL)
  const open = createTeamsDoor(deps, person => lastRevokedAt(deps, person))
  registerTokenExchange(provider, { mint, open, publicUrl: PUBLIC_URL })
  const workos = createWorkos(deps)
  const router = Router()
  router.use(interactionRoutes({ deps, workos, provider }), linkRoutes({ deps, workos }))
  router.use('/oidc', providerPolicy, provider.callback())
  return { router, mint }
}

const LOOK_EVERY_MS = MINUTE

const readKeys = async (deps: Deps): Promise<readonly SigningKey[]> => {
  await rotateWhenDue(deps)
  return loadSigningKeys(deps)
}

/** Builds again when other keys are published, looking at most once a minute. While keys cannot be read, the last ones serve. */
async function followKeys<T>(deps: Deps, make: (keys: readonly SigningKey[]) => T): Promise<() => Promise<T>> {
  const nameOf = (keys: readonly SigningKey[]): string => keys.map(({ kid }) => kid).join(' ')
  const first = await loadSigningKeys(deps)
  let held = { name: nameOf(first), made: make(first), at: deps.realNow().getTime() }
  return async () => {
    const at = deps.realNow().getTime()
    if (at - held.at < LOOK_EVERY_MS) return held.made
    held = { ...held, at }
    const keys = await readKeys(deps).catch((err: unknown) => deps.log.error({ err }, 'keys cannot be read'))
    if (keys && nameOf(keys) !== held.name) held = { name: nameOf(keys), made: make(keys), at }
    return held.made
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
