/** Where the page was opened. */
export type HostKind = 'teams' | 'web' | 'lms'

/**
 * A learning system has an address of its own; Teams frames the other one, or on a phone shows it in a window that speaks to Teams by
 * itself; in any other window of its own people sign in.
 */
export function openedIn(): HostKind {
  if (location.pathname.startsWith('/embed/')) return 'lms'
  return window.parent !== window.self || 'nativeInterface' in window ? 'teams' : 'web'
}
