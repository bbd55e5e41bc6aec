/** What a person's groups mean in a company: access, roles, cohorts. Pure. */
import type { Role } from '../platform/http.ts'

export type Rules = {
  readonly accessGroup?: string | undefined
  readonly roleGroups: { readonly hr?: string | undefined; readonly admin?: string | undefined }
  readonly cohorts: readonly { readonly group: string; readonly name: string }[]
}

export type Standing = {
  readonly access: boolean
  readonly roles: readonly Role[]
  readonly cohorts: readonly string[]
}

/** Without an access group everybody of the directory may use CI. */
export function standingOf(groups: readonly string[], rules: Rules): Standing {
  const has = (group: string | undefined): boolean => group !== undefined && groups.includes(group)
  return {
    access: rules.accessGroup === undefined || has(rules.accessGroup),
    roles: [
      ...(has(rules.roleGroups.hr) ? (['hr'] as const) : []),
      ...(has(rules.roleGroups.admin) ? (['admin'] as const) : [])
    ],
    cohorts: [
      ...new Set(rules.cohorts.filter(({ group }) => groups.includes(group)).map(({ name }) => name))
    ].toSorted()
  }
}
