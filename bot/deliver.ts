/** Sends one delivery: eligible now, paced, marked by what the connector really said. */
import {
  claimDelivery,
  loadDelivery,
  markDelivered,
  markFailed,
  retryDelivery,
  type Delivery
} from '../api/channels/channels.ts'
import { nudgeSettled } from '../api/nudges/nudges.ts'
import { VendorError } from '../api/platform/errors.ts'
import { takeTurn } from '../api/platform/pace.ts'
import { MINUTE, SECOND } from '../api/platform/time.ts'
import { compose } from './compose.ts'
import type { Failure } from './failure.ts'
import type { World } from './reader.ts'

/** Teams allows 50 a second per app and tenant. */
const PER_SECOND = 49
const ATTEMPTS = 8
const LONGEST_WAIT = 5 * MINUTE

type Key = { readonly organizationId: string; readonly deliveryId: string }

export async function deliverOne(world: World, key: Key): Promise<void> {
  const { deps, teams } = world
  const found = await loadDelivery(deps, key)
  if (!found) return
  const { delivery, state } = found
  if (state !== 'queued' && state !== 'sending') return settle(world, delivery, state)
  const composed = await compose(world, delivery)
  if (composed.kind === 'skip') {
    await markFailed(deps, { ...key, state: composed.state, reason: composed.reason })
    return settle(world, delivery, composed.state)
  }
  const pace = `teams/${deps.config.BOT_APP_ID}/${composed.place.tenantId}`
  await takeTurn(deps.db, { key: pace, perSecond: PER_SECOND, burst: 1 })
  const claim = await claimDelivery(deps, key)
  if (claim.kind === 'over') return settle(world, delivery, claim.state)
  const sent = await teams.send(composed.place, composed.activity)
  if (sent.kind !== 'sent') return failed(world, delivery, sent, claim.attempt)
  await markDelivered(deps, { ...key, activityId: sent.activityId })
  deps.log.info({ delivery: key.deliveryId, kind: delivery.intent.kind }, 'delivered')
  return settle(world, delivery, 'sent')
}

async function failed(world: World, delivery: Delivery, failure: Failure, attempt: number): Promise<void> {
  const { deps } = world
  const key = { organizationId: delivery.organizationId, deliveryId: delivery.deliveryId, reason: failure.detail }
  const end = async (state: 'failed' | 'unreachable', blockedPersonId?: string): Promise<void> => {
    await markFailed(deps, { ...key, state, blockedPersonId })
    deps.log.warn({ delivery: key.deliveryId, reason: failure.detail, state }, 'not delivered')
    await settle(world, delivery, state)
  }
  switch (failure.kind) {
    case 'blocked':
      return end('unreachable', delivery.to.kind === 'person' ? delivery.to.personId : undefined)
    case 'disabled':
      return end('unreachable')
    case 'refused':
      return end('failed')
    case 'retry':
      if (attempt >= ATTEMPTS) return end('failed')
      return retryDelivery(deps, { ...key, waitMs: failure.waitMs ?? backoff(delivery.deliveryId, attempt) })
    case 'unclear':
      // The row stays `sending`: the next attempt knows that this one may have arrived.
      throw new VendorError('teams', failure.detail, { retryable: true })
  }
}

/** Doubling, with up to a fifth on top that differs by delivery, so that a throttled crowd does not come back together. */
function backoff(deliveryId: string, attempt: number): number {
  const spread = [...deliveryId].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1000, 7) / 5000
  return Math.min(2 ** attempt * SECOND, LONGEST_WAIT) * (1 + spread)
}

/** Tells the nudge behind it, if there is one; telling it twice changes nothing. */
async function settle({ deps }: World, { organizationId, intent, to }: Delivery, state: string): Promise<void> {
  const nudgeId = 'nudgeId' in intent ? intent.nudgeId : undefined
  if (!nudgeId || intent.kind === 'notice' || to.kind !== 'person') return
  const outcome = state === 'sent' || state === 'unreachable' ? state : 'failed'
  await nudgeSettled(deps, { organizationId, personId: to.personId, nudgeId, outcome })
}
