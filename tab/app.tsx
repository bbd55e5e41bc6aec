/** The app's shell: theme and language of the host, pages by role. */
import {
  FluentProvider,
  Spinner,
  Tab,
  TabList,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
  type Theme
} from '@fluentui/react-components'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { getMe } from '../api/contract/directory.ts'
import { Failure } from './failure.tsx'
import { CoachPage } from './pages/coach.tsx'
import { CoursesPage } from './pages/courses.tsx'
import { NudgesPage } from './pages/nudges.tsx'
import { PlansPage } from './pages/plans.tsx'
import { ReportPage } from './pages/report.tsx'
import { createSession, failureOf, openHost, tellReady, type Host, type Session, type SessionError } from './session.ts'
import { AppContext } from './context.ts'
import { wordsFor, type Words } from './words.ts'

const THEMES: Readonly<Record<string, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme
}

const PAGES = ['coach', 'plans', 'courses', 'nudges', 'report'] as const
type Page = (typeof PAGES)[number]

const useStyles = makeStyles({
  frame: {
    minHeight: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2
  },
  nav: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowX: 'auto'
  },
  page: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    maxWidth: '860px',
    margin: '0 auto',
    padding: '16px',
    boxSizing: 'border-box'
  }
})

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly failure: SessionError }
  | {
      readonly kind: 'ready'
      readonly session: Session
      readonly roles: readonly string[]
      readonly locale: string
      readonly timezone: string | null
    }

export function App(): ReactNode {
  const [theme, setTheme] = useState('default')
  const [host, setHost] = useState<Host>()
  const [state, setState] = useState<State>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let stale = false
    open(setTheme).then(
      opened => {
        if (stale) return
        setHost(opened.host)
        setState(opened.state)
      },
      (error: unknown) => !stale && setState({ kind: 'failed', failure: failureOf(error) })
    )
    return () => {
      stale = true
    }
  }, [attempt])
  const locale = state.kind === 'ready' ? state.locale : (host?.locale ?? navigator.language)
  const words = wordsFor(locale)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const retry = (): void => {
    setState({ kind: 'opening' })
    setAttempt(attempt + 1)
  }
  return (
    <FluentProvider theme={THEMES[theme] ?? teamsLightTheme} style={{ minHeight: '100%' }}>
      {state.kind === 'opening' && <Opening words={words} />}
      {state.kind === 'failed' && <Failure failure={state.failure} words={words} onRetry={retry} />}
      {state.kind === 'ready' && <Shell state={state} words={words} first={host?.page} />}
    </FluentProvider>
  )
}

async function open(onTheme: (theme: string) => void): Promise<{ readonly host: Host; readonly state: State }> {
  const host = await openHost(onTheme)
  onTheme(host.theme)
  const session = createSession()
  const me = await session.call(getMe)
  tellReady()
  return {
    host,
    state: { kind: 'ready', session, roles: me.roles, locale: me.locale ?? host.locale, timezone: me.timezone }
  }
}

/** A skeleton only when opening takes longer than people notice. */
function Opening({ words }: { readonly words: Words }): ReactNode {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return late ? <Spinner label={words.loading} style={{ paddingTop: '20vh' }} /> : null
}

type ShellProps = {
  readonly state: Extract<State, { kind: 'ready' }>
  readonly words: Words
  readonly first: string | undefined
}

function Shell({ state, words, first }: ShellProps): ReactNode {
  const styles = useStyles()
  const pages = PAGES.filter(page => page !== 'report' || state.roles.includes('hr'))
  const [page, setPage] = useState<Page>(pages.find(each => each === first) ?? 'coach')
  const shared = useMemo(
    () => ({ session: state.session, words, locale: state.locale, timezone: state.timezone ?? undefined }),
    [state, words]
  )
  return (
    <AppContext value={shared}>
      <div className={styles.frame}>
        <nav className={styles.nav} aria-label={words.pages}>
          <TabList
            selectedValue={page}
            onTabSelect={(_event, { value }) => setPage(pages.find(each => each === value) ?? 'coach')}
          >
            {pages.map(each => (
              <Tab key={each} value={each} id={`tab-${each}`}>
                {words[each]}
              </Tab>
            ))}
          </TabList>
        </nav>
        <main className={styles.page} aria-labelledby={`tab-${page}`}>
          {page === 'coach' && <CoachPage />}
          {page === 'plans' && <PlansPage />}
          {page === 'courses' && <CoursesPage />}
          {page === 'nudges' && <NudgesPage />}
          {page === 'report' && <ReportPage />}
        </main>
      </div>
    </AppContext>
  )
}
