/** HR's page: all campaigns with the switch that stops them, or one of them. */
import { useState, type ReactNode } from 'react'
import { CampaignList } from './list.tsx'
import { CampaignEditor } from './editor.tsx'

export function CampaignsPage(): ReactNode {
  const [opened, setOpened] = useState<string>()
  return opened ? (
    <CampaignEditor key={opened} campaignId={opened} onOpen={setOpened} onBack={() => setOpened(undefined)} />
  ) : (
    <CampaignList onOpen={setOpened} />
  )
}
