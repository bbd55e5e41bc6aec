import { giveRole, listRoles, searchForRole, takeRole } from '../contract/role-grants.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { give, holdersOf, take } from './roles.ts'
import { searchPeople } from './store.ts'

const MOST = 10

export function roleRoutes(deps: Deps, api: Api): void {
  const list = async (organizationId: string) => ({ holders: [...(await holdersOf(deps, organizationId))] })
  api.serve(listRoles, ({ caller }) => list(caller.organizationId))
  api.serve(searchForRole, async ({ caller: { organizationId }, query }) => {
    const found = await deps.db.for(organizationId)(trx => searchPeople(trx, organizationId, { ...query, limit: MOST }))
    return {
      people: found
        .filter(({ state, access }) => state === 'active' && access)
        .map(({ id, first_name: first, last_name: last, email }) => ({
          personId: id,
          name: [first, last].filter(Boolean).join(' '),
          address: email
        }))
    }
  })
  api.serve(giveRole, async ({ caller: { organizationId, personId: by }, body }) => {
    await give(deps, { organizationId, by, ...body })
    return list(organizationId)
  })
  api.serve(takeRole, async ({ caller: { organizationId, personId: by }, body }) => {
    await take(deps, { organizationId, by, ...body })
    return list(organizationId)
  })
}
