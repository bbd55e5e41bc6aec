import { decideBrake, decideOrganizationBrake, getBrake, getOrganizationBrake } from '../contract/brake.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { decide, OPERATOR, viewBrake } from './brake-decision.ts'

export function brakeRoutes(deps: Deps, api: Api): void {
  api.serve(getBrake, async ({ caller }) => ({ brake: await viewBrake(deps, caller.organizationId) }))
  api.serve(decideBrake, ({ caller: { organizationId, personId }, body }) =>
    decide(deps, { organizationId, by: personId, ...body })
  )
  api.serve(getOrganizationBrake, async ({ params }) => ({ brake: await viewBrake(deps, params.organizationId) }))
  api.serve(decideOrganizationBrake, ({ params: { organizationId }, body }) =>
    decide(deps, { organizationId, by: OPERATOR, ...body })
  )
}
