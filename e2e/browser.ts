/** A real Chromium for the tests that look at pages. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type Locator } from 'playwright-core'

/** How long something may take to come: a busy machine is no failure. */
export const WAIT = { timeout: 60_000 }

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The host page has a public name, the tab a loopback address.
  '--disable-features=LocalNetworkAccessChecks'
]

class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError'
  readonly code = 'no_browser'
}

const HOW = `No Chromium at ${CHROMIUM}: apt-get install -y chromium, or set CHROMIUM`

/** Without Chromium a developer's run skips and says how to get one; in CI it fails. */
export function skipWithoutBrowser(): boolean {
  if (existsSync(CHROMIUM) || process.env['CI'] === 'true') return false
  process.stderr.write(`${HOW}. The tests in a browser are skipped.\n`)
  return true
}

/** @param more of Chromium's own switches. @throws NoBrowserError when there is no Chromium. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new NoBrowserError(HOW)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...ARGS, ...more] })
  return browser.on('context', context => context.setDefaultTimeout(WAIT.timeout))
}

/** To be waited for: the focus is given in a moment of its own, after what is in sight. */
export const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate(each => each === document.activeElement)

/** Presses what ends its own window, which may be gone before the press is reported. */
export async function pressToClose(button: Locator): Promise<void> {
  const window = button.page()
  const closed = window.waitForEvent('close', WAIT)
  await button.click(WAIT).catch((error: unknown) => {
    if (!window.isClosed()) throw error
  })
  await closed
}
