/** What runs: journeys beside the figures of their cohorts, campaigns as they stand now. */
import { Button, Card, Subtitle2, Text, Subtitle1, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { getCampaign, listCampaigns } from '../../../api/contract/campaigns.ts'
import { listJourneys } from '../../../api/contract/journeys.ts'
import type { ReportView } from '../../../api/contract/reports.ts'
import { formatDay, useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { tellPeople } from '../../people-cell.ts'
import { CellText } from './cell.tsx'
import { Rows } from '../../rows.tsx'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 }
})

export function Programs({ report }: { readonly report: ReportView }): ReactNode {
  const said = useReportWords()
  return (
    <Card>
      <Subtitle1 as="h2">{said.programs}</Subtitle1>
      <Journeys report={report} />
      <Campaigns />
    </Card>
  )
}

/** What a journey is for; all others stand by group. */
const TOLD = ['active', 'nudge_answered', 'plan_made', 'plan_kept', 'completed']

function Journeys({ report }: { readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const { session } = useApp()
  const said = useReportWords()
  const loaded = useLoaded(() => session.call(listJourneys))
  const cohorts = report.breakdowns.find(({ dimension }) => dimension === 'cohort')
  const keys = TOLD.filter(key => cohorts?.figures.includes(key))
  const nameOf = (figure: string): string => report.figures.find(({ key }) => key === figure)?.name ?? figure
  return (
    <div className={styles.part}>
      <Subtitle2 as="h3">{said.journeys}</Subtitle2>
      <Loading loaded={loaded}>
        {({ journeys }) => {
          const running = journeys.flatMap(({ name, cohorts: on }) => on.map(cohort => ({ name, cohort })))
          if (running.length === 0) return <Text>{said.noJourneys}</Text>
          return (
            <>
              <Rows
                label={said.journeys}
                wide
                heads={[said.journeys, ...(keys.length > 0 ? keys.map(nameOf) : [said.figure])]}
                rows={running.map(({ name, cohort }) => {
                  const group = cohorts?.groups.find(each => each.name === cohort)
                  return {
                    key: `${name} ${cohort}`,
                    cells: [
                      said.journeyOf(name, cohort),
                      ...(group
                        ? keys.map(key => {
                            const cell = group.cells[cohorts?.figures.indexOf(key) ?? -1]
                            return cell && <CellText key={key} cell={cell} about={`${nameOf(key)}, ${cohort}`} />
                          })
                        : [said.noCohortFigures])
                    ]
                  }
                })}
              />
              <Text size={200} className={styles.quiet}>
                {said.journeyWhy}
              </Text>
            </>
          )
        }}
      </Loading>
    </div>
  )
}

const AT_ONCE = 5

function Campaigns(): ReactNode {
  const styles = useStyles()
  const { session } = useApp()
  const said = useReportWords()
  const [most, setMost] = useState(AT_ONCE)
  const loaded = useLoaded(() => session.call(listCampaigns))
  return (
    <div className={styles.part}>
      <Subtitle2 as="h3">{said.campaigns}</Subtitle2>
      <Loading loaded={loaded}>
        {({ campaigns }) => {
          const started = campaigns
            .filter(({ state }) => state !== 'draft')
            .toSorted((a, b) => b.from.localeCompare(a.from))
          if (started.length === 0) return <Text>{said.noCampaigns}</Text>
          const ids = started.slice(0, most).map(({ campaignId }) => campaignId)
          return (
            <>
              <CampaignRows key={ids.join(' ')} ids={ids} />
              {started.length > most && (
                <Button size="small" onClick={() => setMost(most + AT_ONCE)}>
                  {said.more(Math.min(AT_ONCE, started.length - most))}
                </Button>
              )}
              <Text block size={200} className={styles.quiet}>
                {said.campaignWhy}
              </Text>
            </>
          )
        }}
      </Loading>
    </div>
  )
}

function CampaignRows({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const app = useApp()
  const { session, words } = app
  const said = useReportWords()
  const loaded = useLoaded(() =>
    Promise.all(ids.map(campaignId => session.call(getCampaign, { params: { campaignId } })))
  )
  return (
    <Loading loaded={loaded}>
      {campaigns => (
        <Rows
          label={said.campaigns}
          wide
          heads={[said.campaign, said.days, said.sent, said.answeredDone, said.notRelevant]}
          rows={campaigns.map(({ campaignId, content, state, progress }) => ({
            key: campaignId,
            cells: [
              `${content.name} (${words.campaigns.states[state]})`,
              [content.from, content.until].map(day => formatDay(day, { ...app, timezone: 'UTC' })).join(' – '),
              ...(progress
                ? [progress.parts.sent, progress.answers.done, progress.answers.notRelevant].map(cell =>
                    tellPeople(cell, words)
                  )
                : ['', '', ''])
            ]
          }))}
        />
      )}
    </Loading>
  )
}
