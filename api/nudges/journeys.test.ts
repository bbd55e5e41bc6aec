import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '../contract/journeys.ts'
import type { JourneyContent } from '../contract/journeys.ts'
import { sendTest } from '../contract/nudge-content.ts'
import { answerNudgeEndpoint, getNudges } from '../contract/nudges.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { startAuthoredWorld, type AuthoredWorld } from './test-authored.ts'

let world: AuthoredWorld
beforeAll(async () => {
  world = await startAuthoredWorld()
  await world.hire(3, { ids: 'lead', cohort: 'Leaders', locale: 'es-MX' })
  await world.hire(2, { ids: 'author' })
})
afterAll(() => world[Symbol.asyncDispose]())

const author = () => world.as('per_author_1', 'author')

const words = (action: string) => ({ action, whyNow: 'The week still has room.', evidence: '' })
const nudge = (week: number, day: number, action: string, stepId = `w${week}d${day}`) => ({
  kind: 'nudge' as const,
  stepId,
  week,
  day,
  minutes: 2,
  words: { en: words(action), es: words(`${action} (es)`) }
})
const journeyOf = (...steps: JourneyContent['steps']): JourneyContent => ({
  title: { en: 'Leading', es: 'Liderar' },
  languages: ['en', 'es'],
  steps
})

/** Created, published as version 1. */
async function published(content: JourneyContent, name = 'Leading'): Promise<string> {
  const { journeyId } = await author()(contract.createJourney, { body: { name, content } })
  const body = { basedOn: 1, reach: 'beginners', note: '' } as const
  await author()(contract.publishJourney, { params: { journeyId }, body })
  return journeyId
}

/** Days pass; what is due goes out each morning. */
async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    world.world.advance(DAY)
    await world.send()
  }
}

const actionsOf = async (personId: string) =>
  (await world.as(personId)(getNudges)).nudges
    .filter(({ sentAt }) => sentAt !== null)
    .toSorted((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? ''))
    .map(({ action }) => action)

test('an employee and an admin write no journeys, HR may', async () => {
  await expect(world.as('per_lead_1')(contract.listJourneys)).rejects.toMatchObject({ status: 403 })
  await expect(world.as('per_lead_1', 'admin')(contract.listJourneys)).rejects.toMatchObject({ status: 403 })
  const { example, choices } = await world.as('per_author_2', 'hr')(contract.listJourneys)
  expect(contract.flawsOf(example.content)).toEqual([])
  expect(Math.max(...example.content.steps.map(({ week }) => week))).toBe(8)
  expect(choices).toMatchObject({ language: 'en', cohorts: ['Leaders', 'Sales'] })
})

test('of two who edit at once the second is told who was faster and overwrites nothing', async () => {
  const content = journeyOf(nudge(1, 1, 'Ask one question'))
  const { journeyId } = await author()(contract.createJourney, { body: { name: 'Two editors', content } })
  const save = (person: string, action: string) =>
    world.as(person, 'author')(contract.saveJourney, {
      params: { journeyId },
      body: { basedOn: 1, name: 'Two editors', content: journeyOf(nudge(1, 1, action)) }
    })
  const saved = await Promise.allSettled([save('per_author_1', 'First'), save('per_author_2', 'Second')])
  expect(saved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = saved.flatMap(each => (each.status === 'rejected' ? [each.reason as unknown] : []))
  expect(refused[0]).toMatchObject({
    status: 409,
    problem: { code: 'newer_draft', message: expect.stringContaining('Demo') }
  })
  const now = await author()(contract.getJourney, { params: { journeyId } })
  expect(now.revision).toBe(2)
  const body = { basedOn: 1, reach: 'beginners', note: '' } as const
  const stale = author()(contract.publishJourney, { params: { journeyId }, body })
  await expect(stale).rejects.toMatchObject({ status: 409 })
})

test('what is incomplete, too long or takes too long is named by step and language and cannot be published', async () => {
  const long = { ...nudge(1, 3, Array.from({ length: 60 }, () => 'word').join(' ')), minutes: 5 }
  const spoken = { ...nudge(1, 1, 'Ask'), words: { en: words('Ask') } }
  const content = { ...journeyOf(spoken, long), title: { en: 'Only English' } }
  const { journeyId } = await author()(contract.createJourney, { body: { name: 'Incomplete', content } })
  const { flaws } = await author()(contract.getJourney, { params: { journeyId } })
  expect(flaws).toEqual([
    { flaw: 'no_title', stepId: null, language: 'es' },
    { flaw: 'no_action', stepId: 'w1d1', language: 'es' },
    { flaw: 'too_slow', stepId: 'w1d3', language: null },
    { flaw: 'too_long', stepId: 'w1d3', language: 'en' },
    { flaw: 'too_long', stepId: 'w1d3', language: 'es' }
  ])
  const body = { basedOn: 1, reach: 'beginners', note: '' } as const
  const refused = author()(contract.publishJourney, { params: { journeyId }, body })
  await expect(refused).rejects.toMatchObject({ status: 400, problem: { code: 'incomplete' } })
  const start = author()(contract.startJourney, {
    params: { journeyId, cohort: 'Leaders' },
    body: { starts: { kind: 'joining' } }
  })
  await expect(start).rejects.toMatchObject({ status: 409 })
})

test('a published version cannot be changed, not even by the product', async () => {
  const journeyId = await published(journeyOf(nudge(1, 1, 'Stays')))
  const change = world.deps.db.for(world.organizationId)(trx =>
    sql`update journey_versions set note = 'changed' where journey_id = ${journeyId}`.execute(trx)
  )
  await expect(change).rejects.toThrow(/permission denied/u)
})

test('a cohort takes the weeks in order, who is under way goes on with their version, and a correction reaches them', async () => {
  const steps = [nudge(1, 2, 'One'), nudge(2, 2, 'Two'), nudge(3, 2, 'Three')]
  const journeyId = await published(journeyOf(...steps))
  const params = { journeyId, cohort: 'Leaders' }
  await author()(contract.startJourney, { params, body: { starts: { kind: 'date', on: '2026-11-23' } } })
  await world.settle()
  await days(5)
  expect(await actionsOf('per_lead_1')).toContain('One (es)')
  const edit = async (reach: 'beginners' | 'everybody', basedOn: number, content: JourneyContent) => {
    await author()(contract.saveJourney, { params: { journeyId }, body: { basedOn, name: 'Leading', content } })
    await author()(contract.publishJourney, { params: { journeyId }, body: { basedOn: basedOn + 1, reach, note: 'n' } })
    await world.settle()
  }
  await edit('beginners', 1, journeyOf(...steps.with(1, nudge(2, 2, 'Two, but new'))))
  await days(6)
  expect(await actionsOf('per_lead_1')).toContain('Two (es)')
  await edit('everybody', 2, journeyOf(...steps.with(2, nudge(3, 2, 'Three, corrected'))))
  await days(8)
  const seen = await actionsOf('per_lead_1')
  expect(seen).toContain('Three, corrected (es)')
  expect(seen.filter(action => action.startsWith('Two'))).toEqual(['Two (es)'])
  const { nudges } = await world.as('per_lead_1')(getNudges)
  const one = nudges.find(({ action }) => action === 'One (es)')
  expect(one).toMatchObject({
    whyYou: 'Es la semana 1 de «Liderar», que tu programa recorre en conjunto.',
    dataUsed: ['tu programa (Leaders)']
  })
  const { versions } = await author()(contract.getJourney, { params: { journeyId } })
  expect(versions.map(({ version, reach }) => [version, reach])).toEqual([
    [3, 'everybody'],
    [2, 'beginners'],
    [1, 'beginners']
  ])
  expect(await world.audit()).toEqual(expect.arrayContaining(['journey.published', 'journey.started']))
  await author()(contract.stopJourney, { params })
})

test('ending a journey for a cohort cancels what was planned; whoever leaves the cohort gets no more of it', async () => {
  await world.hire(2, { ids: 'mover', cohort: 'Sales' })
  const journeyId = await published(journeyOf(nudge(1, 1, 'Sell'), nudge(2, 1, 'Sell more')), 'Selling')
  const params = { journeyId, cohort: 'Sales' }
  const on = world.deps.now().toISOString().slice(0, 10)
  await author()(contract.startJourney, { params, body: { starts: { kind: 'date', on } } })
  await world.settle()
  expect(await world.nudges(`journey/${journeyId}/%`)).toHaveLength(2)
  await world.deps.db.owner(trx =>
    sql`delete from cohort_members where person_id = 'per_mover_1' and cohort = 'Sales'`.execute(trx)
  )
  await days(4)
  const states = await world.nudges(`journey/${journeyId}/w1d1`)
  expect(states).toEqual([
    { person: 'per_mover_1', state: 'cancelled', version: 1 },
    { person: 'per_mover_2', state: 'sent', version: 1 }
  ])
  await author()(contract.startJourney, { params, body: { starts: { kind: 'date', on } } })
  await world.settle()
  await author()(contract.stopJourney, { params })
  const open = await world.nudges(`journey/${journeyId}/%`)
  expect(open.filter(({ state }) => state === 'planned' || state === 'queued')).toEqual([])
})

test('an author sends the card to themselves: at once, marked, outside the budget, and pressing it changes nothing', async () => {
  const send = (person: string) =>
    world.as(person, 'author')(sendTest, { body: { language: 'es', words: words('Prueba esto') } })
  const { nudgeId } = await send('per_author_1')
  await world.settle()
  const mine = world.as('per_author_1')
  const sent = (await mine(getNudges)).nudges.find(each => each.nudgeId === nudgeId)
  expect(sent).toMatchObject({ kind: 'test', state: 'sent', action: 'Test: Prueba esto' })
  expect(sent?.whyYou).toContain('counts for nothing')
  await mine(answerNudgeEndpoint, { params: { nudgeId }, body: { answer: 'stop' } })
  expect((await mine(getNudges)).budget).toMatchObject({ perWeek: 2, stopped: false })
  await world.hire(1, { ids: 'unreached', coached: false })
  await expect(send('per_unreached_1')).rejects.toMatchObject({ status: 409, problem: { code: 'no_chat' } })
})

test('the preview shows week by week what somebody reads, when, and what has no words in their language', async () => {
  const spoken = { ...nudge(2, 1, 'Second'), words: { en: words('Second') } }
  const course = {
    kind: 'course' as const,
    stepId: 'c',
    week: 1,
    day: 1,
    courseId: '7',
    courseName: 'Listening'
  }
  const content = journeyOf(nudge(1, 6, 'First'), spoken, { ...course, begin: 3, finish: null, done: true })
  const shown = await author()(contract.previewJourney, {
    body: { content, language: 'es', startsOn: '2027-01-11' }
  })
  expect(shown.timezone).toBe('Europe/Madrid')
  expect(shown.steps.map(({ stepId, on, when, words: said }) => [stepId, on, when, said?.action ?? null])).toEqual([
    ['c', '2027-01-14', 'not_begun', 'Abre «Listening» y mira la primera lección durante dos minutos.'],
    ['c', '2027-01-11', 'done', expect.stringContaining('Listening')],
    ['w1d6', '2027-01-16', 'always', 'First (es)'],
    ['w2d1', '2027-01-18', 'always', null]
  ])
  // Day six is a Saturday: it comes on Monday, and the next one no sooner than twenty hours later.
  expect(shown.steps.slice(2).map(({ comesAt }) => comesAt)).toEqual([
    '2027-01-18T08:30:00.000Z',
    '2027-01-19T08:30:00.000Z'
  ])
})

test('a course of a journey reminds whoever has not begun it, and says nothing to whoever has', async () => {
  await world.hire(2, { ids: 'learner', cohort: 'Leaders' })
  const course = {
    kind: 'course' as const,
    stepId: 'c',
    week: 1,
    day: 1,
    courseId: '7',
    courseName: 'Listening'
  }
  const journeyId = await published(journeyOf({ ...course, begin: 1, finish: null, done: false }), 'With a course')
  for (const [person, progress] of [
    ['per_learner_1', 0],
    ['per_learner_2', 0.5]
  ] as const)
    await world.deps.db.owner(trx =>
      sql`insert into enrollments (organization_id, person_id, kind, course_id, course_name, because, state, progress, updated_at)
        values (${world.organizationId}, ${person}, 'course', '7', 'Listening', '', 'enrolled', ${progress}, now())`.execute(
        trx
      )
    )
  const on = world.deps.now().toISOString().slice(0, 10)
  await author()(contract.startJourney, {
    params: { journeyId, cohort: 'Leaders' },
    body: { starts: { kind: 'date', on } }
  })
  await world.settle()
  await days(5)
  world.world.advance(HOUR)
  expect(await world.nudges(`journey/${journeyId}/%`)).toEqual([{ person: 'per_learner_1', state: 'sent', version: 1 }])
  expect(await actionsOf('per_learner_1')).toContain('Open “Listening” and look at the first lesson for two minutes.')
})
