/** One value that changes outside of React, such as the host's theme: known before anything is drawn, followed afterwards. */
export type Signal<T> = {
  readonly get: () => T
  readonly set: (next: T) => void
  /** @returns how to stop listening. */
  readonly follow: (listener: () => void) => () => void
}

export function createSignal<T>(first: T): Signal<T> {
  const listeners = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    set: next => {
      value = next
      for (const listener of listeners) listener()
    },
    follow: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}
