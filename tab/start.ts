/** Asks who is there before anything is drawn, and loads what draws meanwhile. */
import { openedIn } from './hosts/kind.ts'
import { createSignal } from './hosts/signal.ts'
import { openApp } from './opening.ts'

/** Where Microsoft sends people back to who were asked for their permission: see consent.ts. */
const CONSENT_END = '/tab/consent-end'

/** What draws leaves the page's thread to the answers of Teams for as long, in milliseconds. */
const PATIENCE_MS = 200

export function start(): void {
  if (location.pathname === CONSENT_END) void import('./teams.ts').then(({ endConsent }) => endConsent())
  else void open()
}

async function open(): Promise<void> {
  const theme = createSignal('default')
  theme.follow(() => {
    const name = theme.get()
    document.documentElement.dataset['theme'] = name === 'dark' || name === 'contrast' ? name : 'default'
  })
  const first = openApp(theme)
  if (openedIn() === 'teams') await Promise.race([first.sent, new Promise(resolve => setTimeout(resolve, PATIENCE_MS))])
  const [{ draw }] = await Promise.all([withoutStacks(() => import('./app.tsx')), parsed()])
  const root = document.querySelector('#root')
  if (root) draw(root, { theme, first })
}

/** The page's code may be there before the end of the page is. */
const parsed = async (): Promise<void> => {
  if (document.readyState === 'loading')
    await new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve))
}

/**
 * React keeps two errors that it makes as it loads and whose stack nobody reads; to write it, the browser would read React's whole file
 * once more, on the page's own thread.
 */
async function withoutStacks<T>(load: () => Promise<T>): Promise<T> {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return await load()
  } finally {
    Error.stackTraceLimit = limit
  }
}
