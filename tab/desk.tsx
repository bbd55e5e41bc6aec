/** The pages beside the coach, each loaded when it is opened, with the words that only they need. */
import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { AppContext, useApp } from './context.ts'
import { inFluent } from './later.tsx'
import type { PageName } from './page-names.ts'
import { Waiting } from './load.tsx'

const words = () => import('./desk-words.ts')

/** A page under the words of all pages: what it reads is there before it is drawn. */
const page = (load: () => Promise<() => ReactNode>) =>
  lazy(async () => {
    const [Page, { deskWordsFor }] = await Promise.all([inFluent(load), words()])
    const WithWords = (): ReactNode => {
      const shared = useApp()
      const all = useMemo(() => ({ ...shared, words: deskWordsFor(shared.words, shared.locale) }), [shared])
      return (
        <AppContext value={all}>
          <Page />
        </AppContext>
      )
    }
    return { default: WithWords }
  })

const DESK: Readonly<Record<Exclude<PageName, 'coach'>, ReturnType<typeof page>>> = {
  plans: page(async () => (await import('./pages/plans.tsx')).PlansPage),
  courses: page(async () => (await import('./pages/courses/page.tsx')).CoursesPage),
  nudges: page(async () => (await import('./pages/nudges/page.tsx')).NudgesPage),
  known: page(async () => (await import('./pages/known/page.tsx')).KnownPage),
  sessionsPage: page(async () => (await import('./pages/sessions.tsx')).SessionsPage),
  report: page(async () => (await import('./pages/report.tsx')).ReportPage),
  experimentsPage: page(async () => (await import('./pages/experiments/page.tsx')).ExperimentsPage),
  journeysPage: page(async () => (await import('./pages/journeys/page.tsx')).JourneysPage),
  campaignsPage: page(async () => (await import('./pages/campaigns/page.tsx')).CampaignsPage),
  enrollmentPage: page(async () => (await import('./pages/enrollment/page.tsx')).EnrollmentPage),
  reachPage: page(async () => (await import('./pages/reach/page.tsx')).ReachPage),
  setupPage: page(async () => (await import('./pages/console/page.tsx')).ConsolePage)
}

export function DeskPage({ name }: { readonly name: Exclude<PageName, 'coach'> }): ReactNode {
  const { words: core } = useApp()
  const Page = DESK[name]
  return (
    <Suspense fallback={<Waiting words={core} />}>
      <Page />
    </Suspense>
  )
}
