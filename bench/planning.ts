/**
 * A week of nudges for 100,000 people: read, proposed by every source and placed, beside a bare read of the same rows; then
 * stored, and planned once more with nothing left to change.
 */
import { sql } from 'kysely'
import { AGREEMENT_VERSION } from '../api/channels/agreement-texts.ts'
import { organizationSettingsSchema } from '../api/contract/organizations.ts'
import { planCompany } from '../api/nudges/planning.ts'
import { configureOrganization } from '../api/organizations/organizations.ts'
import type { Deps } from '../api/platform/deps.ts'
import { createTestWorld } from '../api/testing.ts'
import type { Figures, Say } from './named.ts'
import { BENCH_DATABASE, median, rounded } from './oauth/sides.ts'
import { analyzeTables } from './tables.ts'
import { weeksAhead } from './week-ahead.ts'

const MANY = 100_000
const FEWER = 10_000
const ROUNDS = 3
/** A page of the plan. */
const PAGE = 1000
/** Messages that each person had, two a week. */
const HEARD = 6

export async function benchPlanning(say: Say): Promise<Figures> {
  process.env['TEST_DATABASE_URL'] ||= BENCH_DATABASE
  process.env['DATABASE_POOL'] ||= '10'
  await using world = await createTestWorld({ now: new Date('2026-11-23T06:00:00Z') })
  const { deps } = world
  const few = await addCompany(deps, 'fewer', FEWER)
  const many = await addCompany(deps, 'many', MANY)
  await analyzeTables(deps)
  const rounds: { readonly few: number; readonly many: number; readonly bare: number }[] = []
  let placed = 0
  for (let round = 0; round <= ROUNDS; round++) {
    const figures = {
      few: await timed(() => planEverybody(deps, few)),
      many: await timed(async () => {
        placed = await planEverybody(deps, many)
      }),
      bare: await timed(() => bareRead(deps, many))
    }
    // The first round warms up.
    if (round > 0) rounds.push(figures)
    say(
      `week of ${FEWER}: ${Math.round(figures.few)} ms  week of ${MANY}: ${Math.round(figures.many)} ms  bare read: ${Math.round(figures.bare)} ms`
    )
  }
  const stored = await timed(() => planCompany(deps, many))
  const again = await timed(() => planCompany(deps, many))
  say(`${placed} messages placed; stored in ${Math.round(stored)} ms, planned again in ${Math.round(again)} ms`)
  return {
    planned: MANY,
    placed,
    planSeconds: rounded(median(rounds.map(({ many: all }) => all)) / 1000),
    perPersonGrowth: rounded(median(rounds.map(({ few: some, many: all }) => all / MANY / (some / FEWER)))),
    ratio: rounded(median(rounds.map(({ many: all, bare }) => all / bare))),
    storeSeconds: rounded(stored / 1000),
    againSeconds: rounded(again / 1000)
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function planEverybody(deps: Deps, organizationId: string): Promise<number> {
  let placed = 0
  for await (const page of weeksAhead(deps, organizationId)) for (const week of page) placed += week.placed.length
  return placed
}

/** The same rows, page by page, and nothing done with them. */
async function bareRead({ db }: Deps, organizationId: string): Promise<void> {
  for (let after = ''; ;) {
    const last = await db.for(organizationId)(async trx => {
      const { rows } = await sql<{ id: string }>`
        select id, first_name, title, department, country, raw, timezone, locale, state, access, manager_id, created_at, title_since
        from people where organization_id = ${organizationId} and id > ${after} order by id limit ${PAGE}`.execute(trx)
      const between = sql`organization_id = ${organizationId} and person_id between ${rows[0]?.id ?? ''} and ${rows.at(-1)?.id ?? ''}`
      await sql`select * from cohort_members where ${between}`.execute(trx)
      await sql`select * from nudge_preferences where ${between}`.execute(trx)
      await sql`select person_id, decision from agreements where ${between}`.execute(trx)
      await sql`select person_id from conversation_references where ${between}`.execute(trx)
      await sql`select person_id, received_at from inbound where ${between}`.execute(trx)
      await sql`select id, person_id, kind, once_key, content_id, state, answer, asked, due_at, sent_at from nudges where ${between}`.execute(
        trx
      )
      await sql`select person_id, course_id, course_name, state, progress, activated_at, completed_at, expires_at, updated_at from enrollments where ${between}`.execute(
        trx
      )
      return rows.at(-1)?.id
    })
    if (!last) return
    after = last
  }
}

const ZONES = ['Europe/Madrid', 'America/Mexico_City', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin']
const COUNTRIES = ['ES', 'MX', 'IN', 'US', 'DE']

/** Everybody said yes; two of three chose something, half take a course, each tenth manages the nine before. */
async function addCompany(deps: Deps, externalId: string, count: number): Promise<string> {
  const { organizationId } = await configureOrganization(deps, { externalId, settings: settingsOf(externalId) })
  const at = new Date(deps.now().getTime() - 30 * 86_400_000)
  const everybody = sql`generate_series(1, ${count}::int) as n`
  const id = sql`'per_' || lpad(n::text, 7, '0')`
  const of = sql`select ${organizationId}, ${id}`
  await deps.db.owner(async trx => {
    await sql`insert into people (organization_id, id, idp_id, directory_user_id, first_name, title, country, timezone, locale, manager_id, raw, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, ${id}, 'idp' || n, 'du' || n, 'Person', 'Engineer', (${COUNTRIES}::text[])[1 + n % 5], (${ZONES}::text[])[1 + n % 5], 'en',
        'per_' || lpad(((n / 10 + 1) * 10)::text, 7, '0'), jsonb_build_object('employment_start_date', '2024-01-15'), 'active', true, ${at}, ${at}, ${at} from ${everybody}`.execute(
      trx
    )
    await sql`insert into cohort_members (organization_id, cohort, person_id, joined_at) select ${organizationId}, 'Leaders', ${id}, ${at} from ${everybody}`.execute(
      trx
    )
    await sql`insert into nudge_preferences (organization_id, person_id, per_week, focus, updated_at) ${of}, 1 + n % 3, '{feedback}', ${at} from ${everybody} where n % 3 > 0`.execute(
      trx
    )
    await sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at) ${of}, ${AGREEMENT_VERSION}::int, 'given', 'teams', ${at} from ${everybody}`.execute(
      trx
    )
    await sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
      select ${organizationId}, 't', 'oid' || n, ${id}, 'tu' || n, 'c' || n, 'http://127.0.0.1', 'b', 'active', ${at} from ${everybody}`.execute(
      trx
    )
    await sql`insert into inbound (organization_id, activity_id, conversation_id, person_id, kind, reference, received_at)
      select ${organizationId}, 'a' || n, 'c' || n, ${id}, 'linked', '{}', ${at} from ${everybody} where n % 4 = 0`.execute(
      trx
    )
    await sql`insert into nudges (organization_id, id, person_id, kind, once_key, content_id, state, answer, due_at, sent_at, answered_at, updated_at)
      select ${organizationId}, 'nud_' || n || '_' || k, ${id}, 'tip', 'tip:old' || k, 'old' || k, case when k % 2 = 0 then 'answered' else 'sent' end, case when k % 2 = 0 then 'done' end,
        ${at}::timestamptz + k * interval '3 days', ${at}::timestamptz + k * interval '3 days', case when k % 2 = 0 then ${at}::timestamptz + k * interval '3 days' end, ${at}
      from ${everybody}, generate_series(1, ${HEARD}::int) as k`.execute(trx)
    await sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, progress, activated_at, updated_at)
      ${of}, '1001', 'Course', '', 'enrolled', (n % 5) / 5.0, ${at}, ${at} from ${everybody} where n % 2 = 0`.execute(
      trx
    )
  })
  return organizationId
}

const settingsOf = (name: string) =>
  organizationSettingsSchema.parse({
    name,
    demo: true,
    workosOrganizationId: `org_${name}`,
    connectionId: `conn_${name}`,
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-01-05'
  })
