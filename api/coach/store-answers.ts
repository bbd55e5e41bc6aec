/** SQL of answers in the making: who works on one, until when, and its parts. */
import { sql, type Selectable } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import { OFTEN } from '../platform/pools.ts'
import { deleteParts, lease, tables, type Key, type MessageTables, type Place } from './store-messages.ts'

/** An attempt at an answer; everything is refused to an attempt that is not the last any more, or was ended. */
export type Attempt = Key & { readonly messageId: string; readonly attempt: number }

const current = (trx: Trx, { organizationId, messageId, attempt }: Attempt) =>
  tables(trx)
    .updateTable('messages')
    .where('organization_id', '=', organizationId)
    .where('id', '=', messageId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'answering')

export type Author = { readonly engine: string; readonly degraded: boolean }
type Made = Partial<Author> & { readonly plan_id?: string; readonly cited?: Buffer | null }

/** A sign of life. @returns false when somebody else ended it. */
export async function extendLease(trx: Trx, attempt: Attempt, made: Made = {}): Promise<boolean> {
  const { numUpdatedRows } = await current(trx, attempt)
    .set({ lease_until: lease, ...made })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertPart(
  trx: Trx,
  attempt: Attempt,
  part: { readonly ordinal: number; readonly sealed: Buffer; readonly feed: Place }
): Promise<void> {
  await tables(trx)
    .insertInto('answer_parts')
    .values({
      organization_id: attempt.organizationId,
      person_id: attempt.personId,
      message_id: attempt.messageId,
      ordinal: part.ordinal,
      sealed: part.sealed,
      feed: part.feed
    })
    // Of an attempt that is not the last any more, which its lease tells.
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export type Ending = Made & {
  readonly state: 'done' | 'stopped' | 'failed'
  readonly sealed: Buffer
  readonly feed: Place
  readonly awaits?: string
  /** How many were stored; unknown when undefined. */
  readonly parts: number | undefined
}

/** @returns false when somebody else ended it. */
export async function endAnswer(trx: Trx, attempt: Attempt, { feed, parts, ...ending }: Ending): Promise<boolean> {
  const { numUpdatedRows } = await current(trx, attempt)
    .set({ ...ending, feed, lease_until: null })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if (parts !== 0) await deleteParts(trx, attempt.organizationId, [attempt.messageId])
  return true
}

/** Another engine begins anew. @returns false when somebody else ended it. */
export async function startOver(
  trx: Trx,
  attempt: Attempt,
  author: Author & { readonly feed: Place }
): Promise<boolean> {
  const { numUpdatedRows } = await current(trx, attempt)
    .set({ ...author, cited: null, lease_until: lease })
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await deleteParts(trx, attempt.organizationId, [attempt.messageId])
  return numUpdatedRows > 0n
}

/** Takes up an answer that failed or was cut. @returns the number of the new attempt. */
export async function reopenAnswer(
  trx: Trx,
  key: Key & { readonly messageId: string; readonly feed: number; readonly sealed: Buffer }
): Promise<number> {
  const row = await tables(trx)
    .updateTable('messages')
    .set(({ eb }) => ({
      state: 'answering',
      attempt: eb('attempt', '+', 1),
      lease_until: lease,
      degraded: false,
      engine: null,
      cited: null,
      sealed: key.sealed,
      feed: String(key.feed)
    }))
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.messageId)
    .returning('attempt')
    .executeTakeFirstOrThrow()
  await deleteParts(trx, key.organizationId, [key.messageId])
  return row.attempt
}

/** Whether an answer of this conversation that was asked for earlier is still in the making. */
export async function isBehind(trx: Trx, attempt: Attempt, conversationId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from messages earlier
    join messages mine on mine.organization_id = earlier.organization_id and mine.id = ${attempt.messageId}
    where earlier.organization_id = ${attempt.organizationId} and earlier.conversation_id = ${conversationId}
      and earlier.state = 'answering' and earlier.lease_until >= clock_timestamp() and earlier.position < mine.position
    limit 1`.execute(trx)
  return rows.length > 0
}

export type PartRow = Pick<Selectable<MessageTables['answer_parts']>, 'message_id' | 'ordinal' | 'sealed' | 'feed'>

export const listParts = (trx: Trx, key: Key, messageIds: readonly string[]): Promise<PartRow[]> =>
  tables(trx)
    .selectFrom('answer_parts')
    .select(['message_id', 'ordinal', 'sealed', 'feed'])
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('message_id', 'in', [...messageIds])
    .orderBy('ordinal')
    .execute()

/** What is said so far of the answer that this source names, in order; nothing where it is not in the making. */
export async function listSaid(
  db: Statement,
  key: Key & { readonly sourceId: string }
): Promise<readonly Pick<PartRow, 'message_id' | 'sealed'>[]> {
  const { rows } = await sql<Pick<PartRow, 'message_id' | 'sealed'>>`${OFTEN}
    select p.message_id, p.sealed from messages m
    join answer_parts p on p.organization_id = m.organization_id and p.message_id = m.id
    where m.organization_id = ${key.organizationId} and m.person_id = ${key.personId} and m.source_id = ${key.sourceId}
      and m.state = 'answering' order by p.ordinal`.execute(db)
  return rows
}
