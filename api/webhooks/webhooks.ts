/** A company's own systems are told what happened, in the order of ids, at least once, until they are given up. */
import { record } from '../audit/audit.ts'
import type { Fact } from '../contract/facts.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after, DAY, SECOND } from '../platform/time.ts'
import { deliverJob } from './job-definitions.ts'
import { judge, type Answer } from './retry.ts'
import { send } from './sending.ts'
import * as store from './store.ts'
import { toldOf } from './telling.ts'

export { onTheirWay } from './store.ts'

/** In the transaction in which they happened: what commits is told, what does not is not. */
export async function noteFacts(
  trx: Trx,
  { newId, realNow }: Pick<Deps, 'newId' | 'realNow'>,
  facts: readonly Fact[]
): Promise<void> {
  const told = toldOf(facts, () => newId('message'), realNow())
  if (told.length > 0) await store.keepMessages(trx, told)
}

const A_TIME = 20
/** Longer than an attempt can take: each one holds those behind it for as long again. */
const LEASE_MS = 60 * SECOND
const KEPT_MS = 30 * DAY

/** What is due now, some of it at once; what is left goes on in another job. */
export async function deliverDue(deps: Deps, organizationId: string): Promise<void> {
  const due = await deps.db.for(organizationId)(trx =>
    store.takeDue(trx, { organizationId, limit: A_TIME, leaseMs: LEASE_MS })
  )
  const byEndpoint = Map.groupBy(due, ({ endpoint_id: id }) => id)
  // Endpoints do not wait for each other.
  await Promise.all(
    [...byEndpoint].map(([endpointId, messages]) => deliverTo(deps, { organizationId, endpointId }, messages))
  )
  await deps.db.for(organizationId)(async trx => {
    await store.deleteOld(trx, organizationId, after(deps.realNow(), -KEPT_MS))
    if (due.length === A_TIME)
      await deps.queue.enqueue(trx, deliverJob.job({ organizationId }, { key: `${organizationId}/next` }))
  })
}

/** One after the other, in order. What it lost meanwhile, it leaves to whoever has it. */
async function deliverTo(deps: Deps, key: store.EndpointKey, messages: readonly store.Due[]): Promise<void> {
  const ids = messages.map(({ message_id: id }) => id)
  let lease = messages[0]?.lease
  for (const [index, { message_id: messageId, body }] of messages.entries()) {
    if (!lease) return
    const held = { ...key, messageIds: ids.slice(index), lease, leaseMs: LEASE_MS }
    const begun = await deps.db.for(key.organizationId)(trx => store.beginAttempt(trx, held))
    if (begun) await attempt(deps, { ...key, messageId }, { ...begun, body })
    lease = begun?.lease ?? lease
  }
}

type Sending = store.Begun & { readonly body: string }

/** @returns undefined when the endpoint is no longer there. */
export async function attempt(
  deps: Deps,
  key: store.DeliveryKey,
  { body, ...begun }: Sending
): Promise<Answer | undefined> {
  const { organizationId, messageId } = key
  const endpoint = await deps.db.read(organizationId)(db => store.findEndpoint(db, key))
  if (!endpoint) return undefined
  const answer = await send(deps, { endpoint, messageId, body })
  await deps.db.for(organizationId)(trx => settle(deps, trx, { ...key, ...begun, answer }))
  return answer
}

type Tried = store.DeliveryKey & store.Begun & { readonly answer: Answer }

async function settle(deps: Deps, trx: Trx, { attempts, answer, lease, ...key }: Tried): Promise<void> {
  const endpoint = await store.findEndpoint(trx, key)
  if (!endpoint) return
  const now = deps.realNow()
  const verdict = judge({ answer, attempts, failingSince: endpoint.failing_since, now })
  const dueAt = verdict.kind === 'again' && endpoint.state !== 'disabled' ? verdict.at : undefined
  const state = dueAt ? 'waiting' : verdict.kind === 'delivered' ? 'delivered' : 'failed'
  if (!(await store.settle(trx, { ...key, state, lease, dueAt, answer, at: now }))) return
  if (verdict.kind === 'delivered') {
    if (endpoint.failing_since) await store.changeEndpoint(trx, key, { failing_since: null })
    return
  }
  if (!endpoint.failing_since) await store.changeEndpoint(trx, key, { failing_since: now })
  if (verdict.kind === 'disable' && endpoint.state === 'active') await disable(deps, trx, key)
}

/** Whoever set it up is told: in the log, and in their chat. */
async function disable(deps: Deps, trx: Trx, key: store.EndpointKey): Promise<void> {
  const { organizationId, endpointId } = key
  await store.changeEndpoint(trx, key, { state: 'disabled' })
  await store.failWaiting(trx, key)
  await record(trx, deps, { organizationId, action: 'webhook.disabled', actor: 'schedule', detail: { endpointId } })
  await deps.publish(trx, { type: 'webhook.disabled', organizationId, endpointId })
}
