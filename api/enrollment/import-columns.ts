/** Which column says what, guessed from its header in English or Spanish, else from what is in it; the admin confirms. Pure. */
import type { ColumnRole, Columns } from '../contract/enrollment-imports.ts'
import { ROLE_OF } from './import-headers.ts'
import { plain } from './import-text.ts'
import { isBlank, type Row, type Sheet } from './sheet.ts'

/** A name alone is a first name where another column has the last name. */
const ONLY_NAME = new Set(['name', 'nombre'])
const HEADER_AMONG = 15
const SAMPLE = 200
const MOST = 0.6

type Known = {
  /** Of the learning site, as `plain` writes them. */
  readonly courses: ReadonlySet<string>
  readonly cohorts: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
}

export function guessColumns(sheet: Sheet, place: number, known: Known): Columns {
  const header = headerOf(sheet)
  const rows = sheet.rows.filter(({ row }) => row > (header?.row ?? 0)).slice(0, SAMPLE)
  const width = columnsOf(sheet)
  const roles: ColumnRole[] = []
  const titles = Array.from({ length: width }, (_, column) => plain(header?.cells[column]?.text ?? ''))
  const taken = new Set<ColumnRole>()
  const take = (column: number, role: ColumnRole | undefined): void => {
    if (!role || taken.has(role) || roles[column]) return
    roles[column] = role
    taken.add(role)
  }
  titles.forEach((title, column) => take(column, ROLE_OF.get(title)))
  titles.forEach((title, column) => {
    if (ONLY_NAME.has(title)) take(column, taken.has('last_name') ? 'first_name' : 'full_name')
  })
  titles.forEach((_, column) => take(column, roleByContents(rows, column, known)))
  return {
    sheet: place,
    headerRow: header?.row ?? 0,
    roles: Array.from({ length: width }, (_, column) => roles[column] ?? 'ignore'),
    dateOrder: orderIn(rows, roles)
  }
}

/** The widest row; at least one. */
export const columnsOf = ({ rows }: Sheet): number =>
  Math.max(1, ...rows.slice(0, SAMPLE).map(({ cells }) => cells.length))

/** The row with the most known headers; else a first row of words with no address in it. */
function headerOf({ rows }: Sheet): Row | undefined {
  const scored = rows.slice(0, HEADER_AMONG).map(row => ({ row, score: knownIn(row) }))
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (before, each) => (each.score > (before?.score ?? 0) ? each : before),
    undefined
  )
  if (best) return best.row
  const [first] = rows
  return first?.cells.some(({ text, day }) => EMAIL.test(text) || day !== undefined) ? undefined : first
}

const knownIn = ({ cells }: Row): number =>
  cells.filter(({ text }) => ROLE_OF.has(plain(text)) || ONLY_NAME.has(plain(text))).length

export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

function roleByContents(rows: readonly Row[], column: number, known: Known): ColumnRole | undefined {
  const texts = rows.map(({ cells }) => cells[column]).filter(cell => cell !== undefined && !isBlank(cell))
  const mostly = (test: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter(cell => test(cell?.text ?? '')).length >= texts.length * MOST
  if (mostly(text => EMAIL.test(text))) return 'email'
  if (mostly(text => known.courses.has(plain(text)))) return 'course'
  if (mostly(text => known.cohorts.has(plain(text)))) return 'cohort'
  return mostly(text => known.groups.has(plain(text))) ? 'group' : undefined
}

const NUMBERS = /^(?<first>\d{1,2})[-/.](?<second>\d{1,2})[-/.]\d{2,4}$/u

/** One day beyond the twelfth tells the order of all, unless another says the opposite. */
function orderIn(rows: readonly Row[], roles: readonly ColumnRole[]): Columns['dateOrder'] {
  const dates = rows
    .flatMap(({ cells }) => cells.filter((_, column) => roles[column] === 'starts' || roles[column] === 'ends'))
    .map(({ text }) => NUMBERS.exec(text)?.groups)
  const dayFirst = dates.some(each => Number(each?.['first']) > 12)
  const monthFirst = dates.some(each => Number(each?.['second']) > 12)
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'day_first' : 'month_first'
}

const IDENTIFYING: readonly (readonly ColumnRole[])[] = [
  ['email'],
  ['employee_number'],
  ['provider_id'],
  ['full_name'],
  ['first_name', 'last_name']
]

/** @returns what is missing before rows can be read. */
export function columnsLack({ roles }: Columns): 'twice' | 'no_person' | 'no_course' | undefined {
  const named = roles.filter(role => role !== 'ignore')
  const has = new Set<ColumnRole>(named)
  if (has.size < named.length) return 'twice'
  if (!IDENTIFYING.some(together => together.every(role => has.has(role)))) return 'no_person'
  return has.has('course') ? undefined : 'no_course'
}
