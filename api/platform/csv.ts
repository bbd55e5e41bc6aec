/** Rows of a CSV file (RFC 4180) that no spreadsheet runs as formulas. */

/** Without it a spreadsheet takes accents for something else. */
export const BYTE_ORDER_MARK = '\u{FEFF}'

export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** A spreadsheet runs what begins with one of these, whatever quotes are around it. */
const FORMULA = /^\s*[=+\-@\t\r]/u

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
