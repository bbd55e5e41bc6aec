/** The company's material for the coach, and how long things are kept, in a real browser framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient, type Client } from '../api/contract/client.ts'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import { getRetention } from '../api/contract/retention.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { docxOf } from '../api/coach/material/test-files.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SPANISH_ADMIN = 'northwind/ana-torres'
const PERSON = 'northwind/jonas-brandt'
const SHOTS = 'build/screenshots/material'

describe.skipIf(skipWithoutBrowser())('material for the coach', { timeout: 240_000 }, () => {
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

  const open = (more: { readonly width?: number; readonly personKey?: string; readonly subPageId?: string } = {}) =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'console:material', ...more })
  async function as(personKey: string): Promise<Client> {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
    return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  }
  const sectionOf = ({ tab }: TeamsHost, name: RegExp) => tab.getByRole('region', { name })
  const expectRight = async (host: TeamsHost, name: string): Promise<void> => {
    await host.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }

  test('an admin adds a file by keyboard, tries it, and a person reads the quote under the coach’s answer', async () => {
    await using host = await open()
    const section = sectionOf(host, /^Material for the coach$/u)
    const button = (name: string) => section.getByRole('button', { name, exact: true })
    const input = () => section.locator('input[type=file]').first()
    await section.getByText('Nothing yet.').waitFor(WAIT)
    await section.screenshot({ path: `${SHOTS}/empty-default-1280.png` })
    const scan = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 broken') }
    await input().setInputFiles({ name: 'Feedback_guide.pdf', ...scan })
    await expect.poll(() => section.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Feedback guide')
    await button('Add it').focus()
    await host.page.keyboard.press('Enter')
    await section.getByText('The file is damaged. Open it, save it again').waitFor(WAIT)
    await section.screenshot({ path: `${SHOTS}/refused-default-1280.png` })
    const buffer = Buffer.from(
      docxOf({ heading: 'Giving' }, 'Give feedback within a week, in private.', 'Praise may be public.')
    )
    await input().setInputFiles({ name: 'Feedback_guide.docx', mimeType: 'application/octet-stream', buffer })
    await section.getByRole('textbox', { name: 'Title' }).press('Enter')
    await section.getByText('“Feedback guide” is added.').waitFor(WAIT)
    await section.getByText('English, Word, version 1, 1 passage').waitFor(WAIT)
    await section.getByRole('textbox', { name: 'Question' }).fill('What is our policy on feedback?')
    await host.page.keyboard.press('Enter')
    await section.getByText('One passage:').waitFor(WAIT)
    await section.screenshot({ path: `${SHOTS}/section-default-1280.png` })

    await (
      await as(PERSON)
    )(decideAgreementEndpoint, { body: { decision: 'given' } })
    await using person = await openTab(browser, box, { personKey: PERSON, locale: 'en-us', width: 320 })
    await person.tab.getByRole('textbox').fill('What is our policy on feedback?', WAIT)
    await person.page.keyboard.press('Enter')
    const cited = person.tab.getByRole('region', { name: 'From your company’s material' })
    await cited.getByText('Give feedback within a week, in private. Praise may be public.').waitFor(WAIT)
    await cited.getByText('Feedback guide').waitFor(WAIT)
    for (const theme of ['contrast', 'dark', 'default'] as const) {
      await person.setTheme(theme)
      await person.page.screenshot({ path: `${SHOTS}/cited-${theme}-320.png` })
    }
    await expectRight(person, 'cited-default-320')
  })

  test('in Spanish on a phone it gets another title and another file, in every look', async () => {
    await using host = await open({ width: 320, personKey: SPANISH_ADMIN })
    const section = sectionOf(host, /^Material para el coach$/u)
    await section.getByRole('button', { name: 'Cambiar título de «Feedback guide»' }).click(WAIT)
    const title = section.getByRole('textbox', { name: 'Título' })
    await expect.poll(() => isFocused(title)).toBe(true)
    for (const theme of ['default', 'dark'] as const) {
      await host.setTheme(theme)
      await title.scrollIntoViewIfNeeded()
      await host.page.screenshot({ path: `${SHOTS}/section-${theme}-320.png` })
    }
    await expectRight(host, 'page-dark-320')
    await host.page.setViewportSize({ width: 1280, height: 800 })
    await host.setTheme('contrast')
    await section.screenshot({ path: `${SHOTS}/section-contrast-1280.png` })
    await expectRight(host, 'page-contrast-1280')
    await title.fill('Hablar claro')
    await host.page.keyboard.press('Enter')
    await section.getByText('El título ha cambiado.').waitFor(WAIT)
    const second = {
      name: 'b.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Praise is given in the open, at once.')
    }
    await section.locator('li input[type=file]').setInputFiles(second)
    await section.getByText('Inglés, texto, versión 2').waitFor(WAIT)
    expect(await section.getByRole('listitem').count()).toBe(1)
  })

  test('it is gone after a question', async () => {
    await using host = await open()
    const section = sectionOf(host, /^Material for the coach$/u)
    await section.getByRole('button', { name: 'Remove “Hablar claro”' }).click(WAIT)
    const question = host.tab.getByRole('alertdialog', { name: 'Remove “Hablar claro”?' })
    await question.getByRole('button', { name: 'Remove', exact: true }).click(WAIT)
    await section.getByText('Nothing yet.').waitFor(WAIT)
    expect(await section.getByRole('listitem').count()).toBe(0)
  })

  test('periods are tried first, and a shorter one is saved only after a question', async () => {
    await using host = await open({ subPageId: 'console:retention' })
    const section = sectionOf(host, /^How long things are kept$/u)
    const button = (name: string) => section.getByRole('button', { name, exact: true })
    await section.getByText('You have set nothing: our own 24 months hold.').waitFor(WAIT)
    const days = section.getByRole('spinbutton', { name: 'Conversations, in days' })
    await days.fill('29')
    await section.getByText('Write a whole number from 30 to 3,650').waitFor(WAIT)
    expect(await button('See what would go').isDisabled()).toBe(true)
    await days.fill('90')
    await section.getByText('A period is shorter than now.').waitFor(WAIT)
    expect(await button('Save periods').isDisabled()).toBe(true)
    await button('See what would go').click()
    await section.getByText('Conversations: fewer than 8').waitFor(WAIT)
    await section.screenshot({ path: `${SHOTS}/retention-default-1280.png` })
    await button('Save periods').click()
    const question = host.tab.getByRole('alertdialog', { name: 'Delete what is older, from tonight on?' })
    await question.getByText('Conversations: fewer than 8').waitFor(WAIT)
    await question.getByRole('button', { name: 'Save and delete tonight' }).click()
    await section.getByText(/^In force since/u).waitFor(WAIT)
    const admin = await as(ADMIN)
    expect(await admin(getRetention)).toMatchObject({ conversationDays: 90, nudgeDays: 730 })
    await days.fill('400')
    await button('Save periods').click()
    await expect.poll(async () => (await admin(getRetention)).conversationDays).toBe(400)
  })
})
