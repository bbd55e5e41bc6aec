/** A company as the console meets it: everybody in large and small groups, with managers, courses, nudges and a log, drawn from no chance. */
import { sql } from 'kysely'
import pg from 'pg'
import { AGREEMENT_VERSION } from '../../api/channels/agreement-texts.ts'
import { organizationSettingsSchema } from '../../api/contract/organizations.ts'
import { configureOrganization } from '../../api/organizations/organizations.ts'
import type { Trx } from '../../api/platform/database.ts'
import type { Deps } from '../../api/platform/deps.ts'
import { DAY } from '../../api/platform/time.ts'

/** Groups of a directory: three large ones, and teams of fifty. */
const TEAM = 50
const COHORTS = ['Leaders', 'Sellers', 'New managers', 'Engineers']
/** An owner, IT, HR and admin at once. */
export const ADMIN = 'per_0000001'
/** Manages thousands. */
export const MANAGER = 'per_0000010'
export const RARE_NAME = 'zyx'

const settingsOf = (name: string) =>
  organizationSettingsSchema.parse({
    name,
    demo: true,
    workosOrganizationId: `org_${name}`,
    connectionId: `conn_${name}`,
    accessGroup: 'Everyone who may',
    roleGroups: { admin: 'Team 1', hr: 'Team 2' },
    cohorts: COHORTS.map((cohort, index) => ({ name: cohort, group: `Team ${index + 1}` })),
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-01-05'
  })

export type Company = { readonly organizationId: string; readonly people: number }

export async function addCompany(deps: Deps, name: string, people: number): Promise<Company> {
  const { organizationId } = await configureOrganization(deps, { externalId: name, settings: settingsOf(name) })
  const rows: Rows = { organizationId, people, at: new Date(deps.now().getTime() - 30 * DAY) }
  for (const add of [addPeople, addGroups, addCourses, addSite, addMessages, addReach, addTraces])
    await deps.db.owner(trx => add(trx, rows))
  return { organizationId, people }
}

type Rows = Company & { readonly at: Date }

const id = sql`'per_' || lpad(n::text, 7, '0')`
const everybody = ({ people }: Rows) => sql`generate_series(1, ${people}::int) as n`
const of = ({ organizationId }: Rows) => sql`select ${organizationId}, ${id}`

/** Each tenth leads the nine before; everybody of a department of a fifth answers to one. Each tenth has left, each third lacks access. */
async function addPeople(trx: Trx, rows: Rows): Promise<void> {
  const { organizationId, at } = rows
  await sql`insert into people (organization_id, id, idp_id, directory_id, directory_user_id, email, first_name, last_name, title, department, employee_number,
      country, timezone, locale, manager_id, raw, roles, state, access, inactive_since, source_updated_at, created_at, updated_at)
    select ${organizationId}, ${id}, 'idp' || n, 'directory', 'du' || n, 'person' || n || '@large.example', 'First' || n % 1000,
      case n % 9973 when 7 then ${RARE_NAME}::text else 'Last' end || n, 'Engineer', 'Department ' || n % 40, 'E' || n,
      (array['ES', 'MX', 'US'])[1 + n % 3], 'Europe/Madrid', 'en', case when n % 5 = 0 then ${MANAGER} else 'per_' || lpad(((n / 10 + 1) * 10)::text, 7, '0') end,
      jsonb_build_object('costCenter', n % 300, 'objectId', 'cccccccc-0000-4000-8000-' || lpad(n::text, 12, '0'), 'employment_start_date', '2024-01-15'),
      case n when 1 then array['owner', 'admin', 'it', 'hr'] else '{}'::text[] end,
      case when n % 10 = 9 then 'inactive' else 'active' end, n % 10 <> 9 and n % 10 < 6 or n = 1, case when n % 10 = 9 then ${at}::timestamptz end, ${at}, ${at}, ${at}
    from ${everybody(rows)}`.execute(trx)
  await sql`insert into person_identities (organization_id, kind, issuer, subject, person_id, because, linked_at)
    select ${organizationId}, 'entra', ${`tenant-${organizationId}`}, 'cccccccc-0000-4000-8000-' || lpad(n::text, 12, '0'), ${id}, 'directory_attribute', ${at}
    from ${everybody(rows)} where n % 2 = 0`.execute(trx)
}

async function addGroups(trx: Trx, rows: Rows): Promise<void> {
  const { organizationId, people, at } = rows
  const teams = Math.ceil(people / TEAM)
  await sql`insert into directory_groups (organization_id, id, directory_id, name)
    select ${organizationId}, 'team' || n, 'directory', 'Team ' || n from generate_series(1, ${teams}::int) as n
    union all select ${organizationId}, each.id, 'directory', each.name
    from (values ('all', 'Everyone'), ('may', 'Everyone who may'), ('half', 'Office')) as each (id, name)`.execute(trx)
  await sql`insert into group_members (organization_id, group_id, directory_user_id)
    select ${organizationId}, 'team' || (n - 1) / ${TEAM}::int + 1, 'du' || n from ${everybody(rows)}
    union all select ${organizationId}, 'all', 'du' || n from ${everybody(rows)}
    union all select ${organizationId}, 'may', 'du' || n from ${everybody(rows)} where n % 10 < 6
    union all select ${organizationId}, 'half', 'du' || n from ${everybody(rows)} where n % 2 = 0`.execute(trx)
  await sql`insert into cohort_members (organization_id, cohort, person_id, joined_at)
    select ${organizationId}, (${COHORTS}::text[])[1 + n % 4], ${id}, ${at} from ${everybody(rows)}`.execute(trx)
  await sql`insert into returners (organization_id, person_id, former_person_id, because, asked_at)
    select ${organizationId}, ${id}, 'per_' || lpad((n + 1)::text, 7, '0'), 'away_too_long', ${at} from ${everybody(rows)} where n % 500 = 0`.execute(
    trx
  )
}

/** A sheet of old, two courses for everybody, a night's drift, and a queue. */
async function addCourses(trx: Trx, rows: Rows): Promise<void> {
  const { organizationId, people, at } = rows
  await sql`insert into learners (organization_id, person_id, site, external_user_id, linked_at) ${of(rows)}, 'large', n::text, ${at} from ${everybody(rows)}`.execute(
    trx
  )
  await sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, progress, activated_at, updated_at)
    ${of(rows)}, c::text, 'Course ' || c, 'Leaders', 'enrolled', (n % 5) / 5.0, ${at}, ${at} from ${everybody(rows)}, generate_series(1001, 1002) c`.execute(
    trx
  )
  await sql`insert into enrollment_work (organization_id, person_id, priority, state, serial, requested_at, due_at, attempts, problem, said)
    ${of(rows)}, 1 + n % 3, case n % 4 when 0 then 'waiting' when 1 then 'failed' else 'done' end, 1, ${at}, ${at}, 0,
      case n % 4 when 1 then 'refused' end, case n % 4 when 1 then 'the site says no' end from ${everybody(rows)}`.execute(
    trx
  )
  await sql`insert into enrollment_runs (organization_id, id, kind, version, state, author, people, calls, started_at, sized_at)
    select ${organizationId}, 'run_' || n, 'rules', 1, 'running', ${ADMIN}, ${people}::int, ${people}::int, ${at}, ${at} from generate_series(1, 3) as n`.execute(
    trx
  )
  await sql`update enrollment_work set run_id = 'run_' || (1 + right(person_id, 4)::int % 3) where organization_id = ${organizationId}`.execute(
    trx
  )
  await sql`insert into enrollment_drifts (organization_id, id, found_at, version, listed, people, missing, extra, wrong_expiry, by_hand)
    values (${organizationId}, 'drift_1', ${at}, 1, ${people}::int, ${people}::int, ${people}::int, 0, 0, 0)`.execute(
    trx
  )
  await sql`insert into enrollment_drift_items (organization_id, drift_id, person_id, kind, target_id, name, what, found_open)
    select ${organizationId}, 'drift_1', ${id}, 'course', '1001', 'Course 1001', 'missing', false from ${everybody(rows)}`.execute(
    trx
  )
}

/** Learners whom the site told of, accounts that were there before, and what the last check of a change of sign-in found. */
async function addSite(trx: Trx, rows: Rows): Promise<void> {
  const { organizationId, people, at } = rows
  await sql`insert into sign_ups (organization_id, user_id, state, email, first_name, last_name, attributes, heard_by, signed_up_at, told_at)
    select ${organizationId}, n::text, (array['there', 'waiting', 'taken', 'doubtful'])[1 + n % 4], 'signup' || n || '@large.example', 'First', 'Last' || n, '{}', 'list', ${at}, ${at}
    from ${everybody(rows)} where n % 2 = 0`.execute(trx)
  await sql`insert into site_learners (organization_id, user_id, site, email, first_name, last_name, roles, seen_in, state, evidence)
    select ${organizationId}, n::text, 'large', 'person' || n || '@large.example', 'First' || n % 1000, 'Last' || n, '{}', 'linkrun_1',
      (array['linked', 'review', 'nobody'])[1 + n % 3], case n % 3 when 1 then 'email|email_not_vouched' end from ${everybody(rows)}`.execute(
    trx
  )
  await sql`insert into site_learner_candidates (organization_id, user_id, person_id, grounds, doubts)
    select ${organizationId}, n::text, ${id}, '{email}', '{email_not_vouched}' from ${everybody(rows)} where n % 3 = 1`.execute(
    trx
  )
  await sql`insert into link_runs (organization_id, id, mode, basis, state, stage, page, cursor, failures, learners, author, started_at)
    values (${organizationId}, 'linkrun_1', 'dry', '{"formerId": {"is": "none"}}', 'done', 'judge', 1, '', 0, ${people}::int, ${ADMIN}, ${at})`.execute(
    trx
  )
  await sql`insert into cutover_checks (organization_id, checked_at, checked_by, plan, learners, able, left_people)
    values (${organizationId}, ${at}, ${ADMIN}, 'plus', ${people}::int, ${people}::int, 0)`.execute(trx)
  await sql`insert into cutover_items (organization_id, item_key, place, kind, user_id, person_id, name, email, people)
    select ${organizationId}, 'item' || n, n, 'nobody', n::text, null, 'Name', 'person' || n || '@large.example', 1 from ${everybody(rows)} where n % 2 = 0`.execute(
    trx
  )
}

async function addMessages(trx: Trx, rows: Rows): Promise<void> {
  const { at } = rows
  await sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
    ${of(rows)}, ${AGREEMENT_VERSION}::int, 'given', 'teams', ${at} from ${everybody(rows)} where n % 3 > 0`.execute(
    trx
  )
  await sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
    select ${rows.organizationId}, 't', 'oid' || n, ${id}, 'tu' || n, 'c' || n, 'http://127.0.0.1', 'b', 'active', ${at} from ${everybody(rows)} where n % 3 > 0`.execute(
    trx
  )
  await sql`insert into nudges (organization_id, id, person_id, kind, once_key, content_id, state, answer, due_at, sent_at, answered_at, updated_at, rung)
    select ${rows.organizationId}, 'nud_' || n || '_' || k, ${id}, 'tip', 'tip:old' || k, 'old' || k, case when k % 2 = 0 then 'answered' else 'sent' end, case when k % 2 = 0 then 'done' end,
      ${at}::timestamptz + k * interval '3 days', ${at}::timestamptz + k * interval '3 days', case when k % 2 = 0 then ${at}::timestamptz + k * interval '3 days' end, ${at}, 'chat'
    from ${everybody(rows)}, generate_series(1, 4) as k`.execute(trx)
}

async function addReach(trx: Trx, rows: Rows): Promise<void> {
  const { organizationId, people, at } = rows
  await sql`insert into mail_standing (organization_id, person_id, stopped_at) ${of(rows)}, ${at} from ${everybody(rows)} where n % 50 = 0`.execute(
    trx
  )
  await sql`insert into install_runs (organization_id, id, state, author, people, started_at, sized_at)
    values (${organizationId}, 'run_install', 'running', ${ADMIN}, ${people}::int, ${at}, ${at})`.execute(trx)
  await sql`insert into installs (organization_id, run_id, person_id, tenant_id, object_id, state, reason, updated_at)
    select ${organizationId}, 'run_install', ${id}, 't', 'oid' || n, (array['waiting', 'installed', 'already', 'failed'])[1 + n % 4],
      case n % 4 when 3 then 'policy' end, ${at} from ${everybody(rows)}`.execute(trx)
}

/** Three entries of the log a person over a month, who left, sign-ins, receipts, webhooks. */
async function addTraces(trx: Trx, rows: Rows): Promise<void> {
  const { organizationId, people, at } = rows
  await sql`insert into audit_events (organization_id, id, person_id, action, actor, detail, at)
    select ${organizationId}, 'evt_' || lpad(n::text, 9, '0'), 'per_' || lpad((1 + n % ${people}::int)::text, 7, '0'),
      (array['person.changed', 'person.joined', 'person.left', 'role.given'])[1 + n % 4], case when n % 100 = 0 then ${ADMIN} else 'directory' end,
      '{"fields": ["title"]}', ${at}::timestamptz + n * interval '1 second' * ${(30 * 86_400) / (3 * people)}::float8
    from generate_series(1, ${3 * people}::int) n`.execute(trx)
  await sql`insert into audit_events (organization_id, id, action, actor, detail, at)
    select ${organizationId}, 'evt_0' || lpad(n::text, 8, '0') || 'n', 'directory.reconciled', 'schedule', '{"listed": 1, "missing": 0, "extra": 0, "differing": 0}', ${at}
    from generate_series(1, 30) n`.execute(trx)
  await sql`insert into departures (organization_id, id, person_id, reason, received_at, revoked_at)
    select ${organizationId}, 'dep_' || lpad(n::text, 7, '0'), ${id}, 'inactive', ${at}, ${at} from ${everybody(rows)} where n % 10 = 9`.execute(
    trx
  )
  await sql`insert into sign_in_attempts (organization_id, id, interaction_uid, client_id, started_at, outcome, person_id)
    select ${organizationId}, 'sia_' || lpad(n::text, 8, '0'), 'uid' || n || ${organizationId}, 'tab', ${at}::timestamptz + n * interval '1 second',
      case when n % 5000 = 0 then 'no_access' else 'signed_in' end, ${id} from ${everybody(rows)}`.execute(trx)
  await sql`insert into receipts (organization_id, id, person_id, kind, title, detail, at)
    select ${organizationId}, 'rec_' || n || '_' || k, ${id}, 'course.given', 'Course', '{}', ${at} from ${everybody(rows)}, generate_series(1, 2) k`.execute(
    trx
  )
  await sql`insert into webhook_endpoints (organization_id, id, url, events, state, wrapped_key, sealed, made_by, made_at)
    values (${organizationId}, 'whe_1', 'https://hooks.large.example/', '{person.joined}', 'active', '', '', ${ADMIN}, ${at})`.execute(
    trx
  )
  await sql`insert into webhook_messages (organization_id, id, type, body, at)
    select ${organizationId}, 'msg_' || lpad(n::text, 8, '0'), 'person.joined', '{}', ${at} from ${everybody(rows)}`.execute(
    trx
  )
  await sql`insert into webhook_deliveries (organization_id, endpoint_id, message_id, state, due_at)
    select ${organizationId}, 'whe_1', 'msg_' || lpad(n::text, 8, '0'), 'delivered', ${at} from ${everybody(rows)}`.execute(
    trx
  )
}

/** A third has had what a campaign says, half of them answered. */
export const addCampaignNudges = (
  { db }: Deps,
  { organizationId, people, campaignId }: Company & { readonly campaignId: string }
): Promise<unknown> =>
  db.owner(trx =>
    sql`insert into nudges (organization_id, id, person_id, kind, once_key, content_id, state, answer, due_at, sent_at, updated_at, rung)
      select ${organizationId}, 'nud_c' || n, ${id}, 'campaign', ${`campaign:${campaignId}`}, ${`campaign/${campaignId}`}, case n % 2 when 0 then 'answered' else 'sent' end,
        case n % 2 when 0 then 'done' end, now(), now(), now(), 'chat' from generate_series(1, ${people}::int) as n where n % 3 = 1`.execute(
      trx
    )
  )

/** As autovacuum leaves a database: rows counted, and pages known whose rows everybody sees. */
export async function tidy({ db }: Deps): Promise<void> {
  if (db.engine.kind !== 'postgres') return
  const client = new pg.Client({ connectionString: db.engine.url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}
