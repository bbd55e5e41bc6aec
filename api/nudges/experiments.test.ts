import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditRoutes } from '../audit/routes.ts'
import { listAudit } from '../contract/audit.ts'
import { CallError, createClient, type Client } from '../contract/client.ts'
import {
  decideMyExperiment,
  endExperimentEndpoint,
  getExperiments,
  getMyExperiment,
  startExperimentEndpoint
} from '../contract/experiments.ts'
import { getNudges } from '../contract/nudges.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { AGREEMENT_VERSION } from '../channels/channels.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { answerErrors, createApi, createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { reportRoutes } from '../reports/routes.ts'
import { definitions } from '../start.ts'
import { authenticateByName, holdForever } from '../test-caller.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { tick } from '../ticks.ts'
import { createPublish } from '../wiring.ts'
import { checkExperiment } from './experiment-check.ts'
import { armOf, type Arm } from './experiment.ts'
import { nudgeJobs } from './jobs.ts'
import { sendDue } from './nudges.ts'
import { experimentRoutes } from './experiment-routes.ts'
import { planCompany } from './planning.ts'
import { nudgeRoutes } from './routes.ts'

const STARTED = new Date('2026-11-24T16:00:00Z')
const WEEK = 7 * DAY

let world: TestWorld
let url = ''
const stack = new AsyncDisposableStack()

beforeAll(async () => {
  world = stack.use(await createTestWorld({ definitions, now: STARTED, publish: deps => createPublish(deps.queue) }))
  const mine = nudgeJobs(world.deps)
  // No bot and no directory are in this world: what is theirs is taken and left.
  const others = definitions.filter(({ name }) => mine.every(({ definition }) => definition.name !== name))
  await world.work([...mine, ...others.map(definition => ({ definition, handle: async () => undefined }))])
  const api = createApi(authenticateByName, holdForever)
  nudgeRoutes(world.deps, api)
  experimentRoutes(world.deps, api)
  reportRoutes(world.deps, api)
  auditRoutes(world.deps, api, { namesOf: async () => new Map(), idsOf: async () => [], mayForward: async () => false })
  const web = createWeb()
  web.use(api.router, answerErrors(world.deps.log))
  const listening = stack.use(await listen(web, { port: 0, host: '127.0.0.1' }))
  url = `http://127.0.0.1:${listening.port}`
})
afterAll(() => stack.disposeAsync())

const client = (token: string): Client => createClient({ baseUrl: url, fetch, token: async () => token })

const owner = <Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  world.deps.db.owner(async trx => (await query.execute(trx)).rows)

let serial = 0

type Company = {
  readonly organizationId: string
  readonly hr: Client
  readonly as: (personId: string) => Client
}

/** A company whose people, `per_1` and so on, have agreed to be coached long ago and can be reached. */
async function companyOf(people: number): Promise<Company> {
  serial += 1
  world.setNow(STARTED)
  const { organizationId } = await configureOrganization(world.deps, {
    externalId: `demo-${serial}`,
    settings: organizationSettingsSchema.parse({
      name: 'Acme (demo)',
      demo: true,
      workosOrganizationId: `org_${serial}`,
      connectionId: `conn_${serial}`,
      joining: 'sign_in',
      entraTenantIds: [`22222222-aaaa-4bbb-8ccc-${String(serial).padStart(12, '0')}`],
      timezone: 'America/New_York',
      country: 'US',
      locale: 'en',
      sponsor: { name: 'Sam Demo', title: 'Chief People Officer' },
      launchDate: '2026-01-12',
      crisisLines: [{ country: 'US', name: 'Demo line', contact: '555-0100' }]
    })
  })
  const long = '2026-06-01T00:00:00Z'
  await owner(sql`insert into people (organization_id, id, idp_id, state, access, source_updated_at, created_at, updated_at)
    select ${organizationId}, 'per_' || i, 'idp_' || i, 'active', true, ${long}, ${long}, ${long} from generate_series(1, ${people}::int) i`)
  await owner(sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
    select ${organizationId}, 'per_' || i, ${AGREEMENT_VERSION}, 'given', 'teams', ${long} from generate_series(1, ${people}::int) i`)
  await owner(sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
    select ${organizationId}, 't', 'o' || i, 'per_' || i, 'u' || i, 'c' || i, 'http://127.0.0.1/', 'b', 'active', ${long} from generate_series(1, least(${people}, 50)::int) i`)
  const as = (personId: string) => client(`${organizationId}/${personId}`)
  return { organizationId, hr: client(`${organizationId}/per_1/hr`), as }
}

const LARGE = 6500
const body = { primary: 'session', holdoutPercent: 20, weeks: 12 } as const

async function startedIn(people = LARGE, more: object = {}) {
  const company = await companyOf(people)
  const { experimentId } = await company.hr(startExperimentEndpoint, { body: { ...body, ...more } })
  const [row] = await owner(sql<{ salt: string }>`select salt from nudge_experiments where id = ${experimentId}`)
  const drawn = { salt: row?.salt ?? '', holdoutPercent: 20, sendPercent: 100 }
  const inArm = (arm: Arm): string => {
    for (let i = 2; i < 50; i += 1) if (armOf(drawn, `per_${i}`) === arm) return `per_${i}`
    throw new Error(`nobody is ${arm}`)
  }
  return { ...company, experimentId, inArm, armOf: (personId: string) => armOf(drawn, personId) }
}

const statusOf = async (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 200,
    (error: unknown) => (error instanceof CallError ? error.status : 0)
  )

const pages = async ({ hr }: Company) => (await hr(getExperiments)).experiments[0]

describe('offering', () => {
  test('a company too small for five points is told what it could find, and cannot start', async () => {
    const company = await companyOf(900)
    const { offers, agreed, experiments } = await company.hr(getExperiments)
    expect(experiments).toEqual([])
    // From a number that is always up to date HR could tell who just agreed: a report says it.
    expect(agreed).toMatchObject({ kind: 'blank' })
    expect(offers.every(({ foundAt }) => foundAt === null)).toBe(true)
    expect(offers.find(each => each.primary === 'plan' && each.weeks === 52)?.points).toBeGreaterThan(5)
    expect(await statusOf(company.hr(startExperimentEndpoint, { body }))).toBe(409)
    expect(await pages(company)).toBeUndefined()
  })

  test('a large one starts one, off until then, and no second; the log says what was registered', async () => {
    const company = await companyOf(LARGE)
    expect((await company.as('per_2')(getMyExperiment)).experiment).toBeNull()
    const { offers } = await company.hr(getExperiments)
    const mine = offers.find(each => each.primary === 'session' && each.holdoutPercent === 20 && each.weeks === 12)
    expect(mine?.points).toBeLessThanOrEqual(5)
    expect(Date.parse(mine?.foundAt ?? '')).toBeGreaterThan(STARTED.getTime())
    const { experimentId } = await company.hr(startExperimentEndpoint, { body })
    expect(await statusOf(company.hr(startExperimentEndpoint, { body }))).toBe(409)
    expect(await pages(company)).toMatchObject({ experimentId, state: 'running', look: null, costPoints: 5 })
    const { events } = await client(`${company.organizationId}/per_1/admin`)(listAudit, { query: {} })
    expect(events.map(({ action }) => action)).toContain('experiment.started')
    await world.drain()
    await planCompany(world.deps, company.organizationId)
    const questions = await owner(
      sql<{ count: number; days: number }>`select count(*)::int as count, count(distinct due_at::date)::int as days
        from nudges where organization_id = ${company.organizationId} and kind = 'check_in'`
    )
    expect(questions).toEqual([{ count: LARGE, days: 6 }])
  })

  test('it is HR’s page: nobody else starts, sees or ends it, and no other company', async () => {
    const { organizationId, experimentId, as } = await startedIn()
    const other = await companyOf(10)
    expect(await statusOf(as('per_2')(getExperiments))).toBe(403)
    expect(await statusOf(client(`${organizationId}/per_2/admin`)(startExperimentEndpoint, { body }))).toBe(403)
    expect(await statusOf(as('per_2')(endExperimentEndpoint, { params: { experimentId } }))).toBe(403)
    expect(await statusOf(other.hr(endExperimentEndpoint, { params: { experimentId } }))).toBe(404)
    expect((await other.hr(getExperiments)).experiments).toEqual([])
    await other.as('per_3')(decideMyExperiment, { body: { experimentId, choice: 'in' } })
    expect(
      await owner(sql`select 1 from nudge_experiment_people where organization_id = ${other.organizationId}`)
    ).toEqual([])
  })
})

/** Due now, in working time. */
const plan = (organizationId: string, personId: string, kind: string, id: string) =>
  owner(sql`insert into nudges (organization_id, id, person_id, kind, once_key, content_id, plan_id, asked, state, due_at, updated_at)
    values (${organizationId}, ${id}, ${personId}, ${kind}, ${id}, ${kind === 'tip' ? 'one-question' : null}, ${kind === 'follow_up' ? 'pln_1' : null}, ${kind === 'follow_up'}, 'planned', ${world.deps.now()}, ${world.deps.now()})`)

const stateOf = async (organizationId: string, id: string): Promise<string | undefined> =>
  (
    await owner(
      sql<{ state: string }>`select state from nudges where organization_id = ${organizationId} and id = ${id}`
    )
  )[0]?.state

describe('holding back', () => {
  test('only who said yes is drawn; what was asked for always goes; each draw is logged once', async () => {
    const { organizationId, experimentId, as, inArm } = await startedIn()
    await world.drain()
    await owner(sql`delete from nudges where organization_id = ${organizationId}`)
    const held = inArm('held')
    const nudged = inArm('nudged')
    const told = (await as(held)(getMyExperiment)).experiment
    expect(told).toMatchObject({ experimentId, choice: 'open' })
    expect(told?.disclosure).toContain('about 20 in 100 people')
    await plan(organizationId, held, 'tip', 'nud_before')
    await sendDue(world.deps, organizationId)
    expect(await stateOf(organizationId, 'nud_before')).toBe('queued')
    await owner(sql`delete from nudges where organization_id = ${organizationId}`)
    for (const personId of [held, nudged, held])
      await as(personId)(decideMyExperiment, { body: { experimentId, choice: 'in' } })
    expect((await as(held)(getMyExperiment)).experiment?.choice).toBe('in')
    await plan(organizationId, held, 'tip', 'nud_held')
    await plan(organizationId, nudged, 'tip', 'nud_sent')
    await Promise.all([sendDue(world.deps, organizationId), sendDue(world.deps, organizationId)])
    await plan(organizationId, held, 'follow_up', 'nud_asked')
    await sendDue(world.deps, organizationId)
    expect(await stateOf(organizationId, 'nud_held')).toBe('held')
    expect(await stateOf(organizationId, 'nud_asked')).toBe('queued')
    expect(await stateOf(organizationId, 'nud_sent')).toBe('queued')
    const draws = await owner(
      sql`select nudge_id, arm, probability, assigned from nudge_decisions where organization_id = ${organizationId} order by nudge_id`
    )
    expect(draws).toEqual([
      { nudge_id: 'nud_held', arm: 'held', probability: 0, assigned: false },
      { nudge_id: 'nud_sent', arm: 'nudged', probability: 1, assigned: true }
    ])
    // The next moment of who was held back comes at the pace of everybody's.
    await world.drain()
    const next = (await as(held)(getNudges)).nudges.find(({ state }) => state === 'planned')
    expect(Date.parse(next?.dueAt ?? '') - world.deps.now().getTime()).toBeGreaterThanOrEqual(20 * HOUR)
  })

  test('who leaves gets everything from then on; who comes back has the arm they had', async () => {
    const { organizationId, experimentId, as, inArm } = await startedIn()
    await world.drain()
    await owner(sql`delete from nudges where organization_id = ${organizationId}`)
    const held = inArm('held')
    const decide = (choice: 'in' | 'out') => as(held)(decideMyExperiment, { body: { experimentId, choice } })
    await decide('in')
    await decide('out')
    await plan(organizationId, held, 'tip', 'nud_out')
    await sendDue(world.deps, organizationId)
    expect(await stateOf(organizationId, 'nud_out')).toBe('queued')
    await decide('in')
    await owner(sql`delete from nudges where organization_id = ${organizationId}`)
    await plan(organizationId, held, 'tip', 'nud_back')
    await sendDue(world.deps, organizationId)
    expect(await stateOf(organizationId, 'nud_back')).toBe('held')
  })

  test('once it is ended everybody gets what they would get, and a late yes changes nothing', async () => {
    const { organizationId, experimentId, as, inArm, hr } = await startedIn()
    await world.drain()
    await owner(sql`delete from nudges where organization_id = ${organizationId}`)
    const held = inArm('held')
    await as(held)(decideMyExperiment, { body: { experimentId, choice: 'in' } })
    for (const _twice of [1, 2]) await hr(endExperimentEndpoint, { params: { experimentId } })
    await plan(organizationId, held, 'tip', 'nud_after')
    await sendDue(world.deps, organizationId)
    expect(await stateOf(organizationId, 'nud_after')).toBe('queued')
    await as('per_9')(decideMyExperiment, { body: { experimentId, choice: 'in' } })
    expect((await hr(getExperiments)).experiments[0]).toMatchObject({ state: 'ended', experimentId })
    const joined = await owner(sql`select 1 from nudge_experiment_people where organization_id = ${organizationId}`)
    expect(joined).toHaveLength(1)
    expect((await as(held)(getMyExperiment)).experiment).toBeNull()
  })
})

type Started = Awaited<ReturnType<typeof startedIn>>
const MEMBERS = 3000

/** Three thousand said yes, and each had a moment on the second day; of ten of an arm, so many wrote within the day after it. */
async function lived(started: Started, writing: Readonly<Record<Arm, number>>): Promise<void> {
  const { organizationId, experimentId } = started
  // Counted within the arm, so that its share is the same however the arms were drawn.
  const sizes = { held: 0, nudged: 0 }
  const people = Array.from({ length: MEMBERS }, (_, i) => {
    const personId = `per_${i + 1}`
    const arm = started.armOf(personId)
    sizes[arm] += 1
    return { personId, arm, writes: sizes[arm] % 10 < writing[arm] }
  })
  const json = JSON.stringify(people)
  const rows = sql`jsonb_to_recordset(${json}::jsonb) as p("personId" text, arm text, writes boolean)`
  await owner(sql`insert into nudge_experiment_people (organization_id, experiment_id, person_id, choice, arm, joined_at, decided_at)
    select ${organizationId}, ${experimentId}, p."personId", 'in', p.arm, ${STARTED}, ${STARTED} from ${rows}`)
  const at = new Date(STARTED.getTime() + 2 * DAY)
  await owner(sql`insert into nudge_decisions (organization_id, experiment_id, person_id, nudge_id, kind, arm, probability, assigned, at)
    select ${organizationId}, ${experimentId}, p."personId", 'nud_' || p."personId", 'tip', p.arm,
      case when p.arm = 'held' then 0 else 1 end, p.arm = 'nudged', ${at} from ${rows}`)
  await owner(sql`insert into messages (organization_id, id, person_id, conversation_id, author, sealed, surface, source_id, at)
    select ${organizationId}, 'msg_' || p."personId", p."personId", 'thr_demo', 'person', '\\x00', 'teams', 's',
      ${new Date(at.getTime() + 3 * HOUR)} from ${rows} where p.writes`)
  // Too late to be an outcome: a day and an hour after the moment.
  await owner(sql`insert into messages (organization_id, id, person_id, conversation_id, author, sealed, surface, source_id, at)
    select ${organizationId}, 'late_' || p."personId", p."personId", 'thr_demo', 'person', '\\x00', 'teams', 'late',
      ${new Date(at.getTime() + 25 * HOUR)} from ${rows}`)
}

async function inWeek(week: number, { organizationId }: Company): Promise<void> {
  world.setNow(new Date(STARTED.getTime() + week * WEEK + HOUR))
  await checkExperiment(world.deps, organizationId)
}

describe('looking', () => {
  test('nothing is shown before a look; then the lift with its interval, by hand the same; between looks it stays', async () => {
    const started = await startedIn()
    await lived(started, { held: 3, nudged: 4 })
    await inWeek(1, started)
    expect((await pages(started))?.look).toBeNull()
    await inWeek(3, started)
    const first = (await pages(started))?.look
    expect(first).toMatchObject({ number: 1, surePercent: 99.99 })
    await inWeek(6, started)
    const second = (await pages(started))?.look
    expect(second).toMatchObject({ number: 2, verdict: 'helps', surePercent: 99.45 })
    const primary = second?.outcomes.find(({ isPrimary }) => isPrimary)
    expect(primary?.outcome).toBe('session')
    const [all] = await owner(sql<{ held: number; wrote: number; nudged: number; wroteNudged: number }>`
      select count(*) filter (where arm = 'held')::int as held, count(*) filter (where arm = 'nudged')::int as nudged,
        count(m.id) filter (where arm = 'held')::int as wrote, count(m.id) filter (where arm = 'nudged')::int as "wroteNudged"
      from nudge_experiment_people p left join messages m on m.organization_id = p.organization_id and m.person_id = p.person_id and m.source_id = 's'
      where p.organization_id = ${started.organizationId}`)
    expect(primary?.held).toMatchObject({ count: all?.wrote, of: all?.held })
    expect(primary?.nudged).toMatchObject({ count: all?.wroteNudged, of: all?.nudged })
    const points = 100 * ((all?.wroteNudged ?? 0) / (all?.nudged ?? 1) - (all?.wrote ?? 0) / (all?.held ?? 1))
    expect(primary?.lift?.points).toBeCloseTo(points, 1)
    expect(primary?.lift?.low).toBeGreaterThan(0)
    expect(second?.weeks[0]).toMatchObject({ week: 1, held: { count: all?.wrote } })
    expect(second?.outcomes.find(({ outcome }) => outcome === 'plan')?.lift).toBeNull()
    await owner(sql`delete from messages where organization_id = ${started.organizationId}`)
    await inWeek(7, started)
    expect((await pages(started))?.look).toEqual(second)
    await inWeek(12, started)
    expect(await pages(started)).toMatchObject({ state: 'ended', look: { number: 4, verdict: 'not_enough' } })
  })

  test('the tick finds what is due, and what nobody may know is in no answer', async () => {
    const started = await startedIn()
    await lived(started, { held: 3, nudged: 3 })
    await world.drain()
    // Thousands of questions of this file's companies are due by then; they are not what is looked at.
    await owner(sql`delete from nudges`)
    world.setNow(new Date(STARTED.getTime() + 3 * WEEK + HOUR))
    await tick(world.deps)
    await expect.poll(async () => (await pages(started))?.look?.number).toBe(1)
    expect((await pages(started))?.look?.verdict).toBe('not_enough')
    const all = JSON.stringify(await started.hr(getExperiments))
    expect(all).not.toMatch(/salt|per_\d|"arm"/u)
  })

  test('arms that are not as drawn block the result', async () => {
    const started = await startedIn()
    await lived(started, { held: 3, nudged: 6 })
    await owner(sql`delete from nudge_decisions where organization_id = ${started.organizationId} and arm = 'held'
      and person_id in (select person_id from nudge_decisions where organization_id = ${started.organizationId} and arm = 'held' order by person_id limit 220)`)
    await inWeek(3, started)
    expect((await pages(started))?.look).toMatchObject({ verdict: 'blocked', outcomes: [], weeks: [], costs: [] })
  })

  test('nudges that drive people away halt it: the held stay out of it, admins hear of it, HR ends it', async () => {
    const started = await startedIn()
    const { organizationId } = started
    await lived(started, { held: 3, nudged: 3 })
    await owner(sql`insert into nudge_preferences (organization_id, person_id, per_week, stopped, updated_at)
      select organization_id, person_id, 2, true, ${world.deps.now()} from nudge_experiment_people
      where organization_id = ${organizationId} and arm = 'nudged' and substr(person_id, 5)::int % 8 = 0`)
    await owner(sql`update people set roles = '{admin}' where organization_id = ${organizationId} and id = 'per_3'`)
    await inWeek(1, started)
    const halted = await pages(started)
    expect(halted).toMatchObject({ state: 'halted', look: { number: null, verdict: 'halted', outcomes: [] } })
    const stopped = halted?.look?.costs.find(({ cost }) => cost === 'stopped')
    expect(stopped?.nudged).toMatchObject({ kind: 'shown', exact: true })
    await expect
      .poll(() =>
        owner(
          sql`select person_id from deliveries where organization_id = ${organizationId} and intent->>'words' = 'experimentHalted'`
        )
      )
      .toEqual([{ person_id: 'per_3' }])
    await owner(sql`delete from nudges where organization_id = ${organizationId}`)
    const held = started.inArm('held')
    await plan(organizationId, held, 'tip', 'nud_halted')
    await sendDue(world.deps, organizationId)
    expect(await stateOf(organizationId, 'nud_halted')).toBe('held')
    await inWeek(3, started)
    expect((await pages(started))?.look?.number).toBeNull()
    await started.hr(endExperimentEndpoint, { params: { experimentId: started.experimentId } })
    expect(await pages(started)).toMatchObject({ state: 'ended' })
  })

  test('draws older than thirteen months are gone', async () => {
    const started = await startedIn()
    await lived(started, { held: 0, nudged: 0 })
    await owner(sql`update nudge_decisions set at = ${new Date(STARTED.getTime() - 400 * DAY)}
      where organization_id = ${started.organizationId} and arm = 'held'`)
    await inWeek(1, started)
    const arms = await owner(
      sql`select distinct arm from nudge_decisions where organization_id = ${started.organizationId}`
    )
    expect(arms).toEqual([{ arm: 'nudged' }])
  })
})
