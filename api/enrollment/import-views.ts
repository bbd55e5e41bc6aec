/** What an admin sees of imports: the list, a file with its columns, the report by row. */
import type { z } from 'zod'
import type * as contract from '../contract/enrollment-imports.ts'
import { listGroupNames } from '../directory/directory.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { columnsOf, guessColumns } from './import-columns.ts'
import { columnName, isError, type Finding } from './import-rows.ts'
import type { Proposal } from './import-rules.ts'
import { plain } from './import-text.ts'
import { rowWords, type Language } from './import-words.ts'
import { getImport, workbookOf, type Checked } from './imports.ts'
import type { Sheet, Workbook } from './sheet.ts'
import { listImports, type ImportRow, type ImportSummary } from './store-imports.ts'
import { siteTargets } from './views.ts'

type Answer<K extends keyof typeof contract> = (typeof contract)[K] extends {
  readonly answer: infer A extends z.ZodType
}
  ? z.input<A>
  : never

const IMPORTS = 20
const FIRST_ROWS = 8
const FINDINGS = 200
const FIRST_PEOPLE = 20
const SHOWN = 80

export const importsView = async (deps: Deps, organizationId: string): Promise<Answer<'listImports'>> => ({
  imports: (await deps.db.for(organizationId)(trx => listImports(trx, organizationId, IMPORTS))).map(summaryOf)
})

const summaryOf = (row: ImportSummary) => ({
  importId: row.id,
  fileName: row.file_name,
  state: row.state,
  uploadedAt: row.uploaded_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  reason: row.reason,
  assignments: row.assignments,
  rules: row.rules
})

type Key = { readonly organizationId: string; readonly importId: string }

export async function importView(deps: Deps, key: Key): Promise<Answer<'getImport'>> {
  const row = await getImport(deps, key)
  const workbook = workbookOf(deps, row)
  return { ...summaryOf(row), file: workbook ? await fileView(deps, row, workbook) : null }
}

async function fileView(deps: Deps, row: ImportRow, workbook: Workbook) {
  const known = await knownNames(deps, row.organization_id)
  const sheets = workbook.sheets.map((sheet, place) => sheetView(sheet, guessColumns(sheet, place, known)))
  // The one that looks most like a list of courses; hidden ones last.
  const [best] = sheets.toSorted((a, b) => scoreOf(b) - scoreOf(a))
  return {
    format: workbook.format,
    encoding: workbook.encoding ?? null,
    delimiter: workbook.delimiter ?? null,
    sheets,
    columns: row.columns ?? best?.guess ?? { sheet: 0, headerRow: 0, roles: ['ignore' as const], dateOrder: null },
    confirmed: row.columns !== null
  }
}

const scoreOf = ({ hidden, guess, rows }: ReturnType<typeof sheetView>): number =>
  (hidden ? 0 : 1000) + guess.roles.filter(role => role !== 'ignore').length * 10 + (rows > 1 ? 1 : 0)

const sheetView = ({ name, hidden, rows, ...sheet }: Sheet, guess: ReturnType<typeof guessColumns>) => ({
  name,
  hidden,
  rows: rows.length,
  first: rows
    .slice(0, FIRST_ROWS)
    .map(({ row, cells }) => ({ row, cells: cells.map(({ text }) => text.slice(0, SHOWN)) })),
  columns: columnsOf({ name, hidden, rows, ...sheet }),
  guess
})

/** A site that does not answer now is no reason not to show the file. */
async function knownNames(deps: Deps, organizationId: string) {
  const [{ cohorts }, groups, courses] = await Promise.all([
    getOrganization(deps, organizationId),
    deps.db.for(organizationId)(trx => listGroupNames(trx, organizationId)),
    siteTargets(deps, organizationId)
  ])
  return {
    courses: new Set((courses ?? []).map(({ name }) => plain(name))),
    cohorts: new Set(cohorts.map(({ name }) => plain(name))),
    groups: new Set(groups.map(plain))
  }
}

export function reportView(checked: Checked, language: Language): Answer<'checkImport'> {
  const { read, proposals } = checked
  const errors = read.findings.filter(({ problem }) => isError(problem)).length
  const lines = linesOf(checked, language)
  return {
    rows: read.rows,
    people: new Set(read.assigned.map(({ person }) => person.personId)).size,
    assignments: read.assigned.length,
    needless: read.needless,
    errors,
    notes: read.findings.length - errors,
    findings: lines
      .toSorted((a, b) => (a.severity === b.severity ? a.row - b.row : a.severity === 'error' ? -1 : 1))
      .slice(0, FINDINGS),
    proposals: errors > 0 ? [] : proposals.map(proposalView)
  }
}

/** By row. */
export function linesOf({ sheet, columns, read }: Checked, language: Language) {
  const title = sheet.rows.find(({ row }) => row === columns.headerRow)
  return read.findings
    .toSorted((a, b) => a.row - b.row)
    .map(({ row, column, value, problem, other }: Finding) => {
      const [what, remedy] = rowWords(language, problem, other)
      return {
        row,
        column: columnName(column, title),
        value: value.slice(0, SHOWN),
        problem,
        severity: isError(problem) ? ('error' as const) : ('note' as const),
        what,
        remedy
      }
    })
}

const proposalView = ({ proposalId, when, targets, covers, more, apart }: Proposal) => ({
  proposalId,
  when,
  targets: [...targets],
  covers,
  more: {
    people: more.length,
    first: more.slice(0, FIRST_PEOPLE).map(({ personId, name }) => ({ personId, name }))
  },
  apart
})
