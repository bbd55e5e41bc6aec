/** What happened becomes an event, kept in order, and wakes the webhook. */
import type { Data } from './data.ts'
import type { WorkosEvent } from './model.ts'

export type Emit = (event: string, payload: unknown) => void

export const createEmit =
  (data: Data, wake: (event: WorkosEvent) => void): Emit =>
  (event, payload) => {
    const made: WorkosEvent = { object: 'event', id: data.eventId(), event, data: payload, created_at: data.now() }
    data.events.set(made.id, made)
    wake(made)
  }
