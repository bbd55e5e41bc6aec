/** Pages of cards for the channel to change. It may die between any two lines: what was changed is noted, the rest is taken again. */
import { areOnTheirWay, cardsShown } from '../channels/channels.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after, SECOND } from '../platform/time.ts'
import { contentIdOf } from './campaign.ts'
import { endOf, type CardOutcome, type Kind } from './correction.ts'
import { correctCardsJob } from './correction-jobs.ts'
import * as store from './store-corrections.ts'

export type { CardOutcome } from './correction.ts'
export type CardPage = { readonly kind: Kind; readonly cards: readonly store.ClaimedCard[] }

const MOST = 50
const ON_THEIR_WAY_MS = 5 * SECOND
const PAGE = 1000

/** Cards that nobody else is at; empty when there is nothing to do now. */
export const takeCards = (deps: Deps, key: store.CorrectionKey): Promise<CardPage> =>
  deps.db.for(key.organizationId)(async trx => {
    const correction = await store.lockCorrection(trx, key)
    if (!correction || correction.endedAt) return { kind: 'correct', cards: [] }
    const { kind } = correction
    const waiting = await store.nextCard(trx, key)
    // Gathered at the beginning, and once more at the end for those that were on their way.
    const gathered = waiting === undefined ? await gather(deps, trx, key, correction) : undefined
    const cards = await store.claimCards(trx, key, MOST)
    if (cards.length > 0) return { kind, cards }
    if (gathered?.isWhole) await store.endCorrection(trx, key, deps.now())
    else await again(deps, trx, key, waiting ?? ON_THEIR_WAY_MS)
    return { kind, cards: [] }
  })

/** @returns whether nothing that was composed before is on its way any more. */
async function gather(
  deps: Deps,
  trx: Trx,
  key: store.CorrectionKey,
  { campaignId, kind, at: until }: store.Correction
): Promise<{ readonly isWhole: boolean }> {
  const { organizationId } = key
  const contentId = contentIdOf(campaignId)
  // One that left all the same was noted as sent.
  if (kind !== 'correct') await store.withdraw(trx, { organizationId, contentId, at: deps.now() })
  let isWhole = true
  for (let last = ''; ;) {
    const page = await store.unansweredOf(trx, { organizationId, contentId, after: last, limit: PAGE })
    const nudgeIds = page.map(({ id }) => id)
    const asked = { organizationId, nudgeIds, until }
    await store.insertCards(trx, key, { cards: await cardsShown(trx, asked), at: deps.now() })
    if (await areOnTheirWay(trx, asked)) isWhole = false
    const end = page.at(-1)
    if (!end) return { isWhole }
    last = end.id
  }
}

const again = (deps: Deps, trx: Trx, key: store.CorrectionKey, waitMs: number): Promise<void> =>
  deps.queue.enqueue(
    trx,
    correctCardsJob.job({ ...key }, { group: key.organizationId, after: after(deps.realNow(), waitMs) })
  )

type Ended = { readonly card: store.ClaimedCard; readonly outcome: CardOutcome }

/** Notes what became of a page, and asks for the next one in the same transaction. */
export const settleCards = (deps: Deps, key: store.CorrectionKey, ended: readonly Ended[]): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    const ends = ended.map(({ card, outcome }) => ({ nudgeId: card.nudgeId, outcome: endOf(outcome, card.attempts) }))
    const changes = ends.flatMap(({ nudgeId, outcome }): readonly store.Change[] =>
      outcome.kind === 'again' ? [] : [{ nudgeId, state: outcome.kind, detail: outcome.detail }]
    )
    await store.saveCards(trx, key, changes, deps.now())
    await store.putOff(
      trx,
      key,
      ends.flatMap(({ nudgeId, outcome }) => (outcome.kind === 'again' ? [{ nudgeId, waitMs: outcome.waitMs }] : []))
    )
    await again(deps, trx, key, 0)
  })
