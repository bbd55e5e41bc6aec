import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { agreementOf, deliver, referenceOf, type Intent } from '../api/channels/channels.ts'
import { createClient } from '../api/contract/client.ts'
import { getDeliveries } from '../api/contract/channels.ts'
import { threadOf } from '../api/coach/coach.ts'
import { nudgesOf, sendDue } from '../api/nudges/nudges.ts'
import { complaintsAbout } from './cards/complaints.ts'
import { agreementCard } from './cards/agreement.ts'
import { createConnectorToken } from './connector-token.ts'
import { cardMessage } from './messages.ts'
import { readerFor } from './reader.ts'
import { createTeams } from './teams.ts'
import { cardIn, coachedIn, newOid, saidTo } from './test-people.ts'
import { startBotWorld, OTHER_TID, TID, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())
beforeEach(() => bot.teams.standin.faults.clear())

const coached = (options: Parameters<BotWorld['hire']>[1] = {}) => coachedIn(bot, options)
const said = (key: Parameters<typeof saidTo>[1]) => saidTo(bot, key)

const send = (personId: string, intent: Intent, key: string) =>
  bot.world.deps.db.for(bot.organizationId)(trx =>
    deliver(bot.world.deps, trx, { organizationId: bot.organizationId, personId, intent, key })
  )

const deliveriesOf = async (personId: string) => {
  const call = createClient({ baseUrl: new URL(bot.messagingUrl).origin, fetch, token: async () => 'operator' })
  return (await call(getDeliveries, { params: { organizationId: bot.organizationId }, query: { personId } })).deliveries
}

test('an activity that Teams did not sign is refused and leaves nothing behind', async () => {
  const answer = await fetch(bot.messagingUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer forged' },
    body: JSON.stringify({ type: 'message', id: '1', serviceUrl: 'http://127.0.0.1/', channelId: 'msteams' })
  })
  expect(answer.status).toBe(401)
})

test.each([
  ['no token', {}, 401],
  ['a token and no activity', { authorization: 'Bearer forged' }, 400]
])('a post with %s is refused in words, never by a fault of ours', async (_what, headers, status) => {
  const answer = await fetch(bot.messagingUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}'
  })
  expect(answer.status).toBe(status)
  expect(Object.keys(Object(await answer.json()))).toEqual(['code', 'message', 'reference'])
})

test('installing the bot is silent, and the person can be reached from then on', async () => {
  const oid = newOid()
  const personId = await bot.hire(oid)
  expect(await bot.teams.install({ tid: TID, oid }).delivered).toMatchObject({ outcome: 'delivered' })
  await bot.quiet()
  expect(said({ tid: TID, oid })).toEqual([])
  expect(await referenceOf(bot.world.deps, bot.organizationId, personId)).toMatchObject({ entraObjectId: oid })
  expect(
    bot.world.facts.filter(fact => fact.type === 'conversation.opened' && fact.personId === personId)
  ).toHaveLength(1)
  await bot.teams.uninstall({ tid: TID, oid }).delivered
  await bot.quiet()
  expect(await referenceOf(bot.world.deps, bot.organizationId, personId)).toBeUndefined()
})

test('whoever has not agreed is shown the agreement; their words are not kept', async () => {
  const oid = newOid()
  const key = { tid: TID, oid }
  const personId = await bot.hire(oid, { locale: 'es-MX' })
  await bot.teams.install(key).delivered
  await bot.teams.say(key, 'hola').delivered
  await bot.quiet()
  const [message] = said(key)
  const text = JSON.stringify(cardIn(message))
  expect(text).toContain('Sam Demo')
  expect(text).toContain('No es para mí')
  expect(text).toContain('entorno de Microsoft de Acme')
  expect(complaintsAbout(cardIn(message))).toEqual([])
  expect(await threadOf(bot.world.deps, { organizationId: bot.organizationId, personId })).toEqual([])
  const pressed = await bot.teams.pressAction(key, message?.id ?? '', { title: 'No es para mí' })
  expect(pressed).toMatchObject({ outcome: 'card' })
  expect(JSON.stringify(pressed)).toContain('no es para ti')
  expect(await agreementOf(bot.world.deps, bot.organizationId, personId)).toBe('declined')
})

test('a coach turn reaches the connector with the AI label and asks whether it was of use', async () => {
  const { key } = await coached()
  await bot.teams.say(key, 'I keep postponing my one-on-ones').delivered
  await bot.quiet()
  const [turn] = said(key)
  expect(JSON.parse(turn?.raw ?? '{}').entities).toEqual([
    expect.objectContaining({
      type: 'https://schema.org/Message',
      '@type': 'Message',
      additionalType: ['AIGeneratedContent']
    }),
    expect.objectContaining({ type: 'streaminfo', streamType: 'final' })
  ])
  expect(turn?.channelData).toMatchObject({ feedbackLoop: { type: 'default' } })
  expect(await bot.teams.feedback(key, turn?.id ?? '', { reaction: 'dislike', text: 'too long' })).toMatchObject({
    status: 200,
    body: {}
  })
})

test('the same activity delivered twice is answered once', async () => {
  const { key } = await coached()
  bot.teams.standin.faults.add({ kind: 'duplicate', method: 'DELIVER', times: 1 })
  await bot.teams.say(key, 'I want to listen more').delivered
  await bot.quiet()
  expect(said(key)).toHaveLength(1)
})

test('while the coach thinks, Teams shows that it types; a failure to show it costs nobody an answer', async () => {
  const { key } = await coached()
  bot.teams.standin.forget()
  bot.teams.say(key, 'I want to delegate more')
  await bot.quiet()
  const posted = bot.teams.standin.received().filter(({ path }) => path.includes('/activities'))
  const sent = posted.map(({ body }) => Object(JSON.parse(body)))
  expect(sent[0]).toMatchObject({ type: 'typing' })
  expect(sent[0]).not.toHaveProperty('text')
  expect(sent.filter(({ type }) => type === 'message')).toHaveLength(1)
  bot.teams.standin.faults.add({ kind: 'status', status: 500, times: 1 })
  bot.teams.say(key, 'my team waits for me')
  await bot.quiet()
  expect(said(key)).toHaveLength(2)
})

test('a cry for help is answered with words of people, without the AI label, before any agreement', async () => {
  const oid = newOid()
  const key = { tid: TID, oid }
  await bot.hire(oid)
  await bot.teams.install(key).delivered
  await bot.teams.say(key, 'I want to kill myself').delivered
  await bot.quiet()
  const [message] = said(key)
  expect(JSON.stringify(cardIn(message))).toContain('findahelpline')
  expect(message?.entities).toEqual([])
  expect(complaintsAbout(cardIn(message))).toEqual([])
  expect(JSON.parse(message?.raw ?? '{}').summary).toBe('A thought from your coach')
})

test('stop, pause, why and privately work in both languages without the coach', async () => {
  const { key, personId } = await coached({ locale: 'es-ES' })
  for (const text of ['¿Por qué?', 'pausa', 'Alto.', 'en privado']) {
    await bot.teams.say(key, text).delivered
    await bot.quiet()
  }
  expect(said(key).map(({ text }) => text)).toEqual([
    expect.stringContaining('Todavía no te he enviado'),
    expect.stringContaining('En pausa hasta'),
    expect.stringContaining('No llegará nada'),
    expect.stringContaining('/tab/')
  ])
  expect(await threadOf(bot.world.deps, { organizationId: bot.organizationId, personId })).toEqual([])
})

test('a plan comes as a card, and dropping it shows that it was dropped', async () => {
  const { key } = await coached()
  for (const text of ['I want to listen more', 'If stand-up starts, then I will breathe first', 'yes', 'tomorrow']) {
    await bot.teams.say(key, text).delivered
    await bot.quiet()
  }
  const last = said(key).at(-1)
  expect(JSON.stringify(cardIn(last))).toContain('Your plan')
  expect(complaintsAbout(cardIn(last))).toEqual([])
  expect(JSON.stringify(await bot.teams.pressAction(key, last?.id ?? '', { title: 'Drop it' }))).toContain('Let go')
  const stored = JSON.parse(said(key).at(-1)?.raw ?? '{}')
  expect(stored).toMatchObject({ text: last?.text, entities: [{ additionalType: ['AIGeneratedContent'] }] })
  expect(JSON.stringify(stored.attachments)).toContain('Let go')
})

test('a person who blocked the bot is unreachable, never counted as sent', async () => {
  for (const shape of ['subCode', 'noSubCode', 'code'] as const) {
    const { key, personId } = await coached()
    bot.teams.block(key, shape)
    await send(personId, { kind: 'notice', words: 'help' }, `blocked:${shape}`)
    await bot.quiet()
    expect(await deliveriesOf(personId)).toMatchObject([{ state: 'unreachable', attempts: 1 }])
    expect(await referenceOf(bot.world.deps, bot.organizationId, personId)).toBeUndefined()
  }
})

test('a throttled send waits as long as Teams asked and then arrives once', async () => {
  const { key, personId } = await coached()
  bot.teams.standin.faults.add({
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '1' },
    method: 'POST',
    path: '/activities',
    times: 1
  })
  const start = performance.now()
  await send(personId, { kind: 'notice', words: 'help' }, 'throttled')
  await bot.quiet()
  expect(performance.now() - start).toBeGreaterThan(950)
  expect(await deliveriesOf(personId)).toMatchObject([{ state: 'sent', attempts: 2, unclear: 0 }])
  expect(said(key)).toHaveLength(1)
})

test('an attempt whose answer was lost is repeated once, and the record says that it may have arrived', async () => {
  const { key, personId } = await coached()
  bot.teams.standin.faults.add({ kind: 'dropAnswer', method: 'POST', path: '/activities', times: 2 })
  await send(personId, { kind: 'notice', words: 'help' }, 'lost')
  await bot.quiet()
  expect(await deliveriesOf(personId)).toMatchObject([{ state: 'failed', reason: 'unclear', unclear: 2 }])
  expect(said(key)).toHaveLength(2)
})

test('a card made for one person cannot be pressed by another', async () => {
  const owner = await coached()
  const other = await coached()
  const { deps } = bot.world
  const place = await referenceOf(deps, bot.organizationId, other.personId)
  const reader = readerFor({ tabLink: () => 'https://ci.example/tab/' }, { locale: 'en', timezone: 'UTC' })
  const company = { name: 'Acme (demo)', sponsor: { name: 'Sam Demo', title: 'CPO' } }
  const card = agreementCard(reader, {
    to: owner.personId,
    company,
    before: undefined,
    modelService: null,
    agreedBefore: undefined,
    experiment: undefined
  })
  const sent = place && (await createTeams(deps, createConnectorToken(deps)).send(place, cardMessage(card, 'x')))
  if (sent?.kind !== 'sent') throw new Error('the card was not sent')
  const pressed = await bot.teams.pressAction(other.key, sent.activityId, { title: 'Not for me' })
  expect(JSON.stringify(pressed)).toContain('belongs to somebody else')
  expect(await agreementOf(deps, bot.organizationId, owner.personId)).toBe('given')
  expect(await agreementOf(deps, bot.organizationId, other.personId)).toBe('given')
})

test('unknown companies and unlinked people get one explanation with the next step', async () => {
  const stranger = { tid: OTHER_TID, oid: newOid() }
  bot.teams.addPerson({ ...stranger, name: 'Stranger Demo', locale: 'es-MX' })
  await bot.teams.install(stranger).delivered
  bot.teams.standin.faults.add({ kind: 'duplicate', method: 'DELIVER', times: 1 })
  await bot.teams.say(stranger, 'hola').delivered
  const unlinked = { tid: TID, oid: newOid() }
  bot.teams.addPerson({ ...unlinked, name: 'Unlinked Demo', locale: 'en-US' })
  await bot.teams.install(unlinked).delivered
  await bot.teams.say(unlinked, 'hello').delivered
  await bot.quiet()
  expect(said(stranger).map(({ text }) => text)).toEqual([expect.stringContaining('Tu empresa todavía no usa')])
  expect(said(unlinked).map(({ attachments }) => JSON.stringify(attachments))).toEqual([
    expect.stringContaining('"verb":"connect"')
  ])
})

test('a channel receives reports only after HR said so there; others are refused', async () => {
  const hr = await coached({ roles: ['hr'] })
  const employee = await coached()
  const team = bot.teams.addTeam({ tid: TID, name: 'People team' })
  bot.teams.addMember(team.id, hr.key)
  bot.teams.addMember(team.id, employee.key)
  await bot.teams.installToTeam(team.id, employee.key).delivered
  await bot.quiet()
  const ask = bot.teams.channel(team.id).messages.at(-1)
  expect(complaintsAbout(cardIn(ask))).toEqual([])
  const refused = await bot.teams.pressAction(
    employee.key,
    ask?.id ?? '',
    { title: 'Yes, send them here' },
    { conversationId: team.id }
  )
  expect(JSON.stringify(refused)).toContain('Only HR or an admin')
  const confirmed = await bot.teams.pressAction(
    hr.key,
    ask?.id ?? '',
    { title: 'Yes, send them here' },
    { conversationId: team.id }
  )
  expect(JSON.stringify(confirmed)).toContain('Reports for HR come to this channel')
  expect(JSON.stringify(bot.teams.channel(team.id, employee.key).messages.at(-1)?.raw)).toContain('Reports for HR come')
  await bot.teams.say(employee.key, 'I had a fight with my boss', { conversationId: team.id }).delivered
  await bot.quiet()
  expect(bot.teams.channel(team.id).messages.at(-1)).toMatchObject({
    from: 'bot',
    text: expect.stringContaining('only talk in private')
  })
  expect(await threadOf(bot.world.deps, { organizationId: bot.organizationId, personId: employee.personId })).toEqual(
    []
  )
})

test('a nudge is counted as sent when Teams took it, and a press shows in place what was decided', async () => {
  const { key, personId } = await coached()
  const { deps, setNow } = bot.world
  const about = { organizationId: bot.organizationId, personId }
  const planned = (await nudgesOf(deps, about)).nudges.findLast(({ kind }) => kind === 'tip')
  expect(planned).toMatchObject({ kind: 'tip', state: 'planned' })
  setNow(new Date(planned?.dueAt ?? ''))
  await sendDue(deps, bot.organizationId)
  await bot.quiet()
  const [message] = said(key)
  expect(complaintsAbout(cardIn(message))).toEqual([])
  expect(JSON.parse(message?.raw ?? '{}')).toMatchObject({
    summary: 'A thought from your coach',
    channelData: { notification: { alert: true } }
  })
  expect((await nudgesOf(deps, about)).nudges.find(({ nudgeId }) => nudgeId === planned?.nudgeId)).toMatchObject({
    state: 'sent'
  })
  const pressed = await bot.teams.pressAction(key, message?.id ?? '', { title: 'Next week' })
  expect(JSON.stringify(pressed)).toContain('It comes again on')
  expect(JSON.stringify(bot.teams.conversation(key).messages.at(-1)?.attachments)).toContain('It comes again on')
})

test('nothing that waited goes out to a person who left', async () => {
  const { key, personId } = await coached()
  const { deps } = bot.world
  await deps.db.owner(trx => sql`update people set state = 'inactive' where id = ${personId}`.execute(trx))
  await send(personId, { kind: 'notice', words: 'help' }, 'after-leaving')
  await bot.quiet()
  expect(said(key)).toEqual([])
  expect(await deliveriesOf(personId)).toMatchObject([{ state: 'cancelled', reason: 'no_access', attempts: 0 }])
})
