/** Reads an Excel workbook (ECMA-376): values as saved, never a formula computed, nothing fetched. */
import { cleaned, createRoom, dayOfSerial, FileError, isBlank, MOST_COLUMNS, MOST_ROWS, put } from './sheet.ts'
import type { Cell, Room, Row, Sheet, Workbook } from './sheet.ts'
import { addMerge, markMerged, type Range } from './sheet-merges.ts'
import { readStyles, type Shown } from './sheet-styles.ts'
import { openArchive, readXml, type Archive } from './sheet-zip.ts'

const WANTED = /(?:\.rels|workbook\d*\.xml|sharedStrings\d*\.xml|styles\d*\.xml|worksheets\/[^/]+\.xml|^mimetype)$/iu

/** @throws FileError. */
export async function readXlsx(file: Uint8Array): Promise<Workbook> {
  const archive = await openArchive(file, name => WANTED.test(name))
  const workbook = [...archive.names].find(name => /(?:^|\/)workbook\d*\.xml$/iu.test(name))
  if (!workbook) throw new FileError(whatElse(archive))
  const { sheets, from1904 } = await readWorkbook(archive, workbook)
  const paths = await readTargets(archive, workbook)
  const strings = await readStrings(entry(archive, /sharedStrings\d*\.xml$/iu))
  const shownBy = await readStyles(entry(archive, /styles\d*\.xml$/iu))
  const book = { strings, shownBy, from1904, room: createRoom() }
  const read: Sheet[] = []
  const seen = new Set<string>()
  for (const { name, hidden, relation } of sheets) {
    const path = paths.get(relation) ?? ''
    const bytes = archive.bytesOf(path)
    // A sheet of charts or macros has no cells.
    if (!bytes) continue
    if (seen.has(path)) throw new FileError('damaged')
    seen.add(path)
    read.push({ name, hidden, rows: await readSheet(bytes, book) })
  }
  return { format: 'xlsx', from1904, sheets: read }
}

function whatElse({ names, bytesOf }: Archive) {
  if (names.has('xl/workbook.bin')) return 'binary_excel'
  const type = Buffer.from(bytesOf('mimetype') ?? []).toString('latin1')
  return type.includes('opendocument') ? 'open_document' : 'not_a_spreadsheet'
}

function entry({ names, bytesOf }: Archive, pattern: RegExp): Uint8Array | undefined {
  const name = [...names].find(each => pattern.test(each))
  return name === undefined ? undefined : bytesOf(name)
}

type Listed = { readonly name: string; readonly hidden: boolean; readonly relation: string }

async function readWorkbook(archive: Archive, path: string) {
  const sheets: Listed[] = []
  let from1904 = false
  await readXml(archive.bytesOf(path) ?? new Uint8Array(), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      sheets.push({ name: attributes['name'] ?? '', hidden, relation })
    }
  })
  return { sheets, from1904 }
}

/** From a relation's id to the entry it leads to. */
async function readTargets(archive: Archive, workbook: string): Promise<ReadonlyMap<string, string>> {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const file = workbook.slice(folder.length)
  const targets = new Map<string, string>()
  await readXml(archive.bytesOf(`${folder}_rels/${file}.rels`) ?? new Uint8Array(), {
    open: (name, { Id, Target = '' }) => {
      if (name === 'Relationship' && Id) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target)
    }
  })
  return targets
}

/** What readers see: phonetic guides are left out. */
async function readStrings(bytes: Uint8Array | undefined): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let inside = false
  let phonetic = false
  if (bytes)
    await readXml(bytes, {
      open: name => {
        if (name === 'si') text = ''
        if (name === 'rPh') phonetic = true
        if (name === 't') inside = !phonetic
      },
      text: part => {
        if (inside) text += part
      },
      close: name => {
        if (name === 't') inside = false
        if (name === 'rPh') phonetic = false
        // Once: a sheet may name it in every cell.
        if (name === 'si') strings.push(cleaned(text))
      }
    })
  return strings
}

type Book = {
  readonly strings: readonly string[]
  readonly shownBy: (style: string | undefined) => Shown
  readonly from1904: boolean
  readonly room: Room
}
type Raw = { readonly type: string; readonly style: string | undefined; formula: boolean; value: string | undefined }

async function readSheet(bytes: Uint8Array, book: Book): Promise<readonly Row[]> {
  const rows: Row[] = []
  const merges: Range[] = []
  let [row, column, hidden] = [0, -1, false]
  let cells: Cell[] = []
  let raw: Raw | undefined
  let inside = false
  await readXml(bytes, {
    open: (name, attributes) => {
      switch (name) {
        case 'row':
          row = Number(attributes['r'] ?? row + 1)
          hidden = /^(?:1|true)$/u.test(attributes['hidden'] ?? '')
          cells = []
          column = -1
          return
        case 'c':
          column = attributes['r'] ? columnOf(attributes['r']) : column + 1
          raw = { type: attributes['t'] ?? 'n', style: attributes['s'], formula: false, value: undefined }
          return
        case 'f':
          if (raw) raw.formula = true
          return
        case 'v':
        case 't':
          inside = raw !== undefined
          return
        case 'mergeCell':
          addMerge(merges, rangeOf(attributes['ref'] ?? ''))
      }
    },
    text: part => {
      if (inside && raw) raw.value = (raw.value ?? '') + part
    },
    close: name => {
      if (name === 'v' || name === 't') inside = false
      if (name === 'c' && raw) {
        if (column >= MOST_COLUMNS && raw.value !== undefined) throw new FileError('too_many_columns', { row })
        if (column < MOST_COLUMNS) put(cells, column, cellOf(raw, book))
        raw = undefined
      }
      if (name === 'row' && cells.some(cell => !isBlank(cell))) {
        if (rows.length >= MOST_ROWS) throw new FileError('too_many_rows', { row })
        book.room(cells)
        rows.push({ row, hidden, cells })
      }
    }
  })
  return markMerged(rows, merges, book.room)
}

function cellOf({ type, style, formula, value }: Raw, { strings, shownBy, from1904 }: Book): Cell {
  if (formula && (value === undefined || value === '' || type === 'e'))
    return { text: cleaned(value ?? ''), flaw: 'formula_failed' }
  if (value === undefined) return { text: '' }
  const cell = valueOf({ type, value, shown: shownBy(style), strings, from1904 })
  return formula ? { ...cell, flaw: cell.flaw ?? 'formula' } : cell
}

type Valued = {
  readonly type: string
  readonly value: string
  readonly shown: Shown
  readonly strings: readonly string[]
  readonly from1904: boolean
}

function valueOf({ type, value, shown, strings, from1904 }: Valued): Cell {
  switch (type) {
    case 's':
      return { text: strings[Number(value)] ?? '' }
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'd':
      return { text: value.slice(0, 10), day: value.slice(0, 10) }
    case 'e':
      return { text: cleaned(value), flaw: 'formula_failed' }
    case 'n':
      return numberOf(value, shown, from1904)
    default:
      return { text: cleaned(value) }
  }
}

/** Spreadsheet programs keep fifteen digits. */
const MOST_DIGITS = 1e15

function numberOf(value: string, shown: Shown, from1904: boolean): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return { text: cleaned(value) }
  const day = shown.kind === 'date' && number >= 1 ? dayOfSerial(number, from1904) : undefined
  if (day) return { text: day, day }
  if (Math.abs(number) >= MOST_DIGITS) return { text: cleaned(value), flaw: 'rounded' }
  const text = String(number)
  return { text: shown.kind === 'digits' ? text.padStart(shown.digits, '0') : text }
}

/** `B7` → 1. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]*/iu.exec(reference)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function rangeOf(reference: string): Range {
  const [from = '', to = from] = reference.split(':')
  const rowOf = (text: string): number => Number(/\d+$/u.exec(text)?.[0] ?? 0)
  return { top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) }
}
