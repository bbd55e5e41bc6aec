/** Which report is open: the newest, or an earlier one as it was. */
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { listReports } from '../../../api/contract/reports.ts'
import { useApp } from '../../context.ts'
import { Choice } from './choice.tsx'
import { nameOf } from './periods.ts'
import { useReportWords } from './words.ts'

type Props = {
  readonly reports: z.output<typeof listReports.answer>['reports']
  readonly chosen: string | undefined
  readonly onChoose: (reportId: string) => void
}

export function Which({ reports, chosen, onChoose }: Props): ReactNode {
  const app = useApp()
  const said = useReportWords()
  if (reports.length < 2) return null
  return (
    <div className="ci-unprinted">
      <Choice
        label={said.which}
        value={chosen ?? ''}
        options={reports.map((each, place) => [
          each.reportId,
          `${nameOf(each, said, app)}${place === 0 ? ` (${said.newest})` : ''}`
        ])}
        onChoose={onChoose}
      />
    </div>
  )
}
