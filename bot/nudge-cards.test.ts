import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../api/channels/channels.ts'
import { adoptPlan, plansOf } from '../api/coach/coach.ts'
import { tellDecided, tellGrounds, tellRecord } from '../api/contract/receipt.ts'
import { nudgesOf, preferencesOf, receiptOf, sendDue } from '../api/nudges/nudges.ts'
import { HOUR } from '../api/platform/time.ts'
import type { Element } from './cards/card.ts'
import { cardIn, coachedIn, saidTo } from './test-people.ts'
import { startBotWorld, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())

type Person = Awaited<ReturnType<typeof coachedIn>>

async function sendAt(at: string | undefined): Promise<void> {
  bot.world.setNow(new Date(at ?? ''))
  await sendDue(bot.world.deps, bot.organizationId)
  await bot.quiet()
}

const nudgeOf = async ({ about }: Person, kind: string) =>
  (await nudgesOf(bot.world.deps, about)).nudges.find(each => each.kind === kind)

const soonest = async ({ about }: Person) =>
  (await nudgesOf(bot.world.deps, about)).nudges.findLast(({ kind, state }) => kind === 'tip' && state === 'planned')

const textsIn = (element: unknown): readonly string[] => {
  if (Array.isArray(element)) return element.flatMap(textsIn)
  const { type, text, items, body } = Object(element)
  return [...(type === 'TextBlock' ? [String(text)] : []), ...textsIn(items ?? body ?? [])]
}

const buttonsOf = (card: Record<string, unknown>): readonly string[] =>
  (card['actions'] as readonly Element[]).map(({ title }) => String(title))

test.each(['en-US', 'es-MX'])(
  'what “Why this?” opens on a card is the stored receipt, word for word as in the tab: %s',
  async locale => {
    const person = await coachedIn(bot, { locale })
    await sendAt((await soonest(person))?.dueAt)
    const planned = (await nudgesOf(bot.world.deps, person.about)).nudges.find(({ sentAt }) => sentAt !== null)
    const card = cardIn(saidTo(bot, person.key)[0])
    const why = (card['body'] as readonly Element[]).find(({ id }) => id === 'why')
    const receipt = await receiptOf(bot.world.deps, { ...person.about, nudgeId: planned?.nudgeId ?? '' })
    const told = [...tellGrounds(receipt.nudge, locale), ...tellRecord(receipt, locale)]
    expect(receipt.considered.length).toBeGreaterThan(2)
    expect(told.length).toBeGreaterThan(7)
    expect(textsIn(why)).toEqual([...told.flatMap(({ term, said }) => [term, ...said]), tellDecided(receipt, locale)])
    // The same when it is asked for in the chat.
    await bot.teams.say(person.key, 'why').delivered
    await bot.quiet()
    const text = saidTo(bot, person.key).at(-1)?.text ?? ''
    for (const { term, said } of told) expect(text).toContain(`${term}: ${said.join('; ')}`)
  }
)

test('what was decided then stays in the receipt on the card, whatever the person chooses afterwards', async () => {
  const person = await coachedIn(bot)
  const planned = await soonest(person)
  await bot.world.deps.db.owner(trx =>
    sql`update nudge_preferences set per_week = 5 where person_id = ${person.personId}`.execute(trx)
  )
  await sendAt(planned?.dueAt)
  expect(textsIn(cardIn(saidTo(bot, person.key)[0])['body']).join(' ')).toContain('0 of at most 2 had come')
})

test('the one question after silence has buttons of its own, and each does what it says', async () => {
  for (const [title, said, perWeek, stopped] of [
    ['Go on as before', 'I go on as before', 2, false],
    ['Less often', 'Fewer from now on', 1, false],
    ['Stop them all', 'Stopped', 2, true]
  ] as const) {
    const person = await coachedIn(bot)
    const nudgeId = await question(person)
    const [message] = saidTo(bot, person.key)
    expect(buttonsOf(cardIn(message))).toEqual([
      'Go on as before',
      'Less often',
      'Pause for two weeks',
      'Stop them all',
      'Why this?'
    ])
    const pressed = await bot.teams.pressAction(person.key, message?.id ?? '', { title })
    expect(JSON.stringify(pressed)).toContain(said)
    expect(await preferencesOf(bot.world.deps, person.about)).toMatchObject({ perWeek, stopped })
    const { nudges } = await nudgesOf(bot.world.deps, person.about)
    expect(nudges.find(each => each.nudgeId === nudgeId)).toMatchObject({ state: 'answered' })
  }
})

/** Handed to the channel as it would be after four messages without an answer. */
async function question({ about }: Person): Promise<string> {
  const { deps } = bot.world
  const nudgeId = deps.newId('nudge')
  await deps.db.for(about.organizationId)(async trx => {
    await sql`insert into nudges (organization_id, id, person_id, kind, once_key, content_id, reason, state, due_at, updated_at)
      values (${about.organizationId}, ${nudgeId}, ${about.personId}, 'check_in', 'check_in:1', 'check_in',
        '{"rule":"check_in","data":[{"name":"unanswered","value":"4"}]}'::jsonb, 'queued', ${deps.now()}, ${deps.now()})`.execute(
      trx
    )
    await deliver(deps, trx, { ...about, intent: { kind: 'nudge', nudgeId }, key: nudgeId })
  })
  await bot.quiet()
  return nudgeId
}

test.each([
  ['Yes, it did', 'kept', 'done'],
  ['Not this time', 'missed', 'not_yet'],
  ['Let it go', 'dropped', 'dropped']
] as const)(
  '“did it happen?” is answered with “%s”: the plan is closed, and the question counts as answered',
  async (title, state, answer) => {
    const person = await coachedIn(bot)
    const { deps } = bot.world
    const words = { cue: 'stand-up ends', action: 'thank one person' }
    await adoptPlan(deps, { ...person.about, ...words, planId: deps.newId('plan'), when: 'tomorrow' })
    await bot.quiet()
    await sendAt((await nudgeOf(person, 'follow_up'))?.dueAt)
    const message = saidTo(bot, person.key).at(-1)
    expect(buttonsOf(cardIn(message))).toEqual(['Yes, it did', 'Not this time', 'Let it go'])
    await bot.teams.pressAction(person.key, message?.id ?? '', { title })
    await bot.quiet()
    expect(await plansOf(deps, person.about)).toMatchObject([{ state }])
    expect(await nudgeOf(person, 'follow_up')).toMatchObject({ state: 'answered', answer })
    bot.world.advance(-HOUR)
  }
)
