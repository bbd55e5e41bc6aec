/** SQL of what people thought of what went out. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type MessageTables = {
  turn_feedback: {
    organization_id: string
    delivery_id: string
    person_id: string
    reaction: 'like' | 'dislike' | 'helpful' | 'wrong' | 'harmful'
    sealed: Buffer | null
    at: Date
    /** What it is about where nothing was delivered; the delivery's id is the message's own there. */
    message_id: string | null
  }
}

type PersonKey = { readonly organizationId: string; readonly personId: string }

const tables = (trx: Trx) => trx.withTables<MessageTables>()

export async function deleteFeedback(trx: Trx, key: PersonKey): Promise<void> {
  await tables(trx)
    .deleteFrom('turn_feedback')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .execute()
}

export async function saveFeedback(trx: Trx, row: MessageTables['turn_feedback']): Promise<void> {
  const { reaction, at, message_id } = row
  await tables(trx)
    .insertInto('turn_feedback')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'delivery_id', 'person_id']).doUpdateSet({
        reaction,
        // Another press leaves what was written beside it.
        sealed: sql<Buffer | null>`coalesce(excluded.sealed, turn_feedback.sealed)`,
        at,
        message_id
      })
    )
    .execute()
}

export const listMarks = (trx: Trx, key: PersonKey & { readonly messageIds: readonly string[] }) =>
  tables(trx)
    .selectFrom('turn_feedback')
    .select(['message_id', 'reaction'])
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('message_id', 'in', [...key.messageIds])
    .execute()
