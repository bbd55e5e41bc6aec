import { describe, expect, test } from 'vitest'
import { getCourses } from '../contract/enrollment.ts'
import * as admin from '../contract/enrollment-admin.ts'
import { ruleSetSchema } from '../contract/enrollment-rules.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { comesTrue, personIdOf, rulesFor, SITE, startEnrollmentWorld, type EnrollmentWorld } from './test-world.ts'

const enrolled = ({ site }: EnrollmentWorld) => site.enrollments(SITE)
const openNow = (world: EnrollmentWorld) =>
  enrolled(world).filter(({ expiry_date }) => !expiry_date || new Date(expiry_date) > world.deps.now())
const work = (world: EnrollmentWorld) => world.admin(admin.getEnrollmentWork)
const receiptsOf = async (world: EnrollmentWorld, name: string) =>
  (await world.admin(admin.getEnrollmentReceipts, { params: { personId: personIdOf(name) } })).receipts

const COURSE_1001 = { kind: 'course', id: '1001', name: 'Course 1001' } as const

const rule = (more: object = {}) => ({
  ruleId: 'r1',
  name: 'Leaders',
  when: { kind: 'cohort', name: 'Leaders' },
  targets: [{ kind: 'course', id: '1003', name: 'Course 1003' }],
  ...more
})

async function saveRules(world: EnrollmentWorld, rules: readonly object[], more: object = {}) {
  const { version } = await world.admin(admin.getEnrollmentRules)
  const content = ruleSetSchema.parse({ rules, ...more })
  return world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content, reason: 'As agreed' } })
}

// Beside each other, each in a world of its own: they mostly wait for the moment to try again.
describe.concurrent('when the site misbehaves', () => {
  test.each([
    ['a revoked key', { status: 401, body: { error: 'Invalid API key' } }, 'key_refused'],
    ['a plan without interface', { status: 401, body: { error: 'Your plan does not include API access.' } }, 'no_api'],
    ['maintenance', { status: 503, body: 'Down for maintenance' }, 'maintenance'],
    ["its front's own error", { status: 522, body: 'timed out' }, 'unreachable'],
    ["a proxy's page", { status: 200, body: '<html>Sign in to the network</html>' }, 'not_json']
  ])('%s is named for the admin, nothing is lost, and all goes on when it ends', async (_what, fault, kind) => {
    await using world = await startEnrollmentWorld()
    world.site.standin.faults.add({ kind: 'status', ...fault, times: 2 })
    await world.addPeople(['ana'])
    await comesTrue(async () => expect((await work(world)).site?.problem?.kind).toBe(kind))
    expect((await work(world)).waiting.newcomers).toBe(1)
    await world.settle()
    expect(openNow(world)).toHaveLength(2)
    expect((await work(world)).site?.problem).toBeNull()
  })

  test.each([
    ["a proxy's refusal", { status: 403, body: '<html>Blocked by your company</html>' }, 'not_json'],
    ["a proxy's page in place of a 404", { status: 404, body: '<html>No such host</html>' }, 'not_json'],
    ['a gateway that times out at the front', { status: 524, body: '<html>A timeout occurred</html>' }, 'unreachable'],
    [
      'a site that is down for work, with a page of its own',
      { status: 503, body: '<html>Back soon</html>' },
      'maintenance'
    ]
  ])('%s is not taken for an answer of the site', async (_what, fault, kind) => {
    await using world = await startEnrollmentWorld()
    world.site.standin.faults.add({ kind: 'status', ...fault, times: 1 })
    await world.addPeople(['ana'])
    await comesTrue(async () => expect((await work(world)).site?.problem?.kind).toBe(kind))
    await world.settle()
    expect(openNow(world)).toHaveLength(2)
    expect((await work(world)).failed).toEqual([])
  })

  test.each([
    ['an object of fields', { errors: { expiry_date: ['is not a valid date'] } }],
    ['a list of fields', { errors: [{ expiry_date: ['is not a valid date'] }] }]
  ])(
    'a 422 with %s is told in the site’s words; the other course is given, and trying again mends it',
    async (_shape, body) => {
      await using world = await startEnrollmentWorld()
      await world.settle()
      world.site.standin.faults.add({
        kind: 'status',
        status: 422,
        body,
        method: 'POST',
        path: '/enrollments$',
        times: 1
      })
      await world.addPeople(['ana'])
      await world.settle()
      expect(openNow(world)).toHaveLength(1)
      expect((await work(world)).failed).toMatchObject([
        { problem: 'refused', said: 'expiry_date is not a valid date', people: 1 }
      ])
      await world.admin(admin.tryEnrollmentAgain)
      await world.settle()
      expect(openNow(world)).toHaveLength(2)
    }
  )

  test.each(['object', 'list'] as const)(
    'an e-mail that is taken is recognized in the shape of an %s',
    async errorShape => {
      await using world = await startEnrollmentWorld()
      world.site.setSettings({ errorShape })
      world.site.addUser(SITE, { email: 'ana@demo.test', firstName: 'Ana', lastName: 'Before' })
      await world.addPeople(['ana'])
      await world.settle()
      expect((await work(world)).failed).toMatchObject([{ problem: 'email_taken', people: 1 }])
    }
  )

  test('a course that is deleted after people were enrolled is named; who leaves meanwhile is done, and it comes back', async () => {
    await using world = await startEnrollmentWorld()
    await world.addPeople(['ana', 'bea'])
    await world.settle()
    world.site.removeCourse(SITE, 1001)
    await world.leave('bea')
    await saveRules(world, [rule({ targets: [COURSE_1001], ends: { kind: 'joining', days: 90 } })])
    await world.settle()
    expect((await work(world)).failed).toMatchObject([{ problem: 'course_gone', people: 1 }])
    expect((await world.as('bea')(getCourses)).courses.map(({ state }) => state)).toEqual(['ended', 'ended'])
    world.site.addCourse(SITE, { id: 1001, name: 'Course 1001', slug: 'course-1001', lessons: 4 })
    await world.admin(admin.tryEnrollmentAgain)
    await world.settle()
    expect(openNow(world).map(({ course_id }) => course_id)).toEqual([1001])
    expect((await work(world)).failed).toEqual([])
  })

  test('each fault that is not the site’s as a whole is tried again by itself, and named when it stays', async () => {
    await using world = await startEnrollmentWorld()
    world.site.standin.faults.add({ kind: 'status', status: 500, method: 'POST', path: '/users$', times: 3 })
    await world.addPeople(['ana'])
    const settling = world.settle()
    await comesTrue(async () =>
      expect((await work(world)).failed).toMatchObject([{ problem: 'site_failed', said: 'The site answered 500' }])
    )
    await settling
    expect(openNow(world)).toHaveLength(2)
    expect((await work(world)).failed).toEqual([])
  })

  test.each(['object', 'list'] as const)(
    'a course that the rules name and the site never had is told in the shape of an %s, the others are given',
    async errorShape => {
      await using world = await startEnrollmentWorld({ enrollmentRules: rulesFor([1001, 9999]) })
      world.site.setSettings({ errorShape })
      await world.addPeople(['ana'])
      await world.settle()
      expect(openNow(world)).toHaveLength(1)
      expect((await work(world)).failed).toMatchObject([{ problem: 'course_gone', people: 1 }])
      world.site.addCourse(SITE, { id: 9999, name: 'Course 9999', slug: 'x', lessons: 1 })
      expect(await world.admin(admin.tryEnrollmentAgain)).toEqual({ people: 1 })
      await world.settle()
      expect(openNow(world)).toHaveLength(2)
      expect((await work(world)).failed).toEqual([])
    }
  )

  test('after answers that never came it looks first: nobody and nothing is there twice', async () => {
    await using world = await startEnrollmentWorld()
    world.site.standin.faults.add({ kind: 'dropAnswer', method: 'POST', path: '/users$', times: 1 })
    world.site.standin.faults.add({ kind: 'dropAnswer', method: 'POST', path: '/enrollments$', times: 1 })
    await world.addPeople(['ana'])
    await world.settle()
    expect(world.site.users(SITE)).toHaveLength(1)
    expect(enrolled(world)).toHaveLength(2)
    const posts = world.calls().filter(call => call.startsWith('POST'))
    expect(posts.toSorted()).toEqual(['POST /enrollments', 'POST /enrollments', 'POST /users'])
  })

  test('an account with the same e-mail is not taken over, until an admin vouches for the e-mails', async () => {
    await using world = await startEnrollmentWorld()
    world.site.addUser(SITE, { email: 'ana@demo.test', firstName: 'Ana', lastName: 'Before' })
    await world.addPeople(['ana'])
    await world.settle()
    expect(enrolled(world)).toEqual([])
    expect((await work(world)).failed).toMatchObject([{ problem: 'email_taken' }])
    await saveRules(world, [rule()], { linkByEmail: true })
    await world.settle()
    expect(openNow(world)).toHaveLength(1)
    expect(world.site.users(SITE)).toHaveLength(1)
  })

  test('an account that somebody deleted there is made again, with its courses', async () => {
    await using world = await startEnrollmentWorld()
    await world.addPeople(['ana'])
    await world.settle()
    const [before] = world.site.users(SITE)
    await fetch(`${world.site.standin.url()}/api/public/v1/users/${before?.id}`, {
      method: 'DELETE',
      headers: { 'x-auth-api-key': 'k'.repeat(32), 'x-auth-subdomain': SITE }
    })
    await saveRules(world, [rule()])
    await world.settle()
    const [after] = world.site.users(SITE)
    expect(after?.id).not.toBe(before?.id)
    expect(openNow(world).filter(({ user_id }) => user_id === after?.id)).toHaveLength(1)
  })
})

test('a newcomer costs the fewest calls, each with its activation, and the receipt says what the site answered', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  expect(world.calls()).toEqual(['POST /users', 'POST /enrollments', 'POST /enrollments'])
  expect(enrolled(world).every(({ activated_at }) => activated_at !== null)).toBe(true)
  const receipts = await receiptsOf(world, 'ana')
  expect(receipts.map(({ kind }) => kind).toSorted()).toEqual(['course.enrolled', 'course.enrolled', 'learner.linked'])
  expect(receipts[0]?.detail).toMatchObject({ because: 'Leaders', rule: 'settings/Leaders', version: 1, answer: '201' })
  await world.addPeople([])
  const { courses } = await world.as('ana')(getCourses)
  expect(courses.map(({ state }) => state)).toEqual(['enrolled', 'enrolled'])
})

test('a leaver loses access, also to what an admin of the site gave; a returner gets it back with progress', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  const [user] = world.site.users(SITE)
  const headers = { 'x-auth-api-key': 'k'.repeat(32), 'x-auth-subdomain': SITE, 'content-type': 'application/json' }
  const body = { user_id: user?.id, course_id: 1003, activated_at: world.deps.now().toISOString() }
  await fetch(`${world.site.standin.url()}/api/public/v1/enrollments`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body)
  })
  world.site.setProgress(SITE, user?.id ?? 0, 1001, 0.5)
  await world.leave('ana')
  await world.settle()
  expect(openNow(world)).toEqual([])
  await world.comeBack('ana')
  await world.settle()
  expect(openNow(world)).toHaveLength(3)
  expect(enrolled(world)).toHaveLength(3)
  expect(enrolled(world).find(({ course_id }) => course_id === 1001)?.done).toBe(2)
})

test('progress comes by webhooks in any order, any number of times, and completion is told once', async () => {
  await using world = await startEnrollmentWorld()
  world.site.setWebhookKnobs({ duplicate: 1, reorder: 0.5 })
  await world.addPeople(['ana'])
  await world.settle()
  const [user] = world.site.users(SITE)
  for (const share of [0.25, 0.75, 1]) world.site.setProgress(SITE, user?.id ?? 0, 1001, share)
  await world.site.settled()
  const { courses } = await world.as('ana')(getCourses)
  expect(courses.find(({ courseId }) => courseId === '1001')).toMatchObject({ state: 'completed', progress: 1 })
  expect(world.facts.filter(({ type }) => type === 'course.completed')).toHaveLength(1)
})

test('what webhooks lost the hourly sweep brings, completion included', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  world.site.setWebhookKnobs({ drop: 1 })
  const [user] = world.site.users(SITE)
  world.site.setProgress(SITE, user?.id ?? 0, 1001, 1)
  world.site.setProgress(SITE, user?.id ?? 0, 1002, 0.5)
  await world.site.settled()
  world.advance(HOUR)
  await world.settle()
  const { courses } = await world.as('ana')(getCourses)
  expect(courses).toMatchObject([{ progress: 1, state: 'completed' }, { progress: 0.5 }])
  expect(world.facts.filter(({ type }) => type === 'course.completed')).toHaveLength(1)
})

test('a dry run says who gains and loses, how many calls, and changes nothing; saving does what it said', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana', 'bea'])
  await world.addPeople(['cem'], { cohorts: [], department: 'Finance' })
  await world.settle()
  const sales = rule({
    ruleId: 'r2',
    name: 'Finance',
    when: { kind: 'attribute', name: 'department', value: 'finance' }
  })
  const content = ruleSetSchema.parse({ rules: [sales] })
  const before = world.calls().length
  const dry = await world.admin(admin.dryRunRules, { body: content })
  expect(dry).toMatchObject({
    people: 3,
    gain: { people: 1, first: [{ name: 'cem Demo', targets: ['Course 1003'] }] },
    lose: { people: 2 },
    calls: 6,
    lasting: { accounts: 1 }
  })
  expect(world.calls()).toHaveLength(before)
  await saveRules(world, [sales])
  await world.settle()
  expect(world.calls().length - before).toBe(dry.calls)
  expect(openNow(world)).toHaveLength(1)
  expect((await work(world)).runs[0]).toMatchObject({ state: 'done', people: 3, done: 3, version: 2 })
})

test('two admins cannot overwrite each other, and only admins see any of it', async () => {
  await using world = await startEnrollmentWorld()
  const content = ruleSetSchema.parse({ rules: [] })
  const body = { basedOn: 1, content, reason: 'As agreed' }
  await world.admin(admin.getEnrollmentRules)
  await world.admin(admin.putEnrollmentRules, { body })
  await expect(world.admin(admin.putEnrollmentRules, { body })).rejects.toMatchObject({ status: 409 })
  await expect(world.as('ana')(admin.getEnrollmentRules)).rejects.toMatchObject({ status: 403 })
  await expect(world.as('ana')(admin.listEnrolledPeople)).rejects.toMatchObject({ status: 403 })
})

test('settings of the operator are followed until an admin saves rules of their own', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  await world.configure({ enrollmentRules: rulesFor([1001, 1002, 1003]) })
  await world.settle()
  expect(openNow(world)).toHaveLength(3)
  await saveRules(world, [rule()])
  await world.settle()
  await world.configure({ enrollmentRules: rulesFor([1001]) })
  await world.settle()
  expect(openNow(world).map(({ course_id }) => course_id)).toEqual([1003])
})

test('paused work waits while leavers go on; cancelled work is not done', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana', 'bea', 'cem'])
  await world.settle()
  world.site.standin.faults.add({ kind: 'delay', ms: 300 })
  const { runId } = await saveRules(world, [rule()])
  await world.admin(admin.turnEnrollmentRun, { params: { runId }, body: { turn: 'pause' } })
  world.site.standin.faults.clear()
  await world.leave('cem')
  await world.settle()
  const cem = accountOf(world, 'cem')
  expect(openNow(world).filter(({ user_id }) => user_id === cem?.id)).toEqual([])
  await world.admin(admin.turnEnrollmentRun, { params: { runId }, body: { turn: 'cancel' } })
  await world.settle()
  expect((await work(world)).runs[0]).toMatchObject({ state: 'cancelled', waiting: 0 })
  await expect(
    world.admin(admin.turnEnrollmentRun, { params: { runId }, body: { turn: 'resume' } })
  ).rejects.toMatchObject({ status: 409 })
})

test('a start that lies ahead and an end that has come are kept by the clock', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  await saveRules(world, [rule({ starts: { kind: 'joining', days: 7 }, ends: { kind: 'joining', days: 14 } })])
  await world.settle()
  expect(openNow(world)).toEqual([])
  world.advance(8 * DAY)
  await world.settle()
  expect(openNow(world).map(({ course_id }) => course_id)).toEqual([1003])
  world.advance(7 * DAY)
  await world.settle()
  expect(openNow(world)).toEqual([])
  expect((await world.as('ana')(getCourses)).courses.every(({ state }) => state === 'ended')).toBe(true)
})

test('what an exception keeps from somebody until a day is given by itself when the day has come', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  const until = new Date(world.deps.now().getTime() + 7 * DAY).toISOString()
  const target = { kind: 'course', id: '1003', name: 'Course 1003' }
  const leave = { personId: personIdOf('ana'), target, effect: 'withhold', until, reason: 'Parental leave' }
  await saveRules(world, [rule()], { exceptions: [leave] })
  await world.settle()
  expect(openNow(world)).toEqual([])
  world.advance(6 * DAY)
  await world.settle()
  expect(openNow(world)).toEqual([])
  world.advance(2 * DAY)
  await world.settle()
  expect(openNow(world).map(({ course_id }) => course_id)).toEqual([1003])
})

test('a night costs one sweep and one comparison, however often the clock looks; one that the site cut short comes again', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana'])
  await world.settle()
  world.site.standin.faults.add({ kind: 'delay', ms: 300, path: '/enrollments' })
  const before = world.calls().length
  world.advance(DAY)
  await world.settle()
  expect(world.calls().slice(before)).toEqual(['GET /enrollments', 'GET /enrollments'])
  const { drift } = await world.admin(admin.getEnrollmentDrift)
  world.site.standin.faults.clear()
  world.site.standin.faults.add({ kind: 'status', status: 522, path: '/enrollments', times: 1 })
  world.advance(HOUR)
  await world.settle()
  world.site.standin.faults.add({ kind: 'status', status: 522, path: '/enrollments', times: 1 })
  await world.admin(admin.lookForDrift)
  await comesTrue(async () => {
    await world.settle()
    expect((await world.admin(admin.getEnrollmentDrift)).drift?.driftId).not.toBe(drift?.driftId)
  })
  expect((await work(world)).site?.problem).toBeNull()
})

test('drift is found each night, told by kind, and mended only when an admin says so', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana', 'bea'])
  await world.settle()
  const headers = { 'x-auth-api-key': 'k'.repeat(32), 'x-auth-subdomain': SITE, 'content-type': 'application/json' }
  const put = (id: number | undefined, body: object) =>
    fetch(`${world.site.standin.url()}/api/public/v1/enrollments/${id}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(body)
    })
  const [ana, bea] = ['ana', 'bea'].map(name => accountOf(world, name))
  const of = (userId: number | undefined, courseId: number) =>
    enrolled(world).find(({ user_id, course_id }) => user_id === userId && course_id === courseId)?.id
  await put(of(ana?.id, 1001), { expiry_date: '2026-11-01T00:00:00Z' })
  await put(of(bea?.id, 1001), { expiry_date: '2027-11-01T00:00:00Z' })
  await fetch(`${world.site.standin.url()}/api/public/v1/enrollments`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ user_id: bea?.id, course_id: 1003, activated_at: '2026-11-01T00:00:00Z' })
  })
  world.advance(DAY)
  await world.settle()
  const { drift } = await world.admin(admin.getEnrollmentDrift)
  expect(drift).toMatchObject({ people: 2, counts: { missing: 0, extra: 1, wrong_expiry: 0, by_hand: 2 } })
  const params = { driftId: drift?.driftId ?? '' }
  const all = { what: [...admin.DRIFTS] }
  const dry = await world.admin(admin.repairDrift, { params, body: { mode: 'dry', ...all } })
  expect(dry).toMatchObject({ people: 2, calls: 3, runId: null })
  expect(openNow(world)).toHaveLength(4)
  await world.admin(admin.repairDrift, { params, body: { mode: 'carry_out', ...all } })
  await world.settle()
  expect(
    openNow(world)
      .map(({ course_id }) => course_id)
      .toSorted()
  ).toEqual([1001, 1001, 1002, 1002])
  await world.admin(admin.lookForDrift)
  await world.settle()
  expect((await world.admin(admin.getEnrollmentDrift)).drift?.counts).toEqual({
    missing: 0,
    extra: 0,
    wrong_expiry: 0,
    by_hand: 0
  })
})

const BUNDLE = { kind: 'bundle', id: '55', name: 'Starter' } as const
const GROUP = { kind: 'group', id: 'Blue', name: 'Blue' } as const

/** Everybody among the leaders has a bundle of two courses and is in a group. */
const accountOf = (world: EnrollmentWorld, name: string) =>
  world.site.users(SITE).find(({ first_name }) => first_name === name)

async function withShared(): Promise<EnrollmentWorld> {
  const world = await startEnrollmentWorld({ enrollmentRules: [] })
  world.site.addBundle(SITE, { id: 55, name: 'Starter', courseIds: [1001, 1002] })
  await world.onSite('POST', '/groups', { name: 'Blue' })
  await world.addPeople(['ana', 'bea'])
  await saveRules(world, [rule({ targets: [BUNDLE, GROUP] })])
  await world.settle()
  return world
}

const compareNow = async (world: EnrollmentWorld) => {
  await world.admin(admin.lookForDrift)
  await world.settle()
  const { drift } = await world.admin(admin.getEnrollmentDrift)
  if (!drift) throw new Error('there is no report')
  return drift
}

test('bundles and groups are compared too: what is missing is mended, who should leave a group is named for the admin', async () => {
  await using world = await withShared()
  expect(openNow(world)).toHaveLength(4)
  const before = await compareNow(world)
  // The courses of a bundle are nobody's mistake.
  expect(before).toMatchObject({ people: 2, unread: [], items: [], counts: { missing: 0, extra: 0, by_hand: 0 } })
  const [ana, bea] = ['ana', 'bea'].map(name => accountOf(world, name))
  const past = { user_id: ana?.id, activated_at: '2026-11-01T00:00:00Z', expiry_date: '2026-11-02T00:00:00Z' }
  await world.onSite('PUT', '/bundles/55/enrollments', past)
  world.site.leaveGroup(SITE, 'Blue', ana?.id ?? 0)
  await world.addPeople(['cem'], { cohorts: [] })
  await world.onSite('POST', '/group_users', { user_id: bea?.id, group_names: ['Blue'] })
  await saveRules(world, [
    rule({ ruleId: 'r2', when: { kind: 'group', name: 'Nobody' }, targets: [GROUP] }),
    rule({ targets: [BUNDLE] })
  ])
  await world.settle()
  const nobodyInBlue = await compareNow(world)
  expect(nobodyInBlue.counts).toMatchObject({ by_hand: 1, extra: 1, missing: 0 })
  expect(nobodyInBlue.items).toMatchObject([
    { name: 'ana Demo', target: BUNDLE, what: 'by_hand' },
    { name: 'bea Demo', target: GROUP, what: 'extra' }
  ])
  await saveRules(world, [rule({ targets: [BUNDLE, GROUP] })])
  await world.settle()
  world.site.leaveGroup(SITE, 'Blue', bea?.id ?? 0)
  const found = await compareNow(world)
  expect(found.counts).toMatchObject({ by_hand: 1, missing: 1, extra: 0 })
  const params = { driftId: found.driftId }
  const what = [...admin.DRIFTS]
  const dry = await world.admin(admin.repairDrift, { params, body: { mode: 'dry', what } })
  expect(dry).toMatchObject({ people: 2, calls: 2, byHand: 0, runId: null })
  const calls = world.calls().length
  await world.admin(admin.repairDrift, { params, body: { mode: 'carry_out', what } })
  await world.settle()
  expect(world.calls().slice(calls).toSorted()).toEqual(['POST /group_users', 'PUT /bundles/55/enrollments'])
  expect((await compareNow(world)).items).toEqual([])
})

test('a member without a rule costs no call: the repair says that it is left to hands', async () => {
  await using world = await withShared()
  await saveRules(world, [rule({ targets: [BUNDLE] })])
  await world.settle()
  const { driftId, counts } = await compareNow(world)
  expect(counts).toMatchObject({ extra: 2, missing: 0 })
  const body = { mode: 'carry_out' as const, what: [...admin.DRIFTS] }
  expect(await world.admin(admin.repairDrift, { params: { driftId }, body })).toMatchObject({
    people: 0,
    calls: 0,
    byHand: 2,
    runId: null
  })
})

test('a bundle and a group that the site has no more are named, and nobody is called wrong for it', async () => {
  await using world = await withShared()
  world.site.removeBundle(SITE, 55)
  world.site.removeGroup(SITE, 'Blue')
  const drift = await compareNow(world)
  expect(drift.unread.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([BUNDLE, GROUP])
  expect(drift.counts.missing).toBe(0)
})

test('an admin finds people by name and sees access, never progress', async () => {
  await using world = await startEnrollmentWorld()
  await world.addPeople(['ana', 'bea'])
  await world.settle()
  const { people } = await world.admin(admin.listEnrolledPeople, { query: { search: 'AN' } })
  expect(people).toMatchObject([{ name: 'ana Demo', enrollments: [{ state: 'open' }, { state: 'open' }] }])
  expect(JSON.stringify(people)).not.toContain('progress')
  const { site } = await world.admin(admin.getEnrollmentChoices)
  expect(site).toHaveLength(3)
})
