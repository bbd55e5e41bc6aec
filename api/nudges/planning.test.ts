import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerNudgeEndpoint, changeNudgePreferences, getNudgeReceipt, getNudges } from '../contract/nudges.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { moveFollowUp, planCompany, planFollowUp, planPerson } from './planning.ts'
import type { NudgeRow } from './store.ts'
import { startNudgeWorld, type NudgeWorld } from './test-world.ts'

/** A Monday morning in Madrid, before work. */
const MONDAY = new Date('2026-11-23T06:00:00Z')

let world: NudgeWorld
beforeAll(async () => {
  world = await startNudgeWorld({}, MONDAY)
})
afterAll(() => world[Symbol.asyncDispose]())

const plan = (name: string): Promise<void> => planPerson(world.deps, world.key(name))
const short = ({ kind, state, due_at }: NudgeRow): string => `${kind} ${state} ${due_at.toISOString().slice(0, 13)}`
const planned = async (name: string): Promise<readonly NudgeRow[]> =>
  (await world.rows(name)).filter(({ state }) => state === 'planned')

test('who said yes has two messages in the week, in their own hours, and reads why these and not others', async () => {
  world.setNow(MONDAY)
  await world.addPeople([
    { name: 'ana', agreed: true },
    { name: 'other', agreed: true }
  ])
  await plan('ana')
  const rows = await world.rows('ana')
  expect(rows.map(short)).toEqual(['tip planned 2026-11-23T08', 'tip planned 2026-11-25T11'])
  const receipt = await world.as('ana')(getNudgeReceipt, { params: { nudgeId: rows[0]?.id ?? '' } })
  expect(receipt).toMatchObject({
    rule: 'library.turn',
    decidedAt: MONDAY.toISOString(),
    zone: { timezone: 'Europe/Madrid', source: 'company' },
    window: { start: '09:30', end: '16:30', country: 'ES' },
    budget: { perWeek: 2, sentInWeek: 0, pace: 'full' },
    whyNotSent: null
  })
  expect(receipt.considered[0]).toMatchObject({
    kind: 'tip',
    whyNot: 'own_moment',
    dueAt: rows[1]?.due_at.toISOString()
  })
  expect(receipt.considered.slice(1).every(({ whyNot }) => whyNot === 'budget')).toBe(true)
  const foreign = world.as('other')(getNudgeReceipt, { params: { nudgeId: rows[0]?.id ?? '' } })
  await expect(foreign).rejects.toMatchObject({ status: 404 })
})

test('planning again, at once in two processes or a day later, changes nothing that is planned', async () => {
  world.setNow(MONDAY)
  const names = Array.from({ length: 12 }, (_, index) => `twin${index}`)
  await world.addPeople(names.map(name => ({ name, agreed: true })))
  await Promise.all([
    planCompany(world.deps, world.organizationId),
    planCompany(world.deps, world.organizationId),
    plan('twin3')
  ])
  const first = await Promise.all(names.map(planned))
  expect(first.map(rows => rows.length)).toEqual(names.map(() => 2))
  world.setNow(new Date(MONDAY.getTime() + HOUR))
  await planCompany(world.deps, world.organizationId)
  expect(await Promise.all(names.map(planned))).toEqual(first)
})

test('who leaves between plan and sending hears nothing, and the record says why', async () => {
  world.setNow(MONDAY)
  await world.addPeople([{ name: 'lea', agreed: true }])
  await plan('lea')
  await world.leave('lea')
  world.setNow(new Date('2026-11-23T10:00:00Z'))
  expect((await world.send()).map(({ person_id }) => person_id)).not.toContain('per_lea')
  expect((await world.rows('lea'))[0]).toMatchObject({ state: 'cancelled', why_not: 'left' })
})

test('who moves to another zone gets the next message in its working hours, planned anew or not', async () => {
  world.setNow(MONDAY)
  await world.addPeople([
    { name: 'max', agreed: true },
    { name: 'moe', agreed: true }
  ])
  await plan('max')
  await plan('moe')
  const body = { timezone: 'America/Mexico_City' }
  await world.as('max')(changeNudgePreferences, { body })
  await world.as('moe')(changeNudgePreferences, { body })
  await plan('max')
  expect((await planned('max')).map(short)[0]).toBe('tip planned 2026-11-23T15')
  // Of the other nobody planned anew: at 9:40 in Madrid it is night where they are.
  world.setNow(new Date('2026-11-23T08:45:00Z'))
  expect((await world.send()).map(({ person_id }) => person_id)).not.toContain('per_moe')
  expect((await planned('moe')).map(short)[0]).toBe('tip planned 2026-11-23T15')
})

test('a stop empties the plan, and so does a company’s blackout and a holiday where somebody works; each ends by itself', async () => {
  // The week of the Immaculate Conception, a Tuesday: free in Spain, not in Germany.
  world.setNow(new Date('2026-12-08T06:00:00Z'))
  await world.addPeople([
    { name: 'pia', agreed: true },
    { name: 'rolf', country: 'DE', agreed: true }
  ])
  await plan('pia')
  await plan('rolf')
  expect((await planned('pia')).map(short)[0]).toBe('tip planned 2026-12-09T08')
  expect((await planned('rolf')).map(short)[0]).toBe('tip planned 2026-12-08T08')
  await world.configure({ blackouts: [{ from: '2026-12-07', to: '2026-12-10' }] })
  await plan('pia')
  expect((await planned('pia')).map(short)[0]).toBe('tip planned 2026-12-11T08')
  await world.as('pia')(changeNudgePreferences, { body: { awayUntil: '2026-12-14' } })
  await plan('pia')
  expect((await planned('pia')).map(short)).toEqual(['tip planned 2026-12-14T08'])
  await world.as('pia')(changeNudgePreferences, { body: { stopped: true } })
  await plan('pia')
  expect(await planned('pia')).toEqual([])
  await world.as('pia')(changeNudgePreferences, { body: { stopped: false, awayUntil: null } })
  await world.configure({})
  await plan('pia')
  expect((await planned('pia')).map(short)[0]).toBe('tip planned 2026-12-09T08')
})

test('after weeks without the product one message comes, not all that were missed', async () => {
  world.setNow(MONDAY)
  await world.addPeople([{ name: 'vera', agreed: true }])
  await plan('vera')
  world.setNow(new Date('2026-12-16T10:00:00Z'))
  const own = async () => (await world.send()).filter(({ person_id }) => person_id === 'per_vera')
  expect(await own()).toHaveLength(1)
  expect(await own()).toHaveLength(0)
  expect((await planned('vera')).map(short)).toEqual(['tip planned 2026-12-17T08'])
})

test('a course that rests is said once, and not when it was finished meanwhile', async () => {
  world.setNow(MONDAY)
  await world.addPeople([
    { name: 'carl', agreed: true },
    { name: 'cora', agreed: true }
  ])
  for (const name of ['carl', 'cora']) {
    await world.course(name, { progress: 0.5, openDays: 30, restedDays: 10 })
    await plan(name)
  }
  expect((await planned('carl')).map(short)[0]).toBe('course planned 2026-11-23T08')
  await world.course('cora', { progress: 1, openDays: 30, doneDays: 0 })
  world.setNow(new Date('2026-11-23T09:00:00Z'))
  const sent = await world.send()
  expect(sent.find(({ person_id }) => person_id === 'per_carl')).toMatchObject({ once_key: 'course:1001:half' })
  expect((await world.rows('cora')).find(({ kind }) => kind === 'course')).toMatchObject({
    state: 'cancelled',
    why_not: 'done'
  })
  const { nudges } = await world.as('carl')(getNudges)
  expect(nudges.find(({ kind }) => kind === 'course')).toMatchObject({
    whyYou: 'You have done 50% of “Leading others”.'
  })
})

test('a manager hears the working day before their new colleague starts, and whoever has a new title the day after', async () => {
  world.setNow(new Date('2026-11-27T06:00:00Z'))
  await world.addPeople([
    { name: 'berta', agreed: true },
    // A Monday: the working day before is this Friday.
    { name: 'newman', manager: 'berta', startsOn: '2026-11-30' },
    { name: 'tina', title: 'Team lead', titleSince: 1, agreed: true }
  ])
  await plan('berta')
  await plan('tina')
  const own = async (name: string) => (await planned(name)).find(({ kind }) => kind === 'moment')
  expect((await own('berta'))?.due_at.toISOString().slice(0, 13)).toBe('2026-11-27T13')
  expect(await own('tina')).toMatchObject({
    reason: { rule: 'moment.new_title', data: [{ name: 'title', value: 'Team lead' }] }
  })
})

test('“later today” and a follow-up come as asked, outside the budget; a pause holds them and a stop ends them', async () => {
  world.setNow(MONDAY)
  await world.addPeople([{ name: 'uwe', agreed: true }])
  await plan('uwe')
  world.setNow(new Date('2026-11-23T08:45:00Z'))
  const [sent] = (await world.send()).filter(({ person_id }) => person_id === 'per_uwe')
  const nudgeId = sent?.id ?? ''
  const answer = () => world.as('uwe')(answerNudgeEndpoint, { params: { nudgeId }, body: { answer: 'later_today' } })
  const again = await answer()
  expect(again).toMatchObject({ state: 'planned', dueAt: '2026-11-23T11:45:00.000Z' })
  expect(await answer()).toEqual(again)
  const followUpAt = '2026-11-24T10:00:00.000Z'
  await planFollowUp(world.deps, { ...world.key('uwe'), planId: 'pln_1', followUpAt })
  await world.as('uwe')(changeNudgePreferences, { body: { pausedUntil: '2026-11-25T00:00:00Z' } })
  const mine = async () =>
    (await world.send()).filter(({ person_id }) => person_id === 'per_uwe').map(({ once_key }) => once_key)
  world.setNow(new Date('2026-11-24T10:05:00Z'))
  expect(await mine()).toEqual([])
  world.setNow(new Date('2026-11-25T08:35:00Z'))
  expect(await mine()).toHaveLength(1)
  world.setNow(new Date('2026-11-25T09:10:00Z'))
  expect(await mine()).toHaveLength(1)
  await planFollowUp(world.deps, { ...world.key('uwe'), planId: 'pln_2', followUpAt: '2026-11-26T10:00:00.000Z' })
  await world.as('uwe')(changeNudgePreferences, { body: { stopped: true } })
  world.setNow(new Date('2026-11-26T10:05:00Z'))
  expect(await mine()).toEqual([])
})

test('a plan is asked about at the moment it was moved to, once however often that is heard, or not at all', async () => {
  world.setNow(MONDAY)
  await world.addPeople([{ name: 'ned', agreed: true }])
  const key = world.key('ned')
  const asked = async (now: string): Promise<readonly (string | null)[]> => {
    world.setNow(new Date(now))
    const sent = await world.send()
    return sent.filter(row => row.person_id === 'per_ned' && row.kind === 'follow_up').map(({ plan_id }) => plan_id)
  }
  for (const planId of ['pln_moved', 'pln_never'])
    await planFollowUp(world.deps, { ...key, planId, followUpAt: '2026-11-24T10:00:00.000Z' })
  const move = { ...key, planId: 'pln_moved', followUpAt: '2026-11-25T10:00:00.000Z', at: '2026-11-23T06:00:02.000Z' }
  await moveFollowUp(world.deps, move)
  await moveFollowUp(world.deps, move)
  // Heard late, after the change that followed it.
  await moveFollowUp(world.deps, { ...move, followUpAt: '2026-11-24T12:00:00.000Z', at: '2026-11-23T06:00:01.000Z' })
  await moveFollowUp(world.deps, { ...move, planId: 'pln_never', followUpAt: null })
  expect(await asked('2026-11-24T12:30:00Z')).toEqual([])
  expect(await asked('2026-11-25T10:05:00Z')).toEqual(['pln_moved'])
  // What went out stays, and the question comes once more where the person asks for it.
  await moveFollowUp(world.deps, { ...move, followUpAt: '2026-11-26T10:00:00.000Z', at: '2026-11-25T11:00:00.000Z' })
  expect(await asked('2026-11-26T10:05:00Z')).toEqual(['pln_moved'])
})

test('four without an answer end it: one question comes, and only the person’s own word begins it anew', async () => {
  world.setNow(MONDAY)
  await world.addPeople([{ name: 'zoe', agreed: true }])
  const kinds: string[] = []
  const live = async (days: number): Promise<void> => {
    for (let step = 0; step < days * 2; step++) {
      world.setNow(new Date(world.deps.now().getTime() + DAY / 2))
      await plan('zoe')
      kinds.push(...(await world.send()).filter(({ person_id }) => person_id === 'per_zoe').map(({ kind }) => kind))
    }
  }
  world.setNow(new Date('2026-11-23T10:00:00Z'))
  await live(60)
  expect(kinds.filter(kind => kind === 'check_in')).toHaveLength(1)
  expect(kinds.at(-1)).toBe('check_in')
  expect(kinds.length).toBeLessThanOrEqual(7)
  await world.as('zoe')(changeNudgePreferences, { body: { stopped: false } })
  await live(4)
  expect(kinds.at(-1)).not.toBe('check_in')
})
