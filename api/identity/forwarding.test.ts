/** The real SDK against the stand-in: what arrives at WorkOS Audit Logs, once each, whatever happens on the way. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { record, takeBatch } from '../audit/audit.ts'
import { getAuditForwarding, listAudit, putAuditForwarding } from '../contract/audit.ts'
import type { Client } from '../contract/client.ts'
import { startSignInWorld, type SignInWorld } from '../oauth/test-world.ts'
import { startTicking } from '../ticks.ts'
import type { Received } from '../../sandbox/harness/standin.ts'
import { complaintsAbout } from '../../sandbox/workos/testSpec.ts'
import { createWorkosStandin, type WorkosStandin } from '../../sandbox/workos/workos.ts'

const WORKOS_ORG = 'org_ping'
const LONG = { timeout: 60_000, interval: 100 }

let workos: WorkosStandin
let world: SignInWorld
let admin: Client
let ticking: AsyncDisposable
let received: Received[] = []

beforeAll(async () => {
  workos = createWorkosStandin({
    apiKey: 'workos-key-for-tests',
    clientId: 'client_test',
    webhookSecret: 'workos-webhook-secret',
    now: () => new Date(),
    onReceived: call => received.push(call)
  })
  await workos.listen()
  workos.addOrganization({ id: WORKOS_ORG, name: 'Demo Ping Company', domains: ['ping.test'] })
  // Where the people of these tests come from.
  const about = { type: 'generic scim v2.0', name: 'Demo', domain: 'ping.test' }
  workos.addDirectory({ id: 'directory_1', organizationId: WORKOS_ORG, ...about })
  // These tests bring its events themselves: WorkOS' own would be read again after each.
  const events = workos.standin.store.collection('events')
  for (const id of events.keys()) events.delete(id)
  world = await startSignInWorld({ jobs: true, config: { WORKOS_URL: workos.standin.url(), TICK_MS: '100' } })
  admin = await world.asAdmin()
  ticking = startTicking(world.deps)
  // The first comparison is recorded too, and no test counts it.
  await vi.waitFor(async () => {
    const compared = await admin(listAudit, { query: { limit: 1, action: 'directory.reconciled' } })
    if (compared.events.length === 0) throw new Error('the lists have not been compared')
  }, LONG)
})
afterAll(async () => {
  await ticking[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
  await workos[Symbol.asyncDispose]()
})
beforeEach(async () => {
  received = []
  await turn(true)
  await quiet()
})
afterEach(() => workos.standin.faults.clear())

const turn = (active: boolean) => admin(putAuditForwarding, { body: { active } })
const state = () => admin(getAuditForwarding)
const quiet = async (): Promise<void> => {
  await expect.poll(async () => (await state()).waiting, LONG).toBe(0)
}

/** Events of this kind that WorkOS holds for the company. */
const held = (action: string) =>
  workos.auditLogs().filter(event => event.action === action && event.organization_id === WORKOS_ORG)

const write = (count: number, action: 'claim_case.saved' | 'agreement.declined' = 'claim_case.saved') =>
  world.deps.db.for(world.organizationId)(async trx => {
    const { organizationId } = world
    for (let at = 0; at < count; at++)
      await record(trx, world.deps, {
        organizationId,
        action,
        actor: 'operator',
        detail: { at, note: 'x'.repeat(600) }
      })
  })

test('nothing goes to WorkOS unless an admin switched it on, and switching is recorded', async () => {
  await turn(false)
  const before = workos.auditLogs().length
  await write(3)
  expect(await state()).toMatchObject({ active: false, waiting: 0, since: null })
  await turn(true)
  await turn(true)
  await expect.poll(() => held('ci.audit_forwarding.on').length, LONG).toBeGreaterThan(0)
  await quiet()
  expect(workos.auditLogs().length).toBe(before + 1)
  const { events } = await admin(listAudit, { query: { limit: 2 } })
  expect(events.map(({ action }) => action)).toEqual(['audit_forwarding.on', 'claim_case.saved'])
})

test('somebody who leaves by the directory arrives as a sentence of three words, under our event’s id', async () => {
  const person = await world.addPerson('leaver')
  await world.setActive('leaver', 'inactive')
  await expect.poll(() => held('ci.person.left').length, LONG).toBe(1)
  const [event] = held('ci.person.left')
  expect(event).toMatchObject({
    actor: { id: 'directory', type: 'system' },
    targets: [{ id: person.personId, type: 'person' }]
  })
  const { events } = await admin(listAudit, { query: { action: 'person.left' } })
  expect(event).toMatchObject({ occurred_at: events[0]?.at, metadata: { event: events[0]?.eventId } })
  expect((await state()).lastSentAt).not.toBeNull()
})

test('what is sent is what WorkOS describes, and each action is described to it once', async () => {
  await write(12)
  await quiet()
  await write(12)
  await quiet()
  const audit = received.filter(({ path }) => path.startsWith('/audit_logs'))
  expect(complaintsAbout(audit)).toEqual([])
  const described = audit.filter(({ method, path }) => method === 'POST' && path.includes('claim_case.saved/schemas'))
  expect(described.length).toBeLessThanOrEqual(1)
  expect(audit.filter(({ path }) => path === '/audit_logs/events').length).toBe(24)
})

test('a look that finds nothing keeps nothing waiting that is written a moment later', async () => {
  expect(await takeBatch(world.deps, world.organizationId, 1)).toEqual([])
  await write(1)
  // Less than a lease.
  await expect.poll(async () => (await state()).waiting, { timeout: 40_000, interval: 100 }).toBe(0)
})

test('WorkOS is down: events wait, the admin reads it, and afterwards each arrives once', async () => {
  const before = held('ci.claim_case.saved').length
  workos.standin.faults.add({ kind: 'status', status: 503, path: '/audit_logs' })
  await write(7)
  await expect.poll(async () => (await state()).problem, LONG).toBe('unreachable')
  expect(await state()).toMatchObject({ waiting: 7, refused: 0, nextAt: expect.any(String) })
  workos.standin.faults.clear()
  await quiet()
  expect(held('ci.claim_case.saved').length).toBe(before + 7)
  expect((await state()).problem).toBeNull()
})

test('an answer that is lost after the event was taken leaves one event there', async () => {
  const before = held('ci.claim_case.saved').length
  workos.standin.faults.add({ kind: 'dropAnswer', path: '/audit_logs/events', times: 12 })
  await write(3)
  await quiet()
  expect(held('ci.claim_case.saved').length).toBe(before + 3)
  expect(received.filter(({ path }) => path === '/audit_logs/events').length).toBeGreaterThan(3)
})

test('an event that WorkOS will not have is counted and left; those after it go on', async () => {
  workos.standin.faults.add({
    kind: 'status',
    status: 422,
    body: { message: 'no', errors: [] },
    path: '/audit_logs/events',
    times: 1
  })
  const before = held('ci.claim_case.saved').length
  await write(4)
  await quiet()
  expect(held('ci.claim_case.saved').length).toBe(before + 3)
  expect(await state()).toMatchObject({ refused: 1, problem: null })
  await turn(false)
  expect(await state()).toMatchObject({ refused: 0 })
})

test('a key that WorkOS no longer takes is said as such', async () => {
  workos.standin.faults.add({ kind: 'status', status: 401, path: '/audit_logs' })
  await write(2)
  await expect.poll(async () => (await state()).problem, LONG).toBe('refused')
})

test('switched off in the middle, what has not gone is not sent, and on again it begins anew', async () => {
  const before = held('ci.claim_case.saved').length
  workos.standin.faults.add({ kind: 'status', status: 503, path: '/audit_logs' })
  await write(5)
  await expect.poll(async () => (await state()).problem, LONG).toBe('unreachable')
  expect(await turn(false)).toMatchObject({ active: false, waiting: 0, problem: null })
  workos.standin.faults.clear()
  await turn(true)
  await write(1)
  await quiet()
  expect(held('ci.claim_case.saved').length).toBe(before + 1)
})

test('whether somebody wants to be coached stays out of the company’s log and of WorkOS', async () => {
  await write(1, 'agreement.declined')
  await write(1)
  await quiet()
  expect(held('ci.agreement.declined')).toEqual([])
  const { events } = await admin(listAudit, { query: { limit: 500 } })
  expect(events.map(({ action }) => action)).not.toContain('agreement.declined')
})

test('two processes share the work, and each event arrives once', async () => {
  const before = held('ci.claim_case.saved').length
  await using _second = startTicking(world.deps)
  await write(60)
  await quiet()
  expect(held('ci.claim_case.saved').length).toBe(before + 60)
  expect(received.filter(({ path }) => path === '/audit_logs/events').length).toBe(60)
})
