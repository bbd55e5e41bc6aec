/** The files of a report, made on the reader's machine from the report that they see. */
import type { File } from '../../../api/contract/client.ts'
import type { Sheet, Value } from './rows.ts'

/** Without it a spreadsheet program takes accents for something else. */
const BYTE_ORDER_MARK = '\u{FEFF}'

/** A spreadsheet program runs what begins with one of these, whatever quotes are around it. */
const FORMULA = /^\s*[=+\-@\t\r]/u

const cellOf = (value: Value): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  return `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}

/** RFC 4180; the sheets stand one after another. */
const csvOf = (sheets: readonly Sheet[]): string =>
  BYTE_ORDER_MARK +
  sheets.map(({ name, rows }) => [[name], ...rows].map(row => `${row.map(cellOf).join(',')}\r\n`).join('')).join('\r\n')

export const csvFile = (name: string, sheets: readonly Sheet[]): File => ({
  name: `${name}.csv`,
  content: new Blob([csvOf(sheets)], { type: 'text/csv;charset=utf-8' })
})

const WIDE = 40
const NARROW = 14

/** Text is written as text: no cell of it is ever run as a formula. */
export async function xlsxFile(name: string, sheets: readonly Sheet[]): Promise<File> {
  const { default: write } = await import('write-excel-file/universal')
  const book = write(
    sheets.map(sheet => ({
      sheet: sheetName(sheet.name),
      columns: (sheet.rows.at(-1) ?? []).map((_cell, column) => ({ width: column === 0 ? WIDE : NARROW })),
      data: sheet.rows.map((row, index) => row.map(value => typed(value, index === 0)))
    }))
  )
  return { name: `${name}.xlsx`, content: await book.toBlob() }
}

const typed = (value: Value, isHead: boolean) => {
  if (value === null) return null
  const look = isHead ? { fontWeight: 'bold' as const } : {}
  return typeof value === 'number' ? { value, type: Number, ...look } : { value, type: String, ...look }
}

/** Excel takes 31 characters and none of these. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/gu, ' ').slice(0, 31)
