/** Learners who sign up on the site while no directory names anybody, and what becomes of them when one does. */
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as admin from '../contract/enrollment-admin.ts'
import { ruleSetSchema } from '../contract/enrollment-rules.ts'
import type { SignUps } from '../contract/organizations.ts'
import * as signUps from '../contract/sign-ups.ts'
import { findPersonByIdp, pullEvents } from '../directory/directory.ts'
import { DAY, SECOND } from '../platform/time.ts'
import type { DirectoryEvent, Workos } from '../vendors/workos.ts'
import { KEY, SITE, startEnrollmentWorld, type EnrollmentWorld } from './test-world.ts'

const ALL = { whose: { kind: 'everybody' }, accepts: 'everybody', joinBy: { kind: 'email' } } as const
const siteWith = (more: object) => ({
  learningSite: { kind: 'thinkific', subdomain: SITE, url: 'https://demo.test/academy', apiKey: KEY, ...more }
})
const everyone = (courseId: string) => ({
  ruleId: `all-${courseId}`,
  name: 'Everybody',
  when: { kind: 'everyone' },
  targets: [{ kind: 'course', id: courseId, name: `Course ${courseId}` }]
})
const bea = { email: 'bea@demo.test', firstName: 'Bea', lastName: 'Demo', ssoId: 'E-2' }

async function start(taking: Partial<SignUps> = ALL, rules: readonly object[] = [everyone('1001'), everyone('1002')]) {
  const world = await startEnrollmentWorld({ ...siteWith({ signUps: taking }), domains: ['demo.test'] })
  const { version } = await world.admin(admin.getEnrollmentRules)
  const content = ruleSetSchema.parse({ rules })
  await world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content, reason: 'As agreed' } })
  await world.settle()
  return world
}

const coursesOf = ({ site }: EnrollmentWorld, userId: number): readonly number[] =>
  site
    .enrollments(SITE)
    .filter(({ user_id, expiry_date }) => user_id === userId && expiry_date === null)
    .map(({ course_id }) => course_id)
    .toSorted()
const counts = async ({ admin: call }: EnrollmentWorld) => (await call(signUps.getSignUps)).counts
const listed = async ({ admin: call }: EnrollmentWorld, state: signUps.SignUpState) =>
  (await call(signUps.listSignUps, { query: { state } })).learners
const writes = (world: EnrollmentWorld): readonly string[] => world.calls().filter(call => !call.startsWith('GET'))

/** The directory is connected, and names this person. */
async function directoryNames(world: EnrollmentWorld, idpId: string, more: object = {}): Promise<string> {
  const at = new Date(world.deps.now().getTime() + SECOND).toISOString()
  const user = {
    id: `directory_user_${idpId}`,
    directoryId: 'directory_1',
    organizationId: 'org_demo',
    idpId,
    state: 'active' as const,
    customAttributes: {},
    rawAttributes: {},
    email: `${idpId}@demo.test`,
    firstName: idpId,
    lastName: 'Demo',
    updatedAt: at,
    ...more
  }
  const event: DirectoryEvent = {
    id: world.deps.newId('event'),
    createdAt: at,
    event: 'dsync.user.updated',
    data: user
  }
  let left: readonly DirectoryEvent[] = [event]
  const stream: Pick<Workos, 'listEvents'> = {
    listEvents: async () => {
      const page = left
      left = []
      return page
    }
  }
  await pullEvents(world.deps, stream as Workos)
  await world.settle()
  return (await findPersonByIdp(world.deps, world.organizationId, idpId))?.personId ?? ''
}

describe('a sign-up on the site', () => {
  test('has its courses as soon as the webhook comes, with no other call than those that give them', async () => {
    await using world = await start()
    const before = writes(world).length
    const user = world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    expect(coursesOf(world, user.id)).toEqual([1001, 1002])
    expect(writes(world).slice(before)).toEqual(['POST /enrollments', 'POST /enrollments'])
    const [learner] = await listed(world, 'taken')
    expect(learner).toMatchObject({ name: 'Bea Demo', heardBy: 'webhook' })
    const params = { personId: learner?.personId ?? '' }
    const { receipts } = await world.admin(admin.getEnrollmentReceipts, { params })
    expect(receipts.map(({ kind }) => kind).toSorted()).toEqual([
      'course.enrolled',
      'course.enrolled',
      'learner.linked'
    ])
  })

  test('whose webhook was lost has its courses within a minute, for two calls of the site’s hundred and twenty', async () => {
    await using world = await start()
    world.site.setWebhookKnobs({ drop: 1 })
    const user = world.site.signUp(SITE, bea)
    await world.site.settled()
    const before = world.calls().length
    world.advance(30 * SECOND)
    await world.settle()
    expect(coursesOf(world, user.id)).toEqual([1001, 1002])
    expect(world.calls().slice(before)).toEqual(['GET /users', 'POST /enrollments', 'POST /enrollments'])
    world.advance(30 * SECOND)
    await world.settle()
    expect(world.calls().slice(before + 3)).toEqual(['GET /users'])
  })

  test('told twice, late and after its own update is one learner with the newest profile', async () => {
    await using world = await start()
    world.site.setWebhookKnobs({ duplicate: 1, reorder: 0.5 })
    const user = world.site.signUp(SITE, bea)
    world.advance(SECOND)
    world.site.changeUser(user.id, { first_name: 'Beatriz' })
    await world.site.settled()
    await world.settle()
    expect(await listed(world, 'taken')).toMatchObject([{ name: 'Beatriz Demo' }])
    expect(coursesOf(world, user.id)).toEqual([1001, 1002])
  })

  test('told at the same moment as its update has the newest profile, whichever is heard first', async () => {
    await using world = await start()
    const emails = Array.from({ length: 10 }, (_, index) => `twin${index}@demo.test`)
    for (const email of emails) {
      const user = world.site.signUp(SITE, { ...bea, email, ssoId: email })
      world.advance(SECOND)
      world.site.changeUser(user.id, { first_name: 'Beatriz' })
    }
    await world.site.settled()
    await world.settle()
    const names = (await listed(world, 'taken')).map(({ name }) => name)
    expect(names).toEqual(emails.map(() => 'Beatriz Demo'))
  })

  test('forged, or signed with another site’s key, is refused', async () => {
    await using world = await start()
    const payload = { id: 1, email: 'eve@demo.test', first_name: 'Eve', last_name: 'Demo' }
    const body = JSON.stringify({ id: 'forged', resource: 'user', action: 'signup', payload })
    const [hook] = world.site.hooks(SITE)
    for (const key of ['x'.repeat(32), ''])
      expect(
        await fetch(hook?.target_url ?? '', {
          method: 'POST',
          body,
          headers: { 'x-thinkific-hmac-sha256': key && createHmac('sha256', key).update(body).digest('hex') }
        }).then(({ status }) => status)
      ).toBe(401)
    expect((await counts(world)).taken).toBe(0)
  })

  test('gives no access here: no courses page, no account, no fact that anything else hears', async () => {
    await using world = await start()
    world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    expect(world.facts.filter(({ type }) => type.startsWith('person.'))).toEqual([])
  })

  test('is asked by rules for the profile: domain, company, a custom field; a changed profile changes courses', async () => {
    const when = (name: string, value: string, courseId: string) => ({
      ...everyone(courseId),
      when: { kind: 'site', name, value }
    })
    await using world = await start(ALL, [
      when('email_domain', 'demo.test', '1001'),
      when('company', 'Acme', '1002'),
      when('Cost center', '42', '1003')
    ])
    const user = world.site.signUp(SITE, { ...bea, company: 'acme', fields: { 'Cost center': '41' } })
    await world.site.settled()
    await world.settle()
    expect(coursesOf(world, user.id)).toEqual([1001, 1002])
    world.advance(SECOND)
    world.site.changeUser(user.id, { fields: { 'Cost center': '42' } })
    await world.site.settled()
    await world.settle()
    expect(coursesOf(world, user.id)).toEqual([1001, 1002, 1003])
  })
})

describe('whose a sign-up is', () => {
  test.each([
    ['another domain', { email: 'bea@elsewhere.test' }],
    ['an account that a password made', { ssoId: '' }],
    ['who runs the site', { roles: ['site_admin'] }]
  ])('%s is not the company’s', async (_what, more) => {
    await using world = await start({ whose: { kind: 'domains' }, accepts: 'single_sign_on' })
    const user = world.site.signUp(SITE, { ...bea, ...more })
    const other = world.site.signUp(SITE, { ...bea, email: 'cem@demo.test', ssoId: 'E-3' })
    await world.site.settled()
    await world.settle()
    expect(coursesOf(world, user.id)).toEqual([])
    expect(coursesOf(world, other.id)).toEqual([1001, 1002])
    expect((await counts(world)).taken).toBe(1)
  })

  test('two companies on one site cannot both take the same learner', async () => {
    await using world = await start()
    const other = { externalId: 'other', workosOrganizationId: 'org_other', ...siteWith({ signUps: ALL }) }
    await expect(world.configure(other)).rejects.toMatchObject({ status: 409 })
    const field = { ...ALL, whose: { kind: 'field', name: 'company', value: 'Acme' } }
    await world.configure({ ...siteWith({ signUps: field }) })
    const theirs = { ...ALL, whose: { kind: 'field', name: 'company', value: 'Birch' } }
    await world.configure({ ...other, domains: [], ...siteWith({ signUps: theirs }) })
  })
})

describe('those who were there before', () => {
  test('wait for an admin, who sees first what it would do; what they have is not asked for again', async () => {
    await using world = await startEnrollmentWorld({ enrollmentRules: [] })
    const old = world.site.addUser(SITE, bea)
    const headers = { 'x-auth-api-key': KEY, 'x-auth-subdomain': SITE, 'content-type': 'application/json' }
    await fetch(`${world.site.standin.url()}/api/public/v1/enrollments`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ user_id: old.id, course_id: 1001, activated_at: '2026-11-01T00:00:00Z' })
    })
    world.advance(DAY)
    await world.configure(siteWith({ signUps: ALL }))
    const { version } = await world.admin(admin.getEnrollmentRules)
    const content = ruleSetSchema.parse({ rules: [everyone('1001'), everyone('1002')] })
    await world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content, reason: 'As agreed' } })
    await world.settle()
    expect(await listed(world, 'there')).toMatchObject([{ name: 'Bea Demo', heardBy: 'list' }])
    const before = writes(world).length
    const dry = await world.admin(signUps.dryRunSignUps)
    expect(dry).toMatchObject({ people: 1, gain: { people: 1 }, lose: { people: 0 }, calls: 3 })
    expect(writes(world)).toHaveLength(before)
    expect(await world.admin(signUps.takeInSignUps)).toEqual({ people: 1 })
    await world.settle()
    expect(coursesOf(world, old.id)).toEqual([1001, 1002])
    expect(writes(world).slice(before)).toEqual(['POST /enrollments'])
    expect(await world.admin(signUps.takeInSignUps)).toEqual({ people: 0 })
  })

  test('are found however many pages the site has, and new ones among them within a minute', async () => {
    await using world = await startEnrollmentWorld({ enrollmentRules: [] })
    for (let i = 0; i < 510; i++)
      world.site.addUser(SITE, { email: `old${i}@demo.test`, firstName: `Old ${i}`, lastName: 'Demo' })
    world.advance(DAY)
    await world.configure(siteWith({ signUps: ALL }))
    await world.settle()
    expect((await counts(world)).there).toBe(510)
    world.site.setWebhookKnobs({ drop: 1 })
    for (const id of world.site
      .users(SITE)
      .slice(0, 300)
      .map(user => user.id))
      world.site.deleteUser(id)
    world.site.signUp(SITE, bea)
    await world.site.settled()
    const before = world.calls().length
    world.advance(30 * SECOND)
    await world.settle()
    expect(await listed(world, 'taken')).toMatchObject([{ name: 'Bea Demo' }])
    expect(world.calls().slice(before)).toEqual(['GET /users', 'GET /users'])
  })
})

describe('a learner whom somebody deletes on the site', () => {
  test('is gone after the nightly list, and is not made again', async () => {
    await using world = await start()
    const user = world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    world.site.deleteUser(user.id)
    world.advance(DAY)
    await world.settle()
    expect(await counts(world)).toMatchObject({ taken: 0, gone: 1 })
    expect(world.site.users(SITE)).toEqual([])
    const again = world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    expect(coursesOf(world, again.id)).toEqual([1001, 1002])
  })

  test('is gone as soon as a call says so', async () => {
    await using world = await start()
    const user = world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    world.site.deleteUser(user.id)
    const { version } = await world.admin(admin.getEnrollmentRules)
    const content = ruleSetSchema.parse({ rules: [everyone('1003')] })
    await world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content, reason: 'As agreed' } })
    await world.settle()
    expect(world.site.users(SITE)).toEqual([])
    expect((await counts(world)).gone).toBe(1)
  })
})

describe('when the directory is connected', () => {
  test.each([
    ['the e-mail that the company gives out', { kind: 'email' }, {}],
    [
      'the id of the single sign-on',
      { kind: 'sso_id', attribute: 'employee_number' },
      { rawAttributes: { employee_number: 'E-2' }, email: 'new@demo.test' }
    ]
  ] as const)(
    'a learner is adopted by %s: the same person, no call that changes a course',
    async (_by, joinBy, more) => {
      await using world = await start({ ...ALL, joinBy })
      const user = world.site.signUp(SITE, bea)
      await world.site.settled()
      await world.settle()
      const [before] = await listed(world, 'taken')
      const [calls, held] = [writes(world).length, world.site.enrollments(SITE)]
      const personId = await directoryNames(world, 'bea', more)
      expect(personId).toBe(before?.personId)
      expect(writes(world)).toHaveLength(calls)
      expect(world.site.enrollments(SITE)).toEqual(held)
      expect(world.site.users(SITE)).toHaveLength(1)
      expect(coursesOf(world, user.id)).toEqual([1001, 1002])
      world.advance(SECOND)
      await directoryNames(world, 'bea', {
        ...more,
        state: 'inactive',
        updatedAt: new Date(world.deps.now().getTime() + 5 * SECOND).toISOString()
      })
      expect(coursesOf(world, user.id)).toEqual([])
    }
  )

  test('somebody outside the access group keeps the courses of the sign-up, and leaving ends them', async () => {
    await using world = await start()
    await world.configure({ ...siteWith({ signUps: ALL }), accessGroup: 'CI-Access' })
    const user = world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    await directoryNames(world, 'bea')
    expect(coursesOf(world, user.id)).toEqual([1001, 1002])
    expect(world.facts.filter(({ type }) => type === 'person.joined')).toEqual([])
    await directoryNames(world, 'bea', {
      state: 'inactive',
      updatedAt: new Date(world.deps.now().getTime() + 5 * SECOND).toISOString()
    })
    expect(coursesOf(world, user.id)).toEqual([])
  })

  test('without a confirmed pair an e-mail joins nobody: both stay, and the admin is told', async () => {
    await using world = await start({ whose: { kind: 'everybody' }, accepts: 'everybody' })
    const user = world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    const [before] = await listed(world, 'taken')
    const personId = await directoryNames(world, 'bea')
    expect(personId).not.toBe(before?.personId)
    expect(coursesOf(world, user.id)).toEqual([1001, 1002])
    expect((await world.admin(admin.getEnrollmentWork)).failed).toMatchObject([{ problem: 'email_taken', people: 1 }])
  })

  test('whoever is known already gets no second person: a doubtful sign-up waits for the admin', async () => {
    await using world = await start({ whose: { kind: 'everybody' }, accepts: 'everybody' }, [])
    await directoryNames(world, 'bea')
    const user = world.site.signUp(SITE, bea)
    await world.site.settled()
    await world.settle()
    const [doubtful] = await listed(world, 'doubtful')
    expect(doubtful).toMatchObject({ name: 'Bea Demo', mayBe: { name: 'bea Demo' } })
    const params = { userId: String(user.id) }
    await world.admin(signUps.decideSignUp, { params, body: { decision: 'same' } })
    await world.settle()
    expect(await listed(world, 'taken')).toMatchObject([{ personId: doubtful?.mayBe?.personId }])
    await expect(world.admin(signUps.decideSignUp, { params, body: { decision: 'different' } })).rejects.toMatchObject({
      status: 409
    })
  })
})

test('nobody watches a site whose company did not opt in, and only admins see any of it', async () => {
  await using world = await startEnrollmentWorld()
  world.site.signUp(SITE, bea)
  await world.site.settled()
  await world.settle()
  expect((await world.admin(signUps.getSignUps)).watch).toBeNull()
  expect(world.calls()).toEqual([])
  await expect(world.as('ana')(signUps.getSignUps)).rejects.toMatchObject({ status: 403 })
})
