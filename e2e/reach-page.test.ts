/** The admin's page of reach and HR's channels in a real browser, framed as Teams frames it. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quiet } from '../sandbox/quiet.ts'
import { peopleOf } from '../sandbox/seed.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/jonas-brandt'
const SPANISH = 'northwind/ana-torres'
const HR = 'northwind/grace-ellison'
const SHOTS = 'build/screenshots/reach'
const LOOKS: readonly (readonly [Theme, number, string])[] = [
  ['default', 320, ADMIN],
  ['dark', 1280, SPANISH],
  ['contrast', 320, SPANISH]
]

describe.skipIf(skipWithoutBrowser())('the page of reach', () => {
  let box: Sandbox
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk({}, [SPANISH])
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const open = (more: { readonly theme?: Theme; readonly width?: number; readonly personKey?: string } = {}) =>
    openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'reachPage', ...more })

  test('an admin allows level 2, checks it, tries it dry and installs the app while watching', async () => {
    await using host = await open()
    const button = (name: string) => host.tab.getByRole('button', { name, exact: true })
    await host.tab.getByRole('heading', { name: 'How many people the coach reaches' }).waitFor(WAIT)
    await host.tab.getByText('At level 0 there is nothing to check.').waitFor(WAIT)
    await button('Show what it would do').click()
    await host.tab.getByText('Level 2 is not allowed').waitFor(WAIT)
    expect(await button('Install now').count()).toBe(0)
    await host.tab.getByRole('radio', { name: /^Level 2/u }).check(WAIT)
    await host.tab
      .getByRole('textbox', { name: /id in your catalogue/u })
      .fill(box.world.teams.bots()[0]?.catalogId ?? '')
    await button('Save').click()
    await host.tab.getByText('Saved.').waitFor(WAIT)
    await button('Check now').click()
    await host.tab.getByText('Entra gives us a token.').waitFor(WAIT)
    await host.tab.getByText('The permission to install is there.').waitFor(WAIT)
    await host.tab.getByText('Commands that grant it').click()
    await host.tab
      .getByText(/New-MgServicePrincipalAppRoleAssignment/u)
      .first()
      .waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/checked.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
    await button('Show what it would do').click()
    await host.tab.getByText(/Nothing has been called yet/u).waitFor(WAIT)
    await button('Install now').click()
    await host.tab.getByRole('heading', { name: /^Done,/u }).waitFor(WAIT)
    await host.tab.getByText('Installed now').waitFor(WAIT)
    await quiet(box)
    await button('Count again').click()
    await host.page.screenshot({ path: `${SHOTS}/installed.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test('it reads well in every theme, narrow and wide, in both languages', async () => {
    for (const [theme, width, personKey] of LOOKS) {
      await using host = await open({ theme, width, personKey })
      await host.setTheme(theme)
      await host.tab.getByRole('heading', { level: 2 }).nth(3).waitFor(WAIT)
      await host.page.screenshot({ path: `${SHOTS}/${theme}-${width}.png` })
      await host.tab.locator('body').evaluate(body => body.ownerDocument.documentElement.scrollTo(0, 600))
      await host.page.screenshot({ path: `${SHOTS}/${theme}-${width}-lower.png` })
      expect(await complaintsOf(host.page), theme).toEqual([])
    }
  })

  test('HR sees who reads in a channel, confirms it, and is told what is wrong with it later', async () => {
    const { teams } = box.world
    const by = peopleOf(box.world).get(HR)
    const team = teams.teams().find(({ tid }) => tid === by?.tid)
    if (!by || !team) throw new Error('HR has no team')
    const { id } = teams.addChannel(team.id, 'Figures', { kind: 'private', members: [by.oid] })
    await teams.installToTeam(team.id, by, id).delivered
    await quiet(box)
    await using host = await openTab(browser, box, { personKey: HR, locale: 'en-us', subPageId: 'report' })
    const channel = host.tab.getByRole('region', { name: /Figures/u })
    await channel.getByText('private channel, 1 member').waitFor(WAIT)
    await channel.getByRole('button', { name: /^Send reports here/u }).click()
    await host.tab.getByRole('alertdialog').getByRole('button', { name: 'Send reports here' }).click()
    await channel.getByText('Gets the report').waitFor(WAIT)
    await teams.changeTeam({ teamId: team.id, channelId: id, event: 'channelDeleted' }, by).delivered
    await host.page.reload()
    await host.tab.getByText('The channel was deleted').waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/channels.png`, fullPage: true })
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test('an outage of ours is said, with a way on; an employee has no such page', async () => {
    await using host = await open()
    await host.tab.getByRole('heading', { name: 'Install the app' }).waitFor(WAIT)
    await host.page.route('**/v1/admin/reach/**', route => route.abort())
    await host.tab.getByRole('button', { name: 'Check now', exact: true }).click()
    await host.tab.getByText(/nothing was changed/u).waitFor(WAIT)
    await using other = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'en-us' })
    await other.tab.getByRole('tab').first().waitFor(WAIT)
    expect(await other.tab.getByRole('tab', { name: /^(?:Reach|Alcance)$/u }).count()).toBe(0)
  })
})
