/** HR's report in a real browser: words first, every look, by keyboard, blanks explained, earlier reports, files, and when it fails. */
import { mkdirSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleReport } from '../bot/cards/report-example.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const HR = 'northwind/grace-ellison'
const SHOTS = 'build/screenshots/report'
/** A picture of a whole page is too long to be looked at. */
const PART = 1500
const LOOKS: readonly (readonly [Theme, number, 'en' | 'es'])[] = [
  ['default', 1280, 'en'],
  ['dark', 320, 'es'],
  ['contrast', 320, 'en'],
  ['contrast', 1280, 'es']
]

const earlier = {
  ...exampleReport,
  reportId: 'rep_earlier',
  finding: '=1+1 of old, as it was said then.',
  findings: ['=1+1 of old, as it was said then.'],
  period: { from: '2026-11-09T00:00:00.000Z', to: '2026-11-16T00:00:00.000Z' }
}
const summary = ({ reportId, kind, madeAt, period, finding }: typeof exampleReport) => ({
  reportId,
  kind,
  madeAt,
  period,
  finding
})

const json = (body: unknown) => (route: Route) => route.fulfill({ json: body })

/** The server's answers are these, so that every kind of figure is there. */
async function withReports(page: Page): Promise<void> {
  await page.route('**/v1/reports', json({ reports: [exampleReport, earlier].map(summary) }))
  await page.route('**/v1/reports/latest', json({ report: exampleReport }))
  await page.route('**/v1/reports/rep_earlier', json(earlier))
}

describe.skipIf(skipWithoutBrowser())('the page of HR’s report', () => {
  let box: Sandbox
  let browser: Browser
  /** Of HR, with a directory entry that says Spanish. */
  let spanishHr = ''

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    const found = companiesOf(box.world).get('northwind')
    if (!found) throw new Error('there is no demo company')
    const body = { firstName: 'Inés', lastName: 'Prado', locale: 'es-MX', groups: [found.company.hrGroup] }
    spanishHr = (await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })).key
    await quiet(box)
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const open = (more: object = {}) =>
    openTab(browser, box, { personKey: HR, subPageId: 'report', locale: 'en-us', before: withReports, ...more })

  async function shoot(host: TeamsHost, name: string): Promise<void> {
    const height = await host.tab.locator('html').evaluate(html => html.scrollHeight)
    const { width } = host.page.viewportSize() ?? { width: 1280 }
    await host.page.setViewportSize({ width, height: Math.min(8000, Math.max(800, height)) })
    for (let frames = 0; frames < 3; frames++)
      await host.tab.locator('html').evaluate(() => new Promise(requestAnimationFrame))
    for (let y = 0; y < height; y += PART)
      await host.page.screenshot({
        path: `${SHOTS}/${name}-${y / PART}.png`,
        clip: { x: 0, y, width, height: Math.min(PART, height - y) }
      })
  }

  async function expectGood(host: TeamsHost, name: string): Promise<void> {
    await shoot(host, name)
    expect(await complaintsOf(host.page), name).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide, name).toBeLessThanOrEqual(0)
  }

  test.each(LOOKS)(
    'words first, then figures, groups and pictures: %s at %i px in %s',
    { timeout: 240_000 },
    async (theme, width, language) => {
      const who = language === 'es' ? { personKey: spanishHr, locale: 'es-mx' } : {}
      await using host = await open({ theme, width, ...who })
      await host.tab.getByRole('heading', { level: 2, name: exampleReport.finding }).waitFor(WAIT)
      await host.tab.locator('svg[aria-label^="Talked with the coach"], svg[role="img"]').first().waitFor(WAIT)
      await expectGood(host, `${theme}-${width}-${language}`)
    }
  )

  test('by keyboard: a definition, why a group is blank, another figure, and an earlier report as it was', async () => {
    await using host = await open()
    const sign = host.tab.getByRole('button', { name: 'What counts as “Kept a plan”' })
    await sign.focus(WAIT)
    await host.page.keyboard.press('Enter')
    await host.tab.getByText('Kept a plan: people of whom this was true').first().waitFor(WAIT)
    await host.page.keyboard.press('Escape')
    await host.tab.getByRole('button', { name: 'Why is “Talked with the coach, Board” blank?' }).press('Enter')
    await host.tab.getByText('Fewer than 8 people: blank').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.keyboard.press('Escape')
    await host.tab.getByRole('combobox', { name: 'Figure by group' }).selectOption('plan_made')
    await host.tab.getByText('2 of 4 groups are blank or only a bound').waitFor(WAIT)
    await host.tab.getByRole('tab', { name: 'Countries' }).press('Enter')
    await host.tab.getByText('Whoever is counted by cohort is not counted here.').waitFor(WAIT)
    await host.tab.getByRole('combobox', { name: 'Report', exact: true }).selectOption('rep_earlier')
    await host.tab.getByRole('heading', { level: 2, name: earlier.finding }).waitFor(WAIT)
    await host.tab.getByText('You are reading an earlier report').waitFor(WAIT)
    const [csv, xlsx] = [await saved(host, 'Save as CSV'), await saved(host, 'Save as Excel')]
    expect(csv.toString('utf8')).toContain(`"'${earlier.finding}"`)
    expect(csv.toString('utf8')).toContain('"Kept a plan",38,60,"38 of 60"')
    const sheets = Object.entries(unzipSync(xlsx)).filter(([name]) => /^xl\/worksheets\/\w+\.xml$/u.test(name))
    expect(sheets.length).toBe(4)
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toContain('<f>')
    await host.page.emulateMedia({ media: 'print' })
    await host.tab.getByRole('button', { name: 'Save as CSV' }).waitFor({ state: 'hidden', ...WAIT })
    await host.tab.getByRole('heading', { level: 2, name: earlier.finding }).waitFor(WAIT)
  })

  async function saved(host: TeamsHost, button: string): Promise<Buffer> {
    const [file] = await Promise.all([
      host.page.waitForEvent('download', WAIT),
      host.tab.getByRole('button', { name: button }).click(WAIT)
    ])
    return readFileSync(await file.path())
  }

  test('before the first report, when it cannot be loaded, and for who is not of HR', async () => {
    await using empty = await open({ before: undefined, width: 320 })
    await empty.tab.getByRole('heading', { level: 2, name: 'No report yet' }).waitFor(WAIT)
    await empty.tab.getByRole('combobox', { name: 'How often' }).selectOption('month')
    await empty.tab.getByRole('button', { name: 'Save the schedule' }).press('Enter')
    await empty.tab.getByText(/^The next one comes on/u).waitFor(WAIT)
    await expectGood(empty, 'empty')
    await using broken = await open({
      before: (page: Page) => page.route('**/v1/reports/latest', route => route.fulfill({ status: 500, json: {} }))
    })
    await broken.tab.getByRole('button', { name: 'Try again' }).waitFor(WAIT)
    await expectGood(broken, 'broken')
    await using other = await open({ personKey: 'northwind/ana-torres', before: undefined })
    await other.tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    expect(await other.tab.getByRole('tab', { name: 'Report' }).count()).toBe(0)
  })
})
