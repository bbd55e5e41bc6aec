/** An admin parts a person from a Microsoft account: what dies with it, who is told, and what joins the two again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listReceipts } from '../audit/audit.ts'
import { listLinkedAccounts, partAccounts } from '../contract/accounts.ts'
import { listAudit } from '../contract/audit.ts'
import { CallError, type Client } from '../contract/client.ts'
import { getMe } from '../contract/directory.ts'
import { exchangeTeamsToken } from '../contract/identity.ts'
import { startSignInWorld, TENANT, type SignInWorld } from '../oauth/test-world.ts'
import { linkEntra } from './identity.ts'

let world: SignInWorld
let admin: Client
beforeAll(async () => {
  world = await startSignInWorld()
  admin = await world.asAdmin()
})
afterAll(() => world[Symbol.asyncDispose]())

let serial = 0
const newOid = (): string => `eeeeeeee-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`
const tokenOf = (oid: string, more: object = {}) => world.entra.token({ tid: TENANT, oid, ...more })
const exchange = async (oid: string, more: object = {}) =>
  world.call()(exchangeTeamsToken, { body: { token: await tokenOf(oid, more) } })

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'accepted',
    (error: unknown) => (error instanceof CallError ? error.problem.code : String(error))
  )

async function linked() {
  const oid = newOid()
  const person = await world.addPerson(`joined-${serial}`, { objectId: oid })
  const { accessToken } = await exchange(oid)
  return { oid, person, call: world.call(accessToken) }
}

const part = (personId: string, reason = 'Joined by mistake') =>
  admin(partAccounts, { params: { personId }, body: { reason } })

test('ends what was minted for the account, tells the person and the log, and no rule joins the two again', async () => {
  const { oid, person, call } = await linked()
  expect(await codeOf(call(getMe))).toBe('accepted')
  expect(await part(person.personId)).toEqual({ parted: 1 })
  await expect.poll(() => codeOf(call(getMe))).toBe('unauthenticated')
  expect(await codeOf(exchange(oid))).toBe('unlinked')
  expect(await listReceipts(world.deps, world.organizationId, person.personId)).toMatchObject([
    { kind: 'account.parted', detail: { reason: 'Joined by mistake' } }
  ])
  const { events } = await admin(listAudit, { query: { action: 'account.parted' } })
  expect(events[0]).toMatchObject({
    about: 'Lucía Martínez',
    by: 'Lucía Martínez',
    text: 'This person’s Microsoft account was disconnected (Joined by mistake)'
  })
})

test('a sign-in by the person joins the two again', async () => {
  const { oid, person } = await linked()
  await part(person.personId)
  expect(await linkEntra(world.deps, person, { tid: TENANT, oid })).toBe('linked')
  const later = { iat: Math.floor(Date.now() / 1000) + 2 }
  await expect.poll(() => codeOf(exchange(oid, later)), { interval: 200 }).toBe('accepted')
})

test('the directory may still join another account of theirs', async () => {
  const { person } = await linked()
  await part(person.personId)
  const other = newOid()
  await world.addPerson(person.idpId, { objectId: other })
  const later = { iat: Math.floor(Date.now() / 1000) + 2 }
  expect(await codeOf(exchange(other, later))).toBe('accepted')
})

test('asks for a reason, refuses who has no account, and works once when two admins press at once', async () => {
  const { person } = await linked()
  await expect(part(person.personId, ' x ')).rejects.toMatchObject({ status: 400 })
  const outcomes = await Promise.all([1, 2].map(() => codeOf(part(person.personId))))
  expect(outcomes.toSorted()).toEqual(['accepted', 'not_found'])
  await expect(part('per_nobody')).rejects.toMatchObject({ status: 404 })
})

test('nobody but an admin of the company sees or parts anybody', async () => {
  const { person, call } = await linked()
  const wish = { params: { personId: person.personId }, body: { reason: 'because' } }
  await expect(world.call()(partAccounts, wish)).rejects.toMatchObject({ status: 401 })
  await expect(call(partAccounts, wish)).rejects.toMatchObject({ status: 403 })
  await expect(call(listLinkedAccounts, { query: { search: 'Luc' } })).rejects.toMatchObject({ status: 403 })
})

test('is found by a part of the name or the e-mail, taken literally', async () => {
  const { person } = await linked()
  const find = async (search: string) => (await admin(listLinkedAccounts, { query: { search } })).accounts
  expect(await find(`${person.idpId}@`)).toMatchObject([
    { personId: person.personId, because: 'directory_attribute', tenantId: TENANT, email: `${person.idpId}@ping.test` }
  ])
  expect((await find('lucía mart')).length).toBeGreaterThan(1)
  expect(await find('%%')).toEqual([])
  expect(await find('__')).toEqual([])
})
