import type { Trx } from '../platform/database.ts'
import type { NudgeAnswer, NudgeView } from '../contract/nudges.ts'

type NudgeTables = {
  nudges: {
    organization_id: string
    id: string
    person_id: string
    kind: NudgeView['kind']
    once_key: string
    content_id: string | null
    plan_id: string | null
    state: NudgeView['state']
    answer: NudgeAnswer | null
    because: string | null
    due_at: Date
    sent_at: Date | null
    answered_at: Date | null
    updated_at: Date
  }
  nudge_preferences: {
    organization_id: string
    person_id: string
    per_week: number
    paused_until: Date | null
    stopped: boolean
    updated_at: Date
  }
}

export type NudgeRow = NudgeTables['nudges']
export type PreferenceRow = NudgeTables['nudge_preferences']
type Key = { readonly organizationId: string; readonly personId: string }
type NudgeKey = { readonly organizationId: string; readonly nudgeId: string }

const tables = (trx: Trx) => trx.withTables<NudgeTables>()

/** Plans it unless its `once_key` exists. @returns whether it is new. */
export async function insertNudge(trx: Trx, row: NudgeRow): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('nudges')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id', 'once_key']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const listNudges = (trx: Trx, key: Key): Promise<NudgeRow[]> =>
  tables(trx)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('due_at', 'desc')
    .execute()

/** Locks the row, so that an answer and a sending process cannot both decide. */
export const lockNudge = (trx: Trx, { organizationId, nudgeId }: NudgeKey): Promise<NudgeRow | undefined> =>
  tables(trx)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', nudgeId)
    .forUpdate()
    .executeTakeFirst()

export const listDue = (trx: Trx, organizationId: string, now: Date, limit: number): Promise<NudgeRow[]> =>
  tables(trx)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'planned')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()

export async function updateNudge(
  trx: Trx,
  { organizationId, nudgeId }: NudgeKey,
  change: Partial<Pick<NudgeRow, 'state' | 'answer' | 'due_at' | 'sent_at' | 'answered_at'>> &
    Pick<NudgeRow, 'updated_at'>
): Promise<void> {
  await tables(trx)
    .updateTable('nudges')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', nudgeId)
    .execute()
}

/** @returns how many were still to come. */
export async function cancelPending(trx: Trx, key: Key, at: Date): Promise<number> {
  const result = await tables(trx)
    .updateTable('nudges')
    .set({ state: 'cancelled', updated_at: at })
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('state', 'in', ['planned', 'queued', 'held'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function cancelByOnceKey(
  trx: Trx,
  key: Key & { readonly onceKey: string; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('nudges')
    .set({ state: 'cancelled', updated_at: key.at })
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('once_key', '=', key.onceKey)
    .where('state', '=', 'planned')
    .execute()
}

/** Runs as the router: companies with something due, nothing else. */
export async function organizationsWithDue(trx: Trx, now: Date): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('nudges')
    .select('organization_id')
    .distinct()
    .where('state', '=', 'planned')
    .where('due_at', '<=', now)
    .execute()
  return rows.map(row => row.organization_id)
}

export const findPreferences = (trx: Trx, key: Key): Promise<PreferenceRow | undefined> =>
  tables(trx)
    .selectFrom('nudge_preferences')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()

export async function savePreferences(trx: Trx, row: PreferenceRow): Promise<void> {
  const { organization_id: _o, person_id: _p, ...changing } = row
  await tables(trx)
    .insertInto('nudge_preferences')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id']).doUpdateSet(changing))
    .execute()
}

export async function peopleAnswering(
  trx: Trx,
  organizationId: string,
  period: { readonly from: Date; readonly to: Date }
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('nudges')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('kind', '!=', 'welcome')
    .where('answered_at', '>=', period.from)
    .where('answered_at', '<=', period.to)
    .execute()
  return new Set(rows.map(row => row.person_id))
}
