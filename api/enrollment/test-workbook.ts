/** Excel workbooks as bytes, with all that people do to them: formulas, merged cells, hidden rows, dates of both systems. */
import { strToU8, zipSync } from 'fflate'

export type CellSpec =
  | string
  | number
  | null
  /** Days since the workbook's epoch, shown as a date. */
  | { readonly date: number }
  /** Shown with so many digits. */
  | { readonly padded: number }
  | { readonly formula: string; readonly value?: string }
  | { readonly error: string }
type RowSpec = readonly CellSpec[] | { readonly hidden: true; readonly cells: readonly CellSpec[] }
type SheetSpec = {
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly RowSpec[]
  readonly merged?: readonly string[]
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const letter = (column: number): string => String.fromCharCode(65 + column)

export function workbookOf(sheets: readonly SheetSpec[], { from1904 = false } = {}): Uint8Array {
  const strings: string[] = []
  const shared = (text: string): number => {
    const known = strings.indexOf(text)
    return known === -1 ? strings.push(text) - 1 : known
  }
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" ${hidden ? 'state="hidden" ' : ''}r:id="rId${index + 1}"/>`
  )
  const parts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(sheetXml(sheet, shared))])
  return zipSync({
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="x">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`
    ),
    ...Object.fromEntries(parts),
    'xl/styles.xml': strToU8(
      `${HEAD}<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`
    ),
    'xl/sharedStrings.xml': strToU8(
      `${HEAD}<sst ${MAIN}>${strings.map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`
    )
  })
}

function sheetXml({ rows, merged = [] }: SheetSpec, shared: (text: string) => number): string {
  const lines = rows.map((spec, index) => {
    const [cells, hidden] = 'cells' in spec ? [spec.cells, ' hidden="1"'] : [spec, '']
    const written = cells.map((cell, column) => cellXml(cell, `${letter(column)}${index + 1}`, shared))
    return `<row r="${index + 1}"${hidden}>${written.join('')}</row>`
  })
  const merges = merged.map(ref => `<mergeCell ref="${ref}"/>`).join('')
  return `${HEAD}<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`
}

function cellXml(cell: CellSpec, at: string, shared: (text: string) => number): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${shared(cell)}</v></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if ('date' in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`
  if ('padded' in cell) return `<c r="${at}" s="2"><v>${cell.padded}</v></c>`
  if ('error' in cell) return `<c r="${at}" t="e"><f>VLOOKUP(1,A:B,2,0)</f><v>${cell.error}</v></c>`
  const value = cell.value === undefined ? '' : `<v>${escaped(cell.value)}</v>`
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f>${value}</c>`
}
