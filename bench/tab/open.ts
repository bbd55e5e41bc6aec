/** Opens a page in a Teams host of the same origin on a slowed machine, and looks until its composer takes what is typed. */
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Frame, Page, Response } from 'playwright-core'
import { z } from 'zod'
import { getTeamsToken } from '../../sandbox/control/contract.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'

export type Opened = {
  /** From the frame's first request to a composer that can be typed into, in milliseconds. */
  readonly ms: number
  /** Of everything that was asked for until then, as gzip sends it, whether it had come or not. */
  readonly bytes: number
  /** Of everything, once the page asks for nothing more. */
  readonly allBytes: number
}

const SLOWER = 4
const SETTLED_MS = 1500
const COMPOSER = 'textarea'

export type Opening = { readonly browser: Browser; readonly box: Sandbox; readonly personKey: string }

/** @param path of the page, such as `/tab/`. */
export async function openOnce(opening: Opening, path: string): Promise<Opened> {
  // Nothing is kept from one to the next.
  const context = await opening.browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    return await measure(context, opening, path)
  } finally {
    await context.close()
  }
}

/**
 * The product's composer is no picture of one: what is typed is still there after a reload, and what is sent stands in the thread.
 * @throws when it is not.
 */
export async function proveComposer({ browser, box, personKey }: Opening, path: string): Promise<void> {
  await using context = await browser.newContext()
  const page = await context.newPage()
  await openHost(page, { box, personKey }, path)
  const words = 'I keep putting off a talk'
  const composer = async () => (await frameIn(page)).locator(COMPOSER)
  await (await composer()).fill(words)
  await page.reload()
  const kept = await composer()
  await kept.waitFor()
  if ((await kept.inputValue()) !== words) throw new Error('the composer did not keep its draft')
  await kept.press('Enter')
  await (await frameIn(page)).getByRole('listitem').filter({ hasText: words }).waitFor()
}

type Seat = Pick<Opening, 'box' | 'personKey'>

async function openHost(page: Page, { box, personKey }: Seat, path: string): Promise<void> {
  await page.exposeFunction('hostAnswers', async (call: unknown) => answer(box, personKey, callSchema.parse(call).func))
  await page.goto(`${box.url}/tab/baseline/host.html#${path}`)
}

async function measure(context: BrowserContext, seat: Seat, path: string): Promise<Opened> {
  const page = await context.newPage()
  // A new window of the browser has work of its own, which is not the page's.
  await page.waitForTimeout(SETTLED_MS)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(watchComposer, COMPOSER)
  const loaded: Response[] = []
  page.on('response', response => void loaded.push(response))
  await openHost(page, seat, path)
  const frame = await frameIn(page)
  const ms = await frame.evaluate(untilReady)
  await frame.locator(COMPOSER).fill('It works')
  await frame.getByRole('button', { name: 'Send' }).and(frame.locator(':enabled')).waitFor()
  await frame.evaluate(untilQuiet)
  const parts = loaded.filter(isPart)
  const asked = await frame.evaluate(askedBy, ms)
  const before = parts.filter(response => asked.includes(response.url()))
  return { ms, bytes: await gzipOf(before), allBytes: await gzipOf(parts) }
}

/** The stream of the conversation stays open: what counts is that nothing more is asked for. */
const untilQuiet = async (): Promise<void> => {
  const asked = (): number => performance.getEntriesByType('resource').length
  for (let before = -1; before !== asked();) {
    before = asked()
    await new Promise(resolve => setTimeout(resolve, 1500))
  }
}

/** The page itself, and what it asked for by then. */
const askedBy = (ms: number): readonly string[] => [
  location.href,
  ...performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime <= ms)
    .map(({ name }) => name)
]

/** Page, scripts and styles of the frame; what the server says of the person is the same for both. */
const isPart = (response: Response): boolean =>
  response.frame().parentFrame() !== null && !new URL(response.url()).pathname.startsWith('/v1/')

const LOOKS = 1500

/** The one frame of the host page, once it is where it was sent. */
async function frameIn(page: Page): Promise<Frame> {
  for (let look = 0; look < LOOKS; look++) {
    const [frame] = page.mainFrame().childFrames()
    if (frame && frame.url() !== 'about:blank' && frame.url() !== '') return frame
    await page.waitForTimeout(20)
  }
  throw new Error('the host framed nothing')
}

/** Runs in each frame before its own code: notes when the composer is there, by that frame's own clock. */
function watchComposer(selector: string): void {
  const look = (): void => {
    const found = document.querySelector<HTMLTextAreaElement>(selector)
    if (found && !found.disabled && found.getClientRects().length > 0)
      Object.assign(window, { readyAt: performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const untilReady = async (): Promise<number> => {
  for (let look = 0; look < 3000; look++) {
    const at: unknown = Reflect.get(window, 'readyAt')
    if (typeof at === 'number') return at
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error(`no composer in ${document.body.innerHTML.slice(0, 500)}`)
}

async function gzipOf(responses: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(
    responses.map(async response => gzipSync(await response.body().catch(() => Buffer.alloc(0))).length)
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const callSchema = z.object({ func: z.string() })

async function answer(box: Sandbox, personKey: string, func: string): Promise<readonly unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return ['content', 'desktop', JSON.stringify(RUNTIME), '2.0.1']
    case 'getContext':
      return [CONTEXT]
    case 'authentication.getAuthToken': {
      const { token } = await box.call(getTeamsToken, { params: { personKey } })
      return [true, token]
    }
    default:
      return undefined
  }
}

const RUNTIME = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }
const CONTEXT = {
  theme: 'default',
  locale: 'en-us',
  entityId: 'coach',
  hostName: 'Teams',
  hostClientType: 'desktop',
  frameContext: 'content'
}

/** The Teams page around both, which the fragment of its own address tells what to frame. Our own policy allows no inline script. */
export const HOST = {
  'host.html': `<!doctype html><html lang="en"><title>Teams host (bench)</title><iframe title="tab" style="width:100%;height:700px"></iframe>
<script src="host.js"></script>`,
  'host.js': `const frame = document.querySelector('iframe')
addEventListener('message', async ({ data, source, origin }) => {
  if (source !== frame.contentWindow || origin !== location.origin) return
  const args = await hostAnswers({ func: data.func })
  if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, origin)
})
frame.src = location.hash.slice(1)`
}
