/** For tests: the bot over real HTTP, between a Teams and an Entra that speak Microsoft's wire format, on a real database. */
import express from 'express'
import type { Engines } from '../api/coach/coach.ts'
import { createPersonFromSignIn } from '../api/directory/directory.ts'
import { linkEntra } from '../api/identity/identity.ts'
import { configureOrganization } from '../api/organizations/organizations.ts'
import { personalParts } from '../api/personal-data.ts'
import { answerErrors, createApi, createWeb, type Role } from '../api/platform/http.ts'
import { listen } from '../api/platform/serve.ts'
import { sleep } from '../api/platform/time.ts'
import { apiHandlers, definitions } from '../api/start.ts'
import { createTestWorld, testConfig, type TestWorld } from '../api/testing.ts'
import { createPublish } from '../api/wiring.ts'
import { channelRoutes } from '../api/channels/routes.ts'
import { createClient, type Client } from '../api/contract/client.ts'
import { nudgeRoutes } from '../api/nudges/routes.ts'
import { authenticateByName } from '../api/test-caller.ts'
import { createEntraStandin, type EntraStandin } from '../sandbox/entra/entra.ts'
import { createTeamsStandin, type TeamsStandin } from '../sandbox/teams/teams.ts'
import { organizationSettingsSchema } from '../api/contract/organizations.ts'
import { createBot } from './bot.ts'
import type { Gate } from './gate.ts'
import { sql } from 'kysely'

export const TID = '22222222-aaaa-4bbb-8ccc-000000000009'
export const OTHER_TID = '22222222-aaaa-4bbb-8ccc-00000000000a'

export type BotWorld = AsyncDisposable & {
  readonly world: TestWorld
  readonly teams: TeamsStandin
  readonly entra: EntraStandin
  readonly organizationId: string
  readonly messagingUrl: string
  /** A person with access, joined to a Microsoft account, who may or may not have installed the bot. */
  readonly hire: (
    oid: string,
    options?: { readonly locale?: string; readonly roles?: readonly Role[] }
  ) => Promise<string>
  /** Somebody with these roles, of this company unless told. */
  readonly as: (personId: string, roles: readonly Role[], organizationId?: string) => Client
  /** Waits until Teams and the queue have nothing left to do. */
  readonly quiet: () => Promise<void>
}

const config = testConfig()

type BotTestOptions = { readonly gate?: Gate; readonly engines?: Engines }

export async function startBotWorld(options: BotTestOptions = {}): Promise<BotWorld> {
  await using stack = new AsyncDisposableStack()
  const now = (): Date => new Date('2026-11-24T16:00:00Z')
  const entra = stack.use(createEntraStandin({ now }))
  const teams = stack.use(
    createTeamsStandin({ now, tokenJwksUrl: () => entra.jwksUrl(), limits: false, retry: { backoffMs: [50] } })
  )
  await Promise.all([entra.listen(), teams.listen()])
  entra.addTenant({ tid: config.BOT_TENANT_ID, name: 'Bot (demo)' })
  entra.addApp({
    clientId: config.BOT_APP_ID,
    clientSecret: config.BOT_APP_SECRET,
    appIdUri: `api://${config.BOT_APP_ID}`,
    name: 'bot'
  })
  const world = stack.use(
    await createTestWorld({
      definitions,
      now: now(),
      config: { ENTRA_URL: entra.standin.url(), BOT_OPENID_URL: teams.openIdMetadataUrl() },
      publish: deps => createPublish(deps.queue)
    })
  )
  const { deps } = world
  // Teams' stand-in keeps no limits here, so a stream need not wait.
  const bot = createBot(deps, { parts: personalParts, streaming: { gapMs: 0 }, ...options })
  const app = createWeb()
  const api = createApi(authenticateByName)
  channelRoutes(deps, api)
  nudgeRoutes(deps, api)
  app.use(bot.router, express.json(), api.router, answerErrors(deps.log))
  const listening = stack.use(await listen(app, { port: 0, host: '127.0.0.1' }))
  // No directory answers in this world, so nobody is reconciled with one.
  const handlers = apiHandlers(deps).map(each =>
    each.definition.name.startsWith('directory.') ? { ...each, handle: async () => undefined } : each
  )
  await world.work([...bot.handlers, ...handlers])
  const messagingUrl = `http://127.0.0.1:${listening.port}/api/messages`
  teams.registerBot({ appId: config.BOT_APP_ID, name: 'Coach', messagingUrl, manifestId: 'manifest' })
  const { organizationId } = await configureOrganization(deps, { externalId: 'acme', settings: settings() })
  const owned = stack.move()
  return {
    world,
    teams,
    entra,
    organizationId,
    messagingUrl,
    hire: async (oid, { locale = 'en-US', roles = [] } = {}) => {
      const person = await createPersonFromSignIn(deps, organizationId, { idpId: oid, firstName: 'Demo' })
      await deps.db.owner(trx =>
        sql`update people set locale = ${locale}, roles = ${[...roles]} where id = ${person.personId}`.execute(trx)
      )
      await linkEntra(deps, person, { tid: TID, oid })
      // Nobody is greeted where no chat is yet.
      await world.drain()
      teams.addPerson({ tid: TID, oid, name: `Demo ${oid.slice(0, 4)}`, locale })
      return person.personId
    },
    as: (personId, roles, of = organizationId) =>
      createClient({
        baseUrl: new URL(messagingUrl).origin,
        fetch,
        token: async () => [of, personId, roles.join(',')].join('/')
      }),
    quiet: async () => {
      await teams.settled()
      await sleep(30)
      await world.drain()
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

const settings = () =>
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
    launchDate: '2027-01-11',
    crisisLines: [{ country: 'US', name: 'Demo line', contact: '555-0100' }]
  })
