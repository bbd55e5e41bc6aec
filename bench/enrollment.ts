/**
 * 2,000 newcomers in three courses against a learning site that allows 120 calls a minute, time 10 times as fast and the limit
 * real; and the dry run of five rules for 100,000 people beside a bare read of the same rows.
 */
import { sql } from 'kysely'
import { ruleSetSchema } from '../api/contract/enrollment-rules.ts'
import { dryRun } from '../api/enrollment/dry-run.ts'
import { PEOPLE_A_PAGE } from '../api/enrollment/everybody.ts'
import { dueEnrollmentJobs } from '../api/enrollment/jobs.ts'
import { COURSES, rulesFor, startEnrollmentWorld, type EnrollmentWorld } from '../api/enrollment/test-world.ts'
import { startTicking } from '../api/ticks.ts'
import type { Received } from '../sandbox/harness/standin.ts'
import type { Figures, Say } from './named.ts'
import { BENCH_DATABASE, median, rounded } from './oauth/sides.ts'
import { analyzeTables } from './tables.ts'

const PEOPLE = 2000
const CALLS_PER_MINUTE = 120
const FASTER = 10
const WINDOW_MS = 60_000 / FASTER
const LEAST_CALLS = PEOPLE * (1 + COURSES.length)
const LEAST_MS = (LEAST_CALLS / CALLS_PER_MINUTE - 1) * WINDOW_MS
const PATIENCE_MS = 15 * 60_000

export async function benchEnrollment(say: Say): Promise<Figures> {
  process.env['TEST_DATABASE_URL'] ||= BENCH_DATABASE
  process.env['DATABASE_POOL'] ||= '10'
  return { ...(await enrollEverybody(say)), ...(await planEverybody(say)) }
}

async function enrollEverybody(say: Say): Promise<Figures> {
  const received: Pick<Received, 'status' | 'ms' | 'path'>[] = []
  let [began, ended] = [0, 0]
  const onReceived = ({ status, ms, path }: Received): void => {
    ended = performance.now()
    if (received.length === 0) began = ended - ms
    received.push({ status, ms, path })
  }
  const config = { THINKIFIC_CALLS_PER_MINUTE: String(CALLS_PER_MINUTE), THINKIFIC_WINDOW_MS: String(WINDOW_MS) }
  await using world = await startEnrollmentWorld({ enrollmentRules: [] }, { config, onReceived })
  world.site.setLimits(true, CALLS_PER_MINUTE, WINDOW_MS)
  await addPeople(world, world.organizationId, PEOPLE)
  await using _ticks = startTicking(world.deps, async deps => {
    const due = await dueEnrollmentJobs(deps)
    if (due.length > 0) await deps.db.router(trx => deps.queue.enqueue(trx, ...due))
  })
  say(`${PEOPLE} people, ${LEAST_CALLS} calls, at the least ${Math.round(LEAST_MS / 1000)} s …`)
  await world.configure({ enrollmentRules: rulesFor(COURSES) })
  const until = performance.now() + PATIENCE_MS
  for (let shown = 0; world.site.enrollments('demo').length < PEOPLE * COURSES.length;) {
    if (performance.now() > until) throw new Error(`only ${received.length} calls in time`)
    await new Promise(resolve => setTimeout(resolve, 500))
    if (received.length - shown < 1000) continue
    shown = received.length
    say(`  ${shown} calls after ${Math.round((ended - began) / 1000)} s`)
  }
  const tooMany = received.filter(({ status }) => status === 429).length
  const spent = ended - began
  say(`${received.length} calls in ${rounded(spent / 1000)} s, refused as too many: ${tooMany}`)
  return {
    people: PEOPLE,
    calls: received.length,
    seconds: rounded(spent / 1000),
    timeRatio: Number((spent / LEAST_MS).toFixed(3)),
    callRatio: Number((received.length / LEAST_CALLS).toFixed(3)),
    status429: tooMany
  }
}

const MANY = 100_000
const FEWER = 10_000
const ROUNDS = 3
const DEPARTMENTS = 10

const RULES = ruleSetSchema.parse({
  rules: Array.from({ length: 5 }, (_, index) => ({
    ruleId: `r${index}`,
    name: `Rule ${index}`,
    when: [
      { kind: 'cohort', name: 'Leaders' },
      { kind: 'group', name: 'Group 1' },
      { kind: 'attribute', name: 'department', value: 'Department 3' },
      { kind: 'attribute', name: 'costCenter', value: '7' },
      { kind: 'everyone' }
    ][index],
    targets: [{ kind: 'course', id: String(1001 + index), name: `Course ${index}` }]
  }))
})

async function planEverybody(say: Say): Promise<Figures> {
  await using world = await startEnrollmentWorld()
  const sizes = { org_fewer: FEWER, org_many: MANY }
  for (const [organizationId, size] of Object.entries(sizes)) {
    await addPeople(world, organizationId, size)
    await addHoldings(world, organizationId)
  }
  await analyzeTables(world.deps)
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  const rounds: { readonly few: number; readonly many: number; readonly bare: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const figures = {
      few: await timed(() => dryRun(world.deps, 'org_fewer', RULES)),
      many: await timed(() => dryRun(world.deps, 'org_many', RULES)),
      bare: await timed(() => bareRead(world, 'org_many'))
    }
    // The first round warms up.
    if (round > 0) rounds.push(figures)
    say(
      `plan ${FEWER}: ${Math.round(figures.few)} ms  plan ${MANY}: ${Math.round(figures.many)} ms  bare read: ${Math.round(figures.bare)} ms`
    )
  }
  return {
    planned: MANY,
    rules: RULES.rules.length,
    planSeconds: rounded(median(rounds.map(({ many }) => many)) / 1000),
    growth: rounded(median(rounds.map(({ few, many }) => many / MANY / (few / FEWER)))),
    overBareRead: rounded(median(rounds.map(({ many, bare }) => many / bare)))
  }
}

/** The same rows, page by page, and nothing done with them. */
async function bareRead({ deps }: EnrollmentWorld, organizationId: string): Promise<void> {
  for (let after = ''; ;) {
    const last = await deps.db.for(organizationId)(async trx => {
      const { rows } = await sql<{ id: string }>`
        select id, first_name, last_name, email, state, access, created_at, department, raw from people
        where organization_id = ${organizationId} and id > ${after} order by id limit ${PEOPLE_A_PAGE}`.execute(trx)
      const [from, to] = [rows[0]?.id ?? '', rows.at(-1)?.id ?? '']
      await sql`select * from cohort_members where organization_id = ${organizationId} and person_id between ${from} and ${to}`.execute(
        trx
      )
      await sql`select p.id, g.name from people p join group_members m on m.organization_id = p.organization_id and m.directory_user_id = p.directory_user_id
        join directory_groups g on g.organization_id = m.organization_id and g.id = m.group_id
        where p.organization_id = ${organizationId} and p.id between ${from} and ${to}`.execute(trx)
      await sql`select * from enrollments where organization_id = ${organizationId} and person_id between ${from} and ${to}`.execute(
        trx
      )
      await sql`select * from learners where organization_id = ${organizationId} and person_id between ${from} and ${to}`.execute(
        trx
      )
      return rows.at(-1)?.id
    })
    if (!last) return
    after = last
  }
}

/** Half of them in the cohort of the rules, each in two groups and one department. */
async function addPeople({ deps }: EnrollmentWorld, organizationId: string, count: number): Promise<void> {
  // Yesterday, on the world's own clock.
  const at = new Date(deps.now().getTime() - 86_400_000)
  const everybody = sql`generate_series(1, ${count}::int) as n`
  await deps.db.owner(async trx => {
    await sql`insert into people (organization_id, id, idp_id, directory_user_id, email, first_name, last_name, department, raw, state, access, source_updated_at, created_at, updated_at)
      select ${organizationId}, 'per_' || lpad(n::text, 7, '0'), 'idp' || n, 'du' || n, 'p' || n || '@demo.test', 'Person', n::text,
        'Department ' || n % ${DEPARTMENTS}, jsonb_build_object('costCenter', (n % 20)::text), 'active', true, ${at}, ${at}, ${at} from ${everybody}`.execute(
      trx
    )
    await sql`insert into cohort_members (organization_id, cohort, person_id, joined_at)
      select ${organizationId}, 'Leaders', 'per_' || lpad(n::text, 7, '0'), ${at} from ${everybody}`.execute(trx)
    await sql`insert into directory_groups (organization_id, id, directory_id, name)
      select ${organizationId}, 'g' || g, 'dir', 'Group ' || g from generate_series(0, 19) as g on conflict do nothing`.execute(
      trx
    )
    await sql`insert into group_members (organization_id, group_id, directory_user_id)
      select ${organizationId}, 'g' || (n + g) % 20, 'du' || n from ${everybody}, generate_series(1, 2) as g`.execute(
      trx
    )
  })
}

/** Every second person has an account and two courses. */
async function addHoldings({ deps }: EnrollmentWorld, organizationId: string): Promise<void> {
  await deps.db.owner(async trx => {
    await sql`insert into learners (organization_id, person_id, site, external_user_id, linked_at)
      select organization_id, id, 'demo', id, now() from people where organization_id = ${organizationId} and right(id, 1)::int % 2 = 0`.execute(
      trx
    )
    await sql`insert into enrollments (organization_id, person_id, course_id, course_name, because, state, external_enrollment_id, updated_at)
      select l.organization_id, l.person_id, c::text, 'Course', 'Leaders', 'enrolled', c || l.person_id, now()
      from learners l, generate_series(1001, 1002) as c where l.organization_id = ${organizationId}`.execute(trx)
  })
}
