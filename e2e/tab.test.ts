/** The built tab in a real browser, framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser } from './browser.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'
import * as control from '../sandbox/control/contract.ts'
import { createClient } from '../api/contract/client.ts'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { peopleOf } from '../sandbox/seed.ts'

const HR = 'northwind/grace-ellison'
const EMPLOYEE = 'northwind/ana-torres'
const SHOTS = 'build/screenshots/tab'
const WAIT = { timeout: 20_000 }
/** Every theme, both widths; what a width breaks, it breaks in every theme. */
const LOOKS: readonly (readonly [Theme, number])[] = [
  ['default', 320],
  ['dark', 1280],
  ['contrast', 320]
]
const PAGES = ['Coach', 'Plans', 'Courses', 'Your nudges', 'Report']

describe.skipIf(skipWithoutBrowser())('the tab in Teams', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    await build({ configFile: 'tab/vite.config.ts', logLevel: 'error' })
    box = await openWalk()
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  test('HR opens it, sees the report page, and the theme follows the host', async () => {
    await using host = await openTab(browser, box, { personKey: HR })
    await host.tab.getByRole('tab', { name: 'Report' }).waitFor(WAIT)
    const background = () =>
      host.tab
        .locator('.fui-FluentProvider')
        .first()
        .evaluate(element => getComputedStyle(element).backgroundColor)
    const light = await background()
    await host.setTheme('dark')
    const dark = await eventually(async () => {
      const now = await background()
      return now === light ? undefined : now
    }, 'the dark theme')
    expect(dark).not.toBe(light)
  })

  test('a page that is not Teams cannot frame it', async () => {
    await using host = await openTab(browser, box, { personKey: HR, origin: 'https://evil.example' })
    await host.page.waitForTimeout(1500)
    expect(await host.tab.locator('#root').count()).toBe(0)
  })

  test.each(LOOKS)('everybody can use every page: %s at %i px', async (theme, width) => {
    await using host = await openTab(browser, box, { personKey: HR, theme, width })
    for (const page of PAGES) {
      await host.tab.getByRole('tab', { name: page }).click(WAIT)
      await host.tab.getByRole('heading', { level: 1, name: page }).waitFor({ ...WAIT, state: 'attached' })
      await host.tab.getByRole('tabpanel', { name: page }).locator('> *').first().waitFor(WAIT)
      await host.page.screenshot({ path: `${SHOTS}/${page.toLowerCase().replace(' ', '-')}-${theme}-${width}.png` })
      expect(await complaintsOf(host.page)).toEqual([])
      const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
      expect(wide).toBeLessThanOrEqual(0)
    }
  })

  test('a link from a card opens its page; the keyboard walks the others', async () => {
    await using host = await openTab(browser, box, { personKey: HR, subPageId: 'plans' })
    const chosen = (name: string) => host.tab.getByRole('tab', { name, selected: true })
    await chosen('Plans').waitFor(WAIT)
    await chosen('Plans').focus()
    await host.page.keyboard.press('ArrowRight')
    await host.page.keyboard.press('Enter')
    await chosen('Courses').waitFor(WAIT)
    expect(await host.tab.locator('html').evaluate(() => document.title)).toContain('Courses')
  })

  test('what was typed offline is still there, and is sent once back', async () => {
    await agree(EMPLOYEE)
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'es-mx' })
    const composer = host.tab.getByRole('textbox')
    await composer.fill('Quiero preparar una reunión', WAIT)
    await host.page.context().setOffline(true)
    await host.tab.getByRole('button', { name: 'Enviar' }).click()
    await host.tab.getByRole('alert').waitFor(WAIT)
    expect(await composer.inputValue()).toBe('Quiero preparar una reunión')
    await host.page.context().setOffline(false)
    await host.tab.getByRole('button', { name: 'Enviar' }).click()
    await host.tab.locator('ol').getByText('Quiero preparar una reunión', { exact: true }).waitFor(WAIT)
    expect(await composer.inputValue()).toBe('')
  })

  test('a press that fails says so where it was pressed, and can be repeated', async () => {
    await using host = await openTab(browser, box, { personKey: 'northwind/jonas-brandt' })
    const start = host.tab.getByRole('button', { name: /^(?:Start|Empezar)$/u })
    await start.waitFor(WAIT)
    await host.page.context().setOffline(true)
    await start.click()
    await host.tab.getByRole('alert').waitFor(WAIT)
    await host.page.context().setOffline(false)
    await start.click()
    await host.tab.getByRole('textbox').waitFor(WAIT)
    expect(await host.tab.getByRole('alert').count()).toBe(0)
  })

  test('an account that no directory names connects: sign in on the page, bring back its code', async () => {
    const stranger = [...peopleOf(box.world).values()].find(
      ({ directoryHasOid, inDirectory, persona }) => inDirectory && !directoryHasOid && !persona
    )
    if (!stranger) throw new Error('every demo account is named by the directory')
    await using host = await openTab(browser, box, { personKey: stranger.key, locale: 'en-us' })
    await host.tab.getByRole('button', { name: 'Connect', exact: true }).click(WAIT)
    const opened = host.page.context().waitForEvent('page')
    await host.tab.getByRole('link', { name: 'Open the page' }).click(WAIT)
    const page = await opened
    await page.getByText(`${stranger.firstName} ${stranger.lastName}`, { exact: false }).first().waitFor(WAIT)
    expect(await complaintsOf(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}/link.png` })
    await page.getByRole('button').click()
    await page.getByLabel('User name').fill(stranger.email, WAIT)
    await page.getByRole('button', { name: 'Sign in' }).click()
    const shown = page.locator('[aria-hidden="true"]', { hasText: /^\d{6}$/u })
    const code = (await shown.textContent(WAIT)) ?? ''
    expect(await complaintsOf(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}/link-code.png` })

    const enter = host.tab.getByRole('button', { name: 'Enter the code' })
    await host.tab.getByRole('textbox').fill(code === '000000' ? '000001' : '000000')
    await enter.click()
    await host.tab.getByText('not the code on the page').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/connect.png` })
    await host.tab.getByRole('textbox').fill(code)
    await enter.click()
    await host.tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
  })

  test('the admin opens the set-up portal and finds in the lab what a provider sends', async () => {
    await using host = await openTab(browser, box, { personKey: 'northwind/vikram-iyer', locale: 'en-us' })
    await host.tab.getByRole('tab', { name: 'Set-up' }).click(WAIT)
    await host.tab.getByText('The directory last spoke').waitFor(WAIT)
    await host.tab.getByRole('button', { name: 'Certificate' }).click()
    await host.tab.getByRole('link', { name: 'Go on to the portal: Certificate' }).waitFor(WAIT)
    const paste = host.tab.getByRole('textbox', { name: 'What it sends' })
    await paste.fill('nonsense')
    await host.tab.getByRole('button', { name: 'Show what comes of it' }).click()
    await host.tab.getByRole('alert').filter({ hasText: 'Paste an ID token' }).waitFor(WAIT)
    await paste.fill(JSON.stringify({ sub: 'x', mail: 'x@y.z', nombre: 'Ana' }))
    await host.tab.getByRole('button', { name: 'Show what comes of it' }).click()
    await host.tab.getByText('first name could come from “nombre”').waitFor(WAIT)
    await host.tab.getByRole('textbox', { name: 'Name of the case' }).fill('Ana')
    await host.tab.getByRole('button', { name: 'Save as a case' }).click()
    await host.tab.getByText('Ana · GenericOIDC · holds').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/set-up.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.setViewportSize({ width: 320, height: 800 })
    await host.setTheme('contrast')
    await host.page.waitForTimeout(300)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/set-up-320.png` })
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })

  async function agree(personKey: string): Promise<void> {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const call = createClient({ baseUrl: box.url, fetch })
    const { accessToken } = await call(exchangeTeamsToken, { body: { token } })
    const asPerson = createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
    await asPerson(decideAgreementEndpoint, { body: { decision: 'given' } })
  }
})
