/** The app's pages, and who has those that not everybody has. */
export const PAGES = [
  'coach',
  'plans',
  'courses',
  'nudges',
  'known',
  'sessionsPage',
  'report',
  'experimentsPage',
  'journeysPage',
  'campaignsPage',
  'enrollmentPage',
  'reachPage',
  'setupPage'
] as const
export type PageName = (typeof PAGES)[number]

const HOLDERS: Readonly<Partial<Record<PageName, readonly string[]>>> = {
  report: ['hr'],
  journeysPage: ['author', 'hr'],
  campaignsPage: ['hr'],
  experimentsPage: ['hr'],
  enrollmentPage: ['admin'],
  reachPage: ['admin'],
  setupPage: ['admin']
}

export const mayOpen = (page: PageName, roles: readonly string[]): boolean =>
  HOLDERS[page]?.some(role => roles.includes(role)) ?? true

export const isPage = (name: string): name is PageName => PAGES.some(page => page === name)
