/** Workbooks that another program wrote, and what Excel itself writes that few others do. */
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readSpreadsheet } from './sheet-file.ts'
import { workbookOf } from './test-workbook.ts'

const textsOf = async (file: Uint8Array) =>
  (await readSpreadsheet(file)).sheets.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))

test('a workbook that another program wrote is read as people see it', async () => {
  const file = await writeXlsxFile([
    [{ value: 'E-mail', fontWeight: 'bold' }, { value: 'Día' }, { value: 'Número' }, { value: 'Sí' }],
    [
      { value: 'ana@demo.test' },
      { value: new Date(Date.UTC(2027, 11, 31)), type: Date, format: 'dd/mm/yyyy' },
      { value: 1234.5, type: Number },
      { value: true, type: Boolean }
    ],
    [null, { value: 'Gestión & “más” <cosas>' }, null, null]
  ]).toBuffer()
  expect(await textsOf(file)).toEqual([
    [
      ['E-mail', 'Día', 'Número', 'Sí'],
      ['ana@demo.test', '2027-12-31', '1234.5', 'TRUE'],
      ['', 'Gestión & “más” <cosas>']
    ]
  ])
  expect((await readSpreadsheet(file)).sheets[0]?.rows[1]?.cells[1]).toMatchObject({ day: '2027-12-31' })
})

const inOneSheet = (sheet: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="A" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>'
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>'
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more
  })

test('prefixes, text within the sheet, rich text, phonetic guides, escapes and cells without an address are read', async () => {
  const strings =
    '<sst><si><r><t>Rich </t></r><r><t>text</t></r><rPh><t>guide</t></rPh></si><si><t>two_x000D_\nlines</t></si></sst>'
  const sheet =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>inside</x:t></x:is></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="d"><x:v>2027-12-31T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect(await textsOf(inOneSheet(sheet, { 'xl/sharedStrings.xml': strToU8(strings) }))).toEqual([
    [
      ['inside', 'Rich text'],
      ['two lines', '2027-12-31']
    ]
  ])
})

test('an entity of a document type is not expanded, whatever it stands for', async () => {
  const sheet =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]><worksheet><sheetData><row><c t="str"><v>&b;&f;</v></c></row></sheetData></worksheet>'
  expect(await textsOf(inOneSheet(sheet))).toEqual([[['&b;&f;']]])
})

test('what cannot be relied on is marked: formulas, merged cells, hidden rows, numbers that were rounded', async () => {
  const file = workbookOf([
    {
      name: 'A',
      merged: ['A1:A2', 'C1:XFD1048576'],
      rows: [
        ['merged', { formula: '1+1', value: '2' }],
        [null, { formula: '1/0' }],
        { hidden: true, cells: [12e18, { padded: 42 }] }
      ]
    }
  ])
  const [sheet] = (await readSpreadsheet(file)).sheets
  const flaws = sheet?.rows.map(({ hidden, cells }) => [hidden, ...cells.slice(0, 2).map(({ flaw }) => flaw)])
  expect(flaws).toEqual([
    [false, undefined, 'formula'],
    [false, 'merged', 'formula_failed'],
    [true, 'rounded', undefined]
  ])
  expect(sheet?.rows[2]?.cells[1]?.text).toBe('000042')
})

const rangeArbitrary = fc
  .tuple(fc.nat(12), fc.nat(6), fc.nat(8), fc.nat(6))
  .map(([top, height, left, width]) => ({ top: top + 1, bottom: top + 1 + height, left, right: left + width }))

test('under merged cells lies what any of them covers beyond its top left, however they lie and in whatever order rows come', async () => {
  const rowsArbitrary = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(rowsArbitrary, fc.array(rangeArbitrary, { maxLength: 8 }), async (numbers, merges) => {
      const letters = (column: number) => String.fromCharCode(65 + column)
      const refs = merges.map(
        ({ top, bottom, left, right }) => `<mergeCell ref="${letters(left)}${top}:${letters(right)}${bottom}"/>`
      )
      const lines = numbers.map(row => `<row r="${row}"><c r="A${row}" t="str"><v>x</v></c></row>`)
      const file = inOneSheet(`<worksheet><sheetData>${lines.join('')}</sheetData>${refs.join('')}</worksheet>`)
      const read = (await readSpreadsheet(file)).sheets[0]?.rows ?? []
      const seen = read.map(({ row, cells }) => [
        row,
        ...cells.flatMap(({ flaw }, column) => (flaw === 'merged' ? [column] : []))
      ])
      const covers = (row: number, column: number) =>
        merges.some(
          ({ top, bottom, left, right }) =>
            top <= row && row <= bottom && left <= column && column <= right && (row !== top || column !== left)
        )
      const columns = Array.from({ length: 26 }, (_, column) => column)
      const wanted = numbers
        .toSorted((a, b) => a - b)
        .map(row => [row, ...columns.filter(column => covers(row, column))])
      expect(seen.toSorted(([a = 0], [b = 0]) => a - b)).toEqual(wanted)
    })
  )
})

const deflated = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  inOneSheet(
    `<worksheet>${sheet}</worksheet>`,
    Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)]))
  )
const cellsOf = (value: string, count: number): string => `<row>${`<c t="s"><v>${value}</v></c>`.repeat(count)}</row>`
const manySheets = '<workbook><sheets>'.concat('<sheet name="A" r:id="rId1"/>'.repeat(500), '</sheets></workbook>')

test.each([
  [
    'merges more cells than people do',
    'too_many_merges',
    deflated(`${cellsOf('0', 1)}${'<mergeCell ref="A1:ZZ50000"/>'.repeat(10_001)}`)
  ],
  [
    'shows one long text in every cell',
    'too_large_inside',
    deflated(cellsOf('0', 200).repeat(100), {
      'xl/sharedStrings.xml': `<sst><si><t>${'x '.repeat(16_000)}</t></si></sst>`
    })
  ],
  ['lists one sheet again and again', 'damaged', deflated(cellsOf('0', 1), { 'xl/workbook.xml': manySheets })],
  ['opens what it never closes', 'damaged', deflated('<a>'.repeat(100_000))]
])('a small file that %s holds nobody up: it is refused', async (_name, code, file) => {
  expect(file.length).toBeLessThan(100_000)
  await expect(readSpreadsheet(file)).rejects.toMatchObject({ code })
})

test('a format of numbers takes no longer the more often it is named, nor by how long it is', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(1_000_000)}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(100_000)}</cellXfs></styleSheet>`
  const sheet = '<row><c s="7"><v>42</v></c></row>'
  expect(await textsOf(deflated(sheet, { 'xl/styles.xml': styles }))).toEqual([[['42']]])
}, 30_000)

test('an archive in which one name stands twice, or that ends too early, is damaged', async () => {
  const whole = workbookOf([{ name: 'A', rows: [['a', 'b']] }])
  const twice = Buffer.concat([whole, whole])
  await expect(readSpreadsheet(twice)).rejects.toMatchObject({ code: 'damaged' })
  for (const length of [40, 200, 700]) await expect(readSpreadsheet(whole.slice(0, length))).rejects.toThrow()
})
