/** What follows from an attempt: it arrived, another one, or the end with its reason. Pure. */
import { unclearLimit, type Delivery, type Outcome } from '../api/channels/channels.ts'
import { MINUTE, SECOND } from '../api/platform/time.ts'
import type { Sent } from './teams.ts'

const ATTEMPTS = 8
const LONGEST_WAIT = 5 * MINUTE

/** `unclear`: how many attempts before this one may have arrived. */
type Attempt = {
  readonly delivery: Pick<Delivery, 'deliveryId' | 'to' | 'intent'>
  readonly attempt: number
  readonly unclear: number
}

export function outcomeOf({ delivery, attempt, unclear }: Attempt, sent: Sent): Outcome {
  const { deliveryId } = delivery
  const to = delivery.to.kind
  const about = { deliveryId, attempt }
  const isUnclear = unclear >= unclearLimit({ to, what: delivery.intent.kind })
  switch (sent.kind) {
    case 'sent':
      return { ...about, kind: 'sent', activityId: sent.activityId }
    case 'refused': {
      const { kind: _kind, ...why } = sent
      return { ...about, kind: 'ended', ...why }
    }
    case 'retry': {
      const { reason, detail, mayHaveArrived } = sent
      if (attempt >= ATTEMPTS) return { ...about, kind: 'ended', state: 'failed', reason, detail, mayHaveArrived }
      if (mayHaveArrived && isUnclear && to === 'channel')
        return { ...about, kind: 'ended', state: 'failed', reason: 'unclear', detail, mayHaveArrived }
      const waitMs = spread(deliveryId, sent.waitMs ?? doubling(attempt))
      return { ...about, kind: 'again', reason, detail, mayHaveArrived, waitMs }
    }
    case 'unclear': {
      const { detail } = sent
      const why = { reason: 'unclear', detail, mayHaveArrived: true } as const
      if (isUnclear) return { ...about, kind: 'ended', state: 'failed', ...why }
      return { ...about, kind: 'again', ...why, waitMs: spread(deliveryId, doubling(attempt)) }
    }
  }
}

const doubling = (attempt: number): number => Math.min(2 ** (attempt - 1) * SECOND, LONGEST_WAIT)

/** Up to a fifth on top that differs by delivery, so that a throttled crowd does not come back together. */
function spread(deliveryId: string, ms: number): number {
  const share = [...deliveryId].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1000, 7) / 5000
  return ms * (1 + share)
}
