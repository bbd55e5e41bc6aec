/** People and old accounts of many kinds: what tests of moving in share. Demo data. */
import { sql } from 'kysely'
import { getMoving, listSiteLearners, beginLinkRun, type Basis, type LearnerState } from '../contract/moving.ts'
import type { Deps } from '../platform/deps.ts'
import { sleep } from '../platform/time.ts'
import { dueEnrollmentJobs } from './jobs.ts'
import { personIdOf, SITE, startEnrollmentWorld, type EnrollmentWorld, type WorldOptions } from './test-world.ts'

export type Somebody = {
  readonly name: string
  readonly firstName?: string
  readonly lastName?: string
  readonly email?: string | null
  readonly number?: string
  readonly idpId?: string
  readonly state?: 'active' | 'inactive'
  readonly access?: boolean
  readonly raw?: object
}

/** In the directory, in no cohort: nothing is asked of the site for them. */
export async function addPerson({ deps, organizationId }: EnrollmentWorld, somebody: Somebody): Promise<void> {
  const { name, firstName = name, lastName = 'Demo', email = `${name}@demo.test`, number = null } = somebody
  const { idpId = `idp-${name}`, state = 'active', access = true, raw = {} } = somebody
  await deps.db.for(organizationId)(trx =>
    sql`insert into people (organization_id, id, directory_user_id, idp_id, email, first_name, last_name, employee_number, raw, state, access,
        source_updated_at, created_at, updated_at)
      values (${organizationId}, ${personIdOf(name)}, ${`du_${name}`}, ${idpId}, ${email}, ${firstName}, ${lastName}, ${number},
        ${JSON.stringify(raw)}::jsonb, ${state}, ${access}, ${deps.now()}, ${deps.now()}, ${deps.now()})`.execute(trx)
  )
}

export async function joinCohort({ deps, organizationId }: EnrollmentWorld, name: string): Promise<void> {
  await deps.db.for(organizationId)(async trx => {
    await sql`insert into cohort_members (organization_id, cohort, person_id, joined_at)
      values (${organizationId}, 'Leaders', ${personIdOf(name)}, ${deps.now()})`.execute(trx)
    await deps.publish(trx, { type: 'person.changed', organizationId, personId: personIdOf(name) })
  })
}

type Old = Omit<Parameters<EnrollmentWorld['site']['addUser']>[1], 'firstName' | 'lastName' | 'email'> & {
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
}

/** An account of the time before. @returns its id. */
export const addOld = ({ site }: EnrollmentWorld, name: string, more: Old = {}): string =>
  String(
    site.addUser(SITE, {
      email: `${name}@demo.test`,
      firstName: name,
      lastName: 'Demo',
      createdAt: '2025-03-01T09:00:00.000Z',
      ...more
    }).id
  )

export const VOUCHED: Basis = { formerId: { is: 'none' }, numberField: null, emails: 'from_company' }
export const NOTHING: Basis = { formerId: { is: 'none' }, numberField: null, emails: 'unknown' }

export const openMoving = (settings: object = {}, options: WorldOptions = {}): Promise<EnrollmentWorld> =>
  startEnrollmentWorld({ domains: ['demo.test'], ...settings }, options)

export const begin = (world: EnrollmentWorld, basis: Basis = VOUCHED, mode: 'dry' | 'carry_out' = 'carry_out') =>
  world.admin(beginLinkRun, { body: { mode, basis } })

const PATIENCE_MS = 50_000

/** Until the run has ended, and nothing else is open. */
export async function runEnds(world: EnrollmentWorld): Promise<void> {
  const { deps } = world
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const { run } = await world.admin(getMoving)
    if (run?.state !== 'running') return world.settle()
    if (performance.now() > until) throw new Error('the comparison did not end')
    const due = await dueEnrollmentJobs(deps)
    if (due.length > 0) await deps.db.router(trx => deps.queue.enqueue(trx, ...due))
    await sleep(50)
  }
}

export async function compareAll(
  world: EnrollmentWorld,
  basis: Basis = VOUCHED,
  mode: 'dry' | 'carry_out' = 'carry_out'
): Promise<void> {
  await begin(world, basis, mode)
  await runEnds(world)
}

export const listed = async (world: EnrollmentWorld, state: LearnerState) =>
  (await world.admin(listSiteLearners, { query: { state } })).learners

/** What the list says of one account, in short. */
export async function standingOf(world: EnrollmentWorld, userId: string) {
  for (const state of ['linked', 'certain', 'review', 'postponed', 'refused', 'nobody', 'unread'] as const) {
    const found = (await listed(world, state)).find(each => each.userId === userId)
    if (found) return { state, candidates: found.candidates.map(({ personId, doubts }) => ({ personId, doubts })) }
  }
  return undefined
}

export const auditOf = async ({ deps, organizationId }: { deps: Deps; organizationId: string }, action: string) =>
  deps.db.for(organizationId)(async trx => {
    const { rows } = await sql<{ actor: string; person_id: string | null; detail: Record<string, unknown> }>`
      select actor, person_id, detail from audit_events where organization_id = ${organizationId} and action = ${action}
      order by id`.execute(trx)
    return rows
  })
