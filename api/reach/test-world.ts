/** For tests: the product's doors over HTTP between a Teams, an Entra and a mail server that speak their own wire format. */
import express from 'express'
import { createBot } from '../../bot/bot.ts'
import { personalParts } from '../personal-data.ts'
import { createEntraStandin, type EntraStandin } from '../../sandbox/entra/entra.ts'
import { createMailStandin } from '../../sandbox/mail/mail.ts'
import { createTeamsStandin, type TeamsStandin } from '../../sandbox/teams/teams.ts'
import { channelRoutes } from '../channels/routes.ts'
import { createClient } from '../contract/client.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { createPersonFromSignIn } from '../directory/directory.ts'
import { linkEntra } from '../identity/identity.ts'
import { nudgeRoutes } from '../nudges/routes.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { answerErrors, createApi, createWeb, type Role } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { sleep } from '../platform/time.ts'
import { reportRoutes } from '../reports/routes.ts'
import { apiHandlers, definitions } from '../start.ts'
import { createTestWorld, testConfig, type TestWorld } from '../testing.ts'
import { tick } from '../ticks.ts'
import { createPublish } from '../wiring.ts'
import { mailPages } from './mail-pages.ts'
import { reachRoutes } from './routes.ts'
import { sql } from 'kysely'

export const TID = '22222222-aaaa-4bbb-8ccc-000000000009'
export const oidOf = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`
export const MANIFEST = '44444444-4444-4444-8444-444444444444'
const CATALOG = '55555555-5555-4555-8555-555555555555'
const SECRET = 'tab-secret-for-tests'
const MAIL = { user: 'ci', password: 'mail-password-for-tests' }
/** Both levels' permissions, as the company's admin grants them. */
export const ROLES = ['TeamsActivity.Send', 'TeamsAppInstallation.ReadWriteSelfForUser.All']

const config = testConfig()

type Options = {
  /** Teams' and Graph's limits. */
  readonly limits?: boolean
  readonly roles?: readonly string[]
  readonly config?: Readonly<Record<string, string>>
  readonly settings?: Readonly<Record<string, unknown>>
}

export type ReachWorld = Awaited<ReturnType<typeof startReachWorld>>

export async function startReachWorld(options: Options = {}) {
  await using stack = new AsyncDisposableStack()
  const start = new Date('2026-11-24T16:00:00Z')
  let at = start
  const now = (): Date => at
  const entra = stack.use(createEntraStandin({ now }))
  const teams = stack.use(
    createTeamsStandin({
      now,
      tokenJwksUrl: () => entra.jwksUrl(),
      limits: options.limits ?? false,
      retry: { backoffMs: [50] }
    })
  )
  const mail = stack.use(createMailStandin(MAIL))
  await Promise.all([entra.listen(), teams.listen(), mail.standin.listen()])
  registerApps(entra, options.roles ?? ROLES)
  const world = stack.use(
    await createTestWorld({
      definitions,
      now: start,
      config: {
        ENTRA_URL: entra.standin.url(),
        BOT_OPENID_URL: teams.openIdMetadataUrl(),
        BOT_SERVICE_URL: teams.serviceUrl(),
        GRAPH_URL: teams.standin.url(),
        TAB_CLIENT_SECRET: SECRET,
        TEAMS_APP_ID: MANIFEST,
        MAIL_URL: `smtp://${MAIL.user}:${MAIL.password}@${mail.standin.url().replace('smtp://', '')}`,
        ...options.config
      },
      publish: deps => createPublish(deps.queue)
    })
  )
  const { deps } = world
  const { listening, handlers } = await openDoors(world, stack)
  await world.work(handlers)
  teams.registerBot({
    appId: config.BOT_APP_ID,
    name: 'Coach',
    messagingUrl: `http://127.0.0.1:${listening.port}/api/messages`,
    manifestId: MANIFEST,
    catalogId: CATALOG,
    webAppId: config.TAB_CLIENT_ID
  })
  const { organizationId } = await configureOrganization(deps, {
    externalId: 'acme',
    settings: settingsWith(options.settings)
  })
  const base = `http://127.0.0.1:${listening.port}`
  const as = (personId: string, ...roles: readonly Role[]) =>
    createClient({ baseUrl: base, fetch, token: async () => `${organizationId}/${personId}/${roles.join(',')}` })
  const owned = stack.move()
  return {
    ...world,
    world,
    teams,
    entra,
    mail,
    organizationId,
    as,
    admin: as('per_admin', 'admin', 'hr'),
    operator: createClient({ baseUrl: base, fetch, token: async () => 'operator' }),
    catalogId: CATALOG,
    /** Of the product as pages see it: links of a mail name the public one. */
    pageOf: (url: string): string => url.replace(config.PUBLIC_URL, base),
    hire: (oid: string, more: Hired = {}) => hire({ deps, world, teams, organizationId }, oid, more),
    hireMany: async (oids: readonly string[]): Promise<readonly string[]> => {
      const personIds: string[] = []
      for (const oid of oids) personIds.push(await join({ deps, organizationId }, oid))
      await world.drain()
      for (const oid of oids) teams.addPerson({ tid: TID, oid, name: `Demo ${oid.slice(-4)}` })
      return personIds
    },
    /** Moves product time for everybody. */
    later: (ms: number): void => {
      at = new Date(at.getTime() + ms)
      world.setNow(at)
    },
    tick: () => tick(deps),
    quiet: async () => {
      await teams.settled()
      await sleep(30)
      await world.drain()
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

function registerApps(entra: EntraStandin, graphRoles: readonly string[]): void {
  entra.addTenant({ tid: config.BOT_TENANT_ID, name: 'Bot (demo)' })
  entra.addTenant({ tid: TID, name: 'Acme (demo)' })
  const bot = { clientId: config.BOT_APP_ID, clientSecret: config.BOT_APP_SECRET, name: 'bot' }
  entra.addApp({ ...bot, appIdUri: `api://${config.BOT_APP_ID}` })
  const tab = { clientId: config.TAB_CLIENT_ID, clientSecret: SECRET, name: 'tab' }
  entra.addApp({ ...tab, appIdUri: `api://${config.TAB_CLIENT_ID}`, graphRoles })
}

async function openDoors(world: TestWorld, stack: AsyncDisposableStack) {
  const { deps } = world
  const bot = createBot(deps, { parts: personalParts, teamsAppId: MANIFEST })
  const app = createWeb()
  const api = createApi(async token => {
    if (token === 'operator') return { kind: 'operator' }
    const [organizationId = '', personId = '', roles = ''] = token.split('/')
    return {
      kind: 'person',
      organizationId,
      personId,
      roles: roles.split(',').filter(Boolean) as Role[],
      clientId: 'test'
    }
  })
  channelRoutes(deps, api)
  nudgeRoutes(deps, api)
  reachRoutes(deps, api)
  reportRoutes(deps, api)
  app.use(bot.router, mailPages(deps), express.json(), api.router, answerErrors(deps.log))
  const listening = stack.use(await listen(app, { port: 0, host: '127.0.0.1' }))
  // No directory answers in this world, so nobody is reconciled with one.
  const handlers = [...bot.handlers, ...apiHandlers(deps)].map(each =>
    each.definition.name.startsWith('directory.') ? { ...each, handle: async () => undefined } : each
  )
  return { listening, handlers }
}

type Hired = {
  readonly locale?: string
  readonly email?: string
  readonly roles?: readonly Role[]
  readonly linked?: boolean
  readonly guest?: boolean
  readonly neverSignedIn?: boolean
  readonly appsBlocked?: boolean
}
type Place = Pick<TestWorld, 'deps'> & {
  readonly world: TestWorld
  readonly teams: TeamsStandin
  readonly organizationId: string
}

/** A person with access, joined to a Microsoft account, who has not installed the bot. */
async function hire(
  { deps, teams, organizationId, world }: Place,
  oid: string,
  { locale = 'en-US', email, roles = [], linked = true, ...inTeams }: Hired
): Promise<string> {
  const personId = await join({ deps, organizationId }, oid, { locale, email, roles, linked })
  // Nobody is greeted where no chat is yet.
  await world.drain()
  teams.addPerson({ tid: TID, oid, name: `Demo ${oid.slice(-4)}`, locale, ...inTeams })
  return personId
}

type Joined = Pick<Hired, 'locale' | 'roles' | 'linked'> & { readonly email?: string | undefined }

async function join(
  { deps, organizationId }: Pick<Place, 'deps' | 'organizationId'>,
  oid: string,
  { locale = 'en-US', email, roles = [], linked = true }: Joined = {}
): Promise<string> {
  const person = await createPersonFromSignIn(deps, organizationId, { idpId: oid, firstName: 'Demo', email })
  await deps.db.owner(trx =>
    sql`update people set locale = ${locale}, roles = ${[...roles]} where id = ${person.personId}`.execute(trx)
  )
  if (linked) await linkEntra(deps, person, { tid: TID, oid })
  return person.personId
}

const settingsWith = (more: Readonly<Record<string, unknown>> = {}) =>
  organizationSettingsSchema.parse({
    name: 'Acme (demo)',
    demo: true,
    workosOrganizationId: 'org_acme',
    connectionId: 'conn_acme',
    joining: 'sign_in',
    entraTenantIds: [TID],
    timezone: 'America/New_York',
    country: 'US',
    locale: 'en',
    sponsor: { name: 'Sam Demo', title: 'Chief People Officer' },
    launchDate: '2026-11-01',
    crisisLines: [{ country: 'US', name: 'Demo line', contact: '555-0100' }],
    ...more
  })
