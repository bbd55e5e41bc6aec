/** SQL of what goes out and what comes in. */
import type { Trx } from '../platform/database.ts'

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'failed' | 'unreachable' | 'cancelled'

type MessageTables = {
  deliveries: {
    organization_id: string
    id: string
    person_id: string | null
    channel_id: string | null
    key: string
    /** Written as text; the driver hands JSON columns over parsed. */
    intent: string
    state: DeliveryState
    attempts: number
    unclear: number
    activity_id: string | null
    reason: string | null
    created_at: Date
    updated_at: Date
  }
  inbound: {
    organization_id: string
    activity_id: string
    conversation_id: string
    person_id: string | null
    kind: string
    reference: string
    sealed: Buffer | null
    received_at: Date
    handled_at: Date | null
  }
  turn_feedback: {
    organization_id: string
    delivery_id: string
    person_id: string
    reaction: 'like' | 'dislike'
    sealed: Buffer | null
    at: Date
  }
}

export type DeliveryRow = MessageTables['deliveries']
export type InboundRow = MessageTables['inbound']
type PersonKey = { readonly organizationId: string; readonly personId: string }

const tables = (trx: Trx) => trx.withTables<MessageTables>()

/** @returns whether it is new: the key names a delivery for good. */
export async function insertDelivery(trx: Trx, row: DeliveryRow): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('deliveries')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'key']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

type DeliveryKey = { readonly organizationId: string; readonly deliveryId: string }

export const lockDelivery = (trx: Trx, key: DeliveryKey): Promise<DeliveryRow | undefined> =>
  tables(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.deliveryId)
    .forUpdate()
    .executeTakeFirst()

export async function updateDelivery(
  trx: Trx,
  key: DeliveryKey,
  change: Partial<Pick<DeliveryRow, 'state' | 'attempts' | 'unclear' | 'activity_id' | 'reason'>> &
    Pick<DeliveryRow, 'updated_at'>
): Promise<void> {
  await tables(trx)
    .updateTable('deliveries')
    .set(change)
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.deliveryId)
    .execute()
}

export async function cancelDeliveries(trx: Trx, key: PersonKey & { readonly at: Date }): Promise<void> {
  await tables(trx)
    .updateTable('deliveries')
    .set({ state: 'cancelled', reason: 'person_left', updated_at: key.at })
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('state', '=', 'queued')
    .execute()
}

export const findDeliveryByActivity = (
  trx: Trx,
  key: PersonKey & { readonly activityId: string }
): Promise<DeliveryRow | undefined> =>
  tables(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('activity_id', '=', key.activityId)
    .executeTakeFirst()

export const listDeliveries = (
  trx: Trx,
  organizationId: string,
  personId: string | undefined
): Promise<DeliveryRow[]> =>
  tables(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .$if(personId !== undefined, query => query.where('person_id', '=', personId ?? ''))
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** @returns false when this activity is stored already. */
export async function insertInbound(trx: Trx, row: InboundRow): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('inbound')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'conversation_id', 'activity_id']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

type InboundKey = { readonly organizationId: string; readonly conversationId: string; readonly activityId: string }

export const findInbound = (trx: Trx, key: InboundKey): Promise<InboundRow | undefined> =>
  tables(trx)
    .selectFrom('inbound')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('conversation_id', '=', key.conversationId)
    .where('activity_id', '=', key.activityId)
    .executeTakeFirst()

/** The text has done its work: the coach's thread keeps what the person agreed to keep. */
export async function closeInbound(trx: Trx, key: InboundKey & { readonly at: Date }): Promise<void> {
  await tables(trx)
    .updateTable('inbound')
    .set({ handled_at: key.at, sealed: null })
    .where('organization_id', '=', key.organizationId)
    .where('conversation_id', '=', key.conversationId)
    .where('activity_id', '=', key.activityId)
    .execute()
}

export async function saveFeedback(trx: Trx, row: MessageTables['turn_feedback']): Promise<void> {
  const { reaction, sealed, at } = row
  await tables(trx)
    .insertInto('turn_feedback')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'delivery_id', 'person_id']).doUpdateSet({ reaction, sealed, at })
    )
    .execute()
}
