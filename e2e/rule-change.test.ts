/**
 * A rule change for 240 people from dry run to done, over HTTP: what the dry run says is what happens, it is paused and
 * cancelled half-way and goes on, each person has receipts, nothing drifts. On PostgreSQL with two processes.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../api/contract/client.ts'
import * as admin from '../api/contract/enrollment-admin.ts'
import { ruleSetSchema, type RuleSet } from '../api/contract/enrollment-rules.ts'
import { parseSubject } from '../api/contract/subject.ts'
import { generateCompanies } from '../sandbox/companies/generate.ts'
import type { Received } from '../sandbox/harness/standin.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { SandboxOptions } from '../sandbox/sandbox.ts'
import { addCompany } from '../sandbox/seed.ts'
import { asPerson, openStage, type Stage } from './drills/stage.ts'
import { eventually, LAUNCH, openTestSandbox, START } from './harness.ts'

const PEOPLE = 240
const ADMIN = 'northwind/vikram-iyer'
const SITE = 'northwind-academy'
const LISTENING = { kind: 'course', id: '1002', name: 'Listening that works' } as const
const LEADING = { kind: 'course', id: '1003', name: 'Leading change' } as const
const SALES = 'Sales coaching'
const PATIENCE_MS = 120_000
/** Each call is held this long, so that there is a middle to pause in. */
const LATENCY_MS = 150

let stage: Stage
const calls: Received[] = []
/** What the product's processes wrote to their error output. */
const complaints: string[] = []

beforeAll(async () => {
  const databaseUrl = process.env['TEST_DATABASE_URL'] || undefined
  stage = await openStage({
    say: line => void complaints.push(line),
    databaseUrl,
    processes: databaseUrl ? 2 : 1,
    limits: false,
    prepare: prepareCompany
  })
  stage.world.onReceived(received => {
    if (received.standin === 'thinkific' && received.path.startsWith('/api/public')) calls.push(received)
  })
  stage.world.thinkific.setLatency(LATENCY_MS)
}, 300_000)
afterAll(() => stage[Symbol.asyncDispose]())

async function prepareCompany(options: Partial<SandboxOptions>): Promise<AsyncDisposable> {
  const box = await openTestSandbox({ ...options, limits: false })
  box.clock.set(START)
  const [company] = generateCompanies()
  if (!company) throw new Error('there is no demo company')
  const people = company.people.slice(0, PEOPLE).map(person => ({
    ...person,
    groups: [...new Set([...person.groups, company.accessGroup])]
  }))
  await addCompany(box.world, { ...company, people }, LAUNCH)
  await quiet(box, 200_000)
  return box
}

let signedIn: { readonly call: Client; readonly at: number } | undefined
/** Tokens live five minutes at most. */
async function asAdmin(): Promise<Client> {
  if (signedIn && performance.now() - signedIn.at < 2 * 60_000) return signedIn.call
  signedIn = { call: await asPerson(stage, ADMIN), at: performance.now() }
  return signedIn.call
}
const workNow = async () => (await asAdmin())(admin.getEnrollmentWork)
const runNow = async (runId: string) => (await workNow()).runs.find(run => run.runId === runId)

/** Person and course of what is open on the site now. */
function openCourses(): ReadonlySet<string> {
  const { thinkific } = stage.world
  const now = stage.clock.now()
  const people = new Map(
    thinkific
      .users(SITE)
      .map(({ id, externalIds }) => [id, parseSubject(externalIds['OPENID_CONNECT'] ?? '')?.personId])
  )
  return new Set(
    thinkific
      .enrollments(SITE)
      .filter(({ activated_at, expiry_date }) => activated_at && !(expiry_date && new Date(expiry_date) <= now))
      .map(({ user_id, course_id }) => `${people.get(user_id)}/${course_id}`)
  )
}

const without = (all: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...all].filter(each => !some.has(each)))
const peopleIn = (courses: Iterable<string>): ReadonlySet<string> =>
  new Set([...courses].map(each => each.split('/')[0] ?? ''))

/** Everybody learns to listen and to lead change; who sells has no course of their own any more. */
function changed({ rules, ...rest }: RuleSet): RuleSet {
  const everybody = {
    ruleId: 'listening',
    name: 'Listening for all',
    when: { kind: 'everyone' },
    targets: [LISTENING, LEADING]
  }
  return ruleSetSchema.parse({ ...rest, rules: [everybody, ...rules.filter(({ name }) => name !== SALES)] })
}

async function save(content: RuleSet, reason: string) {
  const call = await asAdmin()
  const { version } = await call(admin.getEnrollmentRules)
  return call(admin.putEnrollmentRules, { body: { basedOn: version, content, reason } })
}

const turn = async (runId: string, to: 'pause' | 'resume' | 'cancel') =>
  (await asAdmin())(admin.turnEnrollmentRun, { params: { runId }, body: { turn: to } })

/** A run that is under way: some are done, others wait. */
const middleOf = (runId: string, more: number) =>
  eventually(
    async () => {
      const run = await runNow(runId)
      if (run?.state === 'done') throw new Error('the run ended before there was a middle')
      return run && run.done >= more && run.waiting > 0 ? run : undefined
    },
    'the middle of the run',
    PATIENCE_MS
  )

const restOf = (runId: string) =>
  eventually(
    async () => {
      const [before, was] = [calls.length, await runNow(runId)]
      await new Promise(resolve => setTimeout(resolve, 8 * LATENCY_MS))
      const run = await runNow(runId)
      return calls.length === before && run?.done === was?.done ? run : undefined
    },
    'those in hand to be finished',
    PATIENCE_MS
  )

test(
  'what a dry run says of 240 people is what happens, although it is paused, cancelled half-way and begun again',
  async () => {
    const { content: current } = await (await asAdmin())(admin.getEnrollmentRules)
    const content = changed(current)
    const before = openCourses()
    const dry = await (await asAdmin())(admin.dryRunRules, { body: content })
    expect(dry).toMatchObject({ people: PEOPLE, gain: { people: PEOPLE } })
    expect(calls).toEqual([])

    const first = await save(content, 'Everybody listens')
    const seen = await middleOf(first.runId, 10)
    expect(seen.people).toBe(PEOPLE)
    expect(seen.people).toBe(seen.done + seen.waiting + seen.failed + seen.cancelled)
    await turn(first.runId, 'pause')
    const paused = await restOf(first.runId)
    expect(paused).toMatchObject({ state: 'paused', failed: 0, cancelled: 0 })
    expect(paused.waiting).toBeGreaterThan(0)
    await turn(first.runId, 'resume')
    await middleOf(first.runId, paused.done + 10)
    await turn(first.runId, 'cancel')
    const cancelled = await restOf(first.runId)
    expect(cancelled).toMatchObject({ state: 'cancelled', waiting: 0, failed: 0, people: seen.people })
    expect(cancelled.done + cancelled.cancelled).toBe(seen.people)
    expect(cancelled.cancelled).toBeGreaterThan(0)

    const rest = await (await asAdmin())(admin.dryRunRules, { body: content })
    expect(rest.gain.people + rest.lose.people).toBeGreaterThan(0)
    expect(rest.calls + calls.length).toBe(dry.calls)
    const second = await save(content, 'Now for the rest')
    const done = await eventually(
      async () => {
        const run = await runNow(second.runId)
        return run?.state === 'done' ? run : undefined
      },
      'the end of the run',
      PATIENCE_MS
    )
    expect(done).toMatchObject({ people: cancelled.cancelled, done: cancelled.cancelled, failed: 0, waiting: 0 })

    const after = openCourses()
    const [gained, lost] = [without(after, before), without(before, after)]
    expect(calls).toHaveLength(dry.calls)
    expect(peopleIn(gained).size).toBe(dry.gain.people)
    expect(peopleIn(lost).size).toBe(dry.lose.people)
    for (const { target, gain, lose } of dry.byTarget) {
      const of = (courses: ReadonlySet<string>) => [...courses].filter(each => each.endsWith(`/${target.id}`)).length
      expect({ target: target.name, gain: of(gained), lose: of(lost) }).toEqual({ target: target.name, gain, lose })
    }
    expect(gained.size + lost.size).toBe(dry.byTarget.reduce((sum, { gain, lose }) => sum + gain + lose, 0))
    expect(calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/users'))).toHaveLength(
      dry.lasting.accounts
    )
    await expectReceipts(gained, lost)
    await expectNoDrift()
    expect(complaints).toEqual([])
  },
  10 * 60_000
)

/** Of each person and course: what was asked, by which rule, and what the site answered. */
async function expectReceipts(gained: ReadonlySet<string>, lost: ReadonlySet<string>): Promise<void> {
  for (const personId of peopleIn([...gained, ...lost])) {
    const call = await asAdmin()
    const { receipts } = await call(admin.getEnrollmentReceipts, { params: { personId } })
    const told = (kind: string, course: string) =>
      receipts.find(receipt => receipt.kind === kind && receipt.detail['course'] === course)?.detail
    for (const { id, name } of [LISTENING, LEADING])
      if (gained.has(`${personId}/${id}`))
        expect(told('course.enrolled', name)).toMatchObject({
          because: 'Listening for all',
          rule: 'listening',
          answer: '201'
        })
    if (lost.has(`${personId}/1004`))
      expect(told('course.ended', 'Coaching in sales')).toMatchObject({ because: 'rule', answer: '204' })
  }
}

async function expectNoDrift(): Promise<void> {
  stage.world.thinkific.setLatency(0)
  await (
    await asAdmin()
  )(admin.lookForDrift)
  const drift = await eventually(
    async () => (await (await asAdmin())(admin.getEnrollmentDrift)).drift ?? undefined,
    'the comparison',
    PATIENCE_MS
  )
  expect(drift).toMatchObject({ people: PEOPLE, counts: { missing: 0, extra: 0, wrong_expiry: 0, by_hand: 0 } })
}
