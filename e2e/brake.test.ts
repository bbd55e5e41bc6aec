/** An admin's slip at the provider throws nearly everybody out: access ends, courses do not, and the admin is asked in Teams and in the tab. */
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../api/contract/client.ts'
import { listDepartures } from '../api/contract/departures.ts'
import { getMe } from '../api/contract/directory.ts'
import { exchangeTeamsToken } from '../api/contract/identity.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab, type TeamsHost } from './teams-host.ts'

const COMPANY = 'northwind'
const ADMIN = 'northwind/vikram-iyer'
const EMPLOYEE = 'northwind/grace-ellison'
const GONE = 'northwind/jonas-brandt'
const SHOTS = 'build/screenshots/brake'

async function tokenOf(box: Sandbox, personKey: string): Promise<string> {
  const { token } = await box.call(control.getTeamsToken, { params: { personKey } })
  return (await createClient({ baseUrl: box.url, fetch })(exchangeTeamsToken, { body: { token } })).accessToken
}

/** Of the company's site: whose courses are open, by e-mail. */
function openCourses({ world, clock }: Sandbox): ReadonlySet<string> {
  const site = 'northwind-academy'
  const emails = new Map([...world.thinkific.users(site)].map(({ id, email }) => [id, email]))
  const open = [...world.thinkific.enrollments(site)].filter(
    ({ expiry_date }) => !(expiry_date && new Date(expiry_date).getTime() <= clock.now().getTime())
  )
  return new Set(open.map(({ user_id }) => emails.get(user_id) ?? ''))
}

describe.skipIf(skipWithoutBrowser())('a brake on mass deprovisioning', () => {
  let box: Sandbox
  let browser: Browser
  let before: ReadonlySet<string>

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    await box.call(control.installBot, { params: { personKey: ADMIN } })
    await quiet(box)
    before = openCourses(box)
  })
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  const asAdmin = async () => {
    const accessToken = await tokenOf(box, ADMIN)
    return createClient({ baseUrl: box.url, fetch, token: async () => accessToken })
  }
  const coursesHops = async () => {
    const { departures } = await (await asAdmin())(listDepartures, { query: { limit: 100 } })
    const hops = departures.filter(({ returnedAt }) => !returnedAt).flatMap(each => each.hops)
    return hops.filter(({ hop }) => hop === 'courses').map(({ state }) => state)
  }
  const setGroup = (to: 'empty' | 'full', except: readonly string[]) =>
    box.call(control.setAccessGroup, { params: { companyKey: COMPANY }, body: { to, except: [...except] } })

  async function look(host: TeamsHost, name: string): Promise<void> {
    for (const theme of ['default', 'dark', 'contrast'] as const)
      for (const width of [1280, 320]) {
        await host.setTheme(theme)
        await host.page.setViewportSize({ width, height: 900 })
        if (width === 320 || theme === 'default') expect(await complaintsOf(host.page)).toEqual([])
        const scrolls = await host.tab.locator('html').evaluate(html => html.scrollWidth > html.clientWidth)
        expect(scrolls).toBe(false)
        await host.page.screenshot({ path: `${SHOTS}/${name}-${theme}-${width}.png` })
      }
    await host.setTheme('default')
    await host.page.setViewportSize({ width: 1280, height: 900 })
  }

  test('everybody is out at once, every course stays, receipts say that they are held', async () => {
    expect(before.size).toBeGreaterThan(5)
    const token = await tokenOf(box, EMPLOYEE)
    const employee = createClient({ baseUrl: box.url, fetch, token: async () => token })
    await employee(getMe)
    const { people } = await setGroup('empty', [ADMIN])
    await eventually(
      async () =>
        employee(getMe).then(
          () => undefined,
          () => true
        ),
      'a dead token'
    )
    await quiet(box)
    await expect(tokenOf(box, EMPLOYEE)).rejects.toMatchObject({ status: 403 })
    // The first few left before it could be known that they are many.
    const kept = openCourses(box)
    expect([...before].filter(email => !kept.has(email)).length).toBeLessThan(5)
    expect((await coursesHops()).filter(state => state === 'held').length).toBeGreaterThan(people - 5)
  })

  test('the admin is asked in Teams, without a name', async () => {
    const { messages } = await box.call(control.getChat, { params: { personKey: ADMIN } })
    const asked = messages.filter(({ text }) => text.includes('lost their access at once'))
    expect(asked).toHaveLength(1)
    for (const { firstName, lastName } of peopleOf(box.world).values())
      expect(JSON.stringify(asked)).not.toContain(`${firstName} ${lastName}`)
  })

  test('every page of the admin says so', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us' })
    await host.tab.getByRole('button', { name: 'Look at it' }).waitFor(WAIT)
    await look(host, 'notice')
    expect(await host.tab.getByRole('alert').count()).toBe(1)
  })

  test('the notice leads to who left and why', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us' })
    await host.tab.getByRole('button', { name: 'Look at it' }).click(WAIT)
    await host.tab.getByRole('heading', { level: 2, name: 'Many people left at once' }).waitFor(WAIT)
    await host.tab.getByRole('heading', { name: 'Connections' }).waitFor(WAIT)
    await look(host, 'asked')
    expect(await host.tab.getByText('11 no longer in the access group').count()).toBe(1)
    expect(await host.tab.getByText(/^Some of them: .*Grace Ellison/u).count()).toBe(1)
  })

  test('“it was a mistake” keeps all courses; who is back has theirs untouched', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'setupPage' })
    await host.tab.getByRole('button', { name: 'It was a mistake: keep their courses' }).click(WAIT)
    const dialog = host.tab.getByRole('alertdialog')
    await dialog.waitFor(WAIT)
    await look(host, 'keep')
    const confirm = dialog.getByRole('button', { name: 'Keep their courses' })
    expect(await confirm.isDisabled()).toBe(true)
    await dialog.getByLabel('Why?').fill('The group was emptied by mistake')
    await confirm.click()
    await host.tab.getByText('Decided. Their courses stay as they are.').waitFor(WAIT)
    const { received } = await box.call(control.getReceived, { params: { name: 'thinkific' }, query: {} })
    const last = Math.max(...received.map(({ id }) => id))
    const kept = openCourses(box)
    await setGroup('full', [ADMIN, GONE])
    await quiet(box)
    expect(await coursesHops()).toEqual(['held'])
    const since = await box.call(control.getReceived, { params: { name: 'thinkific' }, query: { after: last } })
    const touched = since.received.filter(({ method }) => method === 'PUT')
    // Only those who had lost their courses before the brake get them back.
    expect(touched.length).toBe([...before].filter(email => !kept.has(email)).length * 2)
    const gone = peopleOf(box.world).get(GONE)?.email ?? ''
    expect(new Set([...openCourses(box), gone])).toEqual(new Set([...before, gone]))
  })

  test('who is still away waits until the admin names the number, then their courses end', async () => {
    await using host = await openTab(browser, box, { personKey: ADMIN, locale: 'en-us', subPageId: 'setupPage' })
    await host.tab.getByText('kept the courses on').waitFor(WAIT)
    await look(host, 'kept')
    await host.tab.getByRole('button', { name: 'They did leave: end their courses' }).click(WAIT)
    const dialog = host.tab.getByRole('alertdialog')
    const confirm = dialog.getByRole('button', { name: 'End their courses' })
    await dialog.getByLabel('Why?').fill('Jonas really left')
    await dialog.getByLabel('Type').fill('7')
    expect(await confirm.isDisabled()).toBe(true)
    await dialog.getByLabel('Type').fill('1')
    expect(await complaintsOf(host.page)).toEqual([])
    await host.page.screenshot({ path: `${SHOTS}/end.png` })
    await confirm.click()
    await host.tab.getByText('are ending now').waitFor(WAIT)
    await quiet(box)
    const gone = peopleOf(box.world).get(GONE)?.email ?? ''
    expect(openCourses(box)).toEqual(new Set([...before].filter(email => email !== gone)))
    expect(await coursesHops()).toEqual(['done'])
  })
})
