/** Rows of a CSV file (RFC 4180) as spreadsheet programs read them; no cell of it is run as a formula. */

/** Before the first row: without it a spreadsheet program takes accents for something else. */
export const BYTE_ORDER_MARK = '\u{FEFF}'

export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** A spreadsheet program runs what begins with one of these, whatever quotes are around it. */
const FORMULA = /^\s*[=+\-@\t\r]/u

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
