/** Topics, plans and a session that leaves no trace. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFileClient } from '../contract/client.ts'
import * as coach from '../contract/coach.ts'
import { exampleFor } from '../contract/first-plans.ts'
import { focusAreaSchema } from '../contract/nudges.ts'
import { putSafetyPolicy } from '../contract/safety.ts'
import { DAY } from '../platform/time.ts'
import { hear, soundsLikeCrisis } from './coach.ts'
import { ADMIN, enginesOf, personIdOf, privately, startCoachWorld, type CoachWorld } from './test-world.ts'

let world: CoachWorld
beforeAll(async () => {
  world = await startCoachWorld(undefined, ['ana', 'bea', 'cai', 'dan', 'eve', 'fay', 'gil', 'hal', 'ian', 'ivy'])
})
afterAll(() => world[Symbol.asyncDispose]())

const agree = (name: string) => world.as(name)(coach.decideAgreementEndpoint, { body: { decision: 'given' } })
const say = (name: string, words: string, conversationId?: string) =>
  world.as(name)(coach.postTurn, {
    body: { turnId: randomUUID(), text: words, ...(conversationId ? { conversationId } : {}) }
  })
const textsOf = async (name: string, conversationId?: string) => {
  const { turns } = await world.as(name)(coach.getThread, { query: conversationId ? { conversationId } : {} })
  return turns.filter(({ from }) => from === 'person').map(({ text }) => text)
}
const found = async (name: string, find: string) =>
  (await world.as(name)(coach.getConversations, { query: { find } })).conversations

describe('conversations', () => {
  test('are apart: each has its words and its dialogue; what comes without a name goes on in the newest, from any channel', async () => {
    await agree('ana')
    await say('ana', 'Quiero preparar una reunión con José')
    const first = (await world.as('ana')(coach.getThread)).conversation
    expect(first?.title).toBe('Quiero preparar una reunión con José')
    const second = await world.as('ana')(coach.newConversation)
    expect(await world.as('ana')(coach.newConversation)).toEqual(second)
    world.advance(1000)
    await hear(world.deps, {
      organizationId: world.organizationId,
      personId: personIdOf('ana'),
      text: 'typed in Teams',
      surface: 'teams',
      sourceId: 'teams:1'
    })
    expect(await textsOf('ana')).toEqual(['typed in Teams'])
    expect((await world.as('ana')(coach.getThread)).turns[0]).toMatchObject({ surface: 'teams' })
    world.advance(1000)
    await say('ana', 'nobody listens', first?.conversationId)
    expect(await textsOf('ana', first?.conversationId)).toEqual([
      'Quiero preparar una reunión con José',
      'nobody listens'
    ])
    expect(await textsOf('ana')).toContain('nobody listens')
  })

  test('are found by what was said in them, whatever the case or the accents, by their person alone', async () => {
    expect(await found('ana', 'reunion con JOSE')).toMatchObject([
      { excerpt: expect.stringContaining('reunión con José') }
    ])
    expect(await found('ana', 'teams')).toHaveLength(1)
    expect(await found('ana', 'no such words')).toEqual([])
    expect(await found('bea', 'reunion')).toEqual([])
  })

  test('are renamed and deleted by their person alone, and a deleted one is gone with all that was said', async () => {
    const [one] = await found('ana', 'reunion')
    const params = { conversationId: one?.conversationId ?? '' }
    const calls = [
      world.as('bea')(coach.renameConversation, { params, body: { title: 'mine now' } }),
      world.as('bea')(coach.deleteConversation, { params }),
      world.as('bea')(coach.getThread, { query: params })
    ]
    await Promise.all(calls.map(call => expect(call).rejects.toMatchObject({ status: 404 })))
    await agree('bea')
    await expect(say('bea', 'into hers', params.conversationId)).rejects.toMatchObject({ status: 404 })
    await world.as('ana')(coach.renameConversation, { params, body: { title: 'My one-to-ones' } })
    expect((await found('ana', 'one-to-ones')).map(({ title }) => title)).toEqual(['My one-to-ones'])
    expect(await world.as('ana')(coach.deleteConversation, { params })).toEqual({ messages: 4 })
    expect(await found('ana', 'reunion')).toEqual([])
    await expect(world.as('ana')(coach.deleteConversation, { params })).rejects.toMatchObject({ status: 404 })
    expect(await textsOf('ana')).toEqual(['typed in Teams'])
  })
})

const PLAN = { cue: 'stand-up ends; really, ends', action: 'thank Luis\nand Ana', when: 'tomorrow' } as const
const keeping = (name: string, plan: object = PLAN, planId = `pln_${randomUUID()}`) =>
  world.as(name)(coach.keepPlan, { body: { planId, ...PLAN, ...plan } })
const keep = async (...kept: Parameters<typeof keeping>) => planOf(await keeping(...kept))
function planOf({ plan }: Awaited<ReturnType<typeof keeping>>) {
  if (!plan) throw new Error('The plan was not kept')
  return plan
}
const fileOf = (name: string) => createFileClient({ baseUrl: world.url, fetch, token: async () => name })

describe('a plan', () => {
  test('is kept once, changed, asked about at another moment, and closed; not by somebody else', async () => {
    await agree('cai')
    const planId = `pln_${randomUUID()}`
    const [made] = await Promise.all([keep('cai', {}, planId), keep('cai', {}, planId)])
    expect((await world.as('cai')(coach.getPlans)).plans).toHaveLength(1)
    const params = { planId }
    const change = async (name: string, body: object) =>
      planOf(await world.as(name)(coach.changePlanEndpoint, { params, body }))
    await expect(change('bea', { cue: 'hers now' })).rejects.toMatchObject({ status: 404 })
    expect(await change('cai', { cue: 'lunch begins' })).toMatchObject({
      cue: 'lunch begins',
      followUpAt: made.followUpAt
    })
    const moved = await change('cai', { when: 'next_week' })
    expect(Date.parse(moved.followUpAt ?? '') - Date.parse(made.followUpAt ?? '')).toBeGreaterThan(4 * DAY)
    expect(await change('cai', { when: 'never' })).toMatchObject({ followUpAt: null })
    expect(world.facts.filter(({ type }) => type === 'plan.rescheduled')).toMatchObject([
      { planId, followUpAt: moved.followUpAt },
      { planId, followUpAt: null }
    ])
    await world.as('cai')(coach.closePlanEndpoint, { params, body: { outcome: 'kept' } })
    await expect(change('cai', { cue: 'too late' })).rejects.toMatchObject({ status: 409 })
  })

  test('with words of danger is answered by people and not kept, also before the agreement; a worry is kept and answered', async () => {
    const before = await keeping('hal', { cue: 'I get home', action: 'I will kill myself' })
    expect(before).toMatchObject({
      plan: null,
      said: { kind: 'crisis', text: expect.stringContaining('findahelpline') }
    })
    await agree('hal')
    const kept = await keep('hal', { action: 'I will call Ana' })
    const params = { planId: kept.planId }
    const changed = await world.as('hal')(coach.changePlanEndpoint, { params, body: { action: 'me quito la vida' } })
    expect(changed).toMatchObject({ plan: null, said: { kind: 'crisis' } })
    expect((await world.as('hal')(coach.getPlans)).plans).toEqual([{ ...kept, due: false }])
    const worry = { cue: 'my colleague says again that she wants to die', action: 'I stay with her and call the line' }
    expect(await keeping('hal', worry)).toMatchObject({ plan: worry, said: { kind: 'human' } })
    // After danger the coach does not go on by itself.
    expect(await say('hal', 'Good morning')).toMatchObject({ kind: 'human' })
  })

  test('of ours, offered as an example, alarms nobody', () => {
    const examples = (['en', 'es'] as const).flatMap(locale =>
      [undefined, ...focusAreaSchema.options].flatMap(focus => [0, 1, 2, 3, 4].map(at => exampleFor(locale, focus, at)))
    )
    expect(examples.filter(({ cue, action }) => soundsLikeCrisis(`${cue}. ${action}`))).toEqual([])
  })

  test('goes to a calendar as a file that any calendar reads', async () => {
    await agree('dan')
    const cueOn = { day: '2026-11-26', time: '09:30' }
    const plan = await keep('dan', { cue: `${'ñ'.repeat(60)} ends; really, ends`, when: 'never', cueOn })
    const { name, content } = await fileOf('dan')(coach.planCalendar, { params: plan })
    const text = await content.text()
    expect(name).toBe('plan.ics')
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    expect(lines.every(line => Buffer.byteLength(line) <= 75)).toBe(true)
    const whole = text.replaceAll('\r\n ', '')
    expect(whole).toContain(
      `SUMMARY:If ${'ñ'.repeat(60)} ends\\; really\\, ends\\, then I will thank Luis\\nand Ana\r\n`
    )
    expect(whole).toContain(`UID:${plan.planId}@consciousinsights\r\n`)
    expect(whole).toContain('DTSTART:20261126T143000Z\r\nDTEND:20261126T144500Z\r\n')
    await expect(fileOf('bea')(coach.planCalendar, { params: plan })).rejects.toMatchObject({ status: 404 })
    const momentless = await keep('dan')
    await expect(fileOf('dan')(coach.planCalendar, { params: momentless })).rejects.toMatchObject({
      status: 409,
      problem: { code: 'no_cue_moment' }
    })
  })

  test('has its cue’s day and time by the person’s own clock, and how it went is asked after it, never before', async () => {
    await agree('ivy')
    await world.deps.db.owner(trx =>
      sql`update people set timezone = 'Europe/Berlin' where id = ${personIdOf('ivy')}`.execute(trx)
    )
    const plan = await keep('ivy', { cueOn: { day: '2026-11-30', time: '09:30' }, when: 'today' })
    expect(plan).toMatchObject({ cueAt: '2026-11-30T08:30:00.000Z', followUpAt: '2026-11-30T11:30:00.000Z' })
    const change = async (body: object) =>
      planOf(await world.as('ivy')(coach.changePlanEndpoint, { params: { planId: plan.planId }, body }))
    // Of summer time.
    expect(await change({ cueOn: { day: '2027-06-07', time: '09:30' } })).toMatchObject({
      cueAt: '2027-06-07T07:30:00.000Z',
      followUpAt: '2027-06-07T10:30:00.000Z'
    })
    expect(world.facts.findLast(({ type }) => type === 'plan.rescheduled')).toMatchObject({
      planId: plan.planId,
      followUpAt: '2027-06-07T10:30:00.000Z'
    })
    expect(await change({ cueOn: { day: '2026-12-01', time: '10:00' }, when: 'tomorrow' })).toMatchObject({
      followUpAt: '2026-12-02T09:00:00.000Z'
    })
    expect(await change({ cue: 'the call ends' })).toMatchObject({ cueAt: '2026-12-01T09:00:00.000Z' })
    expect(await change({ cueOn: null })).toMatchObject({ cueAt: null, followUpAt: '2026-12-02T09:00:00.000Z' })
    for (const day of ['2026-11-01', '2029-01-01'])
      await expect(change({ cueOn: { day, time: '09:30' } })).rejects.toMatchObject({
        status: 400,
        problem: { code: 'cue_out_of_range' }
      })
  })
})

/** Rows of everything that coaching could leave behind. */
const traces = () =>
  world.deps.db.owner(async trx => {
    const tables = await sql<{
      name: string
    }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(trx)
    const counts = tables.rows.map(async ({ name }) => {
      const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.table(name)}`.execute(trx)
      return [name, Number(rows[0]?.count)] as const
    })
    return Object.fromEntries(await Promise.all(counts))
  })

describe('a session that leaves no trace', () => {
  test('goes on over several turns from what its window holds, and no table has a row more', async () => {
    await agree('eve')
    const before = await traces()
    let sealed: string | undefined
    const answers: string[] = []
    let plan: unknown = null
    for (const text of [
      'I avoid a talk',
      'He shouts',
      'If I open my laptop, then I will write down one sentence',
      'yes',
      'tomorrow'
    ]) {
      const events = await privately(world.url, 'eve', { text, ...(sealed ? { sealed } : {}) })
      const end = events.at(-1)
      if (end?.kind !== 'end') throw new Error(`it ended with ${end?.kind}`)
      answers.push(events.flatMap(event => (event.kind === 'part' ? [event.text] : [])).join(''))
      ;({ sealed, plan } = end)
    }
    expect(answers[1]).toMatch(/he shouts/iu)
    expect(plan).toEqual({ cue: 'I open my laptop', action: 'write down one sentence', when: 'tomorrow' })
    expect(await traces()).toEqual(before)
    expect(Buffer.from(sealed ?? '', 'base64url').toString('utf8')).not.toContain('shouts')
    await keep('eve', plan as object)
    expect((await world.as('eve')(coach.getPlans)).plans).toMatchObject([{ action: 'write down one sentence' }])
  })

  test('of somebody else, or a changed one, does not open', async () => {
    await agree('fay')
    const [, end] = await privately(world.url, 'fay', { text: 'mine alone' })
    const sealed = end?.kind === 'end' ? end.sealed : ''
    await agree('gil')
    expect(await privately(world.url, 'gil', { text: 'go on', sealed })).toEqual([{ kind: 'expired' }])
    const forged = `${sealed.slice(0, -4)}AAAA`
    expect(await privately(world.url, 'fay', { text: 'go on', sealed: forged })).toEqual([{ kind: 'expired' }])
    expect((await privately(world.url, 'fay', { text: 'go on', sealed })).at(-1)).toMatchObject({ kind: 'end' })
  })

  test('hears danger before everything, and before a yes nothing else', async () => {
    const words = await privately(world.url, 'cai', { text: 'I want to kill myself' })
    expect(words).toMatchObject([{ kind: 'part', text: expect.stringContaining('Demo line') }, { from: 'human' }])
    await world.as('gil')(coach.decideAgreementEndpoint, { body: { decision: 'declined' } })
    expect(await privately(world.url, 'gil', { text: 'hello' })).toEqual([{ kind: 'needsAgreement' }])
    expect(await privately(world.url, 'gil', { text: 'I want to die' })).toMatchObject([
      { kind: 'part' },
      { from: 'human' }
    ])
    await expect(keep('gil')).rejects.toMatchObject({ status: 403 })
  })

  test('rests after a card about danger until the person goes on, also where a conversation that is kept rests', async () => {
    await agree('ian')
    const before = await traces()
    let sealed: string | undefined
    const private_ = async (text: string) => {
      const events = await privately(world.url, 'ian', { text, ...(sealed ? { sealed } : {}) })
      const end = events.at(-1)
      if (end?.kind !== 'end') throw new Error(`it ended with ${end?.kind}`)
      ;({ sealed } = end)
      return { from: end.from, text: events.flatMap(event => (event.kind === 'part' ? [event.text] : [])).join('') }
    }
    expect((await private_('I want to prepare a talk')).from).toBe('coach')
    expect(await private_('I want to kill myself')).toMatchObject({ from: 'human' })
    expect(await private_('and the talk?')).toMatchObject({
      from: 'human',
      text: expect.stringContaining('Do you want to go on?')
    })
    expect(await private_('no')).toMatchObject({ from: 'human', text: expect.stringContaining('stays paused') })
    expect(await private_('hm')).toMatchObject({
      from: 'human',
      text: expect.stringContaining('Do you want to go on?')
    })
    expect(await private_('yes')).toMatchObject({ from: 'human', text: expect.stringContaining('At your pace') })
    expect((await private_('I avoid a talk')).from).toBe('coach')
    expect(await traces()).toEqual(before)
    // A pause that is kept is minded by a new session, which leaves it as it is.
    await say('ian', 'I want to kill myself')
    const paused = await traces()
    sealed = undefined
    expect(await private_('hello')).toMatchObject({
      from: 'human',
      text: expect.stringContaining('Do you want to go on?')
    })
    expect((await private_('I avoid a talk')).from).toBe('coach')
    expect((await private_('He shouts')).from).toBe('coach')
    expect(await traces()).toEqual(paused)
    expect((await say('ian', 'hello')).kind).toBe('human')
  })

  test('begins anew with the scripted coach when an engine breaks off', async () => {
    const broken = enginesOf(async function* breaks() {
      yield { kind: 'text', text: 'Half a sen' }
      throw new Error('out')
    })
    await using other = await startCoachWorld(broken)
    await other.as('ana')(coach.decideAgreementEndpoint, { body: { decision: 'given' } })
    const events = await privately(other.url, 'ana', { text: 'I want to listen more' })
    expect(events.map(({ kind }) => kind)).toEqual(['part', 'again', 'part', 'end'])
    expect(events.at(-1)).toMatchObject({ degraded: true, engine: 'scripted@4' })
  })
})

test('whom to talk to instead: the company’s lines and routes, those of the person’s country, and one for everywhere', async () => {
  const policy = {
    notify: 'nobody' as const,
    lines: [{ country: '*', name: 'Support at Acme', contact: '555-0199' }],
    routes: [
      {
        kind: 'ethics_line' as const,
        topics: ['legal' as const],
        name: { en: 'Acme line', es: 'Línea' },
        contact: '555-0'
      }
    ]
  }
  await world.as(ADMIN)(putSafetyPolicy, { body: policy })
  const { lines, routes, sponsor } = await world.as('ana')(coach.getHumanRoutes)
  expect(lines.map(({ name, contact }) => `${name}: ${contact}`)).toEqual([
    'Emergency number (US): 911',
    'Support at Acme: 555-0199',
    'Demo line: 555-0100',
    '988 Suicide & Crisis Lifeline: 988',
    'Find a line in your country: findahelpline.com'
  ])
  expect(routes).toEqual([{ name: 'Ethics line, Acme line', contact: '555-0' }])
  const linesIn = async (country: string) => {
    await world.deps.db.owner(trx =>
      sql`update people set country = ${country} where id = ${personIdOf('ana')}`.execute(trx)
    )
    return (await world.as('ana')(coach.getHumanRoutes)).lines.map(({ name, contact }) => `${name}: ${contact}`)
  }
  expect(await linesIn('BR')).toEqual([
    'Ambulance (BR): 192',
    'Police (BR): 190',
    'Support at Acme: 555-0199',
    'CVV – Centro de Valorização da Vida: 188',
    'Find a line in your country: findahelpline.com'
  ])
  // What is no code says nothing: the company's country stands.
  expect(await linesIn('Mexico')).toContain('Emergency number (US): 911')
  expect(sponsor).toEqual({ name: 'Sam Demo', title: 'Chief People Officer' })
})
