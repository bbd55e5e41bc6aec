/** From CI to a site that takes signed tokens: who is signed in there as whom, and who is not. */
import { decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createThinkificStandin, type ThinkificStandin } from '../../sandbox/thinkific/thinkific.ts'
import { listAudit } from '../contract/audit.ts'
import { getCourses } from '../contract/enrollment.ts'
import { ruleSetSchema } from '../contract/enrollment-rules.ts'
import { getEnrollmentWork } from '../contract/enrollment-admin.ts'
import { getPerson, searchPeopleWithin, type Person } from '../directory/directory.ts'
import { saveRules } from '../enrollment/runs.ts'
import { findWatch } from '../enrollment/store-sign-ups.ts'
import { configureOrganization } from '../organizations/organizations.ts'
import { createBrowser, type Browser } from './test-browser.ts'
import { ping, signInToWeb, webParty } from './test-party.ts'
import { CONNECTION, settings, startSignInWorld, type SignInWorld } from './test-world.ts'

const KEY = 'learning-key-for-tests-0123456789'

let site: ThinkificStandin
let world: SignInWorld
beforeAll(async () => {
  site = createThinkificStandin({ now: () => world.deps.now(), limits: false })
  site.addSite({ subdomain: 'demo', apiKey: KEY, name: 'Demo Academy', plan: 'plus' })
  for (const id of [1001, 1002]) site.addCourse('demo', { id, name: `Course ${id}`, slug: `c${id}`, lessons: 4 })
  await site.listen()
  world = await startSignInWorld({
    jobs: true,
    config: { THINKIFIC_URL: site.standin.url(), THINKIFIC_CALLS_PER_MINUTE: '6000' }
  })
  await configure('jwt')
  site.setRemoteLogin('demo', door())
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})
beforeEach(() => {
  site.standin.faults.clear()
})

const home = (): string => `${site.standin.url()}/sites/demo`
const door = (what = 'open'): string => `${world.url}/learning/${world.organizationId}/${what}`

const configure = (signIn: 'jwt' | 'oidc') =>
  configureOrganization(world.deps, {
    externalId: 'ping',
    settings: settings({
      name: 'Demo Ping Company',
      workosOrganizationId: 'org_ping',
      connectionId: CONNECTION,
      domains: ['ping.test'],
      cohorts: [{ name: 'Mexico', attribute: 'country', equals: 'MX' }],
      learningSite: { kind: 'thinkific', subdomain: 'demo', url: home(), apiKey: KEY, signIn },
      enrollmentRules: [{ cohort: 'Mexico', courseId: '1001', courseName: 'Course 1001' }]
    })
  })

/** A person with an account and a course there. */
async function enrolled(idpId: string): Promise<Person> {
  const person = await world.addPerson(idpId, { country: 'MX' })
  await expect
    .poll(() => site.enrollments('demo').some(each => each.user_id === accountOf(idpId)?.id), { timeout: 60_000 })
    .toBe(true)
  world.workos.next = ping(idpId)
  return person
}

const accountOf = (idpId: string) => site.users('demo').find(({ email }) => email === `${idpId}@ping.test`)
/** Goes on to the site. */
const browser = (): Browser => createBrowser([world.url, world.workos.url, site.standin.url()])
/** Stops before it, so that the token can be looked at. */
const upToTheSite = (): Browser => createBrowser([world.url, world.workos.url])
const pageOf = async ({ response }: Awaited<ReturnType<Browser['open']>>) => ({
  status: response?.status,
  text: (await response?.text()) ?? ''
})

describe('opening a course of a site that takes signed tokens', () => {
  it('signs in at CI, then on the site, at that very course', async () => {
    await enrolled('ana')
    const landed = await browser().open(`${door()}?course=1001`)
    expect(landed.url).toBe(`${home()}/courses/1001`)
    expect(await landed.response?.text()).toContain('Lesson 1 of 4')
    expect(site.users('demo').filter(({ email }) => email.startsWith('ana@'))).toHaveLength(1)
  })

  it('is what the link of a course leads to', async () => {
    await enrolled('member')
    const { courses } = await world.call(await world.memberToken())(getCourses)
    expect(courses.map(({ url }) => url)).toEqual([`${door()}?course=1001`])
  })

  it('works from the site’s own sign-in address, back to where the learner was', async () => {
    await enrolled('bea')
    const wanted = `${home()}/courses/1001`
    const landed = await browser().open(`${home()}/login?return_to=${encodeURIComponent(wanted)}`)
    expect(landed.url).toBe(wanted)
  })

  it('gives a token of a minute for one account, signed with the site’s key, that nothing keeps or passes on', async () => {
    const person = await enrolled('cem')
    const { url } = await upToTheSite().open(`${door()}?course=1001`)
    const query = new URL(url).searchParams
    const key = new TextEncoder().encode(KEY)
    const { payload } = await jwtVerify(query.get('jwt') ?? '', key, { algorithms: ['HS256'] })
    expect(payload).toMatchObject({
      email: 'cem@ping.test',
      first_name: 'Lucía',
      external_id: `${world.organizationId}.${person.personId}`
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60)
    expect(query.get('error_url')).toBe(door('refused'))
    expect(url).not.toContain(KEY)
  })

  it.each([
    ['another site', 'https://evil.test/'],
    ['an address that only begins like the site’s', 'SITE.evil.test/'],
    ['no protocol', '//evil.test/x'],
    ['a script', 'javascript:alert(1)'],
    ['somebody’s name in front', 'http://127.0.0.1@evil.test/']
  ])('never leads on to %s', async (_what, to) => {
    await enrolled('dan')
    const returnTo = to.replace('SITE', home())
    const { url } = await upToTheSite().open(`${door()}?return_to=${encodeURIComponent(returnTo)}`)
    expect(new URL(url).searchParams.get('return_to')).toBe(home())
  })
})

describe('an e-mail', () => {
  it('that changed in the directory leads to the person’s own account, not to whoever has the new one there', async () => {
    const person = await enrolled('eva')
    const own = accountOf('eva')
    site.addUser('demo', { email: 'eva.new@ping.test', firstName: 'Other', lastName: 'Eva' })
    await world.addPerson('eva', { country: 'MX', email: 'eva.new@ping.test' })
    expect((await getPerson(world.deps, world.organizationId, person.personId))?.personId).toBe(person.personId)
    world.workos.next = ping('eva')
    const { url } = await upToTheSite().open(door())
    const { email } = decodeJwt(new URL(url).searchParams.get('jwt') ?? '')
    expect(site.users('demo').find(user => user.email === email)?.id).toBe(own?.id)
  })

  it('that the site gave to another account since does not lead there', async () => {
    await enrolled('fay')
    const own = accountOf('fay')
    site.changeUser(own?.id ?? 0, { email: 'fay.renamed@ping.test' })
    const taker = site.addUser('demo', { email: 'fay@ping.test', firstName: 'Other', lastName: 'Fay' })
    const { url } = await upToTheSite().open(door())
    const { email } = decodeJwt(new URL(url).searchParams.get('jwt') ?? '')
    expect(email).toBe('fay.renamed@ping.test')
    expect(site.users('demo').find(user => user.email === email)?.id).not.toBe(taker.id)
  })

  it('of an account that was deleted and signed up again by somebody is refused, told here and to the admin', async () => {
    await enrolled('gil')
    site.deleteUser(accountOf('gil')?.id ?? 0)
    site.addUser('demo', { email: 'gil@ping.test', firstName: 'Other', lastName: 'Gil' })
    const first = await pageOf(await upToTheSite().open(door()))
    expect([first.status, first.text]).toEqual([503, expect.stringContaining('Your courses are being set up')])
    const admin = await world.asAdmin()
    await expect
      .poll(async () => (await admin(getEnrollmentWork)).failed.map(({ problem }) => problem), { timeout: 60_000 })
      .toContain('email_taken')
    const again = await pageOf(await upToTheSite().open(door()))
    expect([again.status, again.text]).toEqual([
      403,
      expect.stringContaining('The learning site has no account for you')
    ])
    const { signIns } = await admin(getEnrollmentWork)
    expect(signIns).toMatchObject([{ because: 'account_refused', people: 1, names: ['Lucía Martínez'] }])
  })
})

describe('a learner whom only the site knows', () => {
  const signUpAndIn = async (name: string, claims: object) => {
    const watch = () => world.deps.db.for(world.otherId)(trx => findWatch(trx, world.otherId))
    await expect.poll(async () => (await watch())?.active, { timeout: 60_000 }).toBe(true)
    const user = site.signUp('other', { email: `${name}@okta.test`, firstName: 'Zoe', lastName: 'Demo' })
    await site.settled()
    await expect
      .poll(() => site.enrollments('other').filter(each => each.user_id === user.id).length, { timeout: 60_000 })
      .toBe(1)
    world.workos.next = {
      ...ping(name),
      connection_id: 'conn_okta',
      raw_attributes: { sub: name, email: `${name}@okta.test`, given_name: 'Zoe', family_name: 'Demo', ...claims }
    }
    const people = () =>
      world.deps.db.for(world.otherId)(trx => searchPeopleWithin(trx, world.otherId, { search: name, limit: 5 }))
    return { people, user }
  }
  beforeAll(async () => {
    site.addSite({ subdomain: 'other', apiKey: `${KEY}-other`, name: 'Other Academy' })
    site.addCourse('other', { id: 2001, name: 'Course 2001', slug: 'c2001', lessons: 1 })
    const okta = {
      name: 'Demo Okta Company',
      workosOrganizationId: 'org_okta',
      connectionId: 'conn_okta',
      domains: ['okta.test'],
      joining: 'sign_in',
      accessGroup: 'CI-Access',
      learningSite: {
        kind: 'thinkific',
        subdomain: 'other',
        url: `${site.standin.url()}/sites/other`,
        apiKey: `${KEY}-other`,
        signUps: { accepts: 'everybody', joinBy: { kind: 'email' } }
      }
    }
    await configureOrganization(world.deps, { externalId: 'okta', settings: settings(okta) })
    site.subscribe('other', `${world.url}/webhooks/thinkific/${world.otherId}`)
    const target = { kind: 'course', id: '2001', name: 'Course 2001' } as const
    const content = ruleSetSchema.parse({
      rules: [{ ruleId: 'all', name: 'All', when: { kind: 'everyone' }, targets: [target] }]
    })
    await saveRules(world.deps, { organizationId: world.otherId, basedOn: 1, content, reason: 'Test', author: 'test' })
  })

  it('is the same person at the first sign-in through the company’s provider, with the courses as they are', async () => {
    const { people } = await signUpAndIn('zoe', { groups: ['CI-Access'] })
    const [before] = await people()
    const calls = site.standin.received().length
    const tokens = await signInToWeb(upToTheSite(), await webParty(world), { login_hint: 'zoe@okta.test' })
    expect(tokens.claims()?.sub).toBe(`${world.otherId}.${before?.personId}`)
    expect(await people()).toHaveLength(1)
    expect(
      site.standin
        .received()
        .slice(calls)
        .filter(({ method }) => method !== 'GET')
    ).toEqual([])
  })

  it('is let in by nothing that the site says: without the access group the sign-in is refused, and nobody is joined', async () => {
    const { people } = await signUpAndIn('yan', {})
    await expect(signInToWeb(upToTheSite(), await webParty(world), { login_hint: 'yan@okta.test' })).rejects.toThrow()
    expect(await people()).toMatchObject([{ access: false, siteLearner: true }])
  })
})

describe('whoever may not', () => {
  it('has left is refused, whatever session the browser still has', async () => {
    await enrolled('hal')
    const held = upToTheSite()
    await held.open(door())
    await world.setActive('hal', 'inactive')
    world.workos.next = ping('hal')
    const page = await pageOf(await held.open(door()))
    expect(page.status).toBe(403)
    expect((await pageOf(await held.open(door('back')))).status).toBe(403)
  })

  it('comes to the second step without a sign-in is refused', async () => {
    expect((await pageOf(await upToTheSite().open(`${door('back')}?state=%7B%7D&code=x`))).status).toBe(403)
  })

  it('asks for a company without such a site gets a page that says so', async () => {
    for (const id of [world.otherId, 'org_none'])
      expect((await pageOf(await upToTheSite().open(`${world.url}/learning/${id}/open`))).status).toBe(404)
  })
})

describe('when the site misbehaves', () => {
  it('does not hold the person: the page says so and tries again by itself', async () => {
    await enrolled('ian')
    site.standin.faults.add({ kind: 'status', status: 503, body: 'Down for maintenance', path: '/users/', times: 1 })
    const held = browser()
    const page = await pageOf(await held.open(`${door()}?course=1001`))
    expect([page.status, page.text]).toEqual([503, expect.stringContaining('http-equiv="refresh"')])
    expect((await held.open(`${door()}?course=1001`)).url).toBe(`${home()}/courses/1001`)
  })

  it('by refusing a token, the person is brought back to a page of CI, and the admin hears of it', async () => {
    await enrolled('joy')
    const held = browser()
    await held.open(door())
    const page = await pageOf(await held.open(`${home()}/api/sso/v2/sso/jwt?jwt=forged&error_url=${door('refused')}`))
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('The learning site did not let you in')])
    const admin = await world.asAdmin()
    expect((await admin(getEnrollmentWork)).signIns.map(({ because }) => because)).toContain('site_refused')
    const { events } = await admin(listAudit)
    const actions = events.map(({ action }) => action)
    expect(actions).toContain('learning_site.opened')
    expect(actions).toContain('learning_site.refused')
    expect(JSON.stringify(events)).not.toContain('eyJ')
  })
})

it('an answer with a token is kept by nobody and tells the site no page where it came from', async () => {
  await enrolled('kim')
  const { url, redirectedBy } = await upToTheSite().open(door())
  expect(url).toContain('/api/sso/v2/sso/jwt')
  expect(redirectedBy?.headers.get('cache-control')).toBe('no-store')
  expect(redirectedBy?.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await redirectedBy?.text()).toBe('')
})
