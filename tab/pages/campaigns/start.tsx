/** Who would get it, shown before it can start. */
import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  Title3,
  makeStyles
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { dryRunCampaign, turnCampaign, type CampaignDryRun } from '../../../api/contract/campaigns.ts'
import { getLatestReport } from '../../../api/contract/reports.ts'
import { ConfirmButton } from '../../confirm.tsx'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { tellPeople } from '../../people-cell.ts'
import { usePress } from '../../press.tsx'
import type { FormProps } from './audience-form.tsx'
import { dayIn } from './days.ts'
import { Figures } from './figures.tsx'
import type { CampaignView } from './use-campaign.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  text: { overflowWrap: 'anywhere', whiteSpace: 'normal' }
})

type Props = FormProps & {
  readonly view: CampaignView
  readonly unsaved: boolean
  readonly onWrite: (language: string) => void
  readonly onStarted: () => void
}

export function CampaignStart({ content, set, view, unsaved, onWrite, onStarted }: Props): ReactNode {
  const styles = useStyles()
  const { session, words, locale } = useApp()
  const { campaigns } = words
  const { busy, run, problem } = usePress(campaigns.refused)
  const [shown, setShown] = useState<{ readonly of: typeof content; readonly dry: CampaignDryRun }>()
  // Another change makes it another question, also while the answer is on its way.
  const dry = shown?.of === content ? shown.dry : undefined
  const look = (): void =>
    run(async () => setShown({ of: content, dry: await session.call(dryRunCampaign, { body: content }) }))
  const start = (): void =>
    run(async () => {
      const { campaignId, revision: basedOn } = view
      await session.call(turnCampaign, { params: { campaignId }, body: { turn: 'start', basedOn } })
      onStarted()
    })
  const ready = dry?.flaws.length === 0 && dry.languages.every(({ missing }) => !missing)
  return (
    <Card>
      <Title3 as="h2">{campaigns.dry}</Title3>
      <Text>{campaigns.dryBody}</Text>
      <div>
        <Button disabled={busy} onClick={look}>
          {campaigns.look}
        </Button>
      </div>
      {dry && (
        <section aria-label={campaigns.dry} aria-live="polite" className={styles.column}>
          <Flaws dry={dry} />
          <Missing dry={dry} content={content} set={set} onWrite={onWrite} />
          <Outcome dry={dry} />
        </section>
      )}
      {ready && !unsaved ? (
        <div>
          <ConfirmButton
            disabled={busy}
            label={campaigns.startDo}
            title={campaigns.startAsk(content.name)}
            body={campaigns.startBody(tellPeople(dry.audience, words), dayIn(content.from, locale))}
            keep={campaigns.notYet}
            onConfirm={start}
          />
        </div>
      ) : (
        <Text>{campaigns.startHint}</Text>
      )}
      {problem}
    </Card>
  )
}

type DryProps = { readonly dry: CampaignDryRun }

function Outcome({ dry }: DryProps): ReactNode {
  const { words, locale } = useApp()
  const { campaigns } = words
  const { audience, languages, first } = dry
  return (
    <>
      <Text>{campaigns.dryAudience(tellPeople(audience, words))}</Text>
      <Reached />
      <Figures
        caption={campaigns.byLanguage}
        heads={[campaigns.byLanguage, campaigns.people]}
        rows={languages.map(({ language, people }) => [language, people])}
      />
      <Text>{first === null ? campaigns.noDay : campaigns.firstDay(dayIn(first, locale))}</Text>
    </>
  )
}

/** As the report tells it of the whole company: of an audience that somebody chooses it would tell about single people. */
function Reached(): ReactNode {
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getLatestReport))
  const { campaigns, people } = words
  return (
    <Loading loaded={loaded}>
      {({ report }) => {
        const agreed = report?.figures.find(({ key }) => key === 'agreed')?.cell
        if (!agreed) return <Text>{campaigns.dryAgreed(people.why.no_report(0))}</Text>
        return <Text>{campaigns.dryAgreed(agreed.kind === 'shown' ? agreed.label : agreed.reason)}</Text>
      }}
    </Loading>
  )
}

function Flaws({ dry: { flaws } }: DryProps): ReactNode {
  const styles = useStyles()
  const { campaigns, journeys } = useApp().words
  if (flaws.length === 0) return null
  return (
    <div>
      <Text weight="semibold">{campaigns.flawsTitle}</Text>
      <ul className={styles.list}>
        {flaws.map(({ flaw, language }) => (
          <li key={`${flaw}${language}`}>{journeys.flaw(language ?? '', journeys.flaws[flaw])}</li>
        ))}
      </ul>
    </div>
  )
}

type MissingProps = DryProps & Pick<Props, 'content' | 'set' | 'onWrite'>

/** Each missing language with its two ways out. */
function Missing({ dry, content, set, onWrite }: MissingProps): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  const { campaigns } = words
  const missing = dry.languages.filter(each => each.missing)
  if (missing.length === 0) return null
  const told = missing.map(({ language, people }) => `${language} (${tellPeople(people, words)})`).join(', ')
  const leaveOut = (language: string): void =>
    set({ audience: [...content.audience, { by: 'language', anyOf: [language], except: true }] })
  return (
    <>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody className={styles.text}>
          <MessageBarTitle>{campaigns.missingTitle}</MessageBarTitle>
          {` ${campaigns.missingBody(told)}`}
        </MessageBarBody>
      </MessageBar>
      {missing.map(({ language }) => (
        <div key={language} className={styles.row}>
          <Button size="small" onClick={() => onWrite(language)}>
            {campaigns.write(language)}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => leaveOut(language)}>
            {campaigns.leaveOut(language)}
          </Button>
        </div>
      ))}
    </>
  )
}
