/** Whether nudges help, as the report has it: with interval and cost, or not enough evidence yet, and what could be found out when. */
import { Card, Subtitle2, Text, Subtitle1, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ExperimentLook, ExperimentOffer, ExperimentView } from '../../../api/contract/experiments.ts'
import type { ReportView } from '../../../api/contract/reports.ts'
import { formatDay, useApp } from '../../context.ts'
import { Rows } from '../../rows.tsx'
import { useReportWords } from './words.ts'

/** As the page about experiments shows one. */
export type ShowLook = (props: { readonly experiment: ExperimentView; readonly look: ExperimentLook }) => ReactNode

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 }
})

type Props = { readonly report: ReportView; readonly look: ShowLook }

export function Lift({ report, look: Look }: Props): ReactNode {
  const styles = useStyles()
  const said = useReportWords()
  const { experiment, offers, says } = report.lift
  return (
    <div className={styles.column}>
      <Card>
        <Subtitle1 as="h2">{said.lift}</Subtitle1>
        <Text>{says}</Text>
        {!experiment && offers.length > 0 && <Offers offers={offers} />}
      </Card>
      {experiment?.look && <Look experiment={experiment} look={experiment.look} />}
    </div>
  )
}

const OUTCOMES = ['plan', 'course', 'session'] as const

function Offers({ offers }: { readonly offers: readonly ExperimentOffer[] }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = useReportWords()
  const best = OUTCOMES.flatMap(outcome => bestOf(offers.filter(({ primary }) => primary === outcome)) ?? [])
  return (
    <div>
      <Subtitle2 as="h3">{said.detect}</Subtitle2>
      <Rows
        label={said.detect}
        wide
        heads={[said.outcome, said.design, said.finds, said.firstAt]}
        rows={best.map(({ primary, weeks, holdoutPercent, points, foundAt }) => ({
          key: primary,
          cells: [
            app.words.experiments.outcomeShort[primary],
            said.designOf(weeks, holdoutPercent),
            points === null
              ? said.cannot
              : said.points(new Intl.NumberFormat(app.locale, { maximumFractionDigits: 1 }).format(points)),
            foundAt ? formatDay(foundAt, app) : said.notInAYear
          ]
        }))}
      />
      <Text size={200} className={styles.quiet}>
        {app.words.experiments.assumes} {said.turnOn}
      </Text>
    </div>
  )
}

/** Of one outcome the design that finds the smallest effect; of equals the soonest. */
const bestOf = (offers: readonly ExperimentOffer[]): ExperimentOffer | undefined =>
  offers.toSorted(
    (a, b) =>
      (a.points ?? Number.POSITIVE_INFINITY) - (b.points ?? Number.POSITIVE_INFINITY) ||
      (a.foundAt ?? '9').localeCompare(b.foundAt ?? '9')
  )[0]
