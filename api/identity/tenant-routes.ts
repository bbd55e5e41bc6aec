import * as contract from '../contract/tenants.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { startProof, tenantView } from './tenant-proof.ts'

export function tenantRoutes(deps: Deps, api: Api): void {
  api.serve(contract.getTenants, ({ caller }) => tenantView(deps, caller.organizationId))

  api.serve(contract.proveTenant, async ({ caller: { organizationId, personId: by }, body: { tenantId } }) => {
    const { url, expiresAt } = await startProof(deps, { organizationId, by, tenantId })
    return { url, expiresAt: expiresAt.toISOString() }
  })
}
