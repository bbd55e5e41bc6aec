import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as contract from '../contract/campaigns.ts'
import { campaignContentSchema } from '../contract/campaigns.ts'
import { answerNudgeEndpoint, getNudges } from '../contract/nudges.ts'
import type { PeopleCell } from '../contract/parts.ts'
import { raiseSmallestGroup } from '../gate/gate.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { settleNudges } from './nudges.ts'
import { startAuthoredWorld, type AuthoredWorld } from './test-authored.ts'

let world: AuthoredWorld
beforeAll(async () => {
  world = await startAuthoredWorld()
  await world.hire(1, { ids: 'hr', department: 'People' })
  await world.hire(1, { ids: 'hr2', department: 'People' })
})
afterAll(() => world[Symbol.asyncDispose]())
// Each test begins on a Monday morning of its own.
let monday = new Date('2026-11-23T09:00:00Z').getTime()
beforeEach(() => {
  world.world.setNow(new Date(monday))
  monday += 28 * DAY
})

const hr = () => world.as('per_hr_1', 'hr')

const words = (action: string) => ({ action, whyNow: 'The survey closes on Friday.', evidence: '' })
const today = () => world.deps.now().toISOString().slice(0, 10)
const dayAfter = (days: number) => new Date(world.deps.now().getTime() + days * DAY).toISOString().slice(0, 10)

type Content = ReturnType<typeof campaignContentSchema.parse>
const contentFor = (department: string, more: Partial<Content> = {}): Content =>
  campaignContentSchema.parse({
    name: `To ${department}`,
    audience: [{ by: 'department', anyOf: [department] }],
    words: { en: words('Answer two questions.'), es: words('Responde dos preguntas.') },
    from: today(),
    until: dayAfter(13),
    rank: 'first',
    ...more
  })

const create = async (content: Content): Promise<string> =>
  (await hr()(contract.createCampaign, { body: content })).campaignId
const take = (campaignId: string, turn: (typeof contract.TURNS)[number], basedOn = 1) =>
  hr()(contract.turnCampaign, { params: { campaignId }, body: { turn, basedOn } })
const look = (campaignId: string) => hr()(contract.getCampaign, { params: { campaignId } })

async function started(content: Content): Promise<string> {
  const campaignId = await create(content)
  await take(campaignId, 'start')
  await world.settle()
  return campaignId
}

function expectNear(cell: PeopleCell | undefined, people: number): void {
  if (cell?.kind === 'fewer') return expect(people).toBeLessThan(cell.than)
  expect(cell).toEqual({ kind: 'about', people: expect.any(Number), within: 7 })
  if (cell?.kind === 'about') expect(Math.abs(cell.people - people)).toBeLessThanOrEqual(7)
}

const statesOf = async (campaignId: string) => (await world.nudges(`campaign/${campaignId}`)).map(({ state }) => state)

test('only HR runs campaigns', async () => {
  for (const roles of [[], ['author'], ['admin']] as const)
    await expect(world.as('per_hr_1', ...roles)(contract.listCampaigns)).rejects.toMatchObject({ status: 403 })
  const { choices } = await hr()(contract.listCampaigns)
  expect(choices).toMatchObject({ language: 'en', departments: ['People'], today: today() })
})

test('a dry run tells how many, in which language and from when through the gate, and plans nothing', async () => {
  await world.hire(20, { ids: 'dry', department: 'Dry', locale: 'en-US' })
  await world.hire(9, { ids: 'seco', department: 'Dry', locale: 'es-MX', coached: false })
  await world.hire(3, { ids: 'trocken', department: 'Dry', locale: 'de-DE', coached: false })
  const dry = await hr()(contract.dryRunCampaign, { body: contentFor('Dry') })
  expect(dry).toEqual({
    audience: { kind: 'about', people: 32, within: 7 },
    languages: [
      { language: 'de', people: expect.anything(), missing: true },
      { language: 'en', people: expect.anything(), missing: false },
      { language: 'es', people: expect.anything(), missing: false }
    ],
    first: today(),
    flaws: []
  })
  for (const [index, people] of [3, 20, 9].entries()) expectNear(dry.languages[index]?.people, people)
  const few = await hr()(contract.dryRunCampaign, { body: contentFor('People') })
  expectNear(few.audience, 2)
  expect(few.languages.map(({ people }) => people)).toEqual([few.audience])
  expect(await world.nudges('campaign/%')).toEqual([])
})

test('a campaign does not start while a language of its audience has no words, and says which', async () => {
  const campaignId = await create(contentFor('Dry'))
  await expect(take(campaignId, 'start')).rejects.toMatchObject({
    status: 409,
    problem: { code: 'language_missing', message: expect.stringContaining('no words yet: de.') }
  })
  const english = contentFor('Dry', { words: { en: words('Answer.') } })
  await hr()(contract.saveCampaign, { params: { campaignId }, body: { basedOn: 1, content: english } })
  await expect(take(campaignId, 'start', 2)).rejects.toMatchObject({
    problem: { message: expect.stringContaining('no words yet: de, es.') }
  })
  const without = { by: 'language' as const, anyOf: ['de', 'es'], except: true }
  const narrowed = { ...english, audience: [...english.audience, without] }
  await hr()(contract.saveCampaign, { params: { campaignId }, body: { basedOn: 2, content: narrowed } })
  await expect(take(campaignId, 'start', 2)).rejects.toMatchObject({ status: 409, problem: { code: 'newer_draft' } })
  expect(await take(campaignId, 'start', 3)).toEqual({ state: 'running' })
  await world.settle()
  expect(await statesOf(campaignId)).toHaveLength(20)
  await take(campaignId, 'cancel')
})

test.each([
  ['no words', { words: {} }],
  ['too many words', { words: { en: words(Array.from({ length: 60 }, () => 'word').join(' ')) } }],
  ['an end before its beginning', { until: '2026-11-20' }],
  ['more than two minutes', { minutes: 3 }]
])('a campaign with %s is refused before anybody is planned', async (_what, more) => {
  const campaignId = await create(contentFor('People', more))
  await expect(take(campaignId, 'start')).rejects.toMatchObject({ status: 400, problem: { code: 'incomplete' } })
})

test('it waits its turn: it comes within the person’s budget, before a tip, and is told with the ground it rests on', async () => {
  await world.hire(10, { ids: 'turn', department: 'Turn' })
  const first = await started(contentFor('Turn'))
  const second = await started(contentFor('Turn', { name: 'Second' }))
  world.world.advance(HOUR)
  await world.send()
  expect(await statesOf(first)).toEqual(Array.from({ length: 10 }, () => 'sent'))
  expectNear((await look(second)).progress?.parts.planned, 10)
  world.world.advance(2 * DAY)
  await world.send()
  await world.send()
  expect(await statesOf(second)).toEqual(Array.from({ length: 10 }, () => 'sent'))
  const { nudges } = await world.as('per_turn_1')(getNudges)
  expect(nudges.find(({ kind }) => kind === 'campaign')).toMatchObject({
    action: 'Answer two questions.',
    whyYou: 'Your company’s HR team sends this to people by your department (Turn).',
    dataUsed: ['your department (Turn)']
  })
})

test('a pause holds what is on its way, resuming lets it go, and a cancel in flight ends it; what was sent stays sent', async () => {
  await world.hire(12, { ids: 'fly', department: 'Fly' })
  const campaignId = await started(contentFor('Fly', { from: dayAfter(1), until: dayAfter(15) }))
  expect(new Set(await statesOf(campaignId))).toEqual(new Set(['planned']))
  // One is with the channel already.
  const inFlight = await world.deps.db.for(world.organizationId)(trx =>
    sql<{ id: string }>`update nudges set state = 'queued' where content_id = ${`campaign/${campaignId}`}
      and person_id = 'per_fly_1' returning id`.execute(trx)
  )
  expect(await take(campaignId, 'pause')).toEqual({ state: 'paused' })
  expect(new Set(await statesOf(campaignId))).toEqual(new Set(['held']))
  await world.deps.db.for(world.organizationId)(trx =>
    settleNudges(trx, world.deps, world.organizationId, [{ nudgeId: inFlight.rows[0]?.id ?? '', outcome: 'sent' }])
  )
  world.world.advance(2 * DAY)
  await world.send()
  expect((await statesOf(campaignId)).toSorted()).toEqual([...Array.from({ length: 11 }, () => 'held'), 'sent'])
  await take(campaignId, 'resume')
  await expect(take(campaignId, 'resume')).rejects.toMatchObject({ status: 409 })
  expect((await statesOf(campaignId)).toSorted()).toEqual([...Array.from({ length: 11 }, () => 'planned'), 'sent'])
  await take(campaignId, 'cancel')
  await world.send()
  expect((await statesOf(campaignId)).toSorted()).toEqual([...Array.from({ length: 11 }, () => 'cancelled'), 'sent'])
  const { turns, state } = await look(campaignId)
  expect([state, turns.map(({ turn, by }) => [turn, by])]).toEqual([
    'cancelled',
    ['start', 'pause', 'resume', 'cancel'].map(turn => [turn, 'Demo 1'])
  ])
  expect(await world.audit()).toEqual(
    expect.arrayContaining(['campaign.started', 'campaign.paused', 'campaign.resumed', 'campaign.cancelled'])
  )
})

test('the switch stops every campaign at once and starts none; let go on, they go on and paused ones stay paused', async () => {
  await world.hire(8, { ids: 'stop', department: 'Stop' })
  const later = { from: dayAfter(1), until: dayAfter(15) }
  const [running, paused] = [await started(contentFor('Stop', later)), await started(contentFor('Stop', later))]
  await take(paused, 'pause')
  const stop = () => hr()(contract.stopCampaigns, { body: { stopped: true, reason: 'Hard news this week' } })
  await Promise.all([stop(), stop()])
  expect(new Set(await statesOf(running))).toEqual(new Set(['held']))
  const { stopped } = await hr()(contract.listCampaigns)
  expect(stopped).toMatchObject({ by: 'Demo 1', reason: 'Hard news this week' })
  const draft = await create(contentFor('Stop'))
  await expect(take(draft, 'start')).rejects.toMatchObject({ status: 409, problem: { code: 'stopped' } })
  world.world.advance(DAY)
  await world.send()
  expect(new Set(await statesOf(running))).toEqual(new Set(['held']))
  await hr()(contract.stopCampaigns, { body: { stopped: false } })
  await world.settle()
  await world.send()
  expect(new Set(await statesOf(running))).toEqual(new Set(['sent']))
  expect((await statesOf(paused)).filter(state => state !== 'held')).toEqual([])
  const audit = await world.audit()
  expect(audit.filter(action => action === 'campaigns.stopped')).toHaveLength(1)
  expect(audit).toContain('campaigns.released')
})

test('figures stay for the day and until eight people moved, so that nobody’s answer can be told from two looks', async () => {
  await world.hire(20, { ids: 'steps', department: 'Steps' })
  await world.hire(30, { ids: 'still', department: 'Steps', coached: false })
  const campaignId = await started(contentFor('Steps'))
  world.world.advance(HOUR)
  await world.send()
  const answered = async (from: number, to: number) => {
    for (let n = from; n <= to; n++) {
      const { nudges } = await world.as(`per_steps_${n}`)(getNudges)
      const nudgeId = nudges.find(({ kind }) => kind === 'campaign')?.nudgeId ?? ''
      await world.as(`per_steps_${n}`)(answerNudgeEndpoint, { params: { nudgeId }, body: { answer: 'done' } })
    }
    const sameDay = (await look(campaignId)).progress
    world.world.advance(DAY)
    return { sameDay, nextDay: (await look(campaignId)).progress }
  }
  const before = (await look(campaignId)).progress
  expectNear(before?.parts.sent, 20)
  expect(await answered(1, 7)).toEqual({ sameDay: before, nextDay: before })
  const moved = await answered(8, 17)
  expect(moved.sameDay).toEqual(before)
  expect(moved.nextDay?.answers.done).not.toEqual(before?.answers.done)
  expectNear(moved.nextDay?.answers.done, 17)
  expect((await answered(18, 20)).nextDay).toEqual(moved.nextDay)
})

test('an audience that changes is followed: who leaves it gets nothing, who joins it does', async () => {
  await world.hire(2, { ids: 'move', department: 'Move' })
  await world.hire(1, { ids: 'joiner', department: 'Elsewhere' })
  const campaignId = await started(contentFor('Move', { from: dayAfter(1), until: dayAfter(15) }))
  const move = (person: string, department: string) =>
    world.deps.db.owner(trx => sql`update people set department = ${department} where id = ${person}`.execute(trx))
  await move('per_move_1', 'Elsewhere')
  await move('per_joiner_1', 'Move')
  await take(campaignId, 'pause')
  await take(campaignId, 'resume')
  await world.settle()
  world.world.advance(2 * DAY)
  await world.send()
  expect(await world.nudges(`campaign/${campaignId}`)).toEqual([
    { person: 'per_joiner_1', state: 'sent', version: 1 },
    { person: 'per_move_1', state: 'cancelled', version: 1 },
    { person: 'per_move_2', state: 'sent', version: 1 }
  ])
})

test('a started campaign cannot be changed, of two who edit a draft the second is told, and another company sees nothing', async () => {
  const campaignId = await create(contentFor('Move'))
  const save = (person: string) =>
    world.as(person, 'hr')(contract.saveCampaign, {
      params: { campaignId },
      body: { basedOn: 1, content: contentFor('Move') }
    })
  const saved = await Promise.allSettled([save('per_hr_1'), save('per_hr2_1')])
  expect(saved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await take(campaignId, 'start', 2)
  const late = hr()(contract.saveCampaign, { params: { campaignId }, body: { basedOn: 2, content: contentFor('Fly') } })
  await expect(late).rejects.toMatchObject({ status: 409 })
  const rows = await world.deps.db.for('org_other')(trx => sql`select id from campaigns`.execute(trx))
  expect(rows.rows).toEqual([])
})

test('an operator of CI runs one for a company: people are told who sends it, HR sees it and can stop it', async () => {
  await world.hire(2, { ids: 'ci', department: 'Ci' })
  const params = { organizationId: world.organizationId }
  const body = contentFor('Ci')
  await expect(hr()(contract.createCampaignFor, { params, body })).rejects.toMatchObject({ status: 403 })
  const { campaignId } = await world.operator(contract.createCampaignFor, { params, body })
  const turned = { params: { ...params, campaignId }, body: { turn: 'start', basedOn: 1 } } as const
  expect(await world.operator(contract.turnCampaignFor, turned)).toEqual({ state: 'running' })
  await world.settle()
  const { nudges } = await world.as('per_ci_1')(getNudges)
  expect(nudges.find(({ kind }) => kind === 'campaign')?.whyYou).toBe(
    'ConsciousInsights, as agreed with your company, sends this to people by your department (Ci).'
  )
  expect((await look(campaignId)).turns).toMatchObject([{ turn: 'start', by: 'ConsciousInsights' }])
  await world.operator(contract.stopCampaignsFor, { params, body: { stopped: true, reason: 'A slip' } })
  expect(new Set(await statesOf(campaignId))).toEqual(new Set(['held']))
  await world.operator(contract.stopCampaignsFor, { params, body: { stopped: false } })
  await take(campaignId, 'cancel')
})

test('a company of 5,000 is planned and figured in pages, with few statements for all of them', async () => {
  await world.hire(5000, { ids: 'many', department: 'Many', coached: false })
  await world.hire(40, { ids: 'some', department: 'Many' })
  const content = contentFor('Many', { from: dayAfter(1), until: dayAfter(15) })
  const dry = await hr()(contract.dryRunCampaign, { body: content })
  expect(dry.audience).toEqual({ kind: 'about', people: 5040, within: 7 })
  const campaignId = await started(content)
  const { progress } = await look(campaignId)
  expectNear(progress?.parts.planned, 40)
  expectNear(progress?.parts.unreachable, 5000)
})

test('whether somebody can be reached, has stopped or has had enough this week changes nothing of a dry run', async () => {
  await world.hire(9, { ids: 'known', department: 'Known' })
  const dry = () => hr()(contract.dryRunCampaign, { body: contentFor('Known') })
  const before = await dry()
  await world.deps.db.owner(async trx => {
    await sql`insert into nudge_preferences (organization_id, person_id, per_week, stopped, updated_at)
      select organization_id, id, 0, true, now() from people where id in ('per_known_1', 'per_known_2')
      on conflict (organization_id, person_id) do update set stopped = true`.execute(trx)
    await sql`delete from agreements where person_id = 'per_known_3'`.execute(trx)
  })
  expect(await dry()).toEqual(before)
})

test('of two campaigns whose audiences differ by fewer than eight people the one that began later is blank, and says why', async () => {
  await world.hire(20, { ids: 'near', department: 'Near' })
  await world.hire(1, { ids: 'far', department: 'Far' })
  const by = (...anyOf: readonly string[]) => ({
    audience: [{ by: 'department' as const, anyOf: [...anyOf], except: false }]
  })
  // Made first, started last.
  const wider = await create(contentFor('Near', by('Near', 'Far')))
  const first = await started(contentFor('Near'))
  world.world.advance(HOUR)
  // The same people may be told of again: nobody is apart.
  const again = await started(contentFor('Near'))
  world.world.advance(HOUR)
  await take(wider, 'start')
  await world.settle()
  expectNear((await look(again)).progress?.audience, 20)
  expectNear((await look(first)).progress?.audience, 20)
  const { progress } = await look(wider)
  const blank = { kind: 'blank', why: 'near', smallest: 8 }
  expect(progress).toMatchObject({
    audience: blank,
    parts: { sent: blank, unreachable: blank },
    answers: { done: blank }
  })
  for (const campaignId of [first, again, wider]) await take(campaignId, 'cancel')
})

test('a company that raised its smallest group is told by it here too', async () => {
  await world.hire(30, { ids: 'raised', department: 'Raised' })
  const dry = () => hr()(contract.dryRunCampaign, { body: contentFor('Raised') })
  expectNear((await dry()).audience, 30)
  await world.deps.db.for(world.organizationId)(trx => raiseSmallestGroup(trx, world.organizationId, 20))
  expect((await dry()).audience).toMatchObject({ kind: 'about', within: 19 })
  await world.deps.db.owner(trx => sql`update gates set smallest_group = 8`.execute(trx))
})
