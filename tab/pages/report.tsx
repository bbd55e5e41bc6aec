/** HR's page: the finding in words, the gated figures, what is blank and why. */
import {
  Button,
  Card,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  Title3,
  Tooltip,
  makeStyles,
  tokens
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Cell } from '../../api/contract/cell.ts'
import { getLatestReport, makeReportEndpoint, type ReportView } from '../../api/contract/reports.ts'
import { useApp } from '../context.ts'
import { Loading, useLoaded } from '../load.tsx'
import { usePress } from '../press.tsx'
import { HrChannels } from './reach/channels.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'stretch' },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: {
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    minWidth: '2px'
  },
  track: {
    width: '120px',
    maxWidth: '30vw',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall
  }
})

export function ReportPage(): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getLatestReport))
  const { busy, run, problem } = usePress()
  const make = (): void =>
    run(async () => {
      await session.call(makeReportEndpoint, { body: {} })
      loaded.reload()
    })
  return (
    <Loading loaded={loaded}>
      {({ report }) => (
        <div className={styles.list}>
          {report ? <ReportCard report={report} /> : <Text>{words.reportEmpty}</Text>}
          <div>
            <Button disabled={busy} onClick={make}>
              {words.makeReport}
            </Button>
          </div>
          {problem}
          <HrChannels />
        </div>
      )}
    </Loading>
  )
}

function ReportCard({ report }: { readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const { words } = useApp()
  return (
    <Card>
      <Title3 as="h2">{report.finding}</Title3>
      <Text size={200} className={styles.quiet}>
        {words.peopleBehind(report.people)} {report.blanked.why}.
      </Text>
      <Table size="small" aria-label={words.report}>
        <TableBody>
          {report.figures.map(figure => (
            <TableRow key={figure.key}>
              <TableCell>
                <Tooltip content={figure.definition} relationship="description">
                  <span tabIndex={0}>{figure.name}</span>
                </Tooltip>
              </TableCell>
              <TableCell>
                <Bar cell={figure.cell} />
              </TableCell>
              <TableCell>{cellText(figure.cell)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {report.breakdowns.map(({ dimension, name, figures, groups }) => (
        <Table key={dimension} size="small" aria-label={name}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>{name}</TableHeaderCell>
              {figures.map(key => (
                <TableHeaderCell key={key}>{report.figures.find(figure => figure.key === key)?.name}</TableHeaderCell>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {groups.map(group => (
              <TableRow key={group.name}>
                <TableCell>{group.name}</TableCell>
                {group.cells.map((cell, column) => (
                  <TableCell key={figures[column]}>{cellText(cell)}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ))}
    </Card>
  )
}

function Bar({ cell }: { readonly cell: Cell }): ReactNode {
  const styles = useStyles()
  if (cell.kind === 'blank' || !cell.exact || cell.of === 0) return null
  return (
    <div className={styles.track} aria-hidden>
      <div className={styles.bar} style={{ width: `${(100 * cell.count) / cell.of}%` }} />
    </div>
  )
}

const cellText = (cell: Cell): string => (cell.kind === 'shown' ? cell.label : cell.reason)
