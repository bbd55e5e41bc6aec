/** CI as an OpenID provider: its routes, and the tokens it mints for the tab. */
import { Router, type RequestHandler } from 'express'
import { createAskCode, createTeamsDoor, createTries, type TokenMint } from '../identity/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { securityHeaders } from '../platform/http.ts'
import { createWorkos } from '../vendors/workos.ts'
import { createAccounts } from './accounts.ts'
import { createClients, learningClientId, type Clients } from './clients.ts'
import { createMint, registerTokenExchange, type MintForTab } from './exchange.ts'
import { registerEmbedRenewal } from './embed-renewal.ts'
import { embedSignOut } from './embed-routes.ts'
import { interactionRoutes } from './interaction.ts'
import { followKeys } from './follow-keys.ts'
import { learningRoutes } from './learning-door.ts'
import { linkRoutes } from './link.ts'
import { createLimits, limitAddress, PER_MINUTE, type PerMinute } from './limits.ts'
import { createProvider, issuerOf, type ProviderParts } from './provider.ts'
import { lastRevocations, revokePerson } from './revocation.ts'
import { inUnit, openUnit } from './unit.ts'
import { tenantPages } from './tenant.ts'
import { createVisits } from './visit.ts'

export { signCompanyReceipt } from './departures.ts'

export type OpenIdProvider = TokenMint & { readonly router: Router }

export type ProviderOptions = {
  readonly perMinute?: PerMinute
  /** Another storage than ours, for comparison. */
  readonly adapter?: ProviderParts['adapter']
}

const PAGES = ['/oidc', '/signin', '/link', '/tenant', '/learning']

export async function createOpenIdProvider(deps: Deps, options: ProviderOptions = {}): Promise<OpenIdProvider> {
  const { PUBLIC_URL } = deps.config
  const limits = createLimits(deps, options.perMinute ?? PER_MINUTE)
  const shared = { clients: createClients(deps), accounts: createAccounts(deps), adapter: options.adapter, limits }
  const current = await followKeys(deps, keys => build(deps, { ...shared, keys }))
  const router = Router()
  router.use([...PAGES, '/v1/session', '/v1/company-receipts', '/v1/company-exports'], limitAddress(deps, limits))
  router.use(PAGES, pinPublicUrl(PUBLIC_URL), securityHeaders([]), keepOpener)
  router.use(PAGES, async (req, res, next) => {
    const { router: built } = await current()
    // The address as it came: the routes below know the whole of it.
    req.url = req.originalUrl
    built(req, res, next)
  })
  return {
    router,
    issuer: issuerOf(PUBLIC_URL),
    lastRevocations,
    revoke: async (trx, revocation) => {
      await revokePerson(trx, deps, revocation)
    },
    mintForTab: async find =>
      inUnit(await openUnit(deps), async () => {
        const person = await find()
        return (await current()).mint(person)
      }),
    clientsOf: organizationId => clientsOf(shared.clients, organizationId)
  }
}

type Built = { readonly router: Router; readonly mint: MintForTab }

/** All that hangs on the signing keys; what it stores is in the database, so that it may be built again at any time. */
function build(deps: Deps, parts: ProviderParts): Built {
  const { PUBLIC_URL } = deps.config
  const { clients, accounts, limits } = parts
  const provider = createProvider(deps, parts)
  const mint = createMint(provider, { accounts, publicUrl: PUBLIC_URL })
  const open = createTeamsDoor(deps, lastRevocations)
  registerEmbedRenewal(provider, { deps, accounts })
  registerTokenExchange(provider, { mint, open, tries: createTries(deps), publicUrl: PUBLIC_URL })
  const workos = createWorkos(deps)
  const visit = createVisits(deps)
  const router = Router()
  router.use(
    interactionRoutes({
      deps,
      visit,
      workos,
      provider,
      clients,
      accounts,
      limits,
      askCode: createAskCode(deps)
    }),
    linkRoutes({ deps, workos, limits }),
    tenantPages({ deps, limits }),
    learningRoutes({ deps, visit, provider, accounts, limits }),
    embedSignOut({ deps, provider, visit })
  )
  router.use('/oidc', providerPolicy, provider.callback())
  return { router, mint }
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

async function clientsOf(clients: Clients, organizationId: string) {
  const client = await clients.find(learningClientId(organizationId))
  if (!client?.client_secret) return []
  return [
    { clientId: client.client_id, clientSecret: client.client_secret, redirectUris: [...(client.redirect_uris ?? [])] }
  ]
}
