/** One person's position: what the rules want, what is there. Read in one transaction, planned, and handed to who carries it out. */
import { pageOfProfiles, type Profile } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { asksSite, attributesIn, claimsIn, desireOf, withheldUntil, type Learning } from './desired.ts'
import { planPerson, type Plan } from './plan.ts'
import { claimsOf, findLearner, listEnrollments, toHeld, type LearnerRow, type PersonKey } from './store.ts'
import { assignmentsOf } from './store-assignments.ts'
import { siteAttributesOf } from './store-sign-ups.ts'
import type { RuleVersion } from './store-rules.ts'

export type Position = {
  readonly person: Profile
  readonly version: RuleVersion
  readonly learner: LearnerRow | undefined
  readonly plan: Plan
  readonly learning: Learning
}

/** @returns undefined for somebody whom the directory never knew. */
export async function positionOf(
  deps: Deps,
  trx: Trx,
  { version, ...key }: PersonKey & { readonly version: RuleVersion }
): Promise<Position | undefined> {
  const { organizationId, personId } = key
  const asked = { organizationId, after: '', limit: 1, ids: [personId], attributes: attributesIn(version.set) }
  const [person] = await pageOfProfiles(trx, asked)
  if (!person) return undefined
  const claims = await claimsOf(trx, { organizationId, personIds: [personId], names: claimsIn(version.set) })
  const assigned = await assignmentsOf(trx, { organizationId, first: personId, last: personId })
  const site = asksSite(version.set) ? await siteAttributesOf(trx, { organizationId, personIds: [personId] }) : NOBODY
  const learner = await findLearner(trx, key)
  const held = (await listEnrollments(trx, key)).map(toHeld)
  const now = deps.now()
  const known = { claims: claims.get(personId), assigned: assigned.get(personId), site: site.get(personId) }
  const learning = toLearning(person, known)
  const wanted = desireOf(version.set)(learning, now)
  const { mayLearn } = person
  const plan = planPerson({
    mayLearn,
    wanted,
    held,
    hasAccount: Boolean(learner?.external_user_id),
    withheldUntil: withheldUntil(version.set)(personId),
    now
  })
  return { person, version, learner, plan, learning }
}

type Known = {
  readonly claims: readonly { readonly name: string; readonly value: string }[] | undefined
  readonly assigned: Learning['assigned'] | undefined
  readonly site: Learning['site'] | undefined
}

export function toLearning(person: Profile, { claims, assigned = NOTHING, site = NONE }: Known): Learning {
  const learning = { ...person, assigned, site, claims: NONE }
  if (!claims) return learning
  const byName = Map.groupBy(claims, ({ name }) => name)
  return {
    ...learning,
    claims: Object.fromEntries([...byName].map(([name, found]) => [name, found.map(({ value }) => value)]))
  }
}

const NONE: Readonly<Record<string, never>> = {}
const NOTHING: Learning['assigned'] = []
export const NOBODY: ReadonlyMap<string, Learning['site']> = new Map()
