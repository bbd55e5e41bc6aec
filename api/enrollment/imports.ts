/** Moving in from a spreadsheet: the upload, its columns, and every row checked; `import-outcome.ts` carries it out. */
import { record } from '../audit/audit.ts'
import type { Columns } from '../contract/enrollment-imports.ts'
import { targetKey, type Target } from '../contract/enrollment-rules.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { DAY } from '../platform/time.ts'
import { desireOf, type Wanted } from './desired.ts'
import { columnsLack, columnsOf } from './import-columns.ts'
import { createCourseOf } from './import-courses.ts'
import { coursesOfSite, everybodyKnown, groupNamesOf } from './import-ground.ts'
import { indexPeople, type Known } from './import-people.ts'
import { readRows, type ReadRows } from './import-rows.ts'
import { proposeRules, type Proposal } from './import-rules.ts'
import { withRules } from './rules.ts'
import { readSpreadsheet } from './sheet-file.ts'
import type { Sheet, Workbook } from './sheet.ts'
import * as store from './store-imports.ts'
import type { RuleVersion } from './store-rules.ts'

export const UNDECIDED_MS = 30 * DAY

export type Key = { readonly organizationId: string; readonly importId: string }
export type Acting = Key & { readonly actor: string }
type Upload = {
  readonly organizationId: string
  readonly actor: string
  readonly name: string
  readonly file: Uint8Array
}

/** What nobody decided within a month is cancelled, and its cells are gone. */
export const cancelOldImports = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(trx =>
    store.cancelImportsBefore(trx, organizationId, new Date(deps.now().getTime() - UNDECIDED_MS), deps.now())
  )

/** Reads the file and keeps its cells, sealed. @returns the import's id. @throws FileError. */
export async function uploadSpreadsheet(deps: Deps, { organizationId, actor, name, file }: Upload): Promise<string> {
  const workbook = await readSpreadsheet(file)
  const id = deps.newId('import')
  const wrapped_key = deps.vault.newKey()
  const sealed = deps.vault.seal(wrapped_key, contextOf({ organizationId, importId: id }), JSON.stringify(workbook))
  const now = deps.now()
  await deps.db.for(organizationId)(async trx => {
    await store.insertImport(trx, {
      organization_id: organizationId,
      id,
      file_name: name,
      state: 'open',
      author: actor,
      uploaded_at: now,
      wrapped_key,
      sealed,
      columns: null,
      decided_at: null,
      reason: null,
      assignments: 0,
      rules: 0
    })
    await record(trx, deps, {
      organizationId,
      action: 'enrollment_import.uploaded',
      actor,
      detail: { importId: id, file: name }
    })
  })
  return id
}

const contextOf = ({ organizationId, importId }: Key): string => `${organizationId}/${importId}`

/** @throws ProblemError `not_found`. */
export async function getImport(deps: Deps, { organizationId, importId }: Key): Promise<store.ImportRow> {
  const row = await deps.db.for(organizationId)(trx => store.findImport(trx, organizationId, importId))
  if (!row) throw new ProblemError('not_found', 'This import does not exist. Load the page again')
  return row
}

/** @returns undefined once the import is decided: the file is not kept. */
export function workbookOf(deps: Deps, row: store.ImportRow): Workbook | undefined {
  if (!row.wrapped_key || !row.sealed) return undefined
  const context = contextOf({ organizationId: row.organization_id, importId: row.id })
  return JSON.parse(deps.vault.open(row.wrapped_key, context, row.sealed)) as Workbook
}

export const decided = (): ProblemError =>
  new ProblemError('conflict', 'This import has been decided already. Load the page again')

/** Keeps how the columns are meant. @throws ProblemError. */
export async function keepColumns(deps: Deps, key: Key, columns: Columns): Promise<void> {
  const row = await getImport(deps, key)
  const sheet = workbookOf(deps, row)?.sheets[columns.sheet]
  if (row.state !== 'open') throw decided()
  if (!sheet) throw new ProblemError('bad_request', 'The file has no such sheet. Choose one of those that are listed')
  if (columns.roles.length !== columnsOf(sheet))
    throw new ProblemError('bad_request', `Say of each of the ${columnsOf(sheet)} columns what it is`)
  const lack = columnsLack(columns)
  if (lack) throw new ProblemError('bad_request', LACKS[lack])
  if (!(await deps.db.for(key.organizationId)(trx => store.saveColumns(trx, { ...key, columns })))) throw decided()
}

const LACKS = {
  twice: 'Two columns are said to be the same. Choose one of them',
  no_person: 'Choose the column that says who it is: e-mail, employee number, or the name',
  no_course: 'Choose the column with the courses'
}

export type Checked = {
  readonly row: store.ImportRow
  readonly sheet: Sheet
  readonly columns: Columns
  readonly read: ReadRows
  readonly proposals: readonly Proposal[]
  readonly rules: RuleVersion
  readonly now: Date
}

/** Every row against the company and the site as they are now. Changes nothing. @throws ProblemError. */
export async function check(deps: Deps, key: Key): Promise<Checked> {
  const { organizationId } = key
  const row = await getImport(deps, key)
  const workbook = workbookOf(deps, row)
  if (!workbook) throw decided()
  const { columns } = row
  const sheet = columns && workbook.sheets[columns.sheet]
  if (!columns || !sheet) throw new ProblemError('conflict', 'Say first what the columns are')
  const rules = await withRules(deps, organizationId, async (_trx, version) => version)
  const [targets, { timezone }] = [
    await coursesOfSite(deps, organizationId),
    await getOrganization(deps, organizationId)
  ]
  const everybody = await everybodyKnown(deps, organizationId, rules.set)
  const now = deps.now()
  const desire = desireOf(rules.set)
  const wantedBy = (person: Known) => desire(person, now)
  const read = readRows(sheet, {
    people: indexPeople(everybody, columns.roles),
    courseOf: createCourseOf(targets),
    columns,
    from1904: workbook.from1904,
    timezone,
    now,
    groupNames: await groupNamesOf(deps, organizationId, everybody),
    wantedBy
  })
  const proposals = proposeRules({
    assigned: read.assigned,
    everybody,
    has: createHas(wantedBy)
  })
  return { row, sheet, columns, read, proposals, rules, now }
}

/** Asked of each person for many courses. */
function createHas(wantedBy: (person: Known) => readonly Wanted[]): (person: Known, target: Target) => boolean {
  const keys = new Map<string, ReadonlySet<string>>()
  return (person, target) => {
    const known = keys.get(person.personId) ?? new Set(wantedBy(person).map(each => targetKey(each.target)))
    keys.set(person.personId, known)
    return known.has(targetKey(target))
  }
}

/** @throws ProblemError `conflict` when it is not open. */
export async function cancelImport(deps: Deps, { organizationId, importId, actor }: Acting): Promise<void> {
  const { file_name: file } = await getImport(deps, { organizationId, importId })
  await deps.db.for(organizationId)(async trx => {
    const decision = { organizationId, importId, from: 'open', to: 'cancelled', at: deps.now() } as const
    if (!(await store.decideImport(trx, decision))) throw decided()
    await record(trx, deps, {
      organizationId,
      action: 'enrollment_import.cancelled',
      actor,
      detail: { importId, file }
    })
  })
}
