/** What HR does with campaigns. A turn and what it means for nudges on their way commit together. */
import { record } from '../audit/audit.ts'
import type { CampaignContent, TURNS } from '../contract/campaigns.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { askToPlanAudience } from './authored-planning.ts'
import { contentIdOf, flawsIn, isOver, turned, type StoredState } from './campaign.ts'
import { missingLanguages } from './campaign-figures.ts'
import { newerDraft } from './journeys.ts'
import { dayOf } from './local-day.ts'
import { moveNudges } from './store-authored.ts'
import * as store from './store-campaigns.ts'

type Key = store.CampaignKey
type By = { readonly by: string }
type Turn = (typeof TURNS)[number]

export async function createCampaign(
  deps: Deps,
  { organizationId, by, content }: { organizationId: string; content: CampaignContent } & By
): Promise<string> {
  const campaignId = deps.newId('campaign')
  const fresh = {
    campaignId,
    content,
    revision: 1,
    state: 'draft' as const,
    savedBy: by,
    savedAt: deps.now(),
    turns: []
  }
  await deps.db.for(organizationId)(trx => store.insertCampaign(trx, organizationId, fresh))
  return campaignId
}

/** @throws ProblemError `conflict` when somebody saved a newer one, or it was started. */
export async function saveCampaign(
  deps: Deps,
  { by, basedOn, content, ...key }: Key & By & { readonly basedOn: number; readonly content: CampaignContent }
): Promise<number> {
  const { organizationId } = key
  const saved = await deps.db.for(organizationId)(async trx => {
    const campaign = await lock(trx, key)
    if (campaign.state !== 'draft')
      throw new ProblemError('conflict', 'It was started, so it stays as it is. Copy it to change the copy', {
        reason: 'campaign_started'
      })
    if (campaign.revision !== basedOn) return { kind: 'newer', by: campaign.savedBy } as const
    const revision = basedOn + 1
    await store.saveContent(trx, organizationId, { ...campaign, content, revision, savedBy: by, savedAt: deps.now() })
    return { kind: 'saved', revision } as const
  })
  if (saved.kind === 'saved') return saved.revision
  throw await newerDraft(deps, organizationId, saved.by)
}

/** @throws ProblemError `conflict` naming what stands in the way. @returns the state it came to. */
export async function turn(
  deps: Deps,
  { by, turn: wanted, basedOn, ...key }: Key & By & { readonly turn: Turn; readonly basedOn: number }
): Promise<StoredState> {
  const { organizationId } = key
  if (wanted === 'start') await refuseUnready(deps, key)
  const done = await deps.db.for(organizationId)(async trx => {
    const campaign = await lock(trx, key)
    if (wanted === 'start' && campaign.revision !== basedOn) return { kind: 'newer', by: campaign.savedBy } as const
    const state = turned(campaign.state, wanted)
    if (!state)
      throw new ProblemError('conflict', 'Somebody was faster: it is in another state now. Load the page again', {
        reason: 'campaign_turned'
      })
    const stopped = await store.findSwitch(trx, organizationId)
    if (stopped && state === 'running')
      throw new ProblemError('conflict', 'All campaigns are stopped. Let them go on first', { reason: 'stopped' })
    const at = deps.now()
    await store.saveTurn(trx, key, { state, turn: { turn: wanted, by, at: at.toISOString() } })
    await follow(deps, trx, { ...key, turn: wanted })
    await note(deps, trx, { campaign, by, turn: wanted, organizationId })
    return { kind: 'turned', state } as const
  })
  if (done.kind === 'turned') return done.state
  throw await newerDraft(deps, organizationId, done.by)
}

/** Nudges on their way: held while it is paused, cancelled with it, and on again with it. */
async function follow(deps: Deps, trx: Trx, { turn: taken, ...key }: Key & { readonly turn: Turn }): Promise<void> {
  const { organizationId } = key
  const move = { organizationId, contentIds: [contentIdOf(key.campaignId)], at: deps.now() }
  switch (taken) {
    case 'pause':
      return moveNudges(trx, { ...move, from: ['planned', 'queued'], to: 'held' })
    case 'cancel':
      return moveNudges(trx, { ...move, from: ['planned', 'queued', 'held'], to: 'cancelled' })
    case 'resume':
      await moveNudges(trx, { ...move, from: ['held'], to: 'planned' })
      return askToPlanAudience(deps, trx, organizationId)
    case 'start':
      return askToPlanAudience(deps, trx, organizationId)
  }
}

const ACTION = {
  start: 'campaign.started',
  pause: 'campaign.paused',
  resume: 'campaign.resumed',
  cancel: 'campaign.cancelled'
} as const

type Noted = By & { readonly organizationId: string; readonly campaign: store.KeptCampaign; readonly turn: Turn }

function note(deps: Deps, trx: Trx, { organizationId, campaign, by, turn: taken }: Noted): Promise<void> {
  const { name, from, until } = campaign.content
  const detail = { campaignId: campaign.campaignId, name, from, until, revision: campaign.revision }
  return record(trx, deps, { organizationId, action: ACTION[taken], actor: by, detail })
}

async function refuseUnready(deps: Deps, key: Key): Promise<void> {
  const { organizationId } = key
  const organization = await getOrganization(deps, organizationId)
  const { content } = await deps.db.for(organizationId)(trx => lock(trx, key))
  if (flawsIn(content).length > 0)
    throw new ProblemError('bad_request', 'Something is still missing. The page lists it; complete it, then start', {
      reason: 'incomplete'
    })
  if (isOver(content, deps.now()) || content.until < dayOf(deps.now(), organization.timezone))
    throw new ProblemError('conflict', 'Its last day is over. Choose later days', { reason: 'over' })
  const missing = await missingLanguages(deps, organization, content)
  if (missing.length > 0) {
    throw new ProblemError(
      'conflict',
      `People of the audience read languages that have no words yet: ${missing.join(', ')}. Write them, or leave those languages out of the audience`,
      { reason: 'language_missing' }
    )
  }
}

/** Stops every campaign of the company in one transaction, with all that is on its way. */
export const stopAll = (
  deps: Deps,
  { organizationId, by, reason }: { organizationId: string; reason: string } & By
): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const at = deps.now()
    if (!(await store.setSwitch(trx, organizationId, { by, reason, at }))) return
    const contentIds = await runningIds(trx, organizationId)
    await moveNudges(trx, { organizationId, contentIds, from: ['planned', 'queued'], to: 'held', at })
    await record(trx, deps, { organizationId, action: 'campaigns.stopped', actor: by, detail: { reason } })
  })

/** Paused ones stay paused. */
export const letGoOn = (deps: Deps, { organizationId, by }: { organizationId: string } & By): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    if (!(await store.clearSwitch(trx, organizationId))) return
    const contentIds = await runningIds(trx, organizationId)
    await moveNudges(trx, { organizationId, contentIds, from: ['held'], to: 'planned', at: deps.now() })
    await askToPlanAudience(deps, trx, organizationId)
    await record(trx, deps, { organizationId, action: 'campaigns.released', actor: by, detail: {} })
  })

const runningIds = async (trx: Trx, organizationId: string): Promise<readonly string[]> =>
  (await store.campaignsOf(trx, organizationId, { state: 'running' })).map(({ campaignId }) => contentIdOf(campaignId))

async function lock(trx: Trx, key: Key): Promise<store.KeptCampaign> {
  const campaign = await store.lockCampaign(trx, key)
  if (!campaign)
    throw new ProblemError('not_found', 'This campaign does not exist. Go back to the list', {
      reason: 'campaign_gone'
    })
  return campaign
}
