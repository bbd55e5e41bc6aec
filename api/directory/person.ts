/** A directory's user as CI's person: which attribute means what. Pure. */
import type { DirectoryUser } from '../vendors/workos.ts'

export type PersonDraft = {
  readonly idpId: string
  readonly email: string | undefined
  readonly firstName: string | undefined
  readonly lastName: string | undefined
  readonly title: string | undefined
  readonly department: string | undefined
  readonly employeeNumber: string | undefined
  /** How the directory may name the manager, best first: provider ids, then e-mail. */
  readonly managerRefs: readonly string[]
  readonly country: string | undefined
  readonly timezone: string | undefined
  readonly locale: string | undefined
  readonly raw: Readonly<Record<string, unknown>>
  readonly active: boolean
  readonly sourceUpdatedAt: Date
}

export function toDraft(user: DirectoryUser): PersonDraft {
  const read = (...names: readonly string[]) =>
    firstText(names.flatMap(name => [user.customAttributes[name], user.rawAttributes[name]]))
  return {
    idpId: user.idpId,
    email: (firstText([user.email]) ?? read('email', 'mail'))?.toLowerCase(),
    firstName: firstText([user.firstName]) ?? read('given_name', 'givenName'),
    lastName: firstText([user.lastName]) ?? read('family_name', 'sn'),
    title: read('job_title', 'title'),
    department: read('department_name', 'department'),
    employeeNumber: read('employee_number', 'employeeNumber'),
    managerRefs: managerRefs(
      read('manager_id'),
      nested(user.rawAttributes['manager']),
      read('manager_email')?.toLowerCase()
    ),
    country: read('country', 'c'),
    timezone: validZone(read('timezone')),
    locale: read('locale', 'preferredLanguage', 'preferred_language'),
    raw: { ...startOf(user), ...user.rawAttributes },
    // "suspended" and whatever may come: only active is active.
    active: user.state === 'active',
    sourceUpdatedAt: new Date(user.updatedAt)
  }
}

/** WorkOS tells the first day among its own attributes; kept beside the raw ones, where rules and moments look. */
function startOf({ customAttributes }: DirectoryUser): Readonly<Record<string, string>> {
  const day = firstText([customAttributes['employment_start_date']])
  return day === undefined ? {} : { employment_start_date: day }
}

/** PostgreSQL stores no NUL; one such attribute must not stop the stream of a whole environment. */
export const cleanText = (value: string): string => value.replaceAll('\0', '').trim()

const firstText = (values: readonly unknown[]): string | undefined =>
  values
    .filter(value => typeof value === 'string')
    .map(cleanText)
    .find(value => value !== '')

const managerRefs = (...refs: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(refs.filter(ref => ref !== undefined))
]

/** SCIM sends the manager as a string or as `{ value }`. */
function nested(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && 'value' in value) return firstText([value.value])
  return firstText([value])
}

function validZone(name: string | undefined): string | undefined {
  if (!name) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
