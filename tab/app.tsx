/** The app's frame: theme and language of the host, and what is shown while it opens, when it fails, once it is open. */
import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ThemeContext } from './context.ts'
import { Failure } from './failure.tsx'
import type { Signal } from './hosts/signal.ts'
import { firstViewStands } from './leisure.ts'
import { Waiting } from './load.tsx'
import { openApp, type Opening, type Ready } from './opening.ts'
import { failureOf, type SessionError } from './session.ts'
import { Shell } from './shell.tsx'
import { wordsFor } from './words.ts'

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly failure: SessionError }
  | { readonly kind: 'ready'; readonly ready: Ready }

type Props = { readonly theme: Signal<string>; readonly first: Opening }

export const draw = (root: Element, props: Props): void => createRoot(root).render(<App {...props} />)

/** Seen and heard by nobody: while the server is asked, the browser finds the fonts of each size that is about to be drawn. */
const Ahead = (): ReactNode => (
  <p className="ci-ahead" aria-hidden="true">
    Aa <b>Aa</b> <span className="ci-text-100">Aa</span> <span className="ci-text-200">Aa</span>{' '}
    <span className="ci-text-400">Aa</span>
  </p>
)

function App({ theme, first }: Props): ReactNode {
  const themeName = useSyncExternalStore(theme.follow, theme.get)
  const [opening, setOpening] = useState(first)
  const [hostLocale, setHostLocale] = useState<string>()
  const [state, setState] = useState<State>({ kind: 'opening' })
  useEffect(() => {
    let stale = false
    opening.host.then(
      ({ locale }) => !stale && setHostLocale(locale),
      () => undefined
    )
    opening.ready.then(
      ready => !stale && setState({ kind: 'ready', ready }),
      (error: unknown) => !stale && setState({ kind: 'failed', failure: failureOf(error) })
    )
    return () => {
      stale = true
    }
  }, [opening])
  const locale = state.kind === 'ready' ? state.ready.locale : (hostLocale ?? navigator.language)
  const words = wordsFor(locale)
  const failed = state.kind === 'failed' ? words.failures[state.failure.kind][0] : undefined
  useEffect(() => {
    document.documentElement.lang = locale
    if (!failed) return
    document.title = `${failed} · ConsciousInsights`
    firstViewStands()
  }, [locale, failed])
  const retry = useCallback(() => {
    setState({ kind: 'opening' })
    setOpening(openApp(theme))
  }, [theme])
  return (
    <ThemeContext value={themeName}>
      {state.kind === 'opening' && (
        <>
          <Ahead />
          <Waiting words={words} />
        </>
      )}
      {state.kind === 'failed' && (
        <main aria-label={words.coach}>
          <Failure failure={state.failure} words={words} onRetry={retry} />
        </main>
      )}
      {state.kind === 'ready' && <Shell ready={state.ready} words={words} />}
    </ThemeContext>
  )
}
