/** A person's conversations: listed, found by what was said in them, begun, renamed, taken back. */
import { agreementOf, type Agreement } from '../channels/channels.ts'
import { record } from '../audit/audit.ts'
import type { ConversationView, Turn } from '../contract/coach.ts'
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { bellOf, toTurns } from './feed.ts'
import { findConversations, mustBeThere, type Found } from './finding.ts'
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
  /** Whether older ones are there. */
  readonly more: boolean
}

const DEFAULT_LIMIT = 50

/** @throws ProblemError `not_found` when the conversation or the message that is named is not theirs. */
export async function conversationOf(
  deps: Deps,
  asked: Key & {
    readonly conversationId?: string | undefined
    readonly before?: string | undefined
    readonly limit?: number | undefined
  }
): Promise<Thread> {
  const agreement = await agreementOf(deps, asked.organizationId, asked.personId)
  return withSeal(deps, asked, async (trx, seal) => {
    // Read first: what commits in between is told again, never missed.
    const position = await positionOf(trx, asked)
    const { conversationId, before, limit = DEFAULT_LIMIT, ...key } = asked
    const found = conversationId ? await goOnIn(deps, trx, asked) : await store.newestConversation(trx, key)
    if (!found) return { agreement, conversation: null, position, turns: [], more: false }
    if (before !== undefined) await mustBeThere(trx, { ...key, messageId: before })
    const rows = await listMessages(trx, { ...key, conversationId: found.id, before, limit: limit + 1 })
    const turns = await toTurns(trx, { ...key, seal }, rows.slice(-limit))
    return { agreement, conversation: openConversation(seal, found), position, turns, more: rows.length > limit }
  })
}

const PAGE = 50

type Page = { readonly conversations: readonly Found[]; readonly next: string | null }

export const conversationsOf = (
  deps: Deps,
  asked: Key & { readonly find: string | undefined; readonly before: string | undefined }
): Promise<Page> =>
  withSeal(deps, asked, async (trx, seal) => {
    const { find, before, ...key } = asked
    if (find) return findConversations(trx, { ...key, seal, find, before })
    const rows = await store.listConversations(trx, {
      ...key,
      before: before ? placeIn(before) : undefined,
      limit: PAGE + 1
    })
    const page = rows.slice(0, PAGE)
    const last = rows.length > PAGE ? page.at(-1) : undefined
    return {
      conversations: page.map(row => ({ ...openConversation(seal, row), excerpt: null })),
      next: last ? `${last.last_at.toISOString()}~${last.id}` : null
    }
  })

const PLACE = /^(?<at>\d{4}-\d{2}-\d{2}T[\d:.]+Z)~(?<conversationId>[\w-]+)$/u

/** Holds when its conversation goes on or is deleted meanwhile. @throws ProblemError `bad_request`. */
function placeIn(next: string): store.ListPlace {
  const { at = '', conversationId = '' } = PLACE.exec(next)?.groups ?? {}
  if (Number.isNaN(Date.parse(at)))
    throw new ProblemError('bad_request', 'query.before: give the "next" of the page before')
  return { at: new Date(at), conversationId }
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
