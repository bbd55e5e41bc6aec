/** The app's shell: theme and language of the host, pages by role. */
import {
  Button,
  FluentProvider,
  Tab,
  TabList,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
  type Theme
} from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { getMe } from '../api/contract/directory.ts'
import { Failure } from './failure.tsx'
import { Waiting } from './load.tsx'
import { BrakeNotice } from './pages/brake.tsx'
import { CoachPage } from './pages/coach.tsx'
import { CoursesPage } from './pages/courses/page.tsx'
import { EnrollmentPage } from './pages/enrollment/page.tsx'
import { NudgesPage } from './pages/nudges.tsx'
import { PlansPage } from './pages/plans.tsx'
import { ReportPage } from './pages/report.tsx'
import { SessionsPage } from './pages/sessions.tsx'
import { SetupPage } from './pages/setup.tsx'
import { createSession, failureOf, type Door, type Host, type Session, type SessionError } from './session.ts'
import { AppContext } from './context.ts'
import { wordsFor, type Words } from './words.ts'

const THEMES: Readonly<Record<string, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme
}

const PAGES = ['coach', 'plans', 'courses', 'nudges', 'sessionsPage', 'report', 'enrollmentPage', 'setupPage'] as const
type Page = (typeof PAGES)[number]

const useStyles = makeStyles({
  frame: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2
  },
  nav: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap'
  },
  tabs: { flex: '1 1 auto', minWidth: 0, overflowX: 'auto' },
  out: { margin: '0 8px' },
  page: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    maxWidth: '860px',
    margin: '0 auto',
    padding: '16px',
    boxSizing: 'border-box'
  },
  panel: { flex: 1, display: 'flex', flexDirection: 'column', gap: '12px' },
  /** The chosen tab shows it; a screen reader's list of headings needs it too. */
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }
})

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly failure: SessionError }
  | {
      readonly kind: 'ready'
      readonly session: Session
      readonly personId: string
      readonly roles: readonly string[]
      readonly locale: string
      readonly timezone: string | null
      readonly web: Door['web']
    }

export function App(): ReactNode {
  const [theme, setTheme] = useState('default')
  const [host, setHost] = useState<Host>()
  const [state, setState] = useState<State>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let stale = false
    const onHost = (opened: Host): void => {
      if (stale) return
      setHost(opened)
      setTheme(opened.theme)
    }
    open(setTheme, onHost).then(
      ready => !stale && setState(ready),
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
  const retry = useCallback(() => {
    setState({ kind: 'opening' })
    setAttempt(before => before + 1)
  }, [])
  return (
    <FluentProvider
      theme={THEMES[theme] ?? teamsLightTheme}
      // What the browser draws itself, such as a calendar's button, follows too.
      style={{ minHeight: '100vh', colorScheme: theme === 'default' ? 'light' : 'dark' }}
    >
      {state.kind === 'opening' && <Waiting words={words} />}
      {state.kind === 'failed' && (
        <main>
          <Failure failure={state.failure} words={words} onRetry={retry} />
        </main>
      )}
      {state.kind === 'ready' && <Shell state={state} words={words} first={host?.page} />}
    </FluentProvider>
  )
}

type Ready = Extract<State, { kind: 'ready' }>

const isFramed = (): boolean => window.parent !== window.self

/** In a frame Teams says who is there, in a window of its own the person signs in. Neither loads the other's code. */
const openDoor = async (onTheme: (theme: string) => void): Promise<Door> =>
  isFramed() ? (await import('./teams.ts')).openTeams(onTheme) : (await import('./web.ts')).openWeb(onTheme)

async function open(onTheme: (theme: string) => void, onHost: (host: Host) => void): Promise<Ready> {
  const door = await openDoor(onTheme)
  const { host, ready, failed, web } = door
  onHost(host)
  const session = createSession(door)
  try {
    const { personId, roles, locale, timezone } = await session.call(getMe)
    ready()
    return { kind: 'ready', session, personId, roles, locale: locale ?? host.locale, timezone, web }
  } catch (error) {
    failed(failureOf(error))
    throw error
  }
}

const ADMIN_PAGES: ReadonlySet<Page> = new Set(['enrollmentPage', 'setupPage'])

const mayOpen = (page: Page, roles: readonly string[]): boolean =>
  page === 'report' ? roles.includes('hr') : !ADMIN_PAGES.has(page) || roles.includes('admin')

type ShellProps = {
  readonly state: Ready
  readonly words: Words
  readonly first: string | undefined
}

function Shell({ state, words, first }: ShellProps): ReactNode {
  const styles = useStyles()
  const pages = PAGES.filter(page => mayOpen(page, state.roles))
  const [page, setPage] = useState<Page>(pages.find(each => each === first) ?? 'coach')
  const shared = useMemo(
    () => ({
      session: state.session,
      personId: state.personId,
      words,
      locale: state.locale,
      timezone: state.timezone ?? undefined
    }),
    [state, words]
  )
  const show = (wanted: unknown): void => {
    const next = pages.find(each => each === wanted) ?? 'coach'
    state.web?.show(next)
    setPage(next)
  }
  useEffect(() => {
    document.title = `${words[page]} · ConsciousInsights`
  }, [words, page])
  return (
    <AppContext value={shared}>
      <div className={styles.frame}>
        <nav className={styles.nav} aria-label={words.pages}>
          <TabList selectedValue={page} onTabSelect={(_event, { value }) => show(value)} className={styles.tabs}>
            {pages.map(each => (
              <Tab key={each} value={each} id={`tab-${each}`} aria-controls="page">
                {words[each]}
              </Tab>
            ))}
          </TabList>
          {state.web && (
            <Button appearance="subtle" className={styles.out} onClick={state.web.signOut}>
              {words.signOut}
            </Button>
          )}
        </nav>
        <main className={styles.page}>
          <h1 className={styles.spoken}>{words[page]}</h1>
          <div id="page" role="tabpanel" aria-labelledby={`tab-${page}`} className={styles.panel}>
            {page !== 'setupPage' && mayOpen('setupPage', state.roles) && (
              <BrakeNotice key={page} onOpen={() => setPage('setupPage')} />
            )}
            {page === 'coach' && <CoachPage />}
            {page === 'plans' && <PlansPage />}
            {page === 'courses' && <CoursesPage />}
            {page === 'nudges' && <NudgesPage />}
            {page === 'sessionsPage' && <SessionsPage />}
            {page === 'report' && <ReportPage />}
            {page === 'enrollmentPage' && <EnrollmentPage />}
            {page === 'setupPage' && <SetupPage />}
          </div>
        </main>
      </div>
    </AppContext>
  )
}
