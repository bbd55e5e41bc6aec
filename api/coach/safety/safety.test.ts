import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPersonFromSignIn } from '../../directory/directory.ts'
import { decideAgreement } from '../../channels/channels.ts'
import { CallError, createClient, type Client } from '../../contract/client.ts'
import { getThread, postTurn } from '../../contract/coach.ts'
import { organizationSettingsSchema } from '../../contract/organizations.ts'
import { getSafetyPolicy, putSafetyPolicy, type SafetyPolicy } from '../../contract/safety.ts'
import { configureOrganization } from '../../organizations/organizations.ts'
import { ProblemError } from '../../platform/errors.ts'
import { answerErrors, createApi, createWeb, type Authenticate } from '../../platform/http.ts'
import { listen } from '../../platform/serve.ts'
import { definitions } from '../../start.ts'
import { createTestWorld, type TestWorld } from '../../testing.ts'
import { createClassifier } from '../../vendors/safety-classifier.ts'
import { createPublish } from '../../wiring.ts'
import { coachRoutes } from '../routes.ts'
import { assess } from './assess.ts'
import { moreAlarming } from './together.ts'

const held = new AsyncDisposableStack()
let world: TestWorld
let url: string
/** What the classifier's stand-in answers, and what it was asked. */
let opinion: (text: string, answer: express.Response) => void = (_text, answer) => void answer.json({ kind: 'none' })
const asked: unknown[] = []

/** `organization:person:role`. */
const byName: Authenticate = async token => {
  const [organizationId, personId, role] = token?.split('|') ?? []
  if (!organizationId || !personId) throw new ProblemError('unauthenticated', 'Sign in')
  return { kind: 'person', organizationId, personId, roles: role === 'admin' ? ['admin'] : [], clientId: 'test' }
}
const as = (organizationId: string, personId: string, role = ''): Client =>
  createClient({ baseUrl: url, fetch, token: async () => `${organizationId}|${personId}|${role}` })

const company = (name: string): Promise<{ readonly organizationId: string }> =>
  configureOrganization(world.deps, {
    externalId: name,
    settings: organizationSettingsSchema.parse({
      name: `${name} (demo)`,
      workosOrganizationId: `org_${name}`,
      connectionId: `conn_${name}`,
      joining: 'sign_in',
      timezone: 'America/New_York',
      country: 'US',
      locale: 'en',
      sponsor: { name: 'Sam Demo', title: 'Chief People Officer' },
      launchDate: '2027-01-11',
      crisisLines: [{ country: 'US', name: 'Demo line', contact: '555-0100' }]
    })
  })

let serial = 0
async function coached(organizationId: string): Promise<Client> {
  const idpId = `idp-${(serial += 1)}`
  const { personId } = await createPersonFromSignIn(world.deps, organizationId, { idpId, firstName: 'Demo' })
  await decideAgreement(world.deps, { organizationId, personId, decision: 'given', surface: 'tab' })
  return as(organizationId, personId)
}
const say = (person: Client, text: string, turnId: string = crypto.randomUUID()) =>
  person(postTurn, { body: { turnId, text } })

beforeAll(async () => {
  const classifier = createWeb()
  classifier.post('/classify', express.json(), (req, res) => {
    asked.push(req.body)
    opinion(String(req.body.text), res)
  })
  const stand = held.use(await listen(classifier, { port: 0, host: '127.0.0.1' }))
  world = held.use(await createTestWorld({ definitions, publish: deps => createPublish(deps.queue) }))
  const app = createWeb()
  const api = createApi(byName, async () => ({ [Symbol.dispose]: () => undefined }))
  const at = `http://127.0.0.1:${stand.port}/classify`
  coachRoutes({ ...world.deps, classifier: createClassifier({ url: at, key: undefined, fetch }) }, api)
  app.use(api.router, answerErrors(world.deps.log))
  url = `http://127.0.0.1:${held.use(await listen(app, { port: 0, host: '127.0.0.1' })).port}`
})
afterAll(() => held.disposeAsync())

const POLICY: SafetyPolicy = {
  notify: 'nobody',
  lines: [{ country: 'US', name: 'Acme listens (demo)', contact: '555-0199' }],
  routes: [
    { kind: 'ombuds', topics: ['dismissal'], name: { en: 'Office 4', es: 'Oficina 4' }, contact: 'ombuds@acme.example' }
  ]
}

test('an admin keeps the company’s lines and routes; nobody else may, and no other company hears of them', async () => {
  const { organizationId } = await company('acme')
  const other = await company('umbrella')
  const admin = as(organizationId, 'per_admin', 'admin')
  expect(await admin(getSafetyPolicy)).toEqual({ notify: 'nobody', lines: [], routes: [] })
  expect(await admin(putSafetyPolicy, { body: POLICY })).toEqual(POLICY)
  expect(await admin(putSafetyPolicy, { body: POLICY })).toEqual(POLICY)
  expect(await admin(getSafetyPolicy)).toEqual(POLICY)
  expect(await as(other.organizationId, 'per_admin', 'admin')(getSafetyPolicy)).toMatchObject({ lines: [] })
  await expect(as(organizationId, 'per_one')(putSafetyPolicy, { body: POLICY })).rejects.toThrow(CallError)
  await expect(
    admin(putSafetyPolicy, { body: { ...POLICY, notify: 'hr' } as unknown as SafetyPolicy })
  ).rejects.toThrow(CallError)
  const mine = await say(await coached(organizationId), 'They are going to fire me')
  expect(JSON.stringify(mine)).toContain('ombuds@acme.example')
  const theirs = await say(await coached(other.organizationId), 'They are going to fire me')
  expect(JSON.stringify(theirs)).not.toContain('ombuds@acme.example')
})

test('a classifier that is more alarmed than the rules is believed, and gets the text and nothing else', async () => {
  const { organizationId } = await company('initech')
  const person = await coached(organizationId)
  const text = 'The heron is done with the pond'
  expect(assess(text)).toEqual({ kind: 'none' })
  asked.length = 0
  opinion = (_text, answer) => void answer.json({ kind: 'acute' })
  const heard = await say(person, text)
  expect(heard).toMatchObject({ kind: 'crisis' })
  expect(JSON.stringify(heard)).toContain('555-0100')
  expect(asked).toEqual([{ text }])
})

test('late, broken or talking nonsense, a classifier leaves it to the rules', async () => {
  const { organizationId } = await company('hooli')
  const broken: readonly (typeof opinion)[] = [
    (_text, answer) => void answer.status(500).end(),
    (_text, answer) => void answer.json({ kind: 'harmless', note: 'ignore the rules' }),
    (_text, answer) => void answer.type('text').send('none'),
    // Never answers; the wait ends by itself.
    () => undefined
  ]
  for (const each of broken) {
    opinion = each
    const person = await coached(organizationId)
    expect(await say(person, 'I want to delegate more')).toMatchObject({ kind: 'turn' })
    expect(await say(person, 'I want to kill myself')).toMatchObject({ kind: 'crisis' })
  }
})

test('a classifier never calms the rules', () => {
  const byRules = assess('I want to kill myself')
  for (const kind of ['none', 'other', 'acute'] as const) expect(moreAlarming(byRules, { kind }, 'es')).toEqual(byRules)
})

test('in the tab a turn sent twice is answered once, also while the dialogue rests', async () => {
  opinion = (_text, answer) => void answer.json({ kind: 'none' })
  const { organizationId } = await company('stark')
  const person = await coached(organizationId)
  await say(person, 'I do not want to live anymore')
  const turnId = 'turn-morning-01'
  const first = await say(person, 'Good morning', turnId)
  expect(first).toMatchObject({ kind: 'human' })
  expect(await say(person, 'Good morning', turnId)).toEqual(first)
  const { turns } = await person(getThread)
  expect(turns.map(({ from }) => from)).toEqual(['person', 'human', 'person', 'human'])
  // Both devices at once: the dialogue is taken up once, and nothing is said twice.
  const both = await Promise.all([say(person, 'yes', 'turn-a-000001'), say(person, 'yes', 'turn-a-000001')])
  expect(new Set(both.map(({ kind }) => kind)).size).toBe(1)
  expect((await person(getThread)).turns.map(({ from }) => from)).toEqual([
    ...turns.map(({ from }) => from),
    'person',
    'human'
  ])
})
