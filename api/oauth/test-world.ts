/** One company with people, its provider and a browser: what tests of sign-in share. */
import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { learningClientId } from './clients.ts'
import { createAuthenticator } from './authenticator.ts'
import { PER_MINUTE, type PerMinute } from './limits.ts'
import { oauthDefinitions } from './jobs.ts'
import { createOpenIdProvider, type OpenIdProvider } from './oauth.ts'
import { oauthRoutes, receiptKeyPage } from './routes.ts'
import { startTestEntra, startTestWorkos, type TestEntra, type TestWorkos } from './test-vendors.ts'
import { auditRoutes } from '../audit/routes.ts'
import { createClient, type Client } from '../contract/client.ts'
import { listOrganizationClients } from '../contract/oauth.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { findPersonByIdp, pullEvents, type Person } from '../directory/directory.ts'
import { directoryRoutes } from '../directory/routes.ts'
import { enrollmentRoutes, enrollmentWebhooks } from '../enrollment/routes.ts'
import { auditDoors, consentedPage } from '../identity/identity.ts'
import { firstView } from '../first-view.ts'
import { identityRoutes } from '../identity/routes.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { answerErrors, createApi, createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { apiHandlers, definitions } from '../start.ts'
import { createPublish } from '../wiring.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import type { DirectoryEvent, Workos } from '../vendors/workos.ts'

export const TENANT = 'aaaaaaaa-0000-4000-8000-00000000000a'
export const CONNECTION = 'conn_ping'
export const SITE = 'http://127.0.0.1:9'
export const OPERATOR = 'operator-token-for-tests'

export type SignInWorld = AsyncDisposable & {
  readonly url: string
  readonly deps: Deps
  readonly workos: TestWorkos
  readonly entra: TestEntra
  readonly organizationId: string
  /** A second company, with its own tenant and no directory. */
  readonly otherId: string
  readonly call: (token?: string) => Client
  /** As an admin of the first company, made for it. */
  readonly asAdmin: () => Promise<Client>
  /** Access tokens of an admin of the first company, and of somebody without a role. */
  readonly adminToken: () => Promise<string>
  readonly memberToken: () => Promise<string>
  readonly addPerson: (idpId: string, raw?: Readonly<Record<string, unknown>>) => Promise<Person>
  readonly setActive: (idpId: string, state: 'active' | 'inactive') => Promise<void>
  readonly learningClient: (
    organizationId: string
  ) => Promise<{ readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string }>
}

export const OTHER_TENANT = 'bbbbbbbb-0000-4000-8000-00000000000b'

type WorldOptions = {
  /** Whether what a request or an event enqueues is also done. */
  readonly jobs?: boolean
  readonly config?: Readonly<Record<string, string>>
  /** Loopback by number or by name. */
  readonly host?: '127.0.0.1' | 'localhost'
  readonly perMinute?: Partial<PerMinute>
  /** Settings of the second company. */
  readonly other?: object
}

export async function startSignInWorld(options: WorldOptions = {}): Promise<SignInWorld> {
  const { jobs = false, config = {}, host = '127.0.0.1', perMinute = {}, other = {} } = options
  await using stack = new AsyncDisposableStack()
  let app: RequestListener = (_req, res) => void res.end()
  const listening = stack.use(await listen((req, res) => app(req, res), { port: 0, host: '127.0.0.1' }))
  const url = `http://${host}:${listening.port}`
  const workos = stack.use(await startTestWorkos())
  const entra = stack.use(await startTestEntra('33333333-3333-4333-8333-333333333333'))
  const world = stack.use(
    await createTestWorld({
      ...(jobs ? { definitions, publish: ({ queue }) => createPublish(queue) } : { definitions: oauthDefinitions }),
      config: { PUBLIC_URL: url, WORKOS_URL: workos.url, ENTRA_URL: entra.url, ...config }
    })
  )
  const authenticator = stack.use(await createAuthenticator(world.deps))
  const built = await buildApp(world, authenticator, { ...PER_MINUTE, ...perMinute })
  app = built.web
  if (jobs) await world.work(apiHandlers(world.deps))
  const [organizationId, otherId] = await addCompanies(world.deps, other)
  const call = (token?: string): Client => createClient({ baseUrl: url, fetch, token: async () => token })
  const feed = createFeed(world.deps, organizationId)
  const mint = async (idpId: string, roles: Person['roles']): Promise<string> => {
    const person = (await findPersonByIdp(world.deps, organizationId, idpId)) ?? (await feed.addPerson(idpId))
    await world.deps.db.owner(trx =>
      sql`update people set roles = ${[...roles]} where id = ${person.personId}`.execute(trx)
    )
    return (await built.provider.mintForTab(async () => ({ ...person, roles }))).accessToken
  }
  const owned = stack.move()
  return {
    url,
    deps: world.deps,
    workos,
    entra,
    organizationId,
    otherId,
    call,
    asAdmin: async () => call(await mint('admin', ['admin'])),
    adminToken: () => mint('admin', ['admin']),
    memberToken: () => mint('member', []),
    ...feed,
    learningClient: async id => {
      const { clients } = await call(OPERATOR)(listOrganizationClients, { params: { organizationId: id } })
      const client = clients.find(({ clientId }) => clientId === learningClientId(id))
      if (!client) throw new Error('the company has no learning client')
      return { clientId: client.clientId, clientSecret: client.clientSecret, redirectUri: client.redirectUris[0] ?? '' }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

async function buildApp(
  { deps }: TestWorld,
  { authenticate, hold }: Awaited<ReturnType<typeof createAuthenticator>>,
  perMinute: PerMinute
): Promise<{ readonly web: RequestListener; readonly provider: OpenIdProvider }> {
  const web = createWeb()
  const provider = await createOpenIdProvider(deps, { perMinute })
  const api = createApi(authenticate, hold)
  identityRoutes(deps, api, provider, firstView(deps))
  oauthRoutes(deps, api)
  directoryRoutes(deps, api)
  enrollmentRoutes(deps, api)
  auditRoutes(deps, api, auditDoors(deps))
  web.use(
    enrollmentWebhooks(deps),
    consentedPage(),
    provider.router,
    receiptKeyPage(deps),
    api.router,
    answerErrors(deps.log)
  )
  return { web, provider }
}

export const settings = (input: object) =>
  organizationSettingsSchema.parse({
    demo: true,
    timezone: 'America/Mexico_City',
    country: 'MX',
    locale: 'es',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23',
    learningSite: { kind: 'thinkific', subdomain: 'demo', url: SITE, apiKey: 'learning-key-for-tests' },
    ...input
  })

async function addCompanies(deps: Deps, other: object = {}): Promise<readonly [string, string]> {
  const first = await configureOrganization(deps, {
    externalId: 'ping',
    settings: settings({
      name: 'Demo Ping Company',
      workosOrganizationId: 'org_ping',
      connectionId: CONNECTION,
      domains: ['ping.test'],
      entraTenantIds: [TENANT],
      entraObjectIdAttribute: 'objectId'
    })
  })
  const second = await configureOrganization(deps, {
    externalId: 'okta',
    settings: settings({
      name: 'Demo Okta Company',
      workosOrganizationId: 'org_okta',
      connectionId: 'conn_okta',
      domains: ['okta.test'],
      entraTenantIds: [OTHER_TENANT],
      joining: 'sign_in',
      ...other
    })
  })
  return [first.organizationId, second.organizationId]
}

/** A company of which nothing is known but these people. */
export async function fillCompany(
  deps: Deps,
  people: readonly { readonly idpId: string; readonly raw: Readonly<Record<string, unknown>> }[]
): Promise<void> {
  const [organizationId] = await addCompanies(deps)
  const { addPerson } = createFeed(deps, organizationId)
  for (const { idpId, raw } of people) await addPerson(idpId, raw)
}

/** The directory's stream, one event at a time. */
function createFeed(deps: Deps, organizationId: string): Pick<SignInWorld, 'addPerson' | 'setActive'> {
  let serial = 0
  const push = async (
    idpId: string,
    state: 'active' | 'inactive',
    raw: Readonly<Record<string, unknown>>
  ): Promise<void> => {
    serial += 1
    const at = new Date(deps.realNow().getTime() + serial).toISOString()
    const user = {
      id: `directory_user_${idpId}`,
      directoryId: 'directory_1',
      organizationId: 'org_ping',
      idpId,
      state,
      customAttributes: {},
      rawAttributes: raw,
      email: typeof raw['email'] === 'string' ? raw['email'] : `${idpId}@ping.test`,
      firstName: 'Lucía',
      lastName: 'Martínez',
      updatedAt: at
    }
    const event: DirectoryEvent = {
      id: `event_${String(serial).padStart(6, '0')}`,
      createdAt: at,
      event: 'dsync.user.updated',
      data: user
    }
    let left: readonly DirectoryEvent[] = [event]
    const stream: Pick<Workos, 'listEvents'> = {
      listEvents: async () => {
        const page = left
        left = []
        return page
      }
    }
    await pullEvents(deps, stream as Workos)
  }
  return {
    addPerson: async (idpId, raw = {}) => {
      await push(idpId, 'active', raw)
      const person = await findPersonByIdp(deps, organizationId, idpId)
      if (!person) throw new Error(`the directory did not take in ${idpId}`)
      return person
    },
    setActive: (idpId, state) => push(idpId, state, {})
  }
}
