import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listReceipts } from '../audit/audit.ts'
import {
  approveAccess,
  askForAccess,
  endAccess,
  getMyAccessLog,
  readThread,
  stopAccess
} from '../contract/access-log.ts'
import { decideAgreementEndpoint, postTurn } from '../contract/coach.ts'
import { eraseMyData } from '../contract/privacy.ts'
import { deliverJob, deliverManyJob } from '../channels/channels.ts'
import { personIdOf, startPrivacyWorld, type PrivacyWorld } from './test-world.ts'

let world: PrivacyWorld
beforeAll(async () => {
  world = await startPrivacyWorld({ definitions: [deliverJob, deliverManyJob] })
})
afterAll(() => world[Symbol.asyncDispose]())

const ASKED = { reason: 'The person wrote that a turn was lost', ticket: 'SUP-4711', minutes: 30 }

async function coached(name: string): Promise<void> {
  await world.addPerson(name)
  await world.as(name)(decideAgreementEndpoint, { body: { decision: 'given' } })
  await world.as(name)(postTurn, { body: { turnId: `turn-of-${name}`, text: `Only for me, says ${name}` } })
}

const ask = (by: string, about: string, more: object = {}) =>
  world.staff(by)(askForAccess, {
    params: { organizationId: world.organizationId, personId: personIdOf(about) },
    body: { ...ASKED, ...more }
  })
const one = (accessId: string) => ({ params: { organizationId: world.organizationId, accessId } })
const logOf = (name: string) => world.as(name)(getMyAccessLog)
const expire = (accessId: string, column: 'expires_at' | 'asked_at') =>
  world.deps.db.owner(trx =>
    sql`update break_glass set ${sql.ref(column)} = now() - interval '25 hours' where id = ${accessId}`.execute(trx)
  )
const NOT_OPEN = { status: 403, problem: { code: 'not_open' } }

async function opened(about: string): Promise<string> {
  const { accessId } = await ask('sam', about)
  await world.staff('tess')(approveAccess, one(accessId))
  return accessId
}

test('nobody has read a conversation, and the person is told so', async () => {
  await coached('ana')
  expect(await logOf('ana')).toEqual({ readAt: null, accesses: [] })
})

test('a second one has to agree before anything is read, and the person sees who asked, why, when and what', async () => {
  await coached('bea')
  const { accessId } = await ask('sam', 'bea')
  await expect(world.staff('sam')(readThread, one(accessId))).rejects.toMatchObject(NOT_OPEN)
  await expect(world.staff('sam')(approveAccess, one(accessId))).rejects.toMatchObject({
    status: 403,
    problem: { code: 'own_approval' }
  })
  expect(await logOf('bea')).toMatchObject({ readAt: null, accesses: [{ state: 'asked', ...ASKED }] })
  expect(await world.staff('tess')(approveAccess, one(accessId))).toMatchObject({ state: 'open' })
  await expect(world.staff('tess')(approveAccess, one(accessId))).rejects.toMatchObject({ status: 409 })
  const { turns } = await world.staff('sam')(readThread, one(accessId))
  expect(turns).toContainEqual(expect.objectContaining({ text: 'Only for me, says bea' }))
  await expect(world.staff('tess')(readThread, one(accessId))).rejects.toMatchObject(NOT_OPEN)
  const log = await logOf('bea')
  expect(log).toMatchObject({
    readAt: expect.any(String),
    accesses: [{ accessId, reads: [{ messages: turns.length }] }]
  })
  expect(JSON.stringify(log)).not.toMatch(/sam|tess|org_staff/u)
  const [receipt] = await listReceipts(world.deps, world.organizationId, personIdOf('bea'))
  expect(receipt).toMatchObject({ kind: 'access.opened', detail: { ticket: 'SUP-4711' } })
})

test('it says so in the chat without a word of what or why', async () => {
  await coached('carl')
  await opened('carl')
  const { rows } = await world.deps.db.owner(trx =>
    sql<{ intent: object }>`select intent from deliveries where person_id = ${personIdOf('carl')}`.execute(trx)
  )
  expect(rows).toEqual([{ intent: { kind: 'notice', words: 'accessOpened' } }])
})

test('it closes by itself, by staff, and by the person, and then nobody reads', async () => {
  await coached('dora')
  const [over, ended, stopped] = [await opened('dora'), await opened('dora'), await opened('dora')]
  await expire(over, 'expires_at')
  await world.staff('tess')(endAccess, one(ended))
  await world.as('dora')(stopAccess, { params: { accessId: stopped } })
  for (const accessId of [over, ended, stopped])
    await expect(world.staff('sam')(readThread, one(accessId))).rejects.toMatchObject(NOT_OPEN)
  const { accesses, readAt } = await logOf('dora')
  expect(readAt).toBeNull()
  expect(accesses.map(({ state }) => state)).toEqual(['ended', 'ended', 'over'])
})

test('a request that nobody answered for a day, or that the person refused, opens nothing', async () => {
  await coached('emil')
  const late = await ask('sam', 'emil')
  await expire(late.accessId, 'asked_at')
  const refused = await ask('sam', 'emil')
  await world.as('emil')(stopAccess, { params: { accessId: refused.accessId } })
  for (const { accessId } of [late, refused])
    await expect(world.staff('tess')(approveAccess, one(accessId))).rejects.toMatchObject({ status: 409 })
})

test('of two who agree at once one does, and of two readings each has its line', async () => {
  await coached('fay')
  const { accessId } = await ask('sam', 'fay')
  const agreed = await Promise.allSettled(['tess', 'uma'].map(name => world.staff(name)(approveAccess, one(accessId))))
  expect(agreed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await Promise.all([1, 2].map(() => world.staff('sam')(readThread, one(accessId))))
  expect((await logOf('fay')).accesses[0]?.reads).toHaveLength(2)
})

test('nobody of the company, whatever their role, can ask, agree, read or stop for somebody else', async () => {
  await coached('gus')
  await world.addPerson('boss')
  const accessId = await opened('gus')
  const boss = world.as('boss', { roles: ['admin', 'hr', 'manager', 'author'] })
  const params = { organizationId: world.organizationId, personId: personIdOf('gus') }
  for (const call of [
    () => boss(askForAccess, { params, body: ASKED }),
    () => boss(approveAccess, one(accessId)),
    () => boss(readThread, one(accessId)),
    () => boss(endAccess, one(accessId))
  ])
    await expect(call()).rejects.toMatchObject({ status: 403 })
  await expect(boss(stopAccess, { params: { accessId } })).rejects.toMatchObject({ status: 404 })
  expect((await logOf('boss')).accesses).toEqual([])
})

test('in another company the request is not there, and nobody is asked about who does not exist', async () => {
  await coached('hal')
  const accessId = await opened('hal')
  const elsewhere = { params: { organizationId: await world.addOrganization('other'), accessId } }
  await expect(world.staff('sam')(readThread, elsewhere)).rejects.toMatchObject({ status: 404 })
  await expect(ask('sam', 'nobody-here')).rejects.toMatchObject({ status: 404 })
  for (const more of [{ reason: 'because' }, { ticket: '' }, { minutes: 61 }, { minutes: 4 }])
    await expect(ask('sam', 'hal', more)).rejects.toMatchObject({ status: 400 })
})

test('the record stays when the person erases everything, and what was open shows nothing', async () => {
  await coached('ida')
  const accessId = await opened('ida')
  await world.as('ida')(eraseMyData, { body: { confirm: 'delete my data' } })
  expect((await world.staff('sam')(readThread, one(accessId))).turns).toEqual([])
  expect((await logOf('ida')).accesses).toHaveLength(1)
})
