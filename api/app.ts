/** The product's HTTP side, its slices mounted in reading order. A pure factory: each test builds a fresh one. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type Express, type RequestHandler } from 'express'
import { auditRoutes } from './audit/routes.ts'
import { channelRoutes } from './channels/routes.ts'
import { coachRoutes } from './coach/routes.ts'
import { directoryRoutes, directoryWebhooks } from './directory/routes.ts'
import { enrollmentRoutes, enrollmentWebhooks } from './enrollment/routes.ts'
import { auditDoors, consentedPage } from './identity/identity.ts'
import { identityRoutes } from './identity/routes.ts'
import { nudgeRoutes } from './nudges/routes.ts'
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
import { reportRoutes } from './reports/routes.ts'

const BUILT_TAB = fileURLToPath(new URL('../dist/tab', import.meta.url))

export type AppOptions = {
  readonly authenticate: Authenticate
  readonly hold?: Hold
  /** Where Vite wrote the tab. */
  readonly tabFolder?: string
}

export async function createApp(
  deps: Deps,
  { authenticate, hold, tabFolder = BUILT_TAB }: AppOptions
): Promise<Express> {
  const app = createWeb()
  app.use(health(deps), legalPages(), consentedPage())
  app.use(directoryWebhooks(deps), enrollmentWebhooks(deps))

  const provider = await createOpenIdProvider(deps)
  app.use(provider.router, receiptKeyPage(deps))

  const api = createApi(authenticate, hold)
  organizationRoutes(deps, api)
  directoryRoutes(deps, api)
  identityRoutes(deps, api, provider)
  oauthRoutes(deps, api)
  enrollmentRoutes(deps, api)
  channelRoutes(deps, api)
  coachRoutes(deps, api)
  nudgeRoutes(deps, api)
  reportRoutes(deps, api)
  auditRoutes(deps, api, auditDoors(deps))
  app.use(securityHeaders([]), api.router)

  app.use('/tab', securityHeaders([...TEAMS_HOSTS, ...deps.config.FRAME_ANCESTORS]), tab(tabFolder))
  app.use(notFound, answerErrors(deps.log))
  return app
}

/** Hashed assets may be cached for a year; index.html never, because Teams caches hard. */
function tab(folder: string): RequestHandler {
  const router = express.Router()
  const page: RequestHandler = (_req, res) => {
    if (!existsSync(`${folder}/index.html`))
      res.status(503).type('text').send('The tab is not built yet: run `npm run build`')
    else res.set('cache-control', 'no-cache').sendFile(`${folder}/index.html`)
  }
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(express.static(folder, { index: false, maxAge: 0 }))
  router.get('/{*path}', page)
  return router
}
