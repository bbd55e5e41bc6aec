/** Each way in which the app cannot open has a page of its own: what happened, the next step, who can help, a reference. */
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, pressToClose, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab } from './teams-host.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const SHOTS = 'build/screenshots/failures'
const SECURE = 'https://coach.example'
const REFERENCE = '0b7c2a54-1d1e-4a55-9d0e-reference'

const CAUSES = [
  ['unknown_tenant', 'Your company is not connected yet', 'Tu empresa aún no está conectada', 'IT team'],
  ['unlinked', 'We do not know you yet', 'Aún no te conocemos', 'IT team'],
  ['no_access', 'You are not in the program', 'No estás en el programa', 'HR contact'],
  ['superseded', 'Your access has just changed', 'Tu acceso acaba de cambiar', 'IT team'],
  ['guest', 'You are a guest here', 'Aquí eres una persona invitada', 'your own company'],
  ['internal', 'This did not work', 'Esto no funcionó', 'IT team']
] as const

describe.skipIf(skipWithoutBrowser())('the pages of what went wrong', () => {
  let box: Sandbox
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  /** As the server refuses the exchange. */
  const refuse = (page: Page, code: string): Promise<unknown> =>
    page.route('**/v1/session/teams', route =>
      route.fulfill({
        status: code === 'internal' ? 500 : 403,
        json: { code, message: 'refused', reference: REFERENCE }
      })
    )

  /** teams-js opens windows at https addresses only. */
  const serveSecurely = (page: Page): Promise<unknown> =>
    page.context().route(`${SECURE}/**`, async route => {
      const { pathname, search } = new URL(route.request().url())
      const response = await route.fetch({ url: box.url + pathname + search, maxRedirects: 0 })
      await route.fulfill({ response })
    })

  test.each(CAUSES)('%s', async (code, english, spanish, helper) => {
    await using host = await openTab(browser, box, {
      personKey: EMPLOYEE,
      locale: 'en-us',
      before: page => refuse(page, code)
    })
    await host.tab.getByRole('heading', { name: english }).waitFor(WAIT)
    await host.tab.getByText(helper).first().waitFor(WAIT)
    await host.tab.getByText(REFERENCE).waitFor(WAIT)
    await expect.poll(() => host.tab.locator('html').evaluate(() => document.title)).toContain(english)
    // The others differ in their words only.
    if (code === 'unlinked' || code === 'no_access') expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/${code}.png` })
    // The next step is reached by keyboard alone.
    await host.tab.locator('body').press('Tab')
    await host.tab.locator('button:focus').waitFor(WAIT)
    if (code !== 'no_access') return
    await using other = await openTab(browser, box, {
      personKey: EMPLOYEE,
      locale: 'es-mx',
      width: 320,
      theme: 'contrast',
      before: page => refuse(page, code)
    })
    await other.tab.getByRole('heading', { name: spanish }).waitFor(WAIT)
    expect(await complaintsOf(other.page)).toEqual([])
    expect(await other.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0)
    await other.page.screenshot({ path: `${SHOTS}/${code}-es-320-contrast.png` })
  })

  test('a page around it that is not Teams, and a browser that keeps nothing', async () => {
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, silent: true })
    await host.tab.getByRole('heading', { name: 'Open this in Teams, or in a window of its own' }).waitFor(WAIT)
    await using context = await browser.newContext({ locale: 'en-US' })
    const page = await context.newPage()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        }
      })
    })
    await page.goto(`${box.url}/tab/`)
    await page.getByRole('heading', { name: 'Your browser blocks what a sign-in needs' }).waitFor(WAIT)
    expect(await complaintsOf(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}/cookies-blocked.png` })
  })

  test('a host that answers late is heard after all, and the app opens by itself', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'en-us', silent: promise })
    await host.tab.getByRole('heading', { name: 'Open this in Teams, or in a window of its own' }).waitFor(WAIT)
    expect(await host.tab.getByRole('tab').count()).toBe(0)
    resolve()
    await host.tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
  })

  test('offline it says so, and opens by itself when the network is back', async () => {
    await using host = await openTab(browser, box, {
      personKey: EMPLOYEE,
      locale: 'en-us',
      before: page => page.route('**/v1/session/teams', route => route.abort('internetdisconnected'))
    })
    await host.tab.getByRole('heading', { name: /You are offline|This did not work/u }).waitFor(WAIT)
    await host.page.context().setOffline(true)
    await host.tab.getByRole('button', { name: 'Try again' }).click()
    await host.tab.getByRole('heading', { name: 'You are offline' }).waitFor(WAIT)
    expect(await host.tab.locator('[role=alert]').count()).toBe(1)
    await host.page.unroute('**/v1/session/teams')
    await host.page.context().setOffline(false)
    await host.tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
  })

  test('a missing permission is asked for in a window; what came of it is said, and once it is given the app opens', async () => {
    let refusal: string | undefined = 'resourceRequiresConsent'
    await using host = await openTab(browser, box, {
      personKey: EMPLOYEE,
      locale: 'en-us',
      refuses: () => refusal,
      address: SECURE,
      before: page => serveSecurely(page)
    })
    const { tab, page } = host
    const give = tab.getByRole('button', { name: 'Give permission' })
    const said = (words: string) => tab.getByRole('alert').filter({ hasText: words }).waitFor(WAIT)
    const press = async (): Promise<Page> => {
      const [opened] = await Promise.all([page.context().waitForEvent('page', WAIT), give.click(WAIT)])
      await opened.getByLabel('Work account').waitFor(WAIT)
      return opened
    }
    await give.waitFor(WAIT)
    expect(await complaintsOf(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}/consent.png` })
    await (await press()).close()
    await said('closed before you answered')

    const answer = async (name: string): Promise<void> => {
      const opened = await press()
      await opened.locator('button.account').first().click()
      await pressToClose(opened.getByRole('button', { name }))
    }
    await answer('Cancel')
    await said('Permission was not given')
    await page.evaluate(() => void Object.assign(window, { open: () => null, before: window.open }))
    await give.click()
    await said('could not open the window')
    await page.screenshot({ path: `${SHOTS}/consent-blocked.png` })
    await page.evaluate(() => void Object.assign(window, { open: Reflect.get(window, 'before') }))
    // Where Teams has a token after all, teamsfx tells Microsoft whose account it is.
    refusal = undefined
    const [named] = await Promise.all([page.context().waitForEvent('page', WAIT), give.click(WAIT)])
    await pressToClose(named.getByRole('button', { name: 'Accept' }))
    await tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    await page.context().unrouteAll({ behavior: 'ignoreErrors' })
  })
})
