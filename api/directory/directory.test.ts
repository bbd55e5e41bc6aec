import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listReceipts } from '../audit/audit.ts'
import { getMe } from '../contract/directory.ts'
import { MINUTE } from '../platform/time.ts'
import { createWorkos } from '../vendors/workos.ts'
import {
  cohortsOf,
  findPersonByIdp,
  findPersonByMappedAttribute,
  getPerson,
  pullEvents,
  pageOfColleagues
} from './directory.ts'
import { startDirectoryWorld, type DirectoryWorld } from './test-world.ts'
import { startTestStream, type TestStream } from './test-workos.ts'

let world: DirectoryWorld<TestStream>
beforeAll(async () => {
  world = await startDirectoryWorld(startTestStream)
})
afterAll(() => world[Symbol.asyncDispose]())

const pull = (): Promise<void> => pullEvents(world.deps, createWorkos(world.deps))
const typesOf = (organizationId: string): readonly string[] => world.factsOf(organizationId).map(({ type }) => type)
const countOf = (organizationId: string, type: string): number =>
  typesOf(organizationId).filter(each => each === type).length

async function personOf(organizationId: string, idpId: string) {
  const person = await findPersonByIdp(world.deps, organizationId, idpId)
  if (!person) throw new Error(`nobody is known as ${idpId}`)
  return person
}

/** A company with one person in the access group and a cohort. */
async function companyWith(name: string, idpId: string) {
  const organizationId = await world.configure(name)
  const directory = world.vendor.directory(name)
  directory.addUser(idpId)
  directory.addToGroup(idpId, 'CI-Access')
  directory.addToGroup(idpId, 'New Leaders')
  await pull()
  return { organizationId, directory, person: await personOf(organizationId, idpId) }
}

const rowsOf = (organizationId: string, table: 'revocations' | 'oidc_payloads' | 'audit_events', personId: string) =>
  world.deps.db.owner(async trx => {
    const found = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} where organization_id = ${organizationId} and person_id = ${personId}`.execute(
      trx
    )
    return found.rows
  })

const holdSession = (organizationId: string, personId: string) =>
  world.deps.db.owner(trx =>
    sql`insert into oidc_payloads (model, id, payload, organization_id, person_id) values ('RefreshToken', ${personId}, '{}', ${organizationId}, ${personId})`.execute(
      trx
    )
  )

test('a new hire is known with names, cohort, role and access from the groups they are in', async () => {
  const organizationId = await world.configure('org_hire')
  const directory = world.vendor.directory('org_hire')
  directory.addUser('ana', {
    custom_attributes: { job_title: 'Analyst', department_name: 'Finance' },
    raw_attributes: { objectId: 'oid-1', country: 'ES' }
  })
  directory.addToGroup('ana', 'CI-Access')
  directory.addToGroup('ana', 'People Team')
  directory.addToGroup('ana', 'New Leaders')
  await pull()
  const ana = await personOf(organizationId, 'ana')
  expect(ana).toMatchObject({
    email: 'ana@demo.test',
    title: 'Analyst',
    department: 'Finance',
    country: 'ES',
    state: 'active',
    access: true,
    roles: ['hr']
  })
  expect(await cohortsOf(world.deps, organizationId, ana.personId)).toEqual([{ name: 'Leaders 2026' }])
  expect(
    await findPersonByMappedAttribute(world.deps, organizationId, { attribute: 'objectId', value: 'oid-1' })
  ).toMatchObject({ personId: ana.personId })
  expect(typesOf(organizationId)).toEqual([
    'organization.configured',
    'person.joined',
    'person.changed',
    'cohort.joined'
  ])
})

test('a person outside the access group exists without access and joins nothing', async () => {
  const organizationId = await world.configure('org_outside')
  const directory = world.vendor.directory('org_outside')
  directory.addUser('ben')
  directory.addToGroup('ben', 'New Leaders')
  await pull()
  const ben = await personOf(organizationId, 'ben')
  expect(ben).toMatchObject({ state: 'active', access: false })
  expect(await cohortsOf(world.deps, organizationId, ben.personId)).toEqual([])
  expect(typesOf(organizationId)).toEqual(['organization.configured'])
})

test('wake-ups that repeat, cross or come from several readers at once apply each event once', async () => {
  const organizationId = await world.configure('org_wake')
  const directory = world.vendor.directory('org_wake')
  const people = Array.from({ length: 12 }, (_, index) => `p${index}`)
  for (const idpId of people) {
    directory.addUser(idpId)
    directory.addToGroup(idpId, 'CI-Access')
  }
  directory.updateUser('p3', { state: 'inactive' })
  directory.removeFromGroup('p4', 'CI-Access')
  directory.addToGroup('p4', 'CI-Access')
  const woken = await Promise.all([...people.map(() => world.wake()), pull().then(() => 200), pull().then(() => 200)])
  expect(new Set(woken)).toEqual(new Set([200]))
  await world.drain()
  // Applied twice, p4 would leave and join once more.
  expect(countOf(organizationId, 'person.joined')).toBe(13)
  expect(countOf(organizationId, 'person.left')).toBe(2)
  expect((await personOf(organizationId, 'p3')).state).toBe('inactive')
})

test('a manager is found by provider id, then raw attribute, then e-mail, also when they arrive after their report', async () => {
  const organizationId = await world.configure('org_chart')
  const directory = world.vendor.directory('org_chart')
  directory.addUser('r1', { custom_attributes: { manager_id: 'boss' } })
  directory.addUser('r2', { custom_attributes: { manager_id: '4711' }, raw_attributes: { manager: { value: 'boss' } } })
  directory.addUser('r3', { custom_attributes: { manager_id: '4711', manager_email: 'BOSS@demo.test' } })
  await pull()
  const reports = await Promise.all(['r1', 'r2', 'r3'].map(idpId => personOf(organizationId, idpId)))
  directory.addUser('boss', { first_name: 'Berta', last_name: 'Boss' })
  await pull()
  for (const { personId } of reports)
    expect(await world.as(organizationId, personId)(getMe)).toMatchObject({ manager: 'Berta Boss', roles: [] })
  const boss = await personOf(organizationId, 'boss')
  expect(await world.as(organizationId, boss.personId)(getMe)).toMatchObject({ manager: null, roles: ['manager'] })
})

test.each(['update', 'deletion'] as const)(
  'deactivation by %s revokes, ends cohorts, and leaves a receipt with the time it was received',
  async how => {
    const name = `org_leave_${how}`
    const { organizationId, directory, person } = await companyWith(name, 'lea')
    await holdSession(organizationId, person.personId)
    const earliest = world.deps.realNow().getTime()
    if (how === 'update') directory.updateUser('lea', { state: 'inactive' })
    else directory.deleteUser('lea', { updated_at: '2026-11-23T09:00:00.000Z' })
    await pull()
    expect(await getPerson(world.deps, organizationId, person.personId)).toMatchObject({ state: 'inactive' })
    expect(await cohortsOf(world.deps, organizationId, person.personId)).toEqual([])
    expect(await rowsOf(organizationId, 'oidc_payloads', person.personId)).toEqual([])
    expect(await rowsOf(organizationId, 'revocations', person.personId)).toMatchObject([{ reason: 'deactivated' }])
    const left = world.factsOf(organizationId).filter(fact => fact.type === 'person.left')
    expect(left).toMatchObject([{ personId: person.personId, reason: 'deactivated' }])
    expect(new Date(left[0]?.receivedAt ?? 0).getTime()).toBeGreaterThanOrEqual(earliest)
    expect(await listReceipts(world.deps, organizationId, person.personId)).toMatchObject([
      { kind: 'access.ended', detail: { reason: 'deactivated' } }
    ])
    const actions = (await rowsOf(organizationId, 'audit_events', person.personId)).map(row => row['action'])
    expect(actions).toEqual(
      expect.arrayContaining(['person.created', 'person.joined', 'person.changed', 'person.left'])
    )
  }
)

test('revocation, the event and the cursor commit together or not at all', async () => {
  const { organizationId, directory, person } = await companyWith('org_atomic', 'tom')
  directory.updateUser('tom', { state: 'inactive' })
  world.failOn('person.left')
  await expect(pull()).rejects.toThrow('made to fail')
  expect(await rowsOf(organizationId, 'revocations', person.personId)).toEqual([])
  expect(await getPerson(world.deps, organizationId, person.personId)).toMatchObject({ state: 'active', access: true })
  world.failOn(undefined)
  await pull()
  expect(await rowsOf(organizationId, 'revocations', person.personId)).toHaveLength(1)
  expect(await getPerson(world.deps, organizationId, person.personId)).toMatchObject({ state: 'inactive' })
})

test('leaving the access group revokes; returning is the same person joining again', async () => {
  const { organizationId, directory, person } = await companyWith('org_return', 'rio')
  directory.removeFromGroup('rio', 'CI-Access')
  await pull()
  expect(await rowsOf(organizationId, 'revocations', person.personId)).toMatchObject([{ reason: 'left_access_group' }])
  directory.addToGroup('rio', 'CI-Access')
  await pull()
  expect(await personOf(organizationId, 'rio')).toMatchObject({ personId: person.personId, access: true })
  expect(countOf(organizationId, 'person.joined')).toBe(2)
  expect(await cohortsOf(world.deps, organizationId, person.personId)).toEqual([{ name: 'Leaders 2026' }])
})

test('older data never overwrites newer', async () => {
  const { organizationId, directory } = await companyWith('org_old', 'ola')
  directory.updateUser('ola', { last_name: 'Newer', updated_at: '2026-11-23T12:00:00.000Z' })
  directory.updateUser('ola', { last_name: 'Older', state: 'inactive', updated_at: '2026-11-23T11:00:00.000Z' })
  await pull()
  expect(await personOf(organizationId, 'ola')).toMatchObject({ lastName: 'Newer', state: 'active' })
})

test('the deletion of an earlier directory entry does not end somebody who came back under a new one', async () => {
  const { organizationId, directory } = await companyWith('org_rehire', 'rae')
  directory.addUser('rae', { id: 'directory_user_second', updated_at: '2026-11-23T13:00:00.000Z' })
  directory.deleteUser('rae')
  await pull()
  expect(await personOf(organizationId, 'rae')).toMatchObject({ state: 'active' })
})

test.each(['dsync.deleted', 'dsync.deactivated'] as const)(
  '%s ends everybody of that directory and nobody else',
  async event => {
    const ended = await companyWith(`org_${event}`, 'eva')
    const other = await companyWith(`org_beside_${event}`, 'eva')
    ended.directory.end(event)
    await pull()
    expect(await getPerson(world.deps, ended.organizationId, ended.person.personId)).toMatchObject({
      state: 'inactive'
    })
    expect(await rowsOf(ended.organizationId, 'revocations', ended.person.personId)).toMatchObject([
      { reason: 'directory_removed' }
    ])
    expect(await getPerson(world.deps, other.organizationId, other.person.personId)).toMatchObject({
      state: 'active',
      access: true
    })
  }
)

test('events of unknown companies or shapes are passed over and hold up nobody', async () => {
  world.vendor.directory('org_nobody_configured').addUser('stranger')
  world.vendor.emit('dsync.user.created', { id: 'directory_user_broken', object: 'directory_user' })
  const { person } = await companyWith('org_after', 'amy')
  expect(person).toMatchObject({ state: 'active', access: true })
})

test('a character that PostgreSQL cannot hold stops nothing', async () => {
  const organizationId = await world.configure('org_nul')
  world.vendor
    .directory('org_nul')
    .addUser('nul', { last_name: 'Nu\0l', raw_attributes: { note: 'a\0b', objectId: 'oid-nul' } })
  await pull()
  expect(
    await findPersonByMappedAttribute(world.deps, organizationId, { attribute: 'note', value: 'ab' })
  ).toMatchObject({ lastName: 'Nul' })
})

test('the same news again publishes nothing', async () => {
  const { organizationId, directory } = await companyWith('org_same', 'sam')
  const before = typesOf(organizationId).length
  directory.updateUser('sam')
  directory.addToGroup('sam', 'CI-Access')
  await pull()
  expect(typesOf(organizationId)).toHaveLength(before)
})

test('another attribute of the directory, or another name of a group, is told of everybody it concerns', async () => {
  const { organizationId, directory, person } = await companyWith('org_touched', 'tia')
  directory.addUser('tom')
  directory.addToGroup('tom', 'CI-Access')
  directory.addToGroup('tom', 'Sailors')
  directory.addToGroup('tia', 'Sailors')
  await pull()
  const tom = await personOf(organizationId, 'tom')
  const changedSince = (before: number): readonly string[] =>
    world
      .factsOf(organizationId)
      .slice(before)
      .flatMap(fact => (fact.type === 'person.changed' ? fact.personId : []))
      .toSorted()
  let before = world.factsOf(organizationId).length
  directory.updateUser('tia', { raw_attributes: { costCenter: '12' } })
  await pull()
  expect(changedSince(before)).toEqual([person.personId])
  before = world.factsOf(organizationId).length
  directory.renameGroup('Sailors', 'Mariners')
  directory.renameGroup('Sailors', 'Mariners')
  await pull()
  expect(changedSince(before)).toEqual([person.personId, tom.personId].toSorted())
  before = world.factsOf(organizationId).length
  // The news of one person carries the old name again: it concerns both.
  directory.addUser('una')
  directory.addToGroup('una', 'CI-Access')
  directory.addToGroup('una', 'Sailors')
  await pull()
  expect(changedSince(before)).toEqual(expect.arrayContaining([person.personId, tom.personId]))
})

test('another company sees nothing, not even without a where', async () => {
  const one = await companyWith('org_iso_1', 'ida')
  const two = await companyWith('org_iso_2', 'ivo')
  expect(await getPerson(world.deps, two.organizationId, one.person.personId)).toBeUndefined()
  expect(await findPersonByIdp(world.deps, two.organizationId, 'ida')).toBeUndefined()
  for (const table of [
    'people',
    'directory_groups',
    'group_members',
    'cohort_members',
    'audit_events',
    'receipts',
    'person_keys'
  ]) {
    const seen = await world.deps.db.for(two.organizationId)(trx =>
      sql<{ organization_id: string }>`select organization_id from ${sql.table(table)}`.execute(trx)
    )
    expect(seen.rows.filter(row => row.organization_id !== two.organizationId)).toEqual([])
  }
  const write = world.deps.db.for(two.organizationId)(trx =>
    sql`update people set access = false where id = ${one.person.personId}`.execute(trx)
  )
  expect(Number((await write).numAffectedRows)).toBe(0)
})

test('a wake-up signed with another key, from the past or from the future is refused', async () => {
  const now = world.deps.realNow().getTime()
  expect(await world.wake({ secret: 'another-webhook-secret' })).toBe(401)
  expect(await world.wake({ time: now - 10 * MINUTE })).toBe(401)
  expect(await world.wake({ time: now + 10 * MINUTE })).toBe(401)
  expect((await fetch(`${world.url}/webhooks/workos`, { method: 'POST', body: '{}' })).status).toBe(401)
  expect(await world.deps.queue.pending()).toEqual({})
  expect(await world.wake()).toBe(200)
  await world.drain()
})

test('the day on which somebody began is known where their directory tells it, mapped by WorkOS or as it calls it itself', async () => {
  const { organizationId, directory } = await companyWith('org_start', 'joe')
  directory.addUser('kim', { custom_attributes: { employment_start_date: '2026-11-02' } })
  directory.addUser('lee', { raw_attributes: { hireDate: '2026-10-05T00:00:00Z' } })
  directory.addUser('max', { raw_attributes: { hireDate: 'soon' } })
  await pull()
  const startOf = async (idpId: string) => {
    const { personId } = await personOf(organizationId, idpId)
    const asked = { organizationId, after: '', limit: 1, ids: [personId] }
    return (await world.deps.db.for(organizationId)(trx => pageOfColleagues(trx, asked)))[0]?.startedOn
  }
  expect(await startOf('kim')).toBe('2026-11-02')
  expect(await startOf('lee')).toBe('2026-10-05')
  expect(await startOf('max')).toBeUndefined()
  expect(await startOf('joe')).toBeUndefined()
})

test('a person reads what CI knows of them', async () => {
  const { organizationId, person } = await companyWith('org_me', 'mia')
  expect(await world.as(organizationId, person.personId)(getMe)).toEqual({
    personId: person.personId,
    firstName: 'mia',
    lastName: 'Demo',
    email: 'mia@demo.test',
    title: null,
    department: null,
    manager: null,
    cohorts: ['Leaders 2026'],
    country: null,
    timezone: 'Europe/Madrid',
    locale: 'en',
    organization: { name: 'Demo org_me', demo: true },
    roles: []
  })
})
