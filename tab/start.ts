/** Asks who is there before anything is drawn, and loads what draws meanwhile. */
import { createSignal } from './hosts/signal.ts'
import { openApp, type TeamsDoor } from './opening.ts'

/** Where Microsoft sends people back to who were asked for their permission: see consent.ts. */
const CONSENT_END = '/tab/consent-end'

export function start(teams: TeamsDoor): void {
  if (location.pathname === CONSENT_END) void teams().then(({ endConsent }) => endConsent())
  else open(teams)
}

function open(teams: TeamsDoor): void {
  const theme = createSignal('default')
  theme.follow(() => {
    const name = theme.get()
    document.documentElement.dataset['theme'] = name === 'dark' || name === 'contrast' ? name : 'default'
  })
  const first = openApp(theme, teams)
  const root = document.querySelector('#root')
  if (root) void import('./app.tsx').then(({ draw }) => draw(root, { theme, first }))
}
