import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { DAY } from '../platform/time.ts'
import type { ProofOutcome } from '../contract/tenants.ts'

export type ProofRow = {
  organization_id: string
  id: string
  wanted_tenant_id: string | null
  begun_by: string
  begun_at: Date
  expires_at: Date
  browser_hash: string | null
  tenant_id: string | null
  object_id: string | null
  roles: string[]
  ended_at: Date | null
  /** Until it has ended: why the last try was refused. */
  outcome: ProofOutcome | null
}

export type ProofKey = { readonly organizationId: string; readonly proofId: string }

type ProofTables = {
  tenant_proofs: ProofRow
  tenant_losses: { organization_id: string; tenant_id: string; lost_at: Date }
  person_identities: { organization_id: string; kind: string; issuer: string }
  link_requests: { organization_id: string; tenant_id: string; ended_at: Date | null; outcome: string | null }
}

const tables = (trx: Trx) => trx.withTables<ProofTables>()

const KEEP_MS = 30 * DAY

/** One that the same admin began before ends. What is long over is forgotten. */
export async function insertProof(trx: Trx, row: ProofRow): Promise<void> {
  const all = tables(trx)
  await all
    .updateTable('tenant_proofs')
    .set({ ended_at: row.begun_at, outcome: 'replaced' })
    .where('organization_id', '=', row.organization_id)
    .where('begun_by', '=', row.begun_by)
    .where('ended_at', 'is', null)
    .execute()
  await all
    .deleteFrom('tenant_proofs')
    .where('organization_id', '=', row.organization_id)
    .where('begun_at', '<', new Date(row.begun_at.getTime() - KEEP_MS))
    .execute()
  await all.insertInto('tenant_proofs').values(row).execute()
}

/** Locked until the transaction ends, so that two answers at once count once. */
export const lockProof = (trx: Trx, { organizationId, proofId }: ProofKey): Promise<ProofRow | undefined> =>
  tables(trx)
    .selectFrom('tenant_proofs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', proofId)
    .forUpdate()
    .executeTakeFirst()

type Change = Partial<Pick<ProofRow, 'browser_hash' | 'tenant_id' | 'object_id' | 'roles' | 'ended_at' | 'outcome'>>

export async function changeProof(trx: Trx, { organizationId, proofId }: ProofKey, change: Change): Promise<void> {
  await tables(trx)
    .updateTable('tenant_proofs')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', proofId)
    .execute()
}

export const newestProof = (trx: Trx, organizationId: string): Promise<ProofRow | undefined> =>
  tables(trx)
    .selectFrom('tenant_proofs')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const listLosses = (trx: Trx, organizationId: string) =>
  tables(trx)
    .selectFrom('tenant_losses')
    .select(['tenant_id', 'lost_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('lost_at', 'desc')
    .execute()

type Tenant = { readonly organizationId: string; readonly tenantId: string }

/** @returns whether it was not known yet: the same moment is the same loss. */
export async function saveLoss(
  trx: Trx,
  { organizationId, tenantId, at }: Tenant & { readonly at: Date }
): Promise<boolean> {
  const saved = await tables(trx)
    .insertInto('tenant_losses')
    .values({ organization_id: organizationId, tenant_id: tenantId, lost_at: at })
    .onConflict(conflict =>
      conflict
        .columns(['organization_id', 'tenant_id'])
        .doUpdateSet({ lost_at: at })
        .where('tenant_losses.lost_at', '<', at)
    )
    .returning('tenant_id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function dropLoss(trx: Trx, { organizationId, tenantId }: Tenant): Promise<void> {
  await tables(trx)
    .deleteFrom('tenant_losses')
    .where('organization_id', '=', organizationId)
    .where('tenant_id', '=', tenantId)
    .execute()
}

/** No account of that tenant leads to a person of the company any more, nor is one on its way. @returns how many did. */
export async function partTenant(
  trx: Trx,
  { organizationId, tenantId, at }: Tenant & { readonly at: Date }
): Promise<number> {
  const all = tables(trx)
  const gone = await all
    .deleteFrom('person_identities')
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'entra')
    .where('issuer', '=', tenantId)
    .returning(sql<number>`1`.as('one'))
    .execute()
  await all
    .updateTable('link_requests')
    .set({ ended_at: at, outcome: 'replaced' })
    .where('organization_id', '=', organizationId)
    .where('tenant_id', '=', tenantId)
    .where('ended_at', 'is', null)
    .execute()
  return gone.length
}
