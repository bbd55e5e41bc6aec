/** The window and its guided tour in a real browser: what a newcomer sees after `npm start`. */
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser } from './browser.ts'
import { openWalk } from './harness.ts'

const SHOTS = 'build/screenshots/window'
const WAIT = { timeout: 30_000 }

describe.skipIf(skipWithoutBrowser())('the window', () => {
  let box: Sandbox
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    await build({ configFile: 'tab/vite.config.ts', logLevel: 'error' })
    await build({ configFile: 'sandbox/window/vite.config.ts', logLevel: 'error' })
    box = await openWalk()
    browser = await openBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    await page.goto(box.url)
    await page.getByRole('heading', { name: 'ConsciousInsights in Teams' }).waitFor(WAIT)
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  /** Presses “Do it” and waits until the tour says what to look at. */
  async function step(number: number): Promise<void> {
    await page.getByText(`${number} of 9 ·`).waitFor(WAIT)
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.getByText('Look:').waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/tour-${number}.png` })
  }
  const next = (): Promise<void> => page.getByRole('button', { name: 'Next', exact: true }).click()
  const said = (text: string): Promise<void> =>
    page.getByRole('list', { name: 'Messages' }).getByText(text).filter({ visible: true }).last().waitFor(WAIT)
  /** On the right, at least so many times. */
  const happened = (line: string, times: number): Promise<void> =>
    page
      .getByRole('list', { name: 'Calls between the systems' })
      .getByText(line)
      .nth(times - 1)
      .waitFor(WAIT)
  const inTab = () => page.frameLocator('iframe')

  test('the tour’s nine steps happen, each seen by the person it is about', { timeout: 240_000 }, async () => {
    await page.getByRole('button', { name: 'Take the tour' }).click()
    await step(1)
    await page.getByText('The bot is not installed for this person').waitFor(WAIT)
    await happened('CI looks for the learner', 1)
    await next()
    await step(2)
    await page.getByRole('list', { name: 'What CI recorded about Lucía' }).getByText('Enrolled in').nth(1).waitFor(WAIT)
    await happened('CI creates a learner at the learning site · 201', 1)
    await happened('CI enrolls a learner in a course · 201', 2)
    await next()

    await step(3)
    await page.getByRole('button', { name: 'Sí, empecemos' }).waitFor(WAIT)
    await page.getByRole('button', { name: 'No es para mí' }).waitFor(WAIT)
    await said('Grace Ellison')
    await page.getByText('Soy ConsciousInsights, un programa de IA', { exact: false }).first().waitFor(WAIT)
    await next()

    await step(4)
    await page.getByRole('button', { name: 'Hecho' }).first().waitFor(WAIT)
    await said('Estás en el programa «New managers 2026»')
    await said('Dijiste que sí')
    await next()

    await step(5)
    await page.getByText('AI-generated').nth(2).waitFor(WAIT)
    await said('Si empieza la reunión diaria, entonces delego una cosa.')
    await next()

    await step(6)
    await inTab().getByText('entonces delego una cosa', { exact: false }).first().waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/tour-6.png` })
    await next()

    await step(7)
    await signInToCourses()
    await next()

    await step(8)
    await page.locator('.chart-bar').first().waitFor(WAIT)
    await page.getByText('As a table, for clients without charts').first().click()
    await page.getByRole('table').first().getByRole('row').nth(1).waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/report-table.png` })
    await said('Nunca se muestra un grupo de menos de 8 personas')
    expect(await page.getByRole('list', { name: 'Messages' }).innerText()).not.toMatch(/Torres|Navarro|Brandt/u)
    await next()

    await step(9)
    await happened('CI changes when access to a course ends · 204', 2)
    const receipts = page.getByRole('list', { name: 'What CI recorded about Lucía' })
    await receipts.getByText('Access to The first 90 days ended').waitFor(WAIT)
    await receipts.getByText('nudges.cancelled').waitFor(WAIT)
    await page.getByRole('button', { name: 'Lucía Navarro' }).getByText('Left the company').waitFor(WAIT)
    expect(await page.getByRole('button', { name: 'Next', exact: true }).count()).toBe(0)
  })

  /** Through CI and the company's provider, as the page says. */
  async function signInToCourses(): Promise<void> {
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Open the learning site as' }).click()
    const site = await opened
    await site
      .getByRole('button', { name: /sign in|log ?on|iniciar/iu })
      .first()
      .click(WAIT)
    await site.getByText('Lucía', { exact: false }).first().waitFor(WAIT)
    await site.screenshot({ path: `${SHOTS}/learning.png` })
    await site.close()
  }

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['contrast', 1280],
    ['light', 320],
    ['dark', 320],
    ['contrast', 320],
    ['light', 768]
  ] as const)('anybody can use it: %s at %i px', async (theme, width) => {
    await page.setViewportSize({ width, height: 900 })
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme === 'light' ? 'default' : theme)
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${SHOTS}/${theme}-${width}.png` })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await complaintsOf(page, 'iframe')).toEqual([])
  })
})
