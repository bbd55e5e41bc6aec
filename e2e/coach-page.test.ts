/** The pages "Coach" and "Plans" in a real browser, framed as Teams frames them. */
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient, type Client } from '../api/contract/client.ts'
import { decideAgreementEndpoint, getConversations, getPlans, getThread } from '../api/contract/coach.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import * as control from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const ENGLISH = 'northwind/jonas-brandt'
const SPANISH = 'northwind/ana-torres'
const SHOTS = 'build/screenshots/coach'

/** All that a person sees of a button but its width. */
const lookOf = (button: Element): Readonly<Record<string, string>> => {
  const style = getComputedStyle(button)
  const seen = ['color', 'backgroundColor', 'border', 'borderRadius', 'padding', 'minWidth', 'height', 'font', 'cursor']
  return Object.fromEntries(seen.map(name => [name, String(Reflect.get(style, name))]))
}

describe.skipIf(skipWithoutBrowser())('the Coach page', { timeout: 240_000 }, () => {
  let box: Sandbox
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    for (const personKey of [ENGLISH, SPANISH])
      await (
        await asPerson(personKey)
      )(decideAgreementEndpoint, { body: { decision: 'given' } })
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  async function asPerson(personKey: string): Promise<Client> {
    const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
    const { accessToken } = await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })
    return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  }
  const open = (more: { readonly width?: number; readonly theme?: Theme; readonly personKey?: string } = {}) =>
    openTab(browser, box, { personKey: ENGLISH, locale: 'en-us', ...more })
  const parts = ({ tab, page }: TeamsHost) => ({
    button: (name: string | RegExp) => tab.getByRole('button', { name, exact: true }),
    turns: tab.getByRole('list', { name: /^(?:Conversation|Conversación)$/u }).getByRole('listitem'),
    say: async (text: string) => {
      await tab.getByRole('textbox').fill(text, WAIT)
      // While the words before are on their way, nothing else is sent.
      await tab.getByRole('button', { name: /^(?:Send|Enviar)$/u, disabled: false }).waitFor(WAIT)
      await page.keyboard.press('Enter')
    }
  })
  const looksRight = async (host: TeamsHost, name: string): Promise<void> => {
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/${name}.png` })
    const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }

  test('what is said on one device is on the other at once, labeled; the plan comes beside it', async () => {
    await using desk = await open()
    await using phone = await open({ width: 320, theme: 'dark' })
    const [here, there] = [parts(desk), parts(phone)]
    await phone.tab.getByRole('textbox').waitFor(WAIT)
    await here.button('I want to prepare a one-to-one').click(WAIT)
    await there.turns.nth(1).getByText('AI-generated').waitFor(WAIT)
    await here.turns.nth(1).getByText('AI-generated').waitFor(WAIT)
    for (const text of ['If I open my laptop, then I will write down one sentence', 'yes', 'tomorrow']) {
      const before = await here.turns.count()
      await here.say(text)
      await here.turns
        .nth(before + 1)
        .getByText('AI-generated')
        .waitFor(WAIT)
    }
    await there.turns.last().getByText('Your plan from this conversation').waitFor(WAIT)
    await desk.tab.getByRole('complementary', { name: 'Your plan' }).getByText('If I open my laptop').waitFor(WAIT)
    await expect.poll(() => isFocused(desk.tab.getByRole('textbox'))).toBe(true)
    await expect.poll(() => desk.tab.getByRole('log').textContent()).toContain('Noted')
    await looksRight(desk, 'thread-default-1280')
    await looksRight(phone, 'thread-dark-320')
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      await desk.setTheme(theme)
      // One is ours and there before Fluent is, the other Fluent's, whose color is on its way for a moment.
      const looks = () =>
        Promise.all(['New topic', 'Past conversations'].map(name => here.button(name).evaluate(lookOf)))
      await expect
        .poll(async () => {
          const [ours, fluents] = await looks()
          return Object.keys(ours ?? {}).filter(name => ours?.[name] !== fluents?.[name])
        })
        .toEqual([])
    }
    await looksRight(desk, 'thread-contrast-1280')
  })

  test('an opinion is kept with the turn that it is about', async () => {
    await using host = await open({ width: 320 })
    const { turns, button } = parts(host)
    await turns.last().getByRole('button', { name: 'What do you think of this?' }).click(WAIT)
    await host.tab.getByRole('menuitemradio', { name: 'Wrong' }).click()
    await button('You found this wrong.').waitFor(WAIT)
    expect((await (await asPerson(ENGLISH))(getThread)).turns.at(-1)?.mark).toBe('wrong')
  })

  test('a new topic, and a past conversation found by its words, renamed, opened, deleted by name', async () => {
    await using host = await open()
    const { turns, button, say } = parts(host)
    await button('New topic').click(WAIT)
    await host.tab.getByText('What would you like to be a little different').waitFor(WAIT)
    await say('Delegating the weekly report')
    await turns.nth(1).getByText('AI-generated').waitFor(WAIT)
    await button('Past conversations').click()
    const dialog = host.tab.getByRole('dialog')
    await dialog.getByRole('searchbox').fill('ONE SENTENCE')
    await dialog.getByText('write down one sentence').waitFor(WAIT)
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(1)
    await dialog.getByRole('button', { name: 'Rename “I want to prepare a one-to-one”' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('The talk with him')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await looksRight(host, 'topics-default-1280')
    await dialog.getByRole('button', { name: 'Open “The talk with him”' }).click(WAIT)
    await host.tab.getByText('Topic: The talk with him').waitFor(WAIT)
    await turns.filter({ hasText: 'write down one sentence' }).first().waitFor(WAIT)
    await button('Past conversations').click()
    await host.page.setViewportSize({ width: 320, height: 800 })
    await host.setTheme('contrast')
    await dialog.getByRole('button', { name: 'Delete “Delegating the weekly report”' }).click(WAIT)
    const question = host.tab.getByRole('alertdialog', { name: 'Delete “Delegating the weekly report”' })
    await question.waitFor(WAIT)
    await looksRight(host, 'topics-contrast-320')
    await question.getByRole('button', { name: 'Delete' }).click()
    await expect
      .poll(async () => (await (await asPerson(ENGLISH))(getConversations)).conversations.map(({ title }) => title))
      .toEqual(['The talk with him'])
  })

  test('a session without a trace is unlike the page, keeps its plan only when told, and is gone when it ends', async () => {
    await using host = await open({ personKey: SPANISH, width: 320 })
    const { button, say } = parts(host)
    await button('Sin dejar rastro').click(WAIT)
    const region = host.tab.getByRole('region', { name: 'Esta sesión no deja rastro' })
    await region.waitFor(WAIT)
    for (const text of ['Evito una conversación', 'Si abro el portátil, entonces escribo una frase', 'sí', 'mañana']) {
      const before = await region.getByText('Generado por IA').count()
      await say(text)
      await region.getByText('Generado por IA').nth(before).waitFor(WAIT)
    }
    await looksRight(host, 'private-default-320')
    await host.setTheme('dark')
    await looksRight(host, 'private-dark-320')
    await button('Guardar este plan').click()
    await host.tab.getByText('Guardado. Lo encuentras en Planes.').waitFor(WAIT)
    await button('Terminar y olvidar').click()
    await button('Sin dejar rastro').waitFor(WAIT)
    expect(await host.tab.getByText('me grita').count()).toBe(0)
    const call = await asPerson(SPANISH)
    expect((await call(getThread)).turns).toEqual([])
    expect((await call(getPlans)).plans).toMatchObject([{ cue: 'abro el portátil', action: 'escribo una frase' }])
  })

  test('the way to people shows the lines of the person’s country', async () => {
    await using host = await open({ personKey: SPANISH, theme: 'contrast' })
    await parts(host).button('Hablar con una persona').click(WAIT)
    const dialog = host.tab.getByRole('dialog')
    await dialog.getByText('Línea de la Vida').waitFor(WAIT)
    expect(await dialog.getByText('Escrito por personas').count()).toBe(1)
    await looksRight(host, 'person-contrast-1280')
  })

  test('a plan is changed, asked about at another moment, taken to a calendar and closed', async () => {
    await using host = await openTab(browser, box, { personKey: ENGLISH, locale: 'en-us', subPageId: 'plans' })
    const { button } = parts(host)
    await button('Change the plan “if I open my laptop”').click(WAIT)
    const cue = host.tab.getByRole('textbox', { name: 'If …' })
    await cue.fill('they are all asleep I end my life')
    await button('Save').click()
    const said = host.tab.getByRole('alert').filter({ hasText: 'findahelpline.com' })
    await said.getByText('Written by people').waitFor(WAIT)
    await looksRight(host, 'plan-danger-default-1280')
    expect((await (await asPerson(ENGLISH))(getPlans)).plans).toMatchObject([{ cue: 'I open my laptop' }])
    await cue.fill('lunch is over')
    await host.tab.getByRole('combobox').selectOption({ label: 'Next week' })
    await looksRight(host, 'plan-change-default-1280')
    await button('Save').click()
    await host.tab.getByText('If lunch is over, then I will write down one sentence').waitFor(WAIT)
    await button('To the calendar: “if lunch is over”').click()
    const moment = host.tab.getByRole('form', { name: 'To the calendar: “if lunch is over”' })
    await moment.getByLabel('Day').fill('2026-11-30')
    await button('Save and download').click()
    await moment.getByText('Choose a day and a time.').waitFor(WAIT)
    await moment.getByLabel('Time').fill('09:15')
    await looksRight(host, 'plan-calendar-default-1280')
    const [saved] = await Promise.all([host.page.waitForEvent('download'), button('Save and download').click()])
    const entry = await readFile(await saved.path(), 'utf8')
    expect(entry).toContain('SUMMARY:If lunch is over\\, then I will write')
    // By the clock of Berlin.
    expect(entry).toContain('DTSTART:20261130T081500Z\r\nDTEND:20261130T083000Z')
    await host.tab.getByText(/^The moment: Mon/u).waitFor(WAIT)
    const [again] = await Promise.all([
      host.page.waitForEvent('download'),
      button('To the calendar: “if lunch is over”').click()
    ])
    expect(again.suggestedFilename()).toBe('plan.ics')
    await host.page.setViewportSize({ width: 320, height: 800 })
    await host.setTheme('dark')
    await looksRight(host, 'plans-dark-320')
    await button('It happened').click()
    await host.tab.getByRole('heading', { name: 'Behind you' }).waitFor(WAIT)
    expect((await (await asPerson(ENGLISH))(getPlans)).plans).toMatchObject([{ state: 'kept' }])
  })

  test('a plan is made without a conversation; what is typed outlives a reload and another page', async () => {
    await using host = await openTab(browser, box, { personKey: ENGLISH, locale: 'en-us', subPageId: 'plans' })
    const { button } = parts(host)
    const field = (name: string) => host.tab.getByRole('form').getByLabel(name, { exact: true })
    const typed = () => Promise.all(['If …', 'then I will …', 'Day', 'Time'].map(name => field(name).inputValue()))
    await button('Make a plan').click(WAIT)
    await expect.poll(() => isFocused(field('If …'))).toBe(true)
    await field('If …').fill('the one-to-one begins')
    await field('Day').fill('2026-12-03')
    await button('Save').click()
    await host.tab.getByText('Each half needs three letters or more.').waitFor(WAIT)
    await host.tab.getByText('Choose a day and a time.').waitFor(WAIT)
    await field('then I will …').fill('ask one open question')
    await field('Time').fill('10:00')
    await host.tab.getByRole('combobox').selectOption({ label: 'The day after it' })
    await looksRight(host, 'plan-make-default-1280')
    const words = ['the one-to-one begins', 'ask one open question', '2026-12-03', '10:00']
    await host.page.reload()
    await field('If …').waitFor(WAIT)
    expect(await typed()).toEqual(words)
    await host.tab.getByRole('tab', { name: 'Courses' }).click(WAIT)
    await host.tab.getByRole('tab', { name: 'Plans' }).click()
    await field('If …').waitFor(WAIT)
    expect(await typed()).toEqual(words)
    await button('Save').click()
    await host.tab.getByRole('status').filter({ hasText: 'Your plan is kept.' }).waitFor(WAIT)
    await expect.poll(() => isFocused(button('Make a plan'))).toBe(true)
    await host.tab.getByText('If the one-to-one begins, then I will ask one open question').waitFor(WAIT)
    const { plans } = await (await asPerson(ENGLISH))(getPlans)
    expect(plans.find(({ state }) => state === 'open')).toMatchObject({
      cueAt: '2026-12-03T09:00:00.000Z',
      followUpAt: expect.stringMatching(/^2026-12-04/u)
    })
    await button('Change the plan “if the one-to-one begins”').click()
    await field('If …').fill('the call ends')
    await host.page.reload()
    await field('If …').waitFor(WAIT)
    expect(await field('If …').inputValue()).toBe('the call ends')
    await field('Day').fill('2028-01-01')
    await button('Save').click()
    await host.tab.getByText('Choose a day and time that are still to come, within a year.').waitFor(WAIT)
    await button('Leave it as it is').click()
    await host.page.reload()
    await button('Change the plan “if the one-to-one begins”').waitFor(WAIT)
    expect(await host.tab.getByRole('form').count()).toBe(0)
  })

  test('a plan is made in Spanish on a phone', async () => {
    const phone = { personKey: SPANISH, locale: 'es-mx', subPageId: 'plans', width: 320, theme: 'dark' } as const
    await using host = await openTab(browser, box, phone)
    await parts(host).button('Hacer un plan').click(WAIT)
    await host.tab.getByRole('form').getByLabel('Día').fill('2026-12-03')
    await looksRight(host, 'plan-make-dark-320-es')
    expect(await host.tab.getByRole('form').getByLabel('Día').inputValue()).toBe('2026-12-03')
  })
})
