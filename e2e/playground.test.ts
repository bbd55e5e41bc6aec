/** Microsoft's Agents Playground, a client none of us wrote, talks to the bot with the one documented command. */
import { spawn, type ChildProcess } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { eventually, freePorts, openWalk } from './harness.ts'

const SCRIPT = fileURLToPath(new URL('../sandbox/playground.ts', import.meta.url))
const CHAT = 'a:playground-personal'
const GROUP = '19:playground-group@thread.v2'

/** One block of the playground's recording. */
const blockSchema = z.object({
  direction: z.string(),
  activityName: z.string(),
  request: z.object({ method: z.string(), url: z.string(), body: z.unknown().optional() }),
  response: z.object({ statusCode: z.number(), body: z.unknown().optional() })
})

let box: Sandbox
let playground: ChildProcess
let url: string
let recording: string
beforeAll(async () => {
  box = await openWalk()
  const port = await freePorts()
  url = `http://127.0.0.1:${port}`
  playground = spawn(process.execPath, [SCRIPT, box.url, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await new Promise<string>(resolve => playground.stdout?.once('data', data => resolve(String(data))))
  recording = /recording: (?<folder>[^)]+)\)/u.exec(said)?.groups?.['folder'] ?? ''
  await eventually(
    async () => (await get('/_internal/v1/testConfig').catch(() => undefined)) ?? undefined,
    'it listens'
  )
})
afterAll(async () => {
  playground.kill('SIGTERM')
  await box[Symbol.asyncDispose]()
})

const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json()
const post = async (path: string, body: unknown): Promise<number> =>
  (
    await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
  ).status

const blocks = () =>
  globSync(`${recording}/devTools/events_recording_*.log`)
    .flatMap(file => readFileSync(file, 'utf8').split('\n---'))
    .flatMap(text => {
      const block = blockSchema.safeParse(parsed(text.slice(Math.max(0, text.indexOf('{')))))
      return block.success ? [block.data] : []
    })

/** @returns undefined for what is no JSON, such as a block that is still being written. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const CONNECTOR = /-> Microsoft/u
const infoIn = (body: unknown): Record<string, unknown> | undefined =>
  z
    .looseObject({ entities: z.array(z.looseObject({ type: z.string() })) })
    .safeParse(body)
    .data?.entities.find(({ type }) => type === 'streaminfo')

type Block = ReturnType<typeof blocks>[number]

const shownBy = (block: Block | undefined) => ({
  text: z.object({ text: z.string() }).parse(block?.request.body).text,
  id: z.object({ id: z.string() }).safeParse(block?.response.body).data?.id
})

/** The button that says yes, as the client finds it on the card. */
function givenIn(body: unknown): unknown {
  const card = z.object({ attachments: z.array(z.object({ content: z.object({ actions: z.array(z.unknown()) }) })) })
  const actions = card.parse(body).attachments.flatMap(({ content }) => content.actions)
  return actions.find(action => JSON.stringify(action).includes('"decision":"given"'))
}

test('install, chat, a pressed card, its update in place, and a streamed answer, all in its recording', async () => {
  const me = z.object({ config: z.object({ currentUser: z.object({ id: z.string() }) }) })
  const { id } = me.parse(await get('/_internal/v1/testConfig')).config.currentUser
  const say = (text: string) =>
    post(`/_conversation/v1/conversations/${CHAT}/messages`, { from: { id }, text, textFormat: 'plain' })
  expect(await post(`/_debug/conversation/${CHAT}/installation`, {})).toBe(200)
  expect(await say('I want to prepare my one-to-one')).toBe(200)

  const asked = await eventually(
    async () => blocks().find(({ activityName, direction }) => activityName === 'message' && CONNECTOR.test(direction)),
    'the bot’s answer in the playground'
  )
  // The agreement comes before any conversation.
  expect(asked.response.statusCode).toBe(201)
  expect(JSON.stringify(asked.request.body)).toContain('"verb":"agreement"')
  const cardId = z.object({ id: z.string() }).parse(asked.response.body).id
  const pressed = await post('/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    from: { id },
    conversation: { id: CHAT },
    replyToId: cardId,
    value: { action: givenIn(asked.request.body), trigger: 'manual' }
  })
  expect(pressed).toBe(200)
  const invoked = await eventually(
    async () => blocks().find(({ activityName }) => activityName === 'invoke'),
    'the press in the recording'
  )
  expect(invoked.response.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
  const replaced = await eventually(
    async () => blocks().find(({ request }) => request.method === 'PUT' && request.url.endsWith(cardId)),
    'the card in another state'
  )
  expect(replaced.response.statusCode).toBe(200)
  for (const { body } of [invoked.response, replaced.request]) expect(JSON.stringify(body)).toContain('"verb":"focus"')

  expect(await say('I want to prepare my one-to-one')).toBe(200)
  const streamed = () => blocks().filter(({ request }) => infoIn(request.body) !== undefined)
  const end = await eventually(
    async () => streamed().find(({ request }) => infoIn(request.body)?.['streamType'] === 'final'),
    'the streamed answer'
  )
  const [start] = streamed()
  expect(start?.response.statusCode).toBe(201)
  expect(start && infoIn(start.request.body)).toMatchObject({ streamType: 'streaming', streamSequence: 1 })
  const { id: streamId, text } = shownBy(start)
  expect(infoIn(end.request.body)).toEqual({ type: 'streaminfo', streamType: 'final', streamId })
  expect(shownBy(end).text.startsWith(text)).toBe(true)
  expect(shownBy(end).text.length).toBeGreaterThan(text.length)
  expect(JSON.stringify(end.request.body)).toContain('AIGeneratedContent')
  expect(end.response.statusCode).toBe(202)
  expect(blocks().filter(({ response }) => response.statusCode >= 400)).toEqual([])
})

test('in a group chat nothing personal is said', async () => {
  const before = blocks()
  const written = before.find(({ activityName, direction }) => activityName === 'message' && !CONNECTOR.test(direction))
  const inGroup = z
    .looseObject({ conversation: z.looseObject({}) })
    .transform(activity => ({
      ...activity,
      id: 'in-a-group',
      text: 'What is my plan?',
      conversation: { ...activity.conversation, id: GROUP, conversationType: 'groupChat', isGroup: true }
    }))
    .parse(written?.request.body)
  expect(await post('/_internal/v1/customActivities', inGroup)).toBe(200)
  const said = await eventually(
    async () =>
      blocks()
        .slice(before.length)
        .find(({ activityName, direction }) => activityName === 'message' && CONNECTOR.test(direction)),
    'the answer in the group'
  )
  expect(decodeURIComponent(said.request.url)).toContain(GROUP)
  expect(JSON.stringify(said.request.body)).toMatch(/I only talk in private|Solo hablo en privado/u)
})
