/** One figure over the reports of the same kind: a line where there are numbers, and the same as a table. */
import { Card, Text, Subtitle1, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Cell } from '../../../api/contract/cell.ts'
import type { Figure, ReportView } from '../../../api/contract/reports.ts'
import { useApp } from '../../context.ts'
import { CellText } from './cell.tsx'
import { Choice } from './choice.tsx'
import { nameOf } from './periods.ts'
import { Picture, TrendChart } from './pictures.tsx'
import { Rows } from '../../rows.tsx'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 }
})

type At = { readonly period: ReportView['period']; readonly cell: Cell }

export function Trend({ report }: { readonly report: ReportView }): ReactNode {
  const said = useReportWords()
  const [key, setKey] = useState(() => (report.figures.find(each => each.key === 'active') ?? report.figures[0])?.key)
  const figure = report.figures.find(each => each.key === key)
  if (!figure) return null
  return (
    <Card>
      <Subtitle1 as="h2">{said.trend}</Subtitle1>
      <Choice
        label={said.trendFigure}
        value={figure.key}
        options={report.figures.map(each => [each.key, each.name])}
        onChoose={setKey}
      />
      <OverTime figure={figure} report={report} />
    </Card>
  )
}

function OverTime({ figure, report }: { readonly figure: Figure; readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = useReportWords()
  const all: readonly At[] = [...figure.trend, { period: report.period, cell: figure.cell }]
  const points = all.flatMap(({ period, cell }) =>
    cell.kind === 'shown' && cell.exact && cell.of > 0
      ? [{ at: new Date(Date.parse(period.to)), share: cell.count / cell.of, label: cell.label }]
      : []
  )
  const missing = all.length - points.length
  return (
    <>
      {points.length > 1 ? (
        <Picture>
          <TrendChart key={figure.key} title={figure.name} points={points} />
        </Picture>
      ) : (
        <Text>{said.noTrend}</Text>
      )}
      {points.length > 1 && missing > 0 && (
        <Text size={200} className={styles.quiet}>
          {said.notDrawn(missing)}
        </Text>
      )}
      <Rows
        label={said.trendTable}
        heads={[said.when, figure.name]}
        rows={all.toReversed().map(({ period, cell }) => {
          const when = nameOf({ kind: report.kind, period }, said, app)
          return {
            key: period.from,
            cells: [when, <CellText key="cell" cell={cell} about={`${figure.name}, ${when}`} />]
          }
        })}
      />
    </>
  )
}
