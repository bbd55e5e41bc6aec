/** Who is the same person: those who return, those whose id was given to somebody else, those who signed in before there was a directory. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkosStandin } from '../../sandbox/workos/workos.ts'
import { decideReturnerEndpoint, getMe, listReturners } from '../contract/directory.ts'
import { moveIdentities, saveIdentity, findIdentity } from '../identity/store.ts'
import { DAY } from '../platform/time.ts'
import { createWorkos } from '../vendors/workos.ts'
import { cohortsOf, createPersonFromSignIn, findPersonByIdp, getManager, getPerson, pullEvents } from './directory.ts'
import { reconcileOrganization } from './reconcile.ts'
import { startDirectoryWorld, type DirectoryWorld } from './test-world.ts'

const clock = { ms: Date.parse('2026-11-23T15:00:00Z') }

async function startStandin() {
  const standin = createWorkosStandin({
    now: () => new Date((clock.ms += 1)),
    apiKey: 'workos-key-for-tests',
    clientId: 'client_test',
    webhookSecret: 'workos-webhook-secret',
    limits: false
  })
  await standin.listen()
  return { ...standin, url: standin.standin.url() }
}

let world: DirectoryWorld<Awaited<ReturnType<typeof startStandin>>>
beforeAll(async () => {
  world = await startDirectoryWorld(startStandin)
})
afterAll(() => world[Symbol.asyncDispose]())

const pull = (): Promise<void> => pullEvents(world.deps, createWorkos(world.deps))
const reconcile = (organizationId: string): Promise<void> =>
  reconcileOrganization(world.deps, createWorkos(world.deps), organizationId)
const find = (organizationId: string, idpId: string) => findPersonByIdp(world.deps, organizationId, idpId)

function pass(days: number): void {
  clock.ms += days * DAY
  world.advance(days * DAY)
}

type Employee = { readonly number?: string; readonly manager?: string; readonly raw?: Record<string, unknown> }

/** A company with a directory whose people are all in the access group. */
async function companyOf(name: string, settings: object = {}) {
  const organizationId = await world.configure(name, settings)
  const directoryId = `directory_${name}`
  const { vendor } = world
  const connect = (): void => {
    vendor.addDirectory({ id: directoryId, organizationId: name, type: 'x', name, domain: 'demo.test' })
  }
  connect()
  const group = vendor.addGroup({ directoryId, name: 'CI-Access' }).id
  const put = (idpId: string, { number, manager, raw = {} }: Employee = {}, id?: string): string => {
    const customAttributes = {
      ...(number ? { employee_number: number } : {}),
      ...(manager ? { manager_id: manager } : {})
    }
    const user = {
      directoryId,
      idpId,
      email: `${idpId}@demo.test`,
      firstName: idpId,
      customAttributes,
      rawAttributes: raw
    }
    return vendor.upsertUser({ ...user, ...(id ? { id } : {}) }).id
  }
  const add = (idpId: string, employee: Employee = {}): string => {
    const id = put(idpId, employee)
    vendor.addToGroup(group, id)
    return id
  }
  const open = async () => {
    const { returners } = await world.as(organizationId, 'per_admin', 'admin')(listReturners)
    return returners
  }
  const say = (personId: string, decision: 'same' | 'different') =>
    world.as(organizationId, 'per_admin', 'admin')(decideReturnerEndpoint, { params: { personId }, body: { decision } })
  return { organizationId, directoryId, add, put, connect, group, open, say }
}

/** Added, known, deleted and away; gives who they were. */
async function gone(company: Awaited<ReturnType<typeof companyOf>>, idpId: string, employee: Employee, days: number) {
  const id = company.add(idpId, employee)
  await pull()
  const before = await find(company.organizationId, idpId)
  world.vendor.removeUser(id, 'delete')
  await pull()
  pass(days)
  return before?.personId ?? ''
}

describe('an id that comes back', () => {
  test('within thirty days and with the same employee number is the same person', async () => {
    const company = await companyOf('org_back')
    const former = await gone(company, 'ann', { number: '7' }, 20)
    company.add('ann', { number: '7' })
    await pull()
    expect(await find(company.organizationId, 'ann')).toMatchObject({ personId: former, state: 'active', access: true })
    expect(await company.open()).toEqual([])
  })

  test.each([
    ['after more than thirty days', { number: '7' }, { number: '7' }, 31, 'away_too_long'],
    ['with another employee number', { number: '7' }, { number: '8' }, 2, 'attribute_differs'],
    ['without anything else to know them by', {}, {}, 2, 'attribute_missing']
  ])('%s is a new person, the old one keeps theirs, and an admin is asked', async (_, was, is, days, because) => {
    const company = await companyOf(`org_new_${because}`)
    const { organizationId } = company
    const former = await gone(company, 'bob', was, days)
    const oid = { organizationId, kind: 'entra', issuer: 'tenant', subject: 'oid' } as const
    await world.deps.db.for(organizationId)(trx =>
      saveIdentity(trx, { ...oid, personId: former, because: 'sign_in', at: new Date() })
    )
    company.add('bob', is)
    await pull()
    const now = await find(organizationId, 'bob')
    expect(now).toMatchObject({ state: 'active', access: true })
    expect(now?.personId).not.toBe(former)
    expect(await getPerson(world.deps, organizationId, former)).toMatchObject({ state: 'inactive' })
    expect(await world.deps.db.for(organizationId)(trx => findIdentity(trx, oid))).toBe(former)
    expect(await company.open()).toMatchObject([{ personId: now?.personId, because, name: 'bob', formerName: 'bob' }])
    // Told again, nobody is asked twice.
    await reconcile(organizationId)
    expect(await company.open()).toHaveLength(1)
  })

  test('an entry that WorkOS only set aside is the same person, without an employee number', async () => {
    const company = await companyOf('org_aside')
    const id = company.add('eve')
    await pull()
    const before = await find(company.organizationId, 'eve')
    world.vendor.removeUser(id, 'deactivate')
    await pull()
    pass(3)
    world.vendor.reactivateUser(id)
    await pull()
    expect(await find(company.organizationId, 'eve')).toMatchObject({ personId: before?.personId, state: 'active' })
  })

  test('a company says which attribute never changes hands', async () => {
    const company = await companyOf('org_attribute', { returnerAttribute: 'badge' })
    const former = await gone(company, 'fay', { number: '1', raw: { badge: 'b1' } }, 2)
    company.add('fay', { number: '2', raw: { badge: 'b1' } })
    await pull()
    expect(await find(company.organizationId, 'fay')).toMatchObject({ personId: former, state: 'active' })
  })

  test('everybody of a directory that was cut off and connected anew under other entries is the same', async () => {
    const company = await companyOf('org_anew')
    company.add('gus')
    await pull()
    const before = await find(company.organizationId, 'gus')
    world.vendor.deleteDirectory(company.directoryId)
    await pull()
    // The comparison that the end asks for knows the directory by its id, which only here is the new one's too.
    await world.drain()
    expect(await find(company.organizationId, 'gus')).toMatchObject({ state: 'inactive' })
    for (const { id } of world.vendor.users(company.directoryId))
      world.vendor.standin.store.collection('users').delete(id)
    company.connect()
    const again = company.put('gus', {}, 'directory_user_gus_anew')
    world.vendor.addToGroup(company.group, again)
    await pull()
    await reconcile(company.organizationId)
    expect(await find(company.organizationId, 'gus')).toMatchObject({ personId: before?.personId, state: 'active' })
    expect(await company.open()).toEqual([])
  })
})

describe('an admin says', () => {
  test('the same: the former goes on with all that is theirs, and the accounts of both lead there', async () => {
    const company = await companyOf('org_same')
    const { organizationId } = company
    const former = await gone(company, 'hal', {}, 3)
    company.add('hal')
    await pull()
    const stopgap = (await find(organizationId, 'hal'))?.personId ?? ''
    await company.say(stopgap, 'same')
    expect(await find(organizationId, 'hal')).toMatchObject({ personId: former, state: 'active', access: true })
    expect(await getPerson(world.deps, organizationId, stopgap)).toMatchObject({ state: 'inactive' })
    const merged = world.factsOf(organizationId).filter(({ type }) => type === 'person.merged')
    expect(merged).toEqual([{ type: 'person.merged', organizationId, personId: former, formerPersonId: stopgap }])
    const oid = { organizationId, kind: 'entra', issuer: 'tenant', subject: 'new-oid' } as const
    await world.deps.db.for(organizationId)(async trx => {
      await saveIdentity(trx, { ...oid, personId: stopgap, because: 'sign_in', at: new Date() })
      await moveIdentities(trx, { organizationId, personId: former, formerPersonId: stopgap })
      expect(await findIdentity(trx, oid)).toBe(former)
    })
    await expect(company.say(stopgap, 'different')).rejects.toMatchObject({ status: 409 })
    await reconcile(organizationId)
    expect(await find(organizationId, 'hal')).toMatchObject({ personId: former, state: 'active' })
  })

  test('different: both stay as they are, and nobody but an admin may say', async () => {
    const company = await companyOf('org_different')
    const { organizationId } = company
    const former = await gone(company, 'ida', {}, 3)
    company.add('ida')
    await pull()
    const now = (await find(organizationId, 'ida'))?.personId ?? ''
    const other = world.as(organizationId, now)
    await expect(other(listReturners)).rejects.toMatchObject({ status: 403 })
    const ask = { params: { personId: now }, body: { decision: 'same' as const } }
    await expect(other(decideReturnerEndpoint, ask)).rejects.toMatchObject({ status: 403 })
    const elsewhere = world.as('org_other', 'per_x', 'admin')
    await expect(elsewhere(decideReturnerEndpoint, ask)).rejects.toMatchObject({ status: 404 })
    await company.say(now, 'different')
    expect(await find(organizationId, 'ida')).toMatchObject({ personId: now })
    expect(await getPerson(world.deps, organizationId, former)).toMatchObject({ state: 'inactive' })
    expect(await company.open()).toEqual([])
  })
})

describe('a directory that comes after sign-ins', () => {
  const revocationsOf = (organizationId: string, personId: string) =>
    world.deps.db.owner(async trx => {
      const { rows } =
        await sql`select reason from revocations where organization_id = ${organizationId} and person_id = ${personId}`.execute(
          trx
        )
      return rows
    })

  test('adopts the same people by their subject, and nobody loses access while its groups are on their way', async () => {
    const company = await companyOf('org_later', { joining: 'sign_in' })
    const { organizationId } = company
    const signedIn = await createPersonFromSignIn(world.deps, organizationId, { idpId: 'kim', email: 'kim@demo.test' })
    const absent = await createPersonFromSignIn(world.deps, organizationId, { idpId: 'lou', email: 'lou@demo.test' })
    // The same address under another id is somebody else.
    await createPersonFromSignIn(world.deps, organizationId, { idpId: 'x1', email: 'max@demo.test' })
    const id = company.put('kim')
    company.put('max')
    await pull()
    expect(await find(organizationId, 'kim')).toMatchObject({
      personId: signedIn.personId,
      firstName: 'kim',
      inDirectory: true,
      access: true
    })
    expect((await find(organizationId, 'max'))?.personId).not.toBe((await find(organizationId, 'x1'))?.personId)
    await reconcile(organizationId)
    expect(await find(organizationId, 'kim')).toMatchObject({ access: true })
    world.vendor.addToGroup(company.group, id)
    await pull()
    await world.configure('org_later', { joining: 'directory' })
    await reconcile(organizationId)
    expect(await find(organizationId, 'kim')).toMatchObject({ personId: signedIn.personId, access: true })
    expect(await revocationsOf(organizationId, signedIn.personId)).toEqual([])
    expect(await getPerson(world.deps, organizationId, absent.personId)).toMatchObject({ state: 'inactive' })
    expect(await revocationsOf(organizationId, absent.personId)).toEqual([{ reason: 'not_in_directory' }])
  })

  test('adopts them by the attribute that an admin confirmed', async () => {
    const company = await companyOf('org_pair', { joining: 'sign_in', subjectAttribute: 'userName' })
    const { organizationId } = company
    const signedIn = await createPersonFromSignIn(world.deps, organizationId, { idpId: 'ned@login' })
    company.add('00u-ned', { raw: { userName: 'ned@login' } })
    await pull()
    expect(await find(organizationId, '00u-ned')).toMatchObject({ personId: signedIn.personId, access: true })
  })
})

describe('events that nobody can read any more', () => {
  test.each(['forgotten by WorkOS', 'of a month ago'])('a place %s: all directories are compared', async how => {
    const company = await companyOf(`org_lost_${how.length}`)
    const { organizationId } = company
    const lost = company.add('ola')
    company.add('pat')
    await pull()
    const { faults, store } = world.vendor.standin
    // Nobody hears of this.
    store.collection('users').delete(lost)
    if (how === 'of a month ago') pass(40)
    else faults.add({ kind: 'status', status: 400, path: '/events', times: 1 })
    await pull()
    await world.drain()
    faults.clear()
    expect(await find(organizationId, 'ola')).toMatchObject({ state: 'inactive' })
    expect(await find(organizationId, 'pat')).toMatchObject({ state: 'active', access: true })
  })

  test('a directory whose end was missed is ended with its people; one that cannot be asked about is not', async () => {
    const company = await companyOf('org_ended')
    company.add('quin')
    await pull()
    const { faults, store } = world.vendor.standin
    store.collection('directories').delete(company.directoryId)
    faults.add({ kind: 'status', status: 400, path: '/directories/directory_org_ended', times: 1 })
    await expect(reconcile(company.organizationId)).rejects.toMatchObject({ code: 'vendor_failed' })
    faults.clear()
    expect(await find(company.organizationId, 'quin')).toMatchObject({ state: 'active' })
    await reconcile(company.organizationId)
    expect(await find(company.organizationId, 'quin')).toMatchObject({ state: 'inactive' })
  })
})

describe('managers', () => {
  test('whoever is above themselves by any path has none; their reports outside the loop do', async () => {
    const company = await companyOf('org_loop')
    const { organizationId } = company
    const managers = { self: 'self', a: 'b', b: 'a', c1: 'c2', c2: 'c3', c3: 'c1', out: 'c1', orphan: 'nobody' }
    for (const [idpId, manager] of Object.entries(managers)) company.add(idpId, { manager })
    await pull()
    const managerOf = async (idpId: string) => {
      const person = await find(organizationId, idpId)
      return (await getManager(world.deps, organizationId, person?.personId ?? ''))?.idpId
    }
    for (const idpId of ['self', 'a', 'b', 'c1', 'c2', 'c3', 'orphan']) expect(await managerOf(idpId)).toBeUndefined()
    expect(await managerOf('out')).toBe('c1')
    const a = await find(organizationId, 'a')
    expect(await world.as(organizationId, a?.personId ?? '')(getMe)).toMatchObject({ manager: null, roles: [] })
  })

  test('a new person with a recycled id is the manager now, of those who name that id', async () => {
    const company = await companyOf('org_heir')
    const { organizationId } = company
    company.add('rep', { manager: 'boss' })
    await gone(company, 'boss', { number: '1' }, 40)
    company.add('boss', { number: '2' })
    await pull()
    const rep = await find(organizationId, 'rep')
    const boss = await find(organizationId, 'boss')
    expect(await getManager(world.deps, organizationId, rep?.personId ?? '')).toMatchObject({
      personId: boss?.personId
    })
  })
})

test('a cohort is a group, an attribute, or both', async () => {
  const cohorts = [
    { group: 'New Leaders', name: 'Leaders' },
    { attribute: 'country', equals: 'pt', name: 'Leaders' },
    { attribute: 'country', equals: 'PT', name: 'Lisbon' }
  ]
  const company = await companyOf('org_cohorts', { cohorts })
  const { organizationId } = company
  const id = company.add('sue', { raw: { country: 'PT' } })
  await pull()
  const sue = await find(organizationId, 'sue')
  const names = async () => (await cohortsOf(world.deps, organizationId, sue?.personId ?? '')).map(({ name }) => name)
  expect(await names()).toEqual(['Leaders', 'Lisbon'])
  company.put('sue', { raw: { country: 'ES' } }, id)
  await pull()
  expect(await names()).toEqual([])
})
