/** Where else Teams shows the tab than in its own window: popped out into another one, and on a phone, where nothing frames it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../api/contract/client.ts'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { answer } from './teams-host.ts'

const PERSON = 'northwind/grace-ellison'
const LINE = 'I keep putting off a talk with Jonas'

describe.skipIf(skipWithoutBrowser())('the tab in Teams’ other windows', () => {
  let box: Sandbox
  let browser: Browser
  beforeAll(async () => {
    box = await openWalk()
    browser = await openBrowser()
    const { token } = await box.call(control.getTeamsToken, { params: { personKey: PERSON } })
    const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
    const person = createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
    await person(decideAgreementEndpoint, { body: { decision: 'given' } })
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  /** Paths that a page asks for, from now on. */
  function pathsOf(page: Page): readonly string[] {
    const paths: string[] = []
    page.on('request', request => void paths.push(new URL(request.url()).pathname))
    return paths
  }
  const sideways = (page: Page): Promise<number> =>
    page
      .frameLocator('iframe')
      .locator('html')
      .evaluate(html => html.scrollWidth - html.clientWidth)

  test('popped out it signs in silently, goes on where the other window is, and fits when made small', async () => {
    await using context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(box.url)
    await page.getByRole('button', { name: 'Grace Ellison' }).click(WAIT)
    await page.getByRole('tab', { name: 'Private tab' }).click()
    const first = page.frameLocator('iframe')
    await first.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    const [popped] = await Promise.all([
      context.waitForEvent('page', WAIT),
      page.getByRole('button', { name: 'Pop out' }).click()
    ])
    const asked = pathsOf(popped)
    const second = popped.frameLocator('iframe')
    await second.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    // No other window was needed, and no sign-in.
    expect(context.pages()).toHaveLength(2)
    expect(asked.filter(path => path.startsWith('/oidc') || path.startsWith('/login'))).toEqual([])

    await popped.setViewportSize({ width: 320, height: 640 })
    await second.getByRole('textbox').fill(LINE, WAIT)
    await popped.keyboard.press('Enter')
    await second.getByText(LINE, { exact: true }).waitFor(WAIT)
    await first.getByText(LINE, { exact: true }).waitFor(WAIT)
    expect(await complaintsOf(popped)).toEqual([])
    expect(await sideways(popped)).toBeLessThanOrEqual(0)

    const ground = () => second.locator('body').evaluate(body => getComputedStyle(body).backgroundColor)
    const light = await ground()
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
    await expect.poll(ground).not.toBe(light)
    await page.close()
    await second.getByRole('tab', { name: 'Plans' }).click()
    await second.getByRole('heading', { level: 1, name: 'Plans' }).waitFor({ ...WAIT, state: 'attached' })
    await popped.reload()
    await second.getByText(LINE, { exact: true }).waitFor(WAIT)
  })

  test('on a phone, where Teams frames nothing and is spoken to directly, it opens without a sign-in', async () => {
    await using context = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true })
    const page = await context.newPage()
    const asked = pathsOf(page)
    await page.exposeFunction('hostAnswers', (func: string) =>
      answer(box, { personKey: PERSON, locale: 'en-us' }, func)
    )
    await page.addInitScript(() => {
      const framelessPostMessage = async (said: string): Promise<void> => {
        const { id, uuidAsString, func } = JSON.parse(said) as { id: number; uuidAsString: string; func: string }
        const args: unknown = await Reflect.get(window, 'hostAnswers')(func)
        if (args) Reflect.get(window, 'onNativeMessage')({ data: { id, uuidAsString, args } })
      }
      Object.assign(window, { nativeInterface: { framelessPostMessage } })
    })
    await page.goto(`${box.url}/tab/`)
    await page.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    await page.getByRole('textbox').waitFor(WAIT)
    expect(asked).toContain('/v1/session/teams')
    expect(asked.filter(path => path.startsWith('/oidc'))).toEqual([])
    expect(await complaintsOf(page)).toEqual([])
  })
})
