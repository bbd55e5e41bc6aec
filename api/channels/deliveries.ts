/** The life of one delivery, so that a process may die between any two lines and the record still says what is known. */
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { deliverJob } from './delivery-jobs.ts'
import { intentSchema, type Intent } from './intents.ts'
import * as store from './store-messages.ts'
import { setReferenceState } from './store.ts'

export type NewDelivery = { readonly organizationId: string; readonly intent: Intent; readonly key: string } & (
  | { readonly personId: string }
  | { readonly channelId: string }
)

/** Decides, in the caller's transaction, that something is to be said; `key` makes saying it twice impossible. */
export async function deliver(deps: Deps, trx: Trx, wanted: NewDelivery): Promise<void> {
  const { organizationId, intent, key } = wanted
  const id = deps.newId('delivery')
  const at = deps.now()
  const isNew = await store.insertDelivery(trx, {
    organization_id: organizationId,
    id,
    person_id: 'personId' in wanted ? wanted.personId : null,
    channel_id: 'channelId' in wanted ? wanted.channelId : null,
    key,
    intent: JSON.stringify(intent),
    state: 'queued',
    attempts: 0,
    unclear: 0,
    activity_id: null,
    reason: null,
    created_at: at,
    updated_at: at
  })
  if (isNew) await deps.queue.enqueue(trx, deliverJob.job({ organizationId, deliveryId: id }))
}

type Key = { readonly organizationId: string; readonly deliveryId: string }

export type Delivery = Key & {
  readonly to:
    | { readonly kind: 'person'; readonly personId: string }
    | { readonly kind: 'channel'; readonly channelId: string }
  readonly intent: Intent
}

/** What is to be said and to whom; `state` tells whether it still is. */
export const loadDelivery = (
  deps: Deps,
  key: Key
): Promise<{ readonly delivery: Delivery; readonly state: store.DeliveryState } | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockDelivery(trx, key)
    return row && { delivery: toDelivery(row), state: row.state }
  })

export type Claim =
  | { readonly kind: 'send'; readonly attempt: number }
  | { readonly kind: 'over'; readonly state: store.DeliveryState | 'gone' }

/** One repeat after an attempt whose end nobody saw; more could go on for ever. */
const UNCLEAR_LIMIT = 1

/** Takes the delivery for one attempt, right before it. `sending` found here is an attempt that died: it may have arrived. */
export const claimDelivery = (deps: Deps, key: Key): Promise<Claim> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.lockDelivery(trx, key)
    if (row?.state !== 'queued' && row?.state !== 'sending') return { kind: 'over', state: row?.state ?? 'gone' }
    const unclear = row.unclear + (row.state === 'sending' ? 1 : 0)
    const attempts = row.attempts + 1
    const updated_at = deps.now()
    if (unclear > UNCLEAR_LIMIT) {
      await store.updateDelivery(trx, key, { state: 'failed', reason: 'unclear', unclear, updated_at })
      return { kind: 'over', state: 'failed' }
    }
    await store.updateDelivery(trx, key, { state: 'sending', attempts, unclear, updated_at })
    if (row.state === 'sending') deps.log.warn({ delivery: row.id }, 'delivery repeated: its first end is unknown')
    return { kind: 'send', attempt: attempts }
  })

const toDelivery = (row: store.DeliveryRow): Delivery => ({
  organizationId: row.organization_id,
  deliveryId: row.id,
  to: row.person_id
    ? { kind: 'person', personId: row.person_id }
    : { kind: 'channel', channelId: row.channel_id ?? '' },
  intent: intentSchema.parse(row.intent)
})

export const markDelivered = (deps: Deps, key: Key & { readonly activityId: string }): Promise<void> =>
  deps.db.for(key.organizationId)(trx =>
    store.updateDelivery(trx, key, { state: 'sent', activity_id: key.activityId, reason: null, updated_at: deps.now() })
  )

/** `unreachable` also ends the conversation reference when the channel says that the person blocked or removed the bot. */
export const markFailed = (
  deps: Deps,
  failure: Key & {
    readonly state: 'failed' | 'unreachable' | 'cancelled'
    readonly reason: string
    readonly blockedPersonId?: string | undefined
  }
): Promise<void> =>
  deps.db.for(failure.organizationId)(async trx => {
    const at = deps.now()
    const { organizationId, state, reason, blockedPersonId } = failure
    await store.updateDelivery(trx, failure, { state, reason, updated_at: at })
    if (blockedPersonId)
      await setReferenceState(trx, { organizationId, personId: blockedPersonId, state: 'blocked', at })
  })

/** Puts it back; the next attempt starts no sooner than `waitMs` of real time from now. */
export const retryDelivery = (
  deps: Deps,
  retry: Key & { readonly waitMs: number; readonly reason: string }
): Promise<void> =>
  deps.db.for(retry.organizationId)(async trx => {
    const { organizationId, deliveryId } = retry
    await store.updateDelivery(trx, retry, { state: 'queued', reason: retry.reason, updated_at: deps.now() })
    const after = new Date(deps.realNow().getTime() + retry.waitMs)
    await deps.queue.enqueue(trx, deliverJob.job({ organizationId, deliveryId }, { after }))
  })

type PersonKey = { readonly organizationId: string; readonly personId: string }

/** What an activity of ours said to this person, if they were its recipient. */
export const findSent = (deps: Deps, key: PersonKey & { readonly activityId: string }): Promise<Delivery | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.findDeliveryByActivity(trx, key)
    return row && toDelivery(row)
  })

export const keepFeedback = (
  deps: Deps,
  input: PersonKey & { readonly deliveryId: string; readonly reaction: 'like' | 'dislike'; readonly text: string }
): Promise<void> =>
  deps.db.for(input.organizationId)(async trx => {
    const context = `${input.organizationId}/${input.personId}`
    await store.saveFeedback(trx, {
      organization_id: input.organizationId,
      delivery_id: input.deliveryId,
      person_id: input.personId,
      reaction: input.reaction,
      sealed: input.text ? deps.vault.seal(await personKey(trx, deps, input), context, input.text) : null,
      at: deps.now()
    })
  })

/** Newest first, without content. */
export const deliveriesOf = (deps: Deps, organizationId: string, personId: string | undefined) =>
  deps.db.for(organizationId)(async trx =>
    (await store.listDeliveries(trx, organizationId, personId)).map(row => ({
      deliveryId: row.id,
      personId: row.person_id,
      channelId: row.channel_id,
      kind: intentSchema.parse(row.intent).kind,
      state: row.state,
      attempts: row.attempts,
      unclear: row.unclear,
      reason: row.reason,
      at: row.updated_at.toISOString()
    }))
  )
