/** An answer that is shown while it is made, by an engine that speaks as slowly as a test wants. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inboundJob } from '../api/channels/channels.ts'
import { threadOf } from '../api/coach/coach.ts'
import type { EngineInput, EnginePart } from '../api/coach/port.ts'
import { enginesOf } from '../api/coach/test-world.ts'
import { coachedIn, saidTo, type Account } from './test-people.ts'
import { startBotWorld, type BotWorld } from './test-world.ts'

type Telling = (input: EngineInput) => AsyncIterable<EnginePart>

let bot: BotWorld
/** By the last words that the person wrote. */
const tellings = new Map<string, Telling>()
beforeAll(async () => {
  const engines = enginesOf(input => {
    const telling = tellings.get(input.messages.at(-1)?.text ?? '')
    if (!telling) throw new Error('this engine has nothing to say')
    return telling(input)
  })
  bot = await startBotWorld({ engines })
})
afterAll(() => bot[Symbol.asyncDispose]())

const text = (words: string): EnginePart => ({ kind: 'text', text: words })
const END: EnginePart = { kind: 'end', state: null, awaits: 'rest' }

/** Says the first words, and each further ones when it is let. */
function slowly(about: string, [first = '', ...rest]: readonly string[]) {
  const gates = rest.map(() => Promise.withResolvers<void>())
  const stopped = Promise.withResolvers<void>()
  tellings.set(about, async function* ({ signal }) {
    signal.addEventListener('abort', () => stopped.resolve(), { once: true })
    yield text(first)
    for (const [at, words] of rest.entries()) {
      await Promise.race([gates[at]?.promise, stopped.promise])
      if (signal.aborted) return
      yield text(words)
    }
    yield END
  })
  return { go: (at: number) => gates[at]?.resolve(), stopped: stopped.promise }
}

const last = (key: Account) => {
  const message = saidTo(bot, key).at(-1)
  return { count: saidTo(bot, key).length, text: message?.text, streaming: message?.streaming?.type }
}
async function shows(key: Account, words: string, streaming: 'streaming' | undefined): Promise<void> {
  await expect.poll(() => last(key)).toEqual({ count: 1, text: words, streaming })
}

const pieces = () =>
  bot.teams.standin
    .received()
    .filter(({ path, method }) => method === 'POST' && path.includes('/activities'))
    .map(({ body }) => Object(JSON.parse(body)))
    .filter(({ entities }) => JSON.stringify(entities ?? []).includes('streaminfo'))

test('the first words reach Teams while the engine still speaks, and end in one message with label and thumbs', async () => {
  const { key, about } = await coachedIn(bot)
  const engine = slowly('I want to listen', ['You want to listen. ', 'What gets in ', 'the way?'])
  bot.teams.standin.forget()
  await bot.teams.say(key, 'I want to listen').delivered
  await shows(key, 'You want to listen. ', 'streaming')
  engine.go(0)
  await shows(key, 'You want to listen. What gets in ', 'streaming')
  engine.go(1)
  await shows(key, 'You want to listen. What gets in the way?', undefined)
  await bot.quiet()
  const sent = pieces()
  for (const [at, { text: shown }] of sent.entries()) expect(shown).toContain(sent[at - 1]?.text ?? '')
  expect(sent.map(({ entities }) => entities.at(-1)).map(({ streamType }) => streamType)).toEqual([
    ...sent.slice(1).map(() => 'streaming'),
    'final'
  ])
  expect(sent.at(-1)).toMatchObject({
    type: 'message',
    entities: [{ additionalType: ['AIGeneratedContent'] }, { streamType: 'final' }],
    channelData: { feedbackLoop: { type: 'default' } }
  })
  expect(await threadOf(bot.world.deps, about)).toMatchObject([{ from: 'person' }, { state: 'done', surface: 'teams' }])
})

test('Stop in Teams ends the answer everywhere, and nothing more is said', async () => {
  const { key, about } = await coachedIn(bot)
  const engine = slowly('I want to stop', ['One thing. ', 'Another thing. ', 'And so on.'])
  await bot.teams.say(key, 'I want to stop').delivered
  await shows(key, 'One thing. ', 'streaming')
  bot.teams.stopStreaming(key, saidTo(bot, key)[0]?.id ?? '')
  engine.go(0)
  await engine.stopped
  await bot.quiet()
  expect(saidTo(bot, key)).toMatchObject([{ text: 'One thing. ', streaming: { stopped: true } }])
  expect((await threadOf(bot.world.deps, about)).at(-1)).toMatchObject({ state: 'stopped' })
})

test('what another engine begins anew, and what a process that died left, ends in the message that is shown', async () => {
  const { key } = await coachedIn(bot)
  const { promise: fails, reject } = Promise.withResolvers<never>()
  fails.catch(() => undefined)
  tellings.set('I want to plan my week', async function* () {
    yield text('Half an answer ')
    yield await fails
  })
  await bot.teams.say(key, 'I want to plan my week').delivered
  await shows(key, 'Half an answer ', 'streaming')
  reject(new Error('out of order'))
  await expect.poll(() => last(key).text).toContain('plan your week')
  await bot.quiet()
  expect(last(key)).toMatchObject({ count: 1, streaming: undefined })

  const other = await coachedIn(bot)
  const dies = slowly('I want to delegate', ['Words that died. ', 'More of them.'])
  const { id, delivered } = bot.teams.say(other.key, 'I want to delegate')
  await delivered
  await shows(other.key, 'Words that died. ', 'streaming')
  slowly('I want to delegate', ['Words of the one who goes on.'])
  const { deps } = bot.world
  const { organizationId, personId } = other.about
  const [row] = await deps.db.owner(async trx => {
    // As a process leaves it whose lease is over.
    await sql`update messages set attempt = attempt + 1, lease_until = clock_timestamp() - interval '1 second'
      where person_id = ${personId} and state = 'answering'`.execute(trx)
    const found = await sql<{ conversation_id: string }>`select conversation_id from inbound
      where person_id = ${personId} and activity_id = ${id}`.execute(trx)
    return found.rows
  })
  const job = inboundJob.job({ organizationId, conversationId: row?.conversation_id ?? '', activityId: id })
  await deps.db.for(organizationId)(trx => deps.queue.enqueue(trx, job))
  await expect.poll(() => last(other.key).text).toBe('Words of the one who goes on.')
  dies.go(0)
  await bot.quiet()
  expect(saidTo(bot, other.key)).toMatchObject([{ text: 'Words of the one who goes on.' }])
})
