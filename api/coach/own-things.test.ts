/** What people ask of their own plans, courses and facts, over HTTP, with the scripted coach as it is embedded. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideAgreementEndpoint, getPlans, keepPlan, postTurn } from '../contract/coach.ts'
import { rememberThis, switchMyFact, switchMyMemory } from '../contract/memory.ts'
import { changeNudgePreferences } from '../contract/nudges.ts'
import { contextRoutes } from '../hr/routes.ts'
import { personIdOf, startPrivacyWorld, type PrivacyWorld } from '../privacy/test-world.ts'
import { memoryRoutes } from './memory-routes.ts'
import { scriptedEngine } from './scripted/scripted.ts'
import { privately } from './test-world.ts'

let world: PrivacyWorld
beforeAll(async () => {
  world = await startPrivacyWorld({
    routes: (deps, api) => {
      memoryRoutes(deps, api)
      contextRoutes(deps, api)
    }
  })
})
afterAll(() => world[Symbol.asyncDispose]())

async function joins(name: string, locale = 'en'): Promise<void> {
  await world.addPerson(name, { locale })
  await world.as(name)(decideAgreementEndpoint, { body: { decision: 'given' } })
}

const plans = async (name: string) => (await world.as(name)(getPlans)).plans

async function keeps(name: string, ...all: readonly (readonly [string, string])[]): Promise<void> {
  for (const [cue, action] of all) {
    await world.as(name)(keepPlan, { body: { planId: `pln_${randomUUID()}`, cue, action, when: 'never' } })
    world.world.advance(1000)
  }
}

/** The last answer. */
async function says(name: string, ...texts: readonly string[]): Promise<string> {
  let last = ''
  for (const text of texts) {
    const answer = await world.as(name)(postTurn, { body: { turnId: randomUUID(), text } })
    const turn = answer.kind === 'turn' ? answer.turns.at(-1) : undefined
    expect(turn).toMatchObject({ from: 'coach', state: 'done', engine: scriptedEngine.id, degraded: false })
    last = turn?.text ?? ''
  }
  return last
}

const enrolled = (name: string, course: string, progress: number) =>
  world.deps.db.owner(trx =>
    sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, progress, updated_at)
      values (${world.organizationId}, ${personIdOf(name)}, ${course}, ${course}, 'Leads', 'enrolled', ${progress}, ${world.deps.now()})`.execute(
      trx
    )
  )

test('plans are shown, closed, changed and asked about anew by what is said, and nobody else’s are', async () => {
  await joins('ana')
  await joins('bea')
  await keeps('bea', ['it is nine', 'write to Carl'])
  expect(await says('ana', 'What are my plans?')).toMatch(/no open plan|No plan|None of your plans/u)
  await keeps('ana', ['stand-up ends', 'thank Bo'], ['it is after lunch', 'ask Dan for the report'])
  expect(await says('ana', 'What are my plans?')).toMatch(/“ask Dan for the report”; “thank Bo”.+\?$/u)
  expect(await says('ana', 'stop', 'I did it')).toMatch(/“thank Bo”.+\?$/u)
  expect(await says('ana', 'the one with Bo')).toContain('“thank Bo”')
  expect((await plans('ana')).map(({ action, state }) => [action, state])).toEqual([
    ['ask Dan for the report', 'open'],
    ['thank Bo', 'kept']
  ])
  await says('ana', 'stop', 'change the plan: before stand-up', 'yes', 'tomorrow')
  const [changed, ...rest] = await plans('ana')
  expect(changed).toMatchObject({ cue: 'it is before stand-up', action: 'ask Dan for the report', state: 'open' })
  expect(changed?.followUpAt).not.toBeNull()
  expect(rest).toHaveLength(1)
  await says('ana', 'don’t ask me about it any more')
  expect((await plans('ana'))[0]?.followUpAt).toBeNull()
  expect(await says('ana', 'drop that plan')).toContain('“ask Dan for the report”')
  await says('ana', 'undo', 'tomorrow')
  expect((await plans('ana')).map(({ state }) => state)).toEqual(['open', 'dropped', 'kept'])
  expect((await plans('bea')).map(({ state }) => state)).toEqual(['open'])
})

test('the same in Spanish', async () => {
  await joins('carla', 'es')
  await keeps('carla', ['termina la reunión', 'doy las gracias a Luis'], ['es después de comer', 'pido el informe'])
  expect(await says('carla', '¿Qué planes tengo?')).toMatch(/«pido el informe»; «doy las gracias a Luis».+\?$/u)
  expect(await says('carla', 'el de Luis', 'hecho')).toContain('«doy las gracias a Luis»')
  expect(await says('carla', 'para', 'recuérdamelo la próxima semana')).toContain('la próxima semana')
  expect(await plans('carla')).toMatchObject([
    { action: 'pido el informe', state: 'open' },
    { action: 'doy las gracias a Luis', state: 'kept' }
  ])
  expect((await plans('carla'))[0]?.followUpAt).not.toBeNull()
})

test('courses are told with how far they are, in either language', async () => {
  await joins('dora')
  expect(await says('dora', 'Which courses do I have?')).toMatch(/no course/u)
  await enrolled('dora', 'Feedback basics', 0.5)
  await enrolled('dora', 'Delegating', 0)
  expect(await says('dora', 'how far am I?')).toMatch(
    /“Feedback basics” \(50%\); “Delegating” \(not begun\).*Courses page/u
  )
  expect(await says('dora', '¿Cómo voy con mis cursos?')).toMatch(/«Feedback basics» \(50 %\).*página Cursos/u)
})

test('facts and notes are used as long as they are switched on, from the next message', async () => {
  await joins('eva')
  const call = world.as('eva')
  await call(changeNudgePreferences, { body: { focus: ['feedback'] } })
  await call(switchMyMemory, { body: { active: true, fromPlans: false } })
  await call(rememberThis, { body: { text: 'I lead five people' } })
  const asked = 'What do you know about me?'
  expect(await says('eva', asked)).toMatch(/“Sales Lead”.*“I lead five people”.*“Feedback”.*“What is known about me”/u)
  await call(switchMyFact, { params: { fact: 'title' }, body: { active: false } })
  await call(switchMyMemory, { body: { active: false, fromPlans: false } })
  const after = await says('eva', asked)
  expect(after).toMatch(/“Feedback”/u)
  expect(after).not.toMatch(/Sales Lead|five people/u)
  await call(switchMyFact, { params: { fact: 'focus' }, body: { active: false } })
  expect(await says('eva', 'stop', 'hello')).not.toMatch(/Feedback|five people|Sales/u)
  await call(switchMyFact, { params: { fact: 'focus' }, body: { active: true } })
  expect(await says('eva', 'stop', 'hello')).toMatch(/“Feedback”.*\?$/u)
})

test('a session without a trace shows plans, says that it can change none, and is told no facts', async () => {
  await joins('fay')
  await keeps('fay', ['stand-up ends', 'thank Bo'])
  const token = `${world.organizationId}/${personIdOf('fay')}`
  const textOf = async (text: string) =>
    (await privately(world.url, token, { text })).flatMap(event => (event.kind === 'part' ? [event.text] : [])).join('')
  expect(await textOf('what are my plans?')).toContain('thank Bo')
  expect(await textOf('drop that plan')).toMatch(/keeps nothing|nothing is kept|change nothing/u)
  expect(await plans('fay')).toMatchObject([{ state: 'open' }])
  expect(await textOf('What do you know about me?')).not.toContain('Sales Lead')
})
