/** One spreadsheet on its way in: its columns, confirmed by the admin; then the report. */
import { Button, Field, Input, Select, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import {
  checkImport,
  COLUMN_ROLES,
  getImport,
  type ColumnRole,
  type Columns
} from '../../../api/contract/enrollment-imports.ts'
import { useApp } from '../../context.ts'
import { Loading, useLoaded } from '../../load.tsx'
import { usePress } from '../../press.tsx'
import { columnLabel, examplesOf, lackOf } from './import-draft.ts'
import { ImportReport, Summary, type Report } from './import-report.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  grid: {
    display: 'grid',
    alignItems: 'start',
    gap: '12px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))'
  },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', overflowWrap: 'anywhere' },
  wide: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' }
})

type File = NonNullable<z.output<typeof getImport.answer>['file']>
type Props = { readonly importId: string; readonly onClose: () => void; readonly onDone: () => void }

export function OpenImport({ importId, onClose, onDone }: Props): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { imports } = words.enrollment
  const loaded = useLoaded(() => session.call(getImport, { params: { importId } }))
  return (
    <Loading loaded={loaded}>
      {({ fileName, file }) => (
        <section aria-label={fileName} className={styles.column}>
          <Subtitle2 as="h3" className={styles.quiet}>
            {fileName}
          </Subtitle2>
          {file && <Decide {...{ importId, file, onDone }} />}
          <div>
            <Button appearance="subtle" onClick={onClose}>
              {imports.close}
            </Button>
          </div>
        </section>
      )}
    </Loading>
  )
}

type DecideProps = { readonly importId: string; readonly file: File; readonly onDone: () => void }

function Decide({ importId, file, onDone }: DecideProps): ReactNode {
  const styles = useStyles()
  const { session, words } = useApp()
  const { imports } = words.enrollment
  const { busy, run, problem } = usePress()
  const [columns, setColumns] = useState(file.columns)
  const [report, setReport] = useState<Report>()
  const lack = lackOf(columns)
  // Other columns make it another question.
  const change = (next: Columns): void => {
    setColumns(next)
    setReport(undefined)
  }
  const check = (): void =>
    run(async () => setReport(await session.call(checkImport, { params: { importId }, body: columns })))
  return (
    <>
      <ColumnsForm {...{ file, columns, change }} />
      {lack && <Text role="alert">{imports.lacks[lack]}</Text>}
      <div className={styles.row}>
        <Button appearance={report ? 'secondary' : 'primary'} disabled={busy || lack !== undefined} onClick={check}>
          {imports.check}
        </Button>
      </div>
      {problem}
      <div aria-live="polite">{report && <Summary report={report} />}</div>
      {report && <ImportReport {...{ importId, report, onDone }} />}
    </>
  )
}

type FormProps = { readonly file: File; readonly columns: Columns; readonly change: (next: Columns) => void }

function ColumnsForm({ file, columns, change }: FormProps): ReactNode {
  const styles = useStyles()
  const { imports } = useApp().words.enrollment
  const sheet = file.sheets[columns.sheet]
  const dated = columns.roles.some(role => role === 'starts' || role === 'ends')
  const delimiter = file.delimiter === '\t' ? imports.tab : file.delimiter
  return (
    <>
      <Text weight="semibold">{imports.columns}</Text>
      <Text>{imports.columnsBody}</Text>
      {file.encoding && delimiter && (
        <Text size={200} className={styles.quiet}>
          {imports.read(file.encoding, delimiter)}
        </Text>
      )}
      <div className={styles.grid}>
        {file.sheets.length > 1 && (
          <Field label={imports.sheet} className={styles.field}>
            <Select
              value={columns.sheet}
              onChange={(_event, { value }) => change(file.sheets[Number(value)]?.guess ?? columns)}
            >
              {file.sheets.map(({ name, rows, hidden }, place) => (
                <option key={`${place} ${name}`} value={place}>
                  {imports.sheetName(name, rows, hidden)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={imports.headerRow} className={styles.field}>
          <Input
            type="number"
            min={0}
            className={styles.wide}
            value={String(columns.headerRow)}
            onChange={(_event, { value }) => change({ ...columns, headerRow: Math.max(0, Math.trunc(Number(value))) })}
          />
        </Field>
        {dated && (
          <Field label={imports.dateOrder} className={styles.field}>
            <Select
              value={columns.dateOrder ?? 'none'}
              onChange={(_event, { value }) =>
                change({ ...columns, dateOrder: value === 'day_first' || value === 'month_first' ? value : null })
              }
            >
              {(['none', 'day_first', 'month_first'] as const).map(order => (
                <option key={order} value={order}>
                  {imports.orders[order]}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {sheet && (
        <div className={styles.grid}>
          {columns.roles.map((role, column) => (
            <RoleField
              key={columnLabel(sheet, columns, column)}
              label={columnLabel(sheet, columns, column)}
              examples={examplesOf(sheet, columns, column)}
              role={role}
              onChange={next => change({ ...columns, roles: columns.roles.with(column, next) })}
            />
          ))}
        </div>
      )}
    </>
  )
}

type RoleProps = {
  readonly label: string
  readonly examples: string
  readonly role: ColumnRole
  readonly onChange: (role: ColumnRole) => void
}

function RoleField({ label, examples, role, onChange }: RoleProps): ReactNode {
  const styles = useStyles()
  const { imports } = useApp().words.enrollment
  return (
    <Field label={label} hint={examples ? imports.example(examples) : imports.empty} className={styles.field}>
      <Select
        value={role}
        onChange={(_event, { value }) => onChange(COLUMN_ROLES.find(each => each === value) ?? 'ignore')}
      >
        {COLUMN_ROLES.map(each => (
          <option key={each} value={each}>
            {imports.roles[each]}
          </option>
        ))}
      </Select>
    </Field>
  )
}
