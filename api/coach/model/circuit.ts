/** Spares people a wait for a model that has just failed: for a while it is not called, and the scripted coach answers at once. */
import type { ModelFailure } from '../../contract/coach-engine.ts'
import { MINUTE, SECOND } from '../../platform/time.ts'
import type { ModelError } from './model-error.ts'

/** Of one company's settings, in one process. */
export type Circuit = {
  /** Why it rests, while it does. */
  resting(): ModelFailure | undefined
  failed(error: ModelError): void
  well(): void
}

const UNASKED_MS = 20 * SECOND
const LONGEST_MS = 10 * MINUTE
/** Time alone mends no key and no name; an admin who corrects them begins anew. */
const WRONG_MS = MINUTE
const WEAK_MS = 30 * SECOND
/** One slow answer is no outage. */
const WEAK_TIMES = 3

export function createCircuit(realNow: () => Date): Circuit {
  let rest: { readonly until: number; readonly why: ModelFailure } | undefined
  let inARow = 0
  return {
    resting: () => (rest && realNow().getTime() < rest.until ? rest.why : undefined),
    failed: error => {
      inARow += countsAsWeak(error.failure) ? 1 : 0
      const ms = restFor(error, inARow)
      if (ms > 0) rest = { until: realNow().getTime() + ms, why: error.failure }
    },
    well: () => {
      rest = undefined
      inARow = 0
    }
  }
}

const countsAsWeak = (failure: ModelFailure): boolean =>
  failure === 'late' || failure === 'broken' || failure === 'unreachable' || failure === 'garbled'

function restFor({ failure, restMs }: ModelError, inARow: number): number {
  switch (failure) {
    case 'busy':
      return Math.min(restMs ?? UNASKED_MS, LONGEST_MS)
    case 'key_refused':
    case 'not_found':
      return WRONG_MS
    case 'late':
    case 'broken':
    case 'unreachable':
    case 'garbled':
      return restMs ?? (inARow >= WEAK_TIMES ? WEAK_MS : 0)
    // They are about what was said, not about the service.
    case 'filtered':
    case 'rejected':
    case 'empty':
      return 0
  }
}
