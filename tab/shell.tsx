/** The open app: the coach first, the other pages beside it, by role. Inside a learning system there is the coach only. */
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { Boundary } from './boundary.tsx'
import { AppContext, GoingContext } from './context.ts'
import { DeskPage } from './desk.tsx'
import { Failure } from './failure.tsx'
import { readPlace, writePlace, type Place } from './hosts/place.ts'
import { Later, afterwards } from './later.tsx'
import { afterFirstView, firstViewStands } from './leisure.ts'
import type { Ready } from './opening.ts'
import { mayOpen, PAGES, type PageName } from './page-names.ts'
import { CoachPage } from './pages/coach.tsx'
import { Button } from './parts.tsx'
import { SessionError } from './session.ts'
import { useItem } from './use-item.ts'
import type { CoreWords, Words } from './words.ts'

const Nav = afterwards(async () => (await import('./nav.tsx')).Nav)
const BrakeNotice = afterwards(async () => (await import('./brake-notice.tsx')).BrakeNoticeWithWords)

/** A page whose code did not come: it is asked for anew with the whole app, and what was typed waits. */
function NotLoaded({ words }: { readonly words: CoreWords }): ReactNode {
  const [failure] = useState(() => new SessionError(navigator.onLine ? 'failed' : 'offline'))
  return <Failure failure={failure} words={words} onRetry={() => location.reload()} />
}

type Props = { readonly ready: Ready; readonly words: CoreWords }

export function Shell({ ready, words }: Props): ReactNode {
  const { session, personId, roles, locale, timezone, host, web } = ready
  const alone = host.kind === 'lms'
  const pages: readonly PageName[] = alone ? ['coach'] : PAGES.filter(page => mayOpen(page, roles))
  const named = (wanted: unknown): PageName => pages.find(each => each === wanted) ?? 'coach'
  const [{ place, visit }, setPlace] = useState({ place: ready.place, visit: 0 })
  const page = named(place?.page)
  const go = (next: Place | undefined): void => setPlace(before => ({ place: next, visit: before.visit + 1 }))
  useEffect(() => ready.resumed?.(link => go(readPlace(link) ?? place)), [ready])
  useItem(place?.item, visit)
  const shared = useMemo(
    // Pages that read more words than these are drawn once those are there, see desk.tsx.
    () => ({ session, personId, roles, words: words as Words, locale, timezone: timezone ?? undefined }),
    [session, personId, roles, words, locale, timezone]
  )
  const show = (wanted: unknown, item?: string): void => {
    const next = { page: named(wanted), ...(item ? { item } : {}) }
    web?.show(writePlace(next))
    setPlace(before => ({ ...before, place: next }))
  }
  useEffect(() => {
    // The coach's page says itself when it stands.
    if (page !== 'coach') firstViewStands()
    // For the moment in which nothing can be loaded any more.
    void afterFirstView.then(() => import('./outdated.tsx')).catch(() => undefined)
  }, [])
  useEffect(() => {
    document.title = `${words[page]} · ConsciousInsights`
  }, [words, page])
  return (
    <AppContext value={shared}>
      <GoingContext value={{ item: place?.item, show }}>
        <div className="ci-frame">
          {alone ? (
            <div className="ci-alone">
              <Button appearance="subtle" size="small" onClick={web?.signOut}>
                {words.signOut}
              </Button>
            </div>
          ) : (
            <nav className="ci-nav" aria-label={words.pages}>
              <Later>
                <Nav {...{ pages, page, onShow: show, onSignOut: web?.signOut }} />
              </Later>
            </nav>
          )}
          <main className="ci-page" {...(alone ? { 'aria-label': words.coach } : {})}>
            <h1 className="ci-spoken">{words[page]}</h1>
            <div
              id="page"
              className="ci-panel"
              {...(alone ? {} : { role: 'tabpanel', 'aria-labelledby': `tab-${page}` })}
            >
              {page !== 'setupPage' && pages.includes('reachPage') && (
                <Later>
                  <BrakeNotice key={page} onOpen={() => show('setupPage')} />
                </Later>
              )}
              <Boundary key={`${page} ${visit}`} fallback={<NotLoaded words={words} />}>
                {page === 'coach' ? <CoachPage /> : <DeskPage name={page} />}
              </Boundary>
            </div>
          </main>
        </div>
      </GoingContext>
    </AppContext>
  )
}
