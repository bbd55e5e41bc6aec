/** What goes wrong outside of Teams, on the web and in a learning system: each has its page, its next step, who helps, and a reference. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { openBrowser, pressToClose, skipWithoutBrowser, WAIT } from './browser.ts'
import { expectEachTheme, expectFits } from './failure-looks.ts'
import { openWalk } from './harness.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const NEWCOMER = 'northwind/lucia-navarro'

const keepNothing = (): void =>
  void Object.defineProperty(window, 'sessionStorage', {
    get: () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
const seemOffline = (): void => void Object.defineProperty(navigator, 'onLine', { get: () => false })

describe.skipIf(skipWithoutBrowser())('what goes wrong outside of Teams', () => {
  let box: Sandbox
  let browser: Browser
  beforeAll(async () => {
    box = await openWalk()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const openWindow = (locale = 'en-US'): Promise<BrowserContext> =>
    browser.newContext({ locale, viewport: { width: 1280, height: 800 } })
  const emailOf = (personKey: string): string => peopleOf(box.world).get(personKey)?.email ?? ''
  const refuse = (page: Page, what: string): Promise<unknown> =>
    page.route(what, route => route.fulfill({ status: 500 }))

  /** As the provider sends back whom it could not sign in. */
  async function leaveSignIn(page: Page): Promise<void> {
    await page.goto(`${box.url}/tab/`)
    await page.getByLabel(/Work e-mail|Correo del trabajo/u).waitFor(WAIT)
    const state = await page.evaluate(() => String(JSON.parse(sessionStorage.getItem('ci.signing-in') ?? '').state))
    await page.goto(`${box.url}/tab/signed-in?error=server_error&state=${state}`)
  }
  const open = (page: Page): Promise<unknown> => page.goto(`${box.url}/tab/`)

  const ON_THE_WEB = [
    {
      code: 'cookies_blocked',
      english: 'Your browser blocks what a sign-in needs',
      spanish: 'Tu navegador bloquea lo que hace falta para entrar',
      arrive: async (page: Page) => {
        await page.addInitScript(keepNothing)
        await open(page)
      }
    },
    { code: 'signed_out', english: 'You are signed out', spanish: 'Tu sesión está cerrada', arrive: leaveSignIn },
    {
      code: 'failed',
      english: 'This did not work',
      spanish: 'Esto no funcionó',
      arrive: async (page: Page) => {
        await refuse(page, '**/.well-known/openid-configuration')
        await open(page)
      }
    },
    {
      code: 'offline',
      english: 'You are offline',
      spanish: 'Estás sin conexión',
      arrive: async (page: Page) => {
        await page.addInitScript(seemOffline)
        await page.route('**/.well-known/openid-configuration', route => route.abort('internetdisconnected'))
        await open(page)
      }
    }
  ]

  test.each(ON_THE_WEB)('on the web: $code', async ({ code, english, spanish, arrive }) => {
    await using context = await openWindow()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await context.newPage()
    await arrive(page)
    await page.getByRole('heading', { name: english }).waitFor(WAIT)
    await page.getByText('your company’s IT team can help').waitFor(WAIT)
    const [, reference = ''] = /^Reference: (.+)$/u.exec(await page.getByText(/^Reference: /u).innerText()) ?? []
    expect(reference).toMatch(/^web-\d{8}-\d{6}-[a-z2-9]{4}$/u)
    // Nobody has named a support of CI's own.
    expect(await page.getByText('our support').count()).toBe(0)
    await page.getByRole('button', { name: 'Copy with details' }).click()
    await page.getByText('Copied: reference, time').waitFor(WAIT)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(reference)
    expect(copied).toContain(`Page: ${english} · ConsciousInsights (/tab/`)
    expect(copied).toMatch(new RegExp(`\nHost: web\nCode: ${code}$`, 'u'))
    expect(copied).not.toContain('state')
    await expectEachTheme({ page, app: page, name: `web-${code}` })
    await using other = await openWindow('es-MX')
    const spoken = await other.newPage()
    await spoken.setViewportSize({ width: 320, height: 800 })
    await arrive(spoken)
    await spoken.getByRole('heading', { name: spanish }).waitFor(WAIT)
    await expectFits({ page: spoken, app: spoken, name: `web-${code}-es` })
  })

  test('whoever has pressed “Sign out” is told of no failure', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.goto(`${box.url}/tab/signed-out`)
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor(WAIT)
    expect(await page.getByText('Reference').count()).toBe(0)
  })

  test('whom the company does not let in finds a reference on the sign-in page, too', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await open(page)
    await page.getByLabel('Work e-mail').fill(emailOf(NEWCOMER), WAIT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('User name').fill(emailOf(NEWCOMER), WAIT)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'We do not know you yet' }).waitFor(WAIT)
    await page.getByText('Reference to send along:').waitFor(WAIT)
    expect(await page.locator('code').innerText()).toMatch(/^[0-9a-f-]{36}$/u)
    await expectEachTheme({ page, app: page, name: 'web-refused' })
  })

  const course = (language = 'en'): string => `${box.world.lms.courseUrl('northwind')}?lang=${language}`

  test('in a learning system, with a session that nothing answers for', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.addInitScript(() => localStorage.setItem('ci.embed.kept', 'yes'))
    await refuse(page, '**/oidc/token')
    await page.goto(course())
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { name: 'This did not work' }).waitFor(WAIT)
    await frame.getByText(/^Reference: lms-\d{8}-\d{6}-\w{4}$/u).waitFor(WAIT)
    await expectEachTheme({ page, app: frame, name: 'lms-failed' })
    await page.goto(course('es'))
    await frame.getByRole('heading', { name: 'Esto no funcionó' }).waitFor(WAIT)
    await expectFits({ page, app: frame, name: 'lms-failed-es' })
  })

  test('in a learning system, with a sign-in that came to nothing', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.route('**/oidc/token', route => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }))
    await page.goto(course())
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Sign in' }).waitFor(WAIT)
    expect(await frame.getByText('Reference').count()).toBe(0)
    const opened = context.waitForEvent('page')
    await frame.getByRole('button', { name: 'Sign in' }).click()
    const popup = await opened
    await popup.getByLabel('User name').fill(emailOf(EMPLOYEE), WAIT)
    await pressToClose(popup.getByRole('button', { name: 'Sign in', exact: true }))
    await frame.getByText('That sign-in did not work').waitFor(WAIT)
    await frame.getByText('your company’s IT team can help').waitFor(WAIT)
    await frame.getByText(/^Reference: lms-/u).waitFor(WAIT)
    await expectEachTheme({ page, app: frame, name: 'lms-refused' })
  })
})
