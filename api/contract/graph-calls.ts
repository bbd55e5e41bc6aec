/** Every call that is ever made to Microsoft Graph, and the one permission that it needs. There is no other: a test looks. */

/** Application permissions, one for each level that an admin chooses. */
export const LEVEL_PERMISSIONS = {
  1: 'TeamsActivity.Send',
  2: 'TeamsAppInstallation.ReadWriteSelfForUser.All'
} as const

/** Delegated, a switch of its own: the person who is signed in, their own entry. */
export const OWN_ENTRY_PERMISSION = 'User.Read'

/** `{…}` is filled in, escaped. */
export const GRAPH_CALLS = {
  me: { needs: OWN_ENTRY_PERMISSION, method: 'GET', path: '/me?$select=id,employeeId' },
  notify: {
    needs: LEVEL_PERMISSIONS[1],
    level: 1,
    method: 'POST',
    path: '/users/{user}/teamwork/sendActivityNotification'
  },
  install: { needs: LEVEL_PERMISSIONS[2], level: 2, method: 'POST', path: '/users/{user}/teamwork/installedApps' },
  installed: {
    needs: LEVEL_PERMISSIONS[2],
    level: 2,
    method: 'GET',
    path: '/users/{user}/teamwork/installedApps?$expand=teamsApp&$filter={filter}'
  },
  chat: {
    needs: LEVEL_PERMISSIONS[2],
    level: 2,
    method: 'GET',
    path: '/users/{user}/teamwork/installedApps/{installation}/chat'
  }
} as const
export type GraphCall = keyof typeof GRAPH_CALLS

export const fillGraphPath = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(values[name] ?? ''))
