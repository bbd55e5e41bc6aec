/** What was read a moment ago, for rows that are read at each sign-in and change once a month. Forgets by age and by size. */
export type Memo<T> = {
  /** @param load for what is not held, or is too old. Whoever asks at once shares one load; a failed one is not kept. */
  get(key: string, load: () => Promise<T>): Promise<T>
  set(key: string, value: T): void
  forget(key: string): void
}

const MOST = 10_000

export function createMemo<T>(milliseconds: number): Memo<T> {
  const held = new Map<string, { readonly value: Promise<T>; readonly at: number }>()
  const keep = (key: string, value: Promise<T>): void => {
    held.delete(key)
    held.set(key, { value, at: performance.now() })
    for (const oldest of held.keys()) {
      if (held.size <= MOST) return
      held.delete(oldest)
    }
  }
  return {
    get: (key, load) => {
      const known = held.get(key)
      if (known && performance.now() - known.at < milliseconds) return known.value
      const value = load()
      keep(key, value)
      value.catch(() => held.delete(key))
      return value
    },
    set: (key, value) => keep(key, Promise.resolve(value)),
    forget: key => void held.delete(key)
  }
}
