/** What CI keeps of one person's words, asked with their own token: nobody else is told. */
import type { Client } from '../../api/contract/client.ts'
import { getConversations, getThread, type Turn } from '../../api/contract/coach.ts'
import { previewErasure } from '../../api/contract/privacy.ts'
import type { Api } from '../../api/platform/http.ts'
import type { World } from '../world.ts'
import { asPerson } from './as-person.ts'
import * as contract from './contract.ts'
import { need } from './people.ts'

const MOST = 200

export function keptRoutes(world: World, api: Api): void {
  api.serve(contract.getKept, async ({ params }) => {
    const call = await asPerson(world, need(world, params.personKey))
    const [conversationIds, { goes }] = await Promise.all([conversationsOf(call), call(previewErasure)])
    const threads = await Promise.all(conversationIds.map(conversationId => turnsOf(call, { conversationId })))
    const messages = threads.flat().map(({ from, surface, text, at }) => ({ from, surface, text, at }))
    return { messages: messages.toSorted((a, b) => a.at.localeCompare(b.at)), goes }
  })
}

/** All of them, page by page. */
async function conversationsOf(call: Client, query: { readonly before?: string } = {}): Promise<readonly string[]> {
  const { conversations, next } = await call(getConversations, { query })
  const ids = conversations.map(({ conversationId }) => conversationId)
  return next ? [...ids, ...(await conversationsOf(call, { before: next }))] : ids
}

type Asked = { readonly conversationId: string; readonly before?: string }

async function turnsOf(call: Client, asked: Asked): Promise<readonly Turn[]> {
  const { turns, more } = await call(getThread, { query: { ...asked, limit: MOST } })
  const [oldest] = turns
  return more && oldest ? [...(await turnsOf(call, { ...asked, before: oldest.messageId })), ...turns] : turns
}
