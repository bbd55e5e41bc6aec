/** What HR sees of campaigns. */
import type { z } from 'zod'
import type * as contract from '../contract/campaigns.ts'
import { languageOf } from '../contract/nudge-content.ts'
import { listGroupNames, namesOfPeople } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { isOver, OPERATOR, type Campaign } from './campaign.ts'
import { progressOf } from './campaign-figures.ts'
import { cohortNames } from './journey-views.ts'
import { dayOf } from './local-day.ts'
import { valuesOf } from './store-authored.ts'
import * as store from './store-campaigns.ts'

type Answer<K extends keyof typeof contract> = (typeof contract)[K] extends {
  readonly answer: infer A extends z.ZodType
}
  ? z.input<A>
  : never

export const shownState = ({ state, content }: Pick<Campaign, 'state' | 'content'>, now: Date) =>
  (state === 'running' || state === 'paused') && isOver(content, now) ? ('over' as const) : state

const CI = 'ConsciousInsights'
export const nameOf = (names: ReadonlyMap<string, string>, by: string): string =>
  by === OPERATOR ? CI : (names.get(by) ?? '')

export async function campaignsView(deps: Deps, organizationId: string): Promise<Answer<'listCampaigns'>> {
  const organization = await getOrganization(deps, organizationId)
  const { campaigns, stopped, groups, values } = await deps.db.for(organizationId)(async trx => ({
    campaigns: await store.campaignsOf(trx, organizationId),
    stopped: await store.findSwitch(trx, organizationId),
    groups: await listGroupNames(trx, organizationId),
    values: await valuesOf(trx, organizationId)
  }))
  const names = await namesOfPeople(deps, organizationId, stopped ? [stopped.by] : [])
  return {
    campaigns: campaigns.map(({ campaignId, content, state }) => ({
      campaignId,
      name: content.name,
      state: shownState({ state, content }, deps.now()),
      from: content.from,
      until: content.until,
      languages: Object.keys(content.words),
      rank: content.rank
    })),
    stopped: stopped ? { by: nameOf(names, stopped.by), at: stopped.at.toISOString(), reason: stopped.reason } : null,
    choices: {
      language: languageOf(organization.locale),
      today: dayOf(deps.now(), organization.timezone),
      timezone: organization.timezone,
      cohorts: cohortNames(organization),
      groups: [...groups],
      departments: [...values.department],
      countries: [...values.country],
      titles: [...values.title],
      languages: [...new Set([organization.locale, ...values.locale].map(languageOf))].toSorted()
    }
  }
}

export async function campaignView(deps: Deps, key: store.CampaignKey): Promise<Answer<'getCampaign'>> {
  const { organizationId } = key
  const organization = await getOrganization(deps, organizationId)
  const campaign = await deps.db.for(organizationId)(trx => store.lockCampaign(trx, key))
  if (!campaign)
    throw new ProblemError('not_found', 'This campaign does not exist. Go back to the list', {
      reason: 'campaign_gone'
    })
  const { campaignId, content, revision, state, savedBy, savedAt, turns } = campaign
  const names = await namesOfPeople(deps, organizationId, [savedBy, ...turns.map(({ by }) => by)])
  return {
    campaignId,
    state: shownState(campaign, deps.now()),
    content,
    revision,
    saved: { by: nameOf(names, savedBy), at: savedAt.toISOString() },
    turns: turns.map(({ turn, by, at }) => ({ turn, by: nameOf(names, by), at })),
    progress: state === 'draft' ? null : await progressOf(deps, organization, campaign)
  }
}
