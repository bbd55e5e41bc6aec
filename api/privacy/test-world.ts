/** A product with two companies and a few people over HTTP: what tests of privacy share. */
import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { coachRoutes } from '../coach/routes.ts'
import { coachDefinitions } from '../coach/jobs.ts'
import { createClient, createFileClient, type Client } from '../contract/client.ts'
import { organizationSettingsSchema, putOrganization } from '../contract/organizations.ts'
import { nudgeRoutes } from '../nudges/routes.ts'
import { nudgeDefinitions } from '../nudges/jobs.ts'
import { organizationRoutes } from '../organizations/routes.ts'
import { personalParts } from '../personal-data.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import {
  answerErrors,
  createApi,
  createWeb,
  type Api,
  type Authenticate,
  type Hold,
  type Role
} from '../platform/http.ts'
import type { JobDefinition } from '../platform/queue.ts'
import { listen } from '../platform/serve.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { privacyDefinitions, privacyJobs } from './jobs.ts'
import { privacyRoutes } from './routes.ts'

export type PrivacyWorld = AsyncDisposable & {
  readonly world: TestWorld
  readonly deps: Deps
  readonly url: string
  /** Of the first company. */
  readonly organizationId: string
  addOrganization(externalId: string): Promise<string>
  addPerson(name: string, more?: { readonly organizationId?: string; readonly locale?: string }): Promise<string>
  /** Somebody of ConsciousInsights. */
  staff(name: string): Client
  as(name: string, more?: { readonly organizationId?: string; readonly roles?: readonly Role[] }): Client
  saving(name: string, organizationId?: string): ReturnType<typeof createFileClient>
  /** Every row of every table as text, bytes in hexadecimal. */
  everything(): Promise<string>
}

export const personIdOf = (name: string): string => `per_${name}`

type Options = {
  readonly config?: Readonly<Record<string, string>>
  readonly definitions?: readonly JobDefinition[]
  readonly routes?: (deps: Deps, api: Api) => void
}

export async function startPrivacyWorld({
  config = {},
  definitions: more = [],
  routes
}: Options = {}): Promise<PrivacyWorld> {
  await using stack = new AsyncDisposableStack()
  let app: RequestListener = (_req, res) => void res.end()
  const listening = stack.use(await listen((req, res) => app(req, res), { port: 0, host: '127.0.0.1' }))
  const url = `http://127.0.0.1:${listening.port}`
  const definitions = [...privacyDefinitions, ...coachDefinitions, ...nudgeDefinitions, ...more]
  const world = stack.use(await createTestWorld({ definitions, config }))
  const { deps } = world
  await world.work(privacyJobs(deps, personalParts))
  const web = createWeb()
  const api = createApi(authenticateByName, holdForever)
  organizationRoutes(deps, api)
  coachRoutes(deps, api)
  nudgeRoutes(deps, api)
  privacyRoutes(deps, api, personalParts)
  routes?.(deps, api)
  web.use(api.router, answerErrors(deps.log))
  app = web
  const client = (token: string): Client => createClient({ baseUrl: url, fetch, token: async () => token })
  const addOrganization = async (externalId: string): Promise<string> => {
    const body = settingsOf(externalId)
    return (await client('operator')(putOrganization, { params: { externalId }, body })).organizationId
  }
  const organizationId = await addOrganization('demo')
  const owned = stack.move()
  return {
    world,
    deps,
    url,
    organizationId,
    addOrganization,
    addPerson: async (name, { organizationId: home = organizationId, locale = 'en' } = {}) => {
      await deps.db.for(home)(trx =>
        sql`insert into people (organization_id, id, directory_id, directory_user_id, idp_id, email, first_name, last_name, title, department, country, locale, state, access, source_updated_at, created_at, updated_at)
          values (${home}, ${personIdOf(name)}, 'dir', ${`du_${name}`}, ${name}, ${`${name}@demo.test`}, ${name}, 'Demo', 'Sales Lead', 'Sales', 'ES', ${locale}, 'active', true, ${deps.now()}, ${deps.now()}, ${deps.now()})`.execute(
          trx
        )
      )
      return personIdOf(name)
    },
    as: (name, more = {}) =>
      client([more.organizationId ?? organizationId, personIdOf(name), ...(more.roles ?? [])].join('/')),
    staff: name => client(`org_staff/${personIdOf(name)}/staff`),
    saving: (name, home = organizationId) =>
      createFileClient({ baseUrl: url, fetch, token: async () => `${home}/${personIdOf(name)}` }),
    everything: () => everythingIn(deps),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

const everythingIn = (deps: Deps): Promise<string> =>
  deps.db.owner(async trx => {
    const { rows: names } = await sql<{ name: string }>`select relname as name from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 1`.execute(trx)
    const texts: string[] = []
    for (const { name } of names) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(trx)
      texts.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return texts.join('\n')
  })

const authenticateByName: Authenticate = async token => {
  if (token === 'operator') return { kind: 'operator' }
  const [organizationId, personId, ...roles] = token.split('/')
  if (!organizationId || !personId) throw new ProblemError('unauthenticated', 'Sign in to go on')
  const staff = organizationId === 'org_staff'
  return { kind: 'person', organizationId, personId, roles: staff ? [] : (roles as Role[]), clientId: 'test', staff }
}

const holdForever: Hold = async () => ({ [Symbol.dispose]: () => undefined })

const settingsOf = (externalId: string) =>
  organizationSettingsSchema.parse({
    name: `Company ${externalId}`,
    demo: true,
    workosOrganizationId: `org_${externalId}`,
    connectionId: `conn_${externalId}`,
    cohorts: [{ group: 'Leaders group', name: 'Leaders' }],
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23'
  })
