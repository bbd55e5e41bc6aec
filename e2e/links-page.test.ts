/** Links into the tab in a real browser: each opens the one thing it is about, in Teams, on the web and from a card. */
import { mkdirSync } from 'node:fs'
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePlanEndpoint, keepPlan } from '../api/contract/coach.ts'
import { getNudges } from '../api/contract/nudges.ts'
import * as control from '../sandbox/control/contract.ts'
import { quiet } from '../sandbox/quiet.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { isFocused, openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { agree } from './coached.ts'
import { asPerson } from './drills/stage.ts'
import { eventually, openWalk } from './harness.ts'
import { openTab } from './teams-host.ts'

const EMPLOYEE = 'northwind/jonas-brandt'
const OTHER = 'northwind/ana-torres'
const PLAN = 'pln_of_the_link'
const CLOSED = 'pln_behind_them'
const SHOTS = 'build/screenshots/links'

describe.skipIf(skipWithoutBrowser())('a link into the tab', { timeout: 240_000 }, () => {
  let box: Sandbox
  let browser: Browser
  let nudgeId = ''

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    box = await openWalk()
    browser = await openBrowser()
    for (const personKey of [EMPLOYEE, OTHER]) await agree(box, personKey)
    const keep = async (planId: string, cue: string) =>
      (await asPerson(box, EMPLOYEE))(keepPlan, { body: { planId, cue, action: 'ask first', when: 'never' } })
    // Enough of them that the one in the middle is out of sight.
    for (const at of [1, 2, 3, 4]) await keep(`pln_before_${at}`, `meeting ${at} begins`)
    await keep(PLAN, 'the one-to-one begins')
    for (const at of [1, 2, 3, 4]) await keep(`pln_after__${at}`, `lunch ${at} is over`)
    await keep(CLOSED, 'the week is over')
    const call = await asPerson(box, EMPLOYEE)
    await call(closePlanEndpoint, { params: { planId: CLOSED }, body: { outcome: 'kept' } })
    await box.call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey: EMPLOYEE } })
    nudgeId = await eventually(nudgeThatCame, 'a nudge that came')
    await quiet(box)
  }, 240_000)
  afterAll(async () => {
    await browser.close()
    await box[Symbol.asyncDispose]()
  })

  async function nudgeThatCame(): Promise<string | undefined> {
    const { nudges } = await (await asPerson(box, EMPLOYEE))(getNudges)
    const came = nudges.find(({ kind, state }) => kind === 'tip' && state === 'sent')
    if (came) return came.nudgeId
    await box.call(control.moveClock, { body: { kind: 'nextWorkingHour', personKey: EMPLOYEE } })
    return undefined
  }
  const open = (subPageId: string, personKey = EMPLOYEE) =>
    openTab(browser, box, { personKey, locale: 'en-us', subPageId })

  /** The card is in sight, has the focus, and a screen reader hears what it is about. */
  async function isOpen(tab: FrameLocator | Page, id: string, name: string | RegExp): Promise<Locator> {
    const card = tab.getByRole('group', { name }).and(tab.locator(`[id="${id}"]`))
    await expect.poll(() => isFocused(card), WAIT).toBe(true)
    const inSight = () =>
      card.evaluate(each => {
        const { top } = each.getBoundingClientRect()
        return top >= 0 && top < 760
      })
    await expect.poll(inSight, WAIT).toBe(true)
    return card
  }
  const isToldGone = async (tab: FrameLocator | Page, said: string | RegExp): Promise<void> => {
    await expect.poll(() => isFocused(tab.getByRole('status').filter({ hasText: said })), WAIT).toBe(true)
    expect(await tab.getByRole('alert').filter({ hasText: /\S/u }).count()).toBe(0)
  }

  test('opens exactly that plan in Teams, also one that is behind the person', async () => {
    await using host = await open(`plan:${PLAN}`)
    await isOpen(host.tab, PLAN, 'If the one-to-one begins, then I will ask first')
    await host.page.screenshot({ path: `${SHOTS}/plan.png` })
    expect(await complaintsOf(host.page)).toEqual([])
    await using behind = await open(`plan:${CLOSED}`)
    await isOpen(behind.tab, CLOSED, 'If the week is over, then I will ask first')
  })

  test('opens exactly that nudge in Teams, and why it came', async () => {
    await using host = await open(`nudge:${nudgeId}`)
    const card = await isOpen(host.tab, nudgeId, /\S/u)
    await card.getByRole('button', { name: /^Why this\?/u, expanded: true }).waitFor(WAIT)
    await host.page.screenshot({ path: `${SHOTS}/nudge.png` })
    expect(await complaintsOf(host.page)).toEqual([])
  })

  test('to what is gone, or is another person’s, opens the page and says so', async () => {
    await using gone = await open('plan:pln_erased')
    await isToldGone(gone.tab, 'The link leads to a plan that is no longer here, or is not yours.')
    await gone.tab.getByText('If the one-to-one begins').waitFor(WAIT)
    await gone.page.screenshot({ path: `${SHOTS}/gone.png` })
    expect(await complaintsOf(gone.page)).toEqual([])
    await using theirs = await open(`plan:${PLAN}`, OTHER)
    await isToldGone(theirs.tab, /^El enlace lleva a un plan/u)
    await using nudge = await open(`nudge:${nudgeId}`, OTHER)
    await isToldGone(nudge.tab, /^El enlace lleva a un mensaje/u)
  })

  test('on the web survives the sign-in, and another one is followed in the same window', async () => {
    await using context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${box.url}/tab/#plan:${PLAN}`)
    const email = peopleOf(box.world).get(EMPLOYEE)?.email ?? ''
    await page.getByLabel('Work e-mail').fill(email, WAIT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('User name').fill(email)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await isOpen(page, PLAN, 'If the one-to-one begins, then I will ask first')
    expect(new URL(page.url()).hash).toBe(`#plan:${PLAN}`)
    await page.evaluate(hash => location.assign(hash), `#nudge:${nudgeId}`)
    await isOpen(page, nudgeId, /\S/u)
    // As a card of an earlier version has it.
    await page.goto(`${box.url}/tab/plans`)
    await page.getByRole('tab', { name: 'Plans', selected: true }).waitFor(WAIT)
  })

  test('on a card of the chat opens what the card is about', async () => {
    await using context = await browser.newContext({ viewport: { width: 1600, height: 900 } })
    const page = await context.newPage()
    await page.goto(box.url)
    await page.getByRole('button', { name: 'Jonas Brandt' }).click(WAIT)
    await page.getByRole('list', { name: 'Messages' }).locator(`a[href*="${nudgeId}"]`).click(WAIT)
    const tab = page.frameLocator('iframe')
    const card = tab.locator(`[id="${nudgeId}"]`)
    await expect.poll(() => isFocused(card), WAIT).toBe(true)
    await page.screenshot({ path: `${SHOTS}/window.png` })
  })
})
