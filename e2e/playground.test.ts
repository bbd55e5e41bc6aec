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

/** One block of the playground's recording. */
const blockSchema = z.object({
  direction: z.string(),
  activityName: z.string(),
  request: z.object({ body: z.unknown() }),
  response: z.object({ statusCode: z.number() })
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
      const at = text.indexOf('{')
      const block = at < 0 ? undefined : blockSchema.safeParse(JSON.parse(text.slice(at)))
      return block?.success ? [block.data] : []
    })

test('it installs the bot, writes to it, and takes its card', async () => {
  const me = z.object({ config: z.object({ currentUser: z.object({ id: z.string() }) }) })
  const { id } = me.parse(await get('/_internal/v1/testConfig')).config.currentUser
  expect(await post(`/_debug/conversation/${CHAT}/installation`, {})).toBe(200)
  const message = { from: { id }, text: 'I want to prepare my one-to-one', textFormat: 'plain' }
  expect(await post(`/_conversation/v1/conversations/${CHAT}/messages`, message)).toBe(200)

  const answered = await eventually(
    async () =>
      blocks().find(({ activityName, direction }) => activityName === 'message' && /-> Microsoft/u.test(direction)),
    'the bot’s answer in the playground'
  )
  // The agreement comes before any conversation.
  expect(answered.response.statusCode).toBe(201)
  expect(JSON.stringify(answered.request.body)).toContain('"verb":"agreement"')
  expect(blocks().filter(({ response }) => response.statusCode >= 400)).toEqual([])
})
