/** Teams' published limits as sliding windows in real time; a refused call is not counted. */

export type Rule = { readonly max: number; readonly ms: number }

const SEND: readonly Rule[] = [
  { max: 7, ms: 1000 },
  { max: 8, ms: 2000 },
  { max: 60, ms: 30_000 },
  { max: 1800, ms: 3_600_000 }
]
const READ: readonly Rule[] = [
  { max: 14, ms: 1000 },
  { max: 16, ms: 2000 },
  { max: 120, ms: 30_000 },
  { max: 3600, ms: 3_600_000 }
]
const TENANT: readonly Rule[] = [{ max: 50, ms: 1000 }]
const GRAPH: readonly Rule[] = [{ max: 30, ms: 1000 }]

export type Meter = 'send' | 'create' | 'read' | 'tenant' | 'graph'
export type Use = readonly [meter: Meter, key: string]

export type Limits = {
  on(enabled: boolean): void
  /** Seconds to wait, or 0 when admitted and counted in every meter named. */
  admit(uses: readonly Use[]): number
  clear(): void
}

/** @param clock monotonic real time in milliseconds */
export function createLimits(enabled: boolean, clock: () => number): Limits {
  let active = enabled
  const rules: Record<Meter, readonly Rule[]> = { send: SEND, create: SEND, read: READ, tenant: TENANT, graph: GRAPH }
  const taken = new Map<string, readonly number[]>()
  const recent = ([meter, key]: Use, now: number): readonly number[] => {
    const longest = rules[meter].at(-1)?.ms ?? 0
    return (taken.get(`${meter} ${key}`) ?? []).filter(at => now - at < longest)
  }
  return {
    on: next => {
      active = next
    },
    admit: uses => {
      if (!active) return 0
      const now = clock()
      const wait = Math.max(0, ...uses.map(use => waitFor(rules[use[0]], recent(use, now), now)))
      if (wait > 0) return Math.ceil(wait / 1000)
      for (const use of uses) taken.set(use.join(' '), [...recent(use, now), now])
      return 0
    },
    clear: () => taken.clear()
  }
}

function waitFor(rules: readonly Rule[], times: readonly number[], now: number): number {
  const waits = rules.map(({ max, ms }) => {
    const oldest = times.at(-max)
    return times.length >= max && oldest !== undefined ? oldest + ms - now : 0
  })
  return Math.max(0, ...waits)
}
