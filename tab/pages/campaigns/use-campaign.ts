/** One campaign as it is saved, and the draft on top of it. */
import type { z } from 'zod'
import { getCampaign, listCampaigns, saveCampaign, type CampaignContent } from '../../../api/contract/campaigns.ts'
import { useApp } from '../../context.ts'
import { useDesk, type Desk } from '../../use-desk.ts'

export type CampaignView = z.output<typeof getCampaign.answer>
export type Choices = z.output<typeof listCampaigns.answer>['choices']
export type CampaignDesk = Desk<{ readonly view: CampaignView; readonly choices: Choices }, CampaignContent>

export function useCampaign(campaignId: string): CampaignDesk {
  const { session } = useApp()
  return useDesk<{ readonly view: CampaignView; readonly choices: Choices }, CampaignContent>({
    load: async () => {
      const [view, { choices }] = await Promise.all([
        session.call(getCampaign, { params: { campaignId } }),
        session.call(listCampaigns)
      ])
      return { view, choices }
    },
    save: (content, { view }) =>
      session.call(saveCampaign, { params: { campaignId }, body: { basedOn: view.revision, content } })
  })
}
