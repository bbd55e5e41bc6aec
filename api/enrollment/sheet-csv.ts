/** Reads a CSV file of any spreadsheet program: its encoding and its delimiter are found out, not asked for. */
import { CsvError, parse } from 'csv-parse/sync'
import { cleaned, FileError, isBlank, MOST_COLUMNS, MOST_ROWS, type Row, type Workbook } from './sheet.ts'

/** Control characters that no text file has. */
const NOT_TEXT = /[^\P{Cc}\t\n\v\f\r\u0080-\u009F]/u

/** @throws FileError. */
export function readCsv(file: Uint8Array): Workbook {
  const { text, encoding } = decode(file)
  if (NOT_TEXT.test(text.slice(0, 4096))) throw new FileError('not_a_spreadsheet')
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)/iu.test(text)) throw new FileError('web_page')
  const told = /^sep=(?<delimiter>.)\r?\n/iu.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const delimiter = told?.groups?.['delimiter'] ?? delimiterOf(body)
  const rows = rowsOf(body, delimiter)
  return { format: 'csv', encoding, delimiter, from1904: false, sheets: [{ name: '', hidden: false, rows }] }
}

function rowsOf(text: string, delimiter: string): readonly Row[] {
  const records = recordsOf(text, delimiter)
  const rows = records.map((cells, index) => ({
    row: index + 1,
    hidden: false,
    cells: cells.map(cell => ({ text: cleaned(cell) }))
  }))
  const wide = rows.find(({ cells }) => cells.length > MOST_COLUMNS)
  if (wide) throw new FileError('too_many_columns', { row: wide.row })
  const filled = rows.filter(({ cells }) => cells.some(cell => !isBlank(cell)))
  if (filled.length > MOST_ROWS) throw new FileError('too_many_rows', { row: filled[MOST_ROWS]?.row ?? MOST_ROWS })
  return filled
}

/** Far more than may be: empty rows do not count. */
const MOST_RECORDS = 20 * MOST_ROWS

function recordsOf(text: string, delimiter: string): readonly string[][] {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: MOST_RECORDS }
  try {
    return parse(text, options)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error['records'] ?? 0) + 1
    throw new FileError(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open_quote' : 'damaged', { row, cause: error })
  }
}

const LINES = 50

/** The one that divides the first lines most alike. */
function delimiterOf(text: string): string {
  const lines = withoutQuoted(text.slice(0, 100_000))
    .split(/\r\n?|\n/u)
    .filter(Boolean)
    .slice(0, LINES)
  const scored = [';', '\t', ',', '|'].map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const [most = 0] = counts.toSorted((a, b) => b - a)
    const alike = counts.filter(count => count === mostCommon(counts)).length
    return { delimiter, score: mostCommon(counts) > 0 ? alike * 1000 + most : most }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

const withoutQuoted = (text: string): string => text.replaceAll(/"(?:[^"]|"")*"/gu, '')

function mostCommon(counts: readonly number[]): number {
  const times = Map.groupBy(counts, count => count)
  return [...times].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 0
}

type Decoded = { readonly text: string; readonly encoding: string }

/** A byte order mark decides; then nulls, which only UTF-16 has; then whether it can be UTF-8; else Windows’ own. */
function decode(file: Uint8Array): Decoded {
  const [first, second] = file
  if (first === 0xff && second === 0xfe) return as(file, 'utf-16le')
  if (first === 0xfe && second === 0xff) return as(file, 'utf-16be')
  const wide = wideOf(file.subarray(0, 4096))
  if (wide) return as(file, wide)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(file), encoding: 'utf-8' }
  } catch {
    return as(file, 'windows-1252')
  }
}

const as = (file: Uint8Array, encoding: string): Decoded => ({ text: new TextDecoder(encoding).decode(file), encoding })

function wideOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const nulls = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nulls
  const many = head.length / 4
  if (odd > many && even < odd / 10) return 'utf-16le'
  return even > many && odd < even / 10 ? 'utf-16be' : undefined
}
