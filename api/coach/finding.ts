/** A person's conversations by the words said in them. They lie sealed, so each message is opened: newest first, so many at a time. */
import type { ConversationView } from '../contract/coach.ts'
import type { Trx } from '../platform/database.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Seal } from './seal.ts'
import { conversationsNamed, listConversations, type ConversationRow } from './store-conversations.ts'
import { findMessage, listMessages, type Key, type MessageRow } from './store-messages.ts'
import { openConversation } from './topic.ts'

/** Opened for one answer at most; whoever wants to look further back asks again. */
const LOOKED_THROUGH = 2000
/** Between them others have their turn. */
const AT_ONCE = 100
/** So many were found: what else there is, is for the next page. */
const ENOUGH = 50
const AROUND = 60

export type Found = ConversationView & { readonly excerpt: string | null }
type Looking = Key & { readonly seal: Seal; readonly find: string }

/** @param looking.before the `next` of the page before. @throws ProblemError `not_found` when that message is gone. */
export async function findConversations(
  trx: Trx,
  { before, ...looking }: Looking & { readonly before: string | undefined }
): Promise<{ readonly conversations: readonly Found[]; readonly next: string | null }> {
  if (before !== undefined) await mustBeThere(trx, { ...looking, messageId: before })
  const found = new Map<string, Found>()
  // What was said last is what is shown of it.
  const take = (hits: readonly Found[]): void =>
    hits
      .filter(({ conversationId }) => !found.get(conversationId)?.excerpt)
      .forEach(hit => found.set(hit.conversationId, hit))
  // One that was named and in which nothing was said has no message to be found by.
  if (before === undefined) take(hitsIn(await listConversations(trx, { ...looking, limit: ENOUGH }), [], looking))
  let place = before
  let looked = 0
  do {
    const rows = await listMessages(trx, { ...looking, before: place, limit: AT_ONCE + 1 })
    const said = rows.slice(-AT_ONCE)
    const conversationIds = [...new Set(said.map(row => row.conversation_id))]
    take(hitsIn(await conversationsNamed(trx, { ...looking, conversationIds }), said, looking))
    if (rows.length <= AT_ONCE) return { conversations: newestFirst(found), next: null }
    place = said[0]?.id
    looked += AT_ONCE
  } while (looked < LOOKED_THROUGH && found.size < ENOUGH)
  return { conversations: newestFirst(found), next: place ?? null }
}

/** @throws ProblemError `not_found`. */
export async function mustBeThere(trx: Trx, key: Key & { readonly messageId: string }): Promise<void> {
  if (!(await findMessage(trx, key))) throw new ProblemError('not_found', 'This message no longer exists')
}

const newestFirst = (found: ReadonlyMap<string, Found>): readonly Found[] =>
  [...found.values()].toSorted((a, b) => b.lastAt.localeCompare(a.lastAt))

/** By their names, and by what was said in them. */
function hitsIn(
  rows: readonly ConversationRow[],
  said: readonly MessageRow[],
  { seal, find }: Pick<Looking, 'seal' | 'find'>
): readonly Found[] {
  const excerpts = new Map(
    said.flatMap(({ conversation_id, sealed }) => {
      const excerpt = excerptOf(seal.open(sealed), find)
      return excerpt ? [[conversation_id, excerpt] as const] : []
    })
  )
  return rows
    .map(row => ({ ...openConversation(seal, row), excerpt: excerpts.get(row.id) ?? null }))
    .filter(({ title, excerpt }) => excerpt !== null || (title !== null && excerptOf(title, find) !== undefined))
}

/** One letter for one letter, so that places in one are places in the other. */
const plain = (text: string): string => text.replaceAll(/[^\0-\x7f]/gu, bare).toLowerCase()
const bare = (letter: string): string =>
  letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().slice(0, 1) || letter

function excerptOf(text: string, find: string): string | undefined {
  const letters = [...text]
  const at = plain(text).indexOf(plain(find))
  if (at === -1) return undefined
  const [from, to] = [Math.max(0, at - AROUND), at + find.length + AROUND]
  return `${from > 0 ? '… ' : ''}${letters.slice(from, to).join('')}${to < letters.length ? ' …' : ''}`
}
