/** Which report is open: the newest, or an earlier one as it was. */
import { Field, Select, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { listReports } from '../../../api/contract/reports.ts'
import { useApp } from '../../context.ts'
import { nameOf } from './periods.ts'
import { useReportWords } from './words.ts'

const useStyles = makeStyles({ field: { maxWidth: '420px', minWidth: 0 } })

type Props = {
  readonly reports: z.output<typeof listReports.answer>['reports']
  readonly chosen: string | undefined
  readonly onChoose: (reportId: string) => void
}

export function Which({ reports, chosen, onChoose }: Props): ReactNode {
  const styles = useStyles()
  const app = useApp()
  const said = useReportWords()
  if (reports.length < 2) return null
  return (
    <Field label={said.which} className={`ci-unprinted ${styles.field}`}>
      <Select value={chosen ?? ''} onChange={(_event, { value }) => onChoose(value)}>
        {reports.map((each, place) => (
          <option key={each.reportId} value={each.reportId}>
            {nameOf(each, said, app)}
            {place === 0 ? ` (${said.newest})` : ''}
          </option>
        ))}
      </Select>
    </Field>
  )
}
