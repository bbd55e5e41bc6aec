/** The window and its guided tour in a real browser: what a newcomer sees after `npm start`. */
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { complaintsAbout, signInToCourses, tryAgain, writeInCourse } from './window-page.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import { eventually, openWalk } from './harness.ts'

const SHOTS = 'build/screenshots/window'
/** After the tour: who looks at what, and words that are then there. */
const VIEWS = [
  ['Lucía Navarro', 'Chat', 'has left the company'],
  ['Ana Torres', 'HR channel', 'Ana Torres is not in HR’s channel'],
  ['Grace Ellison', 'HR channel', 'Abrir el informe']
] as const

/** Of the tour's own panel, where it has most to say. */
const LOOKS = [
  ['default', 320],
  ['dark', 1280],
  ['contrast', 320]
] as const

describe.skipIf(skipWithoutBrowser())('the window', () => {
  let box: Sandbox
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    await page.goto(box.url)
    await page.getByRole('heading', { name: 'ConsciousInsights in Teams' }).waitFor(WAIT)
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  /** Presses “Do it” and waits until the tour says what to look at. */
  async function step(number: number): Promise<void> {
    await page.getByText(`${number} of 16 ·`).waitFor(WAIT)
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.getByText('Look:').waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/tour-${number}.png` })
  }
  /** What the systems themselves say about the step. */
  const proved = (words: string | RegExp): Promise<void> =>
    page.getByRole('status', { name: 'Proof' }).getByText(words).waitFor(WAIT)
  const next = (): Promise<void> => page.getByRole('button', { name: 'Next', exact: true }).click()
  const said = (text: string): Promise<void> =>
    page.getByRole('list', { name: 'Messages' }).getByText(text).filter({ visible: true }).last().waitFor(WAIT)
  /** On the right, at least so many times. */
  const happened = (line: string, times: number): Promise<void> =>
    page
      .getByRole('list', { name: 'Calls between the systems' })
      .getByText(line)
      .nth(times - 1)
      .waitFor(WAIT)
  const inTab = () => page.frameLocator('iframe')
  const be = (name: string): Promise<void> => page.getByRole('button', { name }).click()
  const open = (view: string): Promise<void> => page.getByRole('tab', { name: view, exact: true }).click()
  const paint = (theme: string): Promise<readonly string[]> =>
    page.getByRole('combobox', { name: 'Theme' }).selectOption(theme)

  test('the tour’s sixteen steps happen, each seen by the person it is about', { timeout: 240_000 }, async () => {
    await page.getByRole('button', { name: 'Take the tour' }).click()
    await step(1)
    await page.getByText('The bot is not installed for this person').waitFor(WAIT)
    await happened('CI creates a learner at the learning site', 1)
    await next()
    // What comes late is shown when it comes, without another press.
    const hers = '**/sandbox/v1/people/*/receipts'
    await page.route(hers, route => route.fulfill({ json: { receipts: [] } }))
    await page.getByText('2 of 16 ·').waitFor(WAIT)
    await page.getByRole('button', { name: 'Do it' }).click()
    await page.getByText('It has not happened within 20 seconds').waitFor(WAIT)
    await page.unroute(hers)
    await page.getByText('Look:').waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/tour-2.png` })
    await page.getByRole('list', { name: 'What CI recorded about Lucía' }).getByText('Enrolled in').nth(1).waitFor(WAIT)
    await happened('CI creates a learner at the learning site · 201', 1)
    await happened('CI enrolls a learner in a course · 201', 2)
    await next()

    await step(3)
    await page.getByRole('button', { name: 'Sí, empecemos' }).waitFor(WAIT)
    await page.getByRole('button', { name: 'No es para mí' }).waitFor(WAIT)
    await said('Grace Ellison')
    await page.getByText('Soy ConsciousInsights, un programa de IA', { exact: false }).first().waitFor(WAIT)
    await next()

    await step(4)
    await page.getByRole('button', { name: 'Hecho' }).first().waitFor(WAIT)
    await page.getByRole('button', { name: 'La próxima semana' }).first().waitFor(WAIT)
    await proved(/It came on .* 10:10, where she is/u)
    await next()

    await step(5)
    await page.getByText('AI-generated').nth(2).waitFor(WAIT)
    await said('Si empieza la reunión diaria, entonces delego una cosa.')
    await next()

    await step(6)
    await proved('For her it is planned on')
    await inTab()
      .getByRole('heading', { level: 1 })
      .first()
      .waitFor({ ...WAIT, state: 'attached' })
    await next()

    await step(7)
    await said('¿Se cumplió?')
    await next()

    await step(8)
    await said('En pausa hasta')
    await proved('HR’s message is planned anew then')
    await next()

    await step(9)
    await inTab().getByText('entonces delego una cosa', { exact: false }).first().waitFor(WAIT)
    await next()

    await step(10)
    await inTab().getByText('Esta sesión no deja rastro').first().waitFor(WAIT)
    await proved(/Among them “Me cuesta pedir ayuda a mi equipo”: 0 times/u)
    await next()

    await step(11)
    await signInToCourses(page, `${SHOTS}/learning.png`)
    await next()

    await step(12)
    await proved('CI has heard nothing from the learning system yet')
    const line = await writeInCourse(page, `${SHOTS}/course.png`)
    await proved(`in the same conversation: “${line}”`)
    await next()

    await step(13)
    await page.getByRole('table').first().getByRole('row').nth(1).waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/report-table.png` })
    await said('Nunca se muestra un grupo de menos de 8 personas')
    expect(await page.getByRole('list', { name: 'Messages' }).innerText()).not.toMatch(/Torres|Navarro|Brandt/u)
    await next()

    await step(14)
    await page.getByText('Lo que escribes suena serio').first().waitFor(WAIT)
    await proved('The answer was written by people. Messages to HR since then: 0.')
    for (const [theme, width] of LOOKS) {
      await paint(theme)
      await page.setViewportSize({ width, height: 900 })
      expect(await complaintsAbout(page, `${SHOTS}/tour-14-${theme}-${width}.png`)).toEqual([])
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await paint('default')
    await next()

    await step(15)
    await page.getByText('Borrado para siempre el').first().waitFor(WAIT)
    await proved('Messages of hers that CI keeps: 0. Receipt: “Borraste todo lo tuyo”')
    await next()

    await step(16)
    await happened('CI changes when access to a course ends · 204', 2)
    const receipts = page.getByRole('list', { name: 'What CI recorded about Lucía' })
    await receipts.getByText('Access to The first 90 days ended').waitFor(WAIT)
    await receipts.getByText('Borraste todo lo tuyo').waitFor(WAIT)
    expect(await complaintsOf(page, 'iframe')).toEqual([])
    await page.getByRole('button', { name: 'Lucía Navarro' }).getByText('Left the company').waitFor(WAIT)
    expect(await page.getByRole('button', { name: 'Next', exact: true }).count()).toBe(0)
  })

  test('the tab follows the theme at once and keeps what is in it', async () => {
    await be('Jonas Brandt')
    await open('Private tab')
    const provider = inTab().locator('.ci-frame')
    await inTab()
      .getByRole('heading', { level: 1 })
      .first()
      .waitFor({ ...WAIT, state: 'attached' })
    await provider.evaluate(element => element.setAttribute('data-kept', 'yes'))
    const background = () => provider.evaluate(element => getComputedStyle(element).backgroundColor)
    const seen: string[] = []
    for (const theme of ['default', 'dark', 'contrast']) {
      await paint(theme)
      seen.push(
        await eventually(async () => {
          const now = await background()
          return seen.includes(now) ? undefined : now
        }, `the tab in ${theme}`)
      )
      await page.screenshot({ path: `${SHOTS}/tab-${theme}.png` })
    }
    expect(await provider.getAttribute('data-kept')).toBe('yes')
    await paint('default')
  })

  test('a broken vendor is named with the way to mend it, which two clicks do once', async () => {
    await page.getByRole('combobox', { name: 'Thinkific' }).selectOption('down')
    const banner = page.getByText('Thinkific is broken: down (503). Learners and their courses wait.')
    await banner.waitFor(WAIT)
    await page.screenshot({ path: `${SHOTS}/broken.png` })
    expect(await complaintsOf(page, 'iframe')).toEqual([])
    await page.getByRole('button', { name: 'Mend Thinkific' }).dblclick()
    await banner.waitFor({ ...WAIT, state: 'detached' })
    await expect.poll(() => page.getByRole('combobox', { name: 'Thinkific' }).inputValue()).toBe('')
  })

  test('a double click presses once: installed and not blocked, said once', async () => {
    await be('Vikram Iyer')
    await open('Chat')
    await page.getByRole('button', { name: 'Install the bot' }).dblclick()
    await page.getByRole('button', { name: 'Block the bot' }).waitFor(WAIT)
    await page.getByRole('textbox', { name: 'Type a message' }).fill('Hello there')
    await page.getByRole('button', { name: 'Send', exact: true }).dblclick()
    await said('Hello there')
    await quiet(box)
    const { messages } = await box.call(control.getChat, { params: { personKey: 'northwind/vikram-iyer' } })
    expect(messages.filter(({ text }) => text === 'Hello there')).toHaveLength(1)
    const { people } = await box.call(control.getState)
    expect(people.find(({ name }) => name === 'Vikram Iyer')).toMatchObject({ installed: true, blocked: false })
  })

  test('what cannot be loaded says so and is loaded on the next try', async () => {
    const chats = '**/sandbox/v1/people/*/chat'
    await page.route(chats, route => route.abort())
    await be('Ana Torres')
    await page.getByText('The conversation could not be loaded').waitFor(WAIT)
    await page.unroute(chats)
    await tryAgain(page)
    await page.getByText('The bot is not installed for this person').waitFor(WAIT)

    const second = await context.newPage()
    await second.route('**/sandbox/v1/state', route => route.abort())
    await second.goto(box.url)
    await second.getByText('The sandbox cannot be seen').waitFor(WAIT)
    await second.screenshot({ path: `${SHOTS}/lost.png` })
    await second.unroute('**/sandbox/v1/state')
    await tryAgain(second)
    await second.getByRole('heading', { name: 'ConsciousInsights in Teams' }).waitFor(WAIT)
    expect(await second.getByRole('alert').count()).toBe(0)
    await second.close()
  })

  test('who is not there is said to be nobody; a raw request opens by keyboard', async () => {
    await page.getByRole('textbox', { name: 'Find anybody' }).fill('zzzz')
    await page.getByText('Nobody by that name').waitFor(WAIT)
    await page.getByRole('textbox', { name: 'Find anybody' }).fill('')
    await page.getByRole('button', { name: 'CI changes when access to a course ends' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('PUT /').waitFor(WAIT)
    expect(await complaintsOf(page, 'iframe')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ ...WAIT, state: 'detached' })
  })

  // What a width breaks, it breaks in every theme.
  test.each([
    ['default', 320],
    ['default', 1280],
    ['dark', 1280],
    ['contrast', 320]
  ] as const)('anybody can use it: %s at %i px', async (theme, width) => {
    await paint(theme)
    await page.reload()
    await expect.poll(() => page.getByRole('combobox', { name: 'Theme' }).inputValue()).toBe(theme)
    for (const [name, view, shown] of VIEWS) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await be(name)
      await page.setViewportSize({ width, height: 900 })
      await open(view)
      await page.getByText(shown).filter({ visible: true }).first().waitFor(WAIT)
      expect(await complaintsAbout(page, `${SHOTS}/${name.split(' ')[0]}-${view}-${theme}-${width}.png`)).toEqual([])
    }
    if (width === 1280) return
    for (const pane of ['People', 'Activity', 'Grace']) {
      await open(pane)
      expect(await complaintsAbout(page, `${SHOTS}/${pane}-${theme}-${width}.png`)).toEqual([])
    }
  })

  test('a tablet has room for everything', async () => {
    await page.setViewportSize({ width: 768, height: 1024 })
    await paint('default')
    expect(await complaintsAbout(page, `${SHOTS}/tablet.png`)).toEqual([])
  })
})
