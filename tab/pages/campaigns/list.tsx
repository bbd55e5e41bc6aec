/** All campaigns of the company, newest first, and the switch that stops every one of them. */
import {
  Button,
  Card,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Text,
  Title3,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { createCampaign, listCampaigns, stopCampaigns } from '../../../api/contract/campaigns.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { formatMoment, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { dayIn } from './days.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'end' },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  wide: { minWidth: 0 }
})

type View = z.output<typeof listCampaigns.answer>
type Props = { readonly onOpen: (campaignId: string) => void }

export function CampaignList({ onOpen }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { campaigns } = words
  const loaded = useLoaded(() => session.call(listCampaigns))
  const { busy, run, problem } = usePress()
  const make = ({ choices: { today } }: View): void =>
    run(async () => {
      const body = { name: campaigns.freshName, audience: [], words: {}, from: today, until: today }
      onOpen((await session.call(createCampaign, { body })).campaignId)
    })
  return (
    <Card>
      <Title3 as="h2">{campaigns.title}</Title3>
      <Text>{campaigns.body}</Text>
      <Loading loaded={loaded}>
        {view => (
          <div className={styles.column}>
            {view.stopped && <Stopped stopped={view.stopped} onDone={loaded.reload} />}
            {view.campaigns.length === 0 && <Text>{campaigns.none}</Text>}
            {view.campaigns.map(campaign => (
              <Line key={campaign.campaignId} campaign={campaign} onOpen={onOpen} />
            ))}
            <div>
              <Button appearance="primary" disabled={busy} onClick={() => make(view)}>
                {campaigns.fresh}
              </Button>
            </div>
            {!view.stopped && view.campaigns.length > 0 && <StopAll onDone={loaded.reload} />}
          </div>
        )}
      </Loading>
      {problem}
    </Card>
  )
}

function Line({ campaign, onOpen }: Props & { readonly campaign: View['campaigns'][number] }): ReactNode {
  const styles = useStyles()
  const { words, locale } = useApp()
  const { campaigns } = words
  const { campaignId, name, state, from, until } = campaign
  return (
    <div>
      <Subtitle2 as="h3" className={styles.text}>
        {name}
      </Subtitle2>
      <Text block size={200} className={styles.quiet}>
        {campaigns.summary(campaigns.states[state], dayIn(from, locale), dayIn(until, locale))}
      </Text>
      <Button size="small" aria-label={campaigns.open(name)} onClick={() => onOpen(campaignId)}>
        {campaigns.openShort}
      </Button>
    </div>
  )
}

type Done = { readonly onDone: () => void }

function StopAll({ onDone }: Done): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { campaigns } = words
  const { busy, run, problem } = usePress()
  const [reason, setReason] = useState('')
  const stop = (): void =>
    run(async () => {
      await session.call(stopCampaigns, { body: { stopped: true, reason } })
      onDone()
    })
  return (
    <div className={styles.column}>
      <div className={styles.row}>
        <Field label={campaigns.stopReason} className={styles.field}>
          <Input
            className={styles.wide}
            maxLength={300}
            value={reason}
            onChange={(_event, { value }) => setReason(value)}
          />
        </Field>
        <ConfirmButton
          disabled={busy || !reason.trim()}
          label={campaigns.stopAll}
          title={campaigns.stopAllAsk}
          body={campaigns.stopAllBody}
          keep={campaigns.notNow}
          onConfirm={stop}
        />
      </div>
      {problem}
    </div>
  )
}

function Stopped({ stopped, onDone }: Done & { readonly stopped: NonNullable<View['stopped']> }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const { campaigns } = app.words
  const { busy, run, problem } = usePress()
  const goOn = (): void =>
    run(async () => {
      await app.session.call(stopCampaigns, { body: { stopped: false } })
      onDone()
    })
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.text}>
          <MessageBarTitle>{campaigns.stopped}</MessageBarTitle>
          {` ${campaigns.stoppedBody(stopped.by, formatMoment(stopped.at, app), stopped.reason)}`}
        </MessageBarBody>
        <MessageBarActions>
          <ConfirmButton
            size="small"
            disabled={busy}
            label={campaigns.goOn}
            title={campaigns.goOnAsk}
            body={campaigns.goOnBody}
            keep={campaigns.notNow}
            onConfirm={goOn}
          />
        </MessageBarActions>
      </MessageBar>
      {problem}
    </>
  )
}
