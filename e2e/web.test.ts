/** The app in a browser window of its own: signed in through CI and the company's provider, without Teams. */
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { eventually, openWalk } from './harness.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const LEAVER = 'northwind/jonas-brandt'
const SHOTS = 'build/screenshots/web'
const LOOKS = [
  { name: 'light-1280', width: 1280, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark-320', width: 320, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'contrast-1280', width: 1280, colorScheme: 'dark', forcedColors: 'active' }
] as const

describe.skipIf(skipWithoutBrowser())('the app on the web', () => {
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

  const emailOf = (personKey: string): string => peopleOf(box.world).get(personKey)?.email ?? ''

  /** From the address to the person's first page, as people do it: e-mail, then the company's page. */
  async function signIn(page: Page, personKey: string, at = '/tab/'): Promise<void> {
    await page.goto(box.url + at)
    await page.getByLabel('Work e-mail').fill(emailOf(personKey))
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('User name').fill(emailOf(personKey))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
  }

  const openWindow = (more: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> =>
    browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...more })

  test.each(LOOKS)('a person signs in, reloads, and signs out: $name', async ({ name, width, ...look }) => {
    await using context = await openWindow({ viewport: { width, height: 800 }, ...look })
    const page = await context.newPage()
    await page.goto(`${box.url}/tab/`)
    await page.getByLabel('Work e-mail').waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/e-mail-${name}.png` })
    expect(await complaintsOf(page)).toEqual([])
    await signIn(page, EMPLOYEE)
    await page.screenshot({ path: `${SHOTS}/coach-${name}.png` })
    expect(await complaintsOf(page)).toEqual([])
    expect(await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(0)
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(kept).not.toMatch(/token|eyJ/u)
    await page.getByRole('tab', { name: 'Plans' }).click()
    await page.reload()
    await page.getByRole('tab', { name: 'Plans', selected: true }).waitFor(WAIT)
    await page.getByRole('button', { name: 'Sign out' }).click()
    // The app has such a button too, for as long as the question is on its way.
    await page.getByRole('heading', { name: 'Sign out of ConsciousInsights?' }).waitFor(WAIT)
    await page.getByRole('button', { name: 'Sign out' }).click(WAIT)
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/signed-out-${name}.png` })
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('Work e-mail').waitFor(WAIT)
  })

  test('an answer made elsewhere, or taken before, opens nothing: the sign-in begins anew', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.goto(`${box.url}/tab/signed-in?code=forged&state=forged`)
    await page.getByLabel('Work e-mail').waitFor(WAIT)
    await signIn(page, EMPLOYEE)
    await page.goBack()
    await page.goForward()
    await eventually(async () => {
      const [email, coach] = [page.getByLabel('Work e-mail'), page.getByRole('tab', { name: 'Coach' })]
      return (await email.count()) + (await coach.count()) > 0 ? true : undefined
    }, 'a page that goes on')
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('a sign-in that began at the company’s portal begins anew at the app', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.goto(`${box.url}/signin/callback?code=unasked&state=`)
    await page.getByLabel('Work e-mail').waitFor(WAIT)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('whoever leaves the sign-in is told, and goes on from there', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await page.goto(`${box.url}/tab/`)
    await page.getByLabel('Work e-mail').fill(emailOf(EMPLOYEE))
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click(WAIT)
    await page.screenshot({ path: `${SHOTS}/left.png` })
    await page.getByRole('button', { name: /^Back/u }).click(WAIT)
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor(WAIT)
    expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied')
  })

  test('somebody who leaves the company is signed out in the open window, and does not come back in', async () => {
    await using context = await openWindow()
    const page = await context.newPage()
    await signIn(page, LEAVER)
    await box.call(control.leave, { params: { personKey: LEAVER }, body: { how: 'deactivate' } })
    const out = page.getByRole('heading', { name: 'You are signed out' })
    await eventually(async () => {
      await page.getByRole('tab', { name: 'Courses' }).click()
      await page.getByRole('tab', { name: 'Plans' }).click()
      await page.getByText('No plans yet').or(page.getByRole('alert')).first().waitFor(WAIT)
      return (await out.count()) > 0 ? true : undefined
    }, 'the end of the session')
    await page.screenshot({ path: `${SHOTS}/left-company.png` })
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('Work e-mail').waitFor(WAIT)
    expect(await page.getByRole('tab').count()).toBe(0)
  })
})
