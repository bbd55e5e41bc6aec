/** Bringing conversations from a former chatbot, in a real browser framed as Teams frames it: the admin's part and the person's. */
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SPANISH_ADMIN = 'northwind/ana-torres'
const SITE = 'northwind-academy'
const SHOTS = 'build/screenshots/former'
const SECRET = 'Me da miedo hablar con mi equipo'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, ADMIN],
  ['dark', 1280, SPANISH_ADMIN],
  ['contrast', 320, SPANISH_ADMIN],
  ['contrast', 1280, ADMIN]
]

describe.skipIf(skipWithoutBrowser())('conversations of a former chatbot', { timeout: 240_000 }, () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    // Beside the admin who reads English.
    box = await openWalk({}, [SPANISH_ADMIN])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const ana = (): string => {
    const user = box.world.thinkific.users(SITE).find(({ email }) => email.startsWith('ana.torres@'))
    if (!user) throw new Error('Ana has no account')
    return String(user.id)
  }
  const said = (more: object) => ({
    type: 'message',
    conversationId: 'c-1',
    thinkificUserId: ana(),
    role: 'person',
    at: '2026-03-02T10:00:00Z',
    text: SECRET,
    ...more
  })
  const asAdmin = (more: { readonly theme?: Theme; readonly width?: number; readonly personKey?: string } = {}) =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'enrollmentPage', ...more })
  const choose = (host: TeamsHost, name: string, ...lines: readonly (object | string)[]): Promise<void> =>
    host.tab.locator('input[type=file][accept*=jsonl]').setInputFiles(
      {
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
      },
      WAIT
    )

  test('what is wrong is told by line without a text, saved as CSV, and nothing can be imported', async () => {
    await using host = await asAdmin()
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await choose(host, 'list.jsonl', '[]')
    await host.tab.getByText('The file is one JSON list (line 1).').waitFor(WAIT)
    await choose(host, 'wrong.jsonl', said({}), said({ role: 'bot' }), { type: 'account', thinkificUserId: '999' })
    await host.tab.getByText('1 line is wrong.').waitFor(WAIT)
    await host.tab.getByText('Line 2, role').waitFor(WAIT)
    await host.tab.getByText('Line 3, thinkificUserId, 999').waitFor(WAIT)
    expect(await host.tab.getByText(SECRET).count()).toBe(0)
    expect(await button('Import conversations').count()).toBe(0)
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Save all findings by line as CSV').click()
    const link = host.tab.getByRole('link', { name: 'Save wrong-report.csv' })
    const [download] = await Promise.all([host.page.waitForEvent('download'), link.click()])
    expect(await readFile(await download.path(), 'utf8')).toContain('"2","role"')
    await button('Close').click()
    await button('Cancel the import of wrong.jsonl').click()
    await host.tab.getByText(/wrong\.jsonl: cancelled/u).waitFor(WAIT)
  })

  test('the admin imports, the person reads it only once they agreed and erases it, and the admin undoes it', async () => {
    await using host = await asAdmin()
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await choose(
      host,
      'right.jsonl',
      said({}),
      said({ role: 'coach', at: '2026-03-02T10:01:00Z', text: '¿Qué te ayudaría?' })
    )
    await host.tab.getByText('1 person, 1 conversation, 2 messages.').waitFor(WAIT)
    await button('Import conversations').focus()
    await host.page.keyboard.press('Enter')
    await host.tab.getByText(/right\.jsonl: imported/u).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])

    await using person = await openTab(browser, box, { personKey: SPANISH_ADMIN, locale: 'es-es', width: 320 })
    await person.tab.getByRole('heading', { name: 'De tu coach anterior' }).waitFor(WAIT)
    await person.tab.getByText(/^2 mensajes vienen/u).waitFor(WAIT)
    expect(await person.tab.getByText(SECRET).count()).toBe(0)
    await person.page.screenshot({ path: `${SHOTS}/before.png`, fullPage: true })
    expect(await complaintsOf(person.page)).toEqual([])
    await person.tab.getByRole('button', { name: 'Empezar' }).click()
    for (const question of ['¿En qué te gustaría', '¿Cuándo puedo', '¿En qué idioma']) {
      await person.tab.getByRole('heading', { name: question }).waitFor(WAIT)
      await person.tab.getByRole('button', { name: 'Saltar' }).click()
    }
    await person.tab.getByRole('button', { name: 'Escribir el mío' }).click(WAIT)
    for (const theme of ['contrast', 'dark', 'default'] as const) {
      await person.setTheme(theme)
      await person.page.screenshot({ path: `${SHOTS}/first-plan-${theme}-320.png`, fullPage: true })
      expect(await complaintsOf(person.page)).toEqual([])
    }
    await person.tab.getByRole('button', { name: 'Volver al ejemplo' }).click()
    await person.tab.getByRole('button', { name: 'Ahora no' }).click()
    await person.tab.getByRole('button', { name: 'Mostrarlos' }).click(WAIT)
    await person.tab.getByText(SECRET).waitFor(WAIT)
    await person.tab.getByText(/^tu coach anterior, /u).waitFor(WAIT)
    for (const theme of ['contrast', 'dark', 'default'] as const) {
      await person.setTheme(theme)
      await person.page.screenshot({ path: `${SHOTS}/thread-${theme}.png`, fullPage: true })
      expect(await complaintsOf(person.page)).toEqual([])
    }
    await person.tab.getByRole('button', { name: 'Borrarlos' }).click()
    await person.tab.getByText('Se borran para siempre').waitFor(WAIT)
    await person.tab.getByRole('button', { name: 'Borrar para siempre' }).click()
    await person.tab.getByRole('heading', { name: 'De tu coach anterior' }).waitFor({ ...WAIT, state: 'detached' })

    await button('Undo the import of right.jsonl').click()
    await button('Remove it').click()
    await host.tab.getByText(/right\.jsonl: undone/u).waitFor(WAIT)
  })

  test.each(LOOKS)('it can be used in every look: %s at %i px, by %s', async (theme, width, personKey) => {
    await using host = await asAdmin({ theme, width, personKey })
    const english = personKey === ADMIN
    await choose(host, `a-file-with-a-long-name-${theme}-${width}.jsonl`, said({ at: 'soon' }), said({ role: 'bot' }))
    await host.tab.getByText(english ? '2 lines are wrong.' : '2 líneas están mal.').waitFor(WAIT)
    await host.tab.getByText(english ? 'Set role to person or coach.' : 'Pon en role person o coach.').waitFor(WAIT)
    const heading = english
      ? 'Bring conversations from your former chatbot'
      : 'Traer conversaciones del chatbot anterior'
    await host.tab.getByRole('heading', { name: heading }).scrollIntoViewIfNeeded(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/page-${theme}-${width}.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
