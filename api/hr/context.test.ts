import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextFactSchema, getMyContext, switchMyFact } from '../contract/memory.ts'
import { changeNudgePreferences } from '../contract/nudges.ts'
import { personIdOf, startPrivacyWorld, type PrivacyWorld } from '../privacy/test-world.ts'
import { factsOf, type Ground } from './facts.ts'
import { contextFor } from './hr.ts'
import { contextRoutes } from './routes.ts'

let world: PrivacyWorld
beforeAll(async () => {
  world = await startPrivacyWorld({ routes: contextRoutes })
})
afterAll(() => world[Symbol.asyncDispose]())

const NOW = new Date('2026-11-23T15:00:00Z')
const nothing: Ground = {
  title: undefined,
  department: undefined,
  country: undefined,
  startedOn: undefined,
  titleSince: undefined,
  teamSize: 0,
  language: { locale: 'en', source: 'company' },
  courses: [],
  focus: []
}
const told = (ground: Partial<Ground>, fact: string, language: 'en' | 'es' = 'en') =>
  factsOf({ ...nothing, ...ground }, { now: NOW, language }).find(each => each.fact === fact)?.text

test('each fact says who says so, and can be switched off by its person alone', async () => {
  await world.addPerson('ana')
  await world.addPerson('bea')
  await world.as('ana')(changeNudgePreferences, { body: { focus: ['feedback'] } })
  const { facts } = await world.as('ana')(getMyContext)
  expect(facts.map(({ fact }) => fact).toSorted()).toEqual([...contextFactSchema.options].toSorted())
  expect(facts).toContainEqual({ fact: 'title', text: 'Sales Lead', source: 'directory', active: true })
  expect(facts).toContainEqual({ fact: 'focus', text: 'Feedback', source: 'yourself', active: true })
  await world.as('ana')(switchMyFact, { params: { fact: 'department' }, body: { active: false } })
  const off = async (name: string) =>
    (await world.as(name)(getMyContext)).facts.flatMap(({ fact, active }) => (active ? [] : [fact]))
  expect([await off('ana'), await off('bea')]).toEqual([['department'], []])
  await world.as('ana')(switchMyFact, { params: { fact: 'department' }, body: { active: true } })
  expect(await off('ana')).toEqual([])
})

test.each(['performance_rating', 'potential', 'salary', 'engagement_score'])(
  'neither the contract nor the database has a place for %s',
  async fact => {
    await world.addPerson(`of_${fact}`)
    const params = { fact } as never
    await expect(world.as(`of_${fact}`)(switchMyFact, { params, body: { active: true } })).rejects.toMatchObject({
      status: 400
    })
    await expect(
      world.deps.db.for(world.organizationId)(trx =>
        sql`insert into context_choices (organization_id, person_id, fact, active, changed_at)
          values (${world.organizationId}, ${personIdOf(`of_${fact}`)}, ${fact}, true, now())`.execute(trx)
      )
    ).rejects.toThrow(/check constraint/u)
  }
)

test('what the directory says beside the list never becomes a fact', async () => {
  await world.addPerson('carl')
  const raw = JSON.stringify({ performance_rating: 'canary-5-of-5', potential: 'canary-high', salary: 'canary-90000' })
  await world.deps.db.for(world.organizationId)(trx =>
    sql`update people set raw = ${raw}::jsonb where id = ${personIdOf('carl')}`.execute(trx)
  )
  const key = { organizationId: world.organizationId, personId: personIdOf('carl') }
  expect(JSON.stringify([await world.as('carl')(getMyContext), await contextFor(world.deps, key)])).not.toContain(
    'canary'
  )
})

test('figures are told in bands, and a role counts as new for half a year', () => {
  expect(told({ startedOn: '2026-10-01' }, 'tenure')).toBe('Less than three months in the company')
  expect(told({ startedOn: '2020-01-01' }, 'tenure', 'es')).toBe('De tres a diez años en la empresa')
  expect([4, 5, 12].map(teamSize => told({ teamSize }, 'team_size'))).toEqual([
    'Leads fewer than 5 people',
    'Leads 5 to 9 people',
    'Leads 10 people or more'
  ])
  const titleSince = new Date('2026-09-01T00:00:00Z')
  expect(told({ titleSince, teamSize: 3 }, 'new_manager')).toBe('New in this role since September 2026')
  expect(told({ titleSince }, 'new_manager')).toBeNull()
  expect(told({ titleSince: new Date('2026-01-01T00:00:00Z'), teamSize: 3 }, 'new_manager')).toBeNull()
  expect(told({ country: 'DE' }, 'country', 'es')).toBe('Alemania')
  expect(told({ country: 'Deutschland' }, 'country')).toBe('Deutschland')
})
