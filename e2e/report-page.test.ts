/** HR's report in a real browser: words first, every look, by keyboard, blanks explained, earlier reports, files, paper, and when it fails. */
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
import { openBrowser, skipWithoutBrowser } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const HR = 'northwind/grace-ellison'
const SHOTS = 'build/screenshots/report'
/** A picture of a whole page is too long to be looked at. */
const PART = 1500
const WAIT = { timeout: 30_000 }
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
    if (wide > 0)
      console.log(
        await host.tab.locator('body').evaluate(body =>
          [...body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth && !e.closest('nav'))
            .map(e => e.tagName + '.' + e.className + ':' + (e.textContent ?? '').slice(0, 30))
            .slice(0, 12)
            .join('\n')
        )
      )
    expect(wide, name).toBeLessThanOrEqual(0)
  }

  test.each(LOOKS)(
    'words first, then figures, groups and pictures: %s at %i px in %s',
    { timeout: 120_000 },
    async (theme, width, language) => {
      const who = language === 'es' ? { personKey: spanishHr, locale: 'es-mx' } : {}
      await using host = await open({ theme, width, ...who })
      await host.tab.getByRole('heading', { level: 2, name: exampleReport.finding }).waitFor(WAIT)
      await host.tab.locator('svg[aria-label^="Talked with the coach"], svg[role="img"]').first().waitFor(WAIT)
      await expectGood(host, `${theme}-${width}-${language}`)
    }
  )
})
