/** One step of the tour, whom it is about, and what the window shows of a person. */
import type { Hands } from './hands.ts'

export const VIEWS = {
  chat: 'Chat',
  tab: 'Private tab',
  receipts: 'Receipts',
  channel: 'HR channel',
  learning: 'Learning site'
} as const
export type View = keyof typeof VIEWS
export const isView = (name: unknown): name is View => typeof name === 'string' && Object.hasOwn(VIEWS, name)

export type Step = {
  readonly title: string
  readonly does: string
  readonly look: string
  readonly person: 'newcomer' | 'hr'
  readonly view: View
  readonly run: (people: Cast) => Promise<void>
  /** True once the outcome can be seen. */
  readonly appeared: (people: Cast) => Promise<boolean>
  /** What the systems themselves say about it, read again and again while the step is looked at. */
  readonly proof?: (people: Cast) => Promise<string>
}

export type Cast = {
  readonly newcomer: string
  /** Where the newcomer is. */
  readonly timezone: string
  readonly hr: string
  readonly companyKey: string
  readonly channelId: string
  /** In the tab that is shown. */
  readonly hands: Hands
}
