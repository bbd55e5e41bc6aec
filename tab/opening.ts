/** From the page's address to whoever is there: which door, a token, the person, and what their first page shows. */
import { FIRST_THREAD, getThread } from '../api/contract/coach.ts'
import { getMe } from '../api/contract/directory.ts'
import { openedIn } from './hosts/kind.ts'
import { opensCoach, readPlace, type Place } from './hosts/place.ts'
import type { Signal } from './hosts/signal.ts'
import { followSystemTheme } from './hosts/theme.ts'
import { afterFirstView } from './leisure.ts'
import { createSession, failureOf, type Door, type Host, type Session } from './session.ts'

export type Ready = {
  readonly session: Session
  readonly personId: string
  readonly roles: readonly string[]
  readonly locale: string
  readonly timezone: string | null
  readonly host: Host
  readonly place: Place | undefined
  readonly web: Door['web']
  readonly resumed: Door['resumed']
}

export type Opening = {
  /** Known first: what is drawn meanwhile has its theme and language. */
  readonly host: Promise<Host>
  /** Over when nothing is left to do but to wait for the server. */
  readonly sent: Promise<void>
  /** @throws SessionError */
  readonly ready: Promise<Ready>
}

/** Begins at once, while the page's own code is still loading. */
export function openApp(theme: Signal<string>): Opening {
  const door = openDoor(theme.set)
  const host = door.then(opened => {
    theme.set(opened.host.theme)
    return opened.host
  })
  const ready = door.then(enter)
  // Whoever stands before a door that does not open sees why in the system's colors.
  host.catch(() => void followSystemTheme(theme.set))
  // Each is heard by whoever draws it, which may be later.
  for (const each of [host, ready]) each.catch(() => undefined)
  const sent = door.then(
    opened => opened.sent,
    () => undefined
  )
  return { host, sent, ready }
}

/** Each loads its own code only. */
async function openDoor(onTheme: (theme: string) => void): Promise<Door> {
  switch (openedIn()) {
    case 'lms':
      return (await import('./embed.ts')).openEmbed(onTheme)
    case 'teams':
      return (await import('./teams.ts')).openTeams(onTheme)
    case 'web':
      return (await import('./web.ts')).openWeb(onTheme)
  }
}

/** Where the way in told nothing but a token. */
async function ask(session: Session, place: Place | undefined) {
  const thread = opensCoach(place) ? session.prepare(getThread, { query: FIRST_THREAD }) : undefined
  const [me] = await Promise.all([session.call(getMe), thread])
  return me
}

async function enter(door: Door): Promise<Ready> {
  const { host, web, resumed } = door
  const session = createSession(door)
  const place = readPlace(host.page)
  try {
    const { personId, roles, locale, timezone } = (await session.begin()) ?? (await ask(session, place))
    // Each message to the host takes its moment: this one waits until there is something to see.
    void afterFirstView.then(() => door.ready())
    return { session, personId, roles, locale: locale ?? host.locale, timezone, host, place, web, resumed }
  } catch (error) {
    door.failed(failureOf(error))
    throw error
  }
}
