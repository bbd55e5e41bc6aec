/** The product's HTTP side, its slices mounted in reading order. A pure factory: each test builds a fresh one. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import express, { type Express, type RequestHandler } from 'express'
import { auditRoutes } from './audit/routes.ts'
import { channelRoutes } from './channels/routes.ts'
import type { Engines } from './coach/choose.ts'
import { memoryRoutes } from './coach/memory-routes.ts'
import { coachRoutes } from './coach/routes.ts'
import { consoleRoutes } from './console/routes.ts'
import { directoryRoutes, directoryWebhooks } from './directory/routes.ts'
import { enrollmentRoutes, enrollmentWebhooks } from './enrollment/routes.ts'
import { contextRoutes } from './hr/routes.ts'
import { auditDoors, consentedPage, ownConsentPages } from './identity/identity.ts'
import { identityRoutes } from './identity/routes.ts'
import { keyRoutes } from './keys/routes.ts'
import { leavingRoutes } from './leaving/routes.ts'
import { firstView } from './first-view.ts'
import { experimentRoutes } from './nudges/experiment-routes.ts'
import { nudgeRoutes } from './nudges/routes.ts'
import { embedPages } from './oauth/embed-pages.ts'
import { createOpenIdProvider } from './oauth/oauth.ts'
import { oauthRoutes, receiptKeyPage } from './oauth/routes.ts'
import { organizationRoutes } from './organizations/routes.ts'
import type { Deps } from './platform/deps.ts'
import {
  answerErrors,
  createApi,
  createWeb,
  notFound,
  securityHeaders,
  TEAMS_HOSTS,
  type Authenticate,
  type Hold
} from './platform/http.ts'
import { health } from './platform/health.ts'
import { legalPages } from './platform/legal.ts'
import { escapeHtml } from './platform/page.ts'
import { personalParts } from './personal-data.ts'
import { precompressed } from './platform/precompressed.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { mailPages } from './reach/reach.ts'
import { reachRoutes } from './reach/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

const BUILT_TAB = fileURLToPath(new URL('../dist/tab', import.meta.url))

export type AppOptions = {
  readonly authenticate: Authenticate
  readonly hold?: Hold
  /** Which engines answer as the coach; the product's own when not said. */
  readonly engines?: Engines
  /** Where Vite wrote the tab. */
  readonly tabFolder?: string
}

export async function createApp(
  deps: Deps,
  { authenticate, hold, engines, tabFolder = BUILT_TAB }: AppOptions
): Promise<Express> {
  const app = createWeb()
  app.use(health(deps), legalPages(), consentedPage(), mailPages(deps))
  app.use(directoryWebhooks(deps), enrollmentWebhooks(deps))

  const provider = await createOpenIdProvider(deps)
  app.use(provider.router, receiptKeyPage(deps))

  const api = createApi(authenticate, hold)
  organizationRoutes(deps, api)
  consoleRoutes(deps, api)
  directoryRoutes(deps, api)
  identityRoutes(deps, api, provider, firstView(deps))
  oauthRoutes(deps, api)
  enrollmentRoutes(deps, api)
  channelRoutes(deps, api)
  coachRoutes(deps, api, engines)
  memoryRoutes(deps, api)
  contextRoutes(deps, api)
  nudgeRoutes(deps, api)
  experimentRoutes(deps, api)
  reachRoutes(deps, api)
  reportRoutes(deps, api)
  privacyRoutes(deps, api, personalParts)
  leavingRoutes(deps, api)
  webhookRoutes(deps, api)
  keyRoutes(deps, api)
  paperRoutes(deps, api, personalParts)
  auditRoutes(deps, api, auditDoors(deps))
  app.use(securityHeaders([]), api.router)

  app.use(ownConsentPages(deps, tabPage(deps, tabFolder)))
  app.use('/tab', securityHeaders([...TEAMS_HOSTS, ...deps.config.FRAME_ANCESTORS]), tab(deps, tabFolder))
  app.use('/embed', embedPages(deps, tabPage(deps, tabFolder)))
  app.use(notFound, answerErrors(deps.log))
  return app
}

/** Hashed assets may be cached for a year; index.html never, because Teams caches hard. */
function tab(deps: Deps, folder: string): RequestHandler {
  const router = express.Router()
  router.use('/assets', precompressed(`${folder}/assets`))
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(express.static(folder, { index: false, maxAge: 0 }))
  const [framed, alone] = [tabPage(deps, folder, 'framed.html'), tabPage(deps, folder)]
  router.get('/{*path}', (req, res, next) => {
    res.vary('sec-fetch-dest')
    return req.get('sec-fetch-dest') === 'iframe' ? framed(req, res, next) : alone(req, res, next)
  })
  return router
}

const tabPage =
  ({ config }: Deps, folder: string, name = 'index.html'): RequestHandler =>
  async (_req, res) => {
    const page = await readFile(`${folder}/${name}`, 'utf8').catch(() => undefined)
    if (page === undefined) res.status(503).type('text').send('The tab is not built yet: run `npm run build`')
    else res.set('cache-control', 'no-cache').type('html').send(withSupport(page, config.SUPPORT_CONTACT))
  }

/** In the page itself: it is told where nothing else can be loaded. */
const withSupport = (page: string, contact: string | undefined): string =>
  contact ? page.replace('</head>', () => `<meta name="ci-support" content="${escapeHtml(contact)}"></head>`) : page
