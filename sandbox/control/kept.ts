/** What CI keeps of one person's words, asked with their own token: nobody else is told. */
import { getConversations, getThread } from '../../api/contract/coach.ts'
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
    const [{ conversations }, { goes }] = await Promise.all([
      call(getConversations, { query: {} }),
      call(previewErasure)
    ])
    const threads = await Promise.all(
      conversations.map(({ conversationId }) => call(getThread, { query: { conversationId, limit: MOST } }))
    )
    const messages = threads.flatMap(({ turns }) =>
      turns.map(({ from, surface, text, at }) => ({ from, surface, text, at }))
    )
    return { messages: messages.toSorted((a, b) => a.at.localeCompare(b.at)), goes }
  })
}
