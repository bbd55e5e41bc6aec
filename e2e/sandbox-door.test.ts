/** The sandbox answers to programs on this machine that know the token of this start, and to nobody else. */
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { openTestSandbox } from './harness.ts'

let box: Sandbox
beforeAll(async () => {
  box = await openTestSandbox()
})
afterAll(() => box[Symbol.asyncDispose]())

type Call = { readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

/** `fetch` writes Host and Origin itself; a hostile page's browser would send these. */
const call = ({ path = '/sandbox/v1/state', headers = {}, body }: Call): Promise<number> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const sent = request(new URL(path, box.url), {
      method,
      headers: { authorization: `Bearer ${box.token}`, ...headers }
    })
    sent.once('response', answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.once('error', reject)
    sent.end(body)
  })

test('a program on this machine with the token is answered', async () => {
  expect(await call({})).toBe(200)
  expect(await call({ headers: { origin: box.url } })).toBe(200)
})

test.each([
  ['no token', { authorization: '' }, 401],
  ['an earlier start’s token', { authorization: `Bearer ${'x'.repeat(32)}` }, 401],
  ['a token of another length', { authorization: 'Bearer x' }, 401],
  ['a name of the web that points at this machine', { host: 'sandbox.example' }, 403],
  ['a name that only begins like this machine', { host: 'localhost.example:80' }, 403],
  ['a page of the web', { origin: 'https://evil.example' }, 403],
  ['a page whose name begins like this machine', { origin: 'http://127.0.0.1.evil.example' }, 403],
  ['a page without an origin of its own', { origin: 'null' }, 403]
])('refused: %s', async (_what, headers, status) => {
  expect(await call({ headers })).toBe(status)
})

test('the stream of events asks for the token, and the page that carries it is for this machine', async () => {
  expect(await call({ path: '/sandbox/v1/events?token=guess', headers: { authorization: '' } })).toBe(401)
  expect(await call({ path: '/', headers: { host: 'sandbox.example' } })).toBe(403)
})

test('the way for the Agents Playground is for this machine, and answers to this machine only', async () => {
  const path = '/sandbox/playground/messages'
  const json = { 'content-type': 'application/json' }
  const activity = JSON.stringify({ type: 'message', serviceUrl: 'https://evil.example/' })
  expect(await call({ path, headers: { ...json, origin: 'https://evil.example' }, body: activity })).toBe(403)
  expect(await call({ path, headers: json, body: activity })).toBe(400)
})

test('nothing of it can be reached from another machine', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap(each => each ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')
  if (!outside) return
  const { port } = new URL(box.url)
  for (const at of [port, ...box.world.standins.map(({ url }) => new URL(url()).port)])
    await expect(fetch(`http://${outside.address}:${at}/`)).rejects.toThrow()
})
