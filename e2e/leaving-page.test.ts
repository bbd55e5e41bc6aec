/** Leaving, roles, webhooks, API keys and the audit log's search in the admin's console, in a real browser framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApiKey } from '../api/contract/api-keys.ts'
import { createClient, type Client } from '../api/contract/client.ts'
import { getMe } from '../api/contract/directory.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { getLeaving } from '../api/contract/leaving.ts'
import { browsePeople } from '../api/contract/people-browser.ts'
import { getReportGate } from '../api/contract/reports.ts'
import { giveRole, listRoles, searchForRole, takeRole } from '../api/contract/role-grants.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SPANISH_ADMIN = 'northwind/ana-torres'
const PERSON = 'northwind/jonas-brandt'
const SHOTS = 'build/screenshots/leaving'

describe.skipIf(skipWithoutBrowser())('the way out, roles and webhooks', { timeout: 240_000 }, () => {
  let box: Sandbox
  let browser: Browser
  let heard = 0
  const receiver = createServer((req, res) => {
    heard += req.headers['webhook-signature'] ? 1 : 0
    req.resume()
    res.end()
  })
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
    box = await openWalk({}, [SPANISH_ADMIN])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    receiver.close()
    await box[Symbol.asyncDispose]()
  })

  const open = (section: string, more: { readonly width?: number; readonly personKey?: string } = {}) =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: `console:${section}`, ...more })
  async function as(personKey: string): Promise<Client> {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
    return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  }
  const sectionOf = ({ tab }: TeamsHost, name: RegExp) => tab.getByRole('region', { name })
  const expectRight = async (host: TeamsHost, name: string): Promise<void> => {
    const complaints = await complaintsOf(host.page)
    await host.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    expect(complaints).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }

  test('an owner makes the file, fetches it by a link that opens once, sets the last day by typing the name, and undoes it', async () => {
    await using host = await open('leaving')
    const section = sectionOf(host, /^Leaving$/u)
    const button = (name: string) => section.getByRole('button', { name, exact: true })
    await section.getByText('No file yet.').waitFor(WAIT)
    await button('Make the file').click()
    await section.getByText(/^Made /u).waitFor(WAIT)
    await button('Make a link').click()
    const link = section.getByRole('link', { name: 'Download the archive' })
    const href = await link.getAttribute('href', WAIT)
    const file = new Uint8Array(await (await fetch(href ?? '')).arrayBuffer())
    expect(Buffer.from(file.subarray(0, 2)).toString()).toBe('PK')
    expect((await fetch(href ?? '')).status).toBe(404)
    await expectRight(host, 'file-default-1280')

    const { company } = await (await as(ADMIN))(getLeaving)
    const day = new Date(box.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10)
    await section.getByLabel('Last day').fill(day)
    await section.getByRole('textbox', { name: 'Reason, for the record' }).fill('The contract ends')
    const typed = section.getByRole('textbox', { name: /^Type “/u })
    await typed.fill('Northwind')
    expect(await button('Set the last day').isDisabled()).toBe(true)
    await typed.fill(company)
    await button('Set the last day').focus()
    await host.page.keyboard.press('Enter')
    await section.getByText('Your company leaves').waitFor(WAIT)
    await section.getByText(/Set by Vikram Iyer: The contract ends/u).waitFor(WAIT)
    for (const theme of ['contrast', 'dark'] as const) {
      await host.setTheme(theme)
      await expectRight(host, `scheduled-${theme}-1280`)
    }
    await button('Undo: we stay').click()
    await section.getByText('Undone. Nothing has changed.').waitFor(WAIT)
  })

  test('a role is given with a reason, opens its own sections only, and taken it is gone within seconds', async () => {
    await using host = await open('roles')
    const section = sectionOf(host, /^Roles$/u)
    await section.getByText('by a group of the directory').first().waitFor(WAIT)
    await section.getByRole('textbox', { name: 'Name or e-mail of the person' }).fill('brandt')
    await host.page.keyboard.press('Enter')
    await section.getByRole('button', { name: 'Choose Jonas Brandt' }).click(WAIT)
    await section.getByRole('combobox', { name: 'Role' }).selectOption('support')
    await section.getByRole('textbox', { name: 'Reason, for the record' }).fill('Helps on the plant')
    await section.getByRole('button', { name: 'Give the role' }).click()
    await section.getByText('Given. It holds within five minutes.').waitFor(WAIT)
    await section.getByText(/given by Vikram Iyer on .*: Helps on the plant/u).waitFor(WAIT)
    await expectRight(host, 'roles-default-1280')

    const person = await as(PERSON)
    expect((await person(getMe)).roles).toContain('support')
    await expect(person(listRoles)).rejects.toMatchObject({ status: 403 })
    {
      await using theirs = await openTab(browser, box, {
        personKey: PERSON,
        locale: 'en-us',
        subPageId: 'console:lookup',
        width: 320
      })
      const lookup = sectionOf(theirs, /^Help somebody$/u)
      await lookup.getByRole('searchbox', { name: 'Name or e-mail' }).fill('brandt', WAIT)
      await theirs.page.keyboard.press('Enter')
      await lookup.getByText('May take courses.').waitFor(WAIT)
      await theirs.tab.getByRole('button', { name: 'Sections' }).click()
      expect(await theirs.tab.getByRole('navigation', { name: 'Sections' }).getByRole('button').count()).toBe(1)
      await expectRight(theirs, 'lookup-default-320')
    }

    await section.getByRole('button', { name: 'Take the role Support of Jonas Brandt' }).click()
    await host.tab.getByRole('alertdialog').getByRole('button', { name: 'Take', exact: true }).click(WAIT)
    await expect
      .poll(() =>
        person(getMe).then(
          () => 200,
          (error: { status?: number }) => error.status
        )
      )
      .toBe(401)
    // For two seconds more nothing of theirs is let in, so that no token minted meanwhile has the role.
    const rolesNow = async () =>
      (await as(PERSON))(getMe).then(
        ({ roles }) => roles,
        () => ['support']
      )
    await expect.poll(rolesNow).not.toContain('support')
    const { personId } = await (await as(PERSON))(getMe)

    const admin = await as(ADMIN)
    const byGroup = { personId, role: 'hr', reason: 'No longer needed' } as const
    await expect(admin(takeRole, { body: byGroup })).rejects.toMatchObject({ problem: { code: 'by_group' } })
    await admin(giveRole, { body: { personId, role: 'owner', reason: 'Stands in' } })
    await expect(admin(giveRole, { body: { personId, role: 'owner', reason: 'Stands in' } })).rejects.toMatchObject({
      problem: { code: 'has_role' }
    })
    await (
      await as(PERSON)
    )(takeRole, { body: { personId, role: 'owner', reason: 'Back again' } })
  })

  test('in Spanish on a phone a webhook is added, tried and read in its log; the audit log is searched', async () => {
    const address = receiver.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/ci`
    {
      await using host = await open('webhooks', { width: 320, personKey: SPANISH_ADMIN })
      const section = sectionOf(host, /^Webhooks$/u)
      await section.getByRole('textbox', { name: 'Dirección' }).fill(url, WAIT)
      await section.getByRole('button', { name: 'Añadir el destino' }).click()
      await section.getByText(/^whsec_/u).waitFor(WAIT)
      await section.getByRole('button', { name: /^Enviar una prueba/u }).click()
      await section.getByText(/^Respondió 200/u).waitFor(WAIT)
      expect(heard).toBe(1)
      await section.getByRole('button', { name: /^Lo que se envió/u }).click()
      await section.getByText('webhook.test').waitFor(WAIT)
      await host.setTheme('dark')
      await expectRight(host, 'webhooks-dark-320')
    }
    await using host = await open('audit')
    const section = sectionOf(host, /^Audit log$/u)
    await section.getByRole('combobox', { name: 'About' }).selectOption('role')
    await section.getByText(/was given the role support/u).waitFor(WAIT)
    await section.getByRole('searchbox', { name: 'Whom it is about, or who did it' }).fill('nobody-has-this-name')
    await section.getByText(/was given the role support/u).waitFor({ state: 'detached', ...WAIT })
    await section.getByRole('searchbox').fill('brandt')
    await section.getByText(/was given the role support/u).waitFor(WAIT)
    await expectRight(host, 'audit-default-1280')
  })

  const withKey = (secret: string): Client => createClient({ baseUrl: box.url, fetch, token: async () => secret })

  test(
    'by keyboard an owner makes a key, keeps its secret, rotates and revokes it; IT gives no more than its own',
    { timeout: 240_000 },
    async () => {
      await using host = await open('apiKeys')
      const section = sectionOf(host, /^API keys$/u)
      const button = (name: string) => section.getByRole('button', { name, exact: true })
      const secretNow = async (): Promise<string> => (await section.locator('[data-secret]').textContent(WAIT)) ?? ''
      await section.getByText(/^No key yet\./u).waitFor(WAIT)
      await expectRight(host, 'keys-none-default-1280')
      expect(await button('Make the key').isDisabled()).toBe(true)
      await section.getByRole('textbox', { name: 'Name' }).fill('HR dashboard')
      await section.getByRole('checkbox', { name: /^Read reports/u }).focus()
      await host.page.keyboard.press('Space')
      await section.getByRole('combobox', { name: 'Ends after' }).selectOption('7')
      await button('Make the key').focus()
      await host.page.keyboard.press('Enter')
      const first = await secretNow()
      expect(first).toMatch(/^cik_/u)
      expect((await withKey(first)(getReportGate)).smallestGroup).toBeGreaterThanOrEqual(8)
      await expect(withKey(first)(browsePeople)).rejects.toMatchObject({ problem: { code: 'key_scope' } })
      await section.getByText(/^Ends on .+ Rotate it before/u).waitFor(WAIT)
      for (const theme of ['contrast', 'dark'] as const) {
        await host.setTheme(theme)
        await expectRight(host, `keys-secret-${theme}-1280`)
      }
      await button('I have kept it').click()
      await section.locator('[data-secret]').waitFor({ state: 'detached', ...WAIT })

      await section.getByRole('button', { name: 'Rotate HR dashboard' }).click()
      const dialog = host.tab.getByRole('dialog')
      await dialog.getByRole('combobox', { name: 'The secret before' }).selectOption('24', WAIT)
      await expectRight(host, 'keys-rotate-dark-1280')
      await dialog.getByRole('button', { name: 'Rotate now' }).click()
      const second = await secretNow()
      expect(second).not.toBe(first)
      for (const secret of [first, second]) await withKey(secret)(getReportGate)
      await section.getByText(/^The secret before works until/u).waitFor(WAIT)

      const admin = await as(ADMIN)
      const [jonas] = (await admin(searchForRole, { query: { search: 'brandt' } })).people
      await admin(giveRole, { body: { personId: jonas?.personId ?? '', role: 'it', reason: 'Keeps the SIEM' } })
      {
        await using theirs = await openTab(browser, box, {
          personKey: PERSON,
          locale: 'en-us',
          subPageId: 'console:apiKeys',
          width: 320
        })
        const keys = sectionOf(theirs, /^API keys$/u)
        await keys.getByText(/^It opens more than your role does/u).waitFor(WAIT)
        expect(
          await keys
            .getByRole('checkbox', { name: /Only an owner can give this/u })
            .first()
            .isDisabled()
        ).toBe(true)
        await expectRight(theirs, 'keys-it-default-320')
        await keys.getByRole('button', { name: 'Revoke HR dashboard' }).click()
        await theirs.tab.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click(WAIT)
        await keys.getByText('“HR dashboard” is revoked.').waitFor(WAIT)
      }
      for (const secret of [first, second])
        await expect(withKey(secret)(getReportGate)).rejects.toMatchObject({ problem: { code: 'key_revoked' } })

      await admin(makeApiKey, { body: { name: 'SIEM', scopes: ['audit.read'], days: 7 } })
      {
        await using phone = await open('apiKeys', { width: 320, personKey: SPANISH_ADMIN })
        const claves = sectionOf(phone, /^Claves de API$/u)
        await claves.getByText('Leer el registro de auditoría').first().waitFor(WAIT)
        await claves.getByText(/La revocó Jonas Brandt/u).waitFor(WAIT)
        for (const theme of ['dark', 'contrast'] as const) {
          await phone.setTheme(theme)
          await expectRight(phone, `keys-${theme}-320`)
        }
      }
    }
  )
})
