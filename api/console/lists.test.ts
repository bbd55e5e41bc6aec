/** Lists of the console in a company whose people come and go: pages neither lose nor repeat anybody, counts count each once. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { AGREEMENT_VERSION } from '../channels/agreement-texts.ts'
import { listAudit } from '../contract/audit.ts'
import { createClient } from '../contract/client.ts'
import { organizationSettingsSchema } from '../contract/organizations.ts'
import { browsePeople, listDirectoryGroups } from '../contract/people-browser.ts'
import { getCompanyReach } from '../contract/reach.ts'
import { configureOrganization, getOrganization } from '../organizations/organizations.ts'
import { listen } from '../platform/serve.ts'
import { digestOf } from '../reach/mail-standing.ts'
import { countWays } from '../reach/overview.ts'
import { countAlike } from '../reach/store-alike.ts'
import { definitions } from '../start.ts'
import { authenticateByName, holdForever } from '../test-caller.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'

/** More than a group that is read by its members. */
const PEOPLE = 5400
const TENANT = '44444444-4444-4444-8444-444444444444'
let world: TestWorld
let organizationId: string
const stack = new AsyncDisposableStack()
let baseUrl: string

beforeAll(async () => {
  world = stack.use(
    await createTestWorld({
      definitions,
      config: { MAIL_URL: 'smtp://127.0.0.1:9', TAB_CLIENT_SECRET: 'tab-secret-for-tests' }
    })
  )
  const app = await createApp(world.deps, { authenticate: authenticateByName, hold: holdForever })
  baseUrl = `http://127.0.0.1:${stack.use(await listen(app, { port: 0, host: '127.0.0.1' })).port}`
  const settings = organizationSettingsSchema.parse({
    name: 'Many Ltd',
    workosOrganizationId: 'org_many',
    connectionId: 'conn_many',
    entraTenantIds: [TENANT],
    entraObjectIdAttribute: 'objectId',
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Sponsor', title: 'CEO' },
    launchDate: '2026-11-23'
  })
  ;({ organizationId } = await configureOrganization(world.deps, { externalId: 'many', settings }))
  await hire(sql`select generate_series(1, ${PEOPLE}::int) as n`)
  await owner(sql`insert into directory_groups (organization_id, id, directory_id, name)
    select ${organizationId}, each, 'd', case when each = 'twin' then 'few' else each end from unnest(array['all', 'few', 'twin']) each`)
  await owner(sql`insert into group_members (organization_id, group_id, directory_user_id)
    select ${organizationId}, 'few', 'du' || n from generate_series(5300, 5310) n
    union all select ${organizationId}, 'twin', 'du' || n from generate_series(5305, 5312) n`)
})
afterAll(() => stack.disposeAsync())

const owner = (statement: ReturnType<typeof sql>): Promise<unknown> =>
  world.deps.db.owner(trx => statement.execute(trx))
const id = sql`'per_' || lpad((n * 10)::text, 7, '0')`
/** In the group of all; `numbers` gives rows of one column `n`. */
async function hire(numbers: ReturnType<typeof sql>): Promise<void> {
  await owner(sql`insert into people (organization_id, id, idp_id, directory_user_id, email, first_name, last_name, state, access, source_updated_at, created_at, updated_at)
    select ${organizationId}, ${id}, 'idp' || n, 'du' || n, 'p' || n || '@many.example', 'First', 'Last' || n, 'active', true, now(), now(), now() from (${numbers}) numbers`)
  await owner(sql`insert into group_members (organization_id, group_id, directory_user_id)
    select ${organizationId}, 'all', 'du' || n from (${numbers}) numbers`)
}

const it = () => createClient({ baseUrl, fetch, token: async () => `${organizationId}/per_0000010/it` })

async function pagesOf(query: { group?: string; search?: string }, between: (page: number) => Promise<unknown>) {
  const seen: string[] = []
  let after: string | undefined
  for (let page = 1; ; page++) {
    const { people, next } = await it()(browsePeople, {
      query: { filter: 'access', ...query, ...(after ? { after } : {}) }
    })
    seen.push(...people.map(({ personId }) => personId))
    if (!next) return seen
    after = next
    await between(page)
  }
}

test('who stays is on exactly one page of a large group while others come and go', async () => {
  const came: string[] = []
  const seen = await pagesOf({ group: 'all' }, async page => {
    // One who comes before where the reader is, one after, and one of each who goes.
    const at = page * 50
    await owner(sql`update people set state = 'inactive', access = false where organization_id = ${organizationId}
      and id = any(array(select ${id} from unnest(array[${at - 7}::int, ${at + 7}::int]) n))`)
    const late = `per_${String((PEOPLE - page) * 10 + 5).padStart(7, '0')}`
    came.push(late)
    await owner(sql`insert into people (organization_id, id, idp_id, directory_user_id, state, access, source_updated_at, created_at, updated_at)
      values (${organizationId}, ${late}, ${late}, ${late}, 'active', true, now(), now(), now()),
        (${organizationId}, ${`per_0000001${page}`}, ${`early${page}`}, ${`early${page}`}, 'active', true, now(), now(), now())`)
    await owner(sql`insert into group_members (organization_id, group_id, directory_user_id)
      values (${organizationId}, 'all', ${late}), (${organizationId}, 'all', ${`early${page}`})`)
  })
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(seen.toSorted())
  const { rows } = await world.deps.db.owner(trx =>
    sql<{
      id: string
    }>`select id from people where organization_id = ${organizationId} and state = 'active' and idp_id like 'idp%'`.execute(
      trx
    )
  )
  const missed = rows.filter(row => !seen.includes(row.id))
  expect(missed).toEqual([])
  // Who came behind the reader is not shown; who came ahead while there was still something ahead is.
  expect(seen.filter(personId => came.includes(personId)).length).toBeGreaterThan(20)
  expect(seen.some(personId => personId.startsWith('per_0000001') && personId.length > 11)).toBe(false)
})

test('a small group, and two of the same name, are one list and count each person once', async () => {
  await owner(
    sql`update people set state = 'inactive', access = false where organization_id = ${organizationId} and directory_user_id = 'du5301'`
  )
  const { groups } = await it()(listDirectoryGroups)
  const inGroup = await pagesOf({ group: 'few' }, async () => undefined)
  expect(groups.find(({ name }) => name === 'few')?.people).toBe(inGroup.length)
  expect(inGroup.length).toBeGreaterThan(5)
  expect(await pagesOf({ group: 'few', search: 'p5312@' }, async () => undefined)).toHaveLength(1)
  expect(await pagesOf({ group: 'nobody has it' }, async () => undefined)).toEqual([])
})

test('what somebody did and what was done to them is one log, page by page', async () => {
  await owner(sql`insert into audit_events (organization_id, id, person_id, action, actor, detail, at)
    select ${organizationId}, 'evt_' || lpad(n::text, 5, '0'), case n % 3 when 0 then 'per_0000020' when 1 then 'per_0000030' end, case n % 2 when 0 then 'role.given' else 'person.changed' end,
      case n % 5 when 0 then 'per_0000020' else 'directory' end, '{}', timestamptz '2026-11-01' + n * interval '1 minute' from generate_series(1, 300) n`)
  const read = async (query: { who?: string; action?: string; from?: string }) => {
    const found: string[] = []
    for (let before: string | undefined; ;) {
      const { events, next } = await it()(listAudit, { query: { limit: 7, ...query, ...(before ? { before } : {}) } })
      found.push(...events.map(({ eventId }) => eventId))
      if (!next) return found
      before = next
    }
  }
  const named = (keep: (n: number) => boolean) =>
    Array.from({ length: 300 }, (_, place) => 300 - place)
      .filter(keep)
      .map(n => `evt_${String(n).padStart(5, '0')}`)
  expect(await read({ who: 'per_0000020' })).toEqual(named(n => n % 3 === 0 || n % 5 === 0))
  expect(await read({ who: 'p2@many.example', action: 'role.' })).toEqual(
    named(n => (n % 3 === 0 || n % 5 === 0) && n % 2 === 0)
  )
  expect(await read({ who: 'directory', from: '2026-11-01T03:00:00Z' })).toEqual(named(n => n % 5 > 0 && n >= 180))
})

test('everybody in the program counts once among the ways to reach them', async () => {
  const some = (from: number, to: number) => sql`generate_series(${from}::int, ${to}::int) n`
  await owner(sql`update people set access = false where organization_id = ${organizationId}`)
  await owner(
    sql`update people set state = 'active', access = true where organization_id = ${organizationId} and id = any(array(select ${id} from ${some(1001, 1100)}))`
  )
  const chat = (state: string, from: number, to: number) =>
    owner(sql`insert into conversation_references (organization_id, tenant_id, entra_object_id, person_id, teams_user_id, conversation_id, service_url, bot_id, state, updated_at)
      select ${organizationId}, 't', ${state} || n, ${id}, 'u' || n, ${state} || n, 'http://127.0.0.1', 'b', ${state}, now() from ${some(from, to)}`)
  await chat('active', 1001, 1010)
  await chat('blocked', 1011, 1020)
  // An older chat that ended says nothing beside one that is open.
  await chat('uninstalled', 1001, 1005)
  await chat('lost', 1021, 1030)
  await owner(sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
    select ${organizationId}, ${id}, ${AGREEMENT_VERSION}::int, 'given', 'teams', now() from ${some(1021, 1060)}`)
  await owner(sql`insert into person_identities (organization_id, kind, issuer, subject, person_id, because, linked_at)
    select ${organizationId}, 'entra', ${TENANT}, 'oid' || n, ${id}, 'sign_in', now() from ${some(1021, 1040)}`)
  await owner(sql`update people set raw = jsonb_build_object('objectId', 'CCCCCCCC-0000-4000-8000-' || right(id, 7) || '00000')
    where organization_id = ${organizationId} and id = any(array(select ${id} from ${some(1041, 1060)}))`)
  await owner(sql`insert into parted_accounts (organization_id, tenant_id, object_id, person_id, parted_by, parted_at)
    select ${organizationId}, ${TENANT}, 'o' || n, ${id}, 'per_0000010', now() from ${some(1051, 1060)}`)
  await owner(sql`insert into installs (organization_id, run_id, person_id, tenant_id, object_id, state, reason, updated_at)
    select ${organizationId}, 'run', ${id}, ${TENANT}, 'o' || n, 'failed', case when n <= 1030 then 'policy' else 'no_teams' end, now() from ${some(1021, 1040)}`)
  await owner(
    sql`insert into mail_standing (organization_id, person_id, stopped_at) select ${organizationId}, ${id}, now() from ${some(1021, 1030)}`
  )
  await owner(sql`insert into mail_standing (organization_id, person_id, refused_address, refused_reason, refused_at)
    select ${organizationId}, 'per_0010310', ${digestOf('p1031@many.example')}, 'unknown', now()
    union all select ${organizationId}, 'per_0010320', ${digestOf('former@many.example')}, 'unknown', now()`)
  await owner(sql`insert into reach_settings (organization_id, level, mail, welcome_by_mail, catalog_id, changed_by, changed_at)
    values (${organizationId}, 1, true, false, ${TENANT}, 'per_0000010', now())`)
  const alike = await world.deps.db.for(organizationId)(async trx =>
    countAlike(trx, await getOrganization(world.deps, organizationId))
  )
  const { people, ways, gaps } = countWays(alike, { open: { feed: true, mail: true }, welcomeByMail: false })
  expect(people).toBe(100)
  // Of the forty who agreed, ten want no mail and one address was refused: they have an account, and the feed.
  expect(ways).toEqual({ chat: 10, no: 10, mail: 29, feed: 11, nobody: 40 })
  // Accounts: twenty joined, ten more by the attribute, ten of whom were parted from theirs.
  expect(gaps).toEqual({ not_linked: 50, not_installed: 10, policy: 10, no_teams: 10 })
  // Nobody is told that: it passes the gate.
  expect((await it()(getCompanyReach)).people).toMatchObject({ kind: 'about' })
})
