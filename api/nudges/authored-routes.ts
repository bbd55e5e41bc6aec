/** Doors of authors and HR: journeys, campaigns, a test to oneself. */
import type { z } from 'zod'
import * as campaigns from '../contract/campaigns.ts'
import * as corrections from '../contract/corrections.ts'
import * as journeys from '../contract/journeys.ts'
import { sendTest as sendTestEndpoint } from '../contract/nudge-content.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { dryRun } from './campaign-figures.ts'
import { campaignsView, campaignView } from './campaign-views.ts'
import { OPERATOR } from './campaign.ts'
import { createCampaign, letGoOn, saveCampaign, stopAll, turn } from './campaigns.ts'
import { correct, dryRunOf } from './corrections.ts'
import { correctionsView } from './correction-views.ts'
import { journeysView, journeyView, previewView, versionOfJourney } from './journey-views.ts'
import { createJourney, publish, saveDraft, start, stop } from './journeys.ts'
import { sendTest } from './send-test.ts'

export function authoredRoutes(deps: Deps, api: Api): void {
  journeyRoutes(deps, api)
  operatorRoutes(deps, api)
  campaignRoutes(deps, api)
  correctionRoutes(deps, api)
  api.serve(sendTestEndpoint, async ({ caller: { organizationId, personId }, body: { words } }) => ({
    nudgeId: await sendTest(deps, { organizationId, personId, words })
  }))
}

function journeyRoutes(deps: Deps, api: Api): void {
  api.serve(journeys.listJourneys, ({ caller }) => journeysView(deps, caller.organizationId))
  api.serve(journeys.createJourney, async ({ caller: { organizationId, personId }, body }) => ({
    journeyId: await createJourney(deps, { organizationId, by: personId, ...body })
  }))
  api.serve(journeys.previewJourney, ({ caller, body }) => previewView(deps, caller.organizationId, body))
  api.serve(journeys.getJourney, ({ caller: { organizationId }, params }) =>
    journeyView(deps, { organizationId, ...params })
  )
  api.serve(journeys.getJourneyVersion, ({ caller: { organizationId }, params }) =>
    versionOfJourney(deps, { organizationId, ...params })
  )
  api.serve(journeys.saveJourney, async ({ caller: { organizationId, personId }, params, body }) => ({
    revision: await saveDraft(deps, { organizationId, by: personId, ...params, ...body })
  }))
  api.serve(journeys.publishJourney, async ({ caller: { organizationId, personId }, params, body }) => ({
    version: await publish(deps, { organizationId, by: personId, ...params, ...body })
  }))
  api.serve(journeys.startJourney, async ({ caller: { organizationId, personId }, params, body }) => {
    await start(deps, { organizationId, by: personId, ...params, ...body })
    return {}
  })
  api.serve(journeys.stopJourney, async ({ caller: { organizationId, personId }, params }) => {
    await stop(deps, { organizationId, by: personId, ...params })
    return {}
  })
}

function correctionRoutes(deps: Deps, api: Api): void {
  api.serve(corrections.dryRunCorrection, ({ caller: { organizationId }, params, body }) =>
    dryRunOf(deps, { organizationId, ...params, asked: body })
  )
  api.serve(corrections.correctCampaign, async ({ caller: { organizationId, personId }, params, body }) => ({
    correctionId: await correct(deps, { organizationId, by: personId, ...params, ...body })
  }))
  api.serve(corrections.listCorrections, ({ caller: { organizationId }, params }) =>
    correctionsView(deps, { organizationId, ...params })
  )
}

function campaignRoutes(deps: Deps, api: Api): void {
  api.serve(campaigns.listCampaigns, ({ caller }) => campaignsView(deps, caller.organizationId))
  api.serve(campaigns.createCampaign, async ({ caller: { organizationId, personId }, body }) => ({
    campaignId: await createCampaign(deps, { organizationId, by: personId, content: body })
  }))
  api.serve(campaigns.dryRunCampaign, async ({ caller, body }) =>
    dryRun(deps, await getOrganization(deps, caller.organizationId), body)
  )
  api.serve(campaigns.stopCampaigns, async ({ caller: { organizationId, personId }, body }) => {
    await flip(deps, { organizationId, by: personId }, body)
    return {}
  })
  api.serve(campaigns.getCampaign, ({ caller: { organizationId }, params }) =>
    campaignView(deps, { organizationId, ...params })
  )
  api.serve(campaigns.saveCampaign, async ({ caller: { organizationId, personId }, params, body }) => ({
    revision: await saveCampaign(deps, { organizationId, by: personId, ...params, ...body })
  }))
  api.serve(campaigns.turnCampaign, async ({ caller: { organizationId, personId }, params, body }) => ({
    state: await turn(deps, { organizationId, by: personId, ...params, ...body })
  }))
}

function operatorRoutes(deps: Deps, api: Api): void {
  api.serve(campaigns.createCampaignFor, async ({ params, body }) => ({
    campaignId: await createCampaign(deps, { ...params, by: OPERATOR, content: body })
  }))
  api.serve(campaigns.turnCampaignFor, async ({ params, body }) => ({
    state: await turn(deps, { ...params, ...body, by: OPERATOR })
  }))
  api.serve(campaigns.stopCampaignsFor, async ({ params, body }) => {
    await flip(deps, { ...params, by: OPERATOR }, body)
    return {}
  })
}

type Who = { readonly organizationId: string; readonly by: string }
type Switch = z.output<typeof campaigns.stopCampaigns.body>

const flip = (deps: Deps, who: Who, wanted: Switch): Promise<void> =>
  wanted.stopped ? stopAll(deps, { ...who, reason: wanted.reason }) : letGoOn(deps, who)
