/** What an admin chooses, checks and takes back: the key goes in and never comes out. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  checkCoachEngine,
  deleteCoachEngine,
  getCoachEngine,
  putCoachEngine,
  type ModelProvider
} from '../../contract/coach-engine.ts'
import { listEvents } from '../../audit/audit.ts'
import { AUDIT_ACTIONS } from '../../audit/actions.ts'
import { listen } from '../../platform/serve.ts'
import { createWeb } from '../../platform/http.ts'
import { addressOf } from './address.ts'
import { decideAgreementEndpoint, getAgreement } from '../../contract/coach.ts'
import { scriptedEngine } from '../scripted/scripted.ts'
import { agree, KEYS, startCompanies, tell, type Companies } from './test-companies.ts'

let world: Companies
beforeAll(async () => {
  world = await startCompanies()
})
afterAll(() => world[Symbol.asyncDispose]())

const bodyOf = (provider: ModelProvider) => ({
  provider,
  endpoint: provider === 'azure' ? world.models.acme.azureUrl() : world.models.acme.compatibleUrl(),
  model: 'acme-chat'
})

test('settings answer nobody before a check went well, and the way back is one press', async () => {
  const admin = world.admin('acme')
  const ana = await world.join('acme', 'ana')
  expect(await admin(getCoachEngine)).toEqual({ kind: 'scripted' })
  await expect(admin(checkCoachEngine)).rejects.toMatchObject({ status: 409 })
  const saved = await admin(putCoachEngine, { body: { ...bodyOf('azure'), model: 'no-such', key: KEYS.acme } })
  expect(saved).toMatchObject({ kind: 'model', id: 'azure@1', active: false, check: null })
  expect(await admin(checkCoachEngine)).toMatchObject({ active: false, check: { result: 'not_found' } })
  expect(await tell(ana, 'Nobody is there yet')).toMatchObject({ engine: scriptedEngine.id, degraded: false })
  // The stored key stays for its own address.
  await admin(putCoachEngine, { body: bodyOf('azure') })
  expect(await admin(checkCoachEngine)).toMatchObject({ active: true, check: { result: 'well' } })
  expect(await admin(putCoachEngine, { body: bodyOf('azure') })).toMatchObject({ active: true })
  await agree(ana)
  expect(await tell(ana, 'Here it is')).toMatchObject({ engine: 'azure@1', degraded: false })
  expect(await admin(deleteCoachEngine)).toEqual({ kind: 'scripted' })
  expect(await admin(deleteCoachEngine)).toEqual({ kind: 'scripted' })
  expect(await tell(ana, 'And gone')).toMatchObject({ engine: scriptedEngine.id, degraded: false })
  const left = await world.deps.db.owner(trx => sql`select 1 from coach_engines`.execute(trx))
  expect(left.rows).toEqual([])
})

test('the agreement names the service that answers; a yes holds for what it named, and nobody is answered by another', async () => {
  const [admin, ada] = [world.admin('acme'), await world.join('acme', 'ada')]
  const standing = async () => {
    const { agreement, current, decided } = await ada(getAgreement)
    return { agreement, names: current.modelService, readOf: decided?.modelService }
  }
  const decide = (modelService?: string) =>
    ada(decideAgreementEndpoint, { body: { decision: 'given', ...(modelService ? { modelService } : {}) } })
  await admin(putCoachEngine, { body: { ...bodyOf('azure'), key: KEYS.acme } })
  expect(await standing()).toEqual({ agreement: 'given', names: null, readOf: null })
  await admin(checkCoachEngine)
  const azure = `Azure OpenAI (${new URL(bodyOf('azure').endpoint).host})`
  expect(await standing()).toEqual({ agreement: 'none', names: azure, readOf: null })
  const { current, decided } = await ada(getAgreement)
  expect(current.lines.filter(line => line.includes(azure))).toHaveLength(1)
  expect(decided?.lines.join()).not.toContain('language model')
  const asked = world.models.acme.asked().length
  await expect(tell(ada, 'Before I said yes to it')).rejects.toThrow('nothing was said')
  // A yes to the text as it was before is none to this one.
  for (const read of [undefined, 'Azure OpenAI (other.example)'])
    await expect(decide(read)).rejects.toMatchObject({ status: 409, problem: { code: 'text_changed' } })
  expect(world.models.acme.asked()).toHaveLength(asked)
  await decide(azure)
  expect(await tell(ada, 'Now I did')).toMatchObject({ engine: 'azure@1' })
  // Another deployment there is the same service, and a text that names none asks for less.
  world.models.acme.addDeployment({ model: 'acme-two', key: KEYS.acme })
  await admin(putCoachEngine, { body: { ...bodyOf('azure'), model: 'acme-two' } })
  expect(await standing()).toMatchObject({ agreement: 'given', names: null })
  await admin(checkCoachEngine)
  expect(await standing()).toEqual({ agreement: 'given', names: azure, readOf: azure })
  await admin(putCoachEngine, { body: { ...bodyOf('compatible'), key: KEYS.acme } })
  await admin(checkCoachEngine)
  expect(await standing()).toMatchObject({ agreement: 'none', readOf: azure })
  await admin(deleteCoachEngine)
  expect(await standing()).toEqual({ agreement: 'given', names: null, readOf: azure })
})

test('a stored key goes to no other address, not even by a changed row', async () => {
  const admin = world.admin('acme')
  const heard: string[] = []
  const thief = createWeb().use((req, res) => {
    heard.push(JSON.stringify(req.headers))
    res.type('html').send('<p>Hello</p>')
  })
  await using elsewhere = await listen(thief, { port: 0, host: '127.0.0.1' })
  const endpoint = `http://127.0.0.1:${elsewhere.port}`
  await admin(putCoachEngine, { body: { ...bodyOf('azure'), key: KEYS.acme } })
  for (const moved of [{ ...bodyOf('azure'), endpoint }, bodyOf('compatible')])
    await expect(admin(putCoachEngine, { body: moved })).rejects.toMatchObject({ problem: { code: 'key_needed' } })
  await world.deps.db.owner(trx => sql`update coach_engines set endpoint = ${endpoint}`.execute(trx))
  expect(await admin(checkCoachEngine)).toMatchObject({ check: { result: 'key_refused' } })
  expect(heard).toEqual([])
  // Whoever enters a key for it has a service that is none.
  await admin(putCoachEngine, { body: { ...bodyOf('azure'), endpoint, key: 'thief-key-1' } })
  expect(await admin(checkCoachEngine)).toMatchObject({ check: { result: 'garbled' } })
})

test('where nothing answers, the check says so', async () => {
  const { port, ...gone } = await listen(createWeb(), { port: 0, host: '127.0.0.1' })
  await gone[Symbol.asyncDispose]()
  const body = {
    provider: 'compatible',
    endpoint: `http://127.0.0.1:${port}/v1`,
    model: 'x',
    key: 'demo-key-1'
  } as const
  await world.admin('acme')(putCoachEngine, { body })
  expect(await world.admin('acme')(checkCoachEngine)).toMatchObject({ active: false, check: { result: 'unreachable' } })
})

test('only an admin reads or changes it, of their own company alone', async () => {
  const ana = world.as('acme', 'ana')
  for (const call of [getCoachEngine, checkCoachEngine, deleteCoachEngine])
    await expect(ana(call)).rejects.toMatchObject({ status: 403 })
  await expect(ana(putCoachEngine, { body: bodyOf('azure') })).rejects.toMatchObject({ status: 403 })
  await world.admin('acme')(putCoachEngine, { body: { ...bodyOf('azure'), key: KEYS.acme } })
  expect(await world.admin('bolt')(getCoachEngine)).toEqual({ kind: 'scripted' })
})

test('the key is in no answer, no log line, no audit entry and no column', async () => {
  const admin = world.admin('acme')
  const answers = [
    await admin(putCoachEngine, { body: { ...bodyOf('compatible'), key: KEYS.acme } }),
    await admin(checkCoachEngine),
    await admin(getCoachEngine)
  ]
  world.models.acme.standin.faults.add({
    kind: 'status',
    status: 401,
    body: { error: { message: KEYS.acme } },
    times: 1
  })
  answers.push(await admin(checkCoachEngine))
  expect(JSON.stringify(answers)).not.toContain(KEYS.acme)
  expect(world.logged()).not.toContain(KEYS.acme)
  const actions = AUDIT_ACTIONS.filter(action => action.startsWith('coach_engine.'))
  const events = await Promise.all(
    actions.map(action => listEvents(world.deps, { organizationId: world.ids.acme, action, limit: 50 }))
  )
  expect(events.map(each => each.length > 0)).toEqual([true, true, true])
  expect(JSON.stringify(events)).not.toContain(KEYS.acme)
  const { rows } = await world.deps.db.owner(trx =>
    sql<{ row: string }>`select c::text as row from coach_engines c`.execute(trx)
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.row).not.toContain(Buffer.from(KEYS.acme).toString('hex'))
})

test.each([
  [
    'https://name.openai.azure.com/openai/deployments/x/chat/completions?api-version=1',
    'azure',
    'https://name.openai.azure.com'
  ],
  ['https://models.example.com/v1/', 'compatible', 'https://models.example.com/v1'],
  ['https://models.example.com/v1/chat/completions', 'compatible', 'https://models.example.com/v1'],
  ['http://models.example.com/v1', 'compatible', undefined],
  ['https://user:word@models.example.com/v1', 'compatible', undefined],
  ['https://10.1.2.3/v1', 'compatible', undefined],
  ['https://2130706433/v1', 'compatible', undefined],
  ['https://[::ffff:169.254.169.254]/v1', 'compatible', undefined],
  ['https://localhost/v1', 'compatible', undefined],
  ['https://vault.internal', 'azure', undefined],
  ['https://intranet', 'azure', undefined]
] as const)('%s as %s is kept as %s', (endpoint, provider, kept) => {
  expect(addressOf({ provider, endpoint }, false)).toBe(kept)
})
