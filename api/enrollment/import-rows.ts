/** Every row of the sheet → what it assigns to whom, or what is wrong with it and where. Pure. */
import type { Columns, ColumnRole } from '../contract/enrollment-imports.ts'
import { targetKey, type Target } from '../contract/enrollment-rules.ts'
import { isAssigned, type Wanted } from './desired.ts'
import { EMAIL } from './import-columns.ts'
import type { CourseProblem, Which } from './import-courses.ts'
import { momentOf, readDay } from './import-dates.ts'
import { personOf, type Known, type People, type PersonProblem, type Said } from './import-people.ts'
import { letterOf, plain } from './import-text.ts'
import { isBlank, type Cell, type Row, type Sheet } from './sheet.ts'

export const NOTES = ['formula', 'duplicate', 'imported_before', 'by_rule', 'unknown_group'] as const
type Note = (typeof NOTES)[number]

export type RowProblem =
  | PersonProblem
  | CourseProblem
  | Note
  | 'bad_email'
  | 'person_is_date'
  | 'number_rounded'
  | 'course_is_date'
  | 'start_unreadable'
  | 'start_ambiguous'
  | 'start_far'
  | 'end_unreadable'
  | 'end_ambiguous'
  | 'end_far'
  | 'end_before_start'
  | 'end_past'
  | 'contradicts'
  | 'formula_failed'
  | 'formula_text'
  | 'merged'
  | 'hidden_row'
  | 'header_again'
  | 'extra_cells'
  | 'garbled'
  | 'too_long'

export type Finding = {
  readonly row: number
  /** Place of the column, from 0; undefined for the whole row. */
  readonly column: number | undefined
  readonly value: string
  readonly problem: RowProblem
  /** The row that this one repeats or contradicts. */
  readonly other?: number
}

export type Assigned = {
  readonly row: number
  readonly person: Known
  readonly target: Target
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  /** In the file’s words; empty where it gives none. */
  readonly reason: string
  readonly groups: Readonly<Partial<Record<GroupRole, string>>>
}

export const GROUP_ROLES = ['department', 'cohort', 'group'] as const
export type GroupRole = (typeof GROUP_ROLES)[number]

export type Ground = {
  readonly people: People
  readonly courseOf: (text: string) => Which
  readonly columns: Columns
  readonly from1904: boolean
  readonly timezone: string
  readonly now: Date
  /** Of the directory: from a name as `plain` writes it to the name. */
  readonly groupNames: Readonly<Record<GroupRole, ReadonlyMap<string, string>>>
  /** What somebody is given already, without this import. */
  readonly wantedBy: (person: Known) => readonly Wanted[]
}

export type ReadRows = {
  readonly rows: number
  readonly findings: readonly Finding[]
  /** Of rows without an error, those that change something. */
  readonly assigned: readonly Assigned[]
  /** Rows that say what is so already. */
  readonly needless: number
}

export const isError = (problem: RowProblem): boolean => !NOTES.some(note => note === problem)

export function readRows(sheet: Sheet, ground: Ground): ReadRows {
  const rows = sheet.rows.filter(({ row }) => row > ground.columns.headerRow)
  const title = sheet.rows.find(({ row }) => row === ground.columns.headerRow)
  const findings: Finding[] = []
  const assigned: Assigned[] = []
  const first = new Map<string, Assigned>()
  let needless = 0
  for (const row of rows) {
    const read = readRow(row, title, ground)
    findings.push(...read.findings)
    if (!read.assigned) continue
    const again = readAgain(read.assigned, first, ground)
    if (again) findings.push(again)
    if (!again) assigned.push(read.assigned)
    else if (!isError(again.problem)) needless += 1
  }
  return { rows: rows.length, findings, assigned, needless }
}

/** What the rows before, other imports or the rules say of the same person and course. */
function readAgain(each: Assigned, first: Map<string, Assigned>, ground: Ground): Finding | undefined {
  const about = { row: each.row, column: ground.columns.roles.indexOf('course'), value: each.target.name }
  const key = `${each.person.personId} ${targetKey(each.target)}`
  const before = first.get(key)
  if (before) return { ...about, problem: sameDates(before, each) ? 'duplicate' : 'contradicts', other: before.row }
  first.set(key, each)
  const wanted = ground.wantedBy(each.person).find(({ target }) => targetKey(target) === targetKey(each.target))
  if (!wanted) return undefined
  const given = { startsAt: wanted.startsAt, endsAt: wanted.expiresAt }
  const byImport = isAssigned(wanted.ruleId)
  const dated = { startsAt: each.startsAt ?? each.person.joinedAt, endsAt: each.endsAt }
  // Without dates the file leaves them to the rule.
  if (!byImport && !each.startsAt && !each.endsAt) return { ...about, problem: 'by_rule' }
  if (sameDates(given, dated)) return { ...about, problem: byImport ? 'imported_before' : 'by_rule' }
  return undefined
}

type Dates = Pick<Assigned, 'startsAt' | 'endsAt'>
const sameDates = (a: Dates, b: Dates): boolean =>
  a.startsAt?.getTime() === b.startsAt?.getTime() && a.endsAt?.getTime() === b.endsAt?.getTime()

type ReadRow = { readonly findings: readonly Finding[]; readonly assigned: Assigned | undefined }

function readRow(row: Row, title: Row | undefined, ground: Ground): ReadRow {
  const whole = wholeRow(row, title, ground.columns)
  if (whole) return { findings: [whole], assigned: undefined }
  const { roles } = ground.columns
  const cellOf = (role: ColumnRole): Cell => row.cells[roles.indexOf(role)] ?? BLANK
  const at = (role: ColumnRole, problem: RowProblem): Finding => ({
    row: row.row,
    column: roles.includes(role) ? roles.indexOf(role) : undefined,
    value: cellOf(role).text,
    problem
  })
  const findings: Finding[] = roles.flatMap((role, column) => {
    const found = role === 'ignore' ? undefined : cellProblem(role, row.cells[column] ?? BLANK)
    return found ? [at(role, found)] : []
  })
  const broken = new Set(findings.filter(({ problem }) => isError(problem)).map(({ column }) => roles[column ?? -1]))
  const person = readPerson(ground.people, { cellOf, at, broken, findings })
  const target = readTarget(ground.courseOf, { cellOf, at, broken, findings })
  const dates = readDates(ground, { cellOf, at, broken, findings })
  const groups = readGroups(ground, { cellOf, at, broken, findings })
  if (!person || !target || findings.some(each => isError(each.problem))) return { findings, assigned: undefined }
  return { findings, assigned: { row: row.row, person, target, ...dates, reason: cellOf('reason').text, groups } }
}

const BLANK: Cell = { text: '' }

/** What makes the row no row of people. */
function wholeRow(row: Row, title: Row | undefined, { roles }: Columns): Finding | undefined {
  const about = {
    row: row.row,
    column: undefined,
    value: row.cells
      .map(({ text }) => text)
      .join(' | ')
      .slice(0, SHOWN)
  }
  if (row.hidden) return { ...about, problem: 'hidden_row' }
  if (title && repeats(row, title)) return { ...about, problem: 'header_again' }
  const width = title ? title.cells.findLastIndex(cell => !isBlank(cell)) + 1 : roles.length
  const extra = row.cells.findIndex(
    (cell, column) => column >= width && (roles[column] ?? 'ignore') === 'ignore' && !isBlank(cell)
  )
  return extra === -1
    ? undefined
    : { ...about, column: extra, value: row.cells[extra]?.text ?? '', problem: 'extra_cells' }
}

/** At least two headers, and half of them. */
function repeats({ cells }: Row, title: Row): boolean {
  const headers = title.cells.filter(cell => !isBlank(cell)).length
  const same = title.cells.filter((cell, column) => !isBlank(cell) && cell.text === cells[column]?.text).length
  return same >= Math.max(2, headers / 2)
}

const SHOWN = 200
const MOST_TEXT = 200

/** What can be seen wrong in a cell by itself. */
function cellProblem(role: ColumnRole, { text, flaw, day }: Cell): RowProblem | undefined {
  if (flaw === 'merged' || flaw === 'formula_failed') return flaw
  if (flaw === 'rounded') return 'number_rounded'
  if (/\uFFFD|Ã[\u0080-\u00BF\u2018-\u203A]|Â[\u00A0-\u00BF]/u.test(text)) return 'garbled'
  if (/^[=@]|^[+-](?=\D)/u.test(text) && text.length > 1 && role !== 'starts' && role !== 'ends') return 'formula_text'
  if (text.length > MOST_TEXT) return 'too_long'
  if (day && role === 'course') return 'course_is_date'
  if (day && PERSON_ROLES.some(each => each === role)) return 'person_is_date'
  if (role === 'email' && text !== '' && !EMAIL.test(text)) return 'bad_email'
  return flaw === 'formula' ? 'formula' : undefined
}

const PERSON_ROLES = ['provider_id', 'employee_number', 'email', 'full_name', 'first_name', 'last_name'] as const

type Hand = {
  readonly cellOf: (role: ColumnRole) => Cell
  readonly at: (role: ColumnRole, problem: RowProblem) => Finding
  /** Columns whose cell cannot be read: nothing more is said of them. */
  readonly broken: ReadonlySet<ColumnRole | undefined>
  readonly findings: Finding[]
}

function readPerson(people: People, { cellOf, at, broken, findings }: Hand): Known | undefined {
  if (PERSON_ROLES.some(role => broken.has(role))) return undefined
  const text = (role: ColumnRole): string => cellOf(role).text
  const said: Said = {
    provider_id: text('provider_id'),
    employee_number: text('employee_number'),
    email: text('email'),
    full_name: text('full_name'),
    first_name: text('first_name'),
    last_name: text('last_name')
  }
  const whom = personOf(people, said)
  if (whom.kind === 'person') return whom.person
  findings.push(at(whom.role, whom.problem))
  return undefined
}

function readTarget(courseOf: Ground['courseOf'], { cellOf, at, broken, findings }: Hand): Target | undefined {
  if (broken.has('course')) return undefined
  const which = courseOf(cellOf('course').text)
  if (which.kind === 'target') return which.target
  findings.push(at('course', which.problem))
  return undefined
}

const FIRST_YEAR = '2000'
const LAST_YEAR = '2100'

function readDates(ground: Ground, hand: Hand): Dates {
  const start = dayIn('starts', ground, hand)
  const end = dayIn('ends', ground, hand)
  const startsAt = start ? momentOf(start, ground.timezone) : null
  // The last day counts.
  const endsAt = end ? momentOf(end, ground.timezone, { after: 1 }) : null
  if (startsAt && endsAt && endsAt <= startsAt) hand.findings.push(hand.at('ends', 'end_before_start'))
  else if (endsAt && endsAt <= ground.now) hand.findings.push(hand.at('ends', 'end_past'))
  return { startsAt, endsAt }
}

const DATE_PROBLEMS = {
  starts: { unreadable: 'start_unreadable', ambiguous: 'start_ambiguous', far: 'start_far' },
  ends: { unreadable: 'end_unreadable', ambiguous: 'end_ambiguous', far: 'end_far' }
} as const

function dayIn(
  role: 'starts' | 'ends',
  { columns, from1904 }: Ground,
  { cellOf, at, broken, findings }: Hand
): string | undefined {
  if (broken.has(role)) return undefined
  const read = readDay(cellOf(role), { order: columns.dateOrder, from1904 })
  if (read.kind === 'none') return undefined
  const problems = DATE_PROBLEMS[role]
  if (read.kind !== 'day') findings.push(at(role, problems[read.kind]))
  else if (read.day < FIRST_YEAR || read.day >= LAST_YEAR) findings.push(at(role, problems.far))
  else return read.day
  return undefined
}

/** They only explain: an unknown one is a note. */
function readGroups({ groupNames }: Ground, { cellOf, at, broken, findings }: Hand): Assigned['groups'] {
  const groups: Partial<Record<GroupRole, string>> = {}
  for (const role of GROUP_ROLES) {
    const { text } = cellOf(role)
    if (text === '' || broken.has(role)) continue
    const name = groupNames[role].get(plain(text))
    if (name) groups[role] = name
    else findings.push(at(role, 'unknown_group'))
  }
  return groups
}

/** `C: Start date`, or the letter alone. */
export function columnName(column: number | undefined, title: Row | undefined): string {
  if (column === undefined) return ''
  const name = title?.cells[column]?.text
  return name ? `${letterOf(column)}: ${name}` : letterOf(column)
}
