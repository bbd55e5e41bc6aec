/** What a person sees of their courses, over HTTP: what is there, what is coming and why, while the site answers and while it does not. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { getCourses, type CourseView } from '../contract/enrollment.ts'
import * as admin from '../contract/enrollment-admin.ts'
import { ruleSetSchema } from '../contract/enrollment-rules.ts'
import { decideLearners } from '../contract/moving.ts'
import { DAY, SECOND } from '../platform/time.ts'
import { MOST_AHEAD, whyNotYet } from './coming.ts'
import { secondsFor } from './dry-run.ts'
import { addOld, addPerson, compareAll, joinCohort, NOTHING, openMoving } from './test-moving.ts'
import { comesTrue, personIdOf, rulesFor, SITE, startEnrollmentWorld, type EnrollmentWorld } from './test-world.ts'

const coursesOf = async (world: EnrollmentWorld, name: string): Promise<readonly CourseView[]> =>
  (await world.as(name)(getCourses)).courses
const only = async (world: EnrollmentWorld, name: string, courseId: string): Promise<CourseView | undefined> =>
  (await coursesOf(world, name)).find(course => course.courseId === courseId)
const kindsOf = async (world: EnrollmentWorld, name: string) =>
  (await coursesOf(world, name)).map(({ coming }) => coming?.kind)

const COURSE_1003 = { kind: 'course', id: '1003', name: 'Course 1003' } as const
const rule = (more: object = {}) => ({
  ruleId: 'r1',
  name: 'Everybody who leads',
  when: { kind: 'cohort', name: 'Leaders' },
  targets: [COURSE_1003],
  ...more
})

async function saveRules(world: EnrollmentWorld, rules: readonly object[], more: object = {}) {
  const { version } = await world.admin(admin.getEnrollmentRules)
  const content = ruleSetSchema.parse({ rules, ...more })
  return world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content, reason: 'As agreed' } })
}

const iso = (world: EnrollmentWorld, days: number): string =>
  new Date(world.deps.now().getTime() + days * DAY).toISOString()

describe('what is there', () => {
  test('has its dates, its progress, why it came in the company’s words, and a way in; what ended keeps its progress', async () => {
    await using world = await startEnrollmentWorld()
    await world.addPeople(['ana'])
    await saveRules(world, [rule({ ends: { kind: 'joining', days: 14 } })])
    await world.settle()
    const [user] = world.site.users(SITE)
    world.site.setProgress(SITE, user?.id ?? 0, 1003, 0.5)
    await world.site.settled()
    const open = await only(world, 'ana', '1003')
    expect(open).toMatchObject({
      kind: 'course',
      state: 'enrolled',
      coming: null,
      progress: 0.5,
      origin: 'rule',
      because: 'Everybody who leads',
      completedAt: null,
      url: 'https://demo.test/academy/courses/1003'
    })
    const [from, to] = [open?.startsAt, open?.endsAt].map(at => new Date(at ?? '').getTime())
    expect((to ?? 0) - (from ?? 0)).toBe(14 * DAY)
    world.advance(15 * DAY)
    // The site ends it by itself; nobody has looked yet.
    expect(await only(world, 'ana', '1003')).toMatchObject({ state: 'ended', progress: 0.5, url: null })
    await world.settle()
    expect(await only(world, 'ana', '1003')).toMatchObject({ state: 'ended', progress: 0.5, endsAt: open?.endsAt })
  })

  test('says that an exception gave it and not its reason; what the site’s own admin gave says so, too', async () => {
    await using world = await startEnrollmentWorld({ enrollmentRules: rulesFor([1001]) })
    await world.addPeople(['ana'])
    await world.settle()
    const [user] = world.site.users(SITE)
    await world.onSite('POST', '/enrollments', { user_id: user?.id, course_id: 1002, activated_at: iso(world, 0) })
    await world.site.settled()
    const given = { personId: personIdOf('ana'), target: COURSE_1003, effect: 'give', reason: 'After her burnout' }
    await saveRules(world, [rule({ targets: [{ kind: 'course', id: '1001', name: 'Course 1001' }] })], {
      exceptions: [given]
    })
    await world.settle()
    expect(await only(world, 'ana', '1003')).toMatchObject({ origin: 'exception', because: '' })
    expect(await only(world, 'ana', '1002')).toMatchObject({ origin: 'site', because: '' })
    expect(JSON.stringify(await coursesOf(world, 'ana'))).not.toContain('burnout')
  })
})

describe('what is coming', () => {
  test('a later start and an end of what keeps it away are told alike, with the day and nothing else', async () => {
    await using world = await startEnrollmentWorld({ enrollmentRules: [] })
    await world.addPeople(['ana', 'bea'])
    await world.settle()
    const until = iso(world, 7)
    const withheld = {
      personId: personIdOf('ana'),
      target: COURSE_1003,
      effect: 'withhold',
      until,
      reason: 'Parental leave'
    }
    const later = { ...COURSE_1003, id: '1002', name: 'Course 1002' }
    const fixed = rule({ ruleId: 'r2', targets: [later], starts: { kind: 'fixed', at: until } })
    await saveRules(world, [rule(), fixed], { exceptions: [withheld] })
    await world.settle()
    const [kept, started] = [await only(world, 'ana', '1003'), await only(world, 'ana', '1002')]
    expect(kept).toEqual({ ...started, courseId: '1003', name: 'Course 1003' })
    expect(kept).toMatchObject({ state: 'coming', coming: { kind: 'starts', at: until }, startsAt: until, url: null })
    expect(JSON.stringify(await coursesOf(world, 'ana'))).not.toContain('leave')
    expect(await only(world, 'bea', '1003')).toMatchObject({ state: 'enrolled', coming: null })
    world.advance(8 * DAY)
    await world.settle()
    expect(await only(world, 'ana', '1003')).toMatchObject({ state: 'enrolled', coming: null })
  })

  test('nothing is promised that ends before it would begin, or that a rule withholds afterwards', async () => {
    await using world = await startEnrollmentWorld({ enrollmentRules: [] })
    await world.addPeople(['ana'])
    const kept = { personId: personIdOf('ana'), target: COURSE_1003, effect: 'withhold', reason: 'On leave' }
    await saveRules(world, [rule({ ends: { kind: 'fixed', at: iso(world, 5) } })], {
      exceptions: [{ ...kept, until: iso(world, 7) }]
    })
    await world.settle()
    expect(await coursesOf(world, 'ana')).toEqual([])
    await saveRules(world, [rule({ ruleId: 'r0', name: 'Not now', effect: 'withhold' }), rule()], {
      exceptions: [{ ...kept, until: iso(world, 7) }]
    })
    await world.settle()
    expect(await coursesOf(world, 'ana')).toEqual([])
  })

  test('while the site is dead it is said without waiting for it, and all comes by itself when it answers', async () => {
    await using world = await startEnrollmentWorld()
    world.site.standin.faults.add({ kind: 'drop' })
    await world.addPeople(['ana'])
    expect(await kindsOf(world, 'ana')).toHaveLength(2)
    await comesTrue(async () => expect(await kindsOf(world, 'ana')).toEqual(['site_silent', 'site_silent']))
    world.site.standin.faults.clear()
    await world.settle()
    expect((await coursesOf(world, 'ana')).map(({ state }) => state)).toEqual(['enrolled', 'enrolled'])
  })

  test('where others are before, the turn is told as a range', async () => {
    await using world = await startEnrollmentWorld({}, { config: { THINKIFIC_CALLS_PER_MINUTE: '120' } })
    await holdInQueue(world, { first: 'per_before', people: 600, minutesAgo: 1 })
    await holdInQueue(world, { first: 'per_ana', people: 1, minutesAgo: 0 })
    await world.addPeople(['ana'])
    const [first] = await coursesOf(world, 'ana')
    // At least a call each, the first minute's worth at once; at most what each costs with an account and two courses, and half more.
    expect(first?.coming).toEqual({ kind: 'queued', least: 4, most: 22 })
  })

  test('a site that refuses the key needs an admin, and the page says so', async () => {
    await using world = await startEnrollmentWorld()
    world.site.standin.faults.add({ kind: 'status', status: 401, body: { error: 'Invalid API key' } })
    await world.addPeople(['ana'])
    await comesTrue(async () => expect(await kindsOf(world, 'ana')).toEqual(['site_closed', 'site_closed']))
    world.site.standin.faults.clear()
    await world.settle()
  })

  test('a call that keeps failing is the site’s trouble; one that is refused is the admin’s, and the other course is there', async () => {
    await using world = await startEnrollmentWorld()
    const { faults } = world.site.standin
    faults.add({ kind: 'status', status: 500, method: 'POST', path: '/users$' })
    await world.addPeople(['ana'])
    await comesTrue(async () => expect(await kindsOf(world, 'ana')).toEqual(['site_silent', 'site_silent']))
    faults.clear()
    const body = { errors: { course_id: ['is closed'] } }
    faults.add({ kind: 'status', status: 422, body, method: 'POST', path: '/enrollments$', times: 1 })
    await world.settle()
    const states = (await coursesOf(world, 'ana')).map(({ state, coming }) => [state, coming?.kind])
    expect(states.toSorted()).toEqual([
      ['enrolled', undefined],
      ['failed', 'refused']
    ])
    expect(JSON.stringify(await coursesOf(world, 'ana'))).not.toContain('is closed')
    await world.admin(admin.tryEnrollmentAgain)
    await world.settle()
    expect(await kindsOf(world, 'ana')).toEqual([undefined, undefined])
  })

  test('work that an admin pauses or cancels is on hold', async () => {
    await using world = await startEnrollmentWorld({ enrollmentRules: [] })
    await world.addPeople(['ana'])
    await world.settle()
    // Nothing can be done before it is paused.
    world.site.standin.faults.add({ kind: 'status', status: 401, body: { error: 'Invalid API key' } })
    const { runId } = await saveRules(world, [rule()])
    await comesTrue(async () => expect(await kindsOf(world, 'ana')).toEqual(['site_closed']))
    await world.admin(admin.turnEnrollmentRun, { params: { runId }, body: { turn: 'pause' } })
    world.site.standin.faults.clear()
    await world.settle()
    const paused = await kindsOf(world, 'ana')
    await world.admin(admin.turnEnrollmentRun, { params: { runId }, body: { turn: 'cancel' } })
    expect([paused, await kindsOf(world, 'ana')]).toEqual([['paused'], ['paused']])
  })

  test('an account that may be theirs is being checked; accepted, the courses come', async () => {
    await using world = await openMoving({ enrollmentRules: rulesFor([1001]) })
    await addPerson(world, { name: 'ana' })
    const old = addOld(world, 'ana')
    await compareAll(world, NOTHING)
    await joinCohort(world, 'ana')
    await world.settle()
    expect(await coursesOf(world, 'ana')).toMatchObject([{ state: 'coming', coming: { kind: 'review' } }])
    await world.admin(decideLearners, { body: { what: 'accept', userId: old, personId: personIdOf('ana') } })
    await world.settle()
    expect(await coursesOf(world, 'ana')).toMatchObject([{ state: 'enrolled', coming: null }])
  })

  test('a returner sees at once what comes back, with its progress', async () => {
    await using world = await startEnrollmentWorld({ enrollmentRules: rulesFor([1001]) })
    await world.addPeople(['ana'])
    await world.settle()
    world.site.setProgress(SITE, world.site.users(SITE)[0]?.id ?? 0, 1001, 0.5)
    await world.site.settled()
    await world.leave('ana')
    await world.settle()
    expect(await only(world, 'ana', '1001')).toMatchObject({ state: 'ended', progress: 0.5, coming: null })
    world.site.standin.faults.add({ kind: 'drop' })
    await world.comeBack('ana')
    await comesTrue(async () =>
      expect(await only(world, 'ana', '1001')).toMatchObject({
        state: 'coming',
        progress: 0.5,
        coming: { kind: 'site_silent' }
      })
    )
    world.site.standin.faults.clear()
    await world.settle()
    expect(await only(world, 'ana', '1001')).toMatchObject({ state: 'enrolled', progress: 0.5 })
  })

  test('a wait is never told the wrong way round, and grows with the people before', () => {
    const waitWith = (ahead: number, calls: number) => {
      const config = { THINKIFIC_CALLS_PER_MINUTE: 120, THINKIFIC_WINDOW_MS: 60 * SECOND }
      const deps = { config: config as EnrollmentWorld['deps']['config'] }
      const coming = whyNotYet({
        place: undefined,
        site: undefined,
        inReview: false,
        calls,
        ahead,
        secondsFor: asked => secondsFor(deps, asked)
      })
      if (coming.kind !== 'queued') throw new Error(`it is ${coming.kind}`)
      return { least: coming.least, most: coming.most ?? Number.POSITIVE_INFINITY }
    }
    const people = fc.integer({ min: 0, max: MOST_AHEAD })
    fc.assert(
      fc.property(people, people, fc.integer({ min: 1, max: 50 }), (some, more, calls) => {
        const [near, far] = [waitWith(Math.min(some, more), calls), waitWith(Math.max(some, more), calls)]
        expect(near.least).toBeLessThanOrEqual(near.most)
        expect(near.least).toBeLessThanOrEqual(far.least)
        expect(near.most).toBeLessThanOrEqual(far.most)
      })
    )
  })
})

type Held = { readonly first: string; readonly people: number; readonly minutesAgo: number }

/** Asked for, and in the hands of somebody who never settles them. */
const holdInQueue = (
  { deps, organizationId }: EnrollmentWorld,
  { first, people, minutesAgo }: Held
): Promise<unknown> =>
  deps.db.for(organizationId)(trx =>
    sql`insert into enrollment_work (organization_id, person_id, priority, state, serial, requested_at, due_at, claimed_by, claimed_until)
      select ${organizationId}, ${first}::text || case n when 1 then '' else n::text end, 2, 'waiting', 1,
        ${deps.now()}::timestamptz - ${minutesAgo}::int * interval '1 minute', ${deps.now()}::timestamptz,
        'crew_of_the_test', clock_timestamp() + interval '1 hour'
      from generate_series(1, ${people}::int) as n`.execute(trx)
  )
