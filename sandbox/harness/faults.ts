/** Faults that a stand-in shows on request: what a vendor does on a bad day, chosen per method and path. */
import { z } from 'zod'

export const faultSchema = z.object({
  /** `drop` closes the socket before handling; `dropAnswer` handles the call and then closes; `hang` never answers. */
  kind: z.enum(['status', 'delay', 'drop', 'dropAnswer', 'hang', 'duplicate', 'reorder']),
  method: z.string().optional(),
  /** Regular expression over the path; all paths without it. */
  path: z.string().optional(),
  status: z.int().min(100).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  /** How long, in milliseconds, `delay` waits. */
  ms: z.int().min(0).max(600_000).optional(),
  /** How many calls it strikes; every one without it. */
  times: z.int().positive().optional(),
  /** Strikes this share of the calls, 0 to 1. */
  probability: z.number().min(0).max(1).optional()
})
export type Fault = z.infer<typeof faultSchema>

export type Faults = {
  add(fault: Fault): void
  clear(): void
  list(): readonly Fault[]
  /** How often each kind struck since the start, cleared ones included. */
  struck(): Readonly<Partial<Record<Fault['kind'], number>>>
  /** The first fault that strikes this call; counts it as used. */
  strike(method: string, path: string): Fault | undefined
}

export function createFaults(random: () => number): Faults {
  let active: { fault: Fault; left: number }[] = []
  const struck: Partial<Record<Fault['kind'], number>> = {}
  return {
    add: fault => {
      active = [...active, { fault, left: fault.times ?? Number.POSITIVE_INFINITY }]
    },
    clear: () => {
      active = []
    },
    list: () => active.map(({ fault }) => fault),
    struck: () => ({ ...struck }),
    strike: (method, path) => {
      const hit = active.find(({ fault }) => matches(fault, method, path) && random() < (fault.probability ?? 1))
      if (!hit) return undefined
      hit.left -= 1
      struck[hit.fault.kind] = (struck[hit.fault.kind] ?? 0) + 1
      active = active.filter(({ left }) => left > 0)
      return hit.fault
    }
  }
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method.toUpperCase()) return false
  return !fault.path || new RegExp(fault.path, 'u').test(path)
}
