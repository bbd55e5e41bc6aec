import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { UNLIMITED, type Gate } from './gate.ts'
import { coachedIn, newOid, saidTo } from './test-people.ts'
import { startBotWorld, TID, type BotWorld } from './test-world.ts'

let taken = 0
let behind = false
let slowed = 0
/** Lets everybody through and counts; others always go first while `behind`. */
const counting: Gate = {
  ...UNLIMITED,
  reserve: async (_tenantId, count) => ({
    turns: Array.from({ length: count }, () => async () => {
      taken += 1
      return () => undefined
    }),
    nearlyOver: async () => undefined
  }),
  turn: async () => {
    taken += 1
    return () => undefined
  },
  mayNow: async () => {
    if (!behind) taken += 1
    return !behind
  },
  slowDown: async () => void (slowed += 1)
}

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld({ gate: counting })
})
afterAll(() => bot[Symbol.asyncDispose]())
beforeEach(async () => {
  await bot.quiet()
  behind = false
  taken = 0
  slowed = 0
  bot.teams.standin.forget()
})

/** What the connector was asked: reading who is in a channel is a call too. */
const calls = () => bot.teams.standin.received().filter(({ path }) => path.includes('/v3/'))
const kinds = () => calls().map(({ method, body }) => (method === 'POST' ? `POST ${JSON.parse(body).type}` : method))

test('typing, pieces of an answer, its end and its deletion each take a moment of the limiter', async () => {
  const { key } = await coachedIn(bot)
  taken = 0
  bot.teams.standin.forget()
  const { id, delivered } = bot.teams.say(key, 'I want to delegate more')
  await delivered
  await bot.quiet()
  expect(kinds().slice(0, 2)).toEqual(['POST typing', 'POST typing'])
  expect(kinds().at(-1)).toBe('POST message')
  await bot.teams.deleteMessage(key, id).delivered
  await bot.quiet()
  expect(kinds().at(-1)).toBe('DELETE')
  expect(taken).toBe(calls().length)
})

test('a card that is replaced after a press and a word to who is not known yet take one each', async () => {
  const { key } = await coachedIn(bot)
  const unlinked = { tid: TID, oid: newOid() }
  bot.teams.addPerson({ ...unlinked, name: 'Unlinked Demo', locale: 'en-US' })
  await bot.teams.install(unlinked).delivered
  taken = 0
  bot.teams.standin.forget()
  await bot.teams.say(unlinked, 'hello').delivered
  await bot.teams.say(key, 'delete my data').delivered
  await bot.quiet()
  const [card] = saidTo(bot, key)
  await bot.teams.pressAction(key, card?.id ?? '', { title: 'Keep everything' })
  expect(kinds().toSorted()).toEqual(['POST message', 'POST message', 'PUT'])
  expect(taken).toBe(3)
})

test('asking who reads a channel takes a moment for each of its calls', async () => {
  const { key } = await coachedIn(bot, { roles: ['hr'] })
  const team = bot.teams.addTeam({ tid: TID, name: 'People team' })
  bot.teams.addMember(team.id, key)
  taken = 0
  bot.teams.standin.forget()
  await bot.teams.installToTeam(team.id, key).delivered
  await bot.quiet()
  expect(kinds()).toEqual(['GET', 'GET', 'POST message'])
  expect(taken).toBe(3)
})

test('while others go first, courtesies are left out and the answer still comes, whole', async () => {
  const { key } = await coachedIn(bot)
  behind = true
  bot.teams.standin.forget()
  await bot.teams.say(key, 'I want to delegate more').delivered
  await bot.quiet()
  // The first piece has the moment of the delivery itself.
  expect(kinds()).toEqual(['POST typing', 'POST message'])
  expect(JSON.parse(calls()[0]?.body ?? '{}').entities).toMatchObject([{ streamType: 'streaming', streamSequence: 1 }])
  expect(saidTo(bot, key)).toMatchObject([{ text: expect.stringContaining('?') }])
})

test('when Teams throttles something that is no delivery, everybody hears of it', async () => {
  const { key } = await coachedIn(bot)
  bot.teams.standin.faults.add({ kind: 'status', status: 429, method: 'POST', path: '/activities', times: 1 })
  await bot.teams.say(key, 'I want to delegate more').delivered
  await bot.quiet()
  expect(slowed).toBe(1)
})
