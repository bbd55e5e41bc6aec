import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChatRequest } from '../../sandbox/model/model.ts'
import { createModelStandin, type ModelStandin } from '../../sandbox/model/model.ts'
import type { Reply } from '../../sandbox/model/wire.ts'
import { figuresOf } from './figures.ts'
import { createModelCoach, wantedModel, type Wanted } from './model.ts'
import { playAll } from './session.ts'

const KEY = 'bench-key-0123456789'
let model: ModelStandin
beforeAll(async () => {
  model = createModelStandin({ now: () => new Date() })
  await model.standin.listen()
  model.addDeployment({ model: 'chat', key: KEY })
})
afterAll(() => model[Symbol.asyncDispose]())

const wanted = (): Wanted => ({
  provider: 'compatible',
  endpoint: model.compatibleUrl(),
  model: 'chat',
  key: KEY,
  sessions: 2
})

/** Asks the same question until the third thing is said, and then makes a plan of its own words. */
function pushes({ messages }: ChatRequest): Reply {
  if (messages.some(({ role }) => role === 'tool')) return { text: 'Noted.' }
  const heard = messages.filter(({ role, content }) => role === 'user' && content?.includes('<said>')).length
  if (heard < 3) return { text: 'Why?' }
  const settled = { cue: 'it is nine', action: 'leverage synergies globally', when: 'tomorrow' }
  return { calls: [{ name: 'settle_plan', arguments: settled }] }
}

test('a model is measured by the same people and limits, with our prompt, each session by itself', async () => {
  model.says(pushes)
  const people = await playAll(createModelCoach(wanted()), ['plain'], { locale: 'en', seed: 1, sessions: 2 })
  const [one] = people
  expect(one?.map(({ exchanges, plan }) => [exchanges.length, plan?.action])).toEqual([
    [3, 'leverage synergies globally'],
    [3, 'leverage synergies globally']
  ])
  const figures = figuresOf(people)
  expect(figures.reflectionsPerQuestion).toBe(0)
  expect(figures.repeatedTurns).toBeGreaterThan(0)
  // The plan was quick, but in no word the person typed.
  expect(figures.plansWithinEight).toBe(0)
  expect(model.asked()[0]?.messages[0]?.role).toBe('system')
})

test('a key that the service refuses ends the measuring with the reason', async () => {
  const playing = playAll(createModelCoach({ ...wanted(), key: 'another' }), ['plain'], { locale: 'en', seed: 1 })
  await expect(playing).rejects.toThrow('key_refused')
})

test('what is missing of a wanted model is named; without one the scripted coach is measured', () => {
  const options = ['7', '--model=chat', '--provider=azure', '--endpoint=https://demo.openai.azure.com']
  expect(wantedModel(['7', '--show=en'], {})).toBeUndefined()
  expect(wantedModel(options, { COACH_MODEL_KEY: KEY })).toMatchObject({ provider: 'azure', sessions: 3 })
  expect(() => wantedModel(options, {})).toThrow('COACH_MODEL_KEY')
})
