/** What is to be said to whom, what was said, and what people thought of it. */
import { personKey } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { deliveryJobs } from './delivery-jobs.ts'
import { intentSchema, type Intent } from './intents.ts'
import * as store from './store-deliveries.ts'
import { listMarks, saveFeedback } from './store-messages.ts'

export type NewDelivery = {
  readonly organizationId: string
  readonly intent: Intent
  readonly key: string
  /** The activity under which it is shown already, in part: it ends there. */
  readonly begunAs?: string | undefined
} & ({ readonly personId: string } | { readonly channelId: string })

/** Decides, in the caller's transaction, that something is to be said; `key` makes saying it twice impossible. */
export async function deliver(deps: Deps, trx: Trx, ...wanted: readonly NewDelivery[]): Promise<void> {
  for (const [organizationId, group] of Map.groupBy(wanted, each => each.organizationId)) {
    const rows = group.map(each => newRow(deps, each))
    const waiting = await store.insertDeliveries(trx, rows)
    const jobs = deliveryJobs(
      organizationId,
      waiting.map(({ id, nudge_id }) => ({ deliveryId: id, nudgeId: nudge_id ?? undefined }))
    )
    if (jobs.length > 0) await deps.queue.enqueue(trx, ...jobs)
  }
}

function newRow(deps: Deps, wanted: NewDelivery): store.DeliveryRow {
  const at = deps.now()
  return {
    organization_id: wanted.organizationId,
    id: deps.newId('delivery'),
    person_id: 'personId' in wanted ? wanted.personId : null,
    channel_id: 'channelId' in wanted ? wanted.channelId : null,
    key: wanted.key,
    intent: wanted.intent,
    nudge_id: nudgeOf(wanted.intent) ?? null,
    state: 'queued',
    attempts: 0,
    unclear: 0,
    activity_id: wanted.begunAs ?? null,
    reason: null,
    detail: null,
    created_at: at,
    updated_at: at
  }
}

/** A notice may name a nudge and is none. */
const nudgeOf = (intent: Intent): string | undefined =>
  intent.kind !== 'notice' && 'nudgeId' in intent ? intent.nudgeId : undefined

export type Delivery = {
  readonly organizationId: string
  readonly deliveryId: string
  readonly to:
    | { readonly kind: 'person'; readonly personId: string }
    | { readonly kind: 'channel'; readonly channelId: string }
  readonly intent: Intent
  /** The nudge that it carries. */
  readonly nudgeId: string | undefined
  /** The activity under which an attempt began to show it; the next one goes on there. */
  readonly begunAs: string | undefined
}

export const toDelivery = (row: store.DeliveryRow): Delivery => ({
  organizationId: row.organization_id,
  deliveryId: row.id,
  to: row.person_id
    ? { kind: 'person', personId: row.person_id }
    : { kind: 'channel', channelId: row.channel_id ?? '' },
  intent: intentSchema.parse(row.intent),
  nudgeId: row.nudge_id ?? undefined,
  begunAs: row.state === 'sent' ? undefined : (row.activity_id ?? undefined)
})

/** What was to be said and to whom, whatever became of it. */
export const loadDelivery = (
  deps: Pick<Deps, 'db'>,
  { organizationId, deliveryId }: { readonly organizationId: string; readonly deliveryId: string }
): Promise<{ readonly delivery: Delivery; readonly state: store.DeliveryState } | undefined> =>
  deps.db.read(organizationId)(async db => {
    const [row] = await store.findDeliveries(db, { organizationId, ids: [deliveryId] })
    return row && { delivery: toDelivery(row), state: row.state }
  })

type PersonKey = { readonly organizationId: string; readonly personId: string }

/** What an activity of ours said to this person, if they were its recipient. */
export const findSent = (deps: Deps, key: PersonKey & { readonly activityId: string }): Promise<Delivery | undefined> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.findDeliveryByActivity(trx, key)
    return row && toDelivery(row)
  })

type About =
  | { readonly deliveryId: string; readonly messageId?: string; readonly reaction: 'like' | 'dislike' }
  /** Seen in the tab: nothing was delivered. */
  | { readonly messageId: string; readonly reaction: 'helpful' | 'wrong' | 'harmful' }

export const keepFeedback = (deps: Deps, input: PersonKey & About & { readonly text: string }): Promise<void> =>
  deps.db.for(input.organizationId)(async trx => {
    const context = `${input.organizationId}/${input.personId}`
    await saveFeedback(trx, {
      organization_id: input.organizationId,
      delivery_id: 'deliveryId' in input ? input.deliveryId : input.messageId,
      message_id: input.messageId ?? null,
      person_id: input.personId,
      reaction: input.reaction,
      sealed: input.text ? deps.vault.seal(await personKey(trx, deps, input), context, input.text) : null,
      at: deps.now()
    })
  })

/** What the person thought of these messages, by message. */
export async function marksOf(
  trx: Trx,
  key: PersonKey & { readonly messageIds: readonly string[] }
): Promise<ReadonlyMap<string, string>> {
  if (key.messageIds.length === 0) return new Map()
  return new Map((await listMarks(trx, key)).map(row => [row.message_id ?? '', row.reaction] as const))
}

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
      detail: row.detail,
      at: row.updated_at.toISOString()
    }))
  )

/** The activities that said something under this key or one that begins with it, for whoever takes them back. */
export const findAnswers = (deps: Deps, about: PersonKey & { readonly key: string }): Promise<readonly string[]> =>
  deps.db.for(about.organizationId)(async trx =>
    (await store.deliveriesUnder(trx, about)).flatMap(row => row.activity_id ?? [])
  )
