/** Operators keep the people whom CI signs in; people keep their passkeys. */
import { listMyPasskeys, removeMyPasskey } from '../contract/passkeys.ts'
import { invitePerson, listInvited, removePerson } from '../contract/people.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { getOwnOrganization, invite, listPeople, remove } from './own-people.ts'
import { passkeysOf, removePasskey } from './passkeys.ts'

export function ownRoutes(deps: Deps, api: Api): void {
  api.serve(invitePerson, async ({ params, body }) => ({ personId: await invite(deps, params.organizationId, body) }))

  api.serve(listInvited, async ({ params: { organizationId }, query: { after = '', limit } }) => {
    await getOwnOrganization(deps, organizationId)
    const people = await listPeople(deps, { organizationId, after, limit })
    return {
      people: people.map(({ addedAt, firstName, lastName, roles, ...person }) => ({
        ...person,
        firstName: firstName || null,
        lastName: lastName || null,
        roles: [...roles],
        addedAt: addedAt.toISOString()
      })),
      next: people.length === limit ? (people.at(-1)?.personId ?? null) : null
    }
  })

  api.serve(removePerson, async ({ params: { organizationId, personId } }) => {
    if (await remove(deps, organizationId, personId)) return { removed: true as const }
    throw new ProblemError('not_found', 'Nobody of this id is there. List the people of the organization')
  })

  api.serve(listMyPasskeys, async ({ caller }) => ({ passkeys: [...(await passkeysOf(deps, caller))] }))

  api.serve(removeMyPasskey, async ({ caller, params }) => {
    if (await removePasskey(deps, caller, params.passkeyId)) return { removed: true as const }
    throw new ProblemError('not_found', 'This passkey is gone already')
  })
}
