/** What the tab shows first, of several slices, for whoever was just let in: the answer that lets them in brings it along. */
import { conversationOf } from './coach/coach.ts'
import { FIRST_THREAD } from './contract/coach.ts'
import type { FirstView } from './identity/identity.ts'
import { recentOrganization } from './organizations/organizations.ts'
import type { Deps } from './platform/deps.ts'

export const firstView =
  (deps: Deps): FirstView =>
  async ({ organizationId, personId, roles, ...person }, opens) => {
    const [organization, thread] = await Promise.all([
      recentOrganization(deps, organizationId),
      opens === 'coach' ? conversationOf(deps, { organizationId, personId, ...FIRST_THREAD }) : null
    ])
    return {
      personId,
      roles: [...roles],
      locale: person.locale ?? organization.locale,
      timezone: person.timezone ?? organization.timezone,
      thread: thread && { ...thread, turns: [...thread.turns] }
    }
  }
