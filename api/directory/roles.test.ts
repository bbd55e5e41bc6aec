import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents } from '../audit/audit.ts'
import { giveRole, listRoles, takeRole } from '../contract/role-grants.ts'
import { startPrivacyWorld, type PrivacyWorld } from '../privacy/test-world.ts'
import { getPerson } from './directory.ts'
import { directoryRoutes } from './routes.ts'

let world: PrivacyWorld
beforeAll(async () => {
  world = await startPrivacyWorld({ routes: directoryRoutes })
  for (const name of ['ana', 'ben', 'cleo']) await world.addPerson(name)
  await world.deps.db.for(world.organizationId)(trx =>
    sql`insert into role_grants (organization_id, person_id, role, reason, given_by, given_at)
      values (${world.organizationId}, 'per_ana', 'owner', 'The first one', 'operator', now())`.execute(trx)
  )
})
afterAll(() => world[Symbol.asyncDispose]())

const owner = (name: string) => world.as(name, { roles: ['owner'] })
const change = (name: string, role: 'owner' | 'it' | 'hr') => ({
  body: { personId: `per_${name}`, role, reason: 'As agreed' }
})
const rolesOf = async (name: string) => (await getPerson(world.deps, world.organizationId, `per_${name}`))?.roles

test('the last owner cannot be removed, not even by two who remove each other at once', async () => {
  await expect(owner('ana')(takeRole, change('ana', 'owner'))).rejects.toMatchObject({
    problem: { code: 'last_owner' }
  })
  await owner('ana')(giveRole, change('ben', 'owner'))
  const both = await Promise.allSettled([
    owner('ana')(takeRole, change('ben', 'owner')),
    owner('ben')(takeRole, change('ana', 'owner'))
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { holders } = await owner('ana')(listRoles)
  expect(holders.map(({ roles }) => roles.map(({ role }) => role))).toEqual([['owner']])
})

test('only owners give roles, each is recorded with its reason, and nobody of another company is reached', async () => {
  for (const roles of [['it'], ['hr'], ['author'], ['support'], []] as const)
    await expect(world.as('cleo', { roles })(giveRole, change('cleo', 'owner'))).rejects.toMatchObject({ status: 403 })
  await owner('ana')(giveRole, change('cleo', 'it'))
  expect(await rolesOf('cleo')).toEqual(['it'])
  const [event] = await listEvents(world.deps, {
    organizationId: world.organizationId,
    action: 'role.given',
    limit: 1
  })
  expect(event).toMatchObject({ actor: 'per_ana', detail: { role: 'it', reason: 'As agreed' } })
  const other = await world.addOrganization('other')
  await world.addPerson('dora', { organizationId: other })
  const theirs = world.as('dora', { organizationId: other, roles: ['owner'] })
  await expect(theirs(giveRole, change('cleo', 'hr'))).rejects.toMatchObject({ status: 404 })
  expect((await theirs(listRoles)).holders).toEqual([])
})

test('taken, what the person holds is refused everywhere, and their sessions go on', async () => {
  await owner('ana')(giveRole, change('cleo', 'hr'))
  await owner('ana')(takeRole, change('cleo', 'hr'))
  expect(await rolesOf('cleo')).toEqual(['it'])
  const { rows } = await world.deps.db.owner(trx =>
    sql<{ reason: string }>`select reason from revocations where person_id = 'per_cleo'`.execute(trx)
  )
  expect(rows).toEqual([{ reason: 'role_taken' }])
})
