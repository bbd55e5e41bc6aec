/** Settles one person: looks where an answer is missing, makes the fewest calls, writes a receipt of each. Safe to run again after any crash. */
import { markHop } from '../audit/audit.ts'
import { stopWaiting } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { ensureAccount } from './accounts.ts'
import { end, listAll, note } from './endings.ts'
import { takeFromBefore } from './found.ts'
import { change, give, join } from './gives.ts'
import type { LearningSystem, SiteEnrollment } from './learning-system.ts'
import type { Step } from './plan.ts'
import { positionOf, type Position } from './position.ts'
import { SiteError, type Refusal } from './problems.ts'
import { withRules } from './rules.ts'
import type { LearnerRow, PersonKey } from './store.ts'
import { markCoursesRead } from './store-links.ts'
import type { Outcome, Work } from './work.ts'

export type Settled =
  | { readonly kind: 'settled'; readonly nextAt: Date | undefined }
  /** An ending waits; `person.released` asks for the person again. */
  | { readonly kind: 'held' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

type Site = { readonly system: LearningSystem; readonly name: string }

/** @throws SiteError where trying again may help; what was done until then is kept. */
export async function settlePerson(deps: Deps, site: Site, key: PersonKey): Promise<Settled> {
  // Each look at the site can change what there is to do; a few rounds end it.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const position = await withRules(deps, key.organizationId, (trx, version) =>
      positionOf(deps, trx, { ...key, version })
    )
    if (!position) return { kind: 'settled', nextAt: undefined }
    const work = workOf(deps, site, key, position)
    if (position.learner?.courses_unread) {
      await readCourses(work, position.learner)
      continue
    }
    const { mayLearn } = position.person
    const { steps, nextAt } = position.plan
    if (steps.length === 0) {
      await (mayLearn ? stopWaiting(deps, key) : markLeft(deps, key, 'done'))
      return { kind: 'settled', nextAt }
    }
    const { refusals, held } = await carryOut(work, steps, position)
    if (refusals.length > 0) return { kind: 'refused', refusals }
    if (held) {
      if (!mayLearn) await markLeft(deps, key, 'held')
      return { kind: 'held' }
    }
  }
  throw new SiteError('unexpected', 'The site keeps showing something else than it answered')
}

const MOST_ROUNDS = 5

/** An account that was linked may have courses: they are known before anything is asked for. */
async function readCourses(work: Work, { external_user_id: userId }: LearnerRow): Promise<void> {
  const found = userId ? await work.look(userId) : []
  const { deps, organizationId, personId } = work
  await deps.db.for(organizationId)(async trx => {
    await takeFromBefore(trx, { deps, organizationId }, new Map([[userId ?? '', personId]]), found)
    await markCoursesRead(trx, organizationId, personId)
  })
}

const markLeft = (deps: Deps, key: PersonKey, state: 'done' | 'held'): Promise<void> =>
  deps.db.for(key.organizationId)(trx => markHop(trx, deps, { ...key, hop: 'courses', state }))

function workOf(deps: Deps, site: Site, key: PersonKey, { person, version }: Position): Work {
  let seen: Promise<readonly SiteEnrollment[]> | undefined
  return {
    ...key,
    deps,
    system: site.system,
    site: site.name,
    person,
    version: version.version,
    linkByEmail: version.set.linkByEmail,
    look: userId => {
      seen ??= site.system.listEnrollments(userId)
      return seen
    }
  }
}

type CarriedOut = { readonly refusals: readonly Refusal[]; readonly held: boolean }

async function carryOut(work: Work, steps: readonly Step[], { learner }: Position): Promise<CarriedOut> {
  const refusals: Refusal[] = []
  let held = false
  let userId = learner?.external_user_id ?? undefined
  for (const step of steps) {
    const outcome = await carryOutOne(work, step, { userId, learner })
    if (outcome.kind === 'account') userId = outcome.userId
    if (outcome.kind === 'refused') refusals.push(outcome)
    if (outcome.kind === 'held') held = true
    // Without an account nothing that follows can be done; a fresh look plans the rest.
    if (outcome.kind === 'replan' || (outcome.kind === 'refused' && step.kind === 'account')) break
  }
  return { refusals, held }
}

type Account = { readonly userId: string | undefined; readonly learner: Position['learner'] }

async function carryOutOne(work: Work, step: Step, { userId, learner }: Account): Promise<Outcome> {
  if (step.kind === 'account') return ensureAccount(work, learner)
  if (step.kind === 'note') return note(work, step)
  if (!userId) return { kind: 'replan' }
  switch (step.kind) {
    case 'list':
      return listAll(work, userId)
    case 'end':
      return end(work, { ...step, userId })
    case 'give':
      return give(work, { wanted: step.wanted, userId })
    case 'change':
      return change(work, { ...step, userId })
    case 'join':
      return join(work, { wanted: step.wanted, userId })
  }
}
