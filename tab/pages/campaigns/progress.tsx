/** How a started campaign goes, and what can be done with it. */
import { Button, Card, Subtitle2, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { createCampaign, turnCampaign, type CampaignProgress } from '../../../api/contract/campaigns.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatMoment, useApp } from '../../context.ts'
import { tellPeople } from '../../people-cell.ts'
import { usePress } from '../../press.tsx'
import { dayIn } from './days.ts'
import { Figures } from './figures.tsx'
import type { CampaignView } from './use-campaign.ts'

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  text: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = {
  readonly view: CampaignView
  readonly onChanged: () => void
  readonly onOpen: (campaignId: string) => void
}

export function CampaignProgressCard({ view, onChanged, onOpen }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { campaigns } = app.words
  const { content, state, turns, progress } = view
  return (
    <Card>
      <Title3 as="h2" className={styles.text}>
        {content.name}
      </Title3>
      <Text className={styles.quiet}>
        {campaigns.summary(campaigns.states[state], dayIn(content.from, app.locale), dayIn(content.until, app.locale))}
      </Text>
      <Turns view={view} onChanged={onChanged} onOpen={onOpen} />
      {progress && <Progress progress={progress} />}
      <div>
        <Button size="small" onClick={onChanged}>
          {campaigns.refresh}
        </Button>
      </div>
      {Object.entries(content.words).map(([language, words]) => (
        <div key={language} lang={language}>
          <Text block weight="semibold" className={styles.text}>
            {words.action}
          </Text>
          <Text block className={styles.text}>
            {words.whyNow}
          </Text>
        </div>
      ))}
      <Subtitle2 as="h3">{campaigns.history}</Subtitle2>
      <ul className={styles.list}>
        {turns.map(({ turn, by, at }) => (
          <li key={at + turn}>{campaigns.turnBy(campaigns.turns[turn] ?? turn, by, formatMoment(at, app))}</li>
        ))}
      </ul>
    </Card>
  )
}

function Turns({ view, onChanged, onOpen }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { campaigns } = words
  const { busy, run, problem } = usePress(campaigns.refused)
  const { campaignId, revision: basedOn, state, content } = view
  const to = (turn: 'pause' | 'resume' | 'cancel') => (): void =>
    run(async () => {
      await session.call(turnCampaign, { params: { campaignId }, body: { turn, basedOn } })
      onChanged()
    })
  const copy = (): void =>
    run(async () => {
      const body = { ...content, name: campaigns.copyOf(content.name).slice(0, 120) }
      onOpen((await session.call(createCampaign, { body })).campaignId)
    })
  return (
    <>
      <div className={styles.row}>
        {state === 'running' && (
          <Button disabled={busy} onClick={to('pause')}>
            {campaigns.pause}
          </Button>
        )}
        {state === 'paused' && (
          <Button disabled={busy} onClick={to('resume')}>
            {campaigns.resume}
          </Button>
        )}
        {(state === 'running' || state === 'paused') && (
          <ConfirmButton
            disabled={busy}
            label={campaigns.cancel}
            title={campaigns.cancelTitle}
            body={campaigns.cancelBody}
            keep={campaigns.keep}
            onConfirm={to('cancel')}
          />
        )}
        <Button appearance="subtle" disabled={busy} onClick={copy}>
          {campaigns.copy}
        </Button>
      </div>
      {problem}
    </>
  )
}

const PARTS = ['sent', 'planned', 'waiting', 'held', 'unreachable', 'notSent', 'languageMissing'] as const
const ANSWERS = ['done', 'notRelevant', 'other', 'none'] as const

function Progress({ progress }: { readonly progress: CampaignProgress }): ReactNode {
  const { words } = useApp()
  const { campaigns } = words
  return (
    <section aria-label={campaigns.progress} aria-live="polite">
      <Subtitle2 as="h3">{campaigns.progress}</Subtitle2>
      <Text block size={200}>
        {campaigns.steps}
      </Text>
      <Text block>{campaigns.progressAudience(tellPeople(progress.audience, words))}</Text>
      <Figures
        caption={campaigns.progress}
        heads={[campaigns.figure, campaigns.people]}
        rows={PARTS.map(part => [campaigns.parts[part], progress.parts[part]])}
      />
      <Figures
        caption={campaigns.answersTitle}
        heads={[campaigns.answersTitle, campaigns.people]}
        rows={ANSWERS.map(answer => [campaigns.answers[answer], progress.answers[answer]])}
      />
    </section>
  )
}
