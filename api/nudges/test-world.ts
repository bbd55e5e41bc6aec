/** A product with nudges over HTTP and a directory's rows beside it: what tests of nudges share. */
import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { AGREEMENT_VERSION } from '../channels/agreement-texts.ts'
import { deliverJob, deliverManyJob } from '../channels/delivery-jobs.ts'
import { createClient, type Client } from '../contract/client.ts'
import type { Fact } from '../contract/facts.ts'
import { organizationSettingsSchema, putOrganization } from '../contract/organizations.ts'
import { organizationRoutes } from '../organizations/routes.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { answerErrors, createApi, createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { DAY } from '../platform/time.ts'
import { authenticateByName, holdForever } from '../test-caller.ts'
import { createTestWorld } from '../testing.ts'
import type { Key } from './context.ts'
import { nudgeRoutes } from './routes.ts'
import { nudgeSettled, sendDue } from './sending.ts'
import type { NudgeRow } from './store.ts'

type Somebody = {
  readonly name: string
  readonly timezone?: string
  readonly locale?: string
  readonly country?: string
  readonly title?: string
  /** Days ago. */
  readonly titleSince?: number
  readonly manager?: string
  readonly startsOn?: string
  /** Installed the bot and said yes. */
  readonly agreed?: boolean
}

export type Course = {
  readonly progress: number
  readonly openDays: number
  readonly restedDays?: number
  readonly doneDays?: number
}

export type NudgeWorld = AsyncDisposable & {
  readonly deps: Deps
  readonly facts: readonly Fact[]
  readonly organizationId: string
  configure(more: object): Promise<void>
  /** People of the directory with access; who is there already stays as they are. */
  addPeople(people: readonly Somebody[]): Promise<void>
  key(name: string): Key
  as(name: string): Client
  advance(ms: number): void
  setNow(at: Date): void
  /** Nudges of this person as stored, by their moment. */
  rows(name: string): Promise<readonly NudgeRow[]>
  /** Sends what is due; the channel takes it. @returns what went out. */
  send(): Promise<readonly NudgeRow[]>
  leave(name: string): Promise<void>
  /** A course of this person on the learning site. */
  course(name: string, course: Course): Promise<void>
}

export async function startNudgeWorld(settings: object = {}, now?: Date): Promise<NudgeWorld> {
  await using stack = new AsyncDisposableStack()
  const world = stack.use(await createTestWorld({ definitions: [deliverJob, deliverManyJob], ...(now ? { now } : {}) }))
  const { deps } = world
  const api = createApi(authenticateByName, holdForever)
  organizationRoutes(deps, api)
  nudgeRoutes(deps, api)
  const web: RequestListener = createWeb().use(api.router, answerErrors(deps.log))
  const listening = stack.use(await listen(web, { port: 0, host: '127.0.0.1' }))
  const baseUrl = `http://127.0.0.1:${listening.port}`
  const client = (token: string): Client => createClient({ baseUrl, fetch, token: async () => token })
  const configure = (more: object): Promise<{ readonly organizationId: string }> =>
    client('operator')(putOrganization, { params: { externalId: 'demo' }, body: settingsOf({ ...settings, ...more }) })
  const { organizationId } = await configure({})
  const owned = stack.move()
  return {
    deps,
    facts: world.facts,
    organizationId,
    configure: async more => void (await configure(more)),
    addPeople: people => addPeople(deps, organizationId, people),
    key: name => ({ organizationId, personId: idOf(name) }),
    as: name => client(`${organizationId}/${idOf(name)}`),
    advance: ms => world.advance(ms),
    setNow: at => world.setNow(at),
    rows: name => rowsOf(deps, { organizationId, personId: idOf(name) }),
    send: () => send(deps, organizationId),
    leave: async name =>
      void (await deps.db.owner(trx =>
        sql`update people set state = 'inactive', access = false where organization_id = ${organizationId} and id = ${idOf(name)}`.execute(
          trx
        )
      )),
    course: (name, course) => addCourse(deps, { organizationId, personId: idOf(name) }, course),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

const idOf = (name: string): string => `per_${name}`

async function addPeople(deps: Deps, organizationId: string, people: readonly Somebody[]): Promise<void> {
  const at = deps.now()
  await deps.db.owner(async trx => {
    for (const { name, timezone = null, locale = null, country = null, title = null, ...more } of people) {
      await sql`insert into people (organization_id, id, idp_id, directory_user_id, first_name, timezone, locale, country, title, title_since, manager_id, raw, state, access, source_updated_at, created_at, updated_at)
        values (${organizationId}, ${idOf(name)}, ${name}, ${`du_${name}`}, ${name}, ${timezone}, ${locale}, ${country}, ${title}, ${ago(at, more.titleSince)},
          ${more.manager ? idOf(more.manager) : null}, ${JSON.stringify(more.startsOn ? { employment_start_date: more.startsOn } : {})}::jsonb,
          'active', true, ${at}, ${at}, ${at})
        on conflict do nothing`.execute(trx)
      if (more.agreed) await agree(trx, { organizationId, personId: idOf(name) }, at)
    }
  })
}

const ago = (at: Date, days: number | undefined): Date | null =>
  days === undefined ? null : new Date(at.getTime() - days * DAY)

async function agree(trx: Trx, { organizationId, personId }: Key, at: Date): Promise<void> {
  await sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
    values (${organizationId}, 't', ${personId}, ${personId}, ${personId}, ${personId}, 'http://127.0.0.1', 'b', 'active', ${at})`.execute(
    trx
  )
  await sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
    values (${organizationId}, ${personId}, ${AGREEMENT_VERSION}, 'given', 'teams', ${at})`.execute(trx)
}

async function addCourse(deps: Deps, { organizationId, personId }: Key, course: Course): Promise<void> {
  const now = deps.now()
  const done = ago(now, course.doneDays)
  await deps.db.owner(trx =>
    sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, progress, activated_at, completed_at, updated_at)
      values (${organizationId}, ${personId}, '1001', 'Leading others', '', ${done ? 'completed' : 'enrolled'}, ${course.progress}, ${ago(now, course.openDays)}, ${done}, ${ago(now, course.restedDays ?? 0)})
      on conflict (organization_id, person_id, kind, course_id) do update
        set state = excluded.state, progress = excluded.progress, completed_at = excluded.completed_at, updated_at = excluded.updated_at`.execute(
      trx
    )
  )
}

const rowsOf = (deps: Deps, { organizationId, personId }: Key): Promise<readonly NudgeRow[]> =>
  deps.db.for(organizationId)(async trx => {
    const { rows } =
      await sql<NudgeRow>`select * from nudges where organization_id = ${organizationId} and person_id = ${personId} order by due_at, id`.execute(
        trx
      )
    return rows
  })

async function send(deps: Deps, organizationId: string): Promise<readonly NudgeRow[]> {
  await sendDue(deps, organizationId)
  const { rows } = await deps.db.for(organizationId)(trx =>
    sql<NudgeRow>`select * from nudges where organization_id = ${organizationId} and state = 'queued' order by due_at, id`.execute(
      trx
    )
  )
  for (const row of rows) await nudgeSettled(deps, { organizationId, nudgeId: row.id, outcome: 'sent' })
  return rows
}

const settingsOf = (more: object) =>
  organizationSettingsSchema.parse({
    name: 'Demo Company',
    demo: true,
    workosOrganizationId: 'org_demo',
    connectionId: 'conn_demo',
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23',
    ...more
  })
