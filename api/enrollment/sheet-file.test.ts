/** Workbooks that another program wrote, and what Excel itself writes that few others do. */
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

test('an archive in which one name stands twice, or that ends too early, is damaged', async () => {
  const whole = workbookOf([{ name: 'A', rows: [['a', 'b']] }])
  const twice = Buffer.concat([whole, whole])
  await expect(readSpreadsheet(twice)).rejects.toMatchObject({ code: 'damaged' })
  for (const length of [40, 200, 700]) await expect(readSpreadsheet(whole.slice(0, length))).rejects.toThrow()
})
