import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as campaigns from '../api/contract/campaigns.ts'
import * as contract from '../api/contract/corrections.ts'
import { answerNudgeEndpoint } from '../api/contract/nudges.ts'
import { correctCardsJob, nudgesOf, receiptOf, sendDue } from '../api/nudges/nudges.ts'
import { DAY } from '../api/platform/time.ts'
import { cardIn, coachedIn, saidTo } from './test-people.ts'
import { startBotWorld, type BotWorld } from './test-world.ts'

let bot: BotWorld
let hr: Awaited<ReturnType<typeof coachedIn>>
beforeAll(async () => {
  bot = await startBotWorld()
  hr = await coachedIn(bot, { roles: ['hr'] })
})
afterAll(() => bot[Symbol.asyncDispose]())
let day = new Date('2026-11-30T15:00:00Z').getTime()
beforeEach(async () => {
  bot.teams.standin.faults.clear()
  await bot.world.deps.db.owner(trx => sql`delete from paces`.execute(trx))
  // A Monday of its own, so that nobody's budget stands in the way.
  bot.world.setNow(new Date((day += 14 * DAY)))
})

const call = () => bot.as(hr.personId, ['hr'])
const wordsOf = (action: string) => ({ action, whyNow: 'The survey closes on Friday.', evidence: '' })
const OLD = { en: wordsOf('Answer two questions on the old page.'), es: wordsOf('Responde en la página vieja.') }
const NEW = { en: wordsOf('Answer two questions on the new page.'), es: wordsOf('Responde en la página nueva.') }

type Person = Awaited<ReturnType<typeof coachedIn>>
let departments = 0

/** A campaign that has just come to so many people. */
async function sent(count: number) {
  const department = `Department ${(departments += 1)}`
  const locales = Array.from({ length: count }, (_, index) => (index === 1 ? 'es-MX' : 'en-US'))
  const people: readonly Person[] = await Promise.all(locales.map(locale => coachedIn(bot, { locale })))
  const { db } = bot.world.deps
  const ids = people.map(({ personId }) => personId)
  await db.owner(trx => sql`update people set department = ${department} where id = any(${ids})`.execute(trx))
  const today = bot.world.deps.now().toISOString().slice(0, 10)
  const until = new Date(bot.world.deps.now().getTime() + 10 * DAY).toISOString().slice(0, 10)
  const body = {
    name: department,
    audience: [{ by: 'department' as const, anyOf: [department], except: false }],
    words: OLD,
    from: today,
    until,
    rank: 'first' as const
  }
  const { campaignId } = await call()(campaigns.createCampaign, { body })
  await call()(campaigns.turnCampaign, { params: { campaignId }, body: { turn: 'start', basedOn: 1 } })
  await bot.quiet()
  bot.world.advance(DAY / 6)
  await sendDue(bot.world.deps, bot.organizationId)
  await bot.quiet()
  for (const person of people) expect(textOf(person)).toContain(person === people[1] ? 'vieja' : 'old page')
  return { campaignId, people }
}

const cardOf = ({ key }: Person) => saidTo(bot, key).find(({ text }) => text === '')
const textOf = (person: Person): string => JSON.stringify(cardIn(cardOf(person)))

const ask = (campaignId: string, asked: contract.CorrectionAsked, basedOn = 1, as = call()) =>
  as(contract.correctCampaign, { params: { campaignId }, body: { basedOn, asked } })
const correct = (campaignId: string) => ask(campaignId, { kind: 'correct', words: NEW })

/** What became of each card, as stored: what HR sees of it passes the floor. */
async function statesOf(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await bot.world.deps.db.for(bot.organizationId)(trx =>
    sql<{ state: string; cards: number }>`
      select state, count(*)::int as cards from corrected_cards where correction_id = (select max(id) from corrections)
      group by state`.execute(trx)
  )
  return Object.fromEntries(rows.map(({ state, cards }) => [state, cards]))
}
const puts = () => bot.teams.standin.received().filter(({ method }) => method === 'PUT').length

test('the words on every unanswered card are corrected in its reader’s language; answered ones and other ways are left alone', async () => {
  const { campaignId, people } = await sent(4)
  const [answered, , mailed, asIs] = people
  if (!answered || !mailed || !asIs) throw new Error('nobody was sent anything')
  await bot.teams.pressAction(answered.key, cardOf(answered)?.id ?? '', { title: 'Done' })
  await bot.world.deps.db.owner(trx =>
    sql`update deliveries set state = 'unreachable' where person_id = ${mailed.personId} and nudge_id is not null`.execute(
      trx
    )
  )
  const params = { campaignId }
  const dry = await call()(contract.dryRunCorrection, { params, body: { kind: 'correct', words: { en: NEW.en } } })
  expect(dry).toMatchObject({ missing: ['es'], parts: { cards: { kind: 'blank', why: 'small' } } })
  expect(textOf(asIs)).toContain('old page')
  await correct(campaignId)
  await bot.quiet()
  expect(await statesOf()).toEqual({ changed: 2 })
  expect(textOf(asIs)).toContain('new page')
  expect(textOf(people[1] ?? asIs)).toContain('nueva')
  expect(textOf(mailed)).toContain('old page')
  expect(textOf(answered)).toContain('You did it')
  // It is no news, and it can still be answered.
  expect(JSON.parse(cardOf(asIs)?.raw ?? '{}').channelData).toBeUndefined()
  expect(JSON.stringify(await bot.teams.pressAction(asIs.key, cardOf(asIs)?.id ?? '', { title: 'Done' }))).toContain(
    'You did it'
  )
  const { corrections } = await call()(contract.listCorrections, { params })
  expect(corrections).toMatchObject([
    { kind: 'correct', by: 'Demo', parts: { changed: { kind: 'blank', why: 'small' } } }
  ])
  expect(corrections[0]?.endedAt).not.toBeNull()
})

test('taken back, a line stands in its place, nothing of it can be answered, and nothing more of it comes', async () => {
  const { campaignId, people } = await sent(2)
  const [first] = people
  if (!first) throw new Error('nobody was sent anything')
  await ask(campaignId, { kind: 'take_back' })
  await bot.quiet()
  for (const person of people) expect(textOf(person)).toMatch(/took it back|lo retiró/u)
  for (const person of people) expect(textOf(person)).not.toMatch(/old page|vieja/u)
  const nudge = (await nudgesOf(bot.world.deps, first.about)).nudges.find(({ kind }) => kind === 'campaign')
  expect(nudge).toMatchObject({ state: 'cancelled', action: 'A message that was taken back', answer: null })
  const receipt = await receiptOf(bot.world.deps, { ...first.about, nudgeId: nudge?.nudgeId ?? '' })
  expect(receipt.whyNotSent).toBe('withdrawn')
  const late = bot.as(first.personId, [])(answerNudgeEndpoint, {
    params: { nudgeId: nudge?.nudgeId ?? '' },
    body: { answer: 'done' }
  })
  await expect(late).rejects.toMatchObject({ status: 404 })
  expect(await call()(campaigns.getCampaign, { params: { campaignId } })).toMatchObject({ state: 'cancelled' })
})

test('deleted from the chat, who deleted, blocked or removed it first is counted as what it is', async () => {
  const { campaignId, people } = await sent(4)
  const [blocked, removed, gone, plain] = people
  if (!blocked || !removed || !gone || !plain) throw new Error('nobody was sent anything')
  // Messages of the same moment have the same id in different chats.
  const paths = people.map(
    ({ key, ...person }) =>
      `${encodeURIComponent(bot.teams.conversation(key).id)}/activities/${cardOf({ key, ...person })?.id}`
  )
  await bot.teams.uninstall(removed.key).delivered
  await bot.quiet()
  const refuse = (status: number, code: string, path = '-'): void =>
    bot.teams.standin.faults.add({
      kind: 'status',
      status,
      body: { error: { code, message: code } },
      method: 'DELETE',
      path,
      times: 1
    })
  refuse(403, 'ConversationBlockedByUser', paths[0])
  refuse(404, 'ActivityNotFoundInConversation', paths[2])
  await ask(campaignId, { kind: 'delete' })
  await bot.quiet()
  expect(await statesOf()).toEqual({ changed: 1, gone: 1, not_reached: 2 })
  await expect
    .poll(() => saidTo(bot, plain.key).find(({ id }) => paths[3]?.endsWith(`/${id}`))?.deleted ?? true)
    .toBe(true)
})

test('while Teams throttles nobody is lost: what was refused is tried again, once each', async () => {
  const { campaignId, people } = await sent(2)
  bot.teams.standin.faults.add({
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '1' },
    method: 'PUT',
    path: '/activities',
    times: 2
  })
  bot.teams.standin.forget()
  await correct(campaignId)
  await bot.quiet()
  expect(await statesOf()).toEqual({ changed: 2 })
  expect(puts()).toBe(4)
  for (const person of people) expect(textOf(person)).toMatch(/new page|nueva/u)
})

test('a process that dies half-way leaves the rest to the next one, and what was changed is not changed again', async () => {
  const { campaignId, people } = await sent(3)
  const { deps } = bot.world
  // The first two were done and noted; the process died with the others in hand.
  await correct(campaignId)
  await bot.quiet()
  const { rows } = await deps.db.owner(trx =>
    sql<{ id: string }>`update corrections set ended_at = null where campaign_id = ${campaignId} returning id`.execute(
      trx
    )
  )
  const correctionId = rows[0]?.id ?? ''
  await deps.db.owner(trx =>
    sql`update corrected_cards set state = 'waiting', attempts = 1, not_before = clock_timestamp() + interval '300 milliseconds'
      where correction_id = ${correctionId} and nudge_id in
        (select nudge_id from corrected_cards where correction_id = ${correctionId} order by nudge_id limit 2)`.execute(
      trx
    )
  )
  bot.teams.standin.forget()
  const { organizationId } = bot
  const job = () => correctCardsJob.job({ organizationId, correctionId })
  // The queue hands out the same page to two.
  await deps.db.for(organizationId)(trx => deps.queue.enqueue(trx, job(), job()))
  await bot.quiet()
  expect(await statesOf()).toEqual({ changed: people.length })
  expect(puts()).toBe(2)
})

test('who answers while their card is corrected sees what they decided, not the question again', async () => {
  const { campaignId, people } = await sent(1)
  const [person] = people
  if (!person) throw new Error('nobody was sent anything')
  const { id = '' } = cardOf(person) ?? {}
  bot.teams.standin.faults.add({ kind: 'delay', ms: 800, method: 'PUT', path: id, times: 1 })
  await correct(campaignId)
  await expect.poll(async () => (await statesOf())['waiting']).toBe(1)
  await bot.teams.pressAction(person.key, id, { title: 'Done' })
  await bot.quiet()
  expect(textOf(person)).toContain('You did it')
  expect(textOf(person)).not.toContain('"verb":"nudge"')
})

test('a draft, words that miss a language, another revision, a second one at once, CI’s own words and another company are refused', async () => {
  const { campaignId } = await sent(1)
  const { organizationId } = bot
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'taken',
      (error: unknown) => Object(error).problem?.code ?? Object(error).status
    )
  const draft = await call()(campaigns.createCampaign, {
    body: { name: 'Draft', audience: [], words: OLD, from: '2027-01-01', until: '2027-01-02' }
  })
  expect(await refused(ask(draft.campaignId, { kind: 'take_back' }))).toBe('draft')
  expect(await refused(ask(campaignId, { kind: 'correct', words: { en: NEW.en } }))).toBe('incomplete')
  expect(await refused(ask(campaignId, { kind: 'correct', words: NEW }, 7))).toBe('newer_draft')
  expect(await refused(ask(campaignId, { kind: 'take_back' }, 1, bot.as(hr.personId, ['admin'])))).toBe('forbidden')
  expect(await refused(ask(campaignId, { kind: 'take_back' }, 1, bot.as(hr.personId, ['hr'], 'org_other')))).toBe(
    'campaign_gone'
  )
  const both = await Promise.all([refused(correct(campaignId)), refused(correct(campaignId))])
  expect(both.toSorted()).toEqual(expect.arrayContaining(['taken']))
  expect(both).not.toEqual(['taken', 'taken'])
  await bot.quiet()
  await bot.world.deps.db.for(organizationId)(trx =>
    sql`update campaigns set saved_by = 'operator' where id = ${campaignId}`.execute(trx)
  )
  expect(await refused(ask(campaignId, { kind: 'correct', words: NEW }, 2))).toBe('not_yours')
  expect(await refused(ask(campaignId, { kind: 'take_back' }, 2))).toBe('taken')
  await bot.quiet()
})
