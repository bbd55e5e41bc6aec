/** Plays the Teams page around the tab for the unmodified teams-js, at Teams' own address, so that CSP is enforced. */
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { onTestFailed } from 'vitest'
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
  /** Before anything is loaded. */
  readonly before?: (page: Page) => Promise<unknown>
  /** Answers nothing, as a page that is not Teams, or nothing before this has come true. */
  readonly silent?: boolean | Promise<unknown>
  /** Where the tab is framed from; the sandbox's own address unless told otherwise. */
  readonly address?: string
  /** Why Teams gives the tab no token now, in the words that teams-js fails with; undefined when it does. */
  readonly refuses?: () => string | undefined
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
  await page.route(`${origin}/**`, route =>
    route.fulfill({ contentType: 'text/html', body: hostPage(options.address ?? box.url, box.url) })
  )
  await page.exposeFunction('hostAnswers', async (call: unknown) => answer(box, options, callSchema.parse(call).func))
  await options.before?.(page)
  const lastSeen = witness(page)
  await page.goto(`${origin}/`)
  return {
    page,
    tab: page.frameLocator('iframe'),
    setTheme: async theme => {
      await page.evaluate(`push('themeChange', ['${theme}'])`)
      await page.frameLocator('iframe').locator('html').evaluate(untilShown, BACKGROUND[theme])
    },
    [Symbol.asyncDispose]: async () => {
      await lastSeen()
      await context.close()
    }
  }
}

/** Should the test fail: what the tab showed last, what it complained of, and what it asked for in vain. @returns looks, before the page is gone. */
function witness(page: Page): () => Promise<void> {
  const troubles: string[] = []
  let text = 'nothing'
  page.on('pageerror', error => troubles.push(`threw: ${error.message}`))
  page.on('console', message => message.type() === 'error' && troubles.push(`console: ${message.text()}`))
  page.on('requestfailed', request => troubles.push(`${request.failure()?.errorText}: ${request.url()}`))
  onTestFailed(() => console.error(['The tab showed:', text, ...troubles].join('\n')))
  return async () => {
    text = await page
      .frameLocator('iframe')
      .locator('body')
      .innerText({ timeout: 1000 })
      .catch((error: unknown) => `nothing that could be read: ${String(error)}`)
  }
}

/** Fluent's own first background in each theme. */
const BACKGROUND: Readonly<Record<Theme, string>> = { default: '#ffffff', dark: '#292929', contrast: '#000000' }

/** The message has been heard, and the page and all of Fluent's parts in it are drawn in the theme's colors. */
const untilShown = async (page: Element, background: string): Promise<void> => {
  // A stylesheet says #000 for #000000.
  const isOther = (element: Element): boolean =>
    getComputedStyle(element)
      .getPropertyValue('--colorNeutralBackground1')
      .trim()
      .replace(/^#(\w)(\w)(\w)$/u, '#$1$1$2$2$3$3') !== background
  while ([page, ...page.querySelectorAll('.fui-FluentProvider')].some(isOther)) await new Promise(requestAnimationFrame)
}

/** @returns the arguments of Teams' answer; undefined where it says nothing. */
export async function answer(
  box: Sandbox,
  options: HostOptions,
  func: string
): Promise<readonly unknown[] | undefined> {
  if (options.silent === true) return undefined
  await options.silent
  if (func === 'initialize') return ['content', 'desktop', JSON.stringify(RUNTIME), '2.0.1']
  if (func === 'getContext') return [contextOf(options)]
  if (func !== 'authentication.getAuthToken') return undefined
  const refusal = options.refuses?.()
  if (refusal) return [false, refusal]
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

/** @param own where the tab's own pages are, such as those of a window that it opens. */
const hostPage = (url: string, own: string): string => `<!doctype html><html lang="en"><title>Teams host (test)</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe title="tab" src="${url}/tab/"></iframe>
<script>
  const tab = () => document.querySelector('iframe').contentWindow
  const push = (func, args) => tab().postMessage({ func, args }, '${url}')
  let asked
  /** Opens the window that the tab asks for, and hears how it ended, as Teams on the web does. */
  function authenticate([address, width, height]) {
    const opened = open(address, 'permission', 'popup,width=' + width + ',height=' + height)
    if (!opened) return [false, 'FailedToOpenWindow']
    return new Promise(resolve => {
      const look = setInterval(() => opened.closed && end([false, 'CancelledByUser']), 100)
      const end = answer => {
        clearInterval(look)
        resolve(answer)
      }
      asked = { opened, end }
    })
  }
  function answerWindow({ func, args }) {
    if (func === 'initialize') return ['authentication', 'web', '${JSON.stringify(RUNTIME)}', '2.0.1']
    if (func === 'authentication.authenticate.success') asked.end([true, args[0]])
    if (func === 'authentication.authenticate.failure') asked.end([false, args[0]])
  }
  addEventListener('message', async ({ data, source, origin }) => {
    const isTab = source === tab() && origin === '${url}'
    if (!isTab && !(source === asked?.opened && origin === '${own}')) return
    const args = !isTab
      ? answerWindow(data)
      : data.func === 'authentication.authenticate'
        ? await authenticate(data.args)
        : await hostAnswers({ func: data.func })
    if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin)
  })
</script>`
