import { expect, test } from 'vitest'
import { failureOf } from './failure.ts'
import { sentencesOf, stream, type StreamRules } from './stream.ts'
import type { Outgoing, Place, Sent, Teams } from './teams.ts'
import { ANA, startTestTeams } from '../sandbox/teams/testTeams.ts'

type Wanted = Partial<Pick<Parameters<typeof stream>[2], 'waiting' | 'onStart' | 'mayShow'>>

/** Teams' stand-in with its limits on, a clock that only sleeping moves, and a person who may press Stop. */
async function startWorld() {
  let time = 0
  const world = await startTestTeams({ clock: () => time })
  await world.teams.install(ANA).delivered
  const { id } = world.teams.conversation(ANA)
  const path = `/teams/v3/conversations/${id}/activities`
  const rules: StreamRules = {
    gapMs: 1100,
    longestMs: 110_000,
    clock: () => time,
    sleep: async ms => {
      time += ms
    }
  }
  const answerOf = async (response: Response): Promise<Sent> => {
    const body = Object(await response.json().catch(() => ({})))
    if (response.ok) return { kind: 'sent', activityId: String(body.id ?? '') }
    return failureOf({ statusCode: response.status, code: body.error?.code, message: body.error?.message })
  }
  const teams: Pick<Teams, 'send' | 'update'> = {
    send: async (_place, activity) => answerOf(await world.call('POST', path, activity)),
    update: async (_place, activityId, activity) => {
      const changed = await answerOf(await world.call('PUT', `${path}/${activityId}`, activity))
      return changed.kind === 'sent' ? { kind: 'done' } : changed
    }
  }
  const place: Place = { tenantId: ANA.tid, conversationId: id, serviceUrl: world.teams.serviceUrl(), botId: '28:bot' }
  const finish = (text: string): Outgoing => ({ type: 'message', text, textFormat: 'plain' })
  return {
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
    wait: async (ms: number) => {
      time += ms
    },
    stop: (streamId: string) => world.teams.stopStreaming(ANA, streamId),
    messages: () => world.teams.conversation(ANA).messages.map(({ text, streaming }) => ({ text, streaming })),
    posted: () =>
      world.teams.standin
        .received()
        .filter(({ path: to }) => to.includes('/activities'))
        .map(({ body }) => Object(JSON.parse(body))),
    stream: (parts: AsyncIterable<string>, wanted: Wanted = {}) =>
      stream(teams, rules, {
        place,
        parts,
        finish,
        waiting: undefined,
        onStart: async () => undefined,
        turn: async () => undefined,
        mayShow: async () => true,
        ...wanted
      })
  }
}

type World = Awaited<ReturnType<typeof startWorld>>

async function* slowly(world: World, parts: readonly string[], gap: number) {
  for (const part of parts) {
    await world.wait(gap)
    yield part
  }
}

test('pieces come a second apart, each with all before, and end in one message', async () => {
  await using world = await startWorld()
  expect(await world.stream(slowly(world, ['One. ', 'Two. ', 'Three. ', 'Four.'], 600))).toMatchObject({ kind: 'sent' })
  expect(world.messages()).toEqual([{ text: 'One. Two. Three. Four.', streaming: undefined }])
  const texts = world.posted().map(({ text }) => text)
  expect(texts).toEqual(['One. ', 'One. Two. Three. ', 'One. Two. Three. Four.'])
  expect(world.posted().map(({ entities: [info] }) => [info.streamType, info.streamSequence])).toEqual([
    ['streaming', 1],
    ['streaming', 2],
    ['final', undefined]
  ])
})

test('while nothing is there yet, one line says so', async () => {
  await using world = await startWorld()
  const { promise: ready, resolve } = Promise.withResolvers<void>()
  async function* late() {
    await ready
    yield 'Here it is.'
  }
  const ended = world.stream(late(), { waiting: 'Thinking …', onStart: async () => resolve() })
  expect(await ended).toMatchObject({ kind: 'sent' })
  expect(world.posted().map(({ text, entities: [info] }) => [info.streamType, text])).toEqual([
    ['informative', 'Thinking …'],
    ['final', 'Here it is.']
  ])
})

test('after Stop nothing more is said, and whoever makes the text is told to end', async () => {
  await using world = await startWorld()
  let ended = false
  async function* endless() {
    try {
      for (;;) {
        await world.wait(1200)
        yield 'More. '
      }
    } finally {
      ended = true
    }
  }
  const sent = await world.stream(endless(), {
    onStart: async streamId => world.stop(streamId)
  })
  expect(sent).toMatchObject({ kind: 'sent' })
  expect(ended).toBe(true)
  expect(world.messages()).toMatchObject([{ text: 'More. ', streaming: { stopped: true } }])
})

test('what takes longer than two minutes still arrives whole, under the same message', async () => {
  await using world = await startWorld()
  const parts = Array.from({ length: 40 }, (_, at) => `${at} `)
  expect(await world.stream(slowly(world, parts, 4000))).toMatchObject({ kind: 'sent' })
  expect(world.messages()).toMatchObject([{ text: parts.join('') }])
})

test('a text that is there already is told sentence by sentence', async () => {
  const parts: string[] = []
  for await (const part of sentencesOf('“Dr. Who?” — that matters. What now?', 'en')) parts.push(part)
  expect(parts.join('')).toBe('“Dr. Who?” — that matters. What now?')
  expect(parts.length).toBeGreaterThan(1)
})
