/** One person's position: what the rules want, what is there. Read in one transaction, planned, and handed to who carries it out. */
import { pageOfProfiles, type Profile } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { attributesIn, claimsIn, desireOf, withheldUntil, type Learning } from './desired.ts'
import { planPerson, type Plan } from './plan.ts'
import { claimsOf, findLearner, listEnrollments, toHeld, type LearnerRow, type PersonKey } from './store.ts'
import type { RuleVersion } from './store-rules.ts'

export type Position = {
  readonly person: Profile
  readonly version: RuleVersion
  readonly learner: LearnerRow | undefined
  readonly plan: Plan
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
  const learner = await findLearner(trx, key)
  const held = (await listEnrollments(trx, key)).map(toHeld)
  const now = deps.now()
  const wanted = desireOf(version.set)(withClaims(person, claims.get(personId)), now)
  const { mayLearn } = person
  const plan = planPerson({
    mayLearn,
    wanted,
    held,
    hasAccount: Boolean(learner?.external_user_id),
    withheldUntil: withheldUntil(version.set)(personId),
    now
  })
  return { person, version, learner, plan }
}

type Claims = readonly { readonly name: string; readonly value: string }[]

export function withClaims(person: Profile, claims: Claims | undefined): Learning {
  if (!claims) return { ...person, claims: NONE }
  const byName = Map.groupBy(claims, ({ name }) => name)
  return {
    ...person,
    claims: Object.fromEntries([...byName].map(([name, found]) => [name, found.map(({ value }) => value)]))
  }
}

const NONE: Learning['claims'] = {}
