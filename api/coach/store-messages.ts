/** SQL of what was said. */
import { sql, type Generated, type RawBuilder, type Selectable } from 'kysely'
import type { Surface, Turn, TurnState } from '../contract/coach.ts'
import type { Statement, Trx } from '../platform/database.ts'

/** In the person's feed, as SQL: it may not be known here yet. */
export type Place = RawBuilder<string>

export type Key = { readonly organizationId: string; readonly personId: string }

export type MessageTables = {
  messages: {
    organization_id: string
    id: string
    person_id: string
    conversation_id: string
    author: Turn['from']
    sealed: Buffer
    surface: Surface
    source_id: string
    at: Date
    /** Given by the database; orders turns of the same moment. */
    position: Generated<string>
    state: Exclude<TurnState, 'cut'>
    attempt: number
    lease_until: Date | null
    engine: string | null
    degraded: boolean
    awaits: string | null
    plan_id: string | null
    /** What it quotes of the company's material. */
    cited: Buffer | null
    feed: string
  }
  answer_parts: {
    organization_id: string
    message_id: string
    ordinal: number
    person_id: string
    sealed: Buffer
    feed: string
  }
  coach_feeds: { organization_id: string; person_id: string; position: string; reset_at: string }
}

/** `state` as it is now, by the database's clock. */
export type MessageRow = Omit<
  Selectable<MessageTables['messages']>,
  'position' | 'state' | 'organization_id' | 'lease_until' | 'feed'
> & { readonly state: TurnState; readonly feed: string }

export type NewMessage = Pick<
  MessageRow,
  'id' | 'conversation_id' | 'author' | 'sealed' | 'surface' | 'source_id' | 'at'
> & {
  readonly feed: number
  /** An answer begins with no words, and somebody at work on it. */
  readonly answering: boolean
}

export const tables = (db: Statement) => db.withTables<MessageTables>()

/** After so long without a sign of who works on it, an answer was cut. */
export const lease = sql<Date>`clock_timestamp() + interval '20 seconds'`
export const stateNow = sql<TurnState>`case when state = 'answering' and lease_until < clock_timestamp() then 'cut' else state end`

export const COLUMNS = [
  'id',
  'person_id',
  'conversation_id',
  'author',
  'sealed',
  'surface',
  'source_id',
  'at',
  'attempt',
  'engine',
  'degraded',
  'awaits',
  'plan_id',
  'cited',
  'feed'
] as const

const select = (db: Statement, key: Key) =>
  tables(db)
    .selectFrom('messages')
    .select([...COLUMNS, stateNow.as('state')])
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)

export async function insertMessages(trx: Trx, key: Key, rows: readonly NewMessage[]): Promise<void> {
  if (rows.length === 0) return
  await tables(trx)
    .insertInto('messages')
    .values(
      rows.map(({ answering, feed, ...row }) => ({
        organization_id: key.organizationId,
        person_id: key.personId,
        ...row,
        feed: String(feed),
        state: answering ? ('answering' as const) : ('done' as const),
        attempt: answering ? 1 : 0,
        lease_until: answering ? lease : null,
        degraded: false
      }))
    )
    .execute()
}

/** By source. */
export async function findSources(
  trx: Trx,
  key: Key & { readonly sourceIds: readonly string[] }
): Promise<ReadonlyMap<string, MessageRow>> {
  const rows = await select(trx, key)
    .where('source_id', 'in', [...key.sourceIds])
    .execute()
  return new Map(rows.map(row => [row.source_id, row]))
}

export const findMessage = (trx: Trx, key: Key & { readonly messageId: string }): Promise<MessageRow | undefined> =>
  select(trx, key).where('id', '=', key.messageId).executeTakeFirst()

export type Within = Key & {
  /** Without it, of all conversations. */
  readonly conversationId?: string | undefined
  /** Only what was said before this message; nothing where it is gone. */
  readonly before?: string | undefined
  readonly limit: number
}

/** The newest `limit` messages, oldest first. */
export async function listMessages(trx: Trx, { conversationId, before, limit, ...key }: Within): Promise<MessageRow[]> {
  const placeOf = (messageId: string) =>
    tables(trx)
      .selectFrom('messages')
      .select('position')
      .where('organization_id', '=', key.organizationId)
      .where('person_id', '=', key.personId)
      .where('id', '=', messageId)
  const rows = await select(trx, key)
    .$if(conversationId !== undefined, query => query.where('conversation_id', '=', conversationId ?? ''))
    .$if(before !== undefined, query => query.where('position', '<', placeOf(before ?? '')))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed()
}

/** What was kept follows what the person edited. */
export async function rewriteMessage(
  trx: Trx,
  key: Key & { readonly messageId: string; readonly sealed: Buffer; readonly feed: number }
): Promise<void> {
  await tables(trx)
    .updateTable('messages')
    .set({ sealed: key.sealed, feed: String(key.feed) })
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.messageId)
    .execute()
}

export type Gone = { readonly sourceIds?: readonly string[]; readonly conversationId?: string }

/** @param which all of the person's without it. @returns how many are gone. */
export async function deleteMessages(trx: Trx, key: Key, { sourceIds, conversationId }: Gone = {}): Promise<number> {
  const gone = await tables(trx)
    .deleteFrom('messages')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .$if(sourceIds !== undefined, query => query.where('source_id', 'in', [...(sourceIds ?? [])]))
    .$if(conversationId !== undefined, query => query.where('conversation_id', '=', conversationId ?? ''))
    .returning('id')
    .execute()
  if (gone.length > 0)
    await deleteParts(
      trx,
      key.organizationId,
      gone.map(({ id }) => id)
    )
  return gone.length
}

export async function deleteParts(trx: Trx, organizationId: string, messageIds: readonly string[]): Promise<void> {
  await tables(trx)
    .deleteFrom('answer_parts')
    .where('organization_id', '=', organizationId)
    .where('message_id', 'in', [...messageIds])
    .execute()
}
