/** A product with organizations and enrollment over HTTP and a learning site beside it: what tests of enrollment share. */
import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { vi } from 'vitest'
import type { Received } from '../../sandbox/harness/standin.ts'
import { createThinkificStandin, type ThinkificStandin } from '../../sandbox/thinkific/thinkific.ts'
import { createClient, type Client } from '../contract/client.ts'
import type { Fact } from '../contract/facts.ts'
import { organizationSettingsSchema, putOrganization } from '../contract/organizations.ts'
import { organizationRoutes } from '../organizations/routes.ts'
import type { Deps } from '../platform/deps.ts'
import { answerErrors, createApi, createWeb, type Api } from '../platform/http.ts'
import type { JobDefinition, JobHandler } from '../platform/queue.ts'
import { listen } from '../platform/serve.ts'
import { sleep } from '../platform/time.ts'
import { authenticateByName, holdForever } from '../test-caller.ts'
import { createTestWorld } from '../testing.ts'
import { dueEnrollmentJobs, enrollmentDefinitions, enrollmentJobs, reconsiderJob, syncJob } from './jobs.ts'
import { enrollmentRoutes, enrollmentWebhooks } from './routes.ts'

export const SITE = 'demo'
export const KEY = 'k'.repeat(32)
export const COURSES = [1001, 1002, 1003] as const
const LESSONS = 4

export type EnrollmentWorld = AsyncDisposable & {
  readonly deps: Deps
  readonly facts: readonly Fact[]
  /** Where the product listens. */
  readonly url: string
  readonly site: ThinkificStandin
  readonly organizationId: string
  readonly admin: Client
  /** For clients of another kind. */
  readonly adminToken: string
  configure(more?: object): Promise<string>
  advance(ms: number): void
  /** People of the directory, in these cohorts; asks for each of them to be settled. */
  addPeople(
    names: readonly string[],
    more?: { readonly cohorts?: readonly string[]; readonly department?: string }
  ): Promise<void>
  leave(name: string): Promise<void>
  comeBack(name: string): Promise<void>
  as(name: string): Client
  /** Ticks until nothing is due and no job is open. */
  settle(): Promise<void>
  /** What the site's own admin does there, with the documented calls. */
  onSite(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<void>
  /** Calls that the site received, such as `POST /enrollments`. */
  calls(): readonly string[]
}

const ABOUT_COURSES: ReadonlySet<string> = new Set(['person.changed', 'person.joined', 'person.left'])

export const rulesFor = (courses: readonly number[]): readonly object[] =>
  courses.map(id => ({ cohort: 'Leaders', courseId: String(id), courseName: `Course ${id}` }))

export type WorldOptions = {
  readonly config?: Readonly<Record<string, string>>
  readonly onReceived?: (received: Received) => void
  /** Another slice beside enrollment. */
  readonly beside?: {
    readonly definitions: readonly JobDefinition[]
    readonly jobs: (deps: Deps) => readonly JobHandler[]
    readonly routes: (deps: Deps, api: Api) => void
  }
}

export async function startEnrollmentWorld(
  settings: object = {},
  options: WorldOptions = {}
): Promise<EnrollmentWorld> {
  await using stack = new AsyncDisposableStack()
  let app: RequestListener = (_req, res) => void res.end()
  const listening = stack.use(await listen((req, res) => app(req, res), { port: 0, host: '127.0.0.1' }))
  const url = `http://127.0.0.1:${listening.port}`
  let now: () => Date = () => new Date()
  const site = stack.use(
    createThinkificStandin({
      now: () => now(),
      limits: false,
      ...(options.onReceived ? { onReceived: options.onReceived } : {})
    })
  )
  site.addSite({ subdomain: SITE, apiKey: KEY, name: 'Demo Academy' })
  for (const id of COURSES) site.addCourse(SITE, { id, name: `Course ${id}`, slug: `course-${id}`, lessons: LESSONS })
  await site.listen()
  const world = stack.use(
    await createTestWorld({
      definitions: [...enrollmentDefinitions, ...(options.beside?.definitions ?? [])],
      config: { THINKIFIC_URL: site.standin.url(), THINKIFIC_CALLS_PER_MINUTE: '6000', ...options.config },
      publish:
        deps =>
        async (trx, ...facts) => {
          for (const fact of facts) {
            const key = { organizationId: fact.organizationId }
            if (fact.type === 'organization.configured') await deps.queue.enqueue(trx, reconsiderJob.job(key))
            if (ABOUT_COURSES.has(fact.type) && 'personId' in fact)
              await deps.queue.enqueue(trx, syncJob.job({ ...key, personId: fact.personId }))
          }
        }
    })
  )
  const { deps } = world
  now = deps.now
  await world.work([...enrollmentJobs(deps), ...(options.beside?.jobs(deps) ?? [])])
  const web = createWeb()
  const api = createApi(authenticateByName, holdForever)
  organizationRoutes(deps, api)
  enrollmentRoutes(deps, api)
  options.beside?.routes(deps, api)
  web.use(enrollmentWebhooks(deps), api.router, answerErrors(deps.log))
  app = web
  const client = (token: string): Client => createClient({ baseUrl: url, fetch, token: async () => token })
  const configure = async (more: object = {}): Promise<string> => {
    const { externalId, ...body } = { externalId: 'demo', ...settings, ...more }
    const params = { externalId }
    return (await client('operator')(putOrganization, { params, body: settingsOf(body) })).organizationId
  }
  const organizationId = await configure()
  site.subscribe(SITE, `${url}/webhooks/thinkific/${organizationId}`)
  const inCompany = deps.db.for(organizationId)
  const ask = (name: string) =>
    inCompany(trx => deps.queue.enqueue(trx, syncJob.job({ organizationId, personId: personIdOf(name) })))
  const setState = async (name: string, state: 'active' | 'inactive'): Promise<void> => {
    await inCompany(trx =>
      sql`update people set state = ${state} where organization_id = ${organizationId} and id = ${personIdOf(name)}`.execute(
        trx
      )
    )
    await ask(name)
  }
  const adminToken = `${organizationId}/per_admin/admin`
  const owned = stack.move()
  return {
    deps,
    facts: world.facts,
    url,
    site,
    organizationId,
    configure,
    advance: world.advance,
    admin: client(adminToken),
    adminToken,
    as: name => client(`${organizationId}/${personIdOf(name)}`),
    addPeople: async (names, { cohorts = ['Leaders'], department = 'Sales' } = {}) => {
      for (const name of names) {
        await inCompany(trx =>
          sql`insert into people (organization_id, id, idp_id, email, first_name, last_name, department, state, access, source_updated_at, created_at, updated_at)
            values (${organizationId}, ${personIdOf(name)}, ${name}, ${`${name}@demo.test`}, ${name}, 'Demo', ${department}, 'active', true, ${deps.now()}, ${deps.now()}, ${deps.now()})`.execute(
            trx
          )
        )
        for (const cohort of cohorts)
          await inCompany(trx =>
            sql`insert into cohort_members (organization_id, cohort, person_id, joined_at) values (${organizationId}, ${cohort}, ${personIdOf(name)}, ${deps.now()})`.execute(
              trx
            )
          )
        await ask(name)
      }
    },
    leave: name => setState(name, 'inactive'),
    comeBack: name => setState(name, 'active'),
    settle: () => settle(deps),
    onSite: async (method, path, body) => {
      const headers = { 'x-auth-api-key': KEY, 'x-auth-subdomain': SITE, 'content-type': 'application/json' }
      const answer = await fetch(`${site.standin.url()}/api/public/v1${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {})
      })
      if (!answer.ok) throw new Error(`the site answered ${answer.status} to ${method} ${path}`)
    },
    calls: () => site.standin.received().map(({ method, path }) => `${method} ${shortPath(path)}`),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** Looks until it holds. `expect.poll` belongs to one test, and these run beside each other. */
export const comesTrue = (holds: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(holds, { timeout: 60_000, interval: 50 })

export const personIdOf = (name: string): string => `per_${name}`

const shortPath = (path: string): string => path.replace('/api/public/v1', '').replace(/\?.*$/u, '')

const PATIENCE_MS = 120_000

async function settle(deps: Deps): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (let calm = 0; calm < 3;) {
    if (performance.now() > until) throw new Error('enrollment did not come to rest')
    const due = await dueEnrollmentJobs(deps)
    if (due.length > 0) await deps.db.router(trx => deps.queue.enqueue(trx, ...due))
    await sleep(30)
    const open = Object.keys(await deps.queue.pending()).length + (await waitingIn(deps))
    calm = due.length === 0 && open === 0 ? calm + 1 : 0
  }
}

/** Those whose retry is in the future still wait. */
const waitingIn = (deps: Deps): Promise<number> =>
  deps.db.owner(async trx => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from enrollment_work w where state = 'waiting' and due_at <= ${deps.now()}
        and not exists (select from enrollment_runs r where r.id = w.run_id and r.state = 'paused')`.execute(trx)
    return rows[0]?.count ?? 0
  })

const settingsOf = (more: object) =>
  organizationSettingsSchema.parse({
    name: 'Demo',
    demo: true,
    workosOrganizationId: 'org_demo',
    connectionId: 'conn_demo',
    cohorts: [{ group: 'Leaders group', name: 'Leaders' }],
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23',
    learningSite: { kind: 'thinkific', subdomain: SITE, url: 'https://demo.test/academy', apiKey: KEY },
    enrollmentRules: rulesFor([1001, 1002]),
    ...more
  })
