/** The admin's lines and routes in a real browser, framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SHOTS = 'build/screenshots/safety'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, 'en-us'],
  ['contrast', 1280, 'es-mx']
]

describe.skipIf(skipWithoutBrowser())('lines and routes', () => {
  let box: Sandbox
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk({})
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  test('an admin adds a line and a route, reads that nobody is notified, and finds both again', async () => {
    const open = (theme: Theme, width: number, locale: string) =>
      openTab(browser, box, { personKey: ADMIN, locale, subPageId: 'console:safety', theme, width })
    await using host = await open('default', 1280, 'en-us')
    const section = host.tab.getByRole('region', { name: 'Lines and routes for people in need' })
    await section.getByText('Nobody is notified of what anybody writes').waitFor(WAIT)
    await section.getByRole('button', { name: 'Add a line' }).click()
    expect(await section.getByRole('button', { name: 'Save lines and routes' }).isDisabled()).toBe(true)
    await section.getByRole('textbox', { name: 'Name', exact: true }).fill('Northwind listens')
    await section.getByRole('textbox', { name: 'Number or address' }).fill('555-0142')
    await section.getByRole('button', { name: 'Add a route' }).click()
    await section.getByRole('textbox', { name: 'Name in English' }).fill('Speak up')
    await section.getByRole('textbox', { name: 'Name in Spanish' }).fill('Habla')
    await section.getByRole('textbox', { name: 'Number or address' }).last().fill('speak@northwind.example')
    await section.getByRole('checkbox', { name: 'Discrimination' }).check()
    await section.getByRole('button', { name: 'Save lines and routes' }).click()
    await section.getByText('Saved.').waitFor(WAIT)
    for (const [theme, width, locale] of LOOKS) {
      await using again = await open(theme, width, locale)
      const found = again.tab.getByRole('region', { name: /Lines and routes|Líneas y vías/u })
      await found.getByRole('button', { name: /Northwind listens/u }).waitFor(WAIT)
      await found.getByRole('button', { name: /(?:Remove|Quitar) (?:Speak up|Habla)/u }).waitFor(WAIT)
      await found.screenshot({ path: `${SHOTS}/${theme}-${width}.png` })
      expect(await complaintsOf(again.page)).toEqual([])
    }
  })
})
