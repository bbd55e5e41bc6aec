/** What was brought from a former chatbot, to its own person and nobody else: no engine, no report and no channel reads it. */
import { record } from '../audit/audit.ts'
import { agreementOf } from '../channels/channels.ts'
import type { FormerTurn } from '../contract/former-coach.ts'
import { personKey } from '../directory/directory.ts'
import { learningAccountOf } from '../enrollment/enrollment.ts'
import type { Deps } from '../platform/deps.ts'
import { sealFor } from './seal.ts'
import * as store from './store-former.ts'

type Key = { readonly organizationId: string; readonly personId: string }
type FormerThread = { readonly messages: number; readonly turns: readonly FormerTurn[]; readonly more: boolean }

const PAGE = 30

/** Only while the account on the learning site is this person's. Before the agreement: how much there is, and no text. */
export async function formerThreadOf(
  deps: Deps,
  { organizationId, personId }: Key,
  before: string | undefined
): Promise<FormerThread> {
  const key = { organizationId, personId }
  const userId = await learningAccountOf(deps, key)
  if (userId === undefined) return { messages: 0, turns: [], more: false }
  const agreement = await agreementOf(deps, organizationId, personId)
  return deps.db.for(organizationId)(async trx => {
    const messages = await store.countMessages(trx, { ...key, userId })
    if (agreement !== 'given' || messages === 0) return { messages, turns: [], more: false }
    const rows = await store.pageOfMessages(trx, { ...key, userId, before, limit: PAGE + 1 })
    const seal = sealFor(deps, await personKey(trx, deps, key), key)
    const turns = rows.slice(0, PAGE).map(row => ({
      messageId: row.id,
      from: row.author,
      text: seal.open(row.sealed),
      origin: 'imported' as const,
      at: row.at.toISOString()
    }))
    return { messages, turns: turns.toReversed(), more: rows.length > PAGE }
  })
}

/** For good, whether they agreed or not. Erasing again changes nothing. */
export const eraseFormerThread = (deps: Deps, { organizationId, personId }: Key): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    if (!(await store.erase(trx, { organizationId, personId }, deps.now()))) return
    await record(trx, deps, {
      organizationId,
      personId,
      action: 'former_texts.erased',
      actor: personId,
      detail: {}
    })
  })
