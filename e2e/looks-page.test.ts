/**
 * Every page that an employee has, looked at in each host, theme and width: axe finds nothing, nothing is wider than the screen. Always in
 * Teams; of the other hosts each theme and each width, and with ALL_LOOKS=1 both together. Screenshots are left in build/screenshots/looks.
 */
import { mkdirSync } from 'node:fs'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { peopleOf } from '../sandbox/seed.ts'
import { complaintsOf, complaintsOfLook } from './axe.ts'
import { openBrowser, skipWithoutBrowser, WAIT } from './browser.ts'
import { openWalk } from './harness.ts'
import { openTab, type TeamsHost, type Theme } from './teams-host.ts'

const EMPLOYEE = 'northwind/grace-ellison'
const SHOTS = 'build/screenshots/looks'
const PAGES = ['Coach', 'Plans', 'Courses', 'Your nudges', 'What is known about me', 'Sign-ins'] as const

type Look = { readonly theme: Theme; readonly width: number }
/** The hardest first. */
const EVERY: readonly Look[] = (['contrast', 'dark', 'default'] as const).flatMap(theme =>
  [320, 1280].map(width => ({ theme, width }))
)
const all = process.env['ALL_LOOKS'] === '1'
/** Each theme once, each width: what a width breaks, it breaks in every theme. The two hosts take what the other leaves. */
const WEB_LOOKS = EVERY.filter(({ theme, width }) => all || (width === 1280) === (theme === 'dark'))
const LMS_LOOKS = EVERY.filter(({ theme, width }) => all || (width === 320) === (theme === 'dark'))

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

  /** What is said where something went wrong; a place for it may stand empty. */
  const alertsOf = (app: Page | FrameLocator): Promise<number> =>
    app.getByRole('alert').filter({ hasText: /\S/u }).count()

  /** Goes from page to page by the tabs. */
  async function open(page: Page, app: Page | FrameLocator, name: string): Promise<string> {
    await app.getByRole('tab', { name, exact: true }).click(WAIT)
    await app.getByRole('heading', { level: 1, name }).waitFor(WAIT)
    await page.waitForLoadState('networkidle')
    return name.toLowerCase().replaceAll(' ', '-')
  }

  async function look(
    page: Page,
    app: Page | FrameLocator,
    { name, whole = true }: { readonly name: string; readonly whole?: boolean }
  ): Promise<void> {
    expect(await (whole ? complaintsOf(page) : complaintsOfLook(page)), name).toEqual([])
    const wide = await app.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    expect(wide, name).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `${SHOTS}/${name}.png` })
  }

  async function dress({ page, setTheme }: TeamsHost, { theme, width }: Look): Promise<void> {
    await page.setViewportSize({ width, height: 800 })
    await setTheme(theme)
  }

  test.each(PAGES)('in Teams: %s', { timeout: 240_000 }, async each => {
    const [hardest, ...others] = EVERY
    await using host = await openTab(browser, box, { personKey: EMPLOYEE, locale: 'en-us', ...hardest })
    const { page, tab } = host
    const name = await open(page, tab, each)
    await look(page, tab, { name: `teams-${hardest?.theme}-${hardest?.width}-${name}` })
    for (const other of others) {
      await dress(host, other)
      await look(page, tab, { name: `teams-${other.theme}-${other.width}-${name}`, whole: all })
    }
    expect(await alertsOf(tab)).toBe(0)
  })

  test.each(WEB_LOOKS)('on the web: $theme, $width', { timeout: 240_000 }, async each => {
    await using context = await browser.newContext(asBrowser(each))
    const page = await context.newPage()
    const email = peopleOf(box.world).get(EMPLOYEE)?.email ?? ''
    await page.goto(`${box.url}/tab/`)
    await page.getByLabel('Work e-mail').fill(email, WAIT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('User name').fill(email)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const whole = all || each === WEB_LOOKS[0]
    for (const one of PAGES)
      await look(page, page, { name: `web-${each.theme}-${each.width}-${await open(page, page, one)}`, whole })
    expect(await alertsOf(page)).toBe(0)
  })

  test.each(LMS_LOOKS)('in a learning system: $theme, $width', { timeout: 240_000 }, async each => {
    await using context = await browser.newContext(asBrowser(each))
    const page = await context.newPage()
    await page.goto(`${box.world.lms.courseUrl('northwind')}?lang=en`)
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Sign in' }).waitFor(WAIT)
    await look(page, frame, { name: `lms-${each.theme}-${each.width}-closed` })
    const opened = context.waitForEvent('page')
    await frame.getByRole('button', { name: 'Sign in' }).click()
    const popup = await opened
    await popup.getByLabel('User name').fill(peopleOf(box.world).get(EMPLOYEE)?.email ?? '', WAIT)
    await popup.getByRole('button', { name: 'Sign in', exact: true }).click()
    await frame.getByRole('heading', { level: 1, name: 'Coach' }).waitFor(WAIT)
    await look(page, frame, { name: `lms-${each.theme}-${each.width}-coach` })
    expect(await frame.getByRole('tab').count()).toBe(0)
  })
})
