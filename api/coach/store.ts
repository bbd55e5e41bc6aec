import type { Generated } from 'kysely'
import type { PlanView, Surface, Turn } from '../contract/coach.ts'
import type { Trx } from '../platform/database.ts'

type CoachTables = {
  messages: {
    organization_id: string
    id: string
    person_id: string
    author: Turn['from']
    sealed: Buffer
    surface: Surface
    source_id: string
    at: Date
    /** Given by the database; orders turns of the same moment. */
    position: Generated<string>
  }
  coach_sessions: { organization_id: string; person_id: string; sealed: Buffer; updated_at: Date }
  plans: {
    organization_id: string
    id: string
    person_id: string
    sealed: Buffer
    state: PlanView['state']
    follow_up_at: Date | null
    made_at: Date
    closed_at: Date | null
  }
}

export type MessageRow = Omit<CoachTables['messages'], 'position'>
export type PlanRow = CoachTables['plans']
type Key = { readonly organizationId: string; readonly personId: string }

const tables = (trx: Trx) => trx.withTables<CoachTables>()

/** @returns false when a message of this source is stored already. */
export async function insertMessage(trx: Trx, row: MessageRow): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('messages')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id', 'source_id']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const findBySource = (trx: Trx, key: Key & { readonly sourceId: string }): Promise<MessageRow | undefined> =>
  tables(trx)
    .selectFrom('messages')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('source_id', '=', key.sourceId)
    .executeTakeFirst()

export const findMessage = (trx: Trx, key: Key & { readonly messageId: string }): Promise<MessageRow | undefined> =>
  tables(trx)
    .selectFrom('messages')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('id', '=', key.messageId)
    .executeTakeFirst()

/** The newest `limit` messages, oldest first. */
export async function listMessages(trx: Trx, key: Key & { readonly limit: number }): Promise<readonly MessageRow[]> {
  const rows = await tables(trx)
    .selectFrom('messages')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('position', 'desc')
    .limit(key.limit)
    .execute()
  return rows.toReversed()
}

/** Locks the person's dialogue, so that two devices answering at once take turns. */
export async function lockSession(trx: Trx, key: Key): Promise<Buffer | undefined> {
  const row = await tables(trx)
    .selectFrom('coach_sessions')
    .select('sealed')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .forUpdate()
    .executeTakeFirst()
  return row?.sealed
}

export async function saveSession(trx: Trx, key: Key & { readonly sealed: Buffer; readonly at: Date }): Promise<void> {
  await tables(trx)
    .insertInto('coach_sessions')
    .values({ organization_id: key.organizationId, person_id: key.personId, sealed: key.sealed, updated_at: key.at })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id']).doUpdateSet({ sealed: key.sealed, updated_at: key.at })
    )
    .execute()
}

export async function insertPlan(trx: Trx, row: PlanRow): Promise<void> {
  await tables(trx).insertInto('plans').values(row).execute()
}

export const listPlans = (trx: Trx, key: Key): Promise<PlanRow[]> =>
  tables(trx)
    .selectFrom('plans')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('made_at', 'desc')
    .execute()

export const lockPlan = (trx: Trx, key: Key & { readonly planId: string }): Promise<PlanRow | undefined> =>
  tables(trx)
    .selectFrom('plans')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('id', '=', key.planId)
    .forUpdate()
    .executeTakeFirst()

export async function closePlanRow(
  trx: Trx,
  key: Key & { readonly planId: string; readonly state: PlanView['state']; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('plans')
    .set({ state: key.state, closed_at: key.at })
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.planId)
    .execute()
}

type Period = { readonly from: Date; readonly to: Date }

export async function peopleWriting(trx: Trx, organizationId: string, period: Period): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('messages')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('author', '=', 'person')
    .where('at', '>=', period.from)
    .where('at', '<=', period.to)
    .execute()
  return new Set(rows.map(row => row.person_id))
}

export async function peoplePlanning(
  trx: Trx,
  organizationId: string,
  filter: Period & { readonly states: readonly PlanView['state'][] }
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('plans')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('made_at', '>=', filter.from)
    .where('made_at', '<=', filter.to)
    .where('state', 'in', [...filter.states])
    .execute()
  return new Set(rows.map(row => row.person_id))
}
