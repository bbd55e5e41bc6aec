import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeNudgePreferences, getNudgePreferences } from '../contract/nudges.ts'
import { noteClientZone } from './nudges.ts'
import { startNudgeWorld, type NudgeWorld } from './test-world.ts'

let world: NudgeWorld
beforeAll(async () => {
  world = await startNudgeWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('who chose nothing sees what the company and the directory say, and that they say it', async () => {
  await world.addPeople([{ name: 'ana', timezone: 'America/Mexico_City', locale: 'es-MX' }, { name: 'ben' }])
  expect(await world.as('ana')(getNudgePreferences)).toEqual({
    perWeek: 2,
    focus: [],
    hours: { start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5], source: 'company' },
    frame: { start: '08:00', end: '19:00', law: 'Ley Orgánica 3/2018, art. 88', agreement: false },
    quiet: { publicHolidays: true, next: [] },
    zone: { timezone: 'America/Mexico_City', source: 'directory' },
    language: { locale: 'es', source: 'directory' },
    awayUntil: null,
    pausedUntil: null,
    stopped: false,
    settled: false,
    today: '2026-11-23'
  })
  expect(await world.as('ben')(getNudgePreferences)).toMatchObject({
    zone: { timezone: 'Europe/Madrid', source: 'company' },
    language: { locale: 'en', source: 'company' }
  })
})

test('the person’s own word goes before Teams, Teams before the directory, and a choice can be taken back', async () => {
  await world.addPeople([{ name: 'eva', timezone: 'Europe/Berlin' }])
  const zone = async () => (await world.as('eva')(getNudgePreferences)).zone
  await noteClientZone(world.deps, { ...world.key('eva'), timezone: 'Asia/Tokyo' })
  expect(await zone()).toEqual({ timezone: 'Asia/Tokyo', source: 'teams' })
  await noteClientZone(world.deps, { ...world.key('eva'), timezone: 'Mars/Olympus' })
  expect(await zone()).toEqual({ timezone: 'Asia/Tokyo', source: 'teams' })
  await world.as('eva')(changeNudgePreferences, { body: { timezone: 'America/Lima' } })
  expect(await zone()).toEqual({ timezone: 'America/Lima', source: 'person' })
  const back = await world.as('eva')(changeNudgePreferences, { body: { timezone: null } })
  expect(back.zone).toEqual({ timezone: 'Asia/Tokyo', source: 'teams' })
})

test('only what is named changes, and a pause that is over is no longer told', async () => {
  await world.addPeople([{ name: 'ida' }])
  const ida = world.as('ida')
  const hours = { start: '08:00', end: '12:00', days: [4, 1, 2, 1] }
  const until = new Date(world.deps.now().getTime() + 60_000).toISOString()
  await ida(changeNudgePreferences, { body: { perWeek: 1, focus: ['feedback', 'energy', 'feedback'], hours } })
  await ida(changeNudgePreferences, { body: { pausedUntil: until, settled: true } })
  expect(await ida(getNudgePreferences)).toMatchObject({
    perWeek: 1,
    focus: ['feedback', 'energy'],
    hours: { start: '08:00', end: '12:00', days: [1, 2, 4], source: 'person' },
    pausedUntil: until,
    settled: true
  })
  world.advance(120_000)
  expect(await ida(getNudgePreferences)).toMatchObject({ pausedUntil: null, perWeek: 1 })
})

test('where the law gives a right to be left alone, nobody’s own choice reaches outside of it', async () => {
  await world.addPeople([
    { name: 'leo', country: 'FR' },
    { name: 'mia', country: 'US' }
  ])
  const late = { hours: { start: '20:00', end: '22:00', days: [1, 2, 3, 4, 5] } }
  await expect(world.as('leo')(changeNudgePreferences, { body: late })).rejects.toMatchObject({ status: 400 })
  expect(await world.as('leo')(getNudgePreferences)).toMatchObject({
    hours: { source: 'company' },
    frame: { start: '08:00', end: '19:00', law: 'Code du travail, art. L2242-17' }
  })
  const mia = await world.as('mia')(changeNudgePreferences, { body: late })
  expect(mia).toMatchObject({ hours: { start: '20:00' }, frame: { start: '00:00', end: '24:00', law: null } })
})

test.each([
  ['more than five a week', { perWeek: 6 }],
  ['hours that end before they start', { hours: { start: '17:00', end: '09:00', days: [1] } }],
  ['a zone that does not exist', { timezone: 'Mars/Olympus' }],
  ['a pause of ten years', { pausedUntil: '2036-01-01T00:00:00Z' }],
  ['an absence of ten years', { awayUntil: '2036-01-01' }],
  ['what nobody knows', { loud: true }]
])('%s is refused and changes nothing', async (_what, body) => {
  await world.addPeople([{ name: 'uma' }])
  const before = await world.as('uma')(getNudgePreferences)
  await expect(world.as('uma')(changeNudgePreferences, { body: body as object })).rejects.toMatchObject({ status: 400 })
  expect(await world.as('uma')(getNudgePreferences)).toEqual(before)
})
