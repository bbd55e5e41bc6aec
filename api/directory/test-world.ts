/** A product with directory and organizations over HTTP, a WorkOS beside it: what tests of both share. */
import type { RequestListener } from 'node:http'
import { createClient, type Client } from '../contract/client.ts'
import { organizationSettingsSchema, putOrganization } from '../contract/organizations.ts'
import type { Fact } from '../contract/facts.ts'
import { auditRoutes } from '../audit/routes.ts'
import { auditDoors } from '../identity/identity.ts'
import { organizationRoutes } from '../organizations/routes.ts'
import type { Deps, Publish } from '../platform/deps.ts'
import { answerErrors, createApi, createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { authenticateByName, holdForever } from '../test-caller.ts'
import { createTestWorld } from '../testing.ts'
import { directoryDefinitions, directoryJobs } from './jobs.ts'
import { directoryRoutes, directoryWebhooks } from './routes.ts'
import { signWebhook } from './test-workos.ts'

/** A WorkOS over HTTP, told where its webhooks go. */
export type StartVendor<V> = (webhookUrl: string) => Promise<V>

export type DirectoryWorld<V> = AsyncDisposable & {
  readonly deps: Deps
  readonly url: string
  readonly vendor: V
  /** Types of the facts about one organization, in order. */
  factsOf(organizationId: string): readonly Fact[]
  readonly operator: Client
  /** Calls as this person; who they are is the token, because signing in is not what is tested here. */
  as(organizationId: string, personId: string, role?: 'admin'): Client
  configure(workosOrganizationId: string, more?: object): Promise<string>
  /** Posts a signed wake-up, as WorkOS does. */
  wake(options?: { readonly secret?: string; readonly time?: number }): Promise<number>
  drain(): Promise<void>
  /** Moves product time forward, in milliseconds. */
  advance(ms: number): void
  /** The next fact of this type makes its transaction fail. */
  failOn(type: Fact['type'] | undefined): void
}

export async function startDirectoryWorld<V extends AsyncDisposable & { readonly url: string }>(
  start: StartVendor<V>
): Promise<DirectoryWorld<V>> {
  await using stack = new AsyncDisposableStack()
  let app: RequestListener = (_req, res) => void res.end()
  const listening = stack.use(await listen((req, res) => app(req, res), { port: 0, host: '127.0.0.1' }))
  const url = `http://127.0.0.1:${listening.port}`
  const vendor = stack.use(await start(`${url}/webhooks/workos`))
  let failing: Fact['type'] | undefined
  const publish =
    (): Publish =>
    async (_trx, ...facts) => {
      if (facts.some(({ type }) => type === failing)) throw new Error('made to fail by the test')
    }
  const world = stack.use(
    await createTestWorld({ config: { WORKOS_URL: vendor.url }, definitions: directoryDefinitions, publish })
  )
  const { deps } = world
  await world.work(directoryJobs(deps))
  const web = createWeb()
  const api = createApi(authenticateByName, holdForever)
  organizationRoutes(deps, api)
  directoryRoutes(deps, api)
  auditRoutes(deps, api, auditDoors(deps))
  web.use(directoryWebhooks(deps), api.router, answerErrors(deps.log))
  app = web
  const client = (token: string): Client => createClient({ baseUrl: url, fetch, token: async () => token })
  const operator = client('operator')
  const owned = stack.move()
  return {
    deps,
    url,
    vendor,
    factsOf: organizationId => world.facts.filter(fact => fact.organizationId === organizationId),
    operator,
    as: (organizationId, personId, role) => client([organizationId, personId, ...(role ? [role] : [])].join('/')),
    configure: async (workosOrganizationId, more = {}) => {
      const answer = await operator(putOrganization, {
        params: { externalId: workosOrganizationId },
        body: settings(workosOrganizationId, more)
      })
      return answer.organizationId
    },
    wake: async ({ secret = deps.config.WORKOS_WEBHOOK_SECRET, time = deps.realNow().getTime() } = {}) => {
      const body = JSON.stringify({ event: 'dsync.user.updated', data: {} })
      const headers = { 'content-type': 'application/json', 'workos-signature': signWebhook(body, { secret, time }) }
      return (await fetch(`${url}/webhooks/workos`, { method: 'POST', headers, body })).status
    },
    drain: () => world.drain(),
    advance: ms => world.advance(ms),
    failOn: type => {
      failing = type
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

const settings = (workosOrganizationId: string, more: object = {}) =>
  organizationSettingsSchema.parse({
    name: `Demo ${workosOrganizationId}`,
    demo: true,
    workosOrganizationId,
    connectionId: `conn_${workosOrganizationId}`,
    accessGroup: 'CI-Access',
    roleGroups: { hr: 'People Team' },
    cohorts: [{ group: 'New Leaders', name: 'Leaders 2026' }],
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23',
    ...more
  })
