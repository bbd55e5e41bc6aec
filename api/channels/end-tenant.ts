/** A tenant is another company's, or nobody's: whatever was on its way there is cancelled, and its chats and channels are used no more. */
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { endReferencesOfTenant } from './store.ts'
import { cancelDeliveries } from './store-deliveries.ts'
import { setHrChannel } from './store-hr-channels.ts'

export async function endTenant(
  deps: Deps,
  { organizationId, tenantId }: { readonly organizationId: string; readonly tenantId: string }
): Promise<void> {
  const { entraTenantIds } = await getOrganization(deps, organizationId)
  if (entraTenantIds.includes(tenantId)) return
  const at = deps.now()
  await deps.db.for(organizationId)(async trx => {
    const personIds = await endReferencesOfTenant(trx, { organizationId, tenantId, at })
    for (const personId of personIds) await cancelDeliveries(trx, { organizationId, personId, at })
    const removed = { state: 'removed', confirmed_by: null, problem: 'app_removed', problem_at: at } as const
    await setHrChannel(trx, { organizationId, tenantId }, { ...removed, updated_at: at })
  })
}
