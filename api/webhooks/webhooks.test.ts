import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { CallError } from '../contract/client.ts'
import {
  addWebhook,
  changeWebhook,
  listWebhookDeliveries,
  listWebhooks,
  rotateWebhookSecret,
  sendWebhookAgain,
  tryWebhook
} from '../contract/webhooks.ts'
import { startPrivacyWorld, type PrivacyWorld } from '../privacy/test-world.ts'
import { createPublish } from '../wiring.ts'
import { dueWebhookJobs, webhookDefinitions, webhookJobs } from './jobs.ts'
import { GIVEN_UP_AFTER_MS, judge } from './retry.ts'
import { webhookRoutes } from './routes.ts'
import { mayCall } from './sending.ts'
import { deliverDue, noteFacts } from './webhooks.ts'

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string }

let world: PrivacyWorld
let url: string
const heard: Heard[] = []
let status = 200
const receiver = createServer((req, res) => {
  let body = ''
  req.on('data', (part: Buffer) => (body += part.toString()))
  req.on('end', () => {
    heard.push({ headers: req.headers, body })
    const answer = (code: number) => void res.writeHead(code, { location: 'http://127.0.0.1:9/' }).end()
    if (holding) held.push(answer)
    else answer(status)
  })
})
/** Answers that the receiver is in no hurry to give. */
const held: ((code: number) => void)[] = []
let holding = false

beforeAll(async () => {
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`
  world = await startPrivacyWorld({ definitions: webhookDefinitions, routes: webhookRoutes })
  await world.world.work(webhookJobs(world.deps))
  await world.addPerson('ida')
  await world.addPerson('itta')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  receiver.close()
})

const it = () => world.as('itta', { roles: ['it'] })

/** As the product publishes; the jobs of other slices have nobody here. */
const publish = (...types: readonly ('person.left' | 'course.completed' | 'nudge.answered')[]) =>
  world.deps.db.for(world.organizationId)(trx =>
    createPublish({ enqueue: async () => {} }, (on, facts) => noteFacts(on, world.deps, facts))(
      trx,
      ...types.map(type => {
        const about = { organizationId: world.organizationId, personId: 'per_ida' }
        if (type === 'person.left') return { type, ...about, receivedAt: '2026-11-23T15:00:00Z', reason: 'deactivated' }
        if (type === 'course.completed') return { type, ...about, courseId: '1001' }
        return { type, ...about, nudgeId: 'nud_1', answer: 'canary-answer' }
      })
    )
  )

async function settle(look: () => Promise<boolean> | boolean): Promise<void> {
  await expect
    .poll(async () => {
      const jobs = await dueWebhookJobs(world.deps)
      if (jobs.length > 0) await world.deps.db.router(trx => world.deps.queue.enqueue(trx, ...jobs))
      return look()
    })
    .toBe(true)
}

/** As the specification has it, written once more. */
const isSigned = ({ headers, body }: Heard, secret: string): boolean => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const text = [headers['webhook-id'], headers['webhook-timestamp'], body].map(String).join('.')
  const wanted = `v1,${createHmac('sha256', key).update(text).digest('base64')}`
  return String(headers['webhook-signature']).split(' ').includes(wanted)
}

const bodySchema = z.object({ type: z.string(), timestamp: z.string(), data: z.record(z.string(), z.unknown()) })
const newest = async (endpointId: string) =>
  (await it()(listWebhookDeliveries, { params: { endpointId } })).deliveries[0]

test('what happened arrives signed, in order, with the company’s own names, and never what somebody answered', async () => {
  const { endpoint, secret } = await it()(addWebhook, { body: { url, events: ['person.left', 'course.completed'] } })
  const { endpointId } = endpoint
  await publish('course.completed', 'nudge.answered', 'person.left')
  await settle(() => heard.length === 2)
  expect(heard.every(each => isSigned(each, secret))).toBe(true)
  const bodies = heard.map(({ body }) => bodySchema.parse(JSON.parse(body)))
  expect(bodies.map(({ type }) => type)).toEqual(['course.completed', 'person.left'])
  expect(bodies[1]?.data).toEqual({
    organizationId: world.organizationId,
    reason: 'deactivated',
    personId: 'per_ida',
    idpId: 'ida',
    email: 'ida@demo.test'
  })
  const ids = heard.map(({ headers }) => String(headers['webhook-id']))
  expect(ids.toSorted()).toEqual(ids)
  expect(JSON.stringify(heard)).not.toContain('canary-answer')
  expect(JSON.stringify(await it()(listWebhooks))).not.toContain(secret)
  expect(await world.everything()).not.toContain(secret)

  const { secret: next } = await it()(rotateWebhookSecret, { params: { endpointId } })
  expect(await it()(tryWebhook, { params: { endpointId } })).toMatchObject({ status: 200, problem: null })
  const last = heard.at(-1)
  if (!last) throw new Error('the test did not arrive')
  expect([isSigned(last, secret), isSigned(last, next), isSigned(last, 'whsec_b3RoZXI=')]).toEqual([true, true, false])
})

test('what does not arrive is tried again, and can be sent again; a redirect is not followed', async () => {
  const { endpointId } = (await it()(listWebhooks)).endpoints[0] ?? { endpointId: '' }
  status = 302
  await publish('person.left')
  // An attempt counts as soon as it begins, and has no outcome yet.
  await settle(async () => (await newest(endpointId))?.problem === 'unreachable')
  expect(await newest(endpointId)).toMatchObject({ state: 'waiting', status: null, attempts: 1 })
  expect((await it()(listWebhooks)).endpoints[0]?.failingSince).not.toBeNull()
  status = 200
  const before = heard.length
  await world.deps.db.owner(trx =>
    sql`update webhook_deliveries set due_at = now() where state = 'waiting'`.execute(trx)
  )
  await settle(async () => (await newest(endpointId))?.state === 'delivered')
  expect(heard.length).toBe(before + 1)
  expect((await it()(listWebhooks)).endpoints[0]?.failingSince).toBeNull()
  const messageId = (await newest(endpointId))?.messageId ?? ''
  await it()(sendWebhookAgain, { params: { endpointId, messageId } })
  await settle(() => heard.length === before + 2)
  expect(heard.at(-1)?.headers['webhook-id']).toBe(messageId)
})

const deliveriesOf = async (endpointId: string, count: number) =>
  (await it()(listWebhookDeliveries, { params: { endpointId } })).deliveries.slice(0, count).toReversed()
const overdue = () =>
  world.deps.db.owner(trx => sql`update webhook_deliveries set due_at = now() where state = 'waiting'`.execute(trx))
const deliver = () => deliverDue(world.deps, world.organizationId)

test('only what is sent counts, nobody takes what waits behind it, and what one who lost a message hears of it changes nothing', async () => {
  const { endpointId } = (await it()(listWebhooks)).endpoints[0] ?? { endpointId: '' }
  const before = heard.length
  holding = true
  await publish('person.left', 'course.completed', 'person.left')
  const slow = deliver()
  await expect.poll(() => held.length).toBe(1)
  expect((await deliveriesOf(endpointId, 3)).map(({ attempts }) => attempts)).toEqual([1, 0, 0])
  expect(await dueWebhookJobs(world.deps)).toEqual([])
  // As after a pause of the process that is longer than its lease.
  await overdue()
  holding = false
  await deliver()
  const settled = await deliveriesOf(endpointId, 3)
  expect(settled.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['delivered', 2],
    ['delivered', 1],
    ['delivered', 1]
  ])
  held.pop()?.(503)
  await slow
  expect(await deliveriesOf(endpointId, 3)).toEqual(settled)
  expect((await it()(listWebhooks)).endpoints[0]?.failingSince).toBeNull()
  expect(heard.length).toBe(before + 4)
})

test('what waits behind a slow answer stays with whoever sends it, however long that takes', async () => {
  const { endpointId } = (await it()(listWebhooks)).endpoints[0] ?? { endpointId: '' }
  holding = true
  await publish('person.left', 'course.completed')
  const sending = deliver()
  await expect.poll(() => held.length).toBe(1)
  const [first] = await deliveriesOf(endpointId, 2)
  held.pop()?.(200)
  await expect.poll(() => held.length).toBe(1)
  const [, second] = await deliveriesOf(endpointId, 2)
  expect(Date.parse(second?.nextAt ?? '')).toBeGreaterThan(Date.parse(first?.nextAt ?? ''))
  holding = false
  held.pop()?.(200)
  await sending
  expect((await deliveriesOf(endpointId, 2)).map(({ state, attempts }) => [state, attempts])).toEqual([
    ['delivered', 1],
    ['delivered', 1]
  ])
})

test('an endpoint that is gone is switched off, its company is told, and nothing more goes there until it is on again', async () => {
  const { endpointId, events } = (await it()(listWebhooks)).endpoints[0] ?? { endpointId: '', events: [] }
  status = 410
  await publish('person.left')
  await settle(async () => (await it()(listWebhooks)).endpoints[0]?.state === 'disabled')
  expect(world.world.facts.map(({ type }) => type)).toContain('webhook.disabled')
  status = 200
  const before = heard.length
  await publish('person.left')
  await it()(changeWebhook, { params: { endpointId }, body: { url, events, active: true } })
  await publish('course.completed')
  await settle(() => heard.length === before + 1)
})

test('only the company’s IT sets them up, nobody else’s are seen, and what is not public is refused', async () => {
  const body = { url, events: ['person.left' as const] }
  await expect(world.as('ida', { roles: ['hr', 'author', 'support'] })(addWebhook, { body })).rejects.toMatchObject({
    status: 403
  })
  const other = await world.addOrganization('other')
  await world.addPerson('ona', { organizationId: other })
  const theirs = world.as('ona', { organizationId: other, roles: ['owner'] })
  const { endpointId } = (await it()(listWebhooks)).endpoints[0] ?? { endpointId: '' }
  expect((await theirs(listWebhooks)).endpoints).toEqual([])
  await expect(theirs(tryWebhook, { params: { endpointId } })).rejects.toBeInstanceOf(CallError)
  const refused = ['http://example.com/', 'https://10.0.0.1/', 'https://169.254.169.254/x', 'https://u:p@example.com/']
  expect(refused.filter(each => mayCall('https://app.example.com', each))).toEqual([])
  expect(mayCall('https://app.example.com', 'https://hooks.example.com/ci')).toBe(true)
})

test('pauses grow, an endpoint may ask for longer ones, and days without an answer are the end', () => {
  const now = new Date('2026-11-23T15:00:00Z')
  const answer = { status: 503, problem: 'refused', retryAfterMs: undefined, ms: 3 } as const
  const pauses = Array.from({ length: 9 }, (_, at) => judge({ answer, attempts: at + 1, failingSince: null, now })).map(
    verdict => (verdict.kind === 'again' ? verdict.at.getTime() - now.getTime() : -1)
  )
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses)
  expect(pauses[0]).toBe(5000)
  expect(judge({ answer, attempts: 10, failingSince: null, now })).toEqual({ kind: 'failed' })
  const asked = judge({ answer: { ...answer, retryAfterMs: 600_000 }, attempts: 1, failingSince: null, now })
  expect(asked).toEqual({ kind: 'again', at: new Date(now.getTime() + 600_000) })
  const failingSince = new Date(now.getTime() - GIVEN_UP_AFTER_MS)
  expect(judge({ answer, attempts: 2, failingSince, now })).toEqual({ kind: 'disable' })
})
