/** The walk: nine steps through every part of the product, over HTTP, with authentication on everywhere. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../api/contract/client.ts'
import { getPlans, getThread } from '../api/contract/coach.ts'
import { getMe } from '../api/contract/directory.ts'
import { getCourses } from '../api/contract/enrollment.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { getNudges } from '../api/contract/nudges.ts'
import { getLatestReport } from '../api/contract/reports.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { eventually, openWalk } from './harness.ts'
import { signInAtSite } from './learner.ts'

const NEW_HIRE = 'northwind/lucia-navarro'
const HR = 'northwind/grace-ellison'
const SITE = 'northwind-academy'

let box: Sandbox

beforeAll(async () => {
  box = await openWalk()
})
afterAll(() => box[Symbol.asyncDispose]())

const chat = async (personKey: string) => (await box.call(control.getChat, { params: { personKey } })).messages
const say = (text: string) => box.call(control.say, { params: { personKey: NEW_HIRE }, body: { text } })
const workingHour = () => box.call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey: NEW_HIRE } })
const press = (messageId: string, title: string, personKey = NEW_HIRE) =>
  box.call(control.press, { params: { personKey }, body: { messageId, title } })

const cardWith = (text: string) => async () =>
  (await chat(NEW_HIRE)).find(message => JSON.stringify(message.cards).includes(text))

async function asPerson(personKey: string) {
  const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
  const open = createClient({ baseUrl: box.url, fetch })
  const { accessToken } = await open(exchangeTeamsToken, { body: { token } })
  return { accessToken, call: createClient({ baseUrl: box.url, fetch, token: async () => accessToken }) }
}

/** Day by day, until it comes. */
async function inTheDaysAhead<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  for (let day = 0; day < 5; day++) {
    await workingHour()
    await quiet(box)
    const found = await eventually(look, what, 5000).catch(() => undefined)
    if (found !== undefined) return found
  }
  throw new Error(`waited days in vain for ${what}`)
}

test('1 and 2: a new hire in the directory becomes a person, and a learner with courses before any sign-in', async () => {
  await box.call(control.hire, { params: { personKey: NEW_HIRE } })
  const { email } = peopleOf(box.world).get(NEW_HIRE) ?? { email: '' }
  const learner = await eventually(
    async () => box.world.thinkific.users(SITE).find(user => user.email === email),
    'the learner'
  )
  await quiet(box)
  const courses = box.world.thinkific.enrollments(SITE).filter(each => each.user_id === learner.id)
  expect(courses.map(({ course_id }) => course_id).toSorted()).toEqual([1001, 1002])
  expect(courses.every(({ activated_at }) => activated_at !== null)).toBe(true)
  expect(learner.externalIds['OPENID_CONNECT']).toMatch(/^org_\w+\.per_\w+$/u)
  const { call } = await asPerson(NEW_HIRE)
  expect(await call(getMe)).toMatchObject({
    firstName: 'Lucía',
    manager: 'Jonas Brandt',
    cohorts: ['New managers 2026']
  })
})

test('3: the bot is installed in silence; on launch day, in working hours, one card asks', async () => {
  await box.call(control.installBot, { params: { personKey: NEW_HIRE } })
  await quiet(box)
  expect(await chat(NEW_HIRE)).toEqual([])
  await workingHour()
  const card = await eventually(cardWith('Un coach junto a tu trabajo'), 'the agreement card')
  const text = JSON.stringify(card.cards)
  expect(text).toContain('Grace Ellison')
  expect(text).toContain('programa de IA')
  expect(text).toContain('No es para mí')
})

test('3: nothing is answered before the agreement, except a crisis, by words of people', async () => {
  await say('Quiero delegar más')
  await eventually(cardWith('No he guardado lo que acabas de escribir'), 'the agreement, asked again')
  await say('a veces pienso en quitarme la vida')
  const card = await eventually(cardWith('Línea de la Vida'), 'the crisis card')
  expect(card.aiGenerated).toBe(false)
  const { call } = await asPerson(NEW_HIRE)
  expect((await call(getThread)).turns.filter(({ from }) => from === 'person')).toEqual([])
})

test('4: after a yes, a nudge arrives in the person’s working hours and its answer updates the card', async () => {
  const ask = await eventually(cardWith('Un coach junto a tu trabajo'), 'the agreement card')
  expect(await press(ask.id, 'Sí, empecemos')).toMatchObject({ outcome: 'card' })
  await quiet(box)
  const card = await inTheDaysAhead(cardWith('¿Por qué esto?'), 'the nudge')
  const { call } = await asPerson(NEW_HIRE)
  // The card is there a moment before its outcome is stored.
  const sent = await eventually(
    async () => (await call(getNudges)).nudges.find(({ kind, state }) => kind !== 'welcome' && state === 'sent'),
    'the nudge as sent'
  )
  expect(sent.whyYou).toMatch(/\w/u)
  expect(JSON.stringify(card.cards)).toContain(sent.whyYou)
  await press(card.id, 'Hecho')
  await eventually(cardWith('Lo hiciste. Anotado.'), 'the updated card')
  const { nudges } = await call(getNudges)
  expect(nudges.filter(({ kind, state }) => kind !== 'welcome' && state === 'answered')).toHaveLength(1)
})

test('5: in chat the coach helps to form an if-then plan, labeled as AI, and asks at the chosen moment how it went', async () => {
  const answers = [
    'Quiero delegar más',
    'hago todo yo',
    'pedir una cosa a Luis',
    'empieza la reunión diaria',
    'sí',
    'mañana'
  ]
  for (const text of answers) {
    const before = (await chat(NEW_HIRE)).filter(({ aiGenerated }) => aiGenerated).length
    await say(text)
    await eventually(
      async () => ((await chat(NEW_HIRE)).filter(({ aiGenerated }) => aiGenerated).length > before ? true : undefined),
      'the coach’s turn'
    )
  }
  const { call } = await asPerson(NEW_HIRE)
  const [plan] = (await call(getPlans)).plans
  expect(plan).toMatchObject({ cue: 'empieza la reunión diaria', action: 'pedir una cosa a Luis', state: 'open' })
  await quiet(box)
  const followUp = await inTheDaysAhead(cardWith('¿Se cumplió?'), 'the follow-up')
  await press(followUp.id, 'Sí')
  await eventually(async () => ((await call(getPlans)).plans[0]?.state === 'kept' ? true : undefined), 'the kept plan')
})

test('6: the tab’s Teams token is exchanged for a CI token that shows the thread, the plan and the courses', async () => {
  const { call } = await asPerson(NEW_HIRE)
  const { turns } = await call(getThread)
  expect(turns.some(({ text, from }) => from === 'person' && text === 'Quiero delegar más')).toBe(true)
  const { courses } = await call(getCourses)
  expect(courses.map(({ name, state }) => [name, state])).toEqual([
    ['Listening that works', 'enrolled'],
    ['The first 90 days', 'enrolled']
  ])
})

test('7: the person signs in to the learning site through CI and PingFederate, whose claims are odd; the courses are there', async () => {
  const page = await signInAtSite(box, NEW_HIRE)
  expect(page).toContain('The first 90 days')
  expect(page).toContain('Listening that works')
  const learners = box.world.thinkific
    .users(SITE)
    .filter(user => user.email === peopleOf(box.world).get(NEW_HIRE)?.email)
  expect(learners).toHaveLength(1)
})

test('8: HR’s channel gets a report card with aggregates only, in words and a table, and nothing exact of few people', async () => {
  const { channelId } = await box.call(control.installToChannel, {
    params: { companyKey: 'northwind' },
    body: { personKey: HR }
  })
  const inChannel = async () => (await box.call(control.getChannel, { params: { channelId } })).messages
  const ask = await eventually(
    async () => (await inChannel()).find(({ cards }) => JSON.stringify(cards).includes('hrChannel')),
    'the question in the channel'
  )
  await box.call(control.press, {
    params: { personKey: HR },
    body: { messageId: ask.id, verb: 'hrChannel', title: 'Sí, envíalos aquí', channelId }
  })
  await quiet(box)
  await box.call(control.moveClock, { body: { kind: 'advance', ms: 7 * 86_400_000 } })
  const card = await eventually(
    async () =>
      (await inChannel()).find(({ cards }) => /Open the report|Abrir el informe/u.test(JSON.stringify(cards))),
    'the report card'
  )
  const text = JSON.stringify(card.cards)
  expect(text).toContain('"Table"')
  for (const { firstName, lastName } of peopleOf(box.world).values())
    expect(text).not.toContain(`${firstName} ${lastName}`)
  const { report } = await (await asPerson(HR)).call(getLatestReport)
  const groups = report?.breakdowns.flatMap(each => each.groups) ?? []
  expect(groups.every(({ people }) => people === null || people >= 8)).toBe(true)
  expect(report?.blanked.count).toBeGreaterThan(0)
  expect(report?.findings.length).toBeGreaterThanOrEqual(3)
})

test('9: a leaver’s tokens are dead within five seconds, nothing more comes, courses have ended, and receipts say so', async () => {
  const { call } = await asPerson(NEW_HIRE)
  const sent = performance.now()
  await box.call(control.leave, { params: { personKey: NEW_HIRE }, body: { how: 'deactivate' } })
  await eventually(
    async () =>
      call(getMe).then(
        () => undefined,
        () => true
      ),
    'the dead token',
    5000
  )
  expect(performance.now() - sent).toBeLessThan(5000)
  await quiet(box)
  await expect(asPerson(NEW_HIRE)).rejects.toThrow()
  const enrollments = box.world.thinkific
    .enrollments(SITE)
    .filter(each => each.user_id === box.world.thinkific.users(SITE).find(user => user.first_name === 'Lucía')?.id)
  expect(enrollments.every(({ expiry_date }) => expiry_date !== null && new Date(expiry_date) <= box.clock.now())).toBe(
    true
  )
  const { receipts } = await box.call(control.getSandboxReceipts, { params: { personKey: NEW_HIRE } })
  expect(receipts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['course.ended', 'nudges.cancelled']))
  const before = (await chat(NEW_HIRE)).length
  await box.call(control.moveClock, { body: { kind: 'advance', ms: 14 * 86_400_000 } })
  await quiet(box)
  expect((await chat(NEW_HIRE)).length).toBe(before)
})
