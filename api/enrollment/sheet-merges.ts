/** Cells that lie under merged ones, marked in one pass over rows and merges, however these lie. */
import { setImmediate } from 'node:timers/promises'
import { FileError, MOST_COLUMNS, put, type Cell, type Room, type Row } from './sheet.ts'

export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
/** Columns that are covered in the rows `from` to `to`. */
type Span = { readonly from: number; readonly to: number; readonly left: number; readonly right: number }

/** Merging columns of every few rows comes nowhere near. */
export const MOST_MERGES = 10_000
const MERGED: Cell = { text: '', flaw: 'merged' }
const COLUMNS = Array.from({ length: MOST_COLUMNS }, (_, column) => column)
/** Rows until others have their turn. */
const A_TURN = 1000

/** @throws FileError. */
export function addMerge(merges: Range[], range: Range): void {
  if (merges.length >= MOST_MERGES) throw new FileError('too_many_merges')
  merges.push(range)
}

/** The cell at its top left has the value. */
const spansOf = ({ top, bottom, left, right }: Range): readonly Span[] => [
  { from: top, to: bottom, left: left + 1, right },
  { from: top + 1, to: bottom, left, right: left }
]

/** @throws FileError. */
export async function markMerged(rows: readonly Row[], merges: readonly Range[], room: Room): Promise<readonly Row[]> {
  if (merges.length === 0) return rows
  const spans = merges.flatMap(spansOf).toSorted((a, b) => a.from - b.from)
  const coveredTo = COLUMNS.map(() => 0)
  const marked: Row[] = []
  let begun = 0
  for (const row of rows.toSorted((a, b) => a.row - b.row)) {
    for (let span = spans[begun]; span && span.from <= row.row; span = spans[++begun]) cover(coveredTo, span)
    const under = COLUMNS.filter(column => (coveredTo[column] ?? 0) >= row.row)
    room(under.map(() => MERGED))
    marked.push(under.length > 0 ? withMerged(row, under) : row)
    if (marked.length % A_TURN === 0) await setImmediate()
  }
  return marked
}

function cover(coveredTo: number[], { to, left, right }: Span): void {
  for (let column = Math.max(0, left); column <= Math.min(right, MOST_COLUMNS - 1); column++)
    coveredTo[column] = Math.max(coveredTo[column] ?? 0, to)
}

function withMerged(row: Row, under: readonly number[]): Row {
  const cells = [...row.cells]
  for (const column of under) put(cells, column, MERGED)
  return { ...row, cells }
}
