/** An admin finds out why nobody comes in, by the claim lab, and mends it; in a real browser framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SHOTS = 'build/screenshots/claims'

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const TOKEN = [
  part({ alg: 'RS256', kid: '1' }),
  part({
    sub: 'pairwise-4711',
    correo: 'ana@northwind.test',
    givenName: 'Ana',
    sn: 'Torres',
    memberOf: ['CN=CI-Access,OU=Groups,DC=northwind', 'CN=Everybody,OU=Groups,DC=northwind'],
    exp: 1_700_000_000
  }),
  'c2lnbmF0dXJl'
].join('.')

describe.skipIf(skipWithoutBrowser())('the claim lab', () => {
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

  async function look(host: TeamsHost, name: string): Promise<void> {
    for (const theme of ['default', 'dark', 'contrast'] as const)
      for (const width of [1280, 320]) {
        await host.setTheme(theme)
        await host.page.setViewportSize({ width, height: 1000 })
        if (width === 320 || theme === 'default') expect(await complaintsOf(host.page)).toEqual([])
        const scrolls = await host.tab.locator('html').evaluate(html => html.scrollWidth > html.clientWidth)
        expect(scrolls).toBe(false)
        await host.tab.getByRole('heading', { name: 'Claim lab' }).scrollIntoViewIfNeeded()
        await host.page.screenshot({ path: `${SHOTS}/${name}-${theme}-${width}.png` })
      }
    await host.setTheme('default')
    await host.page.setViewportSize({ width: 1280, height: 1000 })
  }

  test('a token in broken lines becomes a person, a decision, what is missing and what would mend it', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'console:claims' })
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await host.tab
      .getByRole('textbox', { name: 'What it sends' })
      .fill(`Bearer ${TOKEN.slice(0, 80)}\n${TOKEN.slice(80)}`, WAIT)
    await button('Show what comes of it').click()
    await host.tab.getByText('Would not come in.').waitFor(WAIT)
    for (const said of ['first name: Ana (from givenName)', 'signature is not verified', 'This token ended at'])
      await host.tab.getByText(said).waitFor(WAIT)
    await host.tab.getByText('e-mail could come from “correo”').waitFor(WAIT)
    await look(host, 'lab')
    await button('Use it: “correo” for e-mail').click()
    const names = host.tab.getByRole('group', { name: 'Groups' })
    await names.getByRole('checkbox').check()
    await host.tab.getByText('Not saved yet: e-mail and groups').waitFor(WAIT)
    await button('Save').click()
    await host.tab.getByText('Saved. It counts').waitFor(WAIT)
    await names.scrollIntoViewIfNeeded()
    await host.page.screenshot({ path: `${SHOTS}/mapping-1280.png` })
    await host.page.setViewportSize({ width: 320, height: 1000 })
    await names.scrollIntoViewIfNeeded()
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/mapping-320.png` })
    await button('Show what comes of it').click()
    await host.tab.getByText('e-mail: ana@northwind.test (from correo)').waitFor(WAIT)
    expect(await host.tab.getByText('groups: CI-Access, Everybody (from memberOf)').count()).toBe(1)
  })

  test('a paste that is too long is said to be so, and not cut off without a word', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'console:claims' })
    await host.tab.getByRole('heading', { level: 2, name: 'Claim lab' }).waitFor(WAIT)
    const paste = host.tab.getByRole('textbox', { name: 'What it sends' })
    await paste.fill('x'.repeat(200_001))
    await host.tab.getByText('more than 200,000 characters').waitFor(WAIT)
    expect(await host.tab.getByRole('button', { name: 'Show what comes of it' }).isDisabled()).toBe(true)
    expect((await paste.inputValue()).length).toBe(200_001)
  })
})
