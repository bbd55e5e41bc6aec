/** What a campaign sent is corrected or taken back by its owner: decided here, carried out by the channel page by page. */
import { record } from '../audit/audit.ts'
import { cardsShown } from '../channels/channels.ts'
import type { CorrectionAsked } from '../contract/corrections.ts'
import { flawOf, type Flaw } from '../contract/nudge-content.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { tell, toldSince } from '../gate/gate.ts'
import { contentIdOf, OPERATOR } from './campaign.ts'
import { mayCorrect } from './correction.ts'
import { correctCardsJob } from './correction-jobs.ts'
import { newerDraft } from './journeys.ts'
import { dayOf } from './local-day.ts'
import { fatesOf } from './store-authored.ts'
import * as campaigns from './store-campaigns.ts'
import * as store from './store-corrections.ts'

type Key = campaigns.CampaignKey
type Wanted = Key & { readonly by: string; readonly basedOn: number; readonly asked: CorrectionAsked }

/** Nothing is changed. */
export async function dryRunOf(deps: Deps, { asked, ...key }: Key & { readonly asked: CorrectionAsked }) {
  const { timezone } = await getOrganization(deps, key.organizationId)
  return deps.db.for(key.organizationId)(async trx => {
    const campaign = await sentCampaign(trx, key)
    const { flaws, missing } = asked.kind === 'correct' ? judge(campaign, asked.words) : NO_WORDS
    return { parts: await partsOf(deps, trx, { ...key, timezone }), flaws: [...flaws], missing: [...missing] }
  })
}

const NO_PARTS = { cards: 0, answered: 0, otherWay: 0 }

/** Told once a day: whoever sees somebody answer cannot look at what moved. */
async function partsOf(deps: Deps, trx: Trx, { timezone, ...key }: Key & { readonly timezone: string }) {
  const { organizationId, campaignId } = key
  const about = `correction-look/${campaignId}`
  const today = dayOf(deps.now(), timezone)
  const since = (at: Date): boolean => dayOf(at, timezone) === today
  const kept = await toldSince(trx, { organizationId, about, wholes: { parts: NO_PARTS }, since })
  if (kept) return kept.parts
  const contentId = contentIdOf(campaignId)
  const fates = [...(await fatesOf(trx, { organizationId, contentId })).values()]
  const answered = fates.filter(({ answer }) => answer !== null).length
  const sent = fates.filter(({ state, answer }) => state === 'sent' && answer === null).length
  const cards = await countShown(deps, trx, { organizationId, contentId })
  const parts = { cards, answered, otherWay: Math.max(0, sent - cards) }
  return (await tell(trx, { organizationId, about, wholes: { parts }, at: deps.now() })).parts
}

const NO_WORDS = { flaws: [], missing: [] } as const

/** New words have to be there for whoever has the old ones. */
function judge({ content }: campaigns.KeptCampaign, words: Extract<CorrectionAsked, { kind: 'correct' }>['words']) {
  const flaws = Object.entries(words).flatMap(([language, each]): readonly Flaw[] => {
    const flaw = flawOf(each)
    return flaw ? [{ flaw, stepId: null, language }] : []
  })
  return { flaws, missing: Object.keys(content.words).filter(language => !words[language]) }
}

const PAGE = 1000

async function countShown(deps: Deps, trx: Trx, of: { organizationId: string; contentId: string }): Promise<number> {
  let count = 0
  for (let after = ''; ;) {
    const page = await store.unansweredOf(trx, { ...of, after, limit: PAGE })
    const inChat = page.flatMap(({ id, state, rung }) => (state === 'sent' && rung === 'chat' ? [id] : []))
    const { organizationId } = of
    count += (await cardsShown(trx, { organizationId, nudgeIds: inChat, until: deps.now() })).length
    const last = page.at(-1)
    if (!last) return count
    after = last.id
  }
}

/** @throws ProblemError `conflict` or `bad_request` naming what stands in the way. */
export async function correct(deps: Deps, { asked, by, basedOn, ...key }: Wanted): Promise<string> {
  const { organizationId } = key
  const correctionId = deps.newId('correction')
  const done = await deps.db.for(organizationId)(async trx => {
    const campaign = await sentCampaign(trx, key)
    if (campaign.revision !== basedOn) return { kind: 'newer', by: campaign.savedBy } as const
    const made = { correctionId, campaignId: key.campaignId, kind: asked.kind, by, at: deps.now(), endedAt: null }
    if (!(await store.insertCorrection(trx, organizationId, made)))
      throw new ProblemError('conflict', 'Another correction is under way. Wait until it is done', {
        reason: 'under_way'
      })
    await (asked.kind === 'correct'
      ? saveWords(trx, { organizationId, by, campaign, words: asked.words })
      : takeBack(deps, trx, { ...key, by, campaign }))
    const action = asked.kind === 'correct' ? ('campaign.corrected' as const) : ('campaign.taken_back' as const)
    const detail = { campaignId: key.campaignId, name: campaign.content.name, kind: asked.kind }
    await record(trx, deps, { organizationId, action, actor: by, detail })
    await deps.queue.enqueue(trx, correctCardsJob.job({ organizationId, correctionId }, { group: organizationId }))
    return { kind: 'made' } as const
  })
  if (done.kind === 'made') return correctionId
  throw await newerDraft(deps, organizationId, done.by)
}

type Words = Extract<CorrectionAsked, { kind: 'correct' }>['words']
type Saving = {
  readonly organizationId: string
  readonly by: string
  readonly campaign: campaigns.KeptCampaign
  readonly words: Words
}

/** From now on whatever is shown or sent of it says this. */
async function saveWords(trx: Trx, { organizationId, by, campaign, words }: Saving): Promise<void> {
  if (campaign.savedBy === OPERATOR && by !== OPERATOR)
    throw new ProblemError('conflict', 'ConsciousInsights wrote it: only they can correct it. You can take it back', {
      reason: 'not_yours'
    })
  const { flaws, missing } = judge(campaign, words)
  if (flaws.length > 0 || missing.length > 0)
    throw new ProblemError('bad_request', 'Something is still missing. The page lists it; complete it, then correct', {
      reason: 'incomplete'
    })
  const content = { ...campaign.content, words }
  await campaigns.saveContent(trx, organizationId, { ...campaign, content, revision: campaign.revision + 1 })
}

/** What has not gone out does not go out; what has cannot be answered any more. */
async function takeBack(
  deps: Deps,
  trx: Trx,
  { by, campaign, ...key }: Key & { readonly by: string; readonly campaign: campaigns.KeptCampaign }
): Promise<void> {
  const at = deps.now()
  if (campaign.state !== 'cancelled')
    await campaigns.saveTurn(trx, key, { state: 'cancelled', turn: { turn: 'cancel', by, at: at.toISOString() } })
  await store.withdraw(trx, { organizationId: key.organizationId, contentId: contentIdOf(key.campaignId), at })
}

async function sentCampaign(trx: Trx, key: Key): Promise<campaigns.KeptCampaign> {
  const campaign = await campaigns.lockCampaign(trx, key)
  if (!campaign)
    throw new ProblemError('not_found', 'This campaign does not exist. Go back to the list', {
      reason: 'campaign_gone'
    })
  if (!mayCorrect(campaign.state))
    throw new ProblemError('conflict', 'It was not started, so nothing was sent. Change the draft', { reason: 'draft' })
  return campaign
}
