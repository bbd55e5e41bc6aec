import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CallError } from '../contract/client.ts'
import { organizationSettingsSchema, putOrganization } from '../contract/organizations.ts'
import { startDirectoryWorld, type DirectoryWorld } from '../directory/test-world.ts'
import { startTestStream, type TestStream } from '../directory/test-workos.ts'
import {
  findOrganizationByDomain,
  findOrganizationByTenant,
  findOrganizationByWorkos,
  getLearningSite,
  getOrganization
} from './organizations.ts'

const TENANT = 'ABCDEF00-0000-4000-8000-000000000001'
const KEY = 'learning-key-never-in-clear'
const learningSite = { kind: 'thinkific', subdomain: 'demo', url: 'http://127.0.0.1:9', apiKey: KEY }

let world: DirectoryWorld<TestStream>
beforeAll(async () => {
  world = await startDirectoryWorld(startTestStream)
})
afterAll(() => world[Symbol.asyncDispose]())

test('configuring again changes the company and keeps its id', async () => {
  const first = await world.configure('org_again', { name: 'Demo One' })
  const second = await world.configure('org_again', { name: 'Demo Two' })
  expect(second).toBe(first)
  expect(await getOrganization(world.deps, first)).toMatchObject({
    organizationId: first,
    name: 'Demo Two',
    demo: true
  })
})

test('a company is found by its tenant, its domain and its WorkOS id, however they are written', async () => {
  const organizationId = await world.configure('org_routes', { domains: ['Routes.Test'], entraTenantIds: [TENANT] })
  expect(await findOrganizationByTenant(world.deps, TENANT.toLowerCase())).toMatchObject({ organizationId })
  expect(await findOrganizationByTenant(world.deps, TENANT)).toMatchObject({ organizationId })
  expect(await findOrganizationByDomain(world.deps, 'routes.test')).toMatchObject({ organizationId })
  expect(await findOrganizationByWorkos(world.deps, 'org_routes')).toMatchObject({ organizationId })
  await world.configure('org_routes', { domains: [], entraTenantIds: [] })
  expect(await findOrganizationByTenant(world.deps, TENANT)).toBeUndefined()
})

test.each([
  ['tenant', { entraTenantIds: ['abcdef00-0000-4000-8000-000000000002'] }],
  ['domain', { domains: ['taken.test'] }]
])('a %s of another company is refused and stays where it is', async (what, routes) => {
  const owner = await world.configure(`org_owner_${what}`, routes)
  await expect(world.configure(`org_thief_${what}`, routes)).rejects.toMatchObject({ status: 409 })
  expect(await findOrganizationByWorkos(world.deps, `org_thief_${what}`)).toBeUndefined()
  const found =
    'domains' in routes
      ? findOrganizationByDomain(world.deps, 'taken.test')
      : findOrganizationByTenant(world.deps, routes.entraTenantIds[0] ?? '')
  expect(await found).toMatchObject({ organizationId: owner })
})

test('a WorkOS organization belongs to one company', async () => {
  await world.configure('org_single')
  const { organizationId: _id, ...body } = (await findOrganizationByWorkos(world.deps, 'org_single')) ?? {
    organizationId: ''
  }
  const second = world.operator(putOrganization, {
    params: { externalId: 'somebody-else' },
    body: organizationSettingsSchema.parse(body)
  })
  await expect(second).rejects.toMatchObject({ status: 409 })
})

test('the learning site’s key is sealed, opens for its company and is in no other table', async () => {
  const organizationId = await world.configure('org_secret', { learningSite })
  expect(await getLearningSite(world.deps, organizationId)).toMatchObject({ subdomain: 'demo', apiKey: KEY })
  const stored = await world.deps.db.owner(trx =>
    sql<{
      all: string
    }>`select (select string_agg(settings::text, '') from organizations) || (select string_agg(encode(sealed, 'escape'), '') from organization_secrets) as all`.execute(
      trx
    )
  )
  expect(stored.rows[0]?.all).toContain('"subdomain"')
  expect(stored.rows[0]?.all).not.toContain(KEY)
  const other = await world.configure('org_no_secret')
  expect(await getLearningSite(world.deps, other)).toBeUndefined()
  const seen = await world.deps.db.for(other)(trx => sql`select 1 from organization_secrets`.execute(trx))
  expect(seen.rows).toEqual([])
})

test('only operators configure companies, and a setting that cannot be is named', async () => {
  const body = { name: 'Demo' } as never
  await expect(
    world.as('org_x', 'per_x')(putOrganization, { params: { externalId: 'x' }, body })
  ).rejects.toMatchObject({ status: 403 })
  const wrong = await world
    .operator(putOrganization, { params: { externalId: 'x' }, body })
    .catch((error: unknown) => error)
  expect(wrong).toBeInstanceOf(CallError)
  expect(wrong).toMatchObject({ status: 400, message: expect.stringContaining('workosOrganizationId') })
})
