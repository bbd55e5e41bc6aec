/** Who answers as the coach, in a real browser framed as Teams frames it: none, a check that fails, one that goes well, and the way back. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson } from '../sandbox/control/contract.ts'
import { createModelStandin, type ModelStandin } from '../sandbox/model/model.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { agree } from './coached.ts'
import { openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const SHOTS = 'build/screenshots/coach-engine'
const LOOKS: readonly (readonly [Theme, number])[] = [
  ['dark', 320],
  ['contrast', 1280]
]

describe.skipIf(skipWithoutBrowser())('who answers as the coach', () => {
  let box: Sandbox
  let browser: Browser
  let model: ModelStandin
  let spanishAdmin: string
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    model = createModelStandin({ now: () => new Date() })
    model.addDeployment({ model: 'coach-eu', key: 'demo-key-1234' })
    await model.standin.listen()
    box = await openWalk({})
    browser = await openBrowser()
    const body = { firstName: 'Inés', lastName: 'Prado', locale: 'es-MX', groups: ['CI Admins'] }
    spanishAdmin = (await box.call(addPerson, { params: { companyKey: 'northwind' }, body })).key
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
    await model[Symbol.asyncDispose]()
  })

  test('an admin sets a model, reads why its check failed, mends it, and goes back', async () => {
    await agree(box, 'northwind/ana-torres')
    await using host = await openTab(browser, box, { personKey: ADMIN, subPageId: 'console:coachEngine' })
    const section = host.tab.getByRole('region', { name: 'Who answers as the coach' })
    await section.getByText('The scripted coach answers. No language model is set.').waitFor(WAIT)
    await section.screenshot({ path: `${SHOTS}/none.png` })
    const save = section.getByRole('button', { name: 'Save and check' })
    await section.getByRole('textbox', { name: 'Endpoint of the resource' }).fill(model.azureUrl())
    await section.getByRole('textbox', { name: 'Name of the deployment' }).fill('coach-eu')
    expect(await save.isDisabled()).toBe(true)
    await section.getByLabel('Key').fill('wrong-key-1234')
    await save.click()
    await section.getByText('It does not take the key.').waitFor(WAIT)
    await section.getByText('is saved and answers nobody yet').waitFor(WAIT)
    for (const [theme, width] of LOOKS) {
      const spanish = { personKey: spanishAdmin, locale: 'es-mx', subPageId: 'console:coachEngine' }
      await using again = await openTab(browser, box, { ...spanish, theme, width })
      const found = again.tab.getByRole('region', { name: 'Quién responde como coach' })
      await found.getByText('No acepta la clave.').waitFor(WAIT)
      // What is higher than the window is drawn blank.
      await again.page.setViewportSize({ width, height: 1400 })
      const [card, select] = await Promise.all([found, found.getByRole('combobox')].map(each => each.boundingBox()))
      expect((select?.x ?? 0) + (select?.width ?? width)).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0))
      await found.screenshot({ path: `${SHOTS}/${theme}-${width}.png` })
      expect(await complaintsOf(again.page)).toEqual([])
    }
    await section.getByLabel('Key').fill('demo-key-1234')
    await save.click()
    await section.getByText('The check went well').waitFor(WAIT)
    expect(await section.getByLabel('Key').inputValue()).toBe('')
    await section.screenshot({ path: `${SHOTS}/well.png` })
    // Whoever agreed before is asked once more, by the text that names it.
    await using theirs = await openTab(browser, box, { personKey: 'northwind/ana-torres', locale: 'es-mx', width: 320 })
    await theirs.tab.getByText('Desde entonces el texto cambió').waitFor(WAIT)
    await theirs.tab.getByText(`Funciona en Azure OpenAI (${new URL(model.azureUrl()).host})`).waitFor(WAIT)
    await theirs.page.screenshot({ path: `${SHOTS}/asked-again.png` })
    expect(await complaintsOf(theirs.page)).toEqual([])
    await section.getByRole('button', { name: 'Back to the scripted coach' }).click()
    const asked = host.tab.getByRole('alertdialog', { name: 'Let “coach-eu” go?' })
    await asked.getByRole('button', { name: 'Back to the scripted coach' }).click()
    await section.getByText('Done: the scripted coach answers.').waitFor(WAIT)
  })
})
