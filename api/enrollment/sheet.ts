/** A spreadsheet as it was uploaded: text by cell, dates as days, and what of a cell cannot be relied on. */

export type Flaw =
  /** Its value was last computed by the program that saved the file. */
  | 'formula'
  /** A formula without a value, or with an error such as `#N/A`. */
  | 'formula_failed'
  /** Lies under a merged cell, which shows one value for several rows. */
  | 'merged'
  /** A number with more digits than spreadsheet programs keep. */
  | 'rounded'

export type Cell = {
  readonly text: string
  /** `YYYY-MM-DD` where the cell holds a date. */
  readonly day?: string
  readonly flaw?: Flaw
}

export type Row = {
  /** As the spreadsheet program numbers it, from 1. */
  readonly row: number
  readonly hidden: boolean
  readonly cells: readonly Cell[]
}

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  /** Empty rows are left out. */
  readonly rows: readonly Row[]
}

export type Workbook = {
  readonly format: 'xlsx' | 'csv'
  /** Of a CSV file: how it was read. */
  readonly encoding?: string
  readonly delimiter?: string
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
  readonly sheets: readonly Sheet[]
}

export const FILE_PROBLEMS = [
  'empty_file',
  'too_large_inside',
  'too_many_rows',
  'too_many_columns',
  'too_many_merges',
  'password',
  'old_excel',
  'binary_excel',
  'open_document',
  'web_page',
  'not_a_spreadsheet',
  'damaged',
  'open_quote',
  'no_rows'
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** The file as a whole cannot be read. `row` where that is known. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly code: FileProblem
  readonly row: number | undefined
  constructor(code: FileProblem, options: { readonly row?: number; readonly cause?: unknown } = {}) {
    super(code, { cause: options.cause })
    this.code = code
    this.row = options.row
  }
}

export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 200
/** Beyond it no cell is kept: a spreadsheet program itself allows no more. */
const MOST_CHARACTERS = 32_767

const EMPTY: Cell = { text: '' }

/** A sheet leaves empty cells out. */
export function put(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(EMPTY)
  cells[column] = cell
}

/** As text is kept: an empty cell takes room too, and one that says what is wrong with it more. */
const MOST_KEPT = 96 * 1024 * 1024
const [CELL, FLAWED] = [12, 32]

export type Room = (cells: readonly Cell[]) => void

/** Counts cells as they are kept: a file that names one long text a million times is small itself. @throws FileError. */
export function createRoom(): Room {
  let left = MOST_KEPT
  return cells => {
    for (const { text, flaw } of cells) left -= text.length + (flaw ? FLAWED : CELL)
    if (left < 0) throw new FileError('too_large_inside')
  }
}

/** Spaces of every kind, marks without width, and the escapes that Excel writes for control characters. */
export const cleaned = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/_x(?<code>[0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed()

export const isBlank = ({ text, flaw }: Cell): boolean => text === '' && flaw !== 'formula_failed' && flaw !== 'merged'

/** Days between the two epochs of Excel. */
const FROM_1900_TO_1904 = 1462

/** @param serial days since the epoch of the file. Excel takes 1900 for a leap year. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial)
  const days = from1904 ? whole + FROM_1900_TO_1904 : whole >= 60 ? whole : whole + 1
  const at = new Date(days * 86_400_000 + Date.UTC(1899, 11, 30))
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().slice(0, 10)
}
