/** The pages that a learning system loads, as a browser gets them. */
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putEmbed } from '../contract/embed.ts'
import { listen, type Listening } from '../platform/serve.ts'
import { embedPages } from './embed-pages.ts'
import { startSignInWorld, type SignInWorld } from './test-world.ts'

let world: SignInWorld
let pages: Listening
beforeAll(async () => {
  world = await startSignInWorld()
  await (
    await world.asAdmin()
  )(putEmbed, { body: { origins: ['https://learning.ping.test', 'https://*.ping.test'] } })
  const app = express().use(
    '/embed',
    embedPages(world.deps, (_req, res) => void res.type('html').send('the app'))
  )
  pages = await listen(app, { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await pages[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${pages.port}/embed/${path}`)
const ancestorsOf = ({ headers }: Response): string =>
  /frame-ancestors (?<hosts>[^;]+)/u.exec(headers.get('content-security-policy') ?? '')?.groups?.['hosts'] ?? ''

test('the frame may stand on pages of the company’s own learning systems, and its script loads anywhere', async () => {
  const frame = await get(`${world.organizationId}/coach`)
  expect(await frame.text()).toBe('the app')
  expect(ancestorsOf(frame)).toBe('https://*.ping.test https://learning.ping.test')
  expect(frame.headers.get('x-frame-options')).toBeNull()
  const script = await get(`${world.organizationId}.js`)
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(script.headers.get('content-type')).toContain('javascript')
})

test('a company that opened it for nobody, or that does not exist, shows a page that nobody may frame', async () => {
  for (const organizationId of [world.otherId, 'org_nobody', '%27', '..%2f..']) {
    const frame = await get(`${organizationId}/coach`)
    expect(frame.status).toBe(404)
    expect(ancestorsOf(frame)).toBe("'none'")
    expect(await frame.text()).not.toContain('the app')
  }
})

test('the popup’s last page keeps its opener, tells nobody where it came from, and shows no word of its address', async () => {
  const page = await get(`${world.organizationId}/signed-in?code=secret-code&state=%3Cscript%3E`)
  expect(page.headers.get('cross-origin-opener-policy')).toBeNull()
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(ancestorsOf(page)).toBe("'none'")
  const text = await page.text()
  expect(text).not.toMatch(/secret-code|&lt;script|state/u)
  expect(text).toContain('/embed/hand-over.js')
})
