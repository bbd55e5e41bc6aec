/** Columns of a spreadsheet as they are being chosen. Pure. */
import type { ColumnRole, Columns } from '../../../api/contract/enrollment-imports.ts'

type Sheet = { readonly first: readonly { readonly row: number; readonly cells: readonly string[] }[] }

const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** Such as `B: Course`, or the letter alone. */
export function columnLabel({ first }: Sheet, { headerRow }: Columns, column: number): string {
  const title = first.find(({ row }) => row === headerRow)?.cells[column]
  return title ? `${letterOf(column)}: ${title}` : letterOf(column)
}

const EXAMPLES = 2

export const examplesOf = ({ first }: Sheet, { headerRow }: Columns, column: number): string =>
  first
    .filter(({ row }) => row > headerRow)
    .flatMap(({ cells }) => cells[column] || [])
    .slice(0, EXAMPLES)
    .join(' · ')

const IDENTIFYING: readonly (readonly ColumnRole[])[] = [
  ['email'],
  ['employee_number'],
  ['provider_id'],
  ['full_name'],
  ['first_name', 'last_name']
]

/** As the server says it: what is missing before rows can be read. */
export function lackOf({ roles }: Columns): 'twice' | 'no_person' | 'no_course' | undefined {
  const named = roles.filter(role => role !== 'ignore')
  const has = new Set<ColumnRole>(named)
  if (has.size < named.length) return 'twice'
  if (!IDENTIFYING.some(together => together.every(role => has.has(role)))) return 'no_person'
  return has.has('course') ? undefined : 'no_course'
}
