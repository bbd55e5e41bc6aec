/** What the connector, Graph and the client side share: the data, the limits, and who listens to changes. */
import { openTeamsStore, type Message, type TeamsStore } from './model.ts'
import type { Standin } from '../harness/standin.ts'
import { createLimits, type Limits } from './limits.ts'
import { createStreams, type Streams } from './streams.ts'

export type Change =
  | { readonly kind: 'message'; readonly placeId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly placeId: string }
  | { readonly kind: 'installation'; readonly placeId: string }
  | { readonly kind: 'world' }

export type Hub = {
  readonly data: TeamsStore
  readonly limits: Limits
  readonly streams: Streams
  readonly now: () => Date
  /** Ends in a slash, as Teams' own does. */
  readonly serviceUrl: () => string
  readonly changed: (change: Change) => void
  readonly listen: (listener: (change: Change) => void) => () => void
  readonly keep: (message: Message) => Message
  readonly isTyping: (placeId: string) => boolean
  readonly typing: (placeId: string) => void
}

/** Teams shows three dots for a few seconds after each typing activity. */
const TYPING_MS = 5000

export function createHub(standin: Standin, limited: boolean, clock: () => number): Hub {
  const data = openTeamsStore(standin.store)
  const listeners = new Set<(change: Change) => void>()
  const typingUntil = new Map<string, number>()
  const changed = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  return {
    data,
    limits: createLimits(limited, clock),
    streams: createStreams(limited, clock),
    now: standin.now,
    serviceUrl: () => `${standin.url()}/teams/`,
    changed,
    listen: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    keep: message => {
      if (message.from === 'bot') typingUntil.delete(message.placeId)
      data.messages(message.placeId).set(message.id, message)
      changed({ kind: 'message', placeId: message.placeId, messageId: message.id })
      return message
    },
    isTyping: placeId => (typingUntil.get(placeId) ?? 0) > clock(),
    typing: placeId => {
      typingUntil.set(placeId, clock() + TYPING_MS)
      changed({ kind: 'typing', placeId })
    }
  }
}
