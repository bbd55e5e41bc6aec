/** What people do with a conversation on the page "Coach": read far back, keep what they typed, say what was wrong, have something remembered. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saidLongAgo } from '../api/coach/test-history.ts'
import { decideAgreementEndpoint, getThread, postTurn } from '../api/contract/coach.ts'
import { getMe } from '../api/contract/directory.ts'
import { getMyMemory, switchMyMemory } from '../api/contract/memory.ts'
import { listOrganizationIds } from '../api/organizations/organizations.ts'
import { sleep } from '../api/platform/time.ts'
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

  test('an opening that is pressed leaves what is typed in the field, and a reload finds it there', async () => {
    const personKey = await agreed('Noa')
    await using host = await open(personKey)
    const field = host.tab.getByRole('textbox')
    await field.fill('half a thought', WAIT)
    await host.page.route('**/v1/me/turns', route => route.abort())
    await button(host, 'I want to prepare a one-to-one').click(WAIT)
    await host.tab.getByRole('alert').filter({ hasText: 'Not sent' }).waitFor(WAIT)
    expect(await field.inputValue()).toBe('half a thought')
    await host.page.unroute('**/v1/me/turns')
    await button(host, 'I want to prepare a one-to-one').click()
    await turnsOf(host).nth(1).getByText('AI-generated').waitFor(WAIT)
    expect(await field.inputValue()).toBe('half a thought')
    await host.page.reload()
    await turnsOf(host).nth(1).waitFor(WAIT)
    expect(await field.inputValue()).toBe('half a thought')
  })

  test('in a frame that may store nothing, what is typed outlives another topic and another page', async () => {
    const personKey = await agreed('Sol')
    const denied = () =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        }
      })
    await using host = await open(personKey, { before: page => page.addInitScript(denied) })
    const field = host.tab.getByRole('textbox')
    await field.fill('half a thought', WAIT)
    await button(host, 'Leave no trace').click(WAIT)
    await host.tab.getByRole('region', { name: 'This session leaves no trace' }).waitFor(WAIT)
    expect(await field.inputValue()).toBe('')
    await field.fill('words of this session')
    await button(host, 'End and forget').click()
    await expect.poll(() => field.inputValue()).toBe('half a thought')
    await host.tab.getByRole('tab', { name: 'Plans' }).click(WAIT)
    await field.waitFor({ ...WAIT, state: 'detached' })
    await host.tab.getByRole('tab', { name: 'Coach' }).click()
    await expect.poll(() => field.inputValue()).toBe('half a thought')
  })

  test('what was wrong can be said in words after the press, is kept, and danger in it is answered', async () => {
    const personKey = await agreed('Uma')
    const call = await asPerson(box, personKey)
    await call(postTurn, { body: { turnId: 'turn-of-uma', text: 'There is a talk I keep avoiding' } })
    await using host = await open(personKey, { width: 320, theme: 'dark' })
    const choose = async (now: string, mark: string): Promise<void> => {
      await button(host, now).click(WAIT)
      await host.tab.getByRole('menuitemradio', { name: mark }).click(WAIT)
    }
    await choose('What do you think of this?', 'Wrong')
    const wrong = host.tab.getByRole('textbox', { name: 'What was wrong?' })
    await wrong.waitFor(WAIT)
    expect((await call(getThread)).turns.at(-1)?.mark).toBe('wrong')
    await host.tab.getByText('Nobody at your company can read it').waitFor(WAIT)
    await host.page.route('**/mark', route => route.abort())
    await wrong.fill('It did not listen')
    await button(host, 'Add these words').press('Enter')
    await host.tab.getByRole('alert').waitFor(WAIT)
    expect(await wrong.inputValue()).toBe('It did not listen')
    await looksRight(host, 'why-dark-320')
    await host.page.unroute('**/mark')
    await button(host, 'Add these words').press('Enter')
    await expect
      .poll(() => isFocused(host.tab.getByRole('status').filter({ hasText: 'Your words are kept' })))
      .toBe(true)
    await choose('You found this wrong.', 'Harmful')
    await host.tab.getByRole('textbox', { name: 'What was harmful?' }).fill('now I want to kill myself', WAIT)
    await button(host, 'Add these words').click()
    const said = host.tab.getByRole('alert').filter({ hasText: 'findahelpline.com' })
    await said.getByText('Written by people').waitFor(WAIT)
    await looksRight(host, 'why-danger-dark-320')
    await choose('You found this harmful.', 'Helpful')
    await said.waitFor({ ...WAIT, state: 'detached' })
  })

  test('words of one’s own are remembered and forgotten by keyboard, where memory is on', async () => {
    const personKey = await agreed('Inés', 'es-MX')
    const call = await asPerson(box, personKey)
    await call(postTurn, { body: { turnId: 'turn-of-ines', text: 'Dirijo a cinco personas en dos países' } })
    {
      await using host = await open(personKey, { locale: 'es-mx' })
      const memory = host.page.waitForResponse('**/v1/me/memory')
      await turnsOf(host).nth(1).waitFor(WAIT)
      await memory
      // What would be offered then is there a moment later.
      await sleep(2000)
      expect(await button(host, /Recordar esto/u).count()).toBe(0)
    }
    await call(switchMyMemory, { body: { active: true, fromPlans: false } })
    await using host = await open(personKey, { locale: 'es-mx' })
    const press = button(host, /^Recordar esto: «Dirijo a cinco/u)
    await press.focus(WAIT)
    await host.page.keyboard.press('Enter')
    await host.tab.getByRole('status').filter({ hasText: 'El coach recuerda: «Dirijo a cinco personas' }).waitFor(WAIT)
    expect((await call(getMyMemory)).items).toMatchObject([{ source: 'said', text: expect.stringContaining('cinco') }])
    const forget = button(host, /^Olvidarlo: «Dirijo/u)
    expect(await isFocused(forget)).toBe(true)
    await looksRight(host, 'remembered-default-1280-es')
    await host.page.keyboard.press('Enter')
    await host.tab.getByRole('status').filter({ hasText: 'Ya no se recuerda.' }).waitFor(WAIT)
    expect((await call(getMyMemory)).items).toEqual([])
  })

  test('a session without a trace says what it does not know, and an answer on its way is stopped', async () => {
    const personKey = await agreed('Ada', 'es-MX')
    await using host = await open(personKey, { width: 320, locale: 'es-mx' })
    await button(host, 'Sin dejar rastro').click(WAIT)
    const region = host.tab.getByRole('region', { name: 'Esta sesión no deja rastro' })
    await region.getByText('no va a ningún modelo de lenguaje').waitFor(WAIT)
    await region.getByText('guardarlo sería un rastro').waitFor(WAIT)
    expect(await region.getByRole('button', { name: 'Hablar con una persona' }).count()).toBe(1)
    // An answer that does not come by itself.
    await host.page.route('**/v1/me/private-turns', () => undefined)
    const gone = host.page.waitForEvent('requestfailed', {
      ...WAIT,
      predicate: request => request.url().includes('private-turns')
    })
    await host.tab.getByRole('textbox').fill('Evito una conversación')
    await host.page.keyboard.press('Enter')
    await button(host, 'Detener').press('Enter', WAIT)
    await gone
    await region.getByText('Detuviste esta respuesta.').first().waitFor(WAIT)
    await expect.poll(() => isFocused(host.tab.getByRole('textbox'))).toBe(true)
    await looksRight(host, 'private-stopped-default-320-es')
    await host.page.unroute('**/v1/me/private-turns')
    await host.tab.getByRole('textbox').fill('Otra cosa')
    await host.page.keyboard.press('Enter')
    await region.getByText('Generado por IA').waitFor(WAIT)
    await button(host, 'Detener').waitFor({ ...WAIT, state: 'detached' })
    expect(await region.getByRole('button', { name: '¿Qué te parece esto?' }).count()).toBe(0)
    await host.setTheme('dark')
    await looksRight(host, 'private-dark-320-es')
  })
})
