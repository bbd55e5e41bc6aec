/** The set-up of a company ends by itself: one of its admins came in through its own provider, so nobody needs a mailed code any more. */
import { changeOrganization, isSettingUp, recentOrganization } from '../organizations/organizations.ts'
import type { Person } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { endFounders } from './own-people.ts'

export async function endSetUpAfter(deps: Deps, { organizationId, roles }: Person): Promise<void> {
  if (!roles.includes('admin') || !isSettingUp(await recentOrganization(deps, organizationId))) return
  // The door is shut first: what comes after it may be interrupted.
  await changeOrganization(deps, {
    organizationId,
    actor: 'sign_in',
    change: now => (now.signIn === 'provider' ? { ...now, settingUp: false } : now)
  })
  await endFounders(deps, organizationId)
}
