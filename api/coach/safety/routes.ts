import { getSafetyPolicy, putSafetyPolicy } from '../../contract/safety.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Api } from '../../platform/http.ts'
import { changePolicy, policyOf } from './policy.ts'

export function safetyRoutes(deps: Deps, api: Api): void {
  api.serve(getSafetyPolicy, ({ caller }) => policyOf(deps, caller.organizationId))
  api.serve(putSafetyPolicy, ({ caller, body }) =>
    changePolicy(deps, { organizationId: caller.organizationId, personId: caller.personId, policy: body })
  )
}
