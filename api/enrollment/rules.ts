/** The rules in force: every version is kept. The first comes from the operator's settings, until the company's admin saves their own. */
import type { Rule, RuleSet } from '../contract/enrollment-rules.ts'
import { getOrganization, recentOrganization, type Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { insertVersion, listVersions, type RuleVersion } from './store-rules.ts'

/** A rule a cohort, as `enrollmentRules` of the settings has it. */
export function rulesOfSettings({ enrollmentRules }: Pick<Organization, 'enrollmentRules'>): RuleSet {
  const rules: readonly Rule[] = [...Map.groupBy(enrollmentRules, ({ cohort }) => cohort)].map(([cohort, given]) => ({
    ruleId: `settings/${cohort}`,
    name: cohort,
    when: { kind: 'cohort', name: cohort },
    effect: 'give',
    targets: given.map(({ courseId, courseName }) => ({ kind: 'course', id: courseId, name: courseName })),
    starts: { kind: 'joining', days: 0 },
    ends: { kind: 'never' }
  }))
  return { rules: [...rules], exceptions: [], linkByEmail: false }
}

const sameRules = (a: RuleSet, b: RuleSet): boolean => JSON.stringify(a.rules) === JSON.stringify(b.rules)

/** A transaction in the company that begins with the rules in force. */
export async function withRules<R>(
  deps: Deps,
  organizationId: string,
  work: (trx: Trx, rules: RuleVersion) => Promise<R>
): Promise<R> {
  // Before the transaction: the embedded database has one connection.
  const organization = await recentOrganization(deps, organizationId)
  return deps.db.for(organizationId)(async trx => work(trx, await rulesInForce(trx, organization, deps.now())))
}

async function rulesInForce(trx: Trx, organization: Organization, now: Date): Promise<RuleVersion> {
  const [latest] = await listVersions(trx, organization.organizationId, 1)
  return latest ?? seed(trx, organization, { version: 1, now })
}

export type Followed = RuleVersion & { readonly changed: boolean }

/** Changed settings make a new version as long as no admin saved one. @returns the rules then in force. */
export async function followSettings(deps: Deps, organizationId: string): Promise<Followed> {
  const organization = await getOrganization(deps, organizationId)
  return deps.db.for(organizationId)(async trx => {
    const latest = await rulesInForce(trx, organization, deps.now())
    if (latest.source === 'admin' || sameRules(latest.set, rulesOfSettings(organization)))
      return { ...latest, changed: false }
    return { ...(await seed(trx, organization, { version: latest.version + 1, now: deps.now() })), changed: true }
  })
}

type Seed = { readonly version: number; readonly now: Date }

async function seed(trx: Trx, organization: Organization, { version, now }: Seed): Promise<RuleVersion> {
  const next: RuleVersion = {
    version,
    set: rulesOfSettings(organization),
    source: 'settings',
    author: 'operator',
    reason: 'The company’s settings',
    savedAt: now
  }
  // Two at once seed the same.
  await insertVersion(trx, organization.organizationId, next)
  return next
}
