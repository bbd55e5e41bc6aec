/** The built tab in a real browser, framed as Teams frames it. */
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { openBrowser, skipWithoutBrowser } from './browser.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab } from './teams-host.ts'

const HR = 'northwind/grace-ellison'
const WAIT = { timeout: 20_000 }

describe.skipIf(skipWithoutBrowser())('the tab in Teams', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
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
})
