/** What people do with a conversation on the page "Coach": read far back, keep what they typed, say what was wrong, have something remembered. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saidLongAgo } from '../api/coach/test-history.ts'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import { getMe } from '../api/contract/directory.ts'
import { listOrganizationIds } from '../api/organizations/organizations.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { asPerson } from './drills/stage.ts'
import { openWalk } from './harness.ts'
import { openTab, type HostOptions, type TeamsHost } from './teams-host.ts'

const SHOTS = 'build/screenshots/coach-talk'

describe.skipIf(skipWithoutBrowser())('a conversation on the Coach page', { timeout: 240_000 }, () => {
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

  async function agreed(firstName: string, locale = 'en'): Promise<string> {
    const body = { firstName, lastName: 'Prado', locale, groups: [] }
    const { key } = await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })
    await quiet(box)
    await (
      await asPerson(box, key)
    )(decideAgreementEndpoint, { body: { decision: 'given' } })
    return key
  }
  async function keyOf(personKey: string): Promise<{ readonly organizationId: string; readonly personId: string }> {
    const { personId } = await (await asPerson(box, personKey))(getMe)
    const [organizationId = ''] = await listOrganizationIds(box.product.deps)
    return { organizationId, personId }
  }
  const open = (personKey: string, more: Partial<HostOptions> = {}) =>
    openTab(browser, box, { personKey, locale: 'en-us', ...more })
  const turnsOf = ({ tab }: TeamsHost) => tab.getByRole('list', { name: /^Convers/u }).getByRole('listitem')
  const button = ({ tab }: TeamsHost, name: string | RegExp) => tab.getByRole('button', { name, exact: true })
  const looksRight = async (host: TeamsHost, name: string): Promise<void> => {
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/${name}.png` })
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }

  test('what was said long ago is reached by keyboard: in the thread, and among past conversations', async () => {
    const personKey = await agreed('Vera')
    const old = Array.from({ length: 90 }, (_none, at) => ({
      conversationId: `thr_vera_${at}`,
      title: `topic ${at}`,
      texts: [`said in topic ${at}`]
    }))
    const texts = Array.from({ length: 250 }, (_none, at) => `turn ${at}`)
    await saidLongAgo(box.product.deps, await keyOf(personKey), [
      ...old,
      { conversationId: 'thr_vera', title: 'Since the summer', texts }
    ])
    await using host = await open(personKey)
    await turnsOf(host).nth(199).waitFor(WAIT)
    await button(host, 'Show earlier').focus()
    await looksRight(host, 'earlier-default-1280')
    await host.page.keyboard.press('Enter')
    await turnsOf(host).nth(249).waitFor(WAIT)
    await expect.poll(() => isFocused(turnsOf(host).nth(49))).toBe(true)
    expect(await turnsOf(host).first().innerText()).toContain('turn 0')
    await host.tab
      .getByRole('status')
      .filter({ hasText: '250 in all' })
      .waitFor({ ...WAIT, state: 'attached' })
    expect(await button(host, 'Show earlier').count()).toBe(0)
    await looksRight(host, 'earlier-shown-default-1280')

    await button(host, 'Past conversations').click()
    const dialog = host.tab.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Show earlier ones' }).press('Enter', WAIT)
    await expect.poll(() => isFocused(dialog.getByRole('button', { name: 'Open “topic 40”', exact: true }))).toBe(true)
    await dialog
      .getByRole('status')
      .filter({ hasText: '91 conversations are shown' })
      .waitFor({ ...WAIT, state: 'attached' })
    await looksRight(host, 'topics-earlier-default-1280')
    await dialog.getByRole('button', { name: 'Rename “topic 0”', exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Where it began')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('searchbox').fill('topic 0')
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(1)
    await dialog.getByRole('button', { name: 'Open “Where it began”' }).click()
    await turnsOf(host).filter({ hasText: 'said in topic 0' }).waitFor(WAIT)
  })
})
