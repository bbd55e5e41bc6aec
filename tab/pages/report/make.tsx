/** The report of the last closed week or month, made now; the one that is there already where it was made before. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { makeReportEndpoint, reportKindSchema, type ReportKind } from '../../../api/contract/reports.ts'
import { useApp } from '../../context.ts'
import { usePress } from '../../press.tsx'
import { nameOf } from './periods.ts'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

export function Make({ onMade }: { readonly onMade: () => void }): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = useReportWords()
  const [told, setTold] = useState('')
  const { busy, run, problem } = usePress()
  const make = (kind: ReportKind) => (): void =>
    run(async () => {
      setTold('')
      const report = await app.session.call(makeReportEndpoint, { body: { kind } })
      setTold(said.made(nameOf(report, said, app)))
      onMade()
    })
  return (
    <div>
      <div className={styles.row}>
        {reportKindSchema.options.map(kind => (
          <Button key={kind} disabled={busy} onClick={make(kind)}>
            {said.make[kind]}
          </Button>
        ))}
      </div>
      <output>{told}</output>
      {problem}
    </div>
  )
}
