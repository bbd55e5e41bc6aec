/** Product time that can be moved, shared by the sandbox's processes through one small file; real time never moves. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../api/platform/time.ts'

const stateSchema = z.object({
  /** Milliseconds added to real time. */
  offset: z.number(),
  /** Set while time stands still, as in the making of the demo's history. */
  frozenAt: z.number().optional()
})

export type SandboxClock = Clock & {
  /** Product time runs on from `at`. */
  set(at: Date): void
  /** Product time stands at `at` until the next `set` or `freeze`. */
  freeze(at: Date): void
}

const LOOK_AGAIN_MS = 50

export function openClock(file: string): SandboxClock {
  let state = { offset: 0 } as z.output<typeof stateSchema>
  let looked = Number.NEGATIVE_INFINITY
  const realNow = (): Date => new Date()
  const look = (): void => {
    if (performance.now() - looked < LOOK_AGAIN_MS) return
    looked = performance.now()
    state = readState(file) ?? state
  }
  const write = (next: z.output<typeof stateSchema>): void => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(next))
    renameSync(`${file}.new`, file)
    state = next
  }
  return {
    realNow,
    now: () => {
      look()
      return new Date(state.frozenAt ?? realNow().getTime() + state.offset)
    },
    set: at => write({ offset: at.getTime() - realNow().getTime() }),
    freeze: at => write({ offset: 0, frozenAt: at.getTime() })
  }
}

function readState(file: string): z.output<typeof stateSchema> | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
