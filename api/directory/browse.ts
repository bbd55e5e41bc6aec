/** An admin looks through the directory and at one person of it: what the directory says, never what anybody does here. */
import { record } from '../audit/audit.ts'
import type { z } from 'zod'
import type * as contract from '../contract/people-browser.ts'
import { getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Role } from '../platform/http.ts'
import * as store from './store-browse.ts'
import * as groups from './store-groups.ts'
import { namesOf } from './store.ts'
import { whyAccess } from './why-access.ts'

const PAGE = 50

type Asked = z.output<typeof contract.browsePeople.query> & { readonly organizationId: string }

export async function browse(deps: Deps, asked: Asked): Promise<z.input<typeof contract.browsePeople.answer>> {
  const { accessGroup } = await getOrganization(deps, asked.organizationId)
  const wanted = { ...asked, after: asked.after ?? '', limit: PAGE }
  const rows = await deps.db.for(asked.organizationId)(trx => store.pageOfPeople(trx, wanted))
  return {
    people: rows.map(row => viewOf(row, accessGroup)),
    next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null
  }
}

const viewOf = (row: store.BrowsedRow, accessGroup: string | undefined) => ({
  personId: row.id,
  name: [row.first_name, row.last_name].filter(Boolean).join(' '),
  email: row.email,
  title: row.title,
  department: row.department,
  active: row.state === 'active',
  access: row.state === 'active' && row.access,
  because: whyAccess(row, accessGroup)
})

type LookUp = { readonly organizationId: string; readonly personId: string; readonly by: string }

/** @throws ProblemError `not_found`. */
export async function lookUp(
  deps: Deps,
  { organizationId, personId, by }: LookUp
): Promise<z.input<typeof contract.lookUpPerson.answer>> {
  const organization = await getOrganization(deps, organizationId)
  return deps.db.for(organizationId)(async trx => {
    const row = await store.findBrowsed(trx, organizationId, personId)
    if (!row) throw new ProblemError('not_found', 'This person is not there any more')
    const inGroups = await store.groupsOfEntry(trx, organizationId, row.directory_user_id)
    const cohorts = await groups.cohortNamesOf(trx, organizationId, personId)
    const names = await namesOf(trx, organizationId, row.manager_id ? [row.manager_id] : [])
    const reports = await store.countReports(trx, organizationId, personId)
    await record(trx, deps, { organizationId, personId, action: 'person.looked_up', actor: by, detail: {} })
    const roles = [...row.roles, ...(reports > 0 ? (['manager'] as const) : [])]
    return {
      ...viewOf(row, organization.accessGroup),
      providerId: row.idp_id,
      country: row.country,
      timezone: row.timezone,
      locale: row.locale,
      manager: names.get(row.manager_id ?? '') ?? null,
      reports,
      groups: [...inGroups],
      cohorts: cohorts.map(name => ({ name, rule: ruleOf(organization, name, inGroups) })),
      roles: roles.map(role => ({ role, group: groupOf(organization, role) })),
      accessGroup: organization.accessGroup ?? null,
      since: row.created_at.toISOString(),
      goneSince: (row.left_at ?? row.inactive_since)?.toISOString() ?? null
    }
  })
}

/** The rule of the company's settings that puts somebody of these groups there: a group, or an attribute. */
function ruleOf({ cohorts }: Organization, cohort: string, inGroups: readonly string[]): string | null {
  const rules = cohorts.filter(({ name }) => name === cohort)
  const byGroup = rules.find(rule => 'group' in rule && inGroups.includes(rule.group))
  if (byGroup && 'group' in byGroup) return byGroup.group
  const byAttribute = rules.find(rule => 'attribute' in rule)
  return byAttribute && 'attribute' in byAttribute ? `${byAttribute.attribute} = ${byAttribute.equals}` : null
}

const groupOf = ({ roleGroups }: Organization, role: Role): string | null =>
  role === 'manager' ? null : (roleGroups[role] ?? null)

/** Groups and cohorts, with active people in each. */
export const countsOf = (
  deps: Deps,
  organizationId: string
): Promise<z.input<typeof contract.listDirectoryGroups.answer>> =>
  deps.db.for(organizationId)(async trx => ({
    people: (await store.countPopulation(trx, organizationId)).active,
    groups: [...(await store.countGroups(trx, organizationId))],
    cohorts: [...(await groups.countCohorts(trx, organizationId))].map(([name, people]) => ({ name, people }))
  }))

const SAMPLE = 300

/** What an admin needs to see to choose groups and the attribute of the object id. */
export const directoryChoices = (deps: Deps, organizationId: string) =>
  deps.db.for(organizationId)(async trx => ({
    groups: await store.countGroups(trx, organizationId),
    objectIds: await store.objectIdCandidates(trx, organizationId, SAMPLE)
  }))

export const populationOf = (deps: Pick<Deps, 'db'>, organizationId: string) =>
  deps.db.for(organizationId)(trx => store.countPopulation(trx, organizationId))

/** Active people who are in all of these groups. */
export const peopleInAll = (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  wanted: readonly string[]
): Promise<number> => deps.db.for(organizationId)(trx => store.countInBoth(trx, { organizationId, groups: wanted }))

/** Where active people with access work, as the directory writes it, most of them first; undefined where it says nothing. */
export const countriesOf = (deps: Pick<Deps, 'db'>, organizationId: string): Promise<readonly (string | undefined)[]> =>
  deps.db.for(organizationId)(async trx =>
    (await store.listCountries(trx, organizationId)).map(({ country }) => country ?? undefined)
  )
