/** Who takes which course: the learning site follows the company's rules, which its admin keeps. */
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { createMemo } from '../platform/memo.ts'
import type { Moment } from '../platform/moments.ts'
import { SECOND } from '../platform/time.ts'
import { claimsIn, desireOf } from './desired.ts'
import { withRules } from './rules.ts'
import { whoseAre, type Whose } from './store-links.ts'
import { followedByStep, peopleStepping } from './store-steps.ts'
import { claimsOf, coursesOfPeople, findLearner, replaceClaims, type PersonKey } from './store.ts'

export { coursesAmong, type CourseStanding } from './among.ts'
export { openWorkOf } from './store-work.ts'
export { coursesOf } from './courses.ts'
export { courseStanding } from './done.ts'
export { handOver, noteSiteRefused, type Handover, type Wanted } from './handover.ts'
export { siteStanding } from './site-settings.ts'
export { requestSync } from './request.ts'

/** Whose accounts of the company's learning site these are, by their ids there. */
export async function whoseAccounts(
  deps: Deps,
  organizationId: string,
  userIds: readonly string[]
): Promise<ReadonlyMap<string, Whose>> {
  const { learningSite } = await getOrganization(deps, organizationId)
  return deps.db.for(organizationId)(trx =>
    whoseAre(trx, { organizationId, site: learningSite?.subdomain ?? '' }, userIds)
  )
}

/** @returns the person's account on the company's learning site, by its id there; undefined while they have none. */
export async function learningAccountOf(deps: Deps, key: PersonKey): Promise<string | undefined> {
  const { learningSite } = await getOrganization(deps, key.organizationId)
  const learner = await deps.db.for(key.organizationId)(trx => findLearner(trx, key))
  return learner?.site === learningSite?.subdomain ? (learner?.external_user_id ?? undefined) : undefined
}

type Period = { readonly from: Date; readonly to: Date }

export const peopleWhoWentOn = (deps: Deps, organizationId: string, period: Period): Promise<ReadonlySet<string>> =>
  deps.db.for(organizationId)(trx => peopleStepping(trx, organizationId, period))

/** Which moments a step in a course followed: ids only. */
export const momentsFollowedByStep = (
  deps: Deps,
  organizationId: string,
  followed: { readonly moments: readonly Moment[]; readonly withinMs: number }
): Promise<ReadonlySet<string>> => deps.db.for(organizationId)(trx => followedByStep(trx, organizationId, followed))

export type CourseProgress = {
  readonly personId: string
  readonly courseId: string
  /** 0 to 1. */
  readonly progress: number
  readonly completedAt: Date | undefined
}

/** Of those of these people who have these courses, open or completed. */
export async function courseProgressOf(
  trx: Trx,
  asked: Parameters<typeof coursesOfPeople>[1]
): Promise<readonly CourseProgress[]> {
  if (asked.courseIds.length === 0 || asked.personIds.length === 0) return []
  return (await coursesOfPeople(trx, asked)).map(row => ({
    personId: row.person_id,
    courseId: row.course_id,
    progress: row.progress,
    completedAt: row.completed_at ?? undefined
  }))
}

/** Courses that the rules in force give to somebody. */
export async function coursesInRules(
  deps: Deps,
  organizationId: string
): Promise<readonly { readonly courseId: string; readonly courseName: string }[]> {
  const { set } = await withRules(deps, organizationId, async (_trx, rules) => rules)
  const given = set.rules.flatMap(({ effect, targets }) => (effect === 'give' ? targets : []))
  const courses = new Map(given.flatMap(({ kind, id, name }) => (kind === 'course' ? [[id, name] as const] : [])))
  return [...courses].map(([courseId, courseName]) => ({ courseId, courseName }))
}

type Somebody = { readonly cohorts: readonly string[]; readonly groups: readonly string[] }

/** What the rules would give to somebody in these cohorts and groups, by name. */
export async function courseNamesFor(
  deps: Deps,
  { organizationId }: Organization,
  { cohorts, groups }: Somebody
): Promise<readonly string[]> {
  const { set } = await withRules(deps, organizationId, async (_trx, rules) => rules)
  const now = deps.now()
  const somebody = {
    personId: '',
    name: '',
    firstName: '',
    lastName: '',
    email: undefined,
    mayLearn: true,
    siteLearner: false,
    joinedAt: now,
    groups,
    cohorts: cohorts.map(name => ({ name, joinedAt: now })),
    attributes: {},
    claims: {},
    assigned: [],
    site: {}
  }
  return [...new Set(desireOf(set)(somebody, now).map(({ target }) => target.name))]
}

const RECENT_MS = 2 * SECOND
const memos = new WeakMap<Deps['db'], ReturnType<typeof createMemo<readonly string[]>>>()

function recentClaims(deps: Deps, organizationId: string): Promise<readonly string[]> {
  const memo = memos.get(deps.db) ?? createMemo<readonly string[]>(RECENT_MS)
  memos.set(deps.db, memo)
  return memo.get(organizationId, () => withRules(deps, organizationId, async (_trx, { set }) => claimsIn(set)))
}

/** Names of the claims that rules ask for, as they were at most two seconds ago. Before a sign-in's transaction. */
export const claimsWanted = (deps: Deps, organizationId: string): Promise<readonly string[]> =>
  recentClaims(deps, organizationId)

type SignedIn = PersonKey & { readonly wanted: readonly string[]; readonly claims: Readonly<Record<string, unknown>> }

/** Keeps of a sign-in the values that rules ask for, and nothing else; a change is a reason to look at the person's courses. */
export async function noteClaims(deps: Deps, trx: Trx, { wanted, claims, ...key }: SignedIn): Promise<void> {
  if (wanted.length === 0) return
  const found = wanted.flatMap(name => [...new Set(valuesOf(claims[name]))].map(value => ({ name, value })))
  const personIds = [key.personId]
  const before = (await claimsOf(trx, { organizationId: key.organizationId, personIds, names: wanted })).get(
    key.personId
  )
  const text = (all: readonly { readonly name: string; readonly value: string }[]): string =>
    JSON.stringify(all.map(({ name, value }) => `${name} ${value}`).toSorted((a, b) => (a < b ? -1 : 1)))
  if (text(before ?? []) === text(found)) return
  await replaceClaims(trx, key, found, deps.now())
  await deps.publish(trx, { type: 'person.changed', organizationId: key.organizationId, personId: key.personId })
}

const MOST_VALUES = 200

const valuesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .filter(each => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean')
    .map(String)
    .slice(0, MOST_VALUES)
