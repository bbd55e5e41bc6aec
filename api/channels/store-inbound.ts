/** SQL of what people wrote, until it is handled. */
import type { Trx } from '../platform/database.ts'

type InboundTables = {
  inbound: {
    organization_id: string
    activity_id: string
    conversation_id: string
    person_id: string | null
    kind: string
    /** Written as text; the driver hands JSON columns over parsed. */
    reference: string
    sealed: Buffer | null
    received_at: Date
    handled_at: Date | null
    has_attachments: boolean
    attempts: number
    cut_at: Date | null
    deleted_at: Date | null
    version: number
    life: number
    /** The activity under which its answer is shown while it is made. */
    begun_as: string | null
  }
}

export type InboundRow = InboundTables['inbound']
type PersonKey = { readonly organizationId: string; readonly personId: string }
export type InboundKey = {
  readonly organizationId: string
  readonly conversationId: string
  readonly activityId: string
}

const tables = (trx: Trx) => trx.withTables<InboundTables>()

/** @returns false when this activity is stored already. */
export async function insertInbound(trx: Trx, row: InboundRow): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('inbound')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'conversation_id', 'activity_id']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Locked, so that an edit and the end of its answer cannot both decide. */
export const lockInbound = (trx: Trx, key: InboundKey): Promise<InboundRow | undefined> =>
  tables(trx)
    .selectFrom('inbound')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('conversation_id', '=', key.conversationId)
    .where('activity_id', '=', key.activityId)
    .forUpdate()
    .executeTakeFirst()

export type InboundChange = Partial<
  Pick<
    InboundRow,
    'sealed' | 'handled_at' | 'has_attachments' | 'attempts' | 'cut_at' | 'deleted_at' | 'version' | 'life' | 'begun_as'
  >
>

export async function changeInbound(trx: Trx, key: InboundKey, change: InboundChange): Promise<void> {
  await tables(trx)
    .updateTable('inbound')
    .set(change)
    .where('organization_id', '=', key.organizationId)
    .where('conversation_id', '=', key.conversationId)
    .where('activity_id', '=', key.activityId)
    .execute()
}

/** The newest of the person's turns that broke off. */
export const findCut = (trx: Trx, key: PersonKey): Promise<InboundRow | undefined> =>
  tables(trx)
    .selectFrom('inbound')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('cut_at', 'is not', null)
    .orderBy('received_at', 'desc')
    .executeTakeFirst()

/** Whatever waits for an answer is no longer wanted, and its text is gone. */
export async function dropInbound(trx: Trx, key: PersonKey & { readonly at: Date }): Promise<void> {
  await tables(trx)
    .updateTable('inbound')
    .set({ sealed: null, cut_at: null, handled_at: key.at })
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where(eb => eb.or([eb('sealed', 'is not', null), eb('cut_at', 'is not', null)]))
    .execute()
}
