/** An id of somebody who left comes back with somebody: the admin says in the set-up page, in a real browser, who it is. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideReturnerEndpoint, listReturners } from '../api/contract/directory.ts'
import * as control from '../sandbox/control/contract.ts'
import { addDirectoryPerson } from '../sandbox/companies/seed-workos.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { companiesOf, peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { asPerson } from './drills/stage.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SHOTS = 'build/screenshots/returners'
const LOOKS: readonly (readonly [Theme, number, 'en' | 'es'])[] = [
  ['default', 320, 'en'],
  ['dark', 1280, 'es'],
  ['contrast', 320, 'es']
]

describe.skipIf(skipWithoutBrowser())('people who may have been here before', () => {
  let box: Sandbox
  let browser: Browser
  /** An admin whose directory entry says Spanish. */
  let spanishAdmin = ''

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    const body = { firstName: 'Inés', lastName: 'Prado', locale: 'es-MX', groups: [known().adminGroup] }
    spanishAdmin = (await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })).key
    await quiet(box)
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const known = () => {
    const found = companiesOf(box.world).get('northwind')
    if (!found) throw new Error('there is no demo company')
    return found.company
  }

  /** Leaves, and the id comes back with another of what never changes hands, here the account's id at Microsoft. */
  async function comeBackAsAnother(firstName: string): Promise<void> {
    const body = { firstName, lastName: 'Serrano', locale: 'en' }
    const { key } = await box.call(control.addPerson, { params: { companyKey: 'northwind' }, body })
    await quiet(box)
    await box.call(control.leave, { params: { personKey: key }, body: { how: 'delete' } })
    await quiet(box)
    const person = peopleOf(box.world).get(key)
    if (!person) throw new Error(`nobody is "${key}"`)
    addDirectoryPerson(box.world.workos, known(), { ...person, oid: randomUUID() }, undefined)
    await quiet(box)
  }

  const openSetup = (more: object = {}) => openTab(browser, box, { personKey: ADMIN, subPageId: 'setupPage', ...more })
  const section = (host: TeamsHost) =>
    host.tab.getByRole('heading', { level: 2, name: /^(?:Back, or somebody new\?|¿Ha vuelto o es otra persona\?)$/u })
  const rest = (host: TeamsHost) => host.tab.getByRole('heading', { level: 2, name: /^(?:Connections|Conexiones)$/u })

  test('where nobody has come back, nothing is shown', async () => {
    await using host = await openSetup()
    await rest(host).waitFor(WAIT)
    expect(await section(host).count()).toBe(0)
  })

  test.each(LOOKS)(
    'one to decide can be read and reached in every look: %s at %i px in %s',
    async (theme, width, language) => {
      if (theme === 'default') await comeBackAsAnother('Mar')
      await using host = await openSetup({ theme, width, ...(language === 'es' ? { personKey: spanishAdmin } : {}) })
      await section(host).waitFor(WAIT)
      await rest(host).waitFor(WAIT)
      const because =
        language === 'es'
          ? 'El atributo que nunca cambia de manos es otro'
          : 'The attribute that never changes hands is another one'
      await host.tab.getByText(because).waitFor(WAIT)
      await section(host).scrollIntoViewIfNeeded()
      expect(await complaintsOf(host.page)).toEqual([])
      const wide = await host.tab.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
      expect(wide).toBeLessThanOrEqual(0)
      await host.page.screenshot({ path: `${SHOTS}/open-${theme}-${width}-${language}.png` })
    }
  )

  test('a decision that does not arrive is said beside it and nothing is lost; by keyboard it is decided, and said', async () => {
    await using host = await openSetup({ locale: 'en-us' })
    const different = host.tab.getByRole('button', { name: 'Mar Serrano: two people' })
    await different.waitFor(WAIT)
    await host.page.route('**/v1/admin/directory/returners/*', route => route.abort())
    await different.focus()
    await host.page.keyboard.press('Enter')
    await host.tab.getByRole('alert').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/not-decided.png` })
    await host.page.unroute('**/v1/admin/directory/returners/*')
    await different.focus()
    await host.page.keyboard.press('Enter')
    const decided = host.tab.getByRole('status').filter({ hasText: 'Decided: Mar Serrano is somebody new.' })
    await decided.waitFor(WAIT)
    await different.waitFor({ ...WAIT, state: 'detached' })
    await expect.poll(() => isFocused(decided)).toBe(true)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/decided.png` })
    await host.page.reload()
    await rest(host).waitFor(WAIT)
    expect(await section(host).count()).toBe(0)
  })

  test('“the same person” goes on with what was theirs', async () => {
    await comeBackAsAnother('Sol')
    await using host = await openSetup({ locale: 'en-us' })
    await host.tab.getByRole('button', { name: 'Sol Serrano: the same person' }).click(WAIT)
    await host.tab.getByText('Decided: Sol Serrano is the same person.').waitFor(WAIT)
    const { returners } = await (await asPerson(box, spanishAdmin))(listReturners)
    expect(returners.map(({ name }) => name)).not.toContain('Sol Serrano')
  })

  test('where another admin was faster, it is said', async () => {
    await comeBackAsAnother('Ria')
    await using host = await openSetup({ locale: 'en-us' })
    const same = host.tab.getByRole('button', { name: 'Ria Serrano: the same person' })
    await same.waitFor(WAIT)
    const call = await asPerson(box, spanishAdmin)
    const { returners } = await call(listReturners)
    const ria = returners.find(({ name }) => name === 'Ria Serrano')
    await call(decideReturnerEndpoint, { params: { personId: ria?.personId ?? '' }, body: { decision: 'different' } })
    await same.click()
    await host.tab.getByText('Somebody else has decided about Ria Serrano already.').waitFor(WAIT)
    await same.waitFor({ ...WAIT, state: 'detached' })
    expect(await host.tab.getByRole('alert').count()).toBe(0)
  })

  test('a list that cannot be loaded says so and can be tried again', async () => {
    await comeBackAsAnother('Luz')
    await using host = await openSetup({ locale: 'en-us', subPageId: 'plans' })
    await host.tab.getByRole('tab', { name: 'Set-up' }).waitFor(WAIT)
    await host.page.route('**/v1/admin/directory/returners', route => route.abort())
    await host.tab.getByRole('tab', { name: 'Set-up' }).click()
    await host.tab.getByText('could not be loaded').waitFor(WAIT)
    const again = host.tab.getByRole('button', { name: 'Try again' })
    await again.waitFor(WAIT)
    await rest(host).waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/not-loaded.png` })
    await host.page.unroute('**/v1/admin/directory/returners')
    await again.click()
    await section(host).waitFor(WAIT)
  })
})
