/** A real Chromium for the tests that look at pages. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

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

/** Without Chromium a developer's run skips; in CI it fails. */
export const skipWithoutBrowser = (): boolean => !existsSync(CHROMIUM) && process.env['CI'] !== 'true'

/** @throws NoBrowserError when there is no Chromium. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new NoBrowserError(`No Chromium at ${CHROMIUM}: apt-get install -y chromium, or set CHROMIUM`)
  return chromium.launch({ executablePath: CHROMIUM, args: ARGS })
}
