/** A person's conversations: listed, found by what was said in them, begun, renamed, taken back. */
import { agreementOf, type Agreement } from '../channels/channels.ts'
import { record } from '../audit/audit.ts'
import type { ConversationView, Turn } from '../contract/coach.ts'
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { bellOf, toTurns } from './feed.ts'
import { sealFor, type Seal } from './seal.ts'
import * as store from './store-conversations.ts'
import { positionOf, takePlace } from './store-feed.ts'
import { deleteMessages, listMessages, type Key } from './store-messages.ts'
import { begin, goOnIn, openConversation } from './topic.ts'

type OneKey = Key & { readonly conversationId: string }

const withSeal = <R>(deps: Deps, key: Key, work: (trx: Trx, seal: Seal) => Promise<R>): Promise<R> =>
  deps.db.for(key.organizationId)(async trx => work(trx, sealFor(deps, await personKey(trx, deps, key), key)))

export type Thread = {
  readonly agreement: Agreement
  readonly conversation: ConversationView | null
  readonly position: number
  readonly turns: readonly Turn[]
}

const DEFAULT_LIMIT = 50

/** @throws ProblemError `not_found` when the conversation that is named is not theirs. */
export async function conversationOf(
  deps: Deps,
  asked: Key & { readonly conversationId?: string | undefined; readonly limit?: number | undefined }
): Promise<Thread> {
  const agreement = await agreementOf(deps, asked.organizationId, asked.personId)
  return withSeal(deps, asked, async (trx, seal) => {
    // Read first: what commits in between is told again, never missed.
    const position = await positionOf(trx, asked)
    const { conversationId, limit = DEFAULT_LIMIT, ...key } = asked
    const found = conversationId ? await goOnIn(deps, trx, asked) : await store.newestConversation(trx, key)
    if (!found) return { agreement, conversation: null, position, turns: [] }
    const rows = await listMessages(trx, { ...key, conversationId: found.id, limit })
    const turns = await toTurns(trx, { ...key, seal }, rows)
    return { agreement, conversation: openConversation(seal, found), position, turns }
  })
}

const MOST = 200
/** Words that are looked through: enough for years, and bounded in time. */
const LOOKED_THROUGH = 2000
const AROUND = 60

type Found = ConversationView & { readonly excerpt: string | null }

export const conversationsOf = (
  deps: Deps,
  { find, ...key }: Key & { readonly find: string | undefined }
): Promise<{ readonly conversations: readonly Found[]; readonly bounded: boolean }> =>
  withSeal(deps, key, async (trx, seal) => {
    const rows = await store.listConversations(trx, { ...key, limit: MOST })
    const all = rows.map(row => openConversation(seal, row))
    if (!find) return { conversations: all.map(each => ({ ...each, excerpt: null })), bounded: false }
    const said = await listMessages(trx, { ...key, limit: LOOKED_THROUGH })
    const excerpts = new Map(
      said.flatMap(row => {
        const excerpt = excerptOf(seal.open(row.sealed), find)
        return excerpt ? [[row.conversation_id, excerpt] as const] : []
      })
    )
    const named = (title: string | null) => title !== null && excerptOf(title, find) !== undefined
    return {
      conversations: all
        .filter(({ conversationId, title }) => excerpts.has(conversationId) || named(title))
        .map(each => ({ ...each, excerpt: excerpts.get(each.conversationId) ?? null })),
      bounded: said.length === LOOKED_THROUGH
    }
  })

/** Letter by letter, so that places in one are places in the other. */
const plain = (text: string): string =>
  [...text].map(letter => letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()[0] ?? letter).join('')

function excerptOf(text: string, find: string): string | undefined {
  const letters = [...text]
  const at = plain(text).indexOf(plain(find))
  if (at === -1) return undefined
  const [from, to] = [Math.max(0, at - AROUND), at + find.length + AROUND]
  return `${from > 0 ? '… ' : ''}${letters.slice(from, to).join('')}${to < letters.length ? ' …' : ''}`
}

/** The newest one, when nothing was said in it yet. */
export const beginConversation = (deps: Deps, key: Key): Promise<ConversationView> =>
  withSeal(deps, key, async (trx, seal) => {
    await takePlace(trx, key)
    const newest = await store.newestConversation(trx, key)
    const untouched = newest && (await listMessages(trx, { ...key, conversationId: newest.id, limit: 1 })).length === 0
    return openConversation(seal, untouched ? newest : await begin(deps, trx, key))
  })

export const renameConversation = (deps: Deps, key: OneKey & { readonly title: string }): Promise<ConversationView> =>
  withSeal(deps, key, async (trx, seal) => {
    const found = await goOnIn(deps, trx, key)
    const sealed = seal.text(key.title)
    await store.nameConversation(trx, { ...key, sealed })
    return openConversation(seal, { ...found, sealed })
  })

/** With all that was said in it, on every surface; plans stay. @throws ProblemError `not_found`. */
export const deleteConversation = (deps: Deps, key: OneKey): Promise<{ readonly messages: number }> =>
  deps.db.for(key.organizationId)(async trx => {
    const { organizationId, personId, conversationId } = key
    await takePlace(trx, key, { reset: true })
    if (!(await store.findConversation(trx, key)))
      throw new ProblemError('not_found', 'This conversation no longer exists')
    const messages = await deleteMessages(trx, key, { conversationId })
    await store.deleteConversations(trx, { organizationId, personId, conversationId })
    const action = 'conversation.deleted'
    await record(trx, deps, { organizationId, personId, action, actor: personId, detail: {} })
    await deps.db.bells.ring(trx, bellOf(key), '')
    return { messages }
  })
