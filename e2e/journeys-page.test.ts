/** The authors' page of journeys in a real browser, framed as Teams frames it. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getJourney, listJourneys, saveJourney, startJourney } from '../api/contract/journeys.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { agree, chatOf, speaks } from './coached.ts'
import { asPerson } from './drills/stage.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const HR = 'northwind/grace-ellison'
const EMPLOYEE = 'northwind/ana-torres'
const SHOTS = 'build/screenshots/journeys'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, 'en-us'],
  ['dark', 1280, 'es-mx'],
  ['contrast', 320, 'es-mx']
]
const NAME = 'First eight weeks with a team (example)'

describe.skipIf(skipWithoutBrowser())('the journeys page', () => {
  let box: Sandbox
  let browser: Browser
  const open = (personKey = HR) => openTab(browser, box, { personKey, locale: 'en-us', subPageId: 'journeysPage' })

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  test('an employee has no such page', async () => {
    await using host = await open(EMPLOYEE)
    await host.tab.getByRole('tab', { name: /^(?:Courses|Cursos)$/u }).waitFor(WAIT)
    expect(await host.tab.getByRole('tab', { name: /^(?:Journeys|Recorridos)$/u }).count()).toBe(0)
  })

  test('nothing yet: the example is copied, a sentence changed by keyboard, seen, sent to oneself, published and started', async () => {
    await agree(box, HR)
    await using host = await open()
    const button = (name: string | RegExp) => host.tab.getByRole('button', { name, exact: true })
    await host.tab.getByText('An example of eight weeks').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/empty.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Copy the example').click()
    await host.tab.getByLabel('Language you write in').selectOption('en', WAIT)
    await button(/^Change: Day 2: Write down the names/u).focus(WAIT)
    await host.page.keyboard.press('Enter')
    const week = host.tab.getByLabel('Week', { exact: true })
    await expect.poll(() => week.evaluate(input => input === document.activeElement), WAIT).toBe(true)
    const action = host.tab.getByLabel('What to do: one small action, a verb first (en)')
    await action.fill(Array.from({ length: 61 }, () => 'word').join(' '))
    await host.tab.getByText('Week 1, Day 2, en: more than 60 words').waitFor(WAIT)
    expect(await button('Publish this version').isDisabled()).toBe(true)
    await action.fill('Write down one question for each person of your team.')
    await button('Send it to myself').click()
    await host.tab.getByText('It is on its way to your chat').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/step.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Close this step').click()
    await button('Save the draft').click()
    await host.tab.getByText('Saved.', { exact: true }).waitFor(WAIT)
    await host.tab.getByLabel('Read in').selectOption('es')
    await host.tab.getByLabel('First day').first().fill('2026-12-07')
    await button('Show it').click()
    await host.tab.getByText(/^Comes Tue, Dec 8/u).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/preview.png`, fullPage: true })
    await button('Publish this version').click()
    await host.tab.getByRole('alertdialog').getByRole('button', { name: 'Publish this version' }).click()
    await host.tab.getByText('Version 1 is published.').waitFor(WAIT)
    await host.tab.getByLabel('Cohort').selectOption('Leading change')
    await button('Start it for this cohort').click()
    await host.tab.getByRole('alertdialog').getByRole('button', { name: 'Start it for this cohort' }).click()
    await host.tab.getByText(/^Leading change \(fewer than 8\), from joining/u).waitFor(WAIT)
    // The question is still on its way out of the window.
    await expect.poll(() => complaintsOf(host.page), WAIT).toEqual([])
    await expect
      .poll(() => chatOf(box, HR), WAIT)
      .toContain('Test: Write down one question for each person of your team.')
  })

  test('a step of the journey arrives by the bot in the person’s own hours and language, and tells its week', async () => {
    await agree(box, EMPLOYEE)
    const call = await asPerson(box, HR)
    const [journey] = (await call(listJourneys)).journeys
    const params = { journeyId: journey?.journeyId ?? '', cohort: 'New managers 2026' }
    await call(startJourney, { params, body: { starts: { kind: 'date', on: '2026-11-22' } } })
    await quiet(box)
    // Monday, half past ten in Mexico City: day two of the first week.
    box.clock.set(new Date('2026-11-23T16:30:00Z'))
    const chat = await eventually(async () => {
      const text = await chatOf(box, EMPLOYEE)
      return text.includes('Escribe los nombres de tu equipo') ? text : undefined
    }, 'the first step')
    expect(chat).toContain('Es la semana 1 de «Tus primeras ocho semanas con un equipo»')
  })

  test('what is typed while a draft is on its way stays, and is saved on top of it', async () => {
    const call = await asPerson(box, HR)
    const [journey] = (await call(listJourneys)).journeys
    const params = { journeyId: journey?.journeyId ?? '' }
    await using host = await open()
    const name = host.tab.getByLabel('Name, as authors know it')
    const save = host.tab.getByRole('button', { name: 'Save the draft', disabled: false })
    await host.tab.getByRole('button', { name: `Open “${NAME}”` }).click(WAIT)
    await name.fill('Sent')
    const { promise: typed, resolve: go } = Promise.withResolvers<void>()
    await host.page.route('**/v1/journeys/*/draft', async route => {
      await typed
      await route.fallback()
    })
    await save.click()
    await name.fill(NAME)
    go()
    await expect.poll(async () => (await call(getJourney, { params })).name).toBe('Sent')
    await save.waitFor(WAIT)
    expect(await name.inputValue()).toBe(NAME)
    await save.click()
    await host.tab.getByText('Saved.', { exact: true }).waitFor(WAIT)
    expect(await name.inputValue()).toBe(NAME)
    expect(await call(getJourney, { params })).toMatchObject({ name: NAME })
  })

  test('when somebody else saved meanwhile, nothing is overwritten and the way on is said', async () => {
    const call = await asPerson(box, HR)
    const [journey] = (await call(listJourneys)).journeys
    const params = { journeyId: journey?.journeyId ?? '' }
    await using host = await open()
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await button(`Open “${NAME}”`).click(WAIT)
    await host.tab.getByLabel('Name, as authors know it').fill('Mine')
    const { name, content, revision } = await call(getJourney, { params })
    await call(saveJourney, { params, body: { basedOn: revision, name: `${name} theirs`, content } })
    await button('Save the draft').click()
    await host.tab.getByText('Somebody saved a newer draft meanwhile').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/conflict.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    expect(await host.tab.getByLabel('Name, as authors know it').inputValue()).toBe('Mine')
    const saving = host.page.waitForEvent('download')
    await button('Keep mine as a file').click()
    const file = await (await saving).path()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ name: 'Mine', content: { languages: ['en', 'es'] } })
    await button('All journeys').click()
    await host.tab.getByText('Leave without saving?').waitFor(WAIT)
    await button('Stay').click()
    await button('Load theirs').click()
    await host.tab.getByText('Somebody saved a newer draft meanwhile').waitFor({ state: 'detached', ...WAIT })
    await expect.poll(() => host.tab.getByLabel('Name, as authors know it').inputValue()).toBe(`${NAME} theirs`)
    await button('All journeys').click()
    await host.tab.locator('input[type=file]').setInputFiles(file)
    await host.tab.getByLabel('Name, as authors know it').waitFor(WAIT)
    expect(await host.tab.getByLabel('Name, as authors know it').inputValue()).toBe('Mine')
    await button('All journeys').click()
    await host.tab
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"name":1}') })
    await host.tab.getByText('This file is not a journey').waitFor(WAIT)
  })

  test.each(LOOKS)('it can be used in every look: %s at %i px, %s', async (theme, width, locale) => {
    await speaks(box, locale)
    await using host = await openTab(browser, box, { personKey: HR, theme, width, locale, subPageId: 'journeysPage' })
    await host.tab.getByRole('button', { name: /^(?:Open|Abrir) “?«?Mine/u }).click(WAIT)
    await host.tab
      .getByRole('button', { name: /^(?:Change|Cambiar): (?:Day|Día) 4/u })
      .first()
      .click(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/page-${theme}-${width}.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
