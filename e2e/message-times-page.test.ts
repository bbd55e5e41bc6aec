/** An admin says when messages may come: what is typed is kept, refused or taken back, what it would give is shown, and people read it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../api/contract/audit.ts'
import { changeCompany, getCompany } from '../api/contract/company.ts'
import type { Client } from '../api/contract/client.ts'
import { changeNudgePreferences } from '../api/contract/nudges.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { asPerson } from './drills/stage.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost } from './teams-host.ts'

const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/grace-ellison'

describe.skipIf(skipWithoutBrowser())('when messages may come', () => {
  let box: Sandbox
  let browser: Browser
  let admin: Client
  beforeAll(async () => {
    box = await openWalk({})
    browser = await openBrowser()
    admin = await asPerson(box, ADMIN)
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const open = (locale = 'en-us'): Promise<TeamsHost> =>
    openTab(browser, box, { personKey: ADMIN, locale, subPageId: 'console:messageTimes' })
  const section = ({ tab }: TeamsHost) => tab.getByRole('region', { name: 'When messages may come', exact: true })
  const part = (host: TeamsHost, name: string) => section(host).getByRole('region', { name, exact: true })
  const button = (host: TeamsHost, name: string) => section(host).getByRole('button', { name, exact: true })
  const times = async () => {
    const { workingHours, holidays, publicHolidays, region, blackouts, disconnect } = await admin(getCompany)
    return { workingHours, holidays, publicHolidays, region, blackouts, disconnect }
  }

  test('days, times, hours and an agreement are added, shown as they would be, saved, recorded, and read by people', async () => {
    await admin(changeCompany, { body: { holidays: ['2026-01-02'] } })
    const employee = await asPerson(box, EMPLOYEE)
    await employee(changeNudgePreferences, { body: { hours: { start: '16:00', end: '18:00', days: [1, 2] } } })
    await using host = await open()
    const save = button(host, 'Save')
    const days = part(host, 'Your own days without messages')
    await days.getByText('Past', { exact: true }).waitFor(WAIT)
    expect(await save.isDisabled()).toBe(true)
    await button(host, 'Remove Fri, 2 Jan, 2026').click()
    await days.getByText('Goes when you save').waitFor(WAIT)
    await button(host, 'Keep Fri, 2 Jan, 2026').click()
    expect(await save.isDisabled()).toBe(true)
    await button(host, 'Remove Fri, 2 Jan, 2026').click()
    await days.getByLabel('Day').fill('2026-12-04')
    await host.page.keyboard.press('Enter')
    await days.getByText('New', { exact: true }).waitFor(WAIT)
    await days.getByLabel('Day').fill('2026-12-04')
    await button(host, 'Add day').click()
    await days.getByText('It is in the list already').waitFor(WAIT)
    expect(await complaintsOf(host.page)).toEqual([])
    // What was typed and not added goes with the rest.
    await days.getByLabel('Day').fill('2026-12-11')
    const blackouts = part(host, 'Times without messages')
    await blackouts.getByLabel('First day').fill('2027-01-06')
    await blackouts.getByLabel('Last day').fill('2026-12-22')
    await save.click()
    await blackouts.getByText('The last day cannot be before the first').waitFor(WAIT)
    await blackouts.getByLabel('First day').fill('2026-12-22')
    await blackouts.getByLabel('Last day').fill('2027-01-06')
    await section(host).getByText('A works agreement limits the hours').click()
    await section(host).getByLabel('Nothing before').fill('08:30')
    await section(host).getByLabel('Nothing after').fill('15:00')
    await part(host, 'Working hours').getByLabel('Fri').uncheck()
    const preview = part(host, 'The next days without messages')
    await preview.getByText('messages may come from 9:30 am to 3:00 pm').first().waitFor(WAIT)
    await preview.getByText('Fri, 4 Dec, 2026: your own day').first().waitFor(WAIT)
    await save.click()
    await section(host).getByText('Saved.').waitFor(WAIT)
    expect(await times()).toMatchObject({
      holidays: ['2026-12-04', '2026-12-11'],
      blackouts: [{ from: '2026-12-22', to: '2027-01-06' }],
      disconnect: { start: '08:30', end: '15:00' },
      workingHours: { days: [1, 2, 3, 4] }
    })
    expect(await complaintsOf(host.page)).toEqual([])
    const { events } = await admin(listAudit, { query: { action: 'organization.configured', who: 'iyer' } })
    const text = events[0]?.text ?? ''
    for (const field of ['own days without messages', 'times without messages', 'right to disconnect', 'working hours'])
      expect(text).toContain(field)
    await using theirs = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'en-us', subPageId: 'nudges' })
    await theirs.tab.getByText('your company’s works agreement').waitFor(WAIT)
    await theirs.tab.getByText('Your hours lie wholly outside of that').waitFor(WAIT)
    await theirs.tab.getByText(/next days without messages: Fri, .*Dec 22.* – /u).waitFor(WAIT)
  })

  test('hours that leave no time, and a save that does not arrive, change nothing and lose nothing that was typed', async () => {
    const before = await times()
    await using host = await open()
    const agreed = section(host).getByLabel('Nothing after')
    await agreed.fill('09:00', WAIT)
    await section(host).getByText('With these working hours no time is left').waitFor(WAIT)
    expect(await button(host, 'Save').isDisabled()).toBe(true)
    // The law of the country ends the day at 19:00: the server knows.
    await part(host, 'Working hours').getByLabel('From').fill('19:30')
    await part(host, 'Working hours').getByLabel('To').fill('22:00')
    await agreed.fill('23:00')
    await section(host).getByText('No message would ever come in Mexico').waitFor(WAIT)
    await button(host, 'Save').click()
    await section(host).getByText('leave no time in common, so that no message would ever come').first().waitFor(WAIT)
    expect(await agreed.inputValue()).toBe('23:00')
    await part(host, 'Working hours').getByLabel('From').fill('10:00')
    await host.page.context().setOffline(true)
    await button(host, 'Save').click()
    await section(host).getByText('You are offline, and nothing was changed.').waitFor(WAIT)
    await host.page.context().setOffline(false)
    expect(await times()).toEqual(before)
    await section(host).getByText('Not saved yet.').waitFor(WAIT)
    const discard = button(host, 'Discard changes')
    await discard.focus()
    await host.page.keyboard.press('Enter')
    await expect.poll(() => agreed.inputValue()).toBe('15:00')
    expect(await isFocused(discard)).toBe(true)
    expect(await section(host).getByText('Not saved yet.').count()).toBe(0)
    const days = part(host, 'Your own days without messages')
    await days.getByLabel('Day').fill('2026-12-18')
    await button(host, 'Add day').click()
    await button(host, 'Remove Fri, 18 Dec, 2026').click()
    await expect.poll(() => isFocused(button(host, 'Add day'))).toBe(true)
    expect(await button(host, 'Save').isDisabled()).toBe(true)
  })
})
