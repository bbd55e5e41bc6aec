/** What a company says how long things are kept, and when that was last carried out. */
import { sql } from 'kysely'
import type { RetentionPolicy } from '../contract/retention.ts'
import type { Statement, Trx } from '../platform/database.ts'

type RetentionTables = {
  retention_policies: {
    organization_id: string
    conversation_days: number
    nudge_days: number
    inbound_days: number
    trace_days: number
    changed_by: string
    changed_at: Date
  }
  retention_runs: { organization_id: string; ran_at: Date }
}

export async function findPolicy(
  db: Statement,
  organizationId: string
): Promise<(RetentionPolicy & { readonly changedAt: Date }) | undefined> {
  const row = await db
    .withTables<RetentionTables>()
    .selectFrom('retention_policies')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return (
    row && {
      conversationDays: row.conversation_days,
      nudgeDays: row.nudge_days,
      inboundDays: row.inbound_days,
      traceDays: row.trace_days,
      changedAt: row.changed_at
    }
  )
}

export async function savePolicy(
  trx: Trx,
  { organizationId, policy, by, at }: { organizationId: string; policy: RetentionPolicy; by: string; at: Date }
): Promise<void> {
  const changed = {
    conversation_days: policy.conversationDays,
    nudge_days: policy.nudgeDays,
    inbound_days: policy.inboundDays,
    trace_days: policy.traceDays,
    changed_by: by,
    changed_at: at
  }
  await trx
    .withTables<RetentionTables>()
    .insertInto('retention_policies')
    .values({ organization_id: organizationId, ...changed })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(changed))
    .execute()
}

export async function markRun(trx: Trx, organizationId: string, at: Date): Promise<void> {
  await trx
    .withTables<RetentionTables>()
    .insertInto('retention_runs')
    .values({ organization_id: organizationId, ran_at: at })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet({ ran_at: at }))
    .execute()
}

/** Of these, those for which it was carried out since. @param trx of the router. */
export async function organizationsRunSince(trx: Trx, since: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ organization_id: string }>`select organization_id from retention_runs
    where ran_at > ${since}`.execute(trx)
  return new Set(rows.map(row => row.organization_id))
}
