/** One conversation on all devices and in all processes: streamed in order, stopped, tried again, never lost and never doubled. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as coach from '../contract/coach.ts'
import type { CoachEvent } from '../contract/coach-stream.ts'
import { sleep } from '../platform/time.ts'
import { hear } from './coach.ts'
import type { EngineInput, EnginePart } from './port.ts'
import {
  enginesOf,
  personIdOf,
  startCoachProcess,
  startCoachWorld,
  type CoachProcess,
  type CoachWorld,
  type Followed
} from './test-world.ts'

const END: EnginePart = { kind: 'end', state: { seen: true }, awaits: 'goal' }
const text = (words: string): EnginePart => ({ kind: 'text', text: words })
const TOLD = ['One ', 'step ', 'after ', 'another.']

/** What the engine does follows from the first word the person says; `gates` open by name. */
const gates = new Map<string, PromiseWithResolvers<void>>()
const heard: EngineInput[] = []
async function* says(input: EngineInput): AsyncGenerator<EnginePart> {
  heard.push(input)
  const [how = '', name = ''] = (input.messages.at(-1)?.text ?? '').split(' ')
  if (how === 'fail') throw new Error('the engine is out')
  if (how === 'silent') await new Promise(resolve => input.signal.addEventListener('abort', resolve))
  if (how === 'break') {
    yield text('Half a sen')
    throw new Error('the engine broke off')
  }
  for (const [at, word] of TOLD.entries()) {
    yield text(word)
    if (how === 'slow') await sleep(140)
    if (how === 'steps') await gates.get(`${name} ${at}`)?.promise
    if (how === 'gate' && at === 0) await gates.get(name)?.promise
    if (input.signal.aborted) return
  }
  yield END
}
const engines = enginesOf(says)

let world: CoachWorld
let other: CoachProcess
beforeAll(async () => {
  world = await startCoachWorld(engines, [
    'ana',
    'bea',
    'cai',
    'dan',
    'eve',
    'fay',
    'gil',
    'hal',
    'ivo',
    'jan',
    'kit',
    'lou'
  ])
  other = await startCoachProcess(world.deps, world.organizationId, engines, { apart: true })
})
afterAll(async () => {
  await other[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

const agree = (name: string) => world.as(name)(coach.decideAgreementEndpoint, { body: { decision: 'given' } })
const say = (process: CoachProcess, name: string, words: string, more: object = {}) =>
  process.as(name)(coach.postTurn, { body: { turnId: randomUUID(), text: words, ...more } })
const thread = (name: string, conversationId?: string) =>
  world.as(name)(coach.getThread, { query: conversationId ? { conversationId } : {} })
const lastOf = async (name: string) => {
  const turn = (await thread(name)).turns.at(-1)
  if (!turn) throw new Error('nothing was said')
  return turn
}
const gate = (name: string): PromiseWithResolvers<void> => {
  const made = Promise.withResolvers<void>()
  gates.set(name, made)
  return made
}
const partsIn = (events: readonly CoachEvent[]) => events.flatMap(event => (event.kind === 'part' ? [event] : []))
const endedIn = (events: readonly CoachEvent[]) =>
  events.flatMap(event =>
    event.kind === 'turn' && event.turn.from === 'coach' && event.turn.state !== 'answering' ? [event.turn] : []
  )
const ended = async ({ events }: Followed) => {
  await expect.poll(() => endedIn(events).length).toBeGreaterThan(0)
  return endedIn(events)
}

describe('an answer', () => {
  test('streams in order to two devices in two processes, and the end holds all of it', async () => {
    await agree('ana')
    using here = await world.follow('ana')
    using there = await other.follow('ana')
    const steps = TOLD.slice(1).map((_word, at) => gate(`please ${at}`))
    const posted = say(other, 'ana', 'steps please')
    for (const [at, step] of steps.entries()) {
      for (const { events } of [here, there]) await expect.poll(() => partsIn(events).length).toBeGreaterThan(at)
      step.resolve()
    }
    await posted
    for (const device of [here, there]) {
      const [turn] = await ended(device)
      expect(turn).toMatchObject({ text: TOLD.join(''), state: 'done', engine: 'test@1', degraded: false })
      const parts = partsIn(device.events)
      expect(parts.length).toBeGreaterThan(1)
      expect(parts.map(({ ordinal }) => ordinal)).toEqual(parts.map((_part, at) => at))
      expect(TOLD.join('').startsWith(parts.map(part => part.text).join(''))).toBe(true)
      expect(device.events.filter(event => event.kind === 'turn' && event.turn.from === 'person')).toHaveLength(1)
    }
    expect((await thread('ana')).turns.map(turn => turn.from)).toEqual(['person', 'coach'])
  })

  test('goes on where a device was cut off, and a thread that is read in the middle fits on to the stream', async () => {
    await agree('bea')
    const opened = gate('bea')
    const first = await world.follow('bea')
    const posted = say(world, 'bea', 'gate bea')
    await expect.poll(() => partsIn(first.events).length).toBe(1)
    const [id, before] = [first.id(), partsIn(first.events)]
    first[Symbol.dispose]()
    const { turns, position } = await thread('bea')
    expect(turns.at(-1)).toMatchObject({ state: 'answering', text: TOLD[0], parts: 1 })
    using again = await other.follow('bea', undefined, { 'last-event-id': id })
    using fresh = await other.follow('bea', position)
    opened.resolve()
    await posted
    for (const device of [again, fresh]) {
      const [turn] = await ended(device)
      expect(turn?.text).toBe(TOLD.join(''))
      expect(partsIn(device.events).every(({ ordinal }) => ordinal >= before.length)).toBe(true)
    }
  })

  test('is stopped from another process: what was said stays, and the engine is told', async () => {
    await agree('cai')
    gate('cai')
    using device = await other.follow('cai')
    const posted = say(world, 'cai', 'gate cai')
    await expect.poll(() => partsIn(device.events).length).toBe(1)
    const { messageId } = await lastOf('cai')
    const { turn } = await other.as('cai')(coach.stopTurn, { params: { messageId } })
    expect(turn).toMatchObject({ state: 'stopped', text: TOLD[0] })
    await expect.poll(() => heard.find(input => input.messages.at(-1)?.text === 'gate cai')?.signal.aborted).toBe(true)
    gates.get('cai')?.resolve()
    await posted
    expect(await lastOf('cai')).toMatchObject({ state: 'stopped', text: TOLD[0] })
    expect((await other.as('cai')(coach.stopTurn, { params: { messageId } })).turn.state).toBe('stopped')
  })

  test('whose maker died is cut after its lease, and is made anew; a late word of the dead one is refused', async () => {
    await agree('dan')
    const opened = gate('dan')
    using device = await other.follow('dan')
    const posted = say(world, 'dan', 'gate dan')
    await expect.poll(() => partsIn(device.events).length).toBe(1)
    const { messageId } = await lastOf('dan')
    await expect(other.as('dan')(coach.retryTurn, { params: { messageId } })).rejects.toMatchObject({ status: 409 })
    await world.deps.db.owner(trx =>
      sql`update messages set lease_until = now() - interval '1 second' where id = ${messageId}`.execute(trx)
    )
    expect(await lastOf('dan')).toMatchObject({ state: 'cut', text: TOLD[0] })
    await expect.poll(() => endedIn(device.events).map(({ state }) => state)).toContain('cut')
    gate('dan').resolve()
    const { turn } = await other.as('dan')(coach.retryTurn, { params: { messageId } })
    expect(turn).toMatchObject({ state: 'done', text: TOLD.join('') })
    opened.resolve()
    await posted
    expect((await thread('dan')).turns).toMatchObject([{ from: 'person' }, { state: 'done', text: TOLD.join('') }])
  })

  test.each(['fail', 'break', 'silent'])(
    'of an engine that does %s is taken over by the scripted coach, openly',
    async how => {
      await agree('eve')
      const { conversationId } = await world.as('eve')(coach.newConversation)
      using device = await other.follow('eve')
      await say(world, 'eve', `${how} now`, { conversationId })
      const [turn] = await ended(device)
      expect(turn).toMatchObject({ state: 'done', degraded: true, engine: 'scripted@4' })
      expect(turn?.text).not.toContain('Half a sen')
      expect((await thread('eve', conversationId)).turns.at(-1)).toMatchObject({ text: turn?.text, degraded: true })
    }
  )

  test('that no engine gives is failed, keeps the words, and another try brings it', async () => {
    await agree('fay')
    const out = { ...engines, fallback: { id: 'also-out@1', answer: says } }
    await using process = await startCoachProcess(world.deps, world.organizationId, out)
    const answer = await say(process, 'fay', 'fail twice')
    expect(answer).toMatchObject({ kind: 'turn', turns: [{ text: 'fail twice' }, { state: 'failed', text: '' }] })
    const key = { organizationId: world.organizationId, personId: personIdOf('fay') }
    const said = { ...key, text: 'fail as well', surface: 'teams', sourceId: 'teams:x' } as const
    await expect(hear(world.deps, said, out)).rejects.toMatchObject({ code: 'vendor_failed', retryable: true })
    expect(await hear(world.deps, said, engines)).toMatchObject({ kind: 'turn' })
    const messageId = answer.kind === 'turn' ? (answer.turns[1]?.messageId ?? '') : ''
    // Whoever took back their yes meanwhile has no engine asked.
    await world.as('fay')(coach.decideAgreementEndpoint, { body: { decision: 'declined' } })
    const again = () => world.as('fay')(coach.retryTurn, { params: { messageId } })
    await expect(again()).rejects.toMatchObject({ status: 403, message: 'Say yes to the coach first' })
    await agree('fay')
    expect((await again()).turn).toMatchObject({ state: 'done', degraded: true })
  })

  test('sent twice at once, or again later, is one; two devices that speak at once are answered one after the other', async () => {
    await agree('gil')
    const turnId = randomUUID()
    const post = (process: CoachProcess) => process.as('gil')(coach.postTurn, { body: { turnId, text: 'hello twice' } })
    await Promise.all([post(world), post(other)])
    await post(other)
    expect((await thread('gil')).turns).toHaveLength(2)
    await Promise.all([say(world, 'gil', 'slow one'), say(other, 'gil', 'slow two')])
    await expect.poll(async () => (await thread('gil')).turns.map(({ state }) => state)).toEqual(Array(6).fill('done'))
    const { turns } = await thread('gil')
    expect(turns.map(({ from }) => from)).toEqual(['person', 'coach', 'person', 'coach', 'person', 'coach'])
    const [first, second] = ['slow one', 'slow two'].map(said =>
      heard.findIndex(input => input.messages.at(-1)?.text === said)
    )
    const later = heard[Math.max(first ?? 0, second ?? 0)]
    // The one that came later knows what was answered before.
    expect(later?.messages.filter(({ from }) => from === 'coach')).toHaveLength(2)
    expect(later?.state).toEqual({ seen: true })
  })

  test('of somebody else can be neither read, stopped, tried again nor marked', async () => {
    await agree('hal')
    await say(world, 'hal', 'hello mine')
    const { messageId } = await lastOf('hal')
    await agree('ivo')
    using device = await other.follow('ivo', 0)
    const ivo = world.as('ivo')
    for (const target of [coach.stopTurn, coach.retryTurn])
      await expect(ivo(target, { params: { messageId } })).rejects.toMatchObject({ status: 404 })
    await expect(ivo(coach.markTurn, { params: { messageId }, body: { mark: 'wrong' } })).rejects.toMatchObject({
      status: 404
    })
    await say(world, 'ivo', 'hello own')
    await ended(device)
    expect(JSON.stringify(device.events)).not.toContain('hello mine')
  })

  test('that a person found wrong or harmful says so to them, on the message that it refers to', async () => {
    const { messageId } = await lastOf('hal')
    const mark = (value: coach.Mark, words: string) =>
      world.as('hal')(coach.markTurn, { params: { messageId }, body: { mark: value, text: words } })
    await mark('wrong', 'that was a secret reason')
    await mark('harmful', 'that was a secret reason')
    expect(await lastOf('hal')).toMatchObject({ messageId, mark: 'harmful' })
    const kept = await world.deps.db.owner(trx =>
      sql<{ row: string }>`select t::text as row from turn_feedback t`.execute(trx)
    )
    expect(kept.rows).toHaveLength(1)
    expect(kept.rows[0]?.row).not.toContain('secret')
  })

  test('keeps what they wrote about it, whatever they press after it; danger in their words is answered and not kept', async () => {
    const { messageId } = await lastOf('hal')
    const mark = (value: coach.Mark, words?: string) =>
      world.as('hal')(coach.markTurn, {
        params: { messageId },
        body: { mark: value, ...(words ? { text: words } : {}) }
      })
    const written = async (): Promise<string | null | undefined> => {
      const { rows } = await world.deps.db.owner(trx =>
        sql<{ sealed: string | null }>`select encode(sealed, 'hex') as sealed from turn_feedback`.execute(trx)
      )
      return rows[0]?.sealed
    }
    const before = await written()
    expect(before).toMatch(/^[0-9a-f]+$/u)
    expect(await mark('harmful')).toEqual({ mark: 'harmful', said: null })
    expect(await written()).toBe(before)
    await mark('wrong')
    expect(await written()).toBe(before)
    const heard = await mark('wrong', 'it makes me want to kill myself')
    expect(heard).toMatchObject({ mark: 'wrong', said: { kind: 'crisis', text: expect.stringContaining('Demo line') } })
    expect(await written()).toBe(before)
  })
})

describe('a stream', () => {
  test('of a seventh window takes the place of the first', async () => {
    await agree('jan')
    const windows = []
    for (let window = 0; window < 7; window++) windows.push(await world.follow('jan'))
    await windows[0]?.over
    await say(world, 'jan', 'hello all')
    for (const window of windows.slice(1)) await ended(window)
    expect(windows[0]?.events).toEqual([])
    for (const window of windows) window[Symbol.dispose]()
  })

  test('is told to read everything anew when something was taken back', async () => {
    await say(world, 'jan', 'hello again')
    using device = await other.follow('jan')
    const { conversation } = await thread('jan')
    await world.as('jan')(coach.deleteConversation, { params: { conversationId: conversation?.conversationId ?? '' } })
    await expect.poll(() => device.events.map(({ kind }) => kind)).toEqual(['reset'])
    using late = await other.follow('jan', 1)
    await expect.poll(() => late.events.map(({ kind }) => kind)).toEqual(['reset'])
  })
})

describe('what is stored', () => {
  test('is sealed in every table, and the parts are gone when the answer is whole', async () => {
    await agree('kit')
    await say(world, 'kit', 'slow mysecretword')
    const rows = await world.deps.db.owner(async trx => {
      const tables = ['messages', 'answer_parts', 'conversations', 'coach_sessions', 'coach_feeds']
      const all = tables.map(name => sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(trx))
      return (await Promise.all(all)).flatMap(each => each.rows.map(({ row }) => row)).join('\n')
    })
    expect(rows).not.toContain('mysecretword')
    expect(rows).not.toContain(Buffer.from('mysecretword').toString('hex'))
    await expect
      .poll(async () => {
        const left = await world.deps.db.owner(trx =>
          sql`select 1 from answer_parts where person_id = ${personIdOf('kit')}`.execute(trx)
        )
        return left.rows.length
      })
      .toBe(0)
  })

  test('before a yes is nothing, unless words of danger need an answer, which people wrote', async () => {
    expect(await say(world, 'lou', 'hello there')).toEqual({ kind: 'needsAgreement' })
    using device = await other.follow('lou')
    const answer = await say(world, 'lou', 'I want to kill myself')
    expect(answer).toMatchObject({ kind: 'crisis', turns: [{ from: 'human' }] })
    await expect.poll(() => device.events.length).toBe(1)
    expect((await thread('lou')).turns.map(({ from }) => from)).toEqual(['human'])
  })
})
