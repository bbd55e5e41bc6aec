/** Signing in with CI itself, by a code from a real mail server and by a passkey of a real browser, as a person sees it. */
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../api/contract/client.ts'
import { putOrganization } from '../api/contract/organizations.ts'
import { invitePerson } from '../api/contract/people.ts'
import { addFault, clearFaults, listMails } from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { eventually, freePorts, openWalk } from './harness.ts'

const SHOTS = 'build/screenshots/own-sign-in'
const PERSON = 'northwind/grace-ellison'

type Looks = {
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active' | 'none'
  readonly width?: number
  readonly locale?: string
  readonly device?: boolean
}

describe.skipIf(skipWithoutBrowser())('signing in with CI itself', () => {
  let box: Sandbox
  let browser: Browser
  let url: string
  let organizationId: string

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    const port = await freePorts()
    // Browsers bind passkeys to names, not to addresses of numbers.
    url = `http://localhost:${port}`
    box = await openWalk({ port, env: { PUBLIC_URL: url, TICK_MS: '200', LOG_LEVEL: 'error' } })
    browser = await openBrowser()
    ;({ organizationId } = await operator()(putOrganization, {
      params: { externalId: 'staff' },
      body: { ...SETTINGS, signIn: 'own' }
    }))
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const operator = () => createClient({ baseUrl: box.url, fetch, token: async () => box.world.secrets.operatorToken })
  const invite = (email: string) => operator()(invitePerson, { params: { organizationId }, body: { email } })
  const codeFor = (email: string, mails = 1): Promise<string> =>
    eventually(async () => {
      const found = (await box.call(listMails, { query: { to: email } })).mails
      return found.length >= mails ? /\d{4} \d{4}/u.exec(found.at(-1)?.text ?? '')?.[0] : undefined
    }, `a mail to ${email}`)

  /** A window on the sign-in page; `device` can hold passkeys. */
  async function open({ width = 1280, device = true, ...looks }: Looks = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, ...looks })
    const page = await context.newPage()
    if (device) await addDevice(context, page)
    await begin(page)
    await page.getByRole('textbox').waitFor(WAIT)
    return page
  }
  /** The app sends the browser on to sign in. */
  const begin = (page: Page) => page.goto(`${url}/tab/`, { waitUntil: 'commit' })
  /** In the app, as themselves. */
  const expectArrived = (page: Page) => page.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)

  async function expectWell(page: Page, name: string): Promise<void> {
    expect(await complaintsOf(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
  }

  test('a person types address and code by keyboard, adds a passkey, and next time the passkey is enough', async () => {
    await invite('kay@staff.example')
    const page = await open({ device: false })
    // A browser that offers nothing in the field by itself: there the button is the way.
    await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
    await addDevice(page.context(), page)
    await page.reload()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor(WAIT)
    await expectWell(page, 'sign-in')
    await page.getByLabel('E-mail address').fill('kay@staff.example')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor(WAIT)
    expect(await page.getByRole('button', { name: /^Send another code \(\d+\)$/u }).isDisabled()).toBe(true)
    await expectWell(page, 'code')
    await page.keyboard.type(await codeFor('kay@staff.example'))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add a passkey' }).waitFor(WAIT)
    await expectWell(page, 'offer')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expectArrived(page)
    await page.context().clearCookies()
    await begin(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click(WAIT)
    await expectArrived(page)
    await page.context().close()
  })

  test('the browser offers the passkey in the address field by itself', async () => {
    await invite('auto@staff.example')
    const page = await open()
    await page.getByLabel('E-mail address').fill('auto@staff.example')
    await page.keyboard.press('Enter')
    await page.getByLabel('Code from the e-mail').fill(await codeFor('auto@staff.example'))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add a passkey' }).click(WAIT)
    await expectArrived(page)
    await page.context().clearCookies()
    await begin(page)
    // The virtual device answers the field's own request as soon as it is made.
    await expectArrived(page)
    await page.context().close()
  })

  test('without a passkey on the device the button says so, and the address still works', async () => {
    const page = await open({ width: 320, colorScheme: 'dark' })
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click(WAIT)
    await page.getByRole('alert').filter({ hasText: 'The passkey was not used' }).waitFor(WAIT)
    await expectWell(page, 'passkey-failed-dark-320')
    await page.getByLabel('E-mail address').fill('nobody@staff.example')
    await page.keyboard.press('Enter')
    await page.getByLabel('Code from the e-mail').fill('12345678')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'You have 4 tries left' }).waitFor(WAIT)
    await expectWell(page, 'wrong-code-dark-320')
    await page.context().close()
  })

  test('while mail is down the open page says so, and says when it is over', async () => {
    await invite('late@staff.example')
    await box.call(addFault, { params: { name: 'mail' }, body: { kind: 'status', status: 421, method: 'CONNECT' } })
    const page = await open({ width: 320, forcedColors: 'active', locale: 'es-MX' })
    await page.getByLabel('Dirección de correo').fill('late@staff.example')
    await page.keyboard.press('Enter')
    const news = page.getByRole('status').filter({ hasText: 'El correo va con retraso' })
    await news.waitFor(WAIT)
    await expectWell(page, 'mail-down-contrast-320-es')
    await box.call(clearFaults, { params: { name: 'mail' } })
    await news.waitFor({ ...WAIT, state: 'detached' })
    await page.getByLabel('Código del correo').fill(await codeFor('late@staff.example'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '¿La próxima vez sin código?' }).waitFor(WAIT)
    await expectWell(page, 'offer-contrast-320-es')
    await page.getByRole('button', { name: 'Seguir sin ella' }).click()
    await page.getByRole('tab').first().waitFor(WAIT)
    await page.context().close()
  })

  test('the sign-in works without scripts', async () => {
    await invite('plain@staff.example')
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 768, height: 800 } })
    const page = await context.newPage()
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    await page.goto(
      `${url}/oidc/auth?client_id=ci-web&response_type=code&scope=openid&redirect_uri=${url}/tab/signed-in&code_challenge=${challenge}&code_challenge_method=S256`
    )
    expect(await page.getByRole('button').allTextContents()).toEqual(['Continue'])
    await page.getByLabel('E-mail address').fill('plain@staff.example')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Code from the e-mail').fill(await codeFor('plain@staff.example'))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.screenshot({ path: `${SHOTS}/offer-without-scripts.png` })
    await page.getByRole('button', { name: 'Go on without' }).click(WAIT)
    await page.waitForURL(/\/tab\/signed-in\?code=/u, WAIT)
    await context.close()
  })

  test('somebody of a company with a provider is taken there', async () => {
    const email = peopleOf(box.world).get(PERSON)?.email ?? ''
    const page = await open()
    await page.getByLabel('E-mail address').fill(email)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${box.world.addresses.workos}/**`, WAIT)
    expect((await box.call(listMails, { query: { to: email } })).mails).toEqual([])
    await page.context().close()
  })

  test('a person lists their passkeys in the app and removes one after it is named; then a code is wanted again', async () => {
    await invite('list@staff.example')
    const page = await open({ width: 320 })
    await page.getByLabel('E-mail address').fill('list@staff.example')
    await page.keyboard.press('Enter')
    await page.getByLabel('Code from the e-mail').fill(await codeFor('list@staff.example'))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add a passkey' }).click(WAIT)
    await expectArrived(page)
    await page.getByRole('tab', { name: 'Sign-ins' }).click()
    const remove = page.getByRole('button', { name: 'Remove the passkey of Chrome, Linux' })
    await remove.waitFor(WAIT)
    await expectWell(page, 'passkeys-320')
    await remove.click()
    const dialog = page.getByRole('alertdialog', { name: 'Remove the passkey of Chrome, Linux?' })
    await dialog.waitFor(WAIT)
    await expectWell(page, 'passkeys-confirm-320')
    await dialog.getByRole('button', { name: 'Remove the passkey of Chrome, Linux' }).click()
    await page.getByText('The passkey of Chrome, Linux is removed.').waitFor(WAIT)
    await remove.waitFor({ ...WAIT, state: 'detached' })
    await page.context().clearCookies()
    await begin(page)
    // The device still has its half and offers it by itself.
    await page.getByRole('alert').filter({ hasText: 'does not open this' }).waitFor(WAIT)
    expect(await page.getByRole('tab').count()).toBe(0)
    await page.context().close()
  })
})

async function addDevice(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  })
}

const SETTINGS = {
  name: 'Demo Staff',
  demo: true,
  timezone: 'Europe/Berlin',
  country: 'DE',
  locale: 'en' as const,
  sponsor: { name: 'Demo Sponsor', title: 'CEO' },
  launchDate: '2026-11-23'
}
