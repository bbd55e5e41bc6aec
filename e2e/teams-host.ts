/** Plays the Teams page around the tab for the unmodified teams-js, at Teams' own address, so that CSP is enforced. */
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { z } from 'zod'
import { getTeamsToken } from '../sandbox/control/contract.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

export type Theme = 'default' | 'dark' | 'contrast'

export type HostOptions = {
  readonly personKey: string
  readonly theme?: Theme
  readonly locale?: string
  readonly subPageId?: string
  readonly width?: number
  /** Who frames the tab; Teams unless told otherwise. */
  readonly origin?: string
}

export type TeamsHost = {
  readonly page: Page
  readonly tab: FrameLocator
  readonly setTheme: (theme: Theme) => Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const TEAMS = 'https://teams.microsoft.com'

const callSchema = z.object({ func: z.string() })

export async function openTab(browser: Browser, box: Sandbox, options: HostOptions): Promise<TeamsHost> {
  const context = await browser.newContext({ viewport: { width: options.width ?? 1280, height: 800 } })
  const page = await context.newPage()
  const origin = options.origin ?? TEAMS
  await page.route(`${origin}/**`, route => route.fulfill({ contentType: 'text/html', body: hostPage(box.url) }))
  await page.exposeFunction('hostAnswers', async (call: unknown) => answer(box, options, callSchema.parse(call).func))
  // A busy machine is no failure.
  await page.goto(`${origin}/`, { timeout: 90_000 })
  return {
    page,
    tab: page.frameLocator('iframe'),
    setTheme: async theme => {
      await page.evaluate(`push('themeChange', ['${theme}'])`)
      await page
        .frameLocator('iframe')
        .locator(`.fui-FluentProvider[style*="min-height"]`)
        .evaluate(untilShown, BACKGROUND[theme])
    },
    [Symbol.asyncDispose]: () => context.close()
  }
}

/** Fluent's own first background in each theme. */
const BACKGROUND: Readonly<Record<Theme, string>> = { default: '#ffffff', dark: '#292929', contrast: '#000000' }

/** The message has been heard and the page is drawn in the theme's colors. */
const untilShown = async (element: Element, background: string): Promise<void> => {
  while (getComputedStyle(element).getPropertyValue('--colorNeutralBackground1').trim() !== background)
    await new Promise(requestAnimationFrame)
}

async function answer(box: Sandbox, options: HostOptions, func: string): Promise<readonly unknown[] | undefined> {
  if (func === 'initialize') return ['content', 'desktop', JSON.stringify(RUNTIME), '2.0.1']
  if (func === 'getContext') return [contextOf(options)]
  if (func !== 'authentication.getAuthToken') return undefined
  const { token } = await box.call(getTeamsToken, { params: { personKey: options.personKey } })
  return [true, token]
}

const RUNTIME = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }

const contextOf = ({ theme = 'default', locale = 'en-us', subPageId = '' }: HostOptions) => ({
  theme,
  locale,
  entityId: 'coach',
  subEntityId: subPageId,
  hostName: 'Teams',
  hostClientType: 'desktop',
  frameContext: 'content'
})

const hostPage = (url: string): string => `<!doctype html><html lang="en"><title>Teams host (test)</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe title="tab" src="${url}/tab/"></iframe>
<script>
  const tab = () => document.querySelector('iframe').contentWindow
  const push = (func, args) => tab().postMessage({ func, args }, '${url}')
  addEventListener('message', async ({ data, source, origin }) => {
    if (source !== tab() || origin !== '${url}') return
    const args = await hostAnswers({ func: data.func })
    if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin)
  })
</script>`
