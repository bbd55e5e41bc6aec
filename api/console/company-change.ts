/** What an admin's change makes of the company's settings, and what is wrong with it. Pure. */
import type { CompanyChange } from '../contract/company.ts'
import { NO_LAUNCH, type StoredSettings } from '../contract/organizations.ts'

export type Directory = {
  /** Active people by the name of the group. */
  readonly groups: ReadonlyMap<string, number>
  /** Who would be an admin and have access; undefined where neither is asked for. */
  readonly admins: number | undefined
  readonly objectIds: ReadonlyMap<string, number>
  /** Parts of the country that the calendar of public holidays knows. */
  readonly regions: ReadonlySet<string>
  /** Whether the works agreement and the law leave any of the working hours, where the company is at home. */
  readonly hasTime: boolean
  /** In the company's time zone. */
  readonly today: string
}

export type Problem =
  | 'unknown_group'
  | 'empty_group'
  | 'no_admin'
  | 'past_launch'
  | 'no_sponsor'
  | 'unknown_attribute'
  | 'own_sign_in'
  | 'tenant_unproved'
  | 'unknown_region'
  | 'no_time_left'

export function firstProblem(now: StoredSettings, wanted: CompanyChange, directory: Directory): Problem | undefined {
  if (
    now.signIn === 'own' &&
    (wanted.entraTenantIds?.length || wanted.accessGroup || wanted.roleGroups || wanted.cohorts)
  )
    return 'own_sign_in'
  // By a proof alone a company comes to a tenant; giving one up needs none.
  if (wanted.entraTenantIds?.some(tenantId => !now.entraTenantIds.some(own => own === tenantId)))
    return 'tenant_unproved'
  const groups = groupsIn(wanted)
  if (groups.some(group => !directory.groups.has(group))) return 'unknown_group'
  if (wanted.accessGroup && directory.groups.get(wanted.accessGroup) === 0) return 'empty_group'
  // Before anybody came in through the provider, admins may be named one by one; afterwards a slip would lock all of them out.
  if (directory.admins === 0) return 'no_admin'
  if (wanted.launchDate && wanted.launchDate !== now.launchDate && wanted.launchDate < directory.today)
    return 'past_launch'
  // The first card names them.
  if (wanted.launchDate && changed(now, wanted).sponsor.name === '') return 'no_sponsor'
  const attribute = wanted.entraObjectIdAttribute
  if (attribute && attribute !== now.entraObjectIdAttribute && !directory.objectIds.has(attribute))
    return 'unknown_attribute'
  if (wanted.region && wanted.region !== now.region && !directory.regions.has(wanted.region)) return 'unknown_region'
  return (wanted.workingHours || wanted.disconnect) && !directory.hasTime ? 'no_time_left' : undefined
}

const groupsIn = ({ accessGroup, roleGroups, cohorts = [] }: CompanyChange): readonly string[] =>
  [accessGroup, ...Object.values(roleGroups ?? {}), ...cohorts.map(({ group }) => group)].filter(
    group => typeof group === 'string'
  )

export function changed(now: StoredSettings, wanted: CompanyChange): StoredSettings {
  const {
    accessGroup,
    roleGroups,
    cohorts,
    sponsor,
    launchDate,
    entraObjectIdAttribute,
    entraTenantIds,
    region = regionAfter(now, wanted),
    disconnect = now.disconnect,
    ...plain
  } = wanted
  const { accessGroup: _access, entraObjectIdAttribute: _attribute, region: _region, disconnect: _hours, ...rest } = now
  const byAttribute = now.cohorts.filter(rule => !('group' in rule))
  const next = {
    ...rest,
    ...without(plain),
    ...optional('accessGroup', accessGroup === undefined ? now.accessGroup : accessGroup),
    ...optional(
      'entraObjectIdAttribute',
      entraObjectIdAttribute === undefined ? now.entraObjectIdAttribute : entraObjectIdAttribute
    ),
    ...optional('region', region),
    ...(disconnect ? { disconnect } : {}),
    roleGroups: roleGroups ? without(roleGroups) : now.roleGroups,
    cohorts: cohorts ? [...cohorts, ...byAttribute] : now.cohorts,
    sponsor: sponsor === undefined ? now.sponsor : (sponsor ?? { name: '', title: '' }),
    launchDate: launchDate === undefined ? now.launchDate : (launchDate ?? NO_LAUNCH)
  }
  if (next.signIn !== 'provider' || !entraTenantIds) return next
  return { ...next, entraTenantIds: next.entraTenantIds.filter(tenantId => entraTenantIds.includes(tenantId)) }
}

/** In another country the part of this one means nothing. */
const regionAfter = ({ country, region }: StoredSettings, wanted: CompanyChange): string | undefined =>
  wanted.country === undefined || wanted.country === country.toUpperCase() ? region : undefined

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** Without what is null or not given. */
function without<T extends object>(given: T): Present<T> {
  const kept: Present<T> = {}
  for (const key of keysOf(given)) {
    const value = given[key]
    if (value !== null && value !== undefined) kept[key] = value
  }
  return kept
}

const keysOf = <T extends object>(given: T): (keyof T)[] => {
  const keys: (keyof T)[] = []
  for (const key in given) keys.push(key)
  return keys
}

const optional = <K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> => {
  const kept: Partial<Record<K, string>> = {}
  if (value) kept[key] = value
  return kept
}
