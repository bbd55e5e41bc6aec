/** Moving in from a spreadsheet: upload, columns, report by row, dry run, then all of it at once or nothing; undone as a whole. */
import { createHash } from 'node:crypto'
import { record } from '../audit/audit.ts'
import type { Columns } from '../contract/enrollment-imports.ts'
import { targetKey, type Rule, type RuleSet, type Target } from '../contract/enrollment-rules.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { DAY } from '../platform/time.ts'
import { desireOf, type Assignment, type Wanted } from './desired.ts'
import { dryRun } from './dry-run.ts'
import { columnsLack, columnsOf } from './import-columns.ts'
import { createCourseOf } from './import-courses.ts'
import { coursesOfSite, everybodyKnown, groupNamesOf } from './import-ground.ts'
import { indexPeople, type Known } from './import-people.ts'
import { isError, readRows, type Assigned, type ReadRows } from './import-rows.ts'
import { isRuleOf, proposeRules, ruleOf, withoutRules, type Proposal } from './import-rules.ts'
import { withRules } from './rules.ts'
import { beginRun } from './runs.ts'
import { readSpreadsheet } from './sheet-file.ts'
import type { Sheet, Workbook } from './sheet.ts'
import { insertAssignments, withdrawAssignments, type AssignmentRow } from './store-assignments.ts'
import * as store from './store-imports.ts'
import { insertVersion, type RuleVersion } from './store-rules.ts'

const KEPT = 30 * DAY

type Key = { readonly organizationId: string; readonly importId: string }
type Acting = Key & { readonly actor: string }
type Upload = {
  readonly organizationId: string
  readonly actor: string
  readonly name: string
  readonly file: Uint8Array
}

/** Reads the file and keeps its cells, sealed. @returns the import's id. @throws FileError. */
export async function uploadSpreadsheet(deps: Deps, { organizationId, actor, name, file }: Upload): Promise<string> {
  const workbook = await readSpreadsheet(file)
  const id = deps.newId('import')
  const wrapped_key = deps.vault.newKey()
  const sealed = deps.vault.seal(wrapped_key, contextOf({ organizationId, importId: id }), JSON.stringify(workbook))
  const now = deps.now()
  await deps.db.for(organizationId)(async trx => {
    await store.cancelImportsBefore(trx, organizationId, new Date(now.getTime() - KEPT), now)
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

const decided = (): ProblemError =>
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

type Outcome = {
  readonly version: number
  readonly set: RuleSet
  readonly rules: readonly Rule[]
  readonly assigned: readonly Assigned[]
  /** Stands for exactly this. */
  readonly seen: string
}

const MOST_RULES = 200

function outcomeOf(
  { read, proposals, rules: current, now }: Checked,
  importId: string,
  chosen: readonly string[]
): Outcome {
  if (read.findings.some(({ problem }) => isError(problem)))
    throw new ProblemError('conflict', 'Some rows cannot be imported. Correct them in the file and upload it again')
  const picked = proposals.filter(({ proposalId }) => chosen.includes(proposalId))
  if (picked.length < new Set(chosen).size)
    throw new ProblemError('conflict', 'What can be a rule has changed meanwhile. Check the rows again')
  const rules = picked.map((proposal, place) => ruleOf(proposal, importId, place))
  const set = { ...current.set, rules: [...current.set.rules, ...rules] }
  if (set.rules.length > MOST_RULES)
    throw new ProblemError('conflict', `There can be ${MOST_RULES} rules. Choose fewer of the proposals`)
  const assigned = withoutRules(read.assigned, rules, { rules: set.rules, now })
  const said = [
    current.version,
    rules,
    assigned.map(({ row, person, target, startsAt, endsAt, reason }) => [
      row,
      person.personId,
      target,
      startsAt,
      endsAt,
      reason
    ])
  ]
  const seen = createHash('sha256').update(JSON.stringify(said)).digest('base64url')
  return { version: current.version, set, rules, assigned, seen }
}

type Chosen = Key & { readonly proposals: readonly string[] }

export async function dryRunImport(deps: Deps, { proposals, ...key }: Chosen) {
  const outcome = outcomeOf(await check(deps, key), key.importId, proposals)
  const more = Map.groupBy(outcome.assigned, ({ person }) => person.personId)
  const asIf = new Map(
    [...more].map(([personId, rows]) => [personId, rows.map(row => assignmentOf(row, key.importId, ''))])
  )
  const dry = await dryRun(deps, key.organizationId, outcome.set, { more: asIf })
  return { seen: outcome.seen, assignments: outcome.assigned.length, rules: outcome.rules.length, dry }
}

const assignmentOf = (
  { target, startsAt, endsAt, reason }: Assigned,
  importId: string,
  because: string
): Assignment => ({
  importId,
  target,
  startsAt,
  endsAt,
  because: reason || because
})

type CarryOut = Acting & Chosen & { readonly seen: string; readonly reason: string }

/** Assignments, rules, record and the start of the run commit together. @throws ProblemError `conflict`. */
export async function carryOutImport(deps: Deps, input: CarryOut): Promise<string> {
  const { organizationId, importId, actor, seen, reason } = input
  const checked = await check(deps, input)
  const outcome = outcomeOf(checked, importId, input.proposals)
  const { assigned, rules, set } = outcome
  if (outcome.seen !== seen) throw changed()
  return withRules(deps, organizationId, async (trx, latest) => {
    if (latest.version !== outcome.version) throw changed()
    const counts = { assignments: assigned.length, rules: rules.length }
    const decision = { organizationId, importId, from: 'open', to: 'imported', at: deps.now() } as const
    if (!(await store.decideImport(trx, { ...decision, set: { ...counts, reason } }))) throw decided()
    await insertAssignments(
      trx,
      assigned.map(row => toRow(row, input))
    )
    const version = rules.length > 0 ? await saveVersion(deps, trx, { latest, set, ...input }) : latest.version
    const detail = { importId, file: checked.row.file_name, ...counts, reason }
    await record(trx, deps, { organizationId, action: 'enrollment_import.imported', actor, detail })
    return beginRun(deps, trx, { organizationId, kind: 'import', version, author: actor })
  })
}

const changed = (): ProblemError =>
  new ProblemError(
    'conflict',
    'People, rules or courses have changed since you looked. Nothing was imported. Look again at what it would do'
  )

const toRow = (row: Assigned, { organizationId, importId, reason }: CarryOut): AssignmentRow => ({
  organization_id: organizationId,
  import_id: importId,
  person_id: row.person.personId,
  kind: row.target.kind,
  target_id: row.target.id,
  name: row.target.name,
  starts_at: row.startsAt,
  ends_at: row.endsAt,
  because: row.reason || reason,
  sheet_row: row.row
})

type NewVersion = {
  readonly organizationId: string
  readonly latest: RuleVersion
  readonly set: RuleSet
  readonly actor: string
  readonly reason: string
}

async function saveVersion(
  deps: Deps,
  trx: Trx,
  { organizationId, latest, set, actor, reason }: NewVersion
): Promise<number> {
  const version = latest.version + 1
  const next = { version, set, source: 'admin', author: actor, reason, savedAt: deps.now() } as const
  if (!(await insertVersion(trx, organizationId, next))) throw changed()
  await record(trx, deps, { organizationId, action: 'enrollment_rules.saved', actor, detail: { version, reason } })
  return version
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

const remaining = (set: RuleSet, importId: string): RuleSet => ({
  ...set,
  rules: set.rules.filter(rule => !isRuleOf(rule, importId))
})

/** What withdrawing the import would do to everybody. */
export async function dryRunUndo(deps: Deps, { organizationId, importId }: Key) {
  const { set } = await withRules(deps, organizationId, async (_trx, rules) => rules)
  return dryRun(deps, organizationId, remaining(set, importId), { without: importId })
}

/** Its assignments and whatever is left of its rules. @throws ProblemError `conflict` when it is not imported. */
export async function undoImport(deps: Deps, { organizationId, importId, actor }: Acting): Promise<string> {
  const { file_name: file } = await getImport(deps, { organizationId, importId })
  return withRules(deps, organizationId, async (trx, latest) => {
    const decision = { organizationId, importId, from: 'imported', to: 'undone', at: deps.now() } as const
    if (!(await store.decideImport(trx, decision))) throw decided()
    await withdrawAssignments(trx, organizationId, importId)
    const set = remaining(latest.set, importId)
    const reason = `The import of ${file} was undone`
    const version =
      set.rules.length < latest.set.rules.length
        ? await saveVersion(deps, trx, { organizationId, latest, set, actor, reason })
        : latest.version
    await record(trx, deps, { organizationId, action: 'enrollment_import.undone', actor, detail: { importId, file } })
    return beginRun(deps, trx, { organizationId, kind: 'undo', version, author: actor })
  })
}
