/** A company's admin says when messages may come: what is kept, what is refused, who may, and that what is planned obeys. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, type Client } from '../contract/client.ts'
import { changeCompany, getCompany, type CompanyChange } from '../contract/company.ts'
import { tryMessageTimes, type MessageTimes } from '../contract/message-times.ts'
import { getNudgePreferences } from '../contract/nudges.ts'
import { planCompany, planPerson } from '../nudges/planning.ts'
import { startNudgeWorld, type NudgeWorld } from '../nudges/test-world.ts'
import { answerErrors, createApi, createWeb } from '../platform/http.ts'
import { listen } from '../platform/serve.ts'
import { authenticateByName, holdForever } from '../test-caller.ts'
import { jobsFor } from '../wiring.ts'
import { consoleRoutes } from './routes.ts'

/** A Monday morning in Madrid, before work. */
const MONDAY = new Date('2026-11-23T06:00:00Z')

let world: NudgeWorld
let baseUrl: string
const stack = new AsyncDisposableStack()
beforeAll(async () => {
  world = stack.use(await startNudgeWorld({}, MONDAY))
  const api = createApi(authenticateByName, holdForever)
  consoleRoutes(world.deps, api)
  const web = createWeb().use(api.router, answerErrors(world.deps.log))
  baseUrl = `http://127.0.0.1:${stack.use(await listen(web, { port: 0, host: '127.0.0.1' })).port}`
})
afterAll(() => stack.disposeAsync())

const as = (roles: string): Client =>
  createClient({ baseUrl, fetch, token: async () => `${world.organizationId}/per_vik/${roles}` })
const change = (body: CompanyChange) => as('admin')(changeCompany, { body })
const times = async (more: Partial<MessageTimes>): Promise<MessageTimes> => {
  const { workingHours, holidays, publicHolidays, region, blackouts, disconnect } = await as('admin')(getCompany)
  return { workingHours, holidays, publicHolidays, region, blackouts, disconnect, ...more }
}
const attempt = async (more: Partial<MessageTimes>, language: 'en' | 'es' = 'en') =>
  as('admin')(tryMessageTimes, { query: { language }, body: await times(more) })
const firstOf = async (name: string): Promise<string | undefined> =>
  (await world.rows(name))
    .find(({ state }) => state === 'planned')
    ?.due_at.toISOString()
    .slice(0, 13)

test('each setting is kept, taken back and recorded by its name; the part goes with the country', async () => {
  const wanted = {
    holidays: ['2026-12-07'],
    publicHolidays: false,
    region: 'MD',
    blackouts: [{ from: '2026-12-22', to: '2027-01-06' }],
    disconnect: { start: '08:30', end: '17:00' }
  }
  expect(await change(wanted)).toMatchObject(wanted)
  const { rows } = await world.deps.db.for(world.organizationId)(trx =>
    sql<{ actor: string; detail: { fields: string[] } }>`select actor, detail from audit_events
      where organization_id = ${world.organizationId} and action = 'organization.configured' order by at desc, id desc limit 1`.execute(
      trx
    )
  )
  expect(rows[0]?.actor).toBe('per_vik')
  expect(rows[0]?.detail.fields.toSorted()).toEqual(Object.keys(wanted).toSorted())
  expect(await change({ country: 'MX' })).toMatchObject({ country: 'MX', region: null, holidays: ['2026-12-07'] })
  const none = { holidays: [], publicHolidays: true, region: null, blackouts: [], disconnect: null }
  expect(await change({ country: 'ES', ...none })).toMatchObject(none)
})

test('what cannot be is refused with its reason and changes nothing; nobody but those who lead the set-up may', async () => {
  const before = await as('admin')(getCompany)
  const refused = (body: CompanyChange, code: string) =>
    expect(change(body)).rejects.toMatchObject({ status: 400, problem: { code } })
  await refused({ region: 'TX' }, 'unknown_region')
  // Spain's law lets nothing out after 19:00, the agreement nothing before.
  await refused(
    { workingHours: { start: '09:00', end: '20:00', days: [1] }, disconnect: { start: '19:00', end: '21:00' } },
    'no_time_left'
  )
  await refused({ disconnect: { start: '17:00', end: '18:00' } }, 'no_time_left')
  await refused({ workingHours: { start: '20:00', end: '22:00', days: [1] } }, 'no_time_left')
  const day = { from: '2026-12-01', to: '2026-12-01' }
  for (const blackouts of [
    [{ from: '2026-12-02', to: '2026-12-01' }],
    [{ from: '2026-01-01', to: '2027-02-01' }],
    Array.from({ length: 51 }, () => day)
  ])
    await refused({ blackouts }, 'bad_request')
  await refused({ holidays: ['2026-02-30'] }, 'bad_request')
  for (const role of ['', 'hr', 'it', 'author', 'support', 'manager']) {
    await expect(as(role)(changeCompany, { body: { holidays: [] } })).rejects.toMatchObject({ status: 403 })
    const tried = as(role)(tryMessageTimes, { query: { language: 'en' }, body: await times({}) })
    await expect(tried).rejects.toMatchObject({ status: 403 })
  }
  expect(await as('owner')(getCompany)).toEqual(before)
})

test('a draft is tried where people work, in the reader’s language, and kept nowhere', async () => {
  await world.addPeople([
    { name: 'olga' },
    { name: 'mara', country: 'MX' },
    { name: 'moni', country: 'MX' },
    { name: 'dirk', country: 'DE' }
  ])
  const tried = await attempt({
    region: 'MD',
    holidays: ['2026-11-01', '2026-12-07'],
    blackouts: [{ from: '2026-11-20', to: '2026-11-24' }],
    disconnect: { start: '07:00', end: '12:00' }
  })
  expect(tried).toMatchObject({ today: '2026-11-23', country: 'ES' })
  expect(tried.regions).toContainEqual({ code: 'MD', name: 'Comunidad de Madrid' })
  expect(tried.places.map(({ country }) => country)).toEqual(['ES', 'MX', 'DE'])
  const [home] = tried.places
  expect(home).toMatchObject({ open: { start: '09:30', end: '12:00' }, law: 'Ley Orgánica 3/2018, art. 88' })
  expect(home?.quiet).toHaveLength(6)
  expect(home?.quiet[0]).toEqual({ from: '2026-11-20', to: '2026-11-24', why: { kind: 'blackout' } })
  expect(home?.quiet).toContainEqual({ from: '2026-12-07', to: '2026-12-07', why: { kind: 'own_day' } })
  const conception = { from: '2026-12-08', to: '2026-12-08' }
  expect(home?.quiet).toContainEqual({
    ...conception,
    why: { kind: 'public_holiday', name: 'Immaculate Conception' }
  })
  const { places } = await attempt({ region: 'MD' }, 'es')
  expect(places[0]?.quiet).toContainEqual({
    ...conception,
    why: { kind: 'public_holiday', name: 'La inmaculada concepción' }
  })
  // Of these, Spain and Mexico have a law that ends the day before.
  const late = await attempt({ workingHours: { start: '19:30', end: '21:00', days: [1] } })
  expect(late.places.map(({ open }) => open)).toEqual([null, null, { start: '19:30', end: '21:00' }])
  expect(await attempt({ publicHolidays: false })).toMatchObject({
    places: [{ quiet: [] }, { quiet: [] }, { quiet: [] }]
  })
  expect(await as('admin')(getCompany)).toMatchObject({ region: null, holidays: [], blackouts: [], disconnect: null })
})

test('what is planned already obeys what is saved, and people read it on their own page', async () => {
  await world.addPeople([{ name: 'ana', country: 'DE', agreed: true }])
  await planPerson(world.deps, world.key('ana'))
  expect(await firstOf('ana')).toBe('2026-11-23T08')
  await change({ blackouts: [{ from: '2026-11-23', to: '2026-11-24' }], holidays: ['2026-11-25', '2026-12-24'] })
  world.setNow(new Date('2026-11-23T10:00:00Z'))
  expect(await world.send()).toEqual([])
  world.setNow(new Date('2026-11-25T12:00:00Z'))
  expect(await world.send()).toEqual([])
  expect(await firstOf('ana')).toBe('2026-11-26T08')
  await change({ disconnect: { start: '11:00', end: '16:00' } })
  world.setNow(new Date('2026-11-26T09:00:00Z'))
  expect(await world.send()).toEqual([])
  expect(await firstOf('ana')).toBe('2026-11-26T10')
  expect(await world.as('ana')(getNudgePreferences)).toMatchObject({
    frame: { start: '11:00', end: '16:00', law: null, agreement: true },
    quiet: { publicHolidays: true, next: [{ from: '2026-12-24', to: '2026-12-24' }] }
  })
  world.setNow(MONDAY)
  expect((await world.as('ana')(getNudgePreferences)).quiet.next[0]).toEqual({ from: '2026-11-23', to: '2026-11-25' })
  world.setNow(new Date('2026-11-26T10:15:00Z'))
  expect((await world.send()).map(({ person_id }) => person_id)).toEqual(['per_ana'])
})

test('what is planned moves at once to where it may come then', async () => {
  world.setNow(new Date('2027-03-01T06:00:00Z'))
  await change({ holidays: [], blackouts: [], disconnect: null })
  await world.addPeople([{ name: 'ben', country: 'DE', agreed: true }])
  await planPerson(world.deps, world.key('ben'))
  expect(await firstOf('ben')).toBe('2027-03-01T08')
  await change({ blackouts: [{ from: '2027-03-01', to: '2027-03-02' }] })
  const { organizationId } = world
  expect(jobsFor({ type: 'organization.configured', organizationId }).map(({ name }) => name)).toContain(
    'nudges.planCompany'
  )
  await planCompany(world.deps, organizationId)
  expect(await firstOf('ben')).toBe('2027-03-03T08')
})
