/** How rows are written: CSV that no spreadsheet program runs, and one JSON object a line. Pure. */
import { COMPANY_EXPORT_FORMAT } from '../contract/leaving.ts'
import { BYTE_ORDER_MARK, csvRow } from '../platform/csv.ts'

type Row = Readonly<Record<string, unknown>>

export const csvName = (section: string): string => `csv/${section}.csv`
export const jsonName = (section: string): string => `json/${section}.jsonl`

export const csvHead = (columns: readonly string[]): string => BYTE_ORDER_MARK + csvRow(columns)

export const csvText = (columns: readonly string[], rows: readonly Row[]): string =>
  rows.map(row => csvRow(columns.map(column => cellOf(row[column])))).join('')

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

export const jsonText = (rows: readonly Row[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('')

type Made = {
  readonly exportId: string
  readonly organizationId: string
  readonly company: string
  readonly madeAt: string
  readonly files: readonly {
    readonly name: string
    readonly rows: number
    readonly size: number
    readonly crc: number
  }[]
}

export const manifestOf = ({ files, ...made }: Made): string =>
  `${JSON.stringify(
    {
      format: COMPANY_EXPORT_FORMAT,
      ...made,
      files: files.map(({ name, rows, size, crc }) => ({
        name,
        rows,
        bytes: size,
        crc32: crc.toString(16).padStart(8, '0')
      }))
    },
    null,
    2
  )}\n`

export const readmeOf = ({
  company,
  madeAt
}: Pick<Made, 'company' | 'madeAt'>): string => `ConsciousInsights: the file of ${company}
made at ${madeAt}

What is here
  manifest.json   every file with its rows, bytes and CRC-32; the format is ${COMPANY_EXPORT_FORMAT}
  settings.json   the company's settings, without secrets
  csv/  json/     the same rows twice: CSV (RFC 4180, UTF-8) and one JSON object a line
                  people, groups, cohorts, managers (people.manager_id), sign-in accounts, leavers,
                  enrollments and completions, rules, imports, journeys, campaigns, material, reports, audit, settings of each kind

Ids join the files: person_id is people.id; group-members joins people by directory_user_id.
A cell that a spreadsheet program would run as a formula begins with an apostrophe in CSV; JSON has it as it is.

What is not here, and why
  Conversations with the coach, plans, memory, feedback, agreements and receipts are each person's own. ConsciousInsights promised
  that their employer does not get them, and a company that leaves does not either. Each person can take theirs with them, on the
  page "What is known about me", until the last day.
  Which nudges somebody got or answered, when they signed in or talked, and how far they are in a course would tell how much one
  person uses the product. Plans and nudges are in reports.jsonl, as figures of at least eight people.
  Keys, secrets, passkeys and tokens are in no file.
`
