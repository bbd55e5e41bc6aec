/** The company as its own admins configure it: what they see, what they may change, and what would lock them out. */
import type { Company, CompanyChange } from '../contract/company.ts'
import { NO_LAUNCH, type StoredSettings } from '../contract/organizations.ts'
import { directoryChoices, peopleInAll } from '../directory/directory.ts'
import { openIn } from '../nudges/nudges.ts'
import { changeOrganization, getOrganization, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { holidayRegions } from '../platform/holidays.ts'
import { changed, firstProblem, type Directory, type Problem } from './company-change.ts'

export async function companyOf(deps: Deps, organizationId: string): Promise<Company> {
  const [organization, choices] = await Promise.all([
    getOrganization(deps, organizationId),
    directoryChoices(deps, organizationId)
  ])
  return viewOf(organization, choices)
}

type Choices = Awaited<ReturnType<typeof directoryChoices>>

const viewOf = (organization: Organization, { groups, objectIds }: Choices): Company => ({
  name: organization.name,
  demo: organization.demo,
  settingUp: organization.signIn === 'provider' && organization.settingUp,
  byProvider: organization.signIn === 'provider',
  country: organization.country,
  locale: organization.locale,
  timezone: organization.timezone,
  sponsor: organization.sponsor.name === '' ? null : organization.sponsor,
  launchDate: organization.launchDate === NO_LAUNCH ? null : organization.launchDate,
  workingHours: organization.workingHours,
  holidays: organization.holidays,
  publicHolidays: organization.publicHolidays,
  region: organization.region ?? null,
  blackouts: organization.blackouts,
  disconnect: organization.disconnect ?? null,
  accessGroup: organization.accessGroup ?? null,
  roleGroups: {
    owner: organization.roleGroups.owner ?? null,
    admin: organization.roleGroups.admin ?? null,
    it: organization.roleGroups.it ?? null,
    hr: organization.roleGroups.hr ?? null,
    author: organization.roleGroups.author ?? null,
    support: organization.roleGroups.support ?? null
  },
  cohorts: organization.cohorts.flatMap(rule => ('group' in rule ? [rule] : [])),
  domains: organization.domains,
  entraTenantIds: organization.entraTenantIds,
  entraObjectIdAttribute: organization.entraObjectIdAttribute ?? null,
  learningSite: organization.learningSite
    ? {
        subdomain: organization.learningSite.subdomain,
        url: organization.learningSite.url,
        signIn: organization.learningSite.signIn
      }
    : null,
  groups: [...groups],
  objectIds: [...objectIds]
})

type Changing = { readonly organizationId: string; readonly by: string; readonly wanted: CompanyChange }

/** @throws ProblemError `bad_request` with the field as its reason; `conflict`. */
export async function changeCompanySettings(deps: Deps, { organizationId, by, wanted }: Changing): Promise<Company> {
  const organization = await getOrganization(deps, organizationId)
  const choices = await directoryChoices(deps, organizationId)
  const problem = firstProblem(organization, wanted, await directoryFor(deps, { organization, wanted, choices }))
  if (problem) throw new ProblemError('bad_request', SAID[problem], { reason: problem })
  const change = (now: StoredSettings): StoredSettings => changed(now, wanted)
  await changeOrganization(deps, { organizationId, actor: by, change })
  return viewOf(await getOrganization(deps, organizationId), choices)
}

type Asked = { readonly organization: Organization; readonly wanted: CompanyChange; readonly choices: Choices }

/** The groups that there are, and how many would be admins and could come in. */
async function directoryFor(deps: Deps, { organization, wanted, choices }: Asked): Promise<Directory> {
  const next = changed(organization, wanted)
  const { admin, owner } = next.roleGroups
  const leading = [admin, owner].filter(group => group !== undefined)
  const wantsAdmins = wanted.roleGroups !== undefined || wanted.accessGroup !== undefined
  const inBoth = (group: string) =>
    peopleInAll(
      deps,
      organization.organizationId,
      [group, next.accessGroup].filter(each => each !== undefined)
    )
  const country = next.country.toUpperCase()
  const regions = wanted.region ? await holidayRegions(country, 'en') : []
  return {
    groups: new Map(choices.groups.map(({ name, people }) => [name, people])),
    admins: wantsAdmins && leading.length > 0 ? Math.max(...(await Promise.all(leading.map(inBoth)))) : undefined,
    objectIds: new Map(choices.objectIds.map(({ attribute, people }) => [attribute, people])),
    regions: new Set(regions.map(({ code }) => code)),
    hasTime: openIn(country, next) !== undefined,
    today: new Intl.DateTimeFormat('en-CA', { timeZone: next.timezone }).format(deps.now())
  }
}

/** For who calls the interface; the console has its own words in the reader's language. */
const SAID: Readonly<Record<Problem, string>> = {
  unknown_group: 'The directory has no such group. Take one of those that it has sent',
  empty_group: 'Nobody active is in this group. Add people to it in your directory first',
  no_admin: 'Nobody would be an admin and have access. Choose groups that at least one person is in both of',
  past_launch: 'The launch cannot lie in the past',
  no_sponsor: 'Say who stands behind the program first: the first card names them',
  unknown_attribute: 'No attribute of this name in your directory holds object ids',
  own_sign_in: 'Microsoft 365 and groups come with a company’s own provider',
  tenant_unproved: 'A tenant is added by proving it: one of its administrators signs in at Microsoft',
  unknown_region:
    'The calendar of public holidays knows no such part of this country. Take one of those that are offered',
  no_time_left:
    'Working hours, works agreement and the law of the country leave no time in common, so that no message would ever come. Choose hours that overlap'
}
