/** What a report says, in words before any figure; who stands behind it, what is blank and why; its files. */
import { Button, Card, Subtitle2, Text, Title3, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { ReportView } from '../../../api/contract/reports.ts'
import { formatMoment, useApp } from '../../context.ts'
import { download } from '../../download.ts'
import { usePress } from '../../press.tsx'
import { csvFile, xlsxFile } from './files.ts'
import { fileDay, nameOf } from './periods.ts'
import { sheetsOf } from './rows.ts'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  finding: { overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' }
})

export function Finding({ report }: { readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = useReportWords()
  const others = report.findings.slice(1)
  return (
    <Card>
      <Text className={styles.quiet}>{nameOf(report, said, app)}</Text>
      <Title3 as="h2" className={styles.finding}>
        {report.finding}
      </Title3>
      {others.length > 0 && (
        <ul className={styles.list} aria-label={said.findings}>
          {others.map(finding => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      <Text>
        {said.behind(report.people)} {said.madeAt(formatMoment(report.madeAt, app))}
      </Text>
      {report.waiting && <Text className={styles.quiet}>{report.waiting}</Text>}
      <Subtitle2 as="h3">{said.blanks}</Subtitle2>
      <Text>{report.blanked.why}</Text>
      <Files report={report} />
    </Card>
  )
}

function Files({ report }: { readonly report: ReportView }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = useReportWords()
  const [told, setTold] = useState('')
  const { busy, run, problem } = usePress()
  const save = (make: typeof xlsxFile | typeof csvFile) => (): void =>
    run(async () => {
      const sheets = sheetsOf(report, { said, period: nameOf(report, said, app) })
      const file = await make(`${said.which}-${report.kind}-${fileDay(report.period)}`, sheets)
      download(file)
      setTold(said.saved(file.name))
    })
  return (
    <div className="ci-unprinted">
      <div className={styles.row}>
        <Button disabled={busy} onClick={save(csvFile)}>
          {said.csv}
        </Button>
        <Button disabled={busy} onClick={save(xlsxFile)}>
          {said.xlsx}
        </Button>
        <Button onClick={() => window.print()}>{said.print}</Button>
      </div>
      <Text block size={200} className={styles.quiet}>
        {said.fileNote}
      </Text>
      <output>{told}</output>
      {problem}
    </div>
  )
}
