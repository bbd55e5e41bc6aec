/** What a person takes back of their conversation: one message with its answer. */
import type { Deps } from '../platform/deps.ts'
import { bellOf } from './feed.ts'
import { allIds } from './telling.ts'
import { deleteDialogue } from './store-conversations.ts'
import { takePlace } from './store-feed.ts'
import { deleteMessages, findSources } from './store-messages.ts'
import { deletePause } from './safety/store.ts'

type Key = { readonly organizationId: string; readonly personId: string }

/** The message, its answer and the dialogue that may quote it; plans made since stay. Forgetting again changes nothing. */
export const forgetTurn = (deps: Deps, key: Key & { readonly sourceId: string }): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    await takePlace(trx, key, { reset: true })
    const said = (await findSources(trx, { ...key, sourceIds: [key.sourceId] })).get(key.sourceId)
    const gone = await deleteMessages(trx, key, { sourceIds: allIds(key.sourceId) })
    if (said && gone > 0) await deleteDialogue(trx, { ...key, conversationId: said.conversation_id })
    if (gone > 0) await deletePause(trx, key)
    await deps.db.bells.ring(trx, bellOf(key), '')
  })
