/** Where people are signed in, and what was shut behind those who left, in a real browser framed as Teams frames it. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import * as control from '../sandbox/control/contract.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab } from './teams-host.ts'
import { signInOnWeb } from './web-person.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const LEAVER = 'northwind/jonas-brandt'
const ADMIN = 'northwind/vikram-iyer'
const SHOTS = 'build/screenshots/tab'

describe.skipIf(skipWithoutBrowser())('access in the tab', () => {
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

  test('a person ends one sign-in, then all of them, and stays in Teams', async () => {
    const [first, second] = [await signInOnWeb(box, EMPLOYEE), await signInOnWeb(box, EMPLOYEE)]
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'en-us', subPageId: 'sessionsPage' })
    const out = host.tab.getByRole('button', { name: /^Sign out of/u })
    await eventually(async () => ((await out.count()) === 2 ? true : undefined), 'two sign-ins')
    await host.page.screenshot({ path: `${SHOTS}/sign-ins-two.png` })
    await out.first().click()
    await eventually(async () => ((await out.count()) === 1 ? true : undefined), 'one sign-in less')
    await host.tab.getByRole('button', { name: 'Sign out everywhere' }).click()
    const dialog = host.tab.getByRole('alertdialog')
    await dialog.waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/sign-ins-confirm.png` })
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click()
    await host.tab.getByText('All of them have ended').waitFor(WAIT)
    expect(await first.refresh()).toBeUndefined()
    expect(await second.refresh()).toBeUndefined()
    await host.tab.getByRole('tab', { name: 'Plans' }).click()
    await host.tab.getByText('No plans yet').waitFor(WAIT)
  })

  test('the admin reads what was shut behind a leaver, and saves a receipt that verifies', async () => {
    await signInOnWeb(box, LEAVER)
    await box.call(control.leave, { params: { personKey: LEAVER }, body: { how: 'deactivate' } })
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'console:leavers' })
    const name = host.tab.getByRole('heading', { level: 3, name: 'Jonas Brandt' })
    await eventually(async () => {
      if ((await name.count()) === 1) return true
      await host.page.reload()
      await name.or(host.tab.getByText('Nobody has left yet.')).waitFor(WAIT)
      return undefined
    }, 'the leaver')
    await host.tab.getByRole('button', { name: 'Signed receipt of Jonas Brandt' }).click()
    const downloading = host.page.waitForEvent('download')
    await host.tab.getByRole('link', { name: 'Save it as a file' }).click(WAIT)
    const { jws } = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as { readonly jws: string }
    const keys = createRemoteJWKSet(new URL(`${box.url}/.well-known/receipt-keys.json`))
    const { payload } = await jwtVerify(jws, keys, { typ: 'departure+jwt' })
    expect(payload).toMatchObject({ departure: { reason: 'deactivated' } })
    expect(await complaintsOf(host.page)).toEqual([])
    await name.scrollIntoViewIfNeeded()
    await host.page.screenshot({ path: `${SHOTS}/leavers.png` })
    await host.page.setViewportSize({ width: 320, height: 900 })
    await host.setTheme('contrast')
    await name.scrollIntoViewIfNeeded()
    await host.page.screenshot({ path: `${SHOTS}/leavers-320.png` })
    expect(await complaintsOf(host.page)).toEqual([])
  })
})
