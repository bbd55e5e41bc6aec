/** A first sign-in never waits for the learning site: slow or dead, the person is in and reads what is coming. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createThinkificStandin, type ThinkificStandin } from '../../sandbox/thinkific/thinkific.ts'
import { getCourses } from '../contract/enrollment.ts'
import { dueEnrollmentJobs } from '../enrollment/jobs.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { browserFor, ping, signInToWeb, webParty } from './test-party.ts'
import { CONNECTION, settings, startSignInWorld, type SignInWorld } from './test-world.ts'

const KEY = 'learning-key-for-tests-0123456789'

let site: ThinkificStandin
let world: SignInWorld
beforeAll(async () => {
  site = createThinkificStandin({ now: () => world.deps.now(), limits: false })
  site.addSite({ subdomain: 'demo', apiKey: KEY, name: 'Demo Academy' })
  site.addCourse('demo', { id: 1001, name: 'Course 1001', slug: 'c1001', lessons: 4 })
  await site.listen()
  world = await startSignInWorld({
    jobs: true,
    config: { THINKIFIC_URL: site.standin.url(), THINKIFIC_CALLS_PER_MINUTE: '6000' }
  })
  await configureOrganization(world.deps, {
    externalId: 'ping',
    settings: settings({
      name: 'Demo Ping Company',
      workosOrganizationId: 'org_ping',
      connectionId: CONNECTION,
      domains: ['ping.test'],
      cohorts: [{ name: 'Mexico', attribute: 'country', equals: 'MX' }],
      learningSite: { kind: 'thinkific', subdomain: 'demo', url: `${site.standin.url()}/sites/demo`, apiKey: KEY },
      enrollmentRules: [{ cohort: 'Mexico', courseId: '1001', courseName: 'Course 1001' }]
    })
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})
beforeEach(() => site.standin.faults.clear())

const hasAccount = (idpId: string): boolean => site.users('demo').some(({ email }) => email === `${idpId}@ping.test`)

/** In the directory; then signs in through the provider. */
async function arrive(idpId: string) {
  await world.addPerson(idpId, { country: 'MX' })
  world.workos.next = ping(idpId)
  const { access_token: token } = await signInToWeb(browserFor(world), await webParty(world), {
    scope: 'openid profile email api'
  })
  return world.call(token)
}

/** As the product does each second: whoever may be tried again is. */
async function tick(): Promise<void> {
  const due = await dueEnrollmentJobs(world.deps)
  if (due.length > 0) await world.deps.db.router(trx => world.deps.queue.enqueue(trx, ...due))
}

it('with the queue done, the courses are there', async () => {
  await world.addPerson('ana', { country: 'MX' })
  await expect.poll(() => site.enrollments('demo').length).toBe(1)
  const call = await arrive('ana')
  expect((await call(getCourses)).courses).toMatchObject([{ courseId: '1001', state: 'enrolled', coming: null }])
})

it('while the site takes a call and never answers, the person is in and reads when it comes', async () => {
  site.standin.faults.add({ kind: 'hang' })
  const call = await arrive('bea')
  expect(hasAccount('bea')).toBe(false)
  const { courses } = await call(getCourses)
  expect(courses).toMatchObject([{ state: 'coming', coming: { kind: 'queued' }, because: 'Mexico', url: null }])
})

it.each([
  ['is dead', { kind: 'drop' }],
  ['is down for maintenance', { kind: 'status', status: 503, body: 'Back soon' }]
] as const)(
  'while the site %s, the person is in and reads so; when it answers, the courses come',
  async (_, fault) => {
    const idpId = fault.kind === 'drop' ? 'cem' : 'dora'
    site.standin.faults.add(fault)
    const call = await arrive(idpId)
    const kind = async () => {
      await tick()
      return (await call(getCourses)).courses[0]?.coming?.kind
    }
    await expect.poll(kind, { timeout: 60_000 }).toBe('site_silent')
    expect(hasAccount(idpId)).toBe(false)
    site.standin.faults.clear()
    await expect.poll(kind, { timeout: 60_000 }).toBeUndefined()
    expect((await call(getCourses)).courses).toMatchObject([{ state: 'enrolled' }])
  },
  120_000
)
