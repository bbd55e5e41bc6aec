/** SQL of conversations and of the dialogue that an engine keeps notes on in each. */
import { sql, type Selectable } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Key } from './store-messages.ts'

type ConversationTables = {
  conversations: {
    organization_id: string
    id: string
    person_id: string
    sealed: Buffer | null
    created_at: Date
    last_at: Date
  }
  coach_sessions: {
    organization_id: string
    person_id: string
    conversation_id: string
    sealed: Buffer
    updated_at: Date
  }
}

export type ConversationRow = Pick<Selectable<ConversationTables['conversations']>, 'id' | 'sealed' | 'last_at'>
type OneKey = Key & { readonly conversationId: string }

const tables = (trx: Trx) => trx.withTables<ConversationTables>()

const select = (trx: Trx, key: Key) =>
  tables(trx)
    .selectFrom('conversations')
    .select(['id', 'sealed', 'last_at'])
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)

const own = (trx: Trx, key: OneKey) =>
  tables(trx)
    .updateTable('conversations')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('id', '=', key.conversationId)

export const findConversation = (trx: Trx, key: OneKey): Promise<ConversationRow | undefined> =>
  select(trx, key).where('id', '=', key.conversationId).executeTakeFirst()

/** Where a channel without topics goes on. */
export const newestConversation = (trx: Trx, key: Key): Promise<ConversationRow | undefined> =>
  select(trx, key).orderBy('last_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()

/** Of the list, newest first: where a page ends. */
export type ListPlace = { readonly at: Date; readonly conversationId: string }

export const listConversations = (
  trx: Trx,
  { before, limit, ...key }: Key & { readonly before?: ListPlace | undefined; readonly limit: number }
): Promise<ConversationRow[]> =>
  select(trx, key)
    .$if(before !== undefined, query =>
      query.where(sql<boolean>`(last_at, id) < (${before?.at}::timestamptz, ${before?.conversationId}::text)`)
    )
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const conversationsNamed = (
  trx: Trx,
  { conversationIds, ...key }: Key & { readonly conversationIds: readonly string[] }
): Promise<ConversationRow[]> =>
  conversationIds.length === 0
    ? Promise.resolve([])
    : select(trx, key)
        .where('id', 'in', [...conversationIds])
        .execute()

export async function insertConversation(trx: Trx, key: OneKey & { readonly at: Date }): Promise<ConversationRow> {
  await tables(trx)
    .insertInto('conversations')
    .values({
      organization_id: key.organizationId,
      id: key.conversationId,
      person_id: key.personId,
      sealed: null,
      created_at: key.at,
      last_at: key.at
    })
    .execute()
  return { id: key.conversationId, sealed: null, last_at: key.at }
}

/** @param key.title for one that has none yet. */
export async function touchConversation(
  trx: Trx,
  key: OneKey & { readonly at: Date; readonly title: Buffer | undefined }
): Promise<void> {
  await own(trx, key)
    .set(({ fn, ref, val }) => ({
      last_at: key.at,
      ...(key.title ? { sealed: fn.coalesce(ref('sealed'), val(key.title)) } : {})
    }))
    .execute()
}

export type Entered = ConversationRow & {
  /** The engine's notes. */
  readonly notes: Buffer | null
  /** Whether an answer is in the making there. */
  readonly busy: boolean
}

/** The one named, else the newest, with where its dialogue stands. */
export async function enterConversation(
  trx: Trx,
  { conversationId = null, ...key }: Key & { readonly conversationId?: string | null | undefined }
): Promise<Entered | undefined> {
  const { rows } = await sql<Entered>`/* often */
    select c.id, c.sealed, c.last_at, s.sealed as notes, exists (
      select 1 from messages m where m.organization_id = c.organization_id and m.conversation_id = c.id
        and m.state = 'answering' and m.lease_until >= clock_timestamp()) as busy
    from conversations c
    left join coach_sessions s on s.organization_id = c.organization_id and s.conversation_id = c.id
    where c.organization_id = ${key.organizationId} and c.person_id = ${key.personId}
      and (${conversationId}::text is null or c.id = ${conversationId})
    order by c.last_at desc, c.id desc limit 1`.execute(trx)
  return rows[0]
}

export async function nameConversation(trx: Trx, key: OneKey & { readonly sealed: Buffer }): Promise<void> {
  await own(trx, key).set({ sealed: key.sealed }).execute()
}

/** @param key.conversationId all of the person's without it. */
export async function deleteConversations(trx: Trx, key: Key & { readonly conversationId?: string }): Promise<void> {
  for (const [table, column] of [
    ['conversations', 'id'],
    ['coach_sessions', 'conversation_id']
  ] as const)
    await tables(trx)
      .deleteFrom(table)
      .where('organization_id', '=', key.organizationId)
      .where('person_id', '=', key.personId)
      .$if(key.conversationId !== undefined, query => query.where(column, '=', key.conversationId ?? ''))
      .execute()
}

export async function loadDialogue(trx: Trx, key: OneKey): Promise<Buffer | undefined> {
  const row = await tables(trx)
    .selectFrom('coach_sessions')
    .select('sealed')
    .where('organization_id', '=', key.organizationId)
    .where('conversation_id', '=', key.conversationId)
    .executeTakeFirst()
  return row?.sealed
}

export async function saveDialogue(
  trx: Trx,
  key: OneKey & { readonly sealed: Buffer; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .insertInto('coach_sessions')
    .values({
      organization_id: key.organizationId,
      person_id: key.personId,
      conversation_id: key.conversationId,
      sealed: key.sealed,
      updated_at: key.at
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'conversation_id']).doUpdateSet({ sealed: key.sealed, updated_at: key.at })
    )
    .execute()
}

export async function deleteDialogue(trx: Trx, key: OneKey): Promise<void> {
  await tables(trx)
    .deleteFrom('coach_sessions')
    .where('organization_id', '=', key.organizationId)
    .where('conversation_id', '=', key.conversationId)
    .execute()
}
