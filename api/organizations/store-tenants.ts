import { storedSettingsSchema, type StoredSettings } from '../contract/organizations.ts'
import type { Trx } from '../platform/database.ts'

/** `before`: an admin's word, from when no proof was asked for. `operator`: ours. `microsoft`: proved by an administrator of the tenant. */
export type TenantGround = 'before' | 'operator' | 'microsoft'

export type TenantRow = {
  tenant_id: string
  organization_id: string
  confirmed_at: Date
  proof: TenantGround
  proved_at: Date | null
}

type TenantTables = {
  entra_tenants: TenantRow
  organizations: { id: string; settings: string; updated_at: Date }
}

const tables = (trx: Trx) => trx.withTables<TenantTables>()

export const listTenants = (trx: Trx, organizationId: string): Promise<TenantRow[]> =>
  tables(trx)
    .selectFrom('entra_tenants')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('confirmed_at')
    .orderBy('tenant_id')
    .execute()

export const findTenant = (trx: Trx, tenantId: string): Promise<TenantRow | undefined> =>
  tables(trx).selectFrom('entra_tenants').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()

type Proved = { readonly tenantId: string; readonly organizationId: string; readonly at: Date }

/** @returns false when somebody else has it by now. */
export async function insertProved(trx: Trx, { tenantId, organizationId, at }: Proved): Promise<boolean> {
  const ground = { proof: 'microsoft', proved_at: at } as const
  const added = await tables(trx)
    .insertInto('entra_tenants')
    .values({ tenant_id: tenantId, organization_id: organizationId, confirmed_at: at, ...ground })
    .onConflict(conflict => conflict.doNothing())
    .returning('tenant_id')
    .executeTakeFirst()
  return added !== undefined
}

/** @returns false when it is not any more as it was read. */
export async function moveProved(trx: Trx, held: TenantRow, { organizationId, at }: Proved): Promise<boolean> {
  const moved = await tables(trx)
    .updateTable('entra_tenants')
    .set({
      organization_id: organizationId,
      proof: 'microsoft',
      proved_at: at,
      ...(held.organization_id === organizationId ? {} : { confirmed_at: at })
    })
    .where('tenant_id', '=', held.tenant_id)
    .where('organization_id', '=', held.organization_id)
    .where('proof', '=', held.proof)
    .returning('tenant_id')
    .executeTakeFirst()
  return moved !== undefined
}

/** Always in the same order, so that two who change the same companies do not wait for each other. */
export async function lockSettings(trx: Trx, ids: readonly string[]): Promise<ReadonlyMap<string, StoredSettings>> {
  const rows = await tables(trx)
    .selectFrom('organizations')
    .select(['id', 'settings'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map(({ id, settings }) => [id, storedSettingsSchema.parse(settings)]))
}

export async function saveTenantIds(
  trx: Trx,
  {
    organizationId,
    settings,
    at
  }: { readonly organizationId: string; readonly settings: StoredSettings; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('organizations')
    .set({ settings: JSON.stringify(settings), updated_at: at })
    .where('id', '=', organizationId)
    .execute()
}
