/** One spreadsheet with every kind of mistake, over HTTP with the walk's company: all are told by row, nothing is imported; corrected, everything is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, createFileClient, type Client } from '../api/contract/client.ts'
import { getEnrollmentWork } from '../api/contract/enrollment-admin.ts'
import * as imports from '../api/contract/enrollment-imports.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { workbookOf, type CellSpec } from '../api/enrollment/test-workbook.ts'
import { generateCompanies } from '../sandbox/companies/generate.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { addCompany } from '../sandbox/seed.ts'
import { eventually, LAUNCH, openTestSandbox, START } from './harness.ts'

const ADMIN = 'northwind/vikram-iyer'
const SITE = 'northwind-academy'
const AT = 'northwind-demo.example'

let box: Sandbox
let admin: Client
let save: ReturnType<typeof createFileClient>

beforeAll(async () => {
  box = await openTestSandbox({ limits: false, env: { THINKIFIC_CALLS_PER_MINUTE: '6000' } })
  box.clock.set(START)
  const [company] = generateCompanies()
  if (!company) throw new Error('there is no demo company')
  const people = company.people.slice(0, 20).map((person, index) => ({ ...person, ...ODD[index] }))
  await addCompany(box.world, { ...company, people }, LAUNCH)
  box.world.thinkific.addCourse(SITE, { id: 1010, name: 'Feedback', slug: 'feedback', lessons: 1 })
  box.world.thinkific.addCourse(SITE, { id: 1011, name: 'Feedback', slug: 'feedback-2', lessons: 1 })
  await quiet(box)
  await box.call(control.leave, { params: { personKey: 'northwind/caio-freitas' }, body: { how: 'deactivate' } })
  await quiet(box)
  const { token } = await box.call(control.getTeamsToken, { params: { personKey: ADMIN } })
  const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
  const options = { baseUrl: box.url, fetch, token: async () => accessToken }
  admin = createClient(options)
  save = createFileClient(options)
}, 240_000)
afterAll(() => box[Symbol.asyncDispose]())

/** What makes the company hard to match, by place among its people. */
const ODD: Readonly<Record<number, object>> = {
  12: { firstName: 'Robin', lastName: 'Twin' },
  13: { firstName: 'Robin', lastName: 'Twin' },
  14: { email: `shift@${AT}` },
  15: { email: `shift@${AT}` },
  16: { employeeNumber: '777777' },
  17: { employeeNumber: '777777' },
  18: { employeeNumber: '000042' },
  19: { groups: [] }
}

type Line = {
  readonly number?: CellSpec
  readonly email?: string
  readonly name?: CellSpec
  readonly course?: CellSpec
  readonly start?: CellSpec
  readonly end?: CellSpec
  readonly notes?: CellSpec
  readonly department?: string
  readonly beyond?: string
}

const HEADER = ['Employee no', 'E-mail', 'Employee', 'Course', 'Start', 'Last day', 'Notes', 'Dept']
const ANA = `ana.torres@${AT}`
const CHANGE = 'Leading change'
const cellsOf = ({
  number,
  email,
  name,
  course = CHANGE,
  start,
  end,
  notes,
  department,
  beyond
}: Line): readonly CellSpec[] => [
  number ?? null,
  email ?? null,
  name ?? null,
  course,
  start ?? null,
  end ?? null,
  notes ?? null,
  department ?? null,
  ...(beyond ? [beyond] : [])
]

/** One row for each kind of mistake. */
const MISTAKES: readonly (readonly [string, Line])[] = [
  ['no_person', {}],
  ['unknown_email', { email: `nobody@${AT}` }],
  ['bad_email', { email: 'ana.torres(at)northwind' }],
  ['unknown_number', { number: '999999' }],
  ['number_zeros', { number: 42 }],
  ['number_rounded', { number: 12e18 }],
  ['unknown_name', { name: 'Nobody Known' }],
  ['ambiguous_email', { email: `shift@${AT}` }],
  ['ambiguous_number', { number: '777777' }],
  ['ambiguous_name', { name: 'Twin, Robin' }],
  ['identifiers_disagree', { email: ANA, number: '100001' }],
  ['name_differs', { email: ANA, name: 'Jonas Brandt' }],
  ['left', { email: `caio.freitas@${AT}` }],
  ['no_access', { number: '100019' }],
  ['person_is_date', { number: { date: 45_000 } }],
  ['no_course', { email: ANA, course: null }],
  ['unknown_course', { email: ANA, course: 'Leading chance' }],
  ['ambiguous_course', { email: ANA, course: 'Feedback' }],
  ['several_courses', { email: ANA, course: 'Leading change; Coaching in sales' }],
  ['course_is_date', { email: ANA, course: { date: 45_000 } }],
  ['start_unreadable', { email: ANA, start: 'soon' }],
  ['start_ambiguous', { email: ANA, start: '03/04/2026' }],
  ['start_far', { email: ANA, start: '1900-01-01' }],
  ['end_unreadable', { email: ANA, end: '31/02/2027' }],
  ['end_ambiguous', { email: ANA, end: '05/06/2027' }],
  ['end_far', { email: ANA, end: '2999-12-31' }],
  ['end_before_start', { email: ANA, start: '2027-05-01', end: '2027-04-01' }],
  ['end_past', { email: ANA, end: { date: 45_000 } }],
  ['formula_failed', { email: ANA, name: { error: '#N/A' } }],
  ['formula_text', { email: ANA, notes: '=HYPERLINK("https://evil.example")' }],
  ['merged', { name: 'Merged' }],
  ['hidden_row', { email: ANA }],
  ['extra_cells', { email: ANA, beyond: 'Sales' }],
  ['garbled', { email: ANA, notes: 'FormaciÃ³n' }],
  ['too_long', { email: ANA, notes: 'x'.repeat(201) }]
]
const NOTES: readonly (readonly [string, Line])[] = [
  ['unknown_group', { email: `jonas.brandt@${AT}`, department: 'Old name', end: '2027-12-31' }],
  ['duplicate', { email: `jonas.brandt@${AT}`, end: { date: 46_752 } }],
  ['formula', { email: `marina.vieira@${AT}`, course: { formula: 'B1', value: CHANGE } }],
  ['by_rule', { email: `marina.vieira@${AT}`, course: '1001' }]
]
const FIRST_ROW = 3
const rowOf = (problem: string): number => FIRST_ROW + MISTAKES.findIndex(([kind]) => kind === problem)
const AFTER = FIRST_ROW + MISTAKES.length

function spreadsheet(): Uint8Array {
  const rows = MISTAKES.map(([kind, line]) =>
    kind === 'hidden_row' ? ({ hidden: true, cells: cellsOf(line) } as const) : cellsOf(line)
  )
  return workbookOf([
    { name: 'Notes', rows: [['How we assign courses']] },
    {
      name: 'Courses',
      // The name of one row is spread over it and the row before.
      merged: ['A1:H1', `C${rowOf('merged') - 1}:C${rowOf('merged')}`],
      rows: [
        ['Courses 2025'],
        HEADER,
        ...rows,
        HEADER,
        cellsOf({ email: `valeria.luna@${AT}`, end: '2027-12-31' }),
        cellsOf({ email: `valeria.luna@${AT}`, end: '2027-06-30' }),
        ...NOTES.map(([, line]) => cellsOf(line))
      ]
    }
  ])
}

/** The same people and courses, as they should have been written. */
const corrected = (): Uint8Array =>
  Buffer.from(
    [
      'Correo;Curso;Último día;Motivo',
      `${ANA};Leading change;;Lo pidió`,
      `jonas.brandt@${AT};course/1010;31/12/2027;`,
      `valeria.luna@${AT};1004;;`,
      `marina.vieira@${AT};The first 90 days;;`
    ].join('\r\n')
  )

async function upload(file: Uint8Array, name: string) {
  const answer = await admin(imports.uploadImport, { query: { name }, body: Uint8Array.from(file) })
  if (answer.kind !== 'taken') throw new Error(answer.problem)
  const params = { importId: answer.importId }
  const { file: view } = await admin(imports.getImport, { params })
  if (!view) throw new Error('the file is gone')
  return { params, view }
}

const enrolled = () => box.world.thinkific.enrollments(SITE).length
const coursesOf = (email: string) => {
  const user = box.world.thinkific.users(SITE).find(each => each.email === email)
  return box.world.thinkific.enrollments(SITE).filter(({ user_id }) => user_id === user?.id)
}

test('each mistake is told at its row and column with what to do, and nothing at all is imported', async () => {
  const before = enrolled()
  const { params, view } = await upload(spreadsheet(), 'courses.xlsx')
  expect(view.columns).toMatchObject({
    sheet: 1,
    headerRow: 2,
    roles: ['employee_number', 'email', 'full_name', 'course', 'starts', 'ends', 'reason', 'department', 'ignore']
  })
  const report = await admin(imports.checkImport, { params, body: { ...view.columns, dateOrder: null } })
  const found = report.findings.filter(({ row }) => row < AFTER).map(({ row, problem }) => [problem, row])
  expect(found).toEqual(MISTAKES.map(([kind], index) => [kind, FIRST_ROW + index]))
  const others = report.findings.filter(({ row }) => row >= AFTER).map(({ row, problem }) => [problem, row - AFTER])
  expect(others).toEqual([['header_again', 0], ['contradicts', 2], ...NOTES.map(([kind], index) => [kind, 3 + index])])
  expect(new Set(report.findings.map(({ problem }) => problem)).size).toBeGreaterThanOrEqual(30)
  expect(report.findings.every(({ what, remedy }) => what.length > 10 && remedy.length > 10)).toBe(true)
  expect(report.errors).toBe(MISTAKES.length + 2)
  expect(report.findings.find(({ problem }) => problem === 'unknown_course')).toMatchObject({
    column: 'D: Course',
    value: 'Leading chance'
  })
  const { content } = await save(imports.saveImportReport, { params })
  expect((await content.text()).trim().split('\r\n')).toHaveLength(1 + MISTAKES.length + 2 + NOTES.length)
  await expect(admin(imports.dryRunImport, { params, body: { proposals: [] } })).rejects.toMatchObject({ status: 409 })
  await quiet(box)
  expect(enrolled()).toBe(before)
})

test('corrected, all of it is imported and the learners are enrolled; the same file again changes nothing; undone, it ends', async () => {
  const { params, view } = await upload(corrected(), 'corregido.csv')
  const report = await admin(imports.checkImport, { params, body: view.columns })
  expect(report).toMatchObject({ rows: 4, errors: 0, assignments: 3, needless: 1 })
  const { seen, dry } = await admin(imports.dryRunImport, { params, body: { proposals: [] } })
  // Beside whoever the site refused before: two people cannot share one e-mail there.
  expect(dry.gain.first.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Ana Torres', 'Jonas Brandt', 'Valeria Luna'])
  )
  expect(dry.lose.people).toBe(0)
  await admin(imports.carryOutImport, { params, body: { proposals: [], seen, reason: 'Traído de la hoja' } })
  await eventually(
    async () => (coursesOf(ANA).some(({ course_id }) => course_id === 1003) ? true : undefined),
    'the course from the spreadsheet'
  )
  await quiet(box)
  const until = coursesOf(`jonas.brandt@${AT}`).find(({ course_id }) => course_id === 1010)?.expiry_date
  // The end of the day in Mexico City.
  expect(until).toMatch(/^2028-01-01T06:00/u)
  expect(coursesOf(`valeria.luna@${AT}`).some(({ course_id }) => course_id === 1004)).toBe(true)
  expect((await admin(getEnrollmentWork)).runs[0]).toMatchObject({ kind: 'import', state: 'done' })

  const count = enrolled()
  const again = await upload(corrected(), 'corregido.csv')
  expect(await admin(imports.checkImport, { params: again.params, body: again.view.columns })).toMatchObject({
    errors: 0,
    assignments: 0,
    needless: 4
  })
  await admin(imports.cancelImport, { params: again.params })

  const undo = await admin(imports.undoImport, { params, body: { mode: 'dry' } })
  expect(undo.dry).toMatchObject({ lose: { people: 3 } })
  await admin(imports.undoImport, { params, body: { mode: 'carry_out' } })
  await eventually(async () => {
    const [ended] = coursesOf(ANA).filter(({ course_id }) => course_id === 1003)
    return ended?.expiry_date && new Date(ended.expiry_date) <= box.clock.now() ? true : undefined
  }, 'the end of what was imported')
  expect(enrolled()).toBe(count)
})
