/** What rows of a spreadsheet are held against: everybody of the company, its groups, and the site's courses. */
import { listGroupNames, pageOfProfiles } from '../directory/directory.ts'
import type { RuleSet, Target } from '../contract/enrollment-rules.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { asksSite, attributesIn, claimsIn } from './desired.ts'
import { PEOPLE_A_PAGE } from './everybody.ts'
import type { Known } from './import-people.ts'
import type { GroupRole } from './import-rows.ts'
import { plain } from './import-text.ts'
import { NOBODY, toLearning } from './position.ts'
import { claimsOf } from './store.ts'
import { assignmentsOf } from './store-assignments.ts'
import { siteAttributesOf } from './store-sign-ups.ts'
import { siteTargets } from './views.ts'

const ATTRIBUTES = ['employee_number', 'idp_id', 'department', 'state']

/** Those who have left too, a page of people in each transaction. */
export async function everybodyKnown(deps: Deps, organizationId: string, set: RuleSet): Promise<readonly Known[]> {
  const attributes = [...new Set([...ATTRIBUTES, ...attributesIn(set)])]
  const names = claimsIn(set)
  const all: Known[] = []
  for (;;) {
    const after = all.at(-1)?.personId ?? ''
    const page = await deps.db.for(organizationId)(async trx => {
      const people = await pageOfProfiles(trx, { organizationId, after, limit: PEOPLE_A_PAGE, attributes })
      const personIds = people.map(({ personId }) => personId)
      const [first = '', last = ''] = [personIds[0], personIds.at(-1)]
      const claims = await claimsOf(trx, { organizationId, personIds, names })
      const assigned = await assignmentsOf(trx, { organizationId, first, last })
      const site = asksSite(set) ? await siteAttributesOf(trx, { organizationId, personIds }) : NOBODY
      return people.map(person => {
        const { personId } = person
        const known = { claims: claims.get(personId), assigned: assigned.get(personId), site: site.get(personId) }
        return { ...toLearning(person, known), state: person.attributes['state'] ?? '' }
      })
    })
    if (page.length === 0) return all
    all.push(...page)
  }
}

/** @throws ProblemError `unavailable`, `conflict` without a learning site. */
export async function coursesOfSite(deps: Deps, organizationId: string): Promise<readonly Target[]> {
  const targets = await siteTargets(deps, organizationId)
  if (targets) return targets
  throw new ProblemError(
    'unavailable',
    'The learning site cannot be asked for its courses now. Your file is kept. Try again in a few minutes'
  )
}

export type GroupNames = Readonly<Record<GroupRole, ReadonlyMap<string, string>>>

export async function groupNamesOf(
  deps: Deps,
  organizationId: string,
  everybody: readonly Known[]
): Promise<GroupNames> {
  const { cohorts } = await getOrganization(deps, organizationId)
  const groups = await deps.db.for(organizationId)(trx => listGroupNames(trx, organizationId))
  const departments = everybody.flatMap(({ attributes }) => attributes['department'] ?? [])
  return {
    department: byPlain(departments),
    cohort: byPlain(cohorts.map(({ name }) => name)),
    group: byPlain(groups)
  }
}

const byPlain = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...new Set(names)].map(name => [plain(name), name]))
