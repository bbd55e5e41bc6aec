import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideAgreementEndpoint, getThread, postTurn, type Surface } from '../contract/coach.ts'
import {
  editMemory,
  forgetAllMemory,
  forgetMemory,
  getMyMemory,
  MEMORY_LENGTH,
  MOST_MEMORIES,
  rememberThis,
  switchMyFact,
  switchMyMemory
} from '../contract/memory.ts'
import { eraseMyData } from '../contract/privacy.ts'
import { contextRoutes } from '../hr/routes.ts'
import { personIdOf, startPrivacyWorld, type PrivacyWorld } from '../privacy/test-world.ts'
import { coachContext } from './coach-context.ts'
import { adoptPlan, hear, loadTurn } from './coach.ts'
import { jobsFor } from '../wiring.ts'
import { rememberPlan } from './memory.ts'
import { memoryRoutes } from './memory-routes.ts'
import { enginesOf } from './test-world.ts'

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

const keyOf = (name: string) => ({ organizationId: world.organizationId, personId: personIdOf(name) })
const ON = { body: { active: true, fromPlans: false } }
const itemsOf = async (name: string) => (await world.as(name)(getMyMemory)).items
const textsOf = async (name: string) => (await itemsOf(name)).map(({ text }) => text)

async function joined(name: string): Promise<void> {
  await world.addPerson(name)
  await world.as(name)(switchMyMemory, ON)
}

async function saidBy(name: string, text: string): Promise<string> {
  const call = world.as(name)
  await call(decideAgreementEndpoint, { body: { decision: 'given' } })
  await call(postTurn, { body: { turnId: `turn-of-${name}`, text } })
  const turn = (await call(getThread)).turns.find(each => each.text === text)
  if (!turn) throw new Error('the turn is not in the thread')
  return turn.messageId
}

test('nothing is remembered until the person says so', async () => {
  await world.addPerson('ana')
  const call = world.as('ana')
  expect(await call(getMyMemory)).toEqual({ active: false, fromPlans: false, items: [] })
  await expect(call(rememberThis, { body: { text: 'I lead five people' } })).rejects.toMatchObject({
    status: 409,
    problem: { code: 'memory_off' }
  })
  await call(switchMyMemory, ON)
  await call(rememberThis, { body: { text: 'I lead five people' } })
  expect(await textsOf('ana')).toEqual(['I lead five people'])
})

test('a message is remembered with the day it was said, once, however often it is pressed', async () => {
  await joined('bea')
  const messageId = await saidBy('bea', 'My one-to-ones run late')
  await Promise.all([1, 2, 3].map(() => world.as('bea')(rememberThis, { body: { messageId } })))
  expect(await itemsOf('bea')).toMatchObject([{ text: 'My one-to-ones run late', source: 'said', editedAt: null }])
})

test('what the coach said, and what somebody else said, cannot be remembered', async () => {
  await joined('carl')
  await joined('dora')
  const messageId = await saidBy('dora', 'Hers alone')
  const answer = (await world.as('dora')(getThread)).turns.find(({ from }) => from !== 'person')
  for (const [name, id] of [
    ['carl', messageId],
    ['dora', answer?.messageId ?? ''],
    ['dora', 'msg_unknown']
  ] as const)
    await expect(world.as(name)(rememberThis, { body: { messageId: id } })).rejects.toMatchObject({ status: 404 })
})

test('each item is changed and erased by itself, and all of them at once, by their person alone', async () => {
  await joined('emil')
  await joined('fay')
  const call = world.as('emil')
  const first = await call(rememberThis, { body: { text: 'One' } })
  await call(rememberThis, { body: { text: 'Two' } })
  const params = { itemId: first.itemId }
  expect(await call(editMemory, { params, body: { text: 'One and a half' } })).toMatchObject({
    text: 'One and a half',
    editedAt: expect.any(String)
  })
  const other = world.as('fay')
  await expect(other(editMemory, { params, body: { text: 'Mine' } })).rejects.toMatchObject({ status: 404 })
  expect(await other(forgetMemory, { params })).toEqual({ forgotten: false })
  expect(await call(forgetMemory, { params })).toEqual({ forgotten: true })
  expect(await call(forgetMemory, { params })).toEqual({ forgotten: false })
  expect(await textsOf('emil')).toEqual(['Two'])
  expect(await call(forgetAllMemory)).toEqual({ forgotten: 1 })
  expect(await textsOf('emil')).toEqual([])
})

test('what is remembered lies sealed, ends somewhere, and goes with everything else', async () => {
  await joined('gus')
  const call = world.as('gus')
  await call(rememberThis, { body: { text: 'a canary that sings at night' } })
  expect(await world.everything()).not.toContain('a canary that sings')
  for (const text of ['', ' ', 'x'.repeat(MEMORY_LENGTH + 1)])
    await expect(call(rememberThis, { body: { text } })).rejects.toMatchObject({ status: 400 })
  await world.deps.db.for(world.organizationId)(trx =>
    sql`insert into memory_items (organization_id, id, person_id, sealed, source, source_at)
      select ${world.organizationId}, 'mem_' || n, ${personIdOf('gus')}, '\\x00', 'written', now()
      from generate_series(2, ${MOST_MEMORIES}::int) n`.execute(trx)
  )
  await expect(call(rememberThis, { body: { text: 'One too many' } })).rejects.toMatchObject({
    problem: { code: 'memory_full' }
  })
  await call(eraseMyData, { body: { confirm: 'delete my data' } })
  expect(await call(getMyMemory)).toEqual({ active: false, fromPlans: false, items: [] })
})

test('a plan is remembered only where the person wants that, and once', async () => {
  await joined('hal')
  await world.as('hal')(decideAgreementEndpoint, { body: { decision: 'given' } })
  const plan = { cue: 'stand-up ends', action: 'thank one person', when: 'never' as const, planId: 'pln_of_hal' }
  await adoptPlan(world.deps, { ...keyOf('hal'), ...plan })
  // It is not to be asked about, and all the same it was made.
  const made = world.world.facts.find(fact => fact.type === 'plan.made' && fact.planId === plan.planId)
  expect(made).toMatchObject({ followUpAt: null })
  expect(made && jobsFor(made).map(({ name }) => name)).toEqual(['coach.rememberPlan'])
  await rememberPlan(world.deps, { ...keyOf('hal'), planId: plan.planId })
  expect(await textsOf('hal')).toEqual([])
  await world.as('hal')(switchMyMemory, { body: { active: true, fromPlans: true } })
  await rememberPlan(world.deps, { ...keyOf('hal'), planId: plan.planId })
  await rememberPlan(world.deps, { ...keyOf('hal'), planId: plan.planId })
  expect(await itemsOf('hal')).toMatchObject([{ text: 'stand-up ends → thank one person', source: 'plan' }])
})

test('an engine is handed what is switched on and nothing else', async () => {
  await joined('ida')
  const call = world.as('ida')
  await call(rememberThis, { body: { text: 'I avoid conflict' } })
  const handed = async (surface: Surface = 'tab') =>
    (await coachContext(world.deps, { ...keyOf('ida'), surface })).map(({ key, text }) => `${key}: ${text}`)
  expect(await handed()).toEqual(expect.arrayContaining(['title: Sales Lead', 'memory: I avoid conflict']))
  // A Teams chat lies with the company; a note was written in private.
  expect(await handed('teams')).toEqual((await handed()).filter(line => !line.startsWith('memory')))
  await call(switchMyFact, { params: { fact: 'title' }, body: { active: false } })
  await call(switchMyMemory, { body: { active: false, fromPlans: false } })
  const left = await handed()
  expect(left.filter(line => line.startsWith('title') || line.startsWith('memory'))).toEqual([])
  expect(left).toContain('department: Sales')
  expect(await textsOf('ida')).toEqual(['I avoid conflict'])
})

test('an engine that asks is handed what is remembered, and no longer once that is off', async () => {
  await joined('uma')
  const call = world.as('uma')
  await call(decideAgreementEndpoint, { body: { decision: 'given' } })
  await call(rememberThis, { body: { text: 'I lead a team of four' } })
  const asking = enginesOf(async function* ({ context }) {
    yield { kind: 'text', text: `Told: ${(await context()).map(({ text }) => text).join(', ')}` }
    yield { kind: 'end', state: undefined, awaits: 'rest' }
  })
  const engines = { ...asking, patience: { firstMs: 20_000, nextMs: 20_000 } }
  const told = async (sourceId: string): Promise<string> => {
    const heard = await hear(world.deps, { ...keyOf('uma'), text: 'Go on', surface: 'tab', sourceId }, engines)
    if (heard.kind !== 'turn') throw new Error(`it was heard as ${heard.kind}`)
    return (await loadTurn(world.deps, { ...keyOf('uma'), messageId: heard.messageId })).text
  }
  expect(await told('tab:uma-asks')).toContain('I lead a team of four')
  await call(switchMyMemory, { body: { active: false, fromPlans: false } })
  expect(await told('tab:uma-again')).not.toContain('I lead a team of four')
})
