/** What a key of a company's own system may open. An endpoint says itself which scope opens it to keys; without one, no key does. */

/** As a role of the company: a key passes what that role passes, and no more than its endpoints. */
export const KEY_SCOPES = {
  'reports.read': 'hr',
  'audit.read': 'it',
  'directory.read': 'it',
  'departures.read': 'it',
  'health.read': 'it',
  'enrollment.read': 'support',
  'enrollment.write': 'owner'
} as const

export type KeyScope = keyof typeof KEY_SCOPES

export const SCOPE_NAMES = [
  'reports.read',
  'audit.read',
  'directory.read',
  'departures.read',
  'health.read',
  'enrollment.read',
  'enrollment.write'
] as const satisfies readonly KeyScope[]

/** An owner may give any, as they may give any role; IT what IT may call itself: no key opens more to whoever makes it. */
export const mayGiveScope = (roles: readonly string[], scope: KeyScope): boolean =>
  roles.includes('owner') ||
  roles.includes('admin') ||
  (roles.includes('it') && (KEY_SCOPES[scope] === 'it' || KEY_SCOPES[scope] === 'support'))
