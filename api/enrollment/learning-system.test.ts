/** The contract that every learning system is held to: Thinkific over HTTP, and one in memory. */
import { describe, expect, test } from 'vitest'
import { createThinkificStandin } from '../../sandbox/thinkific/thinkific.ts'
import type { Target } from '../contract/enrollment-rules.ts'
import { DAY } from '../platform/time.ts'
import { createTestWorld } from '../testing.ts'
import type { LearningSystem, SiteEnrollment } from './learning-system.ts'
import { createMemorySystem } from './test-memory.ts'
import { createThinkific } from './thinkific.ts'

const NOW = new Date('2026-11-23T15:00:00Z')
const COURSE = { kind: 'course', id: '1001', name: 'Feedback' } as const
const BUNDLE = { kind: 'bundle', id: '55', name: 'Starter' } as const
const GROUP = { kind: 'group', id: 'Blue', name: 'Blue' } as const
const TARGETS: readonly Target[] = [COURSE, BUNDLE, GROUP]
const ana = { subject: 'org_1.per_1', email: 'ana@demo.test', firstName: 'Ana', lastName: 'Demo' }
const open = { activatedAt: new Date(NOW.getTime() - DAY), expiresAt: null }

type Subject = AsyncDisposable & {
  readonly system: LearningSystem
  addUser(email: string): void
  setDone(userId: string, fraction: number): void
}

async function memory(): Promise<Subject> {
  const system = createMemorySystem(() => NOW)
  for (const target of TARGETS) system.addTarget(target)
  return {
    system,
    addUser: email => void system.addUser(email),
    setDone: (userId, fraction) => system.setDone(userId, COURSE.id, fraction),
    [Symbol.asyncDispose]: async () => undefined
  }
}

async function thinkific(): Promise<Subject> {
  const standin = createThinkificStandin({ now: () => NOW, limits: false })
  standin.addSite({ subdomain: 'demo', apiKey: 'k'.repeat(32), name: 'Demo' })
  standin.addCourse('demo', { id: 1001, name: 'Feedback', slug: 'feedback', lessons: 4 })
  standin.addBundle('demo', { id: 55, name: 'Starter', courseIds: [] })
  await standin.listen()
  const headers = { 'x-auth-api-key': 'k'.repeat(32), 'x-auth-subdomain': 'demo' }
  await fetch(`${standin.standin.url()}/api/public/v1/groups`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Blue' })
  })
  const world = await createTestWorld({
    config: { THINKIFIC_URL: standin.standin.url(), THINKIFIC_CALLS_PER_MINUTE: '6000' }
  })
  return {
    system: createThinkific(world.deps, { subdomain: 'demo', apiKey: 'k'.repeat(32) }),
    addUser: email => void standin.addUser('demo', { email, firstName: 'Old', lastName: 'Account' }),
    setDone: (userId, fraction) => void standin.setProgress('demo', Number(userId), 1001, fraction),
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]()
      await standin[Symbol.asyncDispose]()
    }
  }
}

const made = async ({ system }: Subject): Promise<string> => {
  const learner = await system.createLearner(ana)
  if (learner.kind !== 'created') throw new Error('no account was made')
  return learner.userId
}

describe.each([
  ['Thinkific', thinkific],
  ['in memory', memory]
])('a learning system: %s', (_name, start) => {
  test('an account is made once and found by the subject; a second one is said to be there', async () => {
    await using subject = await start()
    expect(await subject.system.findLearner(ana.subject)).toBeUndefined()
    const userId = await made(subject)
    expect(await subject.system.findLearner(ana.subject)).toMatchObject({ userId })
    expect(await subject.system.createLearner({ ...ana, email: 'other@demo.test' })).toEqual({ kind: 'there' })
  })

  test('an e-mail that is taken is refused; its account says with whom it is linked', async () => {
    await using subject = await start()
    subject.addUser(ana.email)
    expect(await subject.system.createLearner(ana)).toMatchObject({ kind: 'refused', problem: 'email_taken' })
    expect(await subject.system.findLearnerByEmail(ana.email)).toMatchObject({ linkedTo: undefined })
    await subject.system.createLearner({ ...ana, subject: 'org_1.per_2', email: 'bea@demo.test' })
    expect(await subject.system.findLearnerByEmail('bea@demo.test')).toMatchObject({ linkedTo: 'org_1.per_2' })
    expect(await subject.system.findLearnerByEmail('nobody@demo.test')).toBeUndefined()
  })

  test('all accounts are listed a page at a time, and each says how it signs in', async () => {
    await using subject = await start()
    for (const name of ['old1', 'old2', 'old3']) subject.addUser(`${name}@demo.test`)
    const userId = await made(subject)
    const first = await subject.system.pageOfLearners({ page: 1, limit: 3 })
    expect(first).toMatchObject({ total: 4, next: 2, items: [{ email: 'old1@demo.test' }, {}, {}] })
    const second = await subject.system.pageOfLearners({ page: 2, limit: 3 })
    expect(second).toMatchObject({ next: undefined, items: [{ userId, email: ana.email }] })
    expect(await subject.system.keysOfLearner(userId, 'both')).toEqual({ subject: ana.subject, formerId: undefined })
    const none = { subject: undefined, formerId: undefined }
    expect(await subject.system.keysOfLearner(first.items[0]?.userId ?? '', 'subject')).toEqual(none)
    expect(await subject.system.keysOfLearner('999', 'both')).toEqual(none)
    expect(await subject.system.profileFields()).toEqual([])
    expect(await subject.system.instructors()).toEqual([])
  })

  test('an enrollment is open from the start, given once, and shown with its dates', async () => {
    await using subject = await start()
    const userId = await made(subject)
    const expiresAt = new Date(NOW.getTime() + 30 * DAY)
    const given = await subject.system.enroll({ userId, target: COURSE, ...open, expiresAt })
    expect(given).toMatchObject({ kind: 'given', enrollment: { courseId: '1001', open: true, expiresAt, progress: 0 } })
    expect(await subject.system.enroll({ userId, target: COURSE, ...open })).toEqual({ kind: 'there' })
    expect(await subject.system.listEnrollments(userId)).toMatchObject([{ open: true, expiresAt, userId }])
  })

  test('an expiry in the past closes it and another one opens it again with its progress', async () => {
    await using subject = await start()
    const userId = await made(subject)
    await subject.system.enroll({ userId, target: COURSE, ...open })
    subject.setDone(userId, 0.5)
    const [before] = await subject.system.listEnrollments(userId)
    const enrollmentId = before?.enrollmentId ?? ''
    const change = { userId, target: COURSE, enrollmentId }
    expect(await subject.system.setAccess({ ...change, ...open, expiresAt: NOW })).toMatchObject({ kind: 'changed' })
    expect(await subject.system.listEnrollments(userId)).toMatchObject([{ open: false }])
    await subject.system.setAccess({ ...change, ...open })
    expect(await subject.system.listEnrollments(userId)).toMatchObject([
      { enrollmentId, open: true, progress: 0.5, expiresAt: null }
    ])
  })

  test('what is not there is said, for each kind', async () => {
    await using subject = await start()
    const userId = await made(subject)
    const { system } = subject
    const gone = { kind: 'course', id: '9', name: 'Gone' } as const
    expect(await system.enroll({ userId, target: gone, ...open })).toMatchObject({ problem: 'course_gone' })
    expect(await system.enroll({ userId, target: { ...BUNDLE, id: '9' }, ...open })).toMatchObject({
      problem: 'bundle_gone'
    })
    expect(await system.joinGroups({ userId, names: ['Gone'] })).toMatchObject({ problem: 'group_gone' })
    expect(await system.enroll({ userId: '999', target: COURSE, ...open })).toEqual({ kind: 'learner_gone' })
    expect(await system.setAccess({ userId, target: COURSE, enrollmentId: '999', ...open })).toEqual({ kind: 'gone' })
  })

  test('bundles and groups are given; the catalog lists what there is', async () => {
    await using subject = await start()
    const userId = await made(subject)
    expect(await subject.system.enroll({ userId, target: BUNDLE, ...open })).toMatchObject({ kind: 'given' })
    expect(await subject.system.joinGroups({ userId, names: ['Blue'] })).toMatchObject({ kind: 'given' })
    expect((await subject.system.catalog()).targets).toEqual(TARGETS)
  })

  test('who has a bundle or is in a group is listed, with the end of each; of what is gone nothing is', async () => {
    await using subject = await start()
    const { system } = subject
    const userId = await made(subject)
    expect(await system.pageOfMembers({ target: BUNDLE, page: 1 })).toEqual({ items: [], next: undefined })
    expect(await system.pageOfMembers({ target: GROUP, page: 1 })).toEqual({ items: [], next: undefined })
    const expiresAt = new Date(NOW.getTime() + 30 * DAY)
    await system.enroll({ userId, target: BUNDLE, ...open, expiresAt })
    await system.joinGroups({ userId, names: ['Blue'] })
    const member = { userId, isActivated: true }
    expect(await system.pageOfMembers({ target: BUNDLE, page: 1 })).toMatchObject({ items: [{ ...member, expiresAt }] })
    expect(await system.pageOfMembers({ target: GROUP, page: 1 })).toMatchObject({
      items: [{ ...member, expiresAt: null }]
    })
    await system.setAccess({ userId, target: BUNDLE, enrollmentId: userId, ...open, expiresAt: NOW })
    expect((await system.pageOfMembers({ target: BUNDLE, page: 1 }))?.items).toMatchObject([{ expiresAt: NOW }])
    expect(await system.coursesIn(BUNDLE.id)).toEqual([])
    expect(await system.pageOfMembers({ target: { ...BUNDLE, id: '9' }, page: 1 })).toBeUndefined()
    expect(await system.pageOfMembers({ target: { ...GROUP, id: 'Gone' }, page: 1 })).toBeUndefined()
    expect(await system.coursesIn('9')).toBeUndefined()
  })

  test('all enrollments come page by page, each once', async () => {
    await using subject = await start()
    for (const name of ['a', 'b', 'c']) {
      const learner = await subject.system.createLearner({
        ...ana,
        subject: `org_1.${name}`,
        email: `${name}@demo.test`
      })
      if (learner.kind === 'created') await subject.system.enroll({ userId: learner.userId, target: COURSE, ...open })
    }
    const found: SiteEnrollment[] = []
    for (let page: number | undefined = 1; page !== undefined;) {
      const { items, next } = await subject.system.pageOfEnrollments({ page, since: undefined })
      found.push(...items)
      page = next
    }
    expect(new Set(found.map(({ enrollmentId }) => enrollmentId)).size).toBe(3)
  })
})
