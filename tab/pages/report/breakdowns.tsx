/** The same figures by cohort, country or department, one way of grouping at a time, and what each choice leaves blank. */
import { Card, Tab, TabList, Text, Subtitle1, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState, type ReactNode } from 'react'
import type { Breakdown, ReportView } from '../../../api/contract/reports.ts'
import { Bar } from './bar.tsx'
import { CellText } from './cell.tsx'
import { Choice } from './choice.tsx'
import { Rows } from '../../rows.tsx'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  column: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  bars: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '560px' },
  named: { display: 'flex', justifyContent: 'space-between', gap: '12px', overflowWrap: 'anywhere' },
  tabs: { flexWrap: 'wrap' }
})

const DIMENSIONS = ['cohort', 'country', 'department'] as const

export function Breakdowns({ report }: { readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const said = useReportWords()
  const panel = useId()
  const [dimension, setDimension] = useState(report.breakdowns[0]?.dimension)
  const shown = report.breakdowns.find(each => each.dimension === dimension)
  const missing = DIMENSIONS.filter(each => report.breakdowns.every(other => other.dimension !== each))
  return (
    <Card>
      <Subtitle1 as="h2">{said.breakdown}</Subtitle1>
      {report.unbroken && <Text>{report.unbroken}</Text>}
      {report.breakdowns.length > 0 && (
        <>
          <TabList
            aria-label={said.breakdown}
            className={styles.tabs}
            selectedValue={dimension}
            onTabSelect={(_event, { value }) => setDimension(DIMENSIONS.find(each => each === value))}
          >
            {report.breakdowns.map(each => (
              <Tab key={each.dimension} value={each.dimension} id={`${panel}-${each.dimension}`} aria-controls={panel}>
                {said.dimensions[each.dimension]}
              </Tab>
            ))}
          </TabList>
          <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${dimension}`}>
            {shown && <Groups key={shown.dimension} breakdown={shown} report={report} />}
          </div>
          <Text size={200} className={styles.quiet}>
            {said.oneAtATime}
          </Text>
          {missing.map(each => (
            <Text key={each} size={200} className={styles.quiet}>
              {said.notHere(said.dimensions[each])}
            </Text>
          ))}
        </>
      )}
    </Card>
  )
}

type Props = { readonly breakdown: Breakdown; readonly report: ReportView }

function Groups({ breakdown, report }: Props): ReactNode {
  const styles = useStyles()
  const said = useReportWords()
  const [key, setKey] = useState(breakdown.figures[0])
  const column = breakdown.figures.findIndex(each => each === key)
  const nameOf = (figure: string | undefined): string =>
    report.figures.find(each => each.key === figure)?.name ?? figure ?? ''
  const bars = breakdown.groups.flatMap(({ name, cells }) => {
    const cell = cells[column]
    return cell?.kind === 'shown' && cell.exact && cell.of > 0 ? [{ name, cell }] : []
  })
  const undrawn = breakdown.groups.length - bars.length
  return (
    <div className={styles.column}>
      <Text block>{breakdown.why}</Text>
      <Choice
        label={said.groupFigure}
        value={key ?? ''}
        options={breakdown.figures.map(each => [each, nameOf(each)])}
        onChoose={setKey}
      />
      <output>
        <Text block size={200} className={styles.quiet}>
          {bars.length === 0
            ? said.noBars
            : undrawn > 0
              ? said.groupsBlank(undrawn, breakdown.groups.length)
              : said.allShown}
        </Text>
      </output>
      <div className={styles.bars} aria-hidden>
        {bars.map(({ name, cell }) => (
          <div key={name}>
            <div className={styles.named}>
              <span>{name}</span>
              <span>{cell.label}</span>
            </div>
            <Bar cell={cell} />
          </div>
        ))}
      </div>
      <Rows
        label={said.dimensions[breakdown.dimension]}
        wide
        heads={[said.group, said.groupPeople, nameOf(key)]}
        rows={breakdown.groups.map(group => {
          const cell = group.cells[column]
          return {
            key: group.name,
            cells: [
              group.name,
              group.people ?? said.tooFewToTell,
              cell && <CellText key={key} cell={cell} about={`${nameOf(key)}, ${group.name}`} />
            ]
          }
        })}
      />
    </div>
  )
}
