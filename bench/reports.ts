/**
 * Reports of 100,000 people over twelve months: a day's changes added up, beside all of it made anew by one statement a table;
 * whether both give the same; and how long each page of reports takes.
 */
import { sql } from 'kysely'
import { createClient } from '../api/contract/client.ts'
import { getEmployerView } from '../api/contract/privacy.ts'
import { getLatestReport, getReport, getReportGate, listReports } from '../api/contract/reports.ts'
import { organizationSettingsSchema } from '../api/contract/organizations.ts'
import { configureOrganization } from '../api/organizations/organizations.ts'
import { personalParts } from '../api/personal-data.ts'
import type { Deps } from '../api/platform/deps.ts'
import { answerErrors, createApi, createWeb } from '../api/platform/http.ts'
import { listen } from '../api/platform/serve.ts'
import { DAY } from '../api/platform/time.ts'
import { privacyRoutes } from '../api/privacy/routes.ts'
import { addUp } from '../api/reports/counting.ts'
import { makeReport } from '../api/reports/reports.ts'
import { reportRoutes } from '../api/reports/routes.ts'
import { createTestWorld } from '../api/testing.ts'
import type { Figures, Say } from './named.ts'
import { BENCH_DATABASE, median, rounded } from './oauth/sides.ts'
import { analyzeTables } from './tables.ts'

const PEOPLE = 100_000
const DAYS = 365
/** Of these, whose changes are added up day by day. */
const DAILY = 5
const START = new Date('2025-11-24T00:00:00Z')
const END = new Date(START.getTime() + DAYS * DAY)
const CALLS = 40
const TIMEZONE = 'Europe/Madrid'

export async function benchReports(say: Say): Promise<Figures> {
  process.env['TEST_DATABASE_URL'] ||= BENCH_DATABASE
  await using world = await createTestWorld({ now: START })
  const { deps } = world
  const organizationId = await addCompany(deps)
  await addYear(deps, organizationId)
  await analyzeTables(deps)
  const add = () => deps.db.for(organizationId)(trx => addUp(deps, trx, { organizationId, timezone: TIMEZONE }))
  await addHistory(deps, organizationId)
  const days: number[] = []
  for (let day = DAYS - DAILY + 1; day <= DAYS; day++) {
    world.setNow(new Date(START.getTime() + day * DAY))
    days.push(await timed(add))
    say(`day ${day}: ${Math.round(days.at(-1) ?? 0)} ms`)
  }
  const daily = await digest(deps, organizationId)
  await deps.db.owner(async trx => {
    await sql`truncate report_activity`.execute(trx)
    await sql`update report_counting set folded_to = null`.execute(trx)
  })
  const full = await timed(() => deps.db.for(organizationId)(trx => anew(deps, trx, organizationId)))
  say(`all twelve months anew: ${Math.round(full)} ms`)
  const whole = await digest(deps, organizationId)
  const making = await timed(() => makeReport(deps, { organizationId, kind: 'monthly' }))
  world.setNow(new Date(END.getTime() + 7 * DAY))
  const weekly = await timed(() => makeReport(deps, { organizationId, kind: 'weekly' }))
  world.setNow(new Date(END.getTime() + 40 * DAY))
  const { reportId, breakdowns } = await makeReport(deps, { organizationId, kind: 'monthly' })
  const groups = breakdowns.reduce((sum, each) => sum + each.groups.length, 0)
  say(
    `a report with ${groups} groups made in ${Math.round(making)} ms at first, in ${Math.round(weekly)} ms a week later`
  )
  const pages = await callPages(deps, { organizationId, reportId })
  Object.entries(pages).forEach(([page, ms]) => say(`${page}: ${Math.round(ms)} ms (p95 of ${CALLS})`))
  return {
    people: PEOPLE,
    activityRows: daily.rows,
    dayMs: rounded(median(days)),
    fullMs: rounded(full),
    ratio: Number((median(days) / full).toFixed(4)),
    equal: daily.digest === whole.digest ? 'yes' : 'no',
    firstReportMs: rounded(making),
    reportMs: rounded(weekly),
    groups,
    pageP95Ms: rounded(Math.max(...Object.values(pages))),
    ...(daily.digest === whole.digest ? {} : { failed: 'a day at a time gives something else than all at once' })
  }
}

type Trx = Parameters<typeof addUp>[1]

/** The same statements, one a table, over everything there is. */
const anew = (deps: Deps, trx: Trx, organizationId: string) => addUp(deps, trx, { organizationId, timezone: TIMEZONE })

/** Eleven months and more, so that the last days are added to what a year leaves. */
async function addHistory(deps: Deps, organizationId: string): Promise<void> {
  const before = { ...deps, now: () => new Date(START.getTime() + (DAYS - DAILY) * DAY) }
  await deps.db.for(organizationId)(trx => anew(before, trx, organizationId))
  await deps.db.owner(trx => sql`analyze report_activity`.execute(trx))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function digest(deps: Deps, organizationId: string) {
  const { rows } = await deps.db.owner(trx =>
    sql<{ rows: number; digest: string }>`select count(*)::int as rows,
      sum(hashtextextended(person_id || '/' || period || '/' || bits, 0)::numeric)::text as digest
      from report_activity where organization_id = ${organizationId}`.execute(trx)
  )
  return rows[0] ?? { rows: 0, digest: '' }
}

async function callPages(
  deps: Deps,
  { organizationId, reportId }: { readonly organizationId: string; readonly reportId: string }
): Promise<Readonly<Record<string, number>>> {
  const api = createApi(
    async () => ({ kind: 'person', organizationId, personId: 'per_0000001', roles: ['hr'], clientId: 'bench' }),
    async () => ({ [Symbol.dispose]: () => undefined })
  )
  reportRoutes(deps, api)
  privacyRoutes(deps, api, personalParts)
  const web = createWeb()
  web.use(api.router, answerErrors(deps.log))
  await using listening = await listen(web, { port: 0, host: '127.0.0.1' })
  const call = createClient({ baseUrl: `http://127.0.0.1:${listening.port}`, fetch, token: async () => 'bench' })
  return {
    list: await p95(() => call(listReports)),
    latest: await p95(() => call(getLatestReport)),
    report: await p95(() => call(getReport, { params: { reportId } })),
    gate: await p95(() => call(getReportGate)),
    employer: await p95(() => call(getEmployerView))
  }
}

async function p95(call: () => Promise<unknown>): Promise<number> {
  await call()
  const taken: number[] = []
  for (let n = 0; n < CALLS; n++) taken.push(await timed(call))
  return taken.toSorted((a, b) => a - b)[Math.ceil(CALLS * 0.95) - 1] ?? 0
}

const at = (days: ReturnType<typeof sql>) => sql`(${START}::timestamptz + (${days}) * interval '1 day')`

/** As rows come in a running product: in the order of time. Each person has a nudge, a message and a bit of a plan a month. */
async function addYear(deps: Deps, organizationId: string): Promise<void> {
  const id = sql`'per_' || lpad(n::text, 7, '0')`
  const many = sql`generate_series(0, ${DAYS - 1}::int) as day, generate_series(1, ${PEOPLE}::int) as n`
  const moment = sql`(${START}::timestamptz + day * interval '1 day' + (n % 1000) * interval '60 seconds' + interval '6 hours')`
  await deps.db.owner(async trx => {
    await sql`insert into nudges (organization_id, id, person_id, kind, once_key, state, answer, due_at, sent_at, answered_at, updated_at)
      select ${organizationId}, 'nud_' || n || '_' || day, ${id}, 'tip', 'tip:' || day,
        case when n % 3 = 0 then 'answered' else 'sent' end, case when n % 6 = 0 then 'done' when n % 3 = 0 then 'not_relevant' end,
        ${moment}, ${moment}, case when n % 3 = 0 then ${moment} end, ${moment}
      from ${many} where (n * 7 + day) % 30 = 0`.execute(trx)
    await sql`insert into messages (organization_id, id, person_id, author, sealed, surface, source_id, at, conversation_id)
      select ${organizationId}, 'msg_' || n || '_' || day, ${id}, 'person', '', 'tab', 'd' || day, ${moment}, 'thr_' || n
      from ${many} where (n * 11 + day) % 30 = 0`.execute(trx)
    await sql`insert into plans (organization_id, id, person_id, sealed, state, made_at, closed_at)
      select ${organizationId}, 'pln_' || n || '_' || day, ${id}, '', case when n % 2 = 0 then 'kept' else 'open' end, ${moment},
        case when n % 2 = 0 then ${moment} end from ${many} where (n * 13 + day) % 90 = 0`.execute(trx)
    await sql`insert into deliveries (organization_id, id, person_id, key, intent, state, created_at, updated_at)
      select ${organizationId}, 'dlv_' || n || '_' || day, ${id}, 'k' || n || '_' || day, '{}', case when n % 20 = 0 then 'unreachable' else 'sent' end,
        ${moment}, ${moment} from ${many} where (n * 17 + day) % 60 = 0`.execute(trx)
  })
}

async function addCompany(deps: Deps): Promise<string> {
  const { organizationId } = await configureOrganization(deps, { externalId: 'reports', settings: settings() })
  const id = sql`'per_' || lpad(n::text, 7, '0')`
  const everybody = sql`generate_series(1, ${PEOPLE}::int) as n`
  const long = at(sql`-90`)
  await deps.db.owner(async trx => {
    await sql`insert into people (organization_id, id, idp_id, country, department, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, ${id}, 'idp' || n, 'C' || n % 30, 'Department ' || n % 200, 'active', true, ${long}, ${long}, ${long} from ${everybody}`.execute(
      trx
    )
    await sql`insert into cohort_members (organization_id, cohort, person_id, joined_at)
      select ${organizationId}, 'Cohort ' || n % 12, ${id}, ${long} from ${everybody}`.execute(trx)
    await sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
      select ${organizationId}, ${id}, 1, 'given', 'teams', ${long} from ${everybody} where n % 3 > 0`.execute(trx)
    await sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
      select ${organizationId}, 't', 'oid' || n, ${id}, 'tu' || n, 'c' || n, 'http://127.0.0.1', 'b', 'active', ${long} from ${everybody} where n % 5 > 0`.execute(
      trx
    )
    await sql`insert into nudge_preferences (organization_id, person_id, per_week, focus, updated_at)
      select ${organizationId}, ${id}, 2, '{feedback}', ${long} from ${everybody} where n % 3 > 0`.execute(trx)
    await sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, updated_at)
      select ${organizationId}, ${id}, '1001', 'Course', '', case when n % 5 = 0 then 'completed' else 'enrolled' end, ${long} from ${everybody} where n % 2 = 0`.execute(
      trx
    )
  })
  return organizationId
}

const settings = () =>
  organizationSettingsSchema.parse({
    name: 'Large (demo)',
    demo: true,
    workosOrganizationId: 'org_reports',
    connectionId: 'conn_reports',
    timezone: TIMEZONE,
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2025-11-24'
  })
