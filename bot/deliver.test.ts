import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createClient } from '../api/contract/client.ts'
import { getDeliveries } from '../api/contract/channels.ts'
import { personalParts } from '../api/personal-data.ts'
import { deliver, referenceOf, type Intent } from '../api/channels/channels.ts'
import { sleep } from '../api/platform/time.ts'
import { createConnectorToken } from './connector-token.ts'
import { createDeliver } from './deliver.ts'
import { createGate, UNLIMITED } from './gate.ts'
import { createTeams } from './teams.ts'
import { startBotWorld, TID, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())
beforeEach(async () => {
  bot.teams.standin.faults.clear()
  // What Teams throttled in one test slows no other.
  await bot.world.deps.db.owner(trx => sql`delete from paces`.execute(trx))
})

let serial = 0

/** A person whom the bot can reach. */
async function reached() {
  const oid = `bbbbbbbb-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`
  const key = { tid: TID, oid }
  const personId = await bot.hire(oid)
  await bot.teams.install(key).delivered
  await bot.quiet()
  return { key, personId }
}

const HELP: Intent = { kind: 'notice', words: 'help' }

const say = (personId: string, key: string, intent: Intent = HELP): Promise<void> =>
  bot.world.deps.db.for(bot.organizationId)(trx =>
    deliver(bot.world.deps, trx, { organizationId: bot.organizationId, personId, intent, key })
  )

async function deliveriesOf(personId: string) {
  const call = createClient({ baseUrl: new URL(bot.messagingUrl).origin, fetch, token: async () => 'operator' })
  const { deliveries } = await call(getDeliveries, {
    params: { organizationId: bot.organizationId },
    query: { personId }
  })
  return deliveries
}

const said = (key: { readonly tid: string; readonly oid: string }) =>
  bot.teams.conversation(key).messages.filter(({ from }) => from === 'bot')

const answers = (status: number, code: string, more: object = {}): void =>
  bot.teams.standin.faults.add({
    kind: 'status',
    status,
    body: { error: { code, message: code } },
    method: 'POST',
    path: '/activities',
    times: 1,
    ...more
  })

test.each([
  [400, 'BadSyntax', 'failed', 'bad_message', true],
  [401, 'BotNotRegistered', 'failed', 'bot_not_registered', true],
  [403, 'BotDisabledByAdmin', 'unreachable', 'disabled_by_admin', true],
  [403, 'BotNotInConversationRoster', 'unreachable', 'not_in_roster', false],
  [403, 'ConversationBlockedByUser', 'unreachable', 'blocked', false],
  [403, 'ForbiddenOperationException', 'unreachable', 'uninstalled', false],
  [403, 'InvalidBotApiHost', 'unreachable', 'wrong_host', true],
  [403, 'NotEnoughPermissions', 'unreachable', 'not_enough_permissions', true],
  [404, 'ConversationNotFound', 'unreachable', 'conversation_gone', false],
  [413, 'MessageSizeTooBig', 'failed', 'too_big', true],
  [500, 'ServiceError', 'failed', 'service_error', true]
] as const)('%i %s is one attempt, %s because %s', async (status, code, state, reason, stillReachable) => {
  const { personId } = await reached()
  answers(status, code)
  await say(personId, `refused:${code}`)
  await bot.quiet()
  expect(await deliveriesOf(personId)).toMatchObject([
    { state, reason, attempts: 1, unclear: 0, detail: `${status} ${code}` }
  ])
  const reference = await referenceOf(bot.world.deps, bot.organizationId, personId)
  expect(reference !== undefined).toBe(stillReachable)
})

test.each([
  [412, 0],
  [502, 1],
  [503, 0],
  [504, 1]
])('%i is tried again; attempts that may have arrived behind a gateway: %i', async (status, unclear) => {
  const { key, personId } = await reached()
  answers(status, 'Temporary')
  await say(personId, `again:${status}`)
  await bot.quiet()
  expect(await deliveriesOf(personId)).toMatchObject([{ state: 'sent', attempts: 2, unclear, reason: null }])
  expect(said(key)).toHaveLength(1)
})

test('when Teams throttles one, everybody waits, and the circuit closes by itself', async () => {
  const [first, second] = [await reached(), await reached()]
  answers(429, 'Throttled', { headers: { 'retry-after': '2' } })
  const began = performance.now()
  await say(first.personId, 'throttled')
  await expect.poll(async () => (await deliveriesOf(first.personId))[0]?.reason).toBe('throttled')
  await say(second.personId, 'behind it')
  await bot.quiet()
  expect(performance.now() - began).toBeGreaterThan(1900)
  expect(await deliveriesOf(second.personId)).toMatchObject([{ state: 'sent', attempts: 1 }])
  expect(await deliveriesOf(first.personId)).toMatchObject([{ state: 'sent', attempts: 2, unclear: 0 }])
})

test('one chat is never given more than Teams lets a chat take, and loses nothing', async () => {
  const { key, personId } = await reached()
  bot.teams.setLimits(true)
  const many = Array.from({ length: 9 }, (_, index) => `many:${index}`)
  for (const each of many) await say(personId, each)
  await bot.quiet()
  bot.teams.setLimits(false)
  expect((await deliveriesOf(personId)).map(({ state, attempts }) => ({ state, attempts }))).toEqual(
    many.map(() => ({ state: 'sent', attempts: 1 }))
  )
  expect(said(key)).toHaveLength(many.length)
})

/** As in another process: nothing shared but the database. */
function anotherBot() {
  const { deps } = bot.world
  const teams = createTeams(deps, createConnectorToken(deps))
  const streaming = { gapMs: 0, longestMs: 110_000, sleep, clock: () => performance.now() }
  const tabLink = (): string => 'https://ci.example/'
  const world = { deps, teams, parts: personalParts, tabLink, streaming, mayNow: UNLIMITED.mayNow }
  return { paced: createDeliver(world, createGate(deps)), atOnce: createDeliver(world, UNLIMITED) }
}

/** Deliveries that no queue hands out. */
async function waiting(keys: readonly string[], personIds: readonly string[]): Promise<readonly string[]> {
  const { deps } = bot.world
  const deaf = { ...deps, queue: { ...deps.queue, enqueue: async () => undefined } }
  await deps.db.for(bot.organizationId)(trx =>
    deliver(
      deaf,
      trx,
      ...keys.map((key, index) => ({
        organizationId: bot.organizationId,
        personId: personIds[index] ?? '',
        intent: HELP,
        key
      }))
    )
  )
  const found = await Promise.all(personIds.map(deliveriesOf))
  return found.flatMap(each => each.flatMap(({ deliveryId, state }) => (state === 'queued' ? [deliveryId] : [])))
}

test('two bots that are handed the same page at once send each of it once', async () => {
  const people = [await reached(), await reached(), await reached()]
  const deliveryIds = await waiting(
    ['page:0', 'page:1', 'page:2'],
    people.map(({ personId }) => personId)
  )
  expect(deliveryIds).toHaveLength(3)
  const page = { organizationId: bot.organizationId, deliveryIds }
  bot.teams.standin.faults.add({ kind: 'delay', ms: 300, method: 'POST', path: '/activities', times: 6 })
  const second = anotherBot()
  await second.atOnce(page)
  await Promise.all([second.paced(page), anotherBot().paced(page)])
  for (const { key, personId } of people) {
    expect(said(key)).toHaveLength(1)
    expect(await deliveriesOf(personId)).toMatchObject([{ state: 'sent', attempts: 1, unclear: 0 }])
  }
})

test('a process that died between claim and answer: the message comes, and the record says that it may have come twice', async () => {
  const { key, personId } = await reached()
  const deliveryIds = await waiting(['died'], [personId])
  await bot.world.deps.db.owner(trx =>
    sql`update deliveries set state = 'sending', attempts = 1, claimed_at = clock_timestamp() - interval '1 minute'
      where id = ${deliveryIds[0]}`.execute(trx)
  )
  await anotherBot().paced({ organizationId: bot.organizationId, deliveryIds })
  expect(await deliveriesOf(personId)).toMatchObject([{ state: 'sent', attempts: 2, unclear: 1 }])
  expect(said(key)).toHaveLength(1)
})

test('what died twice is given up and told as unclear, not as failed to arrive', async () => {
  const { key, personId } = await reached()
  const deliveryIds = await waiting(['died twice'], [personId])
  await bot.world.deps.db.owner(trx =>
    sql`update deliveries set state = 'sending', attempts = 2, unclear = 1, claimed_at = clock_timestamp() - interval '1 minute'
      where id = ${deliveryIds[0]}`.execute(trx)
  )
  await anotherBot().paced({ organizationId: bot.organizationId, deliveryIds })
  expect(await deliveriesOf(personId)).toMatchObject([{ state: 'failed', reason: 'unclear', attempts: 2, unclear: 2 }])
  expect(said(key)).toHaveLength(0)
})

test('an attempt under way elsewhere is left alone for as long as it may take', async () => {
  const { key, personId } = await reached()
  const deliveryIds = await waiting(['under way'], [personId])
  // One second is left of its time.
  await bot.world.deps.db.owner(trx =>
    sql`update deliveries set state = 'sending', attempts = 1, claimed_at = clock_timestamp() - interval '24 seconds'
      where id = ${deliveryIds[0]}`.execute(trx)
  )
  const began = performance.now()
  await anotherBot().paced({ organizationId: bot.organizationId, deliveryIds })
  expect(performance.now() - began).toBeGreaterThan(500)
  expect(said(key)).toHaveLength(1)
})
