import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGuardedFetch, isPublicAddress } from './guarded-fetch.ts'
import { createWeb } from './http.ts'
import { listen } from './serve.ts'

const held = new AsyncDisposableStack()
const reached: string[] = []
let at: string
beforeAll(async () => {
  const app = createWeb()
  app.use(express.text(), (req, _res, next) => {
    reached.push(req.path)
    next()
  })
  app.post(
    '/echo',
    (req, res) =>
      void res
        .status(201)
        .set('x-seen', String(req.get('x-sent')))
        .send(`got ${String(req.body)}`)
  )
  app.get('/away', (_req, res) => res.redirect('/echo'))
  app.get('/slow', (_req, res) => void res.write('first'))
  const { port } = held.use(await listen(app, { port: 0, host: '127.0.0.1' }))
  at = `127.0.0.1:${port}`
})
afterAll(() => held.disposeAsync())

const anywhere = createGuardedFetch(() => true)
const outside = createGuardedFetch(isPublicAddress)

test('what is allowed is called as fetch calls it: body, headers, status, a stream that can be stopped', async () => {
  const answer = await anywhere(`http://${at}/echo`, {
    method: 'POST',
    headers: { 'x-sent': 'yes', 'content-type': 'text/plain' },
    body: 'words'
  })
  expect([answer.status, answer.headers.get('x-seen'), await answer.text()]).toEqual([201, 'yes', 'got words'])
  const stop = new AbortController()
  const slow = await anywhere(`http://${at}/slow`, { signal: stop.signal })
  const reader = slow.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
  stop.abort()
  await expect(reader?.read()).rejects.toThrow()
})

test('a redirect is not followed', async () => {
  await expect(anywhere(`http://${at}/away`)).rejects.toThrow('fetch failed')
})

test('inside addresses are reached neither by number nor by a name that leads there', async () => {
  const before = reached.length
  const [, port] = at.split(':')
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0.0.0.0'])
    await expect(outside(`http://${host}:${port}/echo`), host).rejects.toThrow('fetch failed')
  expect(reached.length).toBe(before)
})

test.each([
  '10.0.0.1',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '168.63.129.16',
  '100.64.0.1',
  '::1',
  'fd00::1',
  'fe80::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1'
])('%s is not public', address => expect(isPublicAddress(address)).toBe(false))

test.each(['20.50.2.1', '172.32.0.1', '2603:1020::1'])('%s is public', address =>
  expect(isPublicAddress(address)).toBe(true)
)
