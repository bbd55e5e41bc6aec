/** "What is known about me" in a real browser: every state and look, by keyboard, offline, and what happens when a press does not arrive. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getThread, decideAgreementEndpoint, postTurn } from '../api/contract/coach.ts'
import { getMyContext, getMyMemory, rememberThis, switchMyMemory } from '../api/contract/memory.ts'
import { exportFileSchema, listMyExports } from '../api/contract/privacy.ts'
import { approve, askAccess, readBehindGlass } from '../api/privacy/access.ts'
import { listOrganizationIds } from '../api/organizations/organizations.ts'
import { sleep } from '../api/platform/time.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { getMe } from '../api/contract/directory.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { asPerson } from './drills/stage.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const SHOTS = 'build/screenshots/known'
const LOOKS: readonly (readonly [Theme, number, 'en' | 'es'])[] = [
  ['default', 320, 'en'],
  ['dark', 1280, 'es'],
  ['contrast', 320, 'es'],
  ['default', 1280, 'en']
]

describe.skipIf(skipWithoutBrowser())('the page of what is known', () => {
  let box: Sandbox
  let browser: Browser
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

  async function hire(firstName: string, locale: string): Promise<string> {
    const body = { firstName, lastName: 'Prado', locale, groups: [] }
    const { key } = await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })
    await quiet(box)
    return key
  }

  async function coached(firstName: string, locale: string): Promise<string> {
    const personKey = await hire(firstName, locale)
    const call = await asPerson(box, personKey)
    await call(decideAgreementEndpoint, { body: { decision: 'given' } })
    await call(postTurn, { body: { turnId: `turn-of-${firstName}`, text: 'There is a talk I keep avoiding' } })
    await call(switchMyMemory, { body: { active: true, fromPlans: false } })
    await call(rememberThis, { body: { text: 'I lead five people in two countries' } })
    await lookedAt(personKey)
    return personKey
  }

  /** Staff asked, agreed and read once. */
  async function lookedAt(personKey: string): Promise<string> {
    const { deps } = box.product
    const { organizationId, personId } = await keyOf(personKey)
    const about = { reason: 'A turn of this person was lost on a slow night', ticket: 'SUP-4711', minutes: 30 }
    const { accessId } = await askAccess(deps, { organizationId, personId, by: 'org_ci.per_one', ...about })
    await approve(deps, { organizationId, accessId, by: 'org_ci.per_two' })
    await readBehindGlass(deps, { organizationId, accessId, by: 'org_ci.per_one' })
    return accessId
  }

  async function keyOf(personKey: string): Promise<{ readonly organizationId: string; readonly personId: string }> {
    const { personId } = await (await asPerson(box, personKey))(getMe)
    const [organizationId = ''] = await listOrganizationIds(box.product.deps)
    return { organizationId, personId }
  }

  const open = (personKey: string, more: object = {}) =>
    openTab(browser, box, { personKey, subPageId: 'known', ...more })
  const part = (host: TeamsHost, name: string) => host.tab.getByRole('region', { name, exact: true })
  const widthLeft = (host: TeamsHost) => host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)

  async function shoot(host: TeamsHost, name: string, width = 1280): Promise<void> {
    const height = await host.tab.locator('html').evaluate(each => each.scrollHeight)
    await host.page.setViewportSize({ width, height: Math.min(height, 6000) })
    await host.tab.locator('html').evaluate(() => new Promise(requestAnimationFrame))
    await host.page.screenshot({ path: `${SHOTS}/${name}.png` })
  }

  test('somebody about whom nothing happened reads that nobody read, and what could be remembered', async () => {
    const personKey = await hire('Sol', 'en')
    await using host = await open(personKey)
    await host.tab.getByText('Nobody has read your conversations.').waitFor(WAIT)
    await host.tab.getByText('There is no report yet.').waitFor(WAIT)
    const memory = part(host, 'What the coach remembers')
    const toggle = memory.getByRole('switch', { name: 'The coach may remember what I choose' })
    expect(await toggle.isChecked()).toBe(false)
    await toggle.focus()
    await host.page.keyboard.press('Space')
    await memory.getByText('Nothing is remembered.').waitFor(WAIT)
    await memory.getByRole('textbox', { name: 'Something to remember' }).fill('I am new here')
    await host.page.keyboard.press('Enter')
    await memory.getByRole('status').filter({ hasText: 'It is remembered.' }).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'first')
    expect((await (await asPerson(box, personKey))(getMyMemory)).items).toMatchObject([{ text: 'I am new here' }])
  })

  test.each(LOOKS)(
    'everything can be read in every look: %s at %i px in %s',
    async (theme, width, language) => {
      await using host = await open(people[language], { theme, width })
      const isSpanish = language === 'es'
      await host.tab.getByText(isSpanish ? 'leyó tu conversación' : 'last read your conversation').waitFor(WAIT)
      await host.tab.getByText('I lead five people in two countries').waitFor(WAIT)
      await host.tab.getByText(isSpanish ? 'Tu idioma' : 'Your language').waitFor(WAIT)
      await host.tab.getByRole('button', { name: isSpanish ? 'Mostrar qué se borraría' : 'Show what would go' }).click()
      await host.tab.getByText(isSpanish ? 'Esto se queda, y por qué' : 'This stays, and why').waitFor(WAIT)
      await host.tab
        .getByText(isSpanish ? 'Tu conversación con el coach' : 'Your conversation with the coach')
        .waitFor(WAIT)
      expect(await complaintsOf(host.page)).toEqual([])
      expect(await widthLeft(host)).toBeLessThanOrEqual(0)
      await shoot(host, `page-${theme}-${width}-${language}`, width)
    },
    120_000
  )

  test('a fact is switched off by keyboard, said, and stays off; one that does not arrive is said where it was pressed', async () => {
    await using host = await open(people.en)
    const context = part(host, 'Facts about your work')
    const language = context.getByRole('switch', { name: 'The coach may use: Your language' })
    await language.focus(WAIT)
    await host.page.keyboard.press('Space')
    await context.getByRole('status').filter({ hasText: 'Switched off.' }).waitFor(WAIT)
    const { facts } = await (await asPerson(box, people.en))(getMyContext)
    expect(facts.find(({ fact }) => fact === 'language')?.active).toBe(false)
    await host.page.route('**/v1/me/context/**', route => route.abort())
    await context.getByRole('switch', { name: 'The coach may use: Your country' }).click()
    await context.getByRole('alert').filter({ hasText: 'nothing was changed' }).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'not-switched')
  })

  test('what is remembered is changed and erased one by one', async () => {
    await using host = await open(people.es)
    const memory = part(host, 'Lo que recuerda el coach')
    await memory.getByRole('button', { name: 'Cambiar: I lead five people' }).click(WAIT)
    await memory.getByRole('textbox', { name: 'Cambiar: I lead five people' }).fill('Dirijo a seis')
    await memory.getByRole('button', { name: 'Guardar' }).click()
    await memory.getByRole('status').filter({ hasText: 'Cambiado.' }).waitFor(WAIT)
    await memory.getByText('Dirijo a seis').waitFor(WAIT)
    await memory.getByRole('button', { name: 'Borrar: Dirijo a seis' }).click()
    await memory.getByRole('status').filter({ hasText: 'Borrado.' }).waitFor(WAIT)
    expect((await (await asPerson(box, people.es))(getMyMemory)).items).toEqual([])
  })

  test('what was typed stays where saving fails, and what is typed meanwhile stays too', async () => {
    const personKey = await coached('Vera', 'en')
    await using host = await open(personKey)
    const memory = part(host, 'What the coach remembers')
    await memory.getByRole('button', { name: 'Change: I lead five people' }).click(WAIT)
    const changed = memory.getByRole('textbox', { name: 'Change: I lead five people' })
    const added = memory.getByRole('textbox', { name: 'Something to remember' })
    await changed.fill('I lead six')
    await added.fill('Mornings are mine')
    await host.page.route('**/v1/me/memory/items**', route => route.abort())
    await memory.getByRole('button', { name: 'Save' }).click()
    await added.press('Enter')
    await expect.poll(() => memory.getByRole('alert').count()).toBe(2)
    expect([await changed.inputValue(), await added.inputValue()]).toEqual(['I lead six', 'Mornings are mine'])
    await host.page.unroute('**/v1/me/memory/items**')
    await host.page.route('**/v1/me/memory/items', async route => {
      await sleep(1000)
      await route.fallback()
    })
    await added.press('Enter')
    await added.fill('Evenings are not')
    await memory.getByRole('status').filter({ hasText: 'It is remembered.' }).waitFor(WAIT)
    expect(await added.inputValue()).toBe('Evenings are not')
    expect(await changed.inputValue()).toBe('I lead six')
  })

  test('who looked is told without a name, and the person ends it', async () => {
    await using host = await open(people.en)
    const log = part(host, 'Who looked at your conversation')
    await log.getByText('Why: A turn of this person was lost').waitFor(WAIT)
    await log.getByText(/Read on .*: 2 messages/u).waitFor(WAIT)
    expect(await log.innerText()).not.toMatch(/org_ci|per_one|per_two/u)
    await log.getByRole('button', { name: 'End this now' }).click()
    await log.getByRole('status').filter({ hasText: 'Nobody can read any more.' }).waitFor(WAIT)
    await log.getByText('Technical support of ConsciousInsights: Ended').waitFor(WAIT)
  })

  test('the file is made while one waits, saved whole, and erased', async () => {
    await using host = await open(people.en)
    const file = part(host, 'Have all of it')
    // Also by a server that takes longer to answer than the page would like to wait between two looks.
    await host.page.route(`**${listMyExports.path}`, async route => {
      await sleep(2000)
      await route.fallback()
    })
    await file.getByRole('button', { name: 'Make my file' }).click(WAIT)
    const save = file.getByRole('button', { name: 'Save the file' })
    await save.waitFor(WAIT)
    await host.page.unrouteAll({ behavior: 'wait' })
    const downloading = host.page.waitForEvent('download', WAIT)
    await save.click()
    const path = await (await downloading).path()
    const saved = exportFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    expect(JSON.stringify(saved)).toContain('There is a talk I keep avoiding')
    await file.getByRole('status').filter({ hasText: 'Saved.' }).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'file')
    await file.getByRole('button', { name: 'Erase this file' }).click()
    await file.getByRole('status').filter({ hasText: 'The file is erased.' }).waitFor(WAIT)
  })

  test('what cannot be loaded says so where it stands, and is tried again; offline is said', async () => {
    await using host = await open(people.en, { subPageId: 'plans' })
    await host.page.route('**/v1/me/memory', route => route.abort())
    await host.tab.getByRole('tab', { name: 'What is known about me' }).click(WAIT)
    const memory = part(host, 'What the coach remembers')
    await memory.getByRole('alert').waitFor(WAIT)
    await host.tab.getByText('Your language').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'not-loaded')
    await host.page.unroute('**/v1/me/memory')
    await memory.getByRole('button', { name: 'Try again' }).click()
    await memory.getByText('I lead five people').waitFor(WAIT)
    await host.page.context().setOffline(true)
    await memory.getByRole('button', { name: 'Erase: I lead five people' }).click()
    await memory.getByRole('alert').filter({ hasText: 'You are offline' }).waitFor(WAIT)
    await host.page.context().setOffline(false)
  })

  test('erasing asks for the words, counts what goes, and begins anew', async () => {
    await using host = await open(people.en)
    const erase = part(host, 'Erase what is yours')
    await erase.getByRole('button', { name: 'Show what would go' }).click(WAIT)
    const words = erase.getByRole('textbox', { name: 'To confirm, type: delete my data' })
    const confirm = erase.getByRole('button', { name: 'Erase for good' })
    await words.fill('delete')
    expect(await confirm.isDisabled()).toBe(true)
    await words.fill('delete my data')
    await host.page.keyboard.press('Enter')
    await erase.getByRole('status').filter({ hasText: 'Erased (' }).waitFor(WAIT)
    await part(host, 'What the coach remembers').getByRole('switch').first().waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await shoot(host, 'erased')
    expect(await (await asPerson(box, people.en))(getThread)).toMatchObject({ agreement: 'declined', turns: [] })
  })
})
