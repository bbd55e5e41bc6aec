/** What an owner sees of corrections, through the gate: what became of the cards is told once, when all of them are done. */
import { namesOfPeople } from '../directory/directory.ts'
import { smallestGroupWithin, tell, toldSince } from '../gate/gate.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { nameOf } from './campaign-views.ts'
import type { CardState } from './correction.ts'
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
    const told = []
    for (const correction of corrections)
      told.push({ correction, parts: await partsOf(deps, trx, { organizationId, correction }) })
    return told
  })
  const names = await namesOfPeople(
    deps,
    organizationId,
    kept.map(({ correction }) => correction.by)
  )
  return {
    corrections: kept.map(({ correction: { correctionId, kind, by, at, endedAt }, parts }) => ({
      correctionId,
      kind,
      by: nameOf(names, by),
      at: at.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      parts
    }))
  }
}

type Told = { readonly organizationId: string; readonly correction: store.Correction }

async function partsOf(deps: Deps, trx: Trx, { organizationId, correction: { correctionId, endedAt } }: Told) {
  if (!endedAt) return underWay(await smallestGroupWithin(trx, organizationId))
  const about = `correction/${correctionId}`
  const known = await toldSince(trx, { organizationId, about, wholes: { parts: NO_PARTS }, since: () => true })
  if (known) return known.parts
  const counts = await store.countCards(trx, { organizationId, correctionId })
  const parts = partsIn(counts)
  return (await tell(trx, { organizationId, about, wholes: { parts }, at: deps.now() })).parts
}

const NO_PARTS = { changed: 0, waiting: 0, answered: 0, gone: 0, notReached: 0, failed: 0 }

function partsIn(counts: Readonly<Partial<Record<CardState, number>>>): typeof NO_PARTS {
  const { not_reached: notReached = 0, ...same } = counts
  return { ...NO_PARTS, ...same, notReached }
}

function underWay(smallest: number) {
  const blank = { kind: 'blank', why: 'later', smallest } as const
  return { changed: blank, waiting: blank, answered: blank, gone: blank, notReached: blank, failed: blank }
}
