import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorkosStandin } from '../../sandbox/workos/workos.ts'
import { createWorkos } from '../vendors/workos.ts'
import { cohortsOf, findPersonByIdp, pullEvents } from './directory.ts'
import { reconcileOrganization } from './reconcile.ts'
import { startDirectoryWorld, type DirectoryWorld } from './test-world.ts'

async function startStandin(webhookUrl: string) {
  const standin = createWorkosStandin({
    now: () => new Date('2026-11-23T15:00:00Z'),
    apiKey: 'workos-key-for-tests',
    clientId: 'client_test',
    webhookSecret: 'workos-webhook-secret',
    webhookUrl
  })
  await standin.listen()
  return { ...standin, url: standin.standin.url() }
}

let world: DirectoryWorld<Awaited<ReturnType<typeof startStandin>>>
beforeAll(async () => {
  world = await startDirectoryWorld(startStandin)
})
afterAll(() => world[Symbol.asyncDispose]())

/** A directory of a company, connected and with its two groups. */
function connect(name: string) {
  const directoryId = `directory_${name}`
  world.vendor.addDirectory({
    id: directoryId,
    organizationId: name,
    type: 'okta scim v2.0',
    name: 'Demo',
    domain: 'demo.test'
  })
  const access = world.vendor.addGroup({ directoryId, name: 'CI-Access' }).id
  const cohort = world.vendor.addGroup({ directoryId, name: 'New Leaders' }).id
  const add = (idpId: string): string => {
    const { id } = world.vendor.upsertUser({
      directoryId,
      idpId,
      email: `${idpId}@demo.test`,
      firstName: idpId,
      lastName: 'Demo'
    })
    world.vendor.addToGroup(access, id)
    world.vendor.addToGroup(cohort, id)
    return id
  }
  return { directoryId, access, add }
}

const reconcile = (organizationId: string): Promise<void> =>
  reconcileOrganization(world.deps, createWorkos(world.deps), organizationId)
const find = (organizationId: string, idpId: string) => findPersonByIdp(world.deps, organizationId, idpId)
const countOf = (organizationId: string, type: string): number =>
  world.factsOf(organizationId).filter(fact => fact.type === type).length
const settled = async (): Promise<void> => {
  await world.vendor.settled()
  await world.drain()
}

test('webhooks that come twice, late and crossed bring the directory over once', async () => {
  const organizationId = await world.configure('org_hooks')
  const { faults } = world.vendor.standin
  faults.add({ kind: 'duplicate', path: '/webhook/dsync.user', times: 10 })
  faults.add({ kind: 'reorder', path: '/webhook/dsync.group', times: 20 })
  const directory = connect('org_hooks')
  const ids = ['u1', 'u2', 'u3', 'u4'].map(directory.add)
  world.vendor.removeUser(ids[1] ?? '', 'deactivate')
  world.vendor.removeUser(ids[2] ?? '', 'delete')
  await settled()
  faults.clear()
  expect(await find(organizationId, 'u1')).toMatchObject({ state: 'active', access: true })
  expect(await find(organizationId, 'u2')).toMatchObject({ state: 'inactive' })
  expect(await find(organizationId, 'u3')).toMatchObject({ state: 'inactive' })
  expect([countOf(organizationId, 'person.joined'), countOf(organizationId, 'person.left')]).toEqual([4, 2])
})

test('people of a company that was configured after its directory was connected are found by listing', async () => {
  const directory = connect('org_late')
  directory.add('early')
  await pullEvents(world.deps, createWorkos(world.deps))
  await settled()
  const organizationId = await world.configure('org_late')
  expect(await find(organizationId, 'early')).toBeUndefined()
  await reconcile(organizationId)
  const early = await find(organizationId, 'early')
  expect(early).toMatchObject({ state: 'active', access: true })
  expect(await cohortsOf(world.deps, organizationId, early?.personId ?? '')).toEqual([{ name: 'Leaders 2026' }])
})

test('listing what is known already changes and publishes nothing', async () => {
  const organizationId = await world.configure('org_quiet')
  const directory = connect('org_quiet')
  for (let index = 0; index < 105; index++) directory.add(`q${index}`)
  await settled()
  expect(countOf(organizationId, 'person.joined')).toBe(105)
  const before = world.factsOf(organizationId).length
  await reconcile(organizationId)
  expect(world.factsOf(organizationId)).toHaveLength(before)
})

test('comparisons that run at once end nobody who is there', async () => {
  const organizationId = await world.configure('org_crossed')
  const directory = connect('org_crossed')
  const names = Array.from({ length: 6 }, (_, index) => `c${index}`)
  names.forEach(directory.add)
  await settled()
  for (let round = 0; round < 8; round++)
    await Promise.all([reconcile(organizationId), reconcile(organizationId), reconcile(organizationId)])
  expect(countOf(organizationId, 'person.left')).toBe(0)
  for (const name of names) expect(await find(organizationId, name)).toMatchObject({ state: 'active', access: true })
})

test('changed rules of a company change who has access', async () => {
  const organizationId = await world.configure('org_rules')
  connect('org_rules').add('ruth')
  await settled()
  await world.configure('org_rules', { accessGroup: 'Somebody else' })
  await reconcile(organizationId)
  expect(await find(organizationId, 'ruth')).toMatchObject({ state: 'active', access: false })
  expect(countOf(organizationId, 'person.left')).toBe(1)
})

test('access does not outlive a changed rule while the directory cannot be read', async () => {
  const organizationId = await world.configure('org_unread')
  connect('org_unread').add('uma')
  await settled()
  await world.configure('org_unread', { accessGroup: 'Somebody else' })
  world.vendor.standin.faults.add({ kind: 'status', status: 400, path: '/directories', times: 1 })
  await expect(reconcile(organizationId)).rejects.toMatchObject({ code: 'vendor_failed' })
  expect(await find(organizationId, 'uma')).toMatchObject({ access: false })
})

test('somebody whose deletion was never told is gone after listing; an empty list ends nobody', async () => {
  const organizationId = await world.configure('org_missed')
  const directory = connect('org_missed')
  const [kept, lost] = ['kept', 'lost'].map(directory.add)
  await settled()
  const users = world.vendor.standin.store.collection('users')
  users.delete(lost ?? '')
  await reconcile(organizationId)
  expect(await find(organizationId, 'lost')).toMatchObject({ state: 'inactive' })
  users.delete(kept ?? '')
  await reconcile(organizationId)
  expect(await find(organizationId, 'kept')).toMatchObject({ state: 'active', access: true })
})

test('a directory that is cut off ends everybody; connected again they are back, without an event of their own', async () => {
  const organizationId = await world.configure('org_cut')
  const directory = connect('org_cut')
  directory.add('cut')
  await settled()
  world.vendor.deleteDirectory(directory.directoryId)
  await settled()
  expect(await find(organizationId, 'cut')).toMatchObject({ state: 'inactive' })
  world.vendor.addDirectory({
    id: directory.directoryId,
    organizationId: 'org_cut',
    type: 'okta scim v2.0',
    name: 'Demo',
    domain: 'demo.test'
  })
  await settled()
  expect(await find(organizationId, 'cut')).toMatchObject({ state: 'active', access: true })
  expect(countOf(organizationId, 'person.joined')).toBe(2)
})
