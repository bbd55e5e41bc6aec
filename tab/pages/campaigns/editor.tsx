/** One campaign on one page: who, what, when, who would get it, start; once started, how it goes. */
import { Card, Field, Input, Title3, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { CampaignContent } from '../../../api/contract/campaigns.ts'
import { useApp } from '../../context.ts'
import { Loading } from '../../load.tsx'
import { Back, Saving } from '../../saving.tsx'
import { AudienceForm } from './audience-form.tsx'
import { CorrectionCard } from './correction.tsx'
import { CampaignProgressCard } from './progress.tsx'
import { CampaignStart } from './start.tsx'
import { useCampaign, type CampaignDesk, type CampaignView, type Choices } from './use-campaign.ts'
import { WhatForm } from './what-form.tsx'
import { WhenForm } from './when-form.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 }
})

type Props = {
  readonly campaignId: string
  readonly onBack: () => void
  readonly onOpen: (campaignId: string) => void
}

export function CampaignEditor({ campaignId, onBack, onOpen }: Props): ReactNode {
  const styles = useStyles()
  const desk = useCampaign(campaignId)
  const { campaigns } = useApp().words
  return (
    <div className={styles.column}>
      <div>
        <Back unsaved={desk.draft !== undefined} said={campaigns} onBack={onBack} />
      </div>
      <Loading loaded={desk.loaded}>
        {({ view, choices }) =>
          view.state === 'draft' ? (
            <Draft desk={desk} view={view} choices={choices} />
          ) : (
            <>
              <CampaignProgressCard view={view} onChanged={desk.loaded.reload} onOpen={onOpen} />
              <CorrectionCard key={view.revision} view={view} onChanged={desk.loaded.reload} />
            </>
          )
        }
      </Loading>
    </div>
  )
}

type DraftProps = { readonly desk: CampaignDesk; readonly view: CampaignView; readonly choices: Choices }

function Draft({ desk, view, choices }: DraftProps): ReactNode {
  const styles = useStyles()
  const { campaigns } = useApp().words
  const content = desk.draft ?? view.content
  const [language, setLanguage] = useState(choices.language)
  const set = (changed: Partial<CampaignContent>): void => desk.change({ ...content, ...changed })
  const form = { content, set, choices }
  return (
    <div className={styles.column}>
      <Card>
        <Field label={campaigns.name} className={styles.field}>
          <Input
            className={styles.wide}
            maxLength={120}
            value={content.name}
            onChange={(_event, { value }) => set({ name: value })}
          />
        </Field>
        <Title3 as="h2">{campaigns.who}</Title3>
        <AudienceForm {...form} />
        <Title3 as="h2">{campaigns.what}</Title3>
        <WhatForm {...form} language={language} setLanguage={setLanguage} />
        <Title3 as="h2">{campaigns.when}</Title3>
        <WhenForm {...form} />
        <Saving desk={desk} said={campaigns} last={view.saved} mayBeSaved={!!desk.draft?.name.trim()} />
      </Card>
      <CampaignStart
        {...form}
        view={view}
        unsaved={desk.draft !== undefined}
        onWrite={setLanguage}
        onStarted={desk.loaded.reload}
      />
    </div>
  )
}
