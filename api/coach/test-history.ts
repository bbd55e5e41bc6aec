/** Years of talk at once: more than a page holds, sealed as what people typed is. */
import { personKey } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { sealFor } from './seal.ts'
import { insertConversation, touchConversation } from './store-conversations.ts'
import { insertMessages, type Key, type NewMessage } from './store-messages.ts'

const MINUTE_MS = 60_000

type Talk = { readonly conversationId: string; readonly title: string; readonly texts: readonly string[] }

/** Oldest talk first, a message a minute up to now; the person and the coach take turns. */
export async function saidLongAgo(deps: Deps, key: Key, talks: readonly Talk[]): Promise<void> {
  await deps.db.for(key.organizationId)(async trx => {
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    const count = talks.reduce((sum, { texts }) => sum + texts.length, 0)
    let minutes = count
    for (const { conversationId, title, texts } of talks) {
      const rows = texts.map((text, at): NewMessage => {
        minutes -= 1
        return {
          id: `msg_${conversationId}_${at}`,
          conversation_id: conversationId,
          author: at % 2 === 0 ? 'person' : 'coach',
          sealed: seal.text(text),
          surface: 'tab',
          source_id: `tab:${conversationId}/${at}`,
          at: new Date(deps.now().getTime() - minutes * MINUTE_MS),
          feed: 0,
          answering: false
        }
      })
      const about = { ...key, conversationId, at: rows.at(-1)?.at ?? deps.now() }
      await insertConversation(trx, about)
      await touchConversation(trx, { ...about, title: seal.text(title) })
      await insertMessages(trx, key, rows)
    }
  })
}
