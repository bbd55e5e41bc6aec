/** HR's page of campaigns in a real browser, framed as Teams frames it; what it starts arrives by the bot. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCampaign, listCampaigns, saveCampaign } from '../api/contract/campaigns.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { agree, chatOf, speaks } from './coached.ts'
import { asPerson } from './drills/stage.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const HR = 'northwind/grace-ellison'
const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/ana-torres'
const SHOTS = 'build/screenshots/campaigns'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, 'en-us'],
  ['dark', 1280, 'es-mx'],
  ['contrast', 320, 'es-mx']
]

describe.skipIf(skipWithoutBrowser())('the campaigns page', () => {
  let box: Sandbox
  let browser: Browser
  const open = (personKey = HR) => openTab(browser, box, { personKey, locale: 'en-us', subPageId: 'campaignsPage' })
  const button = (host: TeamsHost, name: string | RegExp) => host.tab.getByRole('button', { name, exact: true })
  const confirm = async (host: TeamsHost, name: string): Promise<void> => {
    await button(host, name).click(WAIT)
    await host.tab.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
  }
  const write = async (host: TeamsHost, language: string, action: string, why: string): Promise<void> => {
    await host.tab.getByLabel('Language you write in').selectOption(language)
    await host.tab.getByLabel(`What to do: one small action, a verb first (${language})`).fill(action)
    await host.tab.getByLabel(`Why now, in one sentence (${language})`).fill(why)
  }

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    await agree(box, EMPLOYEE)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  test('neither an employee nor an admin has such a page', async () => {
    for (const personKey of [EMPLOYEE, ADMIN]) {
      await using host = await open(personKey)
      await host.tab.getByRole('tab', { name: /^(?:Courses|Cursos)$/u }).waitFor(WAIT)
      expect(await host.tab.getByRole('tab', { name: /^(?:Campaigns|Campañas)$/u }).count()).toBe(0)
    }
  })

  test('it is written, looked at, does not start without a language, starts, and arrives in the person’s own hours', async () => {
    await using host = await open()
    await host.tab.getByText('No campaigns yet. One could be').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/empty.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button(host, 'New campaign').click()
    await host.tab.getByLabel('Name, as you and your colleagues know it').fill('Two questions', WAIT)
    await host.tab.getByLabel('If several nudges want a person’s next place').selectOption('first')
    await host.tab.getByLabel('Last day').fill('2026-12-18')
    await button(host, 'Narrow it down').click()
    await host.tab.getByLabel('By', { exact: true }).selectOption('language')
    await host.tab.getByLabel('These (hold Ctrl to choose several)').selectOption(['en', 'es'])
    await button(host, 'Look').click()
    await host.tab.getByText('it has no words').waitFor(WAIT)
    await write(host, 'en', 'Answer the two questions in the portal.', 'They close on Friday.')
    await button(host, 'Save the draft').click()
    await host.tab.getByText('Saved.', { exact: true }).waitFor(WAIT)
    await button(host, 'Look').click()
    await host.tab.getByText('It cannot start yet').waitFor(WAIT)
    expect(await button(host, 'Start the campaign').count()).toBe(0)
    await host.page.screenshot({ path: `${SHOTS}/missing.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button(host, 'Write it in es').click()
    await write(host, 'es', 'Responde las dos preguntas del portal.', 'Cierran el viernes.')
    await button(host, 'Save the draft').click()
    await host.tab.getByText('Saved.', { exact: true }).waitFor(WAIT)
    await button(host, 'Look').click()
    await confirm(host, 'Start the campaign')
    await host.tab.getByText(/^Running · /u).waitFor(WAIT)
    await quiet(box)
    await box.call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey: EMPLOYEE } })
    const arrived = await eventually(
      async () => ((await chatOf(box, EMPLOYEE)).includes('Responde las dos preguntas del portal.') ? true : undefined),
      'the card of the campaign',
      60_000
    )
    expect(arrived).toBe(true)
    await button(host, 'Look again').click()
    await host.tab.getByText('Waits its turn: the person’s budget, hours or pause').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/progress.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test('what was sent is corrected after a look at how many, by keyboard, and says so in the chat', async () => {
    await using host = await open()
    await button(host, 'Open “Two questions”').click(WAIT)
    await host.tab.getByLabel('What to do', { exact: true }).waitFor(WAIT)
    await host.tab.getByLabel('Why now, in one sentence (es)').fill('Cierran el jueves.')
    await button(host, 'Look how many').focus()
    await host.page.keyboard.press('Enter')
    await button(host, 'Correct the cards').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/correction.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await confirm(host, 'Correct the cards')
    await host.tab
      .getByText(/^Correct the words, by Grace Ellison/u)
      .first()
      .waitFor(WAIT)
    await expect
      .poll(async () => (await chatOf(box, EMPLOYEE)).includes('Cierran el jueves.'), { interval: 500 })
      .toBe(true)
    await host.tab.getByText('Done.', { exact: true }).waitFor(WAIT)
    for (const [theme, width] of [
      ['dark', 1280],
      ['contrast', 320]
    ] as const) {
      await host.setTheme(theme)
      await host.page.setViewportSize({ width, height: 800 })
      expect(await complaintsOf(host.page)).toEqual([])
      await host.page.screenshot({ path: `${SHOTS}/corrected-${theme}.png`, fullPage: true })
    }
  })

  test('it is paused, goes on, is stopped with all others and cancelled; each turn is told with who took it', async () => {
    await using host = await open()
    await button(host, 'Open “Two questions”').click(WAIT)
    await button(host, 'Pause').click(WAIT)
    await host.tab.getByText(/^Paused · /u).waitFor(WAIT)
    await button(host, 'All campaigns').click()
    await host.tab.getByLabel('Why (for your colleagues)').fill('Hard news this week', WAIT)
    await confirm(host, 'Stop all campaigns')
    await host.tab.getByText('All campaigns are stopped').waitFor(WAIT)
    await host.tab.getByText(/By Grace Ellison, .*: Hard news this week/u).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/stopped.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button(host, 'Open “Two questions”').click()
    await button(host, 'Go on').click(WAIT)
    await host.tab.getByText('All campaigns are stopped. Let them go on first.').waitFor(WAIT)
    await button(host, 'All campaigns').click()
    await confirm(host, 'Let them go on')
    await host.tab.getByText('All campaigns are stopped').waitFor({ state: 'detached', ...WAIT })
    await button(host, 'Open “Two questions”').click()
    await button(host, 'Go on').click(WAIT)
    await confirm(host, 'Cancel the campaign')
    await host.tab.getByText(/^Cancelled · /u).waitFor(WAIT)
    await host.tab.getByText(/^Cancelled by Grace Ellison/u).waitFor(WAIT)
    await button(host, 'Copy as a new draft').click()
    await expect
      .poll(() => host.tab.getByLabel('Name, as you and your colleagues know it').inputValue())
      .toBe('Copy of Two questions')
  })

  test('when a colleague saved meanwhile, nothing is overwritten and the way on is said', async () => {
    const call = await asPerson(box, HR)
    const found = (await call(listCampaigns)).campaigns.find(({ state }) => state === 'draft')
    const params = { campaignId: found?.campaignId ?? '' }
    await using host = await open()
    await button(host, 'Open “Copy of Two questions”').click(WAIT)
    const name = host.tab.getByLabel('Name, as you and your colleagues know it')
    await name.fill('Mine', WAIT)
    const { content, revision } = await call(getCampaign, { params })
    await call(saveCampaign, { params, body: { basedOn: revision, content: { ...content, name: 'Theirs' } } })
    await button(host, 'Save the draft').click()
    await host.tab.getByText('Somebody saved a newer draft meanwhile').waitFor(WAIT)
    expect(await name.inputValue()).toBe('Mine')
    expect(await complaintsOf(host.page)).toEqual([])
    await button(host, 'Load theirs').click()
    await expect.poll(() => name.inputValue()).toBe('Theirs')
  })

  test.each(LOOKS)('it can be used in every look: %s at %i px, %s', async (theme, width, locale) => {
    await speaks(box, locale)
    await using host = await openTab(browser, box, { personKey: HR, theme, width, locale, subPageId: 'campaignsPage' })
    await button(host, /^(?:Open|Abrir) .Theirs.$/u).click(WAIT)
    await button(host, /^(?:Look|Mirar)$/u).click(WAIT)
    await host.tab.getByText(/^(?:In the audience|En la audiencia)/u).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/page-${theme}-${width}.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
