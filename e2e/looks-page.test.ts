/**
 * Every page that an employee has, looked at in each host, theme and width: axe finds nothing, nothing is wider than the screen. The
 * hardest look runs always; all of them with ALL_LOOKS=1. Screenshots are left in build/screenshots/looks.
 */
import { mkdirSync } from 'node:fs'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { complaintsOf } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type Theme } from './teams-host.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const SHOTS = 'build/screenshots/looks'
const PAGES = ['Coach', 'Plans', 'Courses', 'Your nudges', 'Sign-ins'] as const

type Look = { readonly theme: Theme; readonly width: number }
const EVERY: readonly Look[] = (['default', 'dark', 'contrast'] as const).flatMap(theme =>
  [320, 1280].map(width => ({ theme, width }))
)
const all = process.env['ALL_LOOKS'] === '1'
const LOOKS = all ? EVERY : EVERY.filter(({ theme, width }) => theme === 'contrast' && width === 320)

const asBrowser = ({ theme, width }: Look) => ({
  locale: 'en-US',
  viewport: { width, height: 800 },
  colorScheme: theme === 'default' ? ('light' as const) : ('dark' as const),
  forcedColors: theme === 'contrast' ? ('active' as const) : ('none' as const)
})

describe.skipIf(skipWithoutBrowser())('every page in every look', () => {
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

  /** Goes from page to page by the tabs. */
  async function walk(page: Page, app: Page | FrameLocator, name: string): Promise<number> {
    for (const each of PAGES) {
      await app.getByRole('tab', { name: each, exact: true }).click(WAIT)
      await app.getByRole('heading', { level: 1, name: each }).waitFor(WAIT)
      await page.waitForLoadState('networkidle')
      await look(page, app, `${name}-${each.toLowerCase().replaceAll(' ', '-')}`)
    }
    return app.getByRole('alert').count()
  }

  async function look(page: Page, app: Page | FrameLocator, name: string): Promise<void> {
    expect(await complaintsOf(page), name).toEqual([])
    const wide = await app.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide, name).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `${SHOTS}/${name}.png` })
  }

  test.each(LOOKS)('in Teams: $theme, $width', { timeout: 240_000 }, async ({ theme, width }) => {
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'en-us', theme, width })
    expect(await walk(host.page, host.tab, `teams-${theme}-${width}`)).toBe(0)
  })

  test.skipIf(!all).each(EVERY)('on the web: $theme, $width', { timeout: 240_000 }, async each => {
    await using context = await browser.newContext(asBrowser(each))
    const page = await context.newPage()
    const email = peopleOf(box.world).get(EMPLOYEE)?.email ?? ''
    await page.goto(`${box.url}/tab/`)
    await page.getByLabel('Work e-mail').fill(email, WAIT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('User name').fill(email)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    expect(await walk(page, page, `web-${each.theme}-${each.width}`)).toBe(0)
  })

  test.skipIf(!all).each(EVERY)('in a learning system: $theme, $width', { timeout: 240_000 }, async each => {
    await using context = await browser.newContext(asBrowser(each))
    const page = await context.newPage()
    await page.goto(`${box.world.lms.courseUrl('northwind')}?lang=en`)
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Sign in' }).waitFor(WAIT)
    await look(page, frame, `lms-${each.theme}-${each.width}-closed`)
    const opened = context.waitForEvent('page')
    await frame.getByRole('button', { name: 'Sign in' }).click()
    const popup = await opened
    await popup.getByLabel('User name').fill(peopleOf(box.world).get(EMPLOYEE)?.email ?? '', WAIT)
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click()
    await frame.getByRole('heading', { level: 1, name: 'Coach' }).waitFor(WAIT)
    await look(page, frame, `lms-${each.theme}-${each.width}-coach`)
    expect(await frame.getByRole('tab').count()).toBe(0)
  })
})
