import { getMyContext, switchMyFact } from '../contract/memory.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { contextOf, switchFact } from './hr.ts'

export function contextRoutes(deps: Deps, api: Api): void {
  api.serve(getMyContext, async ({ caller }) => ({ facts: [...(await contextOf(deps, caller))] }))
  api.serve(switchMyFact, ({ caller: { organizationId, personId }, params, body }) =>
    switchFact(deps, { organizationId, personId, ...params, ...body })
  )
}
