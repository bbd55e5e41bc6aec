/** Every endpoint of the contract over HTTP as each role: let in or refused as the published matrix says, and never with a person's words. */
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../api/app.ts'
import { decideAgreement } from '../api/channels/channels.ts'
import { adoptPlan, hear } from '../api/coach/coach.ts'
import { remember, switchMemory } from '../api/coach/memory.ts'
import { createClient } from '../api/contract/client.ts'
import type { Endpoint } from '../api/contract/endpoint.ts'
import { SCOPE_NAMES } from '../api/contract/key-scopes.ts'
import { organizationSettingsSchema, putOrganization } from '../api/contract/organizations.ts'
import { askAccess } from '../api/privacy/access.ts'
import { ProblemError } from '../api/platform/errors.ts'
import type { Authenticate, Role } from '../api/platform/http.ts'
import { listen } from '../api/platform/serve.ts'
import { sleep } from '../api/platform/time.ts'
import { definitions } from '../api/start.ts'
import { createTestWorld, type TestWorld } from '../api/testing.ts'
import { keyMayCall, MATRIX_PAGE, mayCall, renderMatrix, ROLES, type MatrixRole } from './access-matrix.ts'
import { everyEndpoint, nameOf } from './every-endpoint.ts'

const CANARIES = ['canary-said-zq', 'canary-planned-zq', 'canary-remembered-zq', 'canary-tested-zq'] as const
const VICTIM = 'per_victim'
const endpoints = await everyEndpoint()

const owned = new AsyncDisposableStack()
let world: TestWorld
let url: string
let organizationId: string
/** What stands in a path where an id is asked for: the real ones of the person who must not be seen. */
const ids: Record<string, string> = { personId: VICTIM, fact: 'title' }

const roleOf = (token: string): MatrixRole => ROLES.find(role => role === token) ?? 'nobody'
const HELD: Partial<Record<MatrixRole, readonly Role[]>> = {
  manager: ['manager'],
  hr: ['hr'],
  author: ['author'],
  support: ['support'],
  it: ['it'],
  owner: ['owner'],
  admin: ['admin']
}
/** `key` and the one scope that it lacks. */
const KEY = 'key-without-'
const authenticate: Authenticate = async token => {
  if (token.startsWith(KEY)) {
    const scopes = SCOPE_NAMES.filter(scope => token !== `${KEY}${scope}`)
    return { kind: 'key', organizationId, keyId: 'key_matrix', scopes }
  }
  const role = roleOf(token)
  if (role === 'nobody') throw new ProblemError('unauthenticated', 'Sign in to go on')
  if (role === 'operator') return { kind: 'operator' }
  const personId = `per_${role}`
  return {
    kind: 'person',
    organizationId,
    personId,
    roles: HELD[role] ?? [],
    clientId: 'test',
    staff: role === 'staff'
  }
}
const hold = async () => ({ [Symbol.dispose]: () => undefined })

beforeAll(async () => {
  // Nothing outside is there: every vendor refuses at once.
  const nowhere = 'http://127.0.0.1:9'
  const config = { WORKOS_URL: nowhere, ENTRA_URL: nowhere, GRAPH_URL: nowhere, THINKIFIC_URL: nowhere }
  world = owned.use(await createTestWorld({ definitions, config }))
  let app: RequestListener = (_req, res) => void res.end()
  const listening = owned.use(await listen((req, res) => app(req, res), { port: 0, host: '127.0.0.1' }))
  url = `http://127.0.0.1:${listening.port}`
  app = await createApp(world.deps, { authenticate, hold })
  const operator = createClient({ baseUrl: url, fetch, token: async () => 'operator' })
  const settings = organizationSettingsSchema.parse({
    name: 'Matrix',
    demo: true,
    workosOrganizationId: 'org_matrix',
    connectionId: 'conn_matrix',
    timezone: 'Europe/Madrid',
    country: 'ES',
    locale: 'en',
    sponsor: { name: 'Demo Sponsor', title: 'CEO' },
    launchDate: '2026-11-23'
  })
  organizationId = (await operator(putOrganization, { params: { externalId: 'matrix' }, body: settings }))
    .organizationId
  for (const personId of [VICTIM, ...ROLES.map(role => `per_${role}`)]) await addPerson(personId)
  await plant()
})
afterAll(() => owned.disposeAsync())

const addPerson = (personId: string) =>
  world.deps.db.for(organizationId)(trx =>
    sql`insert into people (organization_id, id, idp_id, email, first_name, last_name, state, access, source_updated_at, created_at, updated_at)
      values (${organizationId}, ${personId}, ${personId}, ${`${personId}@demo.test`}, 'Vic', 'Demo', 'active', true, now(), now(), now())`.execute(
      trx
    )
  )

async function plant(): Promise<void> {
  const { deps } = world
  const key = { organizationId, personId: VICTIM }
  await decideAgreement(deps, { ...key, decision: 'given', surface: 'tab' })
  const heard = await hear(deps, { ...key, text: CANARIES[0], surface: 'tab', sourceId: 'tab:canary' })
  if (heard.kind !== 'needsAgreement') ids['messageId'] = heard.messageId
  ids['planId'] = 'pln_canary'
  await adoptPlan(deps, { ...key, cue: CANARIES[1], action: CANARIES[1], when: 'never', planId: 'pln_canary' })
  await switchMemory(deps, { ...key, active: true, fromPlans: true })
  ids['itemId'] = (await remember(deps, key, { text: CANARIES[2] })).itemId
  await deps.db.for(organizationId)(trx =>
    sql`insert into nudge_tests (organization_id, id, person_id, words, made_at)
      values (${organizationId}, 'tst_canary', ${VICTIM}, ${JSON.stringify({ en: CANARIES[3] })}::jsonb, now())`.execute(
      trx
    )
  )
  const about = { reason: 'Asked for, and nobody agreed', ticket: 'SUP-1', minutes: 30, by: 'org_x.per_y' }
  ids['accessId'] = (await askAccess(deps, { ...key, ...about })).accessId
}

const pathOf = ({ path }: Endpoint): string =>
  path.replaceAll(/:(\w+)/gu, (_, name: string) => (name === 'organizationId' ? organizationId : (ids[name] ?? 'x_1')))

async function call(endpoint: Endpoint, role: MatrixRole | `${typeof KEY}${string}`) {
  const answer = await fetch(`${url}${pathOf(endpoint)}`, {
    method: endpoint.method,
    redirect: 'manual',
    headers: { 'content-type': 'application/json', ...(role === 'nobody' ? {} : { authorization: `Bearer ${role}` }) },
    ...(endpoint.method === 'GET' ? {} : { body: '{}' })
  })
  const isOpen = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  return { status: answer.status, text: isOpen ? await firstWords(answer) : await answer.text() }
}

const LOOK_MS = 300

/** What an answer that stays open says at once. */
async function firstWords(answer: Response): Promise<string> {
  const reader = answer.body?.getReader()
  const said = await Promise.race([reader?.read(), sleep(LOOK_MS)])
  await reader?.cancel()
  return said?.value ? new TextDecoder().decode(said.value) : ''
}

/** As `api/platform/http.ts` refuses before anything else is looked at. */
const isRefused = ({ status, text }: { readonly status: number; readonly text: string }): boolean =>
  (status === 401 && text.includes('Sign in to go on')) ||
  (status === 403 && text.includes('Your role does not include')) ||
  (status === 403 && (text.includes('"key_closed"') || text.includes('"key_scope"')))

/** Names that would say how much somebody uses the product. */
const USAGE =
  /^(?:messages|turns|conversations|plans|nudges|answers|lastActive|lastUsed|lastTalked|usage|streak|score)$/u
const WHO = /^(?:personId|email|personEmail)$/u

/** Objects of the schema that say who somebody is and how much they use the product. */
function tellsUsage(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(tellsUsage)
  if (typeof schema !== 'object' || schema === null) return false
  const names = 'properties' in schema && schema.properties ? Object.keys(schema.properties) : []
  if (names.some(name => WHO.test(name)) && names.some(name => USAGE.test(name))) return true
  return Object.values(schema).some(tellsUsage)
}

test('the published matrix is what the contract says', () => {
  expect(readFileSync(MATRIX_PAGE, 'utf8')).toBe(renderMatrix(endpoints))
  expect(new Set(endpoints.map(nameOf)).size).toBe(endpoints.length)
  expect(endpoints.length).toBeGreaterThan(150)
})

test('no path under /v1/me takes a person’s id, and no answer to a role tells what one person uses', () => {
  expect(endpoints.filter(({ path }) => path.startsWith('/v1/me') && /:personId/u.test(path))).toEqual([])
  const others = endpoints.filter(({ access }) => !['public', 'person', 'staff'].includes(access))
  const telling = others.filter(({ answer }) => tellsUsage(z.toJSONSchema(answer, { unrepresentable: 'any' })))
  expect(telling.map(nameOf)).toEqual([])
})

test.each(ROLES)(
  '%s is let in where the matrix says so, refused elsewhere, and reads nobody’s words',
  { timeout: 240_000 },
  async role => {
    const wrong: string[] = []
    for (const endpoint of endpoints) {
      const answer = await call(endpoint, role)
      if (isRefused(answer) === mayCall(role, endpoint)) wrong.push(`${nameOf(endpoint)} ${answer.status}`)
      if (CANARIES.some(canary => answer.text.includes(canary))) wrong.push(`${nameOf(endpoint)} sings`)
    }
    expect(wrong).toEqual([])
  }
)

test(
  'a key is let in where its scopes say so, refused elsewhere, and reads nobody’s words',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = []
    const look = async (endpoint: Endpoint, lacks: string): Promise<void> => {
      const answer = await call(endpoint, `${KEY}${lacks}`)
      const may = keyMayCall(
        SCOPE_NAMES.filter(scope => scope !== lacks),
        endpoint
      )
      if (isRefused(answer) === may) wrong.push(`${nameOf(endpoint)} ${answer.status} without ${lacks}`)
      if (CANARIES.some(canary => answer.text.includes(canary))) wrong.push(`${nameOf(endpoint)} sings`)
    }
    for (const endpoint of endpoints) await look(endpoint, 'nothing')
    for (const endpoint of endpoints.filter(({ scope }) => scope)) await look(endpoint, endpoint.scope ?? '')
    expect(wrong).toEqual([])
  }
)

test('the words that were planted are there for their own person', async () => {
  const { deps } = world
  const { rows } = await deps.db.owner(trx => sql`select 1 from messages where person_id = ${VICTIM}`.execute(trx))
  expect(rows.length).toBeGreaterThan(0)
  const mine = await deps.db.owner(trx =>
    sql`select 1 from memory_items where person_id = ${VICTIM} union all select 1 from plans where person_id = ${VICTIM}`.execute(
      trx
    )
  )
  expect(mine.rows.length).toBe(2)
})
