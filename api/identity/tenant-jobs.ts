/** What follows when a company has a tenant no longer. */
import { z } from 'zod'
import { record } from '../audit/audit.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { defineJob } from '../platform/queue.ts'
import { after, SECOND } from '../platform/time.ts'
import { partTenant, saveLoss } from './store-proofs.ts'

const tenant = z.object({ organizationId: z.string(), tenantId: z.string() })
type Tenant = z.output<typeof tenant>

/** Another company proved that it is theirs: the former holder is told. */
export const loseTenantJob = defineJob('identity.loseTenant', tenant.extend({ again: z.boolean().default(false) }))
/** Wanted after tenant.gone. */
export const partTenantJob = defineJob('identity.partTenant', tenant)

/** Other processes know for seconds whose a tenant was: what came in meanwhile is swept up. */
const KNOWN_ELSEWHERE_MS = 10 * SECOND

export const loseTenant = (
  deps: Deps,
  { organizationId, tenantId, again }: Tenant & { readonly again: boolean }
): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    await deps.publish(trx, { type: 'tenant.gone', organizationId, tenantId })
    if (again) return
    const at = deps.realNow()
    await saveLoss(trx, { organizationId, tenantId, at })
    const detail = { tenant: tenantId }
    await record(trx, deps, { organizationId, action: 'tenant.lost', actor: 'tenant_proof', detail })
    const later = { after: after(at, KNOWN_ELSEWHERE_MS) }
    await deps.queue.enqueue(trx, loseTenantJob.job({ organizationId, tenantId, again: true }, later))
  })

/** Its accounts lead to nobody here any more. Nothing is done where the company has it again. */
export async function partAccountsOfTenant(deps: Deps, { organizationId, tenantId }: Tenant): Promise<void> {
  const { entraTenantIds } = await getOrganization(deps, organizationId)
  if (entraTenantIds.includes(tenantId)) return
  await deps.db.for(organizationId)(async trx => {
    const accounts = await partTenant(trx, { organizationId, tenantId, at: deps.realNow() })
    const detail = { tenant: tenantId, accounts }
    if (accounts > 0) await record(trx, deps, { organizationId, action: 'tenant.parted', actor: 'tenant_gone', detail })
  })
}
