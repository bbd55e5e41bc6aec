import { expect, test } from 'vitest'
import { COURSE, openBrowser, openInbox, startProvider, startSite } from './testSite.ts'

const ACTIVE = { activated_at: '2026-11-01T00:00:00Z' }

async function start() {
  const site = await startSite()
  const home = `${site.thinkific.standin.url()}/sites/demo`
  const provider = await startProvider(`${home}/callback`, { sub: 'per_1', email: 'per_1@demo.example' })
  site.thinkific.connectOidc('demo', { issuer: provider.issuer, clientId: 'site', clientSecret: 'site-secret' })
  const dispose = async (): Promise<void> => {
    await site[Symbol.asyncDispose]()
    await provider[Symbol.asyncDispose]()
  }
  return { ...site, provider, home, browser: openBrowser(), [Symbol.asyncDispose]: dispose }
}

test('signing in lands on the account linked beforehand; a lesson done there is told by webhook', async () => {
  await using world = await start()
  await using inbox = await openInbox()
  world.thinkific.subscribe('demo', inbox.url, ['user.signin', 'enrollment.progress'])
  const user_id = await world.addLearner('per_1')
  await world.call('POST', '/enrollments', { user_id, course_id: COURSE, ...ACTIVE })
  const home = await world.browser.visit(world.home)
  expect(home.html).toContain('Sign in')
  expect(home.html).toContain('Simulated learning site')
  const courses = await world.browser.visit(`${world.home}/login`)
  expect(courses.url).toBe(`${world.home}/courses`)
  expect(courses.html).toContain('0 of 4 lessons')
  expect(world.thinkific.users('demo')).toHaveLength(1)
  const page = await world.browser.visit(`${world.home}/courses/${COURSE}`, { done: '1' })
  expect(page.html).toContain('Lesson 2 of 4')
  await world.thinkific.settled()
  expect(inbox.deliveries.map(({ topic }) => topic)).toEqual(['user.signin', 'enrollment.progress'])
})

test('a first sign-in of somebody unknown makes an account with the subject as external id', async () => {
  await using world = await start()
  await world.browser.visit(`${world.home}/login`)
  const found = await world.call('GET', '/users/per_1?provider=OPENID_CONNECT')
  expect(await found.json()).toMatchObject({ email: 'per_1@demo.example', full_name: 'Ana Demo' })
})

test('an address that another account has is refused, never joined', async () => {
  await using world = await start()
  world.thinkific.addUser('demo', { email: 'per_1@demo.example', firstName: 'Other', lastName: 'Demo' })
  const page = await world.browser.visit(`${world.home}/login`)
  expect([page.status, world.thinkific.users('demo').length]).toEqual([409, 1])
})

test('expired access is shown as such and takes no more progress', async () => {
  await using world = await start()
  const user_id = await world.addLearner('per_1')
  const ended = { ...ACTIVE, expiry_date: '2026-11-20T00:00:00Z' }
  await world.call('POST', '/enrollments', { user_id, course_id: COURSE, ...ended })
  const courses = await world.browser.visit(`${world.home}/login`)
  expect(courses.html).toContain('Your access has ended')
  await world.browser.visit(`${world.home}/courses/${COURSE}`, { done: '1' })
  expect(world.thinkific.enrollments('demo')[0]?.done).toBe(0)
})

test('signing out ends the session here and goes to the provider to end it there', async () => {
  await using world = await start()
  await world.browser.visit(`${world.home}/login`)
  const out = await world.browser.visit(`${world.home}/logout`, {})
  expect(out.url).toContain(`${world.provider.issuer}/session/end`)
  expect((await world.browser.visit(world.home)).url).toBe(world.home)
})

test('the issuer may be reached under another address than its public name', async () => {
  await using site = await startSite()
  const home = `${site.thinkific.standin.url()}/sites/demo`
  const person = { sub: 'per_1', email: 'per_1@demo.example' }
  await using provider = await startProvider(`${home}/callback`, person, 'http://issuer.invalid')
  const oidc = { issuer: provider.issuer, clientId: 'site', clientSecret: 'site-secret' }
  const browser = openBrowser()
  site.thinkific.connectOidc('demo', oidc)
  expect((await browser.visit(`${home}/login`)).status).toBe(503)
  site.thinkific.connectOidc('demo', { ...oidc, internalIssuerUrl: provider.url })
  expect((await browser.visit(`${home}/login`)).url).toBe(`${home}/courses`)
})
