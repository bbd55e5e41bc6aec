/** Which of a person's conversations goes on, and what it is called. */
import type { ConversationView } from '../contract/coach.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Seal } from './seal.ts'
import * as store from './store-conversations.ts'
import type { Key } from './store-messages.ts'
import { snippet } from './words.ts'

export const openConversation = (seal: Seal, row: store.ConversationRow): ConversationView => ({
  conversationId: row.id,
  title: row.sealed ? seal.open(row.sealed) : null,
  lastAt: row.last_at.toISOString()
})

/** The one named, else the newest, else a first one. @throws ProblemError `not_found`. */
export async function goOnIn(
  deps: Deps,
  trx: Trx,
  key: Key & { readonly conversationId?: string | undefined }
): Promise<store.Entered> {
  return goOnFrom(deps, trx, { ...key, found: await store.enterConversation(trx, key) })
}

/** @param key.found as `enterConversation` found it. */
export async function goOnFrom(
  deps: Deps,
  trx: Trx,
  { found, ...key }: Key & { readonly conversationId?: string | undefined; readonly found: store.Entered | undefined }
): Promise<store.Entered> {
  if (found) return found
  if (key.conversationId !== undefined) throw new ProblemError('not_found', 'This conversation no longer exists')
  return { ...(await begin(deps, trx, key)), notes: null, busy: false }
}

export const begin = (deps: Deps, trx: Trx, key: Key): Promise<store.ConversationRow> =>
  store.insertConversation(trx, { ...key, conversationId: deps.newId('thread'), at: deps.now() })

/** Without a name it is called as it begins. */
export const titleFor = ({ sealed }: store.ConversationRow, seal: Seal, text: string): Buffer | undefined =>
  sealed ? undefined : seal.text(snippet(text))
