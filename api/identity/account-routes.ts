import * as contract from '../contract/accounts.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Api } from '../platform/http.ts'
import { findOrganizationByTenant } from '../organizations/organizations.ts'
import { createGraph } from '../vendors/graph.ts'
import type { RevokePerson } from './identity.ts'
import { checkMatching, matchingOf, switchMatching } from './matching.ts'
import { linkedAccounts, partAccounts } from './parting.ts'
import type { TeamsDoor } from './teams-door.ts'

type Doors = { readonly verify: TeamsDoor['verify']; readonly revoke: RevokePerson }

export function accountRoutes(deps: Deps, api: Api, { verify, revoke }: Doors): void {
  const graph = createGraph(deps)

  api.serve(contract.getAccountMatching, ({ caller }) => matchingOf(deps, caller.organizationId))

  api.serve(contract.putAccountMatching, async ({ caller, body }) => {
    if (body.employeeNumber && !graph)
      throw new ProblemError('conflict', 'This is not set up on our side yet. Ask us to do it', {
        reason: 'not_available'
      })
    await switchMatching(deps, caller, body.employeeNumber)
    return matchingOf(deps, caller.organizationId)
  })

  api.serve(contract.checkAccountMatching, async ({ caller: { organizationId }, body: { token } }) => {
    const account = await verify(token)
    if (account.kind === 'refused')
      throw new ProblemError('bad_request', 'Teams did not prove who you are. Close the tab and open it again')
    const organization = await findOrganizationByTenant(deps, account.tid)
    if (organization?.organizationId !== organizationId)
      throw new ProblemError('forbidden', 'This Teams account is of another company')
    await checkMatching(deps, graph, { organizationId, account, token })
    return matchingOf(deps, organizationId)
  })

  api.serve(contract.listLinkedAccounts, async ({ caller, query }) => ({
    accounts: await linkedAccounts(deps, caller.organizationId, query.search)
  }))

  api.serve(contract.partAccounts, async ({ caller: { organizationId, personId: admin }, params, body }) => ({
    parted: await partAccounts(deps, revoke, { organizationId, ...params, admin, reason: body.reason })
  }))
}
