import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementOf, AGREEMENT_VERSION, decideAgreement, nameModelService } from '../api/channels/channels.ts'
import { plansOf, threadOf } from '../api/coach/coach.ts'
import { preferencesOf } from '../api/nudges/nudges.ts'
import { complaintsAbout } from './cards/complaints.ts'
import { cardIn, newOid, saidTo, type Account } from './test-people.ts'
import { startBotWorld, TID, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())

/** Somebody who wrote to the bot and now sees the agreement. */
async function invited(options: Parameters<BotWorld['hire']>[1] = {}) {
  const key: Account = { tid: TID, oid: newOid() }
  const personId = await bot.hire(key.oid, options)
  await bot.teams.install(key).delivered
  await bot.teams.say(key, 'hello').delivered
  await bot.quiet()
  const card = saidTo(bot, key).at(-1)
  return { key, about: { organizationId: bot.organizationId, personId }, cardId: card?.id ?? '' }
}

type Invited = Awaited<ReturnType<typeof invited>>

/** The card in place of the one that was pressed; everybody sees the same one. */
async function press({ key, cardId }: Invited, title: string, inputs: Record<string, string> = {}): Promise<string> {
  const pressed = await bot.teams.pressAction(key, cardId, { title, inputs })
  if (pressed.outcome !== 'card') throw new Error(JSON.stringify(pressed))
  expect(complaintsAbout(pressed.card)).toEqual([])
  expect(saidTo(bot, key)).toHaveLength(1)
  expect(cardIn(saidTo(bot, key)[0])).toEqual(pressed.card)
  return JSON.stringify(pressed.card)
}

const preferences = ({ about }: Invited) => preferencesOf(bot.world.deps, about)

test('three questions, one tap each, on one card in the language chosen on the way, and then a first plan', async () => {
  const person = await invited()
  expect(await press(person, 'Yes, let’s start')).toContain('Question 1 of 3')
  const hours = await press(person, 'Feedback')
  expect(hours).toContain('Question 2 of 3')
  expect(hours).toContain(
    'you work Mon–Fri, 9:30 AM to 4:30 PM, in the time of New York. The time zone comes from your Teams'
  )
  expect(await press(person, 'Mornings only')).toContain('Right now I write in English')
  const offered = await press(person, 'Español')
  expect(offered).toContain('Un primer plan, si quieres')
  expect(offered).toContain('alguien me muestra su trabajo')
  expect(await preferences(person)).toMatchObject({
    focus: ['feedback'],
    hours: { start: '09:30', end: '12:00', source: 'person' },
    language: { locale: 'es', source: 'person' },
    settled: true
  })
  expect(await press(person, 'Otro ejemplo')).toContain('termina una reunión que dirigí')
  expect(await press(person, 'Me quedo con este')).toContain('Te preguntaré una vez, el miércoles')
  expect(await plansOf(bot.world.deps, person.about)).toMatchObject([
    { cue: 'termina una reunión que dirigí', state: 'open' }
  ])
  // From now on the coach speaks Spanish too.
  await bot.teams.say(person.key, '1:1').delivered
  await bot.quiet()
  expect(saidTo(bot, person.key).at(-1)?.text).toMatch(/¿/u)
})

test('every question can be skipped, nothing is then chosen, and a plan in one’s own words is kept once', async () => {
  const person = await invited({ locale: 'es-MX' })
  for (const title of ['Sí, empecemos', 'Saltar', 'Saltar', 'Saltar']) await press(person, title)
  expect(await preferences(person)).toMatchObject({ focus: [], hours: { source: 'company' }, settled: true })
  expect(await press(person, 'Escribir el mío')).toContain('"type":"Input.Text"')
  expect(await press(person, 'Guardarlo', { cue: 'abro el correo', action: ' ' })).toContain(
    'necesitan algunas palabras'
  )
  const kept = await press(person, 'Guardarlo', { cue: 'abro el correo', action: 'llamo a [Ana](http://x.example)' })
  expect(kept).toContain(String.raw`llamo a \\[Ana\\]`)
  expect(await plansOf(bot.world.deps, person.about)).toHaveLength(1)
})

test('a cry for help in a plan is answered with words of people', async () => {
  const person = await invited()
  for (const title of ['Yes, let’s start', 'Skip', 'Skip', 'Skip', 'Write my own']) await press(person, title)
  const card = await press(person, 'Keep it', { cue: 'I am alone', action: 'I will kill myself' })
  expect(card).toContain('findahelpline')
  expect(await plansOf(bot.world.deps, person.about)).toEqual([])
})

test('whoever took back their yes elsewhere keeps no plan by a card that is still open', async () => {
  const person = await invited()
  for (const title of ['Yes, let’s start', 'Skip', 'Skip', 'Skip']) await press(person, title)
  await decideAgreement(bot.world.deps, { ...person.about, decision: 'declined', surface: 'tab' })
  expect(await press(person, 'Take this one')).toContain('nobody is told')
  expect(await plansOf(bot.world.deps, person.about)).toEqual([])
})

test('whoever says no hears nothing more, keeps everything else, and may come back', async () => {
  const person = await invited()
  expect(await press(person, 'Not for me')).toContain('your courses stay as they are, and nobody is told')
  await bot.teams.say(person.key, 'hello').delivered
  await bot.quiet()
  expect(await threadOf(bot.world.deps, person.about)).toEqual([])
  expect(JSON.stringify(cardIn(saidTo(bot, person.key).at(-1)))).toContain('I keep nothing of what you write')
})

const decidedBefore = (about: Invited['about'], decision: 'given' | 'declined') =>
  bot.world.deps.db.owner(trx =>
    sql`insert into agreements (organization_id, person_id, version, decision, surface, decided_at)
      values (${about.organizationId}, ${about.personId}, ${AGREEMENT_VERSION - 1}, ${decision}, 'teams', now())`.execute(
      trx
    )
  )

test('a yes holds for the text that was read: under a new one they are asked once more, with what changed', async () => {
  const key: Account = { tid: TID, oid: newOid() }
  const personId = await bot.hire(key.oid)
  const about = { organizationId: bot.organizationId, personId }
  await decidedBefore(about, 'given')
  expect(await agreementOf(bot.world.deps, bot.organizationId, personId)).toBe('none')
  await bot.teams.install(key).delivered
  await bot.teams.say(key, 'I want to listen more').delivered
  await bot.quiet()
  expect(await threadOf(bot.world.deps, about)).toEqual([])
  const asked = saidTo(bot, key).at(-1)
  expect(JSON.stringify(cardIn(asked))).toContain('The text has changed since')
  expect(JSON.stringify(cardIn(asked))).toContain('sees by name which ones you are enrolled in')
  // The button of a card with the old text agrees to nothing.
  const old = { to: personId, decision: 'given', version: AGREEMENT_VERSION - 1 }
  await bot.teams.pressAction(key, asked?.id ?? '', { title: 'Yes, let’s start', data: old })
  expect(await agreementOf(bot.world.deps, bot.organizationId, personId)).toBe('none')
  await bot.teams.pressAction(key, asked?.id ?? '', { title: 'Yes, let’s start' })
  expect(await agreementOf(bot.world.deps, bot.organizationId, personId)).toBe('given')
})

test('where a language model begins to answer, they are asked once more by a card that names its service', async () => {
  const person = await invited()
  const { deps } = bot.world
  const { organizationId } = person.about
  const name = (service: string | null) =>
    deps.db.for(organizationId)(trx => nameModelService(trx, deps, { organizationId, service }))
  await press(person, 'Yes, let’s start')
  await name('Azure OpenAI (demo.openai.azure.com)')
  await bot.teams.say(person.key, 'I want to listen more').delivered
  await bot.quiet()
  const asked = saidTo(bot, person.key).at(-1)
  const card = JSON.stringify(cardIn(asked))
  expect(card).toContain('It now names the language model that writes my answers: Azure OpenAI (demo.openai.azure.com)')
  expect(card).toContain('It runs at Azure OpenAI (demo.openai.azure.com) and gets our conversation')
  await name('models.example')
  const pressed = await bot.teams.pressAction(person.key, asked?.id ?? '', { title: 'Yes, let’s start' })
  expect(JSON.stringify(pressed)).toContain('models.example')
  expect(await agreementOf(deps, organizationId, person.about.personId)).toBe('none')
  await bot.teams.pressAction(person.key, asked?.id ?? '', { title: 'Yes, let’s start' })
  expect(await agreementOf(deps, organizationId, person.about.personId)).toBe('given')
  await name(null)
})

test('a no holds under every later text until the person takes it back', async () => {
  const personId = await bot.hire(newOid())
  const about = { organizationId: bot.organizationId, personId }
  await decidedBefore(about, 'declined')
  expect(await agreementOf(bot.world.deps, bot.organizationId, personId)).toBe('declined')
  await decideAgreement(bot.world.deps, { ...about, decision: 'given', surface: 'tab' })
  expect(await agreementOf(bot.world.deps, bot.organizationId, personId)).toBe('given')
})
