/** Reports through HR's door and a person's own, over a real database. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AGREEMENT_VERSION } from '../channels/channels.ts'
import { CallError, createClient, type Client } from '../contract/client.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { getEmployerView } from '../contract/privacy.ts'
import {
  getLatestReport,
  getReport,
  getReportGate,
  listReports,
  makeReportEndpoint,
  raiseReportGate,
  type ReportView
} from '../contract/reports.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { personalParts } from '../personal-data.ts'
import { answerErrors, createApi, createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { DAY } from '../platform/time.ts'
import { privacyRoutes } from '../privacy/routes.ts'
import { authenticateByName, holdForever } from '../test-caller.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { addUp } from './counting.ts'
import { FIGURES } from './figures.ts'
import { reportPart } from './personal.ts'
import { makeDueReport } from './reports.ts'
import { reportRoutes } from './routes.ts'

/** A Tuesday; the week before is closed. */
const START = new Date('2026-11-24T10:00:00Z')
let world: TestWorld
let url = ''
const stack = new AsyncDisposableStack()

beforeAll(async () => {
  world = stack.use(await createTestWorld({ now: START }))
  const api = createApi(authenticateByName, holdForever)
  reportRoutes(world.deps, api)
  privacyRoutes(world.deps, api, personalParts)
  const web = createWeb()
  web.use(api.router, answerErrors(world.deps.log))
  const listening = stack.use(await listen(web, { port: 0, host: '127.0.0.1' }))
  url = `http://127.0.0.1:${listening.port}`
})
afterAll(() => stack.disposeAsync())

const client = (token: string): Client => createClient({ baseUrl: url, fetch, token: async () => token })
const owner = <Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> =>
  world.deps.db.owner(async trx => (await query.execute(trx)).rows)
const statusOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 200,
    (error: unknown) => (error instanceof CallError ? error.status : 0)
  )

let serial = 0
const LONG = '2026-06-01T00:00:00Z'
const COHORTS = ['Leaders', 'New managers']
const LANDS = ['ES', 'MX', 'US']

type Company = {
  readonly organizationId: string
  readonly hr: Client
  readonly admin: Client
  readonly as: (id: string) => Client
}

async function companyOf(people: number, more: object = {}): Promise<Company> {
  serial += 1
  world.setNow(START)
  const { organizationId } = await configureOrganization(world.deps, {
    externalId: `reports-${serial}`,
    settings: organizationSettingsSchema.parse({
      name: 'Acme (demo)',
      demo: true,
      workosOrganizationId: `org_r${serial}`,
      connectionId: `conn_r${serial}`,
      timezone: 'Europe/Madrid',
      country: 'ES',
      locale: 'en',
      sponsor: { name: 'Sam Demo', title: 'CEO' },
      launchDate: '2026-01-12',
      ...more
    })
  })
  await hire(organizationId, 1, people)
  const named = (id: string, role: string): Client => client(`${organizationId}/${id}/${role}`)
  return { organizationId, hr: named('per_1', 'hr'), admin: named('per_1', 'admin'), as: id => named(id, '') }
}

async function hire(organizationId: string, from: number, to: number): Promise<void> {
  const each = sql`generate_series(${from}::int, ${to}::int) i`
  await owner(sql`insert into people (organization_id, id, idp_id, country, department, state, access, source_updated_at, created_at, updated_at)
    select ${organizationId}, 'per_' || i, 'idp_' || i, (${LANDS}::text[])[1 + i % 3], null, 'active', true, ${LONG}, ${LONG}, ${LONG} from ${each}`)
  await owner(sql`insert into cohort_members (organization_id, cohort, person_id, joined_at)
    select ${organizationId}, case when i % 20 = 0 then 'Tiny' else (${COHORTS}::text[])[1 + i % 2] end, 'per_' || i, ${LONG} from ${each}`)
}

/** Half agreed and are reached; each third wrote, was nudged and answered, made a plan, in the week of `at`; half of those did it. */
async function live(organizationId: string, people: number, at: string): Promise<void> {
  const each = sql`generate_series(1, ${people}::int) i`
  const key = at.slice(0, 10)
  await owner(sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
    select ${organizationId}, 'per_' || i, ${AGREEMENT_VERSION}, 'given', 'teams', ${LONG} from ${each} where i % 2 = 0 on conflict do nothing`)
  await owner(sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
    select ${organizationId}, 't', 'o' || i, 'per_' || i, 'u' || i, 'c' || i, 'http://127.0.0.1/', 'b', 'active', ${LONG} from ${each} where i % 3 > 0 on conflict do nothing`)
  await owner(sql`insert into messages (organization_id, id, person_id, author, sealed, surface, source_id, at, conversation_id)
    select ${organizationId}, 'msg_' || ${key}::text || i, 'per_' || i, 'person', '', 'tab', ${key}::text, ${at}, 'thr_' || i from ${each} where i % 3 = 0`)
  await owner(sql`insert into plans (organization_id, id, person_id, sealed, state, made_at, closed_at)
    select ${organizationId}, 'pln_' || ${key}::text || i, 'per_' || i, '', case when i % 2 = 0 then 'kept' else 'open' end, ${at}, case when i % 2 = 0 then ${at}::timestamptz end
    from ${each} where i % 3 = 0`)
  await owner(sql`insert into nudges (organization_id, id, person_id, kind, once_key, state, answer, due_at, sent_at, answered_at, updated_at)
    select ${organizationId}, 'nud_' || ${key}::text || i, 'per_' || i, 'tip', ${key}::text, case when i % 3 = 0 then 'answered' else 'sent' end,
      case when i % 6 = 0 then 'done' when i % 3 = 0 then 'not_relevant' end, ${at}, ${at}, case when i % 3 = 0 then ${at}::timestamptz end, ${at} from ${each} where i % 4 > 0`)
  await owner(sql`insert into nudge_preferences (organization_id, person_id, per_week, focus, updated_at)
    select ${organizationId}, 'per_' || i, 2, case when i % 3 = 0 then '{feedback}'::text[] else '{delegation}' end, ${LONG} from ${each} on conflict do nothing`)
}

const cellOf = (report: ReportView, key: string) => report.figures.find(figure => figure.key === key)?.cell
const LAST_WEEK = '2026-11-18T09:00:00Z'

describe('a report', () => {
  test('counts who did what in the closed week, each figure with one definition and what it is a part of', async () => {
    const { organizationId, hr } = await companyOf(40)
    await live(organizationId, 40, LAST_WEEK)
    // Of this week, which is not over.
    await owner(sql`insert into messages (organization_id, id, person_id, author, sealed, surface, source_id, at, conversation_id)
      values (${organizationId}, 'msg_new', 'per_1', 'person', '', 'tab', 'new', '2026-11-24T09:00:00Z', 'thr_1')`)
    const report = await hr(makeReportEndpoint, { body: {} })
    expect(report.period).toEqual({ from: '2026-11-15T23:00:00.000Z', to: '2026-11-22T23:00:00.000Z' })
    expect(cellOf(report, 'active')).toMatchObject({ count: 13, of: 40, label: '13 of 40', exact: true })
    expect(cellOf(report, 'agreed')).toMatchObject({ count: 20, of: 40 })
    expect(cellOf(report, 'plan_made')).toMatchObject({ count: 13, of: 40 })
    expect(cellOf(report, 'plan_kept')).toMatchObject({ count: 6, of: 13 })
    expect(cellOf(report, 'nudge_answered')).toMatchObject({ count: 10, of: 30 })
    expect(cellOf(report, 'focus_feedback')).toMatchObject({ count: 13, of: 40 })
    expect(cellOf(report, 'completed')?.kind).toBe('blank')
    report.figures.forEach(({ definition }) => expect(definition.length).toBeGreaterThan(20))
    expect(JSON.stringify(report).toLowerCase()).not.toMatch(/"read"|were read/u)
    expect(report.unbroken).not.toBe('')
  })

  test('of 25 people says three things at least', async () => {
    const { organizationId, hr } = await companyOf(25)
    await live(organizationId, 25, LAST_WEEK)
    const report = await hr(makeReportEndpoint, { body: {} })
    expect(report.findings.length).toBeGreaterThanOrEqual(3)
    expect(report.figures.filter(({ cell }) => cell.kind === 'shown').length).toBeGreaterThanOrEqual(6)
    expect(report.lift.says).not.toBe('')
  })

  test('is made once, by however many at once, stays as it was, and is found again', async () => {
    const { organizationId, hr } = await companyOf(40)
    await live(organizationId, 40, LAST_WEEK)
    const made = await Promise.all([1, 2, 3].map(() => hr(makeReportEndpoint, { body: {} })))
    expect(new Set(made.map(({ reportId }) => reportId)).size).toBe(1)
    expect(
      world.facts.filter(fact => fact.type === 'report.made' && fact.organizationId === organizationId).length
    ).toBe(1)
    const [first] = made
    await live(organizationId, 40, '2026-11-25T09:00:00Z')
    world.setNow(new Date('2026-12-01T10:00:00Z'))
    const next = await hr(makeReportEndpoint, { body: {} })
    const month = await hr(makeReportEndpoint, { body: { kind: 'monthly' } })
    expect(next.figures.find(({ key }) => key === 'active')?.trend).toMatchObject([{ cell: { count: 13 } }])
    expect(month.period).toEqual({ from: '2026-10-31T23:00:00.000Z', to: '2026-11-30T23:00:00.000Z' })
    expect(cellOf(month, 'active')).toMatchObject({ count: 13 })
    const { reports } = await hr(listReports)
    expect(reports.map(({ reportId }) => reportId)).toEqual([month, next, first].map(report => report?.reportId))
    expect(await hr(getReport, { params: { reportId: first?.reportId ?? '' } })).toEqual(first)
    expect((await hr(getLatestReport)).report).toEqual(month)
    // Whoever reads Spanish reads all of it in Spanish: the same numbers, what they were before as well.
    await owner(sql`update people set locale = 'es-MX' where organization_id = ${organizationId} and id = 'per_1'`)
    const spanish = await hr(getReport, { params: { reportId: next.reportId } })
    expect(spanish.figures.map(({ cell }) => cell.kind)).toEqual(next.figures.map(({ cell }) => cell.kind))
    expect(spanish.figures.find(({ key }) => key === 'active')).toMatchObject({
      name: 'Conversaron con el coach',
      cell: { count: 13, label: '13 de 40' },
      trend: [{ cell: { label: '13 de 40' } }]
    })
    expect((await hr(listReports)).reports.at(-1)?.finding).toContain(' personas')
    expect((await hr(makeReportEndpoint, { body: {} })).finding).toBe(spanish.finding)
  })

  test('that fails on its way leaves nothing, and the next one is whole', async () => {
    const { organizationId, hr } = await companyOf(40)
    await live(organizationId, 40, LAST_WEEK)
    await owner(sql`alter table reports add constraint none_yet check (organization_id <> ${sql.lit(organizationId)})`)
    expect(await statusOf(hr(makeReportEndpoint, { body: {} }))).toBe(500)
    expect(await owner(sql`select 1 from report_people where organization_id = ${organizationId}`)).toEqual([])
    await owner(sql`alter table reports drop constraint none_yet`)
    expect(cellOf(await hr(makeReportEndpoint, { body: {} }), 'active')).toMatchObject({ count: 13 })
  })

  test('comes by itself at its weekday, with the month’s after a month’s end', async () => {
    const schedule = { weekday: 2, time: '09:00', timezone: 'Europe/Madrid' }
    const { organizationId, hr } = await companyOf(40, { reportSchedule: schedule })
    for (const [at, kinds] of [
      ['2026-11-24T07:00:00Z', ['monthly']],
      ['2026-11-24T09:00:00Z', ['weekly', 'monthly']],
      ['2026-11-30T09:00:00Z', ['weekly', 'monthly']],
      ['2026-12-01T09:00:00Z', ['monthly', 'weekly', 'weekly', 'monthly']]
    ] as const) {
      world.setNow(new Date(at))
      await makeDueReport(world.deps, organizationId)
      await makeDueReport(world.deps, organizationId)
      expect((await hr(listReports)).reports.map(({ kind }) => kind)).toEqual(kinds)
    }
  })

  test('is HR’s: nobody else reads, makes or lists one, nor does another company', async () => {
    const { hr, as, admin } = await companyOf(40)
    const other = await companyOf(40)
    const { reportId } = await hr(makeReportEndpoint, { body: {} })
    for (const call of [as('per_2'), admin]) {
      expect(await statusOf(call(getReport, { params: { reportId } }))).toBe(403)
      expect(await statusOf(call(listReports))).toBe(403)
      expect(await statusOf(call(makeReportEndpoint, { body: {} }))).toBe(403)
    }
    expect(await statusOf(other.hr(getReport, { params: { reportId } }))).toBe(404)
  })
})

describe('the gate', () => {
  test('a larger company is told by dimension, each person in one only, and a group too small is blank with its reason', async () => {
    const { organizationId, hr, as } = await companyOf(200)
    await live(organizationId, 200, LAST_WEEK)
    const report = await hr(makeReportEndpoint, { body: {} })
    expect(report.breakdowns.map(({ dimension }) => dimension)).toEqual(['cohort', 'country'])
    const groups = report.breakdowns.flatMap(each => each.groups)
    expect(groups.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBeLessThanOrEqual(200)
    const tiny = groups.find(({ name }) => name === 'Tiny')
    expect(tiny?.people).toBeNull()
    expect(tiny?.cells.length).toBeGreaterThan(10)
    expect(tiny?.cells.every(({ kind }) => kind === 'blank')).toBe(true)
    // What the employer sees of a person's own groups, and nothing of others.
    const { report: mine } = await as('per_2')(getEmployerView)
    expect(mine?.breakdowns.flatMap(each => each.groups.map(({ name }) => name)).toSorted()).toEqual(['Leaders', 'US'])
    expect(mine?.figures).toEqual(report.figures)
  })

  test('one who joins, leaves or erases everything changes no number of anybody’s', async () => {
    const { organizationId, hr } = await companyOf(120)
    await live(organizationId, 120, LAST_WEEK)
    const cellsOf = (report: ReportView) => [
      ...report.figures.map(({ cell }) => cell),
      ...report.breakdowns.flatMap(({ groups }) => groups.flatMap(({ cells }) => cells))
    ]
    const before = await hr(makeReportEndpoint, { body: {} })
    // Everybody does the same again, but one who left, one who had everything erased, and one who is new.
    await owner(sql`update people set access = false where organization_id = ${organizationId} and id = 'per_6'`)
    await world.deps.db.for(organizationId)(trx =>
      reportPart.erase(world.deps, trx, { organizationId, personId: 'per_12', surface: 'tab' })
    )
    expect(
      await owner(sql`select 1 from report_people where organization_id = ${organizationId} and person_id = 'per_12'`)
    ).toEqual([])
    await live(organizationId, 120, '2026-11-25T09:00:00Z')
    for (const table of ['messages', 'plans', 'nudges'])
      await owner(sql`delete from ${sql.table(table)} where organization_id = ${organizationId} and person_id in ('per_6', 'per_12')
        and id like '%2026-11-25%'`)
    await owner(sql`update people set access = false where organization_id = ${organizationId} and id = 'per_12'`)
    await hire(organizationId, 121, 121)
    world.setNow(new Date('2026-12-01T10:00:00Z'))
    const after = await hr(makeReportEndpoint, { body: {} })
    expect(after.people).toBe(before.people)
    const now = cellsOf(after)
    // Numbers stay; bounds become wider by those who left.
    const numbers = cellsOf(before).flatMap((cell, at) => {
      const next = now[at]
      return cell.kind === 'shown' && cell.exact && next?.kind === 'shown' && next.exact
        ? [[cell.count, next.count]]
        : []
    })
    expect(numbers.length).toBeGreaterThan(10)
    numbers.forEach(([then, next]) => expect(next).toBe(then))
    expect(after.waiting).not.toBe('')
  })

  test('can only be raised, by an admin, and blanks what is smaller', async () => {
    const { organizationId, hr, admin } = await companyOf(40)
    await live(organizationId, 40, LAST_WEEK)
    expect(await statusOf(hr(raiseReportGate, { body: { smallestGroup: 50 } }))).toBe(403)
    expect(await admin(raiseReportGate, { body: { smallestGroup: 50 } })).toEqual({ smallestGroup: 50 })
    expect(await statusOf(admin(raiseReportGate, { body: { smallestGroup: 49 } }))).toBe(409)
    expect(await statusOf(admin(raiseReportGate, { body: { smallestGroup: 7 } }))).toBe(400)
    expect(await hr(getReportGate)).toEqual({ smallestGroup: 50 })
    const report = await hr(makeReportEndpoint, { body: {} })
    expect(report.figures.every(({ cell }) => cell.kind === 'blank')).toBe(true)
    expect(report).toMatchObject({ people: 0, smallestGroup: 50 })
  })
})

test('what is added up from day to day is what all history gives, whatever happened in which order', async () => {
  const few = 30
  const days = 24
  const activity = (organizationId: string) =>
    owner(sql<{ person_id: string; period: string; bits: string }>`select person_id, period, bits::text as bits
      from report_activity where organization_id = ${organizationId} order by person_id, period`)
  const { organizationId } = await companyOf(few)
  const add = (): Promise<unknown> =>
    world.deps.db.for(organizationId)(trx => addUp(world.deps, trx, { organizationId, timezone: 'Europe/Madrid' }))
  let state = 7
  const chance = (n: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * n)
  }
  for (let day = 0; day < days; day++) {
    const now = new Date(START.getTime() + day * DAY + chance(20) * 3_600_000)
    world.setNow(now)
    for (let n = 0; n < 6; n++) {
      const who = `per_${1 + chance(few)}`
      const at = new Date(now.getTime() - chance(12) * 3_600_000)
      const id = `${day}_${n}`
      if (n % 3 === 0)
        await owner(sql`insert into messages (organization_id, id, person_id, author, sealed, surface, source_id, at, conversation_id)
          values (${organizationId}, ${id}, ${who}, ${chance(2) === 0 ? 'person' : 'coach'}, '', 'tab', ${id}, ${now}, 'thr_1')`)
      if (n % 3 === 1)
        await owner(
          sql`insert into plans (organization_id, id, person_id, sealed, state, made_at) values (${organizationId}, ${id}, ${who}, '', 'open', ${now})`
        )
      if (n % 3 === 2)
        await owner(sql`insert into nudges (organization_id, id, person_id, kind, once_key, state, due_at, sent_at, updated_at)
          values (${organizationId}, ${id}, ${who}, 'tip', ${id}, 'sent', ${at}, ${at}, ${now})`)
    }
    await owner(sql`update nudges set state = 'answered', answer = case when id like '%2' then 'done' else 'not_relevant' end, answered_at = ${now}, updated_at = ${now}
      where organization_id = ${organizationId} and state = 'sent' and right(md5(id || ${String(day)}::text), 1) < '4'`)
    await owner(sql`update plans set state = case when right(md5(id), 1) < '9' then 'kept' else 'missed' end, closed_at = ${now}
      where organization_id = ${organizationId} and state = 'open' and right(md5(id || ${String(day)}::text), 1) < '4'`)
    if (chance(3) > 0) await add()
  }
  world.setNow(new Date(START.getTime() + (days + 1) * DAY))
  await add()
  const daily = await activity(organizationId)
  await owner(sql`delete from report_activity where organization_id = ${organizationId}`)
  await owner(sql`update report_counting set folded_to = null where organization_id = ${organizationId}`)
  await add()
  expect(await activity(organizationId)).toEqual(daily)
  expect(daily.length).toBeGreaterThan(80)
  expect(FIGURES.map(({ bit }) => bit)).toEqual([...new Set(FIGURES.map(({ bit }) => bit))])
})
