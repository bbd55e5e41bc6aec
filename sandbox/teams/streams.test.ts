import { expect, test } from 'vitest'
import { TENANT } from './testBot.ts'
import { ANA, BEN, startTestTeams, type TestTeams } from './testTeams.ts'

type Chunk = {
  readonly text?: string
  readonly id?: string | undefined
  readonly sequence?: number
  readonly type?: 'informative' | 'streaming' | 'final'
}

/** A stand-in with Ana's chat, a clock in seconds that the test moves, and a bot that streams by plain HTTP. */
async function startStream(): Promise<
  TestTeams & {
    at: (seconds: number) => void
    stream: (chunk: Chunk) => Promise<{ status: number; body: unknown; id: string }>
  }
> {
  let seconds = 0
  const world = await startTestTeams({ clock: () => seconds * 1000 })
  await world.teams.install(ANA).delivered
  const path = `/teams/v3/conversations/${world.teams.conversation(ANA).id}/activities`
  return {
    ...world,
    at: next => {
      seconds = next
    },
    stream: async ({ text, id, sequence, type = 'streaming' }) => {
      const info = {
        type: 'streaminfo',
        streamType: type,
        ...(id && { streamId: id }),
        ...(sequence && { streamSequence: sequence })
      }
      const kind = type === 'final' ? 'message' : 'typing'
      const response = await world.call('POST', path, { type: kind, text, entities: [info] })
      const body: unknown = await response.json()
      const made = typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : ''
      return { status: response.status, body, id: made }
    }
  }
}

const refusedWith = (message: string) => ({
  status: 403,
  body: { error: { code: 'ContentStreamNotAllowed', message } }
})

test('streaminfo sent through botbuilder reaches the connector untouched', async () => {
  await using world = await startTestTeams()
  await world.teams.install(ANA).delivered
  const entity = { type: 'streaminfo', streamType: 'informative', streamSequence: 1 }
  await world.bot.proactive(world.reference(), async context => {
    await context.sendActivity({ type: 'typing', text: 'Thinking', entities: [entity] })
  })
  const [message] = world.teams.conversation(ANA).messages
  expect(message).toMatchObject({ text: 'Thinking', streaming: { type: 'informative' }, entities: [entity] })
})

test('a stream goes from an informative line over growing text to one final message under the same id', async () => {
  await using world = await startStream()
  const { teams, stream, at } = world
  const start = await stream({ text: 'Thinking', sequence: 1, type: 'informative' })
  expect(start.status).toBe(201)
  at(1)
  expect(await stream({ text: 'What would', id: start.id, sequence: 2 })).toMatchObject({ status: 202, body: {} })
  expect(teams.conversation(ANA).messages).toMatchObject([
    { id: start.id, text: 'What would', streaming: { type: 'streaming' } }
  ])
  at(2)
  expect(await stream({ text: 'What would help?', id: start.id, type: 'final' })).toMatchObject({
    status: 202,
    body: {}
  })
  const { messages } = teams.conversation(ANA)
  expect(messages).toMatchObject([{ id: start.id, text: 'What would help?' }])
  expect(messages[0]?.streaming).toBeUndefined()
  at(3)
  expect(await stream({ text: 'What would help? More', id: start.id, sequence: 4 })).toMatchObject(
    refusedWith('Content stream is not allowed on an already completed streamed message')
  )
})

test('a second piece within a second is over quota', async () => {
  await using world = await startStream()
  const { stream, at } = world
  const { id } = await stream({ text: 'One', sequence: 1 })
  at(0.9)
  expect((await stream({ text: 'One two', id, sequence: 2 })).status).toBe(429)
  at(1)
  expect((await stream({ text: 'One two', id, sequence: 2 })).status).toBe(202)
})

test('text that lost what was shown, late pieces and pieces out of order are turned away', async () => {
  await using world = await startStream()
  const { teams, stream, at } = world
  const { id } = await stream({ text: 'One', sequence: 1 })
  at(1)
  const lost = await stream({ text: 'Two', id, sequence: 2 })
  expect(lost).toMatchObject(refusedWith('Request streamed content should contain the previously streamed content'))
  const disordered = await stream({ text: 'One two', id, sequence: 1 })
  expect(disordered).toMatchObject({
    status: 202,
    body: { error: { code: 'ContentStreamSequenceOrderPreConditionFailed' } }
  })
  expect(teams.conversation(ANA).messages).toMatchObject([{ text: 'One' }])
  at(121)
  const late = await stream({ text: 'One two', id, type: 'final' })
  expect(late).toMatchObject(refusedWith('Content stream finished due to exceeded streaming time.'))
  expect(teams.conversation(ANA).messages[0]?.streaming).toBeUndefined()
})

test('a stream starts with sequence one and a text, and its end carries no sequence', async () => {
  await using world = await startStream()
  const { stream, at } = world
  expect((await stream({ text: 'One', sequence: 2 })).status).toBe(400)
  expect((await stream({ sequence: 1 })).status).toBe(400)
  const { id } = await stream({ text: 'One', sequence: 1 })
  at(1)
  expect((await stream({ text: 'One.', id, sequence: 2, type: 'final' })).status).toBe(400)
})

test('after Stop the next piece is refused and what was shown stays', async () => {
  await using world = await startStream()
  const { teams, stream, at } = world
  const { id } = await stream({ text: 'One', sequence: 1 })
  teams.stopStreaming(ANA, id)
  at(1)
  expect(await stream({ text: 'One two', id, sequence: 2 })).toMatchObject(
    refusedWith('Content stream was canceled by user.')
  )
  expect(teams.conversation(ANA).messages).toMatchObject([{ text: 'One', streaming: { stopped: true } }])
})

test('channels take no streams', async () => {
  await using world = await startTestTeams()
  const { teams, call } = world
  const team = teams.addTeam({ tid: TENANT, name: 'People team' })
  await teams.installToTeam(team.id, BEN).delivered
  const entities = [{ type: 'streaminfo', streamType: 'streaming', streamSequence: 1 }]
  const response = await call('POST', `/teams/v3/conversations/${team.id}/activities`, {
    type: 'typing',
    text: 'One',
    entities
  })
  expect(response.status).toBe(405)
})
