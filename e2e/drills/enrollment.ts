/**
 * A company's rules are carried out while processes of the product are killed 20 times, the learning site fails three calls
 * in ten, loses answers, and repeats, delays and drops its webhooks; some people leave and some complete courses meanwhile.
 * On PostgreSQL two processes share the work and chance says which one is killed; on PGlite there is one. Afterwards:
 * `missing`: courses that should be open and are not, or the other way round, and completions that never arrived;
 * `duplicates`: accounts and enrollments that exist twice; `drift`: what the comparison with the whole site finds.
 */
import { getCourses } from '../../api/contract/enrollment.ts'
import { getEnrollmentDrift, getEnrollmentWork } from '../../api/contract/enrollment-admin.ts'
import type { Figures, Say } from '../../bench/named.ts'
import { generateCompanies } from '../../sandbox/companies/generate.ts'
import { seeded, type Random } from '../../sandbox/companies/random.ts'
import * as control from '../../sandbox/control/contract.ts'
import { quiet } from '../../sandbox/quiet.ts'
import type { Received } from '../../sandbox/harness/standin.ts'
import type { SandboxOptions } from '../../sandbox/sandbox.ts'
import type { World } from '../../sandbox/world.ts'
import { addCompany, companiesOf, configureCompany, peopleOf, seedSite, type KnownPerson } from '../../sandbox/seed.ts'
import { LAUNCH, openTestSandbox, START } from '../harness.ts'
import { created, repeatsIn, type Calls } from './judge.ts'
import { asPerson, openStage, type Stage } from './stage.ts'

const KILLS = 20
const SEED = 20_261_124
const PEOPLE = 160
const LEAVERS = 10
const FINISHERS = 10
/** Until the next kill at most. A killed process's places at the site stay taken for 16 s: alone, it has to live longer to work. */
const LONGEST_RUN_MS = { alone: 20_000, beside: 2500 }
/** Of each call: the work outlasts the kills, and each finds calls under way. */
const LATENCY_MS = 500
const PATIENCE_MS = 10 * 60_000
const LOOK_MS = 250
const TELL_MS = 15_000
const HOUR_MS = 3_600_000
const [COMPANY] = generateCompanies()
const ADMIN = 'northwind/vikram-iyer'

export async function drillEnrollment(say: Say, seed = SEED): Promise<Figures> {
  const databaseUrl = process.env['TEST_DATABASE_URL'] || undefined
  const processes = databaseUrl ? 2 : 1
  await using stage = await openStage({ say, processes, databaseUrl, limits: false, prepare: prepareCompany })
  const { thinkific } = stage.world
  const posted = watchCreations(stage)
  const sound = thinkific.webhookCounts()
  breakTheSite(stage)
  await beginCourses(stage)
  const began = performance.now()
  const { finishers, killsAtWork } = await killAndDisturb(stage, seeded(seed), say)
  await until(
    () => `${wrongCourses(stage).length} courses to come to their place`,
    () => wrongCourses(stage).length === 0,
    say
  )
  const settledSeconds = Math.round((performance.now() - began) / 1000)
  // The sweep, too, runs against a site that fails.
  await stage.call(control.moveClock, { body: { kind: 'advance', ms: HOUR_MS } })
  const unfinished = await untilFinished(stage, finishers, say)
  const faults = { ...thinkific.standin.faults.struck() }
  const webhooks = thinkific.webhookCounts()
  thinkific.standin.faults.clear()
  thinkific.setLatency(0)
  thinkific.setWebhookKnobs({ duplicate: 0, reorder: 0, drop: 0 })
  const drift = await lookAtDrift(stage)
  return {
    seed,
    processes,
    people: PEOPLE,
    kills: KILLS,
    killsAtWork,
    failedCalls: faults.status ?? 0,
    lostAnswers: faults.dropAnswer ?? 0,
    webhooks: webhooks.sent - sound.sent,
    webhooksTwice: webhooks.twice,
    webhooksLate: webhooks.late,
    webhooksDropped: webhooks.dropped,
    left: LEAVERS,
    finished: finishers.length,
    missing: wrongCourses(stage).length + unfinished,
    duplicates: duplicatesIn(stage) + repeatsIn(created(posted)),
    drift: drift.differences,
    compared: drift.people,
    settledSeconds
  }
}

/** Everything that is created from now on: the stand-in's own log forgets after some thousand calls. */
function watchCreations({ world }: Stage): Calls {
  const posted: Received[] = []
  world.onReceived(received => {
    if (received.standin === 'thinkific' && received.method === 'POST') posted.push(received)
  })
  return posted
}

function breakTheSite({ world: { thinkific } }: Stage): void {
  thinkific.setLatency(LATENCY_MS)
  thinkific.standin.faults.add({ kind: 'status', status: 500, path: '/api/public/v1', probability: 0.3 })
  thinkific.standin.faults.add({ kind: 'dropAnswer', path: '/api/public/v1', probability: 0.1 })
  thinkific.setWebhookKnobs({ duplicate: 0.5, reorder: 0.5, drop: 0.2 })
}

/** Everybody is known and nobody has a course: there are no rules yet. */
async function prepareCompany(options: Partial<SandboxOptions>): Promise<AsyncDisposable> {
  const box = await openTestSandbox({ ...options, limits: false })
  box.clock.set(START)
  if (!COMPANY) throw new Error('there is no demo company')
  const cohorts = COMPANY.cohorts.map(cohort => ({ ...cohort, courses: [] }))
  await addCompany(box.world, { ...COMPANY, cohorts, people: COMPANY.people.slice(0, PEOPLE) }, LAUNCH)
  await quiet(box, 300_000)
  return box
}

async function beginCourses({ world }: Stage): Promise<void> {
  if (!COMPANY) return
  seedSite(world, COMPANY)
  const known = companiesOf(world).get(COMPANY.key)
  if (!known) return
  companiesOf(world).set(COMPANY.key, { ...known, company: { ...known.company, cohorts: COMPANY.cohorts } })
  await configureCompany(world, COMPANY.key, LAUNCH)
}

/** @returns who completed a course, and how many kills came after calls went out since the one before. */
async function killAndDisturb(stage: Stage, random: Random, say: Say) {
  const { world, products } = stage
  const finishers: Finisher[] = []
  const leavers = [...peopleOf(world).values()].filter(person => !person.persona).slice(-LEAVERS)
  const longest = products.length > 1 ? LONGEST_RUN_MS.beside : LONGEST_RUN_MS.alone
  let [calls, killsAtWork] = [0, 0]
  using _counting = counted(world, () => (calls += 1))
  for (let kill = 1; kill <= KILLS; kill++) {
    await new Promise(resolve => setTimeout(resolve, Math.round(longest * random.next())))
    // A kill between two starts proves nothing: the work has gone on since the last one, or there is none left.
    await until(
      () => 'the work to go on after a kill',
      () => calls > 0 || wrongCourses(stage).length === 0,
      say
    )
    const leaver = kill % 2 === 0 ? leavers.pop() : undefined
    if (leaver) await stage.call(control.leave, { params: { personKey: leaver.key }, body: { how: 'deactivate' } })
    if (finishers.length < FINISHERS) finishers.push(...finishOne(stage, finishers))
    if (calls > 0 && wrongCourses(stage).length > 0) killsAtWork += 1
    calls = 0
    await pick(products, random).killAndRestart()
    const open = world.thinkific.enrollments(siteOf()).length
    say(`kill ${kill} of ${KILLS}: ${open} enrollments, ${wrongCourses(stage).length} courses not in their place`)
  }
  return { finishers, killsAtWork }
}

function counted(world: World, count: () => void): Disposable {
  const stop = world.onReceived(({ standin }) => {
    if (standin === 'thinkific') count()
  })
  return { [Symbol.dispose]: stop }
}

function pick<T>(all: readonly T[], random: Random): T {
  const picked = all[Math.floor(all.length * random.next())]
  if (picked === undefined) throw new Error('there is nothing to pick from')
  return picked
}

type Finisher = { readonly personKey: string; readonly courseId: number }

function finishOne({ world }: Stage, before: readonly Finisher[]): readonly Finisher[] {
  const site = siteOf()
  const byEmail = new Map([...peopleOf(world).values()].map(person => [person.email.toLowerCase(), person]))
  for (const { user_id, course_id } of world.thinkific.enrollments(site)) {
    const user = world.thinkific.users(site).find(({ id }) => id === user_id)
    const person = byEmail.get(user?.email ?? '')
    // Only accounts that the directory names open the tab, where completion is looked for.
    if (!person?.directoryHasOid || person.left || before.some(({ personKey }) => personKey === person.key)) continue
    world.thinkific.setProgress(site, user_id, course_id, 1)
    return [{ personKey: person.key, courseId: course_id }]
  }
  return []
}

const siteOf = (): string => COMPANY?.site.subdomain ?? ''

const wantedOf = ({ groups, left, inDirectory }: KnownPerson): ReadonlySet<number> => {
  const may = !left && inDirectory && groups.includes(COMPANY?.accessGroup ?? '')
  const cohorts = (COMPANY?.cohorts ?? []).filter(({ group }) => may && groups.includes(group))
  return new Set(cohorts.flatMap(({ courses }) => courses.map(({ courseId }) => Number(courseId))))
}

/** Person and course, where open and wanted are not the same. */
function wrongCourses({ world, clock }: Stage): readonly string[] {
  const site = siteOf()
  const userByEmail = new Map(world.thinkific.users(site).map(user => [user.email, user.id]))
  const openByUser = Map.groupBy(
    world.thinkific
      .enrollments(site)
      .filter(
        ({ activated_at, expiry_date }) => activated_at && !(expiry_date && new Date(expiry_date) <= clock.now())
      ),
    ({ user_id }) => user_id
  )
  return [...peopleOf(world).values()].flatMap(person => {
    const wanted = wantedOf(person)
    const open = (openByUser.get(userByEmail.get(person.email.toLowerCase()) ?? 0) ?? []).map(
      ({ course_id }) => course_id
    )
    const wrong = [...wanted].filter(id => !open.includes(id)).concat(open.filter(id => !wanted.has(id)))
    return wrong.map(id => `${person.key}/${id}`)
  })
}

function duplicatesIn({ world }: Stage): number {
  const site = siteOf()
  const twice = (keys: readonly string[]): number => keys.length - new Set(keys).size
  return (
    twice(world.thinkific.users(site).map(({ email }) => email)) +
    twice(world.thinkific.enrollments(site).map(({ user_id, course_id }) => `${user_id}/${course_id}`))
  )
}

type Drift = { readonly differences: number; readonly people: number }

/** A comparison begun when nobody waits any more. */
async function lookAtDrift(stage: Stage): Promise<Drift> {
  const since = await poll('a site without a problem and nobody waiting', async () => {
    const { waiting, site } = await (await asPerson(stage, ADMIN))(getEnrollmentWork)
    const busy = waiting.leavers + waiting.newcomers + waiting.rest
    return busy === 0 && !site?.problem ? stage.clock.now() : undefined
  })
  // The clock's next night, not one that began while work was under way.
  await stage.call(control.moveClock, { body: { kind: 'advance', ms: 25 * HOUR_MS } })
  const found = await poll('the drift report', async () => {
    const { drift } = await (await asPerson(stage, ADMIN))(getEnrollmentDrift)
    return drift && new Date(drift.foundAt) > since ? drift : undefined
  })
  return { differences: Object.values(found.counts).reduce((sum, count) => sum + count, 0), people: found.people }
}

/** @returns how many completions the product never heard of: webhooks were lost, so the sweep has to bring them. */
async function untilFinished(stage: Stage, finishers: readonly Finisher[], say: Say): Promise<number> {
  let unfinished = finishers.length
  await until(
    () => `${unfinished} completions`,
    async () => {
      unfinished = await countUnfinished(stage, finishers).catch(() => finishers.length)
      return unfinished === 0
    },
    say
  )
  return unfinished
}

async function countUnfinished(stage: Stage, finishers: readonly Finisher[]): Promise<number> {
  let unfinished = 0
  for (const { personKey, courseId } of finishers) {
    if (peopleOf(stage.world).get(personKey)?.left) continue
    const { courses } = await (await asPerson(stage, personKey))(getCourses)
    if (courses.find(course => course.courseId === String(courseId))?.state !== 'completed') unfinished += 1
  }
  return unfinished
}

const until = async (what: () => string, holds: () => boolean | Promise<boolean>, say: Say): Promise<void> => {
  const patience = performance.now() + PATIENCE_MS
  let told = performance.now()
  while (!(await holds())) {
    if (performance.now() - told > TELL_MS) {
      told = performance.now()
      say(`waiting for ${what()}`)
    }
    if (performance.now() > patience) return say(`LOST: waited in vain for ${what()}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}

async function poll<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const patience = performance.now() + PATIENCE_MS
  for (;;) {
    const found = await look().catch(() => undefined)
    if (found !== undefined) return found
    if (performance.now() > patience) throw new Error(`LOST: waited in vain for ${what}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}
