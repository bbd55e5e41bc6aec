/** "Your nudges" in a real browser: every state and look, by keyboard, offline, and what happens when a press does not arrive. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideAgreementEndpoint } from '../api/contract/coach.ts'
import { getNudgePreferences, getNudges } from '../api/contract/nudges.ts'
import { DAY } from '../api/platform/time.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { asPerson } from './drills/stage.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const SHOTS = 'build/screenshots/nudges'
const LOOKS: readonly (readonly [Theme, number, 'en' | 'es'])[] = [
  ['default', 320, 'en'],
  ['dark', 1280, 'es'],
  ['contrast', 320, 'es'],
  ['default', 1280, 'en'],
  ['contrast', 1280, 'en']
]

describe.skipIf(skipWithoutBrowser())('the page of one’s nudges', () => {
  let box: Sandbox
  let browser: Browser
  /** Each has one nudge that came and one that is planned. */
  const people = { en: '', es: '' }

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    people.en = await coached('Noa', 'en')
    people.es = await coached('Inés', 'es-MX')
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const hire = async (firstName: string, locale: string): Promise<string> => {
    const body = { firstName, lastName: 'Prado', locale, groups: [] }
    return (await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })).key
  }

  async function coached(firstName: string, locale: string): Promise<string> {
    const personKey = await hire(firstName, locale)
    await quiet(box)
    await box.call(control.installBot, { params: { personKey } })
    await quiet(box)
    const call = await asPerson(box, personKey)
    await call(decideAgreementEndpoint, { body: { decision: 'given' } })
    await quiet(box)
    await untilStates(personKey, 'planned')
    await box.call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey } })
    await untilStates(personKey, 'sent')
    return personKey
  }

  async function untilStates(personKey: string, state: string): Promise<void> {
    const call = await asPerson(box, personKey)
    const look = async () => (await call(getNudges)).nudges.find(each => each.kind === 'tip' && each.state === state)
    await eventually(look, `a nudge that is ${state}`)
  }

  const open = (personKey: string, more: object = {}) =>
    openTab(browser, box, { personKey, subPageId: 'nudges', ...more })
  const part = (host: TeamsHost, name: string) => host.tab.getByRole('region', { name, exact: true })
  const chosenBy = async (personKey: string) => (await asPerson(box, personKey))(getNudgePreferences)
  const heading = (host: TeamsHost, name: string | RegExp) => host.tab.getByRole('heading', { level: 2, name })
  const widthLeft = (host: TeamsHost) => host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)

  async function shoot(host: TeamsHost, name: string, width = 1280): Promise<void> {
    const height = await host.tab.locator('html').evaluate(each => each.scrollHeight)
    await host.page.setViewportSize({ width, height: Math.min(height, 5000) })
    await host.tab.locator('html').evaluate(() => new Promise(requestAnimationFrame))
    await host.page.screenshot({ path: `${SHOTS}/${name}.png` })
  }

  test('somebody to whom nothing came reads what to expect, by one example', async () => {
    await using host = await open(await hire('Sol', 'en'))
    await heading(host, 'What came').waitFor(WAIT)
    await host.tab.getByText('This is what one looks like').waitFor(WAIT)
    await host.tab.getByText('It begins with your yes').waitFor(WAIT)
    await heading(host, 'Yours to decide').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'none')
  })

  test.each(LOOKS)(
    'everything can be read in every look: %s at %i px in %s',
    async (theme, width, language) => {
      await using host = await open(people[language], { theme, width })
      const why = language === 'es' ? /^¿Por qué este\?/u : /^Why this\?/u
      await host.tab.getByRole('button', { name: why }).first().click(WAIT)
      await host.tab.getByText(language === 'es' ? 'Datos usados' : 'Data used').waitFor(WAIT)
      await host.tab.getByText(language === 'es' ? 'Tu semana' : 'Your week', { exact: true }).waitFor(WAIT)
      await host.tab.getByRole('heading', { level: 3, name: language === 'es' ? 'Detener' : 'Stop' }).waitFor(WAIT)
      expect(await complaintsOf(host.page)).toEqual([])
      expect(await widthLeft(host)).toBeLessThanOrEqual(0)
      await shoot(host, `page-${theme}-${width}-${language}`, width)
    },
    120_000
  )

  test('the record behind a nudge is told in words: rule, hours, week, and what else was considered', async () => {
    const { nudges } = await (await asPerson(box, people.en))(getNudges)
    const nudge = nudges.find(({ kind, state }) => kind === 'tip' && state === 'sent')
    const record = {
      nudge,
      rule: 'library.turn',
      data: [],
      decidedAt: '2026-11-20T15:00:00.000Z',
      zone: { timezone: 'America/Mexico_City', source: 'directory' },
      window: { start: '09:30', end: '16:30', days: [1, 2, 3, 4, 5], country: 'MX' },
      budget: { perWeek: 2, sentInWeek: 1, pace: 'half' },
      considered: [
        { kind: 'course', contentId: 'course/begin', whyNot: 'budget', dueAt: null },
        { kind: 'follow_up', contentId: null, whyNot: 'own_moment', dueAt: '2026-11-24T16:00:00.000Z' }
      ],
      whyNotSent: null
    }
    await using host = await open(people.en)
    await host.page.route('**/v1/me/nudges/*/receipt', route => route.fulfill({ json: record }))
    const came = part(host, 'What came')
    await came
      .getByRole('button', { name: /^Why this\?/u })
      .first()
      .click(WAIT)
    await came.getByText('Each area takes its turn.').waitFor(WAIT)
    await came.getByText('1 of at most 2 had come').waitFor(WAIT)
    await came.getByText('About a course of yours: your week was full').waitFor(WAIT)
    await came.getByText(/comes at a moment of its own: Tue, Nov 24, 10:00/u).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'record')
    await host.page.unroute('**/v1/me/nudges/*/receipt')
    await host.page.route('**/v1/me/nudges/*/receipt', route => route.abort())
    await part(host, 'Coming')
      .getByRole('button', { name: /^Why this\?/u })
      .first()
      .click()
    await host.tab.getByText('The full record could not be loaded.').waitFor(WAIT)
    await part(host, 'Coming').getByText('Data used').waitFor(WAIT)
  })

  test('how many a week is chosen by keyboard, said, and undone by keyboard', async () => {
    await using host = await open(people.en)
    const budget = part(host, 'How many')
    await budget.getByRole('radio', { name: '2' }).focus(WAIT)
    await host.page.keyboard.press('ArrowRight')
    await budget.getByText('At most 3 a week').waitFor(WAIT)
    await budget.getByRole('status').filter({ hasText: 'Saved.' }).waitFor(WAIT)
    expect((await chosenBy(people.en)).perWeek).toBe(3)
    await host.page.keyboard.press('Tab')
    await expect.poll(() => isFocused(budget.getByRole('button', { name: 'Undo' }))).toBe(true)
    await host.page.keyboard.press('Enter')
    await budget.getByRole('status').filter({ hasText: 'Undone.' }).waitFor(WAIT)
    await budget.getByText('At most 2 a week').waitFor(WAIT)
    expect((await chosenBy(people.en)).perWeek).toBe(2)
  })

  test('a change that does not arrive is taken back where it was made, and offline is said', async () => {
    await using host = await open(people.en)
    const budget = part(host, 'How many')
    await budget.getByRole('radio', { name: '5' }).waitFor(WAIT)
    await host.page.route('**/v1/me/nudge-preferences', route => route.abort())
    await budget.getByRole('radio', { name: '5' }).click()
    await budget.getByRole('alert').filter({ hasText: 'nothing was changed' }).waitFor(WAIT)
    expect(await budget.getByRole('radio', { name: '2' }).isChecked()).toBe(true)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'not-saved')
    await host.page.unroute('**/v1/me/nudge-preferences')
    await host.page.context().setOffline(true)
    await budget.getByRole('radio', { name: '1' }).click()
    await budget.getByRole('alert').filter({ hasText: 'You are offline' }).waitFor(WAIT)
    await host.page.context().setOffline(false)
    expect((await chosenBy(people.en)).perWeek).toBe(2)
  })

  test('an answer that does not arrive gives its buttons back, and the keyboard its place; the next try stays in sight', async () => {
    await using host = await open(people.en)
    const came = part(host, 'What came')
    const label = await came
      .getByRole('button', { name: /^Done: /u })
      .first()
      .getAttribute('aria-label', WAIT)
    const done = came.getByRole('button', { name: label ?? '' })
    await host.page.route('**/v1/me/nudges/*/answer', route => route.abort())
    await done.focus()
    await host.page.keyboard.press('Enter')
    await came.getByRole('alert').filter({ hasText: 'nothing was changed' }).waitFor(WAIT)
    await expect.poll(() => isFocused(done)).toBe(true)
    await shoot(host, 'not-answered')
    await host.page.unroute('**/v1/me/nudges/*/answer')
    await host.page.keyboard.press('Enter')
    const status = came.getByRole('status').filter({ hasText: 'You did it' })
    await status.waitFor(WAIT)
    await done.waitFor({ ...WAIT, state: 'detached' })
    await expect.poll(() => isFocused(status)).toBe(true)
    expect(await complaintsOf(host.page)).toEqual([])
    await untilStates(people.en, 'answered')
  })

  test('what one wants to grow in is chosen in order, and its place can be given to another', async () => {
    await using host = await open(people.en)
    const focus = part(host, 'What you want to grow in')
    const place = (name: string) => focus.getByRole('combobox', { name })
    await place('First').waitFor(WAIT)
    expect(await place('Second').isDisabled()).toBe(true)
    await place('First').selectOption('Feedback')
    await place('Second').selectOption('Energy and limits')
    await focus.getByRole('status').filter({ hasText: 'Saved.' }).waitFor(WAIT)
    expect(await place('First').getByRole('option', { name: 'Energy and limits' }).count()).toBe(0)
    await place('First').selectOption('None')
    await expect.poll(async () => (await chosenBy(people.en)).focus).toEqual(['energy'])
    await expect.poll(() => place('First').inputValue()).toBe('energy')
  })

  test('a pause ends on a day that one chooses, can be undone, and is over by one press', async () => {
    await using host = await open(people.en)
    const pause = part(host, 'Pause')
    const inTwoWeeks = new Date(Date.now() + 14 * DAY).toISOString().slice(0, 10)
    await pause.getByLabel('Pause until').fill(inTwoWeeks, WAIT)
    await pause.getByRole('button', { name: 'Pause' }).click()
    await pause.getByText('Paused. It goes on by itself on').waitFor(WAIT)
    await part(host, 'Coming').getByText('Paused. It goes on by itself on').waitFor(WAIT)
    await expect.poll(async () => (await chosenBy(people.en)).pausedUntil).toContain('T')
    await shoot(host, 'paused')
    await pause.getByRole('button', { name: 'Undo' }).click()
    await pause.getByRole('status').filter({ hasText: 'Undone.' }).waitFor(WAIT)
    await expect.poll(async () => (await chosenBy(people.en)).pausedUntil).toBeNull()
    const away = part(host, 'Away')
    await away.getByLabel('My first day back').fill(inTwoWeeks)
    await away.getByRole('button', { name: 'Save day' }).click()
    await away.getByText('Your first day back is').waitFor(WAIT)
    await expect.poll(async () => (await chosenBy(people.en)).awayUntil).toBe(inTwoWeeks)
    await away.getByRole('button', { name: 'I am back' }).click()
    await away.getByRole('status').filter({ hasText: 'Messages may come again.' }).waitFor(WAIT)
    expect((await chosenBy(people.en)).awayUntil).toBeNull()
  })

  test('hours that make no sense are not saved; the company’s come back by one press', async () => {
    await using host = await open(people.en)
    const hours = part(host, 'Hours and days')
    await hours.getByLabel('From').fill('17:00', WAIT)
    await hours.getByRole('alert').filter({ hasText: 'The end must be later than the start.' }).waitFor(WAIT)
    expect(await hours.getByRole('button', { name: 'Save hours' }).isDisabled()).toBe(true)
    expect(await complaintsOf(host.page)).toEqual([])
    await hours.getByLabel('From').fill('08:00')
    await hours.getByRole('checkbox', { name: 'Fri' }).uncheck()
    await hours.getByRole('button', { name: 'Save hours' }).click()
    await hours.getByText('You chose this.').waitFor(WAIT)
    await expect
      .poll(async () => (await chosenBy(people.en)).hours)
      .toMatchObject({ start: '08:00', days: [1, 2, 3, 4], source: 'person' })
    await hours.getByRole('button', { name: 'Use my company’s hours' }).click()
    await hours.getByText('As your company set it for everybody.').waitFor(WAIT)
    await expect.poll(() => hours.getByRole('checkbox', { name: 'Fri' }).isChecked()).toBe(true)
  })

  test('zone and language say where they come from, and follow a choice', async () => {
    await using host = await open(people.en)
    const zone = part(host, 'Time zone')
    await zone.getByRole('combobox').selectOption('Asia/Kolkata', WAIT)
    await zone.getByText('Asia/Kolkata. You chose this.').waitFor(WAIT)
    await zone.getByRole('combobox').selectOption('Automatic')
    await zone
      .getByText(/As your (?:company’s directory says|company set it for everybody|Teams says)\./u)
      .waitFor(WAIT)
    const language = part(host, 'Language of messages')
    await language.getByRole('combobox').selectOption('Español')
    await language.getByText('Español. You chose this.').waitFor(WAIT)
    await expect.poll(async () => (await chosenBy(people.en)).language).toEqual({ locale: 'es', source: 'person' })
    await host.tab
      .getByText(/directorio de tu empresa/u)
      .first()
      .waitFor(WAIT)
    await language.getByRole('button', { name: 'Undo' }).click()
    await language.getByText(/^English\./u).waitFor(WAIT)
  })

  test('stopping asks first, says what is so, and starts again by one press', async () => {
    await using host = await open(people.en)
    const stop = part(host, 'Stop')
    await stop.getByRole('button', { name: 'Stop all messages' }).click(WAIT)
    const dialog = host.tab.getByRole('alertdialog')
    await dialog.waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await dialog.getByRole('button', { name: 'Keep them' }).click()
    await dialog.waitFor({ ...WAIT, state: 'detached' })
    expect((await chosenBy(people.en)).stopped).toBe(false)
    await stop.getByRole('button', { name: 'Stop all messages' }).click()
    await dialog.getByRole('button', { name: 'Stop all messages' }).click()
    await stop.getByRole('button', { name: 'Start again' }).waitFor(WAIT)
    await expect.poll(async () => (await chosenBy(people.en)).stopped).toBe(true)
    await part(host, 'Coming').getByText('You stopped the messages. Nothing comes.').waitFor(WAIT)
    await shoot(host, 'stopped')
    await stop.getByRole('button', { name: 'Start again' }).click()
    await stop.getByRole('status').filter({ hasText: 'Started again.' }).waitFor(WAIT)
    expect((await chosenBy(people.en)).stopped).toBe(false)
  })

  test('what cannot be loaded says so and is tried again, without taking the rest with it', async () => {
    await using host = await open(people.es, { subPageId: 'plans' })
    const tab = host.tab.getByRole('tab', { name: 'Tus mensajes' })
    await tab.waitFor(WAIT)
    await host.page.route('**/v1/me/nudge-preferences', route => route.abort())
    await tab.click()
    await host.tab.getByRole('alert').waitFor(WAIT)
    await heading(host, 'Lo que llegó').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'not-loaded')
    await host.page.unroute('**/v1/me/nudge-preferences')
    await host.tab.getByRole('button', { name: 'Intentar de nuevo' }).click()
    await part(host, 'Cuántos').waitFor(WAIT)
  })
})
