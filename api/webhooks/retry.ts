/** When an attempt that did not arrive is made again, and when an endpoint is given up. Pure. */
import { after, DAY, HOUR, MINUTE, SECOND } from '../platform/time.ts'

/** Pauses after the first attempt, the second one, …: two days in all. */
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY]
/** Attempts within minutes: whoever leaves waits for these. */
export const PROMPT_ATTEMPTS = 4
const LONGEST_ASKED_MS = HOUR
export const GIVEN_UP_AFTER_MS = 3 * DAY

export type Answer = {
  readonly status: number | null
  readonly problem: 'unreachable' | 'late' | 'refused' | 'forbidden_address' | null
  /** As the endpoint asked for. */
  readonly retryAfterMs: number | undefined
  readonly ms: number
}

export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly at: Date }
  | { readonly kind: 'failed' }
  /** It said that it is gone, or nothing has arrived for days. */
  | { readonly kind: 'disable' }

type Tried = {
  readonly answer: Answer
  readonly attempts: number
  readonly failingSince: Date | null
  readonly now: Date
}

const GONE = 410

export function judge({ answer, attempts, failingSince, now }: Tried): Verdict {
  if (answer.problem === null) return { kind: 'delivered' }
  if (answer.status === GONE) return { kind: 'disable' }
  if (failingSince && now.getTime() - failingSince.getTime() >= GIVEN_UP_AFTER_MS) return { kind: 'disable' }
  const pause = PAUSES[attempts - 1]
  if (pause === undefined) return { kind: 'failed' }
  const asked = Math.min(answer.retryAfterMs ?? 0, LONGEST_ASKED_MS)
  return { kind: 'again', at: after(now, Math.max(pause, asked)) }
}
