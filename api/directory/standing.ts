/** What a person's groups mean in a company: access, roles, cohorts. Pure. */
import type { Role } from '../platform/http.ts'

/** Roles that a group of the directory gives. */
const BY_GROUP = ['hr', 'admin', 'author', 'owner', 'it', 'support'] as const satisfies readonly Role[]

export type Rules = {
  readonly accessGroup?: string | undefined
  readonly roleGroups: Readonly<Partial<Record<(typeof BY_GROUP)[number], string | undefined>>>
  readonly cohorts: readonly CohortRule[]
}

type CohortRule = { readonly name: string } & (
  | { readonly group: string }
  | { readonly attribute: keyof Attributes; readonly equals: string }
)

export type Attributes = {
  readonly department: string | null
  readonly country: string | null
  readonly title: string | null
}

export type Standing = {
  readonly access: boolean
  readonly roles: readonly Role[]
  readonly cohorts: readonly string[]
}

/** Of whom no attribute is known. */
export const UNKNOWN: Attributes = { department: null, country: null, title: null }

/** Without an access group everybody of the directory may use CI. */
export function standingOf(groups: readonly string[], attributes: Attributes, rules: Rules): Standing {
  const has = (group: string | undefined): boolean => group !== undefined && groups.includes(group)
  const isIn = (rule: CohortRule): boolean =>
    'group' in rule ? groups.includes(rule.group) : isSame(attributes[rule.attribute], rule.equals)
  return {
    access: rules.accessGroup === undefined || has(rules.accessGroup),
    roles: BY_GROUP.filter(role => has(rules.roleGroups[role])),
    cohorts: [...new Set(rules.cohorts.filter(isIn).map(({ name }) => name))].toSorted()
  }
}

/** Departments are typed by people. */
const isSame = (value: string | null, wanted: string): boolean =>
  value !== null && value.toLowerCase() === wanted.trim().toLowerCase()
