/** What an owner sees of corrections, through the floor. */
import { namesOfPeople } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { nameOf } from './campaign-views.ts'
import type { CardState } from './correction.ts'
import { gateCount, gateParts } from './parts.ts'
import { lockCampaign, type CampaignKey } from './store-campaigns.ts'
import * as store from './store-corrections.ts'

export async function correctionsView(deps: Deps, key: CampaignKey) {
  const { organizationId, campaignId } = key
  const kept = await deps.db.for(organizationId)(async trx => {
    if (!(await lockCampaign(trx, key)))
      throw new ProblemError('not_found', 'This campaign does not exist. Go back to the list', {
        reason: 'campaign_gone'
      })
    const corrections = await store.correctionsOf(trx, organizationId, campaignId)
    const counted = []
    for (const correction of corrections) {
      const counts = await store.countCards(trx, { organizationId, correctionId: correction.correctionId })
      counted.push({ correction, counts })
    }
    return counted
  })
  const names = await namesOfPeople(
    deps,
    organizationId,
    kept.map(({ correction }) => correction.by)
  )
  return {
    corrections: kept.map(({ correction: { correctionId, kind, by, at, endedAt }, counts }) => ({
      correctionId,
      kind,
      by: nameOf(names, by),
      at: at.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      ...tell(counts)
    }))
  }
}

function tell(counts: Readonly<Partial<Record<CardState, number>>>) {
  const { changed = 0, waiting = 0, answered = 0, gone = 0, not_reached: notReached = 0, failed = 0 } = counts
  const parts = { changed, waiting, answered, gone, notReached, failed }
  const cards = Object.values(parts).reduce((sum, part) => sum + part, 0)
  return { cards: gateCount(cards), parts: gateParts(parts) }
}
