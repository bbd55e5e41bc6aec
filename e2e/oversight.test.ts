/** What a company's IT admin looks after, in a real browser framed as Teams frames it. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as control from '../sandbox/control/contract.ts'
import { DEMO } from '../sandbox/env.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { quiet } from '../sandbox/quiet.ts'
import { companiesOf, peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/ana-torres'
const SHOTS = 'build/screenshots/tab'
const LOOKS: readonly (readonly [Theme, number, 'en' | 'es'])[] = [
  ['default', 320, 'es'],
  ['dark', 1280, 'en'],
  ['contrast', 320, 'en'],
  ['default', 1280, 'es']
]

/** On a busy machine axe leaves out a frame that does not answer at once; what is really wrong stays. */
async function expectClean(page: Page): Promise<void> {
  await expect.poll(() => complaintsOf(page), WAIT).toEqual([])
}

describe.skipIf(skipWithoutBrowser())('the admin’s pages', () => {
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

  const known = () => {
    const found = companiesOf(box.world).get('northwind')
    if (!found) throw new Error('there is no demo company')
    return found.company
  }
  const openSetup = (section = 'overview') =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: `console:${section}` })
  const text = (host: TeamsHost, wanted: string | RegExp) => host.tab.getByText(wanted).first().waitFor(WAIT)
  const click = (host: TeamsHost, role: 'button' | 'switch', name: string) =>
    host.tab.getByRole(role, { name, exact: true }).click(WAIT)

  /** Until the page, loaded anew, says so. */
  const untilSaid = (host: TeamsHost, wanted: string) =>
    eventually(async () => {
      await host.page.reload()
      await text(host, 'The last sign-in that worked')
      return (await host.tab.getByText(wanted).count()) > 0 ? true : undefined
    }, wanted)

  test('a certificate that runs out is said in words, with the day and the remedy', async () => {
    await using host = await openSetup()
    await text(host, 'Works')
    box.world.workos.warnOfCertificate(known().connection.id, new Date('2026-12-10T12:00:00Z'))
    await untilSaid(host, 'Its certificate runs out on 10 Dec 2026.')
    await text(host, 'Needs a look')
    await text(host, 'Give your provider’s new certificate in time')
    await expectClean(host.page)
    await host.page.screenshot({ path: `${SHOTS}/health.png` })
  })

  test('matching: consent is missing, is given at Microsoft, and then somebody unknown simply comes in', async () => {
    const { tid } = known()
    box.world.entra.requireConsent(tid, DEMO.tabClientId)
    await using host = await openSetup('matching')
    await text(host, /active people in your directory, \d+ have an employee number/u)
    await click(host, 'switch', 'Match accounts by employee number')
    await click(host, 'button', 'Check now')
    await text(host, 'Consent is missing')
    await expectClean(host.page)
    const opened = host.page.context().waitForEvent('page')
    await host.tab.getByRole('link', { name: 'Give consent at Microsoft' }).click(WAIT)
    const microsoft = await opened
    await microsoft.getByRole('button', { name: 'Accept' }).click(WAIT)
    await microsoft.getByRole('heading', { name: /^(?:Consent is given|El consentimiento está dado)$/u }).waitFor(WAIT)
    await expectClean(microsoft)
    await click(host, 'button', 'Check now')
    await text(host, 'consent is given')
    const stranger = [...peopleOf(box.world).values()].find(
      ({ directoryHasOid, inDirectory, persona }) => inDirectory && !directoryHasOid && !persona
    )
    if (!stranger) throw new Error('every demo account is named by the directory')
    await using theirs = await openTab(browser, box, { personKey: stranger.key, locale: 'en-us' })
    await theirs.tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    await click(host, 'button', 'Overview')
    await text(host, /By employee number: 1\./u)
  })

  test('an account is found, parted with a reason, and its owner meets "Connect"', async () => {
    await using theirs = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'en-us' })
    await theirs.tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    await using host = await openSetup('accounts')
    const search = host.tab.getByRole('textbox', { name: 'Name or e-mail' })
    await search.fill('nobody at all', WAIT)
    await click(host, 'button', 'Find')
    await text(host, 'Nobody with “nobody at all” is connected.')
    await search.fill('ana tor')
    await host.page.keyboard.press('Enter')
    await click(host, 'button', 'Disconnect Ana Torres')
    const dialog = host.tab.getByRole('alertdialog')
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('It is a shared account', WAIT)
    await expectClean(host.page)
    await host.page.screenshot({ path: `${SHOTS}/part.png` })
    await dialog.getByRole('button', { name: 'Disconnect' }).click()
    await text(host, 'Ana Torres is disconnected and has been told.')
    await eventually(async () => {
      await theirs.page.reload()
      await theirs.tab
        .getByRole('button', { name: 'Connect', exact: true })
        .waitFor({ timeout: 20_000 })
        .catch(() => undefined)
      return (await theirs.tab.getByRole('button', { name: 'Connect', exact: true }).count()) > 0 ? true : undefined
    }, 'the way to connect')
  })

  test('the log is read as sentences, by days, and saved as a file', async () => {
    await using host = await openSetup('audit')
    await text(host, 'This person’s Microsoft account was disconnected (It is a shared account)')
    await text(host, /By Vikram Iyer · About Ana Torres/u)
    await host.tab.getByLabel('From').fill('2030-01-01', WAIT)
    await text(host, 'Nothing was recorded in this time.')
    await host.tab.getByLabel('From').fill('2026-11-01')
    await text(host, 'This person’s Microsoft account was disconnected')
    await click(host, 'button', 'Make a CSV file')
    const downloading = host.page.waitForEvent('download')
    await host.tab.getByRole('link', { name: /^Save audit-.*\.csv$/u }).click(WAIT)
    const saved = await downloading
    expect(saved.suggestedFilename()).toMatch(/^audit-.*\.csv$/u)
    const file = readFileSync(await saved.path(), 'utf8')
    expect(file).toContain('"account.parted"')
    expect(file).not.toContain('Ana Torres')
  })

  test('forwarding says whether everything has arrived, and what happens when WorkOS is down', async () => {
    await using host = await openSetup('audit')
    await click(host, 'switch', 'Also forward it to WorkOS Audit Logs')
    await text(host, 'Everything has arrived.')
    expect(box.world.workos.auditLogs().map(({ action }) => action)).toContain('ci.audit_forwarding.on')
    box.world.workos.standin.faults.add({ kind: 'status', status: 503, path: '/audit_logs' })
    await click(host, 'button', 'Set-up links')
    await click(host, 'button', 'Domains')
    await text(host, 'Go on to the portal: Domains')
    await host.tab.getByRole('list', { name: 'Operations' }).getByRole('button', { name: 'Audit log' }).click()
    await eventually(async () => {
      await host.page.reload()
      await text(host, 'Also forward it')
      return (await host.tab.getByText('WorkOS does not answer.').count()) > 0 ? true : undefined
    }, 'the backlog')
    await text(host, /events? (?:is|are) waiting/u)
    await expectClean(host.page)
    box.world.workos.standin.faults.clear()
    // It is tried again each time later: at worst after as long as it has failed.
    await host.tab.getByText('Everything has arrived.').waitFor({ timeout: 2 * WAIT.timeout })
  })

  test('what cannot be loaded says so, and can be tried again', async () => {
    await using host = await openSetup('audit')
    await text(host, 'Audit log')
    await host.page.route('**/v1/admin/audit?**', route => route.abort())
    await host.tab.getByLabel('From').fill('2026-11-02', WAIT)
    const retry = host.tab.getByRole('button', { name: 'Try again' })
    await retry.waitFor(WAIT)
    await expectClean(host.page)
    await host.page.unroute('**/v1/admin/audit?**')
    await retry.click()
    await text(host, 'This person’s Microsoft account was disconnected')
  })

  /** An admin whose directory entry says Spanish. */
  async function spanishAdmin(): Promise<string> {
    const body = {
      firstName: 'Inés',
      lastName: 'Prado',
      title: 'IT',
      department: 'IT',
      country: 'MX',
      timezone: 'America/Mexico_City',
      locale: 'es-MX',
      groups: [known().adminGroup]
    }
    return (await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })).key
  }

  test.each(LOOKS)('everybody can use them: %s at %i px in %s', async (theme, width, language) => {
    const personKey = language === 'es' ? await spanishAdmin() : ADMIN
    await quiet(box)
    const title = language === 'es' ? 'Registro de auditoría' : 'Audit log'
    const numbers = language === 'es' ? /personas activas en tu directorio/u : /active people in your directory/u
    for (const [section, said] of [
      ['matching', numbers],
      ['audit', title]
    ] as const) {
      await using host = await openTab(browser, box, { personKey, theme, width, subPageId: `console:${section}` })
      await host.tab.getByRole('heading', { level: 2 }).first().waitFor(WAIT)
      await host.tab.locator('main').getByText(said).last().waitFor(WAIT)
      await expectClean(host.page)
      const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
      expect(wide).toBeLessThanOrEqual(0)
      const height = await host.tab.locator('html').evaluate(html => html.scrollHeight)
      await host.page.setViewportSize({ width, height: Math.min(height, 6000) })
      await host.page.screenshot({ path: `${SHOTS}/${section}-${theme}-${width}.png` })
    }
  })

  test('somebody without the role gets no page for it', async () => {
    await using host = await openTab(browser, box, { personKey: 'northwind/grace-ellison', subPageId: 'setupPage' })
    await host.tab.getByRole('tab', { name: 'Coach' }).waitFor(WAIT)
    expect(await host.tab.getByRole('tab', { name: 'Set-up' }).count()).toBe(0)
  })
})
