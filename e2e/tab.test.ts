/** The built tab in a real browser, framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import type { Browser, ConsoleMessage } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'
import * as control from '../sandbox/control/contract.ts'
import { getClaimMapping, putClaimMapping } from '../api/contract/claims.ts'
import { createClient, type Client } from '../api/contract/client.ts'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { signInOnWeb } from './web-person.ts'

const HR = 'northwind/grace-ellison'
const EMPLOYEE = 'northwind/ana-torres'
const ADMIN = 'northwind/vikram-iyer'
const NEWCOMER = 'northwind/lucia-navarro'
const SHOTS = 'build/screenshots/tab'
/** Every theme, both widths; what a width breaks, it breaks in every theme. */
const LOOKS: readonly (readonly [Theme, number])[] = [
  ['default', 320],
  ['dark', 1280],
  ['contrast', 320]
]
const PAGES = ['Coach', 'Plans', 'Courses', 'Your nudges', 'Sign-ins', 'Report']

describe.skipIf(skipWithoutBrowser())('the tab in Teams', () => {
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

  test('HR opens it, sees the report page, and the theme follows the host', async () => {
    await using host = await openTab(browser, box, { personKey: HR })
    await host.tab.getByRole('tab', { name: 'Report' }).waitFor(WAIT)
    const background = () => host.tab.locator('body').evaluate(element => getComputedStyle(element).backgroundColor)
    const light = await background()
    await host.setTheme('dark')
    const dark = await eventually(async () => {
      const now = await background()
      return now === light ? undefined : now
    }, 'the dark theme')
    expect(dark).not.toBe(light)
    // It loads React without stacks, and has them afterwards: see tab/start.ts.
    expect(await host.tab.locator('body').evaluate(() => new Error('here').stack)).toContain(' at ')
  })

  test('a page that is not Teams cannot frame it', async () => {
    const refusal: Promise<unknown>[] = []
    await using host = await openTab(browser, box, {
      personKey: HR,
      origin: 'https://evil.example',
      before: async page => {
        const isRefusal = (said: ConsoleMessage): boolean => /frame-ancestors/u.test(said.text())
        refusal.push(page.waitForEvent('console', { predicate: isRefusal, ...WAIT }))
      }
    })
    await Promise.all(refusal)
    expect(await host.tab.locator('#root').count()).toBe(0)
  })

  test.each(LOOKS)('everybody can use every page: %s at %i px', async (theme, width) => {
    await using host = await openTab(browser, box, { personKey: HR, theme, width })
    for (const page of PAGES) {
      await host.tab.getByRole('tab', { name: page }).click(WAIT)
      await host.tab.getByRole('heading', { level: 1, name: page }).waitFor({ ...WAIT, state: 'attached' })
      // An output is there before it has anything to say.
      await host.tab.getByRole('tabpanel', { name: page }).locator('> :not(output)').first().waitFor(WAIT)
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
    await expect.poll(() => host.tab.locator('html').evaluate(() => document.title)).toContain('Courses')
  })

  test('what was typed offline is still there, and goes out by itself once back', async () => {
    await (
      await asPerson(EMPLOYEE)
    )(decideAgreementEndpoint, { body: { decision: 'given' } })
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'es-mx' })
    const composer = host.tab.getByRole('textbox')
    await composer.fill('Quiero preparar una reunión', WAIT)
    await host.page.context().setOffline(true)
    await host.tab.getByRole('button', { name: 'Enviar' }).click()
    await host.tab.getByRole('alert').filter({ hasText: 'Sin conexión' }).waitFor(WAIT)
    expect(await composer.inputValue()).toBe('Quiero preparar una reunión')
    await host.page.context().setOffline(false)
    await host.tab.locator('ol').getByText('Quiero preparar una reunión', { exact: true }).waitFor(WAIT)
    await expect.poll(() => composer.inputValue()).toBe('')
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
    await host.tab.getByRole('button', { name: /^(?:Skip|Saltar)$/u }).waitFor(WAIT)
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

  test('the admin opens the set-up portal, sees why a sign-in failed, and finds in the lab what a provider sends', async () => {
    await expect(signInOnWeb(box, NEWCOMER)).rejects.toThrow('was refused')
    await signInOnWeb(box, EMPLOYEE)
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us' })
    await host.tab.getByRole('tab', { name: 'Set-up' }).click(WAIT)
    await host.tab.getByText('The directory last spoke').waitFor(WAIT)
    const open = (name: string) => host.tab.getByRole('button', { name, exact: true }).click()
    await open('Sign-ins')
    const signIns = host.tab.getByRole('heading', { level: 3 })
    await signIns.filter({ hasText: 'not in the directory we get' }).waitFor(WAIT)
    await host.tab.getByText('Came: sub, uid, mail').waitFor(WAIT)
    expect(await signIns.filter({ hasText: /^Signed in$/u }).count()).toBe(0)
    await host.tab.getByRole('switch', { name: 'Also show those that worked' }).click()
    await signIns
      .filter({ hasText: /^Signed in$/u })
      .first()
      .waitFor(WAIT)
    await open('Set-up links')
    await host.tab.getByRole('button', { name: 'Certificate' }).click()
    await host.tab.getByRole('link', { name: 'Go on to the portal: Certificate' }).waitFor(WAIT)
    await open('Claim mapping and lab')
    await host.tab.getByText('This stays as it is: people have signed in by it').waitFor(WAIT)
    await host.tab.getByRole('textbox', { name: 'What it sends' }).fill('nonsense')
    await host.tab.getByRole('button', { name: 'Show what comes of it' }).click()
    await host.tab.getByRole('alert').filter({ hasText: 'Paste an ID token' }).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/set-up.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test('the lab’s suggestion goes into the mapping, which is saved; what breaks a case needs a reason', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'console:claims' })
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    const field = (name: string) => host.tab.getByRole('textbox', { name })
    const firstNames = host.tab.getByRole('group', { name: 'First name' }).getByRole('listitem')
    await field('What it sends').fill(JSON.stringify({ sub: 'x', mail: 'x@y.z', nombre: 'Ana' }))
    await button('Show what comes of it').click()
    await field('Name of the case').fill('Without a first name', WAIT)
    await button('Save as a case').click()
    await host.tab.getByText('Without a first name · GenericOIDC · holds').waitFor(WAIT)
    await button('Use it: “nombre” for first name').click()
    await host.tab.getByText('Not saved yet: first name').waitFor(WAIT)
    await button('Save').click()
    await host.tab.getByRole('alert').filter({ hasText: 'would break: Without a first name' }).waitFor(WAIT)
    await host.page.setViewportSize({ width: 320, height: 800 })
    await host.setTheme('contrast')
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/set-up-320.png` })
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await field('Why is the change right?').fill('It was kept before the provider sent names')
    await button('Save anyway').click()
    await host.tab.getByText('Without a first name · GenericOIDC · breaks').waitFor(WAIT)
    await host.page.reload()
    await button('Remove “nombre”').waitFor(WAIT)
    expect(await firstNames.count()).toBe(2)
  })

  test('two admins change the mapping at once: the second is told, and keeps what was typed', async () => {
    const admin = await asPerson(ADMIN)
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'console:claims' })
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    const lastNames = host.tab.getByRole('group', { name: 'Last name' })
    await lastNames.getByRole('textbox').fill('apellido1', WAIT)
    await host.page.keyboard.press('Enter')
    await lastNames.getByRole('textbox').fill('apellido2')
    await lastNames.getByRole('button', { name: 'Add', exact: true }).click()
    await button('Move “apellido2” up').focus()
    await host.page.keyboard.press('Enter')
    const { version, candidates } = await admin(getClaimMapping)
    await admin(putClaimMapping, { body: { from: version, candidates: { ...candidates, email: ['upn'] } } })
    await button('Save').click()
    await button('Load it again').click(WAIT)
    await button('Remove “upn”').waitFor(WAIT)
    await button('Save').click()
    await host.tab.getByText('Saved. It counts').waitFor(WAIT)
    expect((await admin(getClaimMapping)).candidates).toMatchObject({
      email: ['upn'],
      lastName: ['apellido2', 'apellido1']
    })
  })

  async function asPerson(personKey: string): Promise<Client> {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
    return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  }
})
