/** What had to be done by CI after the beginning, and how long others outside usually take. */
import { sql } from 'kysely'
import type { Step } from '../../api/contract/checklist.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'

/** Everything that is on record as an operator's doing for this company. */
export async function operatorsActs(box: Sandbox, organizationId: string): Promise<number> {
  const { rows } = await box.product.deps.db.owner(trx =>
    sql<{ acts: number }>`select count(*)::int as acts from audit_events
      where organization_id = ${organizationId} and actor = 'operator'`.execute(trx)
  )
  return rows[0]?.acts ?? 0
}

export const waitsOf = (steps: readonly Step[] = []) =>
  steps.flatMap(({ step, wait }) => (wait && wait.to > 0 ? [{ step, ...wait }] : []))
