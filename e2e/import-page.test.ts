/** Moving in from a spreadsheet in a real browser, framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookOf } from '../api/enrollment/test-workbook.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SPANISH_ADMIN = 'northwind/ana-torres'
const SITE = 'northwind-academy'
const AT = 'northwind-demo.example'
const SHOTS = 'build/screenshots/import'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, ADMIN],
  ['dark', 1280, SPANISH_ADMIN],
  ['contrast', 320, SPANISH_ADMIN],
  ['contrast', 1280, ADMIN]
]

const HEADER = ['E-mail', 'Course', 'Last day', 'Dept']
const wrong = workbookOf([
  {
    name: 'Courses',
    rows: [
      HEADER,
      [`ana.torres@${AT}`, 'Leading change', null, 'Operations'],
      [`nobody@${AT}`, 'Leading change', null, 'Operations'],
      [`ana.torres@${AT}`, 'Leading chance', '03/04/2027', 'Operations'],
      [`jonas.brandt@${AT}`, 'A very long name of a course that nobody offers anywhere in the world', null, 'Unknown']
    ]
  },
  { name: 'Old', hidden: true, rows: [HEADER] }
])
const right = workbookOf([
  {
    name: 'Courses',
    rows: [
      HEADER,
      [`ana.torres@${AT}`, 'Leading change', null, 'Operations'],
      [`grace.ellison@${AT}`, 'Leading change', null, 'Operations'],
      [`jonas.brandt@${AT}`, 'Coaching in sales', { date: 46_752 }, 'Supply Chain']
    ]
  }
])
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe.skipIf(skipWithoutBrowser())('moving in from a spreadsheet', { timeout: 240_000 }, () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    // Beside the admin who reads English.
    box = await openWalk({}, [SPANISH_ADMIN])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const asAdmin = (more: { readonly theme?: Theme; readonly width?: number; readonly personKey?: string } = {}) =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage', ...more })
  const choose = (host: TeamsHost, name: string, bytes: Uint8Array): Promise<void> =>
    host.tab
      .locator('input[type=file][accept*=csv]')
      .setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) }, WAIT)
  const enrolled = () => box.world.thinkific.enrollments(SITE).length

  test('a file that is no spreadsheet is refused with what to do, and the next one can be chosen at once', async () => {
    await using host = await asAdmin()
    await choose(host, 'list.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    await host.tab.getByText('Open it and save it as Excel Workbook (.xlsx).').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.tab.getByText('Nothing has been imported yet.').waitFor(WAIT)
  })

  test('a column is corrected by keyboard, every row checked, and each mistake told with its remedy; the report is saved', async () => {
    const before = enrolled()
    await using host = await asAdmin()
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await choose(host, 'courses.xlsx', wrong)
    await host.tab.getByRole('region', { name: 'courses.xlsx' }).waitFor(WAIT)
    const courses = host.tab.getByLabel('B: Course')
    expect(await courses.inputValue()).toBe('course')
    await courses.selectOption('ignore')
    await host.tab.getByRole('alert').filter({ hasText: 'Choose the column with the courses.' }).waitFor(WAIT)
    expect(await button('Check every row').isDisabled()).toBe(true)
    await courses.selectOption('course')
    await button('Check every row').focus()
    await host.page.keyboard.press('Enter')
    await host.tab.getByText(/4 cells or rows are wrong/u).waitFor(WAIT)
    await host.tab.getByText('Row 3, A: E-mail, “nobody@northwind-demo.example”').waitFor(WAIT)
    expect(await button('Show what the import would do').count()).toBe(0)
    await host.page.screenshot({ path: `${SHOTS}/report.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Save all findings as CSV').click()
    const link = host.tab.getByRole('link', { name: 'Save courses-report.csv' })
    const [download] = await Promise.all([host.page.waitForEvent('download'), link.click()])
    expect(await readFile(await download.path(), 'utf8')).toContain('"3","A: E-mail"')
    await button('Close').click()
    await host.tab.getByRole('button', { name: 'Cancel the import of courses.xlsx' }).click()
    await host.tab.getByText(/courses\.xlsx: cancelled/u).waitFor(WAIT)
    expect(enrolled()).toBe(before)
  })

  test('the corrected file is found again after leaving the page, shown as a dry run, imported, and undone', async () => {
    await quiet(box)
    const before = enrolled()
    await using host = await asAdmin()
    await choose(host, 'corrected.xlsx', right)
    await host.tab.getByRole('region', { name: 'corrected.xlsx' }).waitFor(WAIT)
    await using later = await asAdmin()
    const button = (name: string) => later.tab.getByRole('button', { name, exact: true })
    await button('Go on with corrected.xlsx').click(WAIT)
    await button('Check every row').click(WAIT)
    await later.tab.getByText('Every row can be imported.').waitFor(WAIT)
    const proposal = later.tab.getByRole('checkbox', { name: /department is “Operations” gets Leading change/u })
    await proposal.focus(WAIT)
    await later.page.keyboard.press('Space')
    await button('Show what the import would do').click()
    await later.tab.getByText('1 assignment, 1 rule').waitFor(WAIT)
    await later.tab.getByLabel(/Why do they have these courses/u).fill('Assigned by hand until 2026')
    await later.page.screenshot({ path: `${SHOTS}/dry-run.png`, fullPage: true })
    expect(await complaintsOf(later.page)).toEqual([])
    expect(enrolled()).toBe(before)
    await button('Import').click()
    await later.tab.getByText('Imported. It is being carried out').waitFor(WAIT)
    await later.tab.getByRole('heading', { name: /^Import, .*: done/u }).waitFor(WAIT)
    expect(enrolled()).toBeGreaterThan(before)
    await button('Undo the import of corrected.xlsx').click()
    await later.tab.getByText(/people lose something/u).waitFor(WAIT)
    expect(await complaintsOf(later.page)).toEqual([])
    await button('Withdraw it').click()
    await later.tab.getByText(/corrected\.xlsx: undone/u).waitFor(WAIT)
    await later.tab.getByRole('heading', { name: /^Import undone, .*: done/u }).waitFor(WAIT)
  })

  test.each(LOOKS)('it can be used in every look: %s at %i px, by %s', async (theme, width, personKey) => {
    await using host = await asAdmin({ theme, width, personKey })
    await choose(host, `a-list-with-a-long-name-${theme}-${width}.xlsx`, wrong)
    await host.tab.getByRole('button', { name: /^(?:Check every row|Revisar todas las filas)$/u }).click(WAIT)
    const said = personKey === ADMIN ? '4 cells or rows are wrong' : '4 celdas o filas están mal'
    await host.tab.getByText(said).waitFor(WAIT)
    const remedy = personKey === ADMIN ? 'Correct it, or have the person added' : 'Corrígelo, o pide que añadan'
    await host.tab.getByText(remedy).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/page-${theme}-${width}.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
