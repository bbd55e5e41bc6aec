import { createContext, useContext } from 'react'
import type { PageName } from './page-names.ts'
import type { Session } from './session.ts'
import type { Words } from './words.ts'

export type Shared = {
  readonly session: Session
  readonly personId: string
  readonly roles: readonly string[]
  readonly words: Words
  readonly locale: string
  readonly timezone: string | undefined
}

export const AppContext = createContext<Shared | undefined>(undefined)

/** Where in the app somebody is, and the way to another place in it. */
export type Going = {
  readonly item: string | undefined
  readonly show: (page: PageName, item?: string) => void
}

export const GoingContext = createContext<Going>({ item: undefined, show: () => undefined })

export const useGoing = (): Going => useContext(GoingContext)

/** The host's: `dark`, `contrast`, anything else is light. */
export const ThemeContext = createContext('default')

export function useApp(): Shared {
  const shared = useContext(AppContext)
  if (!shared) throw new Error('useApp stands outside the shell')
  return shared
}

/** A day, such as "Nov 26, 2026". */
export const formatDay = (iso: string, { locale, timezone }: Pick<Shared, 'locale' | 'timezone'>): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(timezone ? { timeZone: timezone } : {}) }).format(
    new Date(iso)
  )

/** A moment in the person's own zone and language, such as "Thu, Nov 26, 9:10 AM". */
export const formatMoment = (iso: string, { locale, timezone }: Pick<Shared, 'locale' | 'timezone'>): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    // Its “a. m.” would end a sentence twice.
    ...(locale.startsWith('es') ? { hourCycle: 'h23' as const } : {}),
    ...(timezone ? { timeZone: timezone } : {})
  }).format(new Date(iso))
