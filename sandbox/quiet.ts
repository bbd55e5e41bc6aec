/** Waits until the product has nothing left to do for what happened so far. */
import type { Sandbox } from './sandbox.ts'

/** Queues that tick for ever and hold no work of their own for long. */
const TICKING = new Set(['directory.pull', 'nudges.sendDue', 'reports.makeDue'])
const STEP_MS = 50

/** @throws Error naming what is still open after `timeoutMs` of real time. */
export async function quiet(box: Sandbox, timeoutMs = 120_000): Promise<void> {
  const until = performance.now() + timeoutMs
  const { TICK_MS } = box.product.deps.config
  let calm = 0
  let open: readonly string[] = []
  // Two ticks without open work: one may just have fanned out.
  while (calm < 2 * TICK_MS + 4 * STEP_MS) {
    if (performance.now() > until) throw new Error(`still open: ${open.join(', ')}`)
    await new Promise(resolve => setTimeout(resolve, STEP_MS))
    open = Object.keys(await box.product.deps.queue.pending()).filter(name => !TICKING.has(name))
    calm = open.length === 0 ? calm + STEP_MS : 0
  }
}
