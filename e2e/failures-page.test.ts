/** Each way in which the app cannot open has a page of its own: what happened, the next step, who can help, a reference. */
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { isFocused, openBrowser, pressToClose, skipWithoutBrowser, WAIT } from './browser.ts'
import { expectEachTheme, expectFits } from './failure-looks.ts'
import { openWalk } from './harness.ts'
import { openTab } from './teams-host.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const SHOTS = 'build/screenshots/failures'
const SECURE = 'https://coach.example'
const REFERENCE = '0b7c2a54-1d1e-4a55-9d0e-reference'

const SUPPORT = 'help@ci.example'
/** Where no company is known, CI's own support is named. */
const CAUSES = [
  ['unknown_tenant', 'Your company is not connected yet', 'Tu empresa aún no está conectada', 'IT team', true],
  ['unlinked', 'We do not know you yet', 'Aún no te conocemos', 'IT team', false],
  ['no_access', 'You are not in the program', 'No estás en el programa', 'HR contact', false],
  ['superseded', 'Your access has just changed', 'Tu acceso acaba de cambiar', 'IT team', false],
  ['guest', 'You are a guest here', 'Aquí eres una persona invitada', 'your own company’s IT team', true],
  ['internal', 'This did not work', 'Esto no funcionó', 'IT team', true]
] as const

describe.skipIf(skipWithoutBrowser())('the pages of what went wrong', () => {
  let box: Sandbox
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk({ env: { SUPPORT_CONTACT: SUPPORT } })
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

  test.each(CAUSES)('%s', async (code, english, spanish, helper, ours) => {
    const options = { personKey: EMPLOYEE, locale: 'en-us', before: (page: Page) => refuse(page, code) }
    await using host = await openTab(browser, box, options)
    const { page, tab } = host
    await tab.getByRole('heading', { name: english }).waitFor(WAIT)
    await tab.getByText(helper).first().waitFor(WAIT)
    await tab.getByText(REFERENCE).waitFor(WAIT)
    expect(await tab.getByRole('link', { name: SUPPORT }).count()).toBe(ours ? 1 : 0)
    await expect.poll(() => tab.locator('html').evaluate(() => document.title)).toContain(english)
    if (code === 'unlinked') await tab.getByRole('button', { name: 'Connect', exact: true }).waitFor(WAIT)
    // The next step is reached by keyboard alone.
    await tab.locator('body').press('Tab')
    await tab.locator('button:focus').waitFor(WAIT)
    await expectEachTheme({ page, app: tab, name: code, setTheme: host.setTheme })
    await using other = await openTab(browser, box, { ...options, locale: 'es-mx', width: 320 })
    await other.tab.getByRole('heading', { name: spanish }).waitFor(WAIT)
    await expectFits({ page: other.page, app: other.tab, name: `${code}-es` })
  })

  test('what a frame may not copy is chosen, so that it can be: reference, time, page, host and code', async () => {
    await using host = await openTab(browser, box, {
      personKey: EMPLOYEE,
      locale: 'en-us',
      before: page => refuse(page, 'guest')
    })
    const { page, tab } = host
    const copy = tab.getByRole('button', { name: 'Copy with details' })
    await copy.waitFor(WAIT)
    const asked: string[] = []
    page.on('request', request => request.url().startsWith(box.url) && asked.push(request.url()))
    await copy.click(WAIT)
    const details = tab.getByRole('textbox', { name: 'Details to send along' })
    await expect.poll(() => isFocused(details)).toBe(true)
    const chosen = await details.evaluate(area =>
      area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : ''
    )
    expect(chosen.split('\n')).toEqual([
      `ConsciousInsights · ${REFERENCE}`,
      expect.stringMatching(/^Time: \d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      'Page: You are a guest here · ConsciousInsights (/tab/)',
      'Host: teams',
      'Code: guest'
    ])
    await expectEachTheme({ page, app: tab, name: 'copy', setTheme: host.setTheme })
    expect(asked).toEqual([])
  })

  test('a page around it that is not Teams', async () => {
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, silent: true })
    const { page, tab } = host
    await tab.getByRole('heading', { name: 'Open this in Teams, or in a window of its own' }).waitFor(WAIT)
    await tab.getByText(/^Reference: teams-\d{8}-\d{6}-\w{4}$/u).waitFor(WAIT)
    await tab.getByRole('link', { name: SUPPORT }).waitFor(WAIT)
    await expectEachTheme({ page, app: tab, name: 'not-in-teams' })
  })

  test('a sign-in on the web that broke on our side names our support, too', async () => {
    await using context = await browser.newContext({ locale: 'en-US' })
    const page = await context.newPage()
    const email = peopleOf(box.world).get(EMPLOYEE)?.email ?? ''
    box.world.workos.standin.faults.add({ kind: 'status', status: 503, path: '/sso/token' })
    await page.goto(`${box.url}/tab/`)
    await page.getByLabel('Work e-mail').fill(email, WAIT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('User name').fill(email, WAIT)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'We could not finish your sign-in' }).waitFor(WAIT)
    box.world.workos.standin.faults.clear()
    await page.getByText('Reference to send along:').waitFor(WAIT)
    expect(await page.getByRole('link', { name: SUPPORT }).getAttribute('href')).toBe(`mailto:${SUPPORT}`)
    await expectEachTheme({ page, app: page, name: 'web-broken' })
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
    await host.tab.getByText(/^Reference: teams-/u).waitFor(WAIT)
    await expectEachTheme({ page: host.page, app: host.tab, name: 'offline', setTheme: host.setTheme })
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
    await tab.getByText(/^Reference: teams-/u).waitFor(WAIT)
    await expectEachTheme({ page, app: tab, name: 'consent', setTheme: host.setTheme })
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
