import type { RequestListener } from 'node:http'
import { crc32 } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyEndpoint } from '../../e2e/every-endpoint.ts'
import { createApp } from '../app.ts'
import { exportAudit, listAudit } from '../contract/audit.ts'
import { listApiKeys, makeApiKey, revokeApiKey, rotateApiKey } from '../contract/api-keys.ts'
import { createClient, type Client } from '../contract/client.ts'
import { getConsoleHealth } from '../contract/console-health.ts'
import { getMe } from '../contract/directory.ts'
import { KEY_SCOPES, SCOPE_NAMES, type KeyScope } from '../contract/key-scopes.ts'
import { organizationSettingsSchema, putOrganization } from '../contract/organizations.ts'
import { browsePeople, lookUpPerson } from '../contract/people-browser.ts'
import { getLatestReport, getReportGate, listReports, makeReportEndpoint, getReport } from '../contract/reports.ts'
import { listRoles } from '../contract/role-grants.ts'
import { closeOrganization } from '../organizations/organizations.ts'
import { createAuthenticator } from '../oauth/authenticator.ts'
import type { Authenticate } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { sleep } from '../platform/time.ts'
import { definitions } from '../start.ts'
import { authenticateByName } from '../test-caller.ts'
import { createTestWorld, type TestWorld } from '../testing.ts'
import { createKeyDoor } from './authenticate.ts'
import { dueKeyJobs, keyJobs } from './jobs.ts'
import { isMeantAsKey } from './secret.ts'

const owned = new AsyncDisposableStack()
let world: TestWorld
let urls: readonly string[]
let [acme, other] = ['', '']

beforeAll(async () => {
  const nowhere = 'http://127.0.0.1:9'
  const config = { WORKOS_URL: nowhere, ENTRA_URL: nowhere, GRAPH_URL: nowhere, THINKIFIC_URL: nowhere }
  world = owned.use(await createTestWorld({ definitions, config }))
  await world.work(keyJobs(world.deps))
  // Two processes of the product, which share nothing but the database.
  urls = [await startProcess(), await startProcess()]
  ;[acme, other] = [await addCompany('acme'), await addCompany('other')]
}, 120_000)
afterAll(() => owned.disposeAsync())

async function startProcess(): Promise<string> {
  let app: RequestListener = (_req, res) => void res.end()
  const listening = owned.use(await listen((req, res) => app(req, res), { port: 0, host: '127.0.0.1' }))
  const real = owned.use(await createAuthenticator(world.deps))
  const authenticate: Authenticate = token => (isMeantAsKey(token) ? real.authenticate : authenticateByName)(token)
  app = await createApp(world.deps, { authenticate, hold: real.hold })
  return `http://127.0.0.1:${listening.port}`
}

const call = (token: string, process = 0): Client =>
  createClient({ baseUrl: urls[process] ?? '', fetch, token: async () => token })

async function addCompany(externalId: string): Promise<string> {
  const body = organizationSettingsSchema.parse({
    name: `Company ${externalId}`,
    demo: true,
    workosOrganizationId: `org_${externalId}`,
    connectionId: `conn_${externalId}`,
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23'
  })
  const { organizationId } = await call('operator')(putOrganization, { params: { externalId }, body })
  for (const name of ['ona', 'itta', 'hira'])
    await world.deps.db.for(organizationId)(trx =>
      sql`insert into people (organization_id, id, idp_id, email, first_name, last_name, state, access, source_updated_at, created_at, updated_at)
        values (${organizationId}, ${`per_${externalId}_${name}`}, ${name}, ${`${name}@${externalId}.test`}, ${name}, ${externalId}, 'active', true, now(), now(), now())`.execute(
        trx
      )
    )
  return organizationId
}

const owner = (): Client => call(`${acme}/per_acme_ona/owner`)
const it = (): Client => call(`${acme}/per_acme_itta/it`)
const hr = (): Client => call(`${acme}/per_acme_hira/hr`)

const make = (name: string, scopes: KeyScope[], by = owner()) =>
  by(makeApiKey, { body: { name, scopes } }).then(({ key, secret }) => ({ keyId: key.keyId, secret }))

const whyNot = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (error: { status?: number; problem?: { code: string } }) => `${error.status} ${error.problem?.code}`
  )

/** As the text says: `change` may set any column of the row. */
const change = (keyId: string, set: ReturnType<typeof sql>) =>
  world.deps.db.for(acme)(trx => sql`update api_keys set ${set} where id = ${keyId}`.execute(trx))

const raw = async (path: string, token: string) => {
  const answer = await fetch(`${urls[0]}${path}`, { headers: { authorization: `Bearer ${token}` } })
  const body = (await answer.json()) as { readonly code?: string; readonly reference?: string }
  return { status: answer.status, challenge: answer.headers.get('www-authenticate'), body }
}

test('a key opens what its scopes name as the role they stand for, of its own company, and nothing that is a person’s', async () => {
  const { secret } = await make('Dashboard', ['reports.read', 'directory.read'])
  const key = call(secret)
  await hr()(makeReportEndpoint, { body: {} })
  expect(await key(getLatestReport)).toEqual(await hr()(getLatestReport))
  expect(await key(getReportGate)).toEqual(await hr()(getReportGate))
  const { people } = await key(browsePeople)
  expect(people.map(({ personId }) => personId).toSorted()).toEqual(['per_acme_hira', 'per_acme_itta', 'per_acme_ona'])

  const { reports } = await call(`${other}/per_other_hira/hr`)(listReports)
  const theirs = reports[0] ?? (await call(`${other}/per_other_hira/hr`)(makeReportEndpoint, { body: {} }))
  expect(await whyNot(key(getReport, { params: { reportId: theirs.reportId } }))).toBe('404 not_found')
  expect(await whyNot(key(lookUpPerson, { params: { personId: 'per_other_ona' } }))).toBe('404 not_found')

  expect(await whyNot(key(getMe))).toBe('403 key_closed')
  expect(await whyNot(key(listApiKeys))).toBe('403 key_closed')
  expect(await whyNot(key(listRoles))).toBe('403 key_closed')
  expect(await whyNot(key(makeReportEndpoint, { body: {} }))).toBe('403 key_closed')
  const { status, challenge, body } = await raw('/v1/admin/audit', secret)
  expect(status).toBe(403)
  expect(challenge).toBe('Bearer realm="ConsciousInsights", error="insufficient_scope", scope="audit.read"')
  expect(body).toMatchObject({ code: 'key_scope', reference: expect.any(String) })
})

test('what is forged, cut, guessed or of a company that left is not known, and the answer says how to call', async () => {
  const { keyId, secret } = await make('Forged', ['health.read'])
  expect(secret).toMatch(/^cik_[0-9A-HJKMNP-TV-Z]{26}_[\da-f]{72}$/u)
  expect(
    await world.deps.db.owner(async trx => (await sql`select k::text as row from api_keys k`.execute(trx)).rows)
  ).not.toContainEqual({ row: expect.stringContaining(secret.slice(31, 60)) })
  expect(JSON.stringify(await owner()(listApiKeys))).not.toContain(secret.slice(31, 60))

  const body = `${secret.slice(0, 31)}${'0'.repeat(64)}`
  const guessed = `${body}${crc32(body).toString(16).padStart(8, '0')}`
  const unknown = guessed.replace(secret.slice(4, 30), keyId.slice(4).replaceAll(/\w/gu, 'Z'))
  for (const wrong of [guessed, unknown, secret.slice(0, -1), `${secret}0`, secret.toUpperCase(), 'cik_'])
    expect(await whyNot(call(wrong)(getConsoleHealth)), wrong).toMatch(/^401 (?:key_unknown|unauthenticated)$/u)
  const refused = await raw('/v1/admin/health', guessed)
  expect(refused).toMatchObject({
    status: 401,
    challenge: 'Bearer realm="ConsciousInsights", error="invalid_token"',
    body: { code: 'key_unknown' }
  })
  const nobody = await fetch(`${urls[0]}/v1/admin/health`)
  expect(nobody.headers.get('www-authenticate')).toBe('Bearer realm="ConsciousInsights"')

  const gone = await addCompany('gone')
  const left = await make('Left', ['directory.read'], call(`${gone}/per_gone_ona/owner`))
  await call(left.secret)(browsePeople)
  await closeOrganization(world.deps, { organizationId: gone, to: 'people' })
  await expect.poll(() => whyNot(call(left.secret)(browsePeople))).toBe('401 key_unknown')
})

test('revoked, a key is refused by every process from the next call on, and what it holds open is cut off', async () => {
  const { keyId, secret } = await make('Revoked', ['directory.read'])
  await Promise.all([0, 1].map(process => call(secret, process)(browsePeople)))
  const cut = Promise.withResolvers<void>()
  using _held = await createKeyDoor(world.deps).hold(secret, cut.resolve)
  const { keys } = await owner()(revokeApiKey, { params: { keyId } })
  expect(await Promise.all([0, 1].map(process => whyNot(call(secret, process)(browsePeople))))).toEqual([
    '401 key_revoked',
    '401 key_revoked'
  ])
  await cut.promise
  expect(keys.find(key => key.keyId === keyId)).toMatchObject({ state: 'revoked', endedBy: 'ona acme' })
  expect(await whyNot(owner()(revokeApiKey, { params: { keyId } }))).toBe('404 key_gone')
  expect(await whyNot(owner()(rotateApiKey, { params: { keyId }, body: {} }))).toBe('404 key_gone')
})

test('rotated, both secrets work until the overlap is over; rotated again, the first ends at once', async () => {
  const { keyId, secret: first } = await make('Rotated', ['directory.read'])
  const rotate = async (overlapHours: 0 | 24) =>
    (await owner()(rotateApiKey, { params: { keyId }, body: { overlapHours } })).secret
  const second = await rotate(24)
  const said = () => Promise.all([first, second].map(secret => whyNot(call(secret)(browsePeople))))
  expect(await said()).toEqual(['answered', 'answered'])
  await change(keyId, sql`former_until = now() - interval '1 second'`)
  expect(await said()).toEqual(['401 key_replaced', 'answered'])
  const third = await rotate(0)
  expect(await said()).toEqual(['401 key_unknown', '401 key_replaced'])
  expect(await whyNot(call(third)(browsePeople))).toBe('answered')
})

test('nobody gives a key more than their role reaches: IT neither makes nor rotates what is for HR, but revokes any', async () => {
  expect((await it()(listApiKeys)).mayGive).toEqual([
    'audit.read',
    'directory.read',
    'departures.read',
    'health.read',
    'enrollment.read'
  ])
  expect((await owner()(listApiKeys)).mayGive).toEqual(SCOPE_NAMES)
  expect(await whyNot(make('Sly', ['audit.read', 'reports.read'], it()))).toBe('403 scope_not_yours')
  expect(await whyNot(make('Sly', ['enrollment.write'], it()))).toBe('403 scope_not_yours')
  expect(await whyNot(hr()(listApiKeys))).toBe('403 forbidden')
  await make('SIEM', ['audit.read'], it())
  const { keyId } = await make('For HR', ['reports.read'])
  expect(await whyNot(it()(rotateApiKey, { params: { keyId }, body: {} }))).toBe('403 scope_not_yours')
  expect((await it()(listApiKeys)).keys.find(key => key.keyId === keyId)?.mayRotate).toBe(false)
  await it()(revokeApiKey, { params: { keyId } })
  for (const days of [0, 366])
    expect(await whyNot(owner()(makeApiKey, { body: { name: 'Long', scopes: ['audit.read'], days } }))).toBe(
      '400 bad_request'
    )
})

test('health warns before an end, after one, and when who saw the secret has left', async () => {
  const lightOf = async () => {
    const { connections } = await it()(getConsoleHealth)
    const { light, reason } = connections.find(({ what }) => what === 'api_keys') ?? {}
    return `${light} ${reason}`
  }
  const { keyId, secret } = await make('Watched', ['directory.read'])
  expect(await lightOf()).toBe('green well')
  await world.deps.db.for(acme)(trx => sql`update people set access = false where id = 'per_acme_ona'`.execute(trx))
  expect(await lightOf()).toBe('amber key_maker_left')
  await world.deps.db.for(acme)(trx => sql`update people set access = true where id = 'per_acme_ona'`.execute(trx))
  await change(keyId, sql`expires_at = now() + interval '13 days'`)
  expect(await lightOf()).toBe('amber key_ending')
  expect(await whyNot(call(secret)(browsePeople))).toBe('answered')
  await change(keyId, sql`expires_at = now() - interval '1 second'`)
  expect(await whyNot(call(secret)(browsePeople))).toBe('401 key_expired')
  expect(await lightOf()).toBe('amber key_ended')
})

test('the log says who made, first used, rotated, revoked a key and that one expired, and what a key did by its name', async () => {
  const { keyId, secret } = await make('Archive', ['audit.read', 'directory.read'])
  // At the same moment in two processes: first is once.
  await Promise.all([0, 1, 0, 1].map(process => call(secret, process)(browsePeople)))
  await call(secret)(lookUpPerson, { params: { personId: 'per_acme_hira' } })
  expect((await owner()(listApiKeys)).keys.find(key => key.keyId === keyId)?.lastUsedOn).toBe(
    world.deps.realNow().toISOString().slice(0, 10)
  )
  await owner()(rotateApiKey, { params: { keyId }, body: {} })
  const exported = await fetch(`${urls[1]}${exportAudit.path}?format=jsonl`, {
    headers: { authorization: `Bearer ${secret}` }
  })
  expect(await exported.text()).toContain(keyId)
  await change(keyId, sql`expires_at = now() - interval '1 second'`)
  const jobs = await dueKeyJobs(world.deps)
  await world.deps.db.router(trx => world.deps.queue.enqueue(trx, ...jobs))
  await world.drain()
  expect(await dueKeyJobs(world.deps)).toEqual([])

  const { events } = await it()(listAudit, { query: { limit: 500 } })
  const about = events.filter(({ actor, detail }) => actor === keyId || detail['keyId'] === keyId).toReversed()
  expect(about.map(({ action, by }) => `${action} by ${by}`)).toEqual([
    'api_key.made by ona acme',
    'api_key.first_used by Archive',
    'person.looked_up by Archive',
    'api_key.rotated by ona acme',
    'audit.exported by Archive',
    'api_key.expired by a schedule'
  ])
  expect(about[0]?.text).toMatch(/^An API key was made \(Archive: audit\.read, directory\.read, until 20\d\d-/u)
  expect(JSON.stringify(events)).not.toContain(secret.slice(31, 60))
})

test('a key that calls too often waits, in all processes together', async () => {
  const { secret } = await make('Fast', ['directory.read'])
  const doors = [createKeyDoor(world.deps, { perMinute: 3 }), createKeyDoor(world.deps, { perMinute: 3 })]
  const calls = [...doors, ...doors].map(door => door.authenticate(secret))
  const outcomes = await Promise.allSettled(calls)
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(3)
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'too_many_requests', retryAfter: expect.any(Number) }
  })
})

test('a database that is busy is waited for, and one that hangs is not', async () => {
  const { secret } = await make('Patient', ['directory.read'])
  const never = new Promise<never>(() => undefined)
  const deps = { ...world.deps, db: { ...world.deps.db, statement: () => never } }
  const answer = createKeyDoor(deps)
    .authenticate(secret)
    .catch((error: unknown) => error)
  expect(await Promise.race([answer, sleep(1500)])).toBeUndefined()
  expect(await answer).toMatchObject({ code: 'unavailable' })
})

test('each scope opens exactly these endpoints, each open to the role it stands for', async () => {
  const open = (await everyEndpoint()).filter(({ scope }) => scope !== undefined)
  const byScope = Object.groupBy(open, ({ scope }) => scope ?? 'reports.read')
  expect(
    Object.fromEntries(
      SCOPE_NAMES.map(scope => [scope, byScope[scope]?.map(({ method, path }) => `${method} ${path}`)])
    )
  ).toEqual({
    'reports.read': ['GET /v1/reports', 'GET /v1/reports/:reportId', 'GET /v1/reports/gate', 'GET /v1/reports/latest'],
    'audit.read': ['GET /v1/admin/audit', 'GET /v1/admin/audit/export'],
    'directory.read': [
      'GET /v1/admin/directory/groups',
      'GET /v1/admin/directory/people',
      'GET /v1/admin/directory/people/:personId'
    ],
    'departures.read': ['GET /v1/admin/departures', 'GET /v1/admin/departures/:departureId/receipt'],
    'health.read': ['GET /v1/admin/connections', 'GET /v1/admin/directory/drift', 'GET /v1/admin/health'],
    'enrollment.read': ['GET /v1/admin/enrollment/people', 'GET /v1/admin/enrollment/people/:personId/receipts'],
    'enrollment.write': [
      'GET /v1/admin/enrollment/imports',
      'POST /v1/admin/enrollment/imports',
      'GET /v1/admin/enrollment/imports/:importId',
      'POST /v1/admin/enrollment/imports/:importId/cancel',
      'POST /v1/admin/enrollment/imports/:importId/carry-out',
      'PUT /v1/admin/enrollment/imports/:importId/columns',
      'POST /v1/admin/enrollment/imports/:importId/dry-run',
      'GET /v1/admin/enrollment/imports/:importId/report',
      'POST /v1/admin/enrollment/try-again'
    ]
  })
  // What a person's own token is for, no key is: hidden behind no scope.
  expect(open.filter(({ access, path }) => access === 'person' || path.startsWith('/v1/me'))).toEqual([])
  expect(Object.keys(KEY_SCOPES)).toEqual(SCOPE_NAMES)
})
