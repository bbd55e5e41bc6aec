import * as contract from '../contract/sign-ups.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { decideDoubtful, takeInThere } from './sign-up-decisions.ts'
import { dryRunThere, learnersView, signUpsView } from './sign-up-views.ts'

export function signUpRoutes(deps: Deps, api: Api): void {
  api.serve(contract.getSignUps, ({ caller }) => signUpsView(deps, caller.organizationId))
  api.serve(contract.listSignUps, ({ caller, query }) => learnersView(deps, caller.organizationId, query))
  api.serve(contract.dryRunSignUps, ({ caller }) => dryRunThere(deps, caller.organizationId))
  api.serve(contract.takeInSignUps, async ({ caller: { organizationId, personId } }) => ({
    people: await takeInThere(deps, { organizationId, actor: personId })
  }))
  api.serve(contract.decideSignUp, async ({ caller: { organizationId, personId }, params, body }) => {
    await decideDoubtful(deps, { organizationId, actor: personId, ...params, ...body })
    return {}
  })
}
