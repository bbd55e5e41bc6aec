/** Asks who is there before anything is drawn, and loads what draws meanwhile. */
import { createSignal } from './hosts/signal.ts'
import { openApp, type TeamsDoor } from './opening.ts'

/** Where Microsoft sends people back to who were asked for their permission: see consent.ts. */
const CONSENT_END = '/tab/consent-end'

/** @param patience how long what draws leaves the page's thread to the answers of whoever frames it, in milliseconds. */
export function start(teams: TeamsDoor, patience = 0): void {
  if (location.pathname === CONSENT_END) void teams().then(({ endConsent }) => endConsent())
  else void open(teams, patience)
}

async function open(teams: TeamsDoor, patience: number): Promise<void> {
  const theme = createSignal('default')
  theme.follow(() => {
    const name = theme.get()
    document.documentElement.dataset['theme'] = name === 'dark' || name === 'contrast' ? name : 'default'
  })
  const first = openApp(theme, teams)
  if (patience > 0) await Promise.race([first.sent, new Promise(resolve => setTimeout(resolve, patience))])
  const { draw } = await withoutStacks(() => import('./app.tsx'))
  const root = document.querySelector('#root')
  if (root) draw(root, { theme, first })
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
