/** Signing keys are everybody's: that they were replaced is written into each company's log. */
import { record } from '../audit/audit.ts'
import { listOrganizationIds } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'

export async function recordRotation(
  deps: Deps,
  actor: 'operator' | 'schedule',
  kids: readonly string[]
): Promise<void> {
  for (const organizationId of await listOrganizationIds(deps))
    await deps.db.for(organizationId)(trx =>
      record(trx, deps, { organizationId, action: 'keys.rotated', actor, detail: { kids } })
    )
}
