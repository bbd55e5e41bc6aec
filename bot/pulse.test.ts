/** The monthly pulse: asked within the person's own budget and hours, answered in the chat and in the tab, heard by HR as counts. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeNudgePreferences } from '../api/contract/nudges.ts'
import { changeMyPulse, getMyPulse } from '../api/contract/pulse.ts'
import { nudgesOf, sendDue } from '../api/nudges/nudges.ts'
import { DAY } from '../api/platform/time.ts'
import { complaintsAbout } from './cards/complaints.ts'
import { cardIn, coachedIn, saidTo } from './test-people.ts'
import { startBotWorld, type BotWorld } from './test-world.ts'

let bot: BotWorld
beforeAll(async () => {
  bot = await startBotWorld()
})
afterAll(() => bot[Symbol.asyncDispose]())

type Person = Awaited<ReturnType<typeof coachedIn>>

/** The first message reached them so many days ago, and was answered. */
async function known(days: number, locale = 'en-US'): Promise<Person> {
  const person = await coachedIn(bot, { locale })
  const at = new Date(bot.world.deps.now().getTime() - days * DAY)
  await bot.world.deps.db.owner(trx =>
    sql`insert into nudges (organization_id, id, person_id, kind, once_key, state, answer, due_at, sent_at, answered_at, updated_at)
      values (${person.about.organizationId}, ${bot.world.deps.newId('nudge')}, ${person.personId}, 'tip', 'first', 'answered', 'done',
        ${at}, ${at}, ${at}, ${at})`.execute(trx)
  )
  await replan(person)
  return person
}

async function replan({ about }: Person): Promise<void> {
  const { deps } = bot.world
  await deps.db.for(about.organizationId)(trx => deps.publish(trx, { type: 'preferences.changed', ...about }))
  await bot.quiet()
}

const pulseOf = async ({ about }: Person) =>
  (await nudgesOf(bot.world.deps, about)).nudges.find(({ kind }) => kind === 'pulse')

/** Until its own moment has come; what else was due before goes out too. */
async function untilAsked(person: Person): Promise<void> {
  const planned = await pulseOf(person)
  bot.world.setNow(new Date(planned?.dueAt ?? ''))
  await sendDue(bot.world.deps, bot.organizationId)
  await bot.quiet()
}

/** Each answer with the moment of its first giving, which no change moves. */
const kept = async ({ personId }: Person) =>
  bot.world.deps.db.owner(
    async trx =>
      (
        await sql`select helped, changed, helped_at is not null and changed_at is not null as both from pulse_answers
          where person_id = ${personId}`.execute(trx)
      ).rows
  )

const lastTo = (person: Person) => saidTo(bot, person.key).at(-1)
const tab = ({ personId }: Person) => bot.as(personId, [])

test('it takes its place in the week like anything unasked, and never before four weeks with the coach', async () => {
  const early = await known(20)
  expect(await pulseOf(early)).toBeUndefined()
  const person = await known(30)
  expect(await pulseOf(person)).toMatchObject({ state: 'planned', action: expect.stringContaining('two taps') })
  await tab(person)(changeNudgePreferences, { body: { perWeek: 0 } })
  await bot.quiet()
  expect(await pulseOf(person)).toBeUndefined()
})

test('two taps answer it, the card shows what was said, and it counts as answered', async () => {
  const person = await known(30, 'es-MX')
  await untilAsked(person)
  const message = lastTo(person)
  expect(complaintsAbout(Object(cardIn(message)))).toEqual([])
  expect(JSON.stringify(cardIn(message))).toContain('¿Te ha servido el coaching')
  await bot.teams.pressAction(person.key, message?.id ?? '', { title: 'Un poco' })
  expect(JSON.stringify(cardIn(lastTo(person)))).toContain('semanas? Un poco')
  await bot.teams.pressAction(person.key, message?.id ?? '', { title: 'Sí' })
  await bot.quiet()
  expect(JSON.stringify(cardIn(lastTo(person)))).toContain('Gracias.')
  expect((await tab(person)(getMyPulse)).pulse).toMatchObject({ helped: 'partly', changed: 'yes', asked: true })
  expect(await pulseOf(person)).toMatchObject({ state: 'answered', answer: 'done' })
  expect(await kept(person)).toEqual([{ helped: 'partly', changed: 'yes', both: true }])
})

test('what was answered in the tab is not asked in the chat, and an answer can be taken back', async () => {
  const person = await known(30)
  await tab(person)(changeMyPulse, { body: { helped: 'no' } })
  await bot.quiet()
  expect(await pulseOf(person)).toMatchObject({ state: 'cancelled' })
  const { pulse } = await tab(person)(changeMyPulse, { body: { helped: null } })
  expect(pulse).toMatchObject({ helped: null, changed: null })
  expect(await kept(person)).toEqual([{ helped: null, changed: null, both: false }])
})

test('skipped, it comes a month later at the earliest; asked never again, it does not come', async () => {
  const [skips, ends] = [await known(30), await known(30)]
  await untilAsked(skips)
  await untilAsked(ends)
  await bot.teams.pressAction(skips.key, lastTo(skips)?.id ?? '', { title: 'Skip this time' })
  await bot.teams.pressAction(ends.key, lastTo(ends)?.id ?? '', { title: 'Do not ask again' })
  await bot.quiet()
  expect(JSON.stringify(cardIn(lastTo(ends)))).toContain('I will not ask this again')
  expect(await pulseOf(skips)).toMatchObject({ state: 'answered', answer: 'dropped' })
  bot.world.advance(20 * DAY)
  for (const each of [skips, ends]) await replan(each)
  expect(await pulseOf(skips)).toMatchObject({ state: 'answered' })
  bot.world.advance(15 * DAY)
  for (const each of [skips, ends]) await replan(each)
  const months = async (person: Person) =>
    (await nudgesOf(bot.world.deps, person.about)).nudges
      .filter(({ kind }) => kind === 'pulse')
      .map(({ state }) => state)
  expect((await months(skips)).toSorted()).toEqual(['answered', 'planned'])
  expect(await months(ends)).toEqual(['answered'])
  expect((await tab(ends)(getMyPulse)).pulse).toMatchObject({ asked: false })
})

test('a card of a month long over decides nothing', async () => {
  const person = await known(30)
  await untilAsked(person)
  bot.world.advance(40 * DAY)
  await bot.teams.pressAction(person.key, lastTo(person)?.id ?? '', { title: 'A little' })
  expect(await kept(person)).toEqual([])
})
