/** A stand-in's memory: named collections in RAM, each change appended to a journal so that `kill -9` loses nothing. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

type Change = readonly [collection: string, key: string, value?: unknown]

export type Collection<T> = {
  get(key: string): T | undefined
  set(key: string, value: T): T
  delete(key: string): boolean
  values(): T[]
  /** By key. Made once for as long as nothing changes. */
  sorted(): readonly T[]
  keys(): string[]
  readonly size: number
  /** Another number after each change. */
  readonly version: number
}

export type Store = {
  /** The collection of that name; its values must survive JSON. */
  collection<T>(name: string): Collection<T>
  clear(): void
}

/** @param file journal to replay and append to; without it the store lives in memory only. */
export function openStore(file?: string): Store {
  const collections = new Map<string, Map<string, unknown>>()
  const versions = new Map<string, number>()
  const sorted = new Map<string, { readonly version: number; readonly values: readonly unknown[] }>()
  const versionOf = (name: string): number => versions.get(name) ?? 0
  const sortedOf = (name: string): readonly unknown[] => {
    const held = sorted.get(name)
    if (held?.version === versionOf(name)) return held.values
    const byKey = [...named(name)].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const made = { version: versionOf(name), values: byKey.map(([, value]) => value) }
    sorted.set(name, made)
    return made.values
  }
  const named = (name: string): Map<string, unknown> => {
    const found = collections.get(name) ?? new Map<string, unknown>()
    collections.set(name, found)
    return found
  }
  const apply = ([name, key, value]: Change): void => {
    versions.set(name, versionOf(name) + 1)
    if (value === undefined) named(name).delete(key)
    else named(name).set(key, value)
  }
  if (file) replay(file, apply)
  const record = (change: Change): void => {
    apply(change)
    if (file) appendFileSync(file, `${JSON.stringify(change)}\n`)
  }
  return {
    collection: <T>(name: string): Collection<T> => ({
      get: key => named(name).get(key) as T | undefined,
      set: (key, value) => {
        record([name, key, value])
        return value
      },
      delete: key => {
        const had = named(name).has(key)
        if (had) record([name, key])
        return had
      },
      values: () => [...named(name).values()] as T[],
      sorted: () => sortedOf(name) as T[],
      keys: () => [...named(name).keys()],
      get size() {
        return named(name).size
      },
      get version() {
        return versionOf(name)
      }
    }),
    clear: () => {
      for (const name of collections.keys()) versions.set(name, versionOf(name) + 1)
      collections.clear()
      if (file) writeFileSync(file, '')
    }
  }
}

function replay(file: string, apply: (change: Change) => void): void {
  mkdirSync(dirname(file), { recursive: true })
  if (!existsSync(file)) return
  const whole: Change[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const change = parseChange(line)
    if (change) whole.push(change)
  }
  for (const change of whole) apply(change)
}

/** A line cut short by a kill is the last one; it is dropped. */
function parseChange(line: string): Change | undefined {
  if (!line) return undefined
  try {
    return JSON.parse(line) as Change
  } catch {
    return undefined
  }
}
