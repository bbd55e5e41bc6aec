import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFileClient } from '../contract/client.ts'
import { getCourses } from '../contract/enrollment.ts'
import * as admin from '../contract/enrollment-admin.ts'
import * as imports from '../contract/enrollment-imports.ts'
import { ruleSetSchema } from '../contract/enrollment-rules.ts'
import { DAY } from '../platform/time.ts'
import { personIdOf, SITE, startEnrollmentWorld, type EnrollmentWorld } from './test-world.ts'
import { workbookOf } from './test-workbook.ts'

const csv = (...lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\r\n')}\r\n`)
const HEADER = 'E-mail,Course,Start,End'

/** One company for all: each test has people of its own. */
let world: EnrollmentWorld
beforeAll(async () => {
  world = await startEnrollmentWorld({ enrollmentRules: [] })
  world.site.addCourse(SITE, { id: 1009, name: 'Gestión', slug: 'g', lessons: 1 })
  await world.addPeople(['ana'])
  await world.settle()
})
afterAll(() => world[Symbol.asyncDispose]())

/** What these people have access to now. */
function openOf(...names: readonly string[]) {
  const emails = names.map(name => `${name}@demo.test`)
  const ids = world.site.users(SITE).flatMap(({ id, email }) => (emails.includes(email) ? [id] : []))
  return world.site
    .enrollments(SITE)
    .filter(({ user_id }) => ids.includes(user_id))
    .filter(({ expiry_date }) => !expiry_date || new Date(expiry_date) > world.deps.now())
}

async function upload(file: Uint8Array, name = 'courses.csv') {
  return world.admin(imports.uploadImport, { query: { name }, body: Uint8Array.from(file) })
}

async function taken(file: Uint8Array): Promise<string> {
  const answer = await upload(file)
  if (answer.kind !== 'taken') throw new Error(`refused: ${answer.problem}`)
  return answer.importId
}

/** With the columns as they are guessed, but for `more`. */
async function checked(file: Uint8Array, more: Partial<imports.Columns> = {}) {
  const importId = await taken(file)
  const view = await world.admin(imports.getImport, { params: { importId } })
  if (!view.file) throw new Error('the file is gone')
  const columns = { ...view.file.columns, ...more }
  return { importId, columns, report: await world.admin(imports.checkImport, { params: { importId }, body: columns }) }
}

async function carriedOut(importId: string, proposals: readonly string[] = []) {
  const params = { importId }
  const { seen, ...shown } = await world.admin(imports.dryRunImport, { params, body: { proposals: [...proposals] } })
  const body = { proposals: [...proposals], seen, reason: 'Moved in from the spreadsheet' }
  await world.admin(imports.carryOutImport, { params, body })
  await world.settle()
  return { ...shown, repeat: () => world.admin(imports.carryOutImport, { params, body }) }
}

const problemsIn = ({ report }: Awaited<ReturnType<typeof checked>>) =>
  report.findings.map(({ row, column, problem }) => `${row} ${column} ${problem}`)

/** Made before anything listens: it holds up the process. */
const bomb = zipSync({
  'xl/workbook.xml': strToU8('<workbook/>'),
  'xl/worksheets/sheet1.xml': new Uint8Array(120 * 1024 * 1024)
})

describe('a file', () => {
  const zip = (entries: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(entries)
  const compound = (inside: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')])
  const rows = (count: number): Uint8Array => csv(HEADER, ...Array.from({ length: count }, (_, row) => `p${row}@x.y,A`))

  test.each([
    ['nothing', new Uint8Array(), 'empty_file'],
    ['a protected workbook', compound('EncryptedPackage'), 'password'],
    ['a workbook of 2003', compound('Workbook'), 'old_excel'],
    ['a binary workbook', zip({ 'xl/workbook.bin': strToU8('x') }), 'binary_excel'],
    ['an OpenDocument', zip({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }), 'open_document'],
    ['another archive', zip({ 'a.txt': strToU8('x') }), 'not_a_spreadsheet'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_a_spreadsheet'],
    ['a web page', Buffer.from('<html><table><tr><td>E-mail</td></tr></table></html>'), 'web_page'],
    ['half a workbook', workbookOf([{ name: 'A', rows: [['E-mail', 'Course']] }]).slice(0, 400), 'damaged'],
    ['an open quote', csv(HEADER, 'ana@demo.test,"Course 1001', 'bea@demo.test,Course 1001'), 'open_quote'],
    ['empty sheets', workbookOf([{ name: 'A', rows: [[null]] }]), 'no_rows'],
    ['too many rows', rows(50_001), 'too_many_rows'],
    ['too many columns', csv('a,'.repeat(300)), 'too_many_columns'],
    [
      'too many merged cells',
      workbookOf([{ name: 'A', rows: [['E-mail']], merged: Array.from({ length: 10_001 }, () => 'A1:B2') }]),
      'too_many_merges'
    ]
  ])('of %s is refused with what to do, and nothing is kept', async (name, file, problem) => {
    const answer = await upload(file, name)
    expect(answer).toMatchObject({ kind: 'refused', problem })
    expect(answer.kind === 'refused' && answer.remedy.length).toBeGreaterThan(10)
    expect((await world.admin(imports.listImports)).imports.filter(each => each.fileName === name)).toEqual([])
  })

  test('that unpacks to gigabytes is given up long before', async () => {
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await upload(bomb)).toMatchObject({ kind: 'refused', problem: 'too_large_inside' })
  })

  test('larger than the limit is refused before it is read, and nobody but an admin may send one', async () => {
    const large = new Uint8Array(imports.MOST_FILE_BYTES + 1)
    await expect(upload(large)).rejects.toMatchObject({ status: 413, problem: { code: 'too_large' } })
    const sent = { query: { name: 'x.csv' }, body: Uint8Array.from(csv(HEADER)) }
    await expect(world.as('ana')(imports.uploadImport, sent)).rejects.toMatchObject({ status: 403 })
  })

  test.each([
    ['UTF-8', 'utf-8', Buffer.from('Correo;Curso\nana@demo.test;Gestión')],
    ['UTF-8 with a mark', 'utf-8', Buffer.from('\uFEFFCorreo;Curso\nana@demo.test;Gestión')],
    ['UTF-16 with a mark', 'utf-16le', Buffer.from('\uFEFFCorreo;Curso\nana@demo.test;Gestión', 'utf16le')],
    ['UTF-16 without a mark', 'utf-16le', Buffer.from('Correo;Curso\nana@demo.test;Gestión', 'utf16le')],
    [
      'UTF-16 of the other order',
      'utf-16be',
      Buffer.from('\uFEFFCorreo;Curso\nana@demo.test;Gestión', 'utf16le').swap16()
    ],
    ['Windows-1252', 'windows-1252', Buffer.from('Correo;Curso\nana@demo.test;Gestión', 'latin1')]
  ])('in %s is read with its accents', async (_name, encoding, file) => {
    const { importId, report } = await checked(file)
    expect(report).toMatchObject({ errors: 0, assignments: 1 })
    expect((await world.admin(imports.getImport, { params: { importId } })).file).toMatchObject({ encoding })
  })

  test.each([
    [',', ''],
    [';', ''],
    ['\t', ''],
    ['|', ''],
    ['~', 'sep=~\r\n']
  ])('divided by “%s” is read, line breaks within quotes included', async (delimiter, told) => {
    const lines = [
      ['Name', 'E-mail', 'Course', 'Notes'],
      ['Ana Demo', 'ana@demo.test', 'Course 1001', '"one\ntwo, three; four"']
    ]
    const file = Buffer.from(told + lines.map(line => line.join(delimiter)).join('\r\n'))
    expect((await checked(file)).report).toMatchObject({ rows: 1, errors: 0, assignments: 1 })
  })
})

describe('columns', () => {
  test('are known by headers in Spanish that stand below a title, and by contents where there are none', async () => {
    const titled = csv(
      'Cursos 2025,,,',
      ',,,',
      'Nº,Correo electrónico,Nombre del curso,Fecha límite',
      '1,ana@demo.test,Course 1001,31/12/2027'
    )
    const one = await checked(titled)
    expect(one.columns).toMatchObject({
      headerRow: 3,
      roles: ['ignore', 'email', 'course', 'ends'],
      dateOrder: 'day_first'
    })
    expect(one.report).toMatchObject({ rows: 1, errors: 0 })
    const bare = await checked(csv('ana@demo.test,Course 1002'))
    expect(bare.columns).toMatchObject({ headerRow: 0, roles: ['email', 'course'] })
    expect(bare.report).toMatchObject({ rows: 1, errors: 0 })
  })

  test('that cannot be are refused: two alike, none for the person, none for the course, too few', async () => {
    const importId = await taken(csv('a,b', 'ana@demo.test,Course 1001'))
    const columns = { sheet: 0, headerRow: 1, dateOrder: null }
    for (const roles of [['email', 'email'], ['ignore', 'course'], ['email', 'ignore'], ['email']] as const)
      await expect(
        world.admin(imports.checkImport, { params: { importId }, body: { ...columns, roles: [...roles] } })
      ).rejects.toMatchObject({ status: 400 })
  })

  test('a sheet that nobody sees is not chosen by itself', async () => {
    const sheet = {
      rows: [
        ['E-mail', 'Course'],
        ['ana@demo.test', 'Course 1001']
      ]
    }
    const file = workbookOf([
      { name: 'Old', hidden: true, ...sheet },
      { name: 'Cover', rows: [['Courses of 2025']] },
      { name: 'New', ...sheet }
    ])
    expect((await checked(file)).columns.sheet).toBe(2)
  })
})

describe('dates', () => {
  const ends = async (file: Uint8Array, more: Partial<imports.Columns> = {}) => {
    const { importId, report } = await checked(file, more)
    expect(report.findings).toEqual([])
    await carriedOut(importId)
    const found = openOf('ana').map(({ expiry_date }) => expiry_date)
    await world.admin(imports.undoImport, { params: { importId }, body: { mode: 'carry_out' } })
    await world.settle()
    return found
  }

  test.each([
    ['a serial of 1900', { date: 46_752 }, false],
    ['a serial of 1904', { date: 45_290 }, true],
    ['a serial that is no date', 46_752, false],
    ['text by year', '2027-12-31', false],
    ['text by day', '31.12.2027', false],
    ['text by month', '12/31/27', false],
    ['Spanish words', '31 de diciembre de 2027', false],
    ['English words', 'Dec 31, 2027', false]
  ])('as %s mean the same last day, to its end in the company’s zone', async (_name, end, from1904) => {
    const rows = [
      ['E-mail', 'Course', 'End'],
      ['ana@demo.test', 'Course 1001', end]
    ]
    const file = workbookOf([{ name: 'A', rows }], { from1904 })
    // Midnight in Madrid.
    expect(await ends(file)).toEqual([expect.stringMatching(/^2027-12-31T23:00/u)])
  })

  test('that can be read both ways are asked for, and read as the admin says', async () => {
    const file = csv(HEADER, 'ana@demo.test,Course 1001,,03/04/2027')
    expect(problemsIn(await checked(file))).toEqual(['2 D: End end_ambiguous'])
    expect(await ends(file, { dateOrder: 'month_first' })).toEqual([expect.stringMatching(/^2027-03-04T23:00/u)])
  })
})

test('all is imported at once, with the reason people read; the same file again changes nothing; undone, it is withdrawn', async () => {
  await world.addPeople(['ana1', 'bea1', 'cleo1'])
  await world.settle()
  const file = csv(
    HEADER + ',Notes',
    'ana1@demo.test,Course 1001,,,',
    'BEA1@demo.test,1002,2026-01-01,2027-12-31,Asked for it'
  )
  const { importId, report } = await checked(file)
  expect(report).toMatchObject({ rows: 2, people: 2, assignments: 2, errors: 0, notes: 0 })
  expect(openOf('ana1', 'bea1', 'cleo1')).toEqual([])
  const { dry, assignments, repeat } = await carriedOut(importId)
  expect({ dry, assignments }).toMatchObject({
    assignments: 2,
    dry: { gain: { people: 2 }, lose: { people: 0 }, calls: 4, lasting: { accounts: 2 } }
  })
  expect(openOf('ana1', 'bea1', 'cleo1')).toHaveLength(2)
  expect((await world.as('ana1')(getCourses)).courses).toMatchObject([
    { name: 'Course 1001', because: 'Moved in from the spreadsheet' }
  ])
  expect((await world.as('bea1')(getCourses)).courses).toMatchObject([{ because: 'Asked for it' }])
  await expect(repeat()).rejects.toMatchObject({ status: 409 })

  const again = await checked(file)
  expect(again.report).toMatchObject({ assignments: 0, needless: 2, errors: 0 })
  expect(problemsIn(again)).toEqual(['2 B: Course imported_before', '3 B: Course imported_before'])
  const changes = () => world.calls().filter(call => !call.startsWith('GET')).length
  const before = changes()
  expect((await carriedOut(again.importId)).dry).toMatchObject({ gain: { people: 0 }, calls: 0 })
  expect(changes()).toBe(before)

  const params = { importId }
  const undo = await world.admin(imports.undoImport, { params, body: { mode: 'dry' } })
  expect(undo.dry).toMatchObject({ lose: { people: 2 }, gain: { people: 0 } })
  expect(openOf('ana1', 'bea1', 'cleo1')).toHaveLength(2)
  await world.admin(imports.undoImport, { params, body: { mode: 'carry_out' } })
  await world.settle()
  expect(openOf('ana1', 'bea1', 'cleo1')).toEqual([])
  await expect(world.admin(imports.undoImport, { params, body: { mode: 'carry_out' } })).rejects.toMatchObject({
    status: 409
  })
  const { imports: all } = await world.admin(imports.listImports)
  expect(all.slice(0, 2).map(({ state }) => state)).toEqual(['imported', 'undone'])
})

test('one wrong row keeps all others out; nothing of a cancelled import is kept', async () => {
  await world.addPeople(['ana2'])
  const { importId, report } = await checked(csv(HEADER, 'ana2@demo.test,Course 1001', 'nobody@demo.test,Course 1001'))
  expect(report).toMatchObject({ errors: 1, assignments: 1 })
  const params = { importId }
  await expect(world.admin(imports.dryRunImport, { params, body: { proposals: [] } })).rejects.toMatchObject({
    status: 409
  })
  const body = { proposals: [], seen: '', reason: 'Try' }
  await expect(world.admin(imports.carryOutImport, { params, body })).rejects.toMatchObject({ status: 409 })
  await world.admin(imports.cancelImport, { params })
  expect((await world.admin(imports.getImport, { params })).file).toBeNull()
  await expect(world.admin(imports.cancelImport, { params })).rejects.toMatchObject({ status: 409 })
  await world.settle()
  expect(openOf('ana2')).toEqual([])
})

test('what was seen is what is imported: when somebody leaves meanwhile, it is looked at again', async () => {
  await world.addPeople(['ana3', 'bea3'])
  const { importId } = await checked(csv(HEADER, 'ana3@demo.test,Course 1001', 'bea3@demo.test,Course 1001'))
  const params = { importId }
  const { seen } = await world.admin(imports.dryRunImport, { params, body: { proposals: [] } })
  await world.leave('bea3')
  const body = { proposals: [], seen, reason: 'Moved in' }
  await expect(world.admin(imports.carryOutImport, { params, body })).rejects.toMatchObject({ status: 409 })
  await world.comeBack('bea3')
  const other = { ...body, seen: 'what another look showed' }
  await expect(world.admin(imports.carryOutImport, { params, body: other })).rejects.toMatchObject({ status: 409 })
  const [one, two] = await Promise.allSettled([1, 2].map(() => world.admin(imports.carryOutImport, { params, body })))
  expect([one?.status, two?.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  await world.settle()
  expect(openOf('ana3', 'bea3')).toHaveLength(2)
})

test('a later import counts before an earlier one, and undoing it brings the earlier one back', async () => {
  await world.addPeople(['ana4'])
  const until = (day: string) => csv(HEADER, `ana4@demo.test,Course 1001,,${day}`)
  await carriedOut((await checked(until('2027-01-31'))).importId)
  const { importId } = await checked(until('2027-06-30'))
  await carriedOut(importId)
  expect(openOf('ana4')[0]?.expiry_date).toMatch(/^2027-06-30/u)
  await world.admin(imports.undoImport, { params: { importId }, body: { mode: 'carry_out' } })
  await world.settle()
  expect(openOf('ana4')[0]?.expiry_date).toMatch(/^2027-01-31/u)
})

test('what a department explains becomes a rule, and shows first what the rule does otherwise', async () => {
  await world.addPeople(['ana5', 'bea5', 'cleo5', 'dan5'], { department: 'Growth', cohorts: [] })
  await world.addPeople(['eva5'], { department: 'Legal', cohorts: [] })
  const line = (name: string, more = ',Growth') => `${name}@demo.test,Course 1001${more}`
  const file = csv('E-mail,Course,Department', line('ana5'), line('bea5'), line('cleo5'), line('eva5'))
  const { importId, report } = await checked(file)
  expect(report.proposals).toMatchObject([
    {
      proposalId: 'department/Growth',
      when: { kind: 'attribute', name: 'department', value: 'Growth' },
      covers: 3,
      more: { people: 1, first: [{ personId: personIdOf('dan5') }] },
      apart: 1
    }
  ])
  const { assignments, rules, dry } = await carriedOut(importId, ['department/Growth'])
  expect({ assignments, rules, gain: dry.gain.people }).toEqual({ assignments: 1, rules: 1, gain: 5 })
  expect(openOf('ana5', 'bea5', 'cleo5', 'dan5', 'eva5')).toHaveLength(5)
  const { content, version } = await world.admin(admin.getEnrollmentRules)
  expect(content.rules).toMatchObject([{ name: 'Growth', targets: [{ id: '1001' }] }])
  // What the admin changes afterwards stays theirs.
  const own = {
    ruleId: 'own',
    name: 'Own',
    when: { kind: 'attribute', name: 'department', value: 'Growth' },
    targets: [{ kind: 'course', id: '1002', name: 'Course 1002' }]
  }
  const next = ruleSetSchema.parse({ ...content, rules: [...content.rules, own] })
  await world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content: next, reason: 'More' } })
  await world.settle()
  await world.admin(imports.undoImport, { params: { importId }, body: { mode: 'carry_out' } })
  await world.settle()
  expect((await world.admin(admin.getEnrollmentRules)).content.rules.map(({ ruleId }) => ruleId)).toEqual(['own'])
  expect(new Set(openOf('ana5', 'bea5', 'cleo5', 'dan5', 'eva5').map(({ course_id }) => course_id))).toEqual(
    new Set([1002])
  )
})

test('a rule that gives the course already needs no row; an exception stays above what is imported', async () => {
  await world.addPeople(['ana6', 'bea6'], { department: 'Ruled' })
  const { content, version } = await world.admin(admin.getEnrollmentRules)
  const target = { kind: 'course', id: '1003', name: 'Course 1003' } as const
  const exceptions = [
    { personId: personIdOf('bea6'), target, effect: 'withhold' as const, until: null, reason: 'On leave' }
  ]
  const ruled = {
    ruleId: 'ruled',
    name: 'Ruled',
    when: { kind: 'attribute', name: 'department', value: 'Ruled' },
    targets: [{ kind: 'course', id: '1001', name: 'Course 1001' }]
  }
  const next = ruleSetSchema.parse({ ...content, rules: [...content.rules, ruled], exceptions })
  await world.admin(admin.putEnrollmentRules, { body: { basedOn: version, content: next, reason: 'Leave' } })
  await world.settle()
  const { importId, report, ...rest } = await checked(
    csv(HEADER, 'ana6@demo.test,Course 1001', 'bea6@demo.test,Course 1003')
  )
  expect(problemsIn({ importId, report, ...rest })).toEqual(['2 B: Course by_rule'])
  expect((await carriedOut(importId)).dry.gain.people).toBe(0)
  expect(openOf('ana6', 'bea6').filter(({ course_id }) => course_id === 1003)).toEqual([])
})

test('the report is saved as CSV that runs no formula', async () => {
  const { importId } = await checked(csv(HEADER, '=cmd()@demo.test,Course 1001', '"+x,""y""@z",Course 1001'))
  const save = createFileClient({ baseUrl: world.url, fetch, token: async () => world.adminToken })
  const { name, content } = await save(imports.saveImportReport, { params: { importId } })
  expect(name).toBe('courses-report.csv')
  const text = await content.text()
  expect(text.split('\r\n').length).toBe(4)
  expect(text).toContain(`"2","A: E-mail","'=cmd()@demo.test"`)
  expect(text).not.toMatch(/(?:^|,)"[=+@-]/mu)
})

test('a site that does not answer keeps the file for later', async () => {
  await world.addPeople(['ana8'])
  await world.settle()
  const importId = await taken(csv(HEADER, 'ana8@demo.test,Course 1001'))
  const { file } = await world.admin(imports.getImport, { params: { importId } })
  if (!file) throw new Error('the file is gone')
  world.site.standin.faults.add({ kind: 'status', status: 503, body: {} })
  const check = () => world.admin(imports.checkImport, { params: { importId }, body: file.columns })
  await expect(check()).rejects.toMatchObject({ status: 503 })
  world.site.standin.faults.clear()
  expect(await check()).toMatchObject({ errors: 0 })
})

test('what nobody decides within a month is cancelled', async () => {
  await taken(csv(HEADER, 'ana9@demo.test,Course 1001'))
  const first = async () => (await world.admin(imports.listImports)).imports[0]?.state
  world.advance(29 * DAY)
  await world.settle()
  expect(await first()).toBe('open')
  world.advance(2 * DAY)
  await world.settle()
  expect(await first()).toBe('cancelled')
})
