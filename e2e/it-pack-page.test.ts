/** The admin's IT pack, the looks of their package and its permissions in a real browser, framed as Teams frames it. */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SPANISH = 'northwind/ana-torres'
const SHOTS = 'build/screenshots/it-pack'
const LOOKS: readonly (readonly [Theme, number, string, section: string])[] = [
  ['default', 320, SPANISH, 'branding'],
  ['dark', 1280, ADMIN, 'permissions'],
  ['contrast', 320, ADMIN, 'itPack']
]
const icon = (name: string) => new URL(`../appPackage/icons/${name}.png`, import.meta.url)

describe.skipIf(skipWithoutBrowser())('the IT pack', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk({}, [SPANISH])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const open = (
    section: string,
    more: { readonly personKey?: string; readonly width?: number; readonly theme?: Theme } = {}
  ) => openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: `console:${section}`, ...more })

  test('an admin gives the app its looks, sees what the steps buy, and downloads the pack whose checksum is shown', async () => {
    await using looks = await open('branding')
    await looks.tab.getByText('Version of the package now: 0.1.0').waitFor(WAIT)
    await looks.tab.getByLabel('Accent color').fill('teal')
    await looks.tab.getByText('Write a color such as #0b6a6f').waitFor(WAIT)
    expect(await looks.tab.getByRole('button', { name: 'Save looks' }).isDisabled()).toBe(true)
    await looks.tab.getByLabel('Accent color').fill('#7a1fa2')
    await looks.tab.getByLabel('Name, up to 30 characters').fill('Northwind Coach')
    await looks.tab.getByRole('button', { name: 'Save looks' }).click()
    await looks.tab.getByText('Saved. The package has a new version.').waitFor(WAIT)
    const chooser = looks.tab.locator('input[type=file]')
    await chooser
      .first()
      .setInputFiles({ name: 'small.png', mimeType: 'image/png', buffer: await readFile(icon('outline')) })
    await looks.tab.getByText('This picture has 32 × 32 pixels').waitFor(WAIT)
    await chooser
      .first()
      .setInputFiles({ name: 'color.png', mimeType: 'image/png', buffer: await readFile(icon('color')) })
    await looks.tab.getByText('Color icon saved.').waitFor(WAIT)
    await looks.page.screenshot({ path: `${SHOTS}/branding.png`, fullPage: true })
    expect(await complaintsOf(looks.page)).toEqual([])

    await using pack = await open('itPack')
    const button = pack.tab.getByRole('button', { name: 'Download the IT pack' })
    await button.waitFor(WAIT)
    const [downloaded] = await Promise.all([pack.page.waitForEvent('download'), button.click()])
    expect(downloaded.suggestedFilename()).toMatch(/^it-pack-northwind.*-0\.1\.2\.zip$/u)
    const bytes = await readFile(await downloaded.path())
    await pack.tab.getByText(createHash('sha256').update(bytes).digest('hex')).waitFor(WAIT)
    const files = unzipSync(bytes)
    const inner = unzipSync(files['teams/northwind-coach-0.1.2.zip'] ?? new Uint8Array())
    expect(strFromU8(inner['manifest.json'] ?? new Uint8Array())).toContain('"short": "Northwind Coach"')
    await pack.page.screenshot({ path: `${SHOTS}/pack.png`, fullPage: true })
    expect(await complaintsOf(pack.page)).toEqual([])

    // An outage is said, with a way on.
    await pack.page.route('**/v1/admin/it-pack/file', route => route.abort())
    await button.click()
    await pack.tab.getByText(/nothing was changed/iu).waitFor(WAIT)
  })

  test('it reads well in every theme, narrow and wide, in both languages', async () => {
    for (const [theme, width, personKey, section] of LOOKS) {
      await using host = await open(section, { personKey, width, theme })
      await host.tab.getByRole('heading', { level: 3 }).nth(0).waitFor(WAIT)
      await host.setTheme(theme)
      await host.page.screenshot({ path: `${SHOTS}/${theme}-${width}-${section}.png` })
      await host.tab.locator('body').evaluate(body => body.ownerDocument.documentElement.scrollTo(0, 600))
      await host.page.screenshot({ path: `${SHOTS}/${theme}-${width}-${section}-lower.png` })
      expect(await complaintsOf(host.page), theme).toEqual([])
      const overflow = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
      expect(overflow, `${theme} ${section}`).toBeLessThanOrEqual(0)
    }
  })
})
