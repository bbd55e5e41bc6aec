/** A page of what went wrong, in each theme: axe finds nothing, nothing is wider than the screen, and there is a picture of it. */
import { mkdirSync } from 'node:fs'
import type { FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { complaintsOf, complaintsOfLook } from './axe.ts'
import type { Theme } from './teams-host.ts'

const SHOTS = 'build/screenshots/failures'
/** Each theme, each width; the first is looked at whole. */
const LOOKS: readonly (readonly [Theme, number])[] = [
  ['default', 1280],
  ['dark', 320],
  ['contrast', 320]
]

export type Shown = {
  readonly page: Page
  readonly app: Page | FrameLocator
  readonly name: string
  /** The page's own browser asks for the theme, where no host does. */
  readonly setTheme?: (theme: Theme) => Promise<unknown>
}

export async function expectEachTheme({ page, app, name, setTheme = askFor(page) }: Shown): Promise<void> {
  for (const [index, [theme, width]] of LOOKS.entries()) {
    await page.setViewportSize({ width, height: 800 })
    await setTheme(theme)
    expect(await (index === 0 ? complaintsOf(page) : complaintsOfLook(page)), name).toEqual([])
    await expectFits({ page, app, name: `${name}-${theme}-${width}` })
  }
}

/** Nothing is wider than the screen. */
export async function expectFits({ page, app, name }: Omit<Shown, 'setTheme'>): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png` })
  const wide = await app.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
  expect(wide, name).toBeLessThanOrEqual(0)
}

const askFor =
  (page: Page) =>
  (theme: Theme): Promise<unknown> =>
    page.emulateMedia({
      colorScheme: theme === 'default' ? 'light' : 'dark',
      forcedColors: theme === 'contrast' ? 'active' : 'none'
    })
