/** Who is told: set up, changed and tried by the company's IT. A secret is shown once. */
import { record } from '../audit/audit.ts'
import type { WebhookEndpointView } from '../contract/webhooks.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, DAY } from '../platform/time.ts'
import { contextOf, mayCall } from './sending.ts'
import { newSecret } from './sign.ts'
import * as store from './store.ts'
import { attempt } from './webhooks.ts'

const MOST = 5
const FORMER_MS = DAY

type Asked = { readonly organizationId: string; readonly by: string }
type Wanted = { readonly url: string; readonly events: readonly store.EventType[] }

export const endpointsOf = (deps: Deps, organizationId: string): Promise<readonly WebhookEndpointView[]> =>
  deps.db.for(organizationId)(async trx => {
    const standings = await store.standings(trx, organizationId)
    return (await store.listEndpoints(trx, organizationId)).map(row => toView(deps, row, standings.get(row.id)))
  })

function toView({ realNow }: Deps, row: store.EndpointRow, standing: store.Standing | undefined): WebhookEndpointView {
  const former = row.former_until && row.former_until > realNow() ? row.former_until : null
  const last = standing?.tried_at
    ? { at: standing.tried_at.toISOString(), status: standing.status, problem: standing.problem }
    : null
  return {
    endpointId: row.id,
    url: row.url,
    events: [...row.events],
    state: row.state,
    madeAt: row.made_at.toISOString(),
    failingSince: row.failing_since?.toISOString() ?? null,
    formerSecretUntil: former?.toISOString() ?? null,
    waiting: standing?.waiting ?? 0,
    last
  }
}

function mustBeCallable(deps: Deps, url: string): void {
  if (!mayCall(deps.config.PUBLIC_URL, url))
    throw new ProblemError('bad_request', 'Give an https address of the public internet, without a password in it', {
      reason: 'bad_address'
    })
}

export async function addEndpoint(deps: Deps, { organizationId, by, url, events }: Asked & Wanted) {
  mustBeCallable(deps, url)
  const secret = newSecret()
  const id = deps.newId('endpoint')
  await deps.db.for(organizationId)(async trx => {
    if ((await store.listEndpoints(trx, organizationId)).length >= MOST)
      throw new ProblemError('conflict', `There are ${MOST} already. Remove one first`, { reason: 'too_many' })
    const wrapped = deps.vault.newKey()
    await store.insertEndpoint(trx, {
      organization_id: organizationId,
      id,
      url,
      events,
      state: 'active',
      wrapped_key: wrapped,
      sealed: deps.vault.seal(wrapped, contextOf({ organization_id: organizationId, id }), secret),
      former_sealed: null,
      former_until: null,
      made_by: by,
      made_at: deps.realNow(),
      failing_since: null
    })
    const detail = { endpointId: id, host: new URL(url).host, events }
    await record(trx, deps, { organizationId, action: 'webhook.added', actor: by, detail })
  })
  const endpoint = (await endpointsOf(deps, organizationId)).find(({ endpointId }) => endpointId === id)
  if (!endpoint) throw gone()
  return { endpoint, secret }
}

const gone = (): ProblemError => new ProblemError('not_found', 'This endpoint is no longer there')

type Changing = Asked & store.EndpointKey

export async function changeEndpoint(
  deps: Deps,
  { by, url, events, active, ...key }: Changing & Wanted & { readonly active: boolean }
): Promise<void> {
  mustBeCallable(deps, url)
  const { organizationId, endpointId } = key
  await deps.db.for(organizationId)(async trx => {
    const before = await store.findEndpoint(trx, key)
    if (!before) throw gone()
    const state = active ? 'active' : before.state === 'disabled' ? 'disabled' : 'paused'
    const anew = active && before.state !== 'active' ? { failing_since: null } : {}
    await store.changeEndpoint(trx, key, { url, events: [...events], state, ...anew })
    const detail = { endpointId, host: new URL(url).host, events, state }
    await record(trx, deps, { organizationId, action: 'webhook.changed', actor: by, detail })
  })
}

export const removeEndpoint = (deps: Deps, { by, ...key }: Changing): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.findEndpoint(trx, key)
    if (!row) throw gone()
    await store.deleteEndpoint(trx, key)
    const detail = { endpointId: key.endpointId, host: new URL(row.url).host }
    await record(trx, deps, { organizationId: key.organizationId, action: 'webhook.removed', actor: by, detail })
  })

/** The one before signs beside it for a day, so that a receiver can take over in its own time. */
export const rotateSecret = (deps: Deps, { by, ...key }: Changing) =>
  deps.db.for(key.organizationId)(async trx => {
    const row = await store.findEndpoint(trx, key)
    if (!row) throw gone()
    const secret = newSecret()
    const formerUntil = after(deps.realNow(), FORMER_MS)
    await store.changeEndpoint(trx, key, {
      sealed: deps.vault.seal(row.wrapped_key, contextOf(row), secret),
      former_sealed: row.sealed,
      former_until: formerUntil
    })
    const { organizationId, endpointId } = key
    await record(trx, deps, {
      organizationId,
      action: 'webhook.secret_replaced',
      actor: by,
      detail: { endpointId }
    })
    return { secret, formerUntil: formerUntil.toISOString() }
  })

/** It stands in the log as all others do. */
export async function tryEndpoint(deps: Deps, key: store.EndpointKey) {
  const { organizationId, endpointId } = key
  const at = deps.realNow()
  const messageId = deps.newId('message')
  const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: { organizationId } })
  const lease = await deps.db.for(organizationId)(async trx => {
    if (!(await store.findEndpoint(trx, key))) throw gone()
    const message = { organization_id: organizationId, id: messageId, type: 'webhook.test', body, at }
    return store.keepTried(trx, message, endpointId)
  })
  // Beyond every pause: it is tried once, by whoever asked.
  const answer = await attempt(deps, { ...key, messageId }, { attempts: Number.MAX_SAFE_INTEGER, lease, body })
  if (!answer) throw gone()
  return { status: answer.status, problem: answer.problem, ms: answer.ms }
}

export async function deliveriesOf(
  deps: Deps,
  asked: store.EndpointKey & { readonly before: string | undefined; readonly limit: number }
) {
  const rows = await deps.db.read(asked.organizationId)(db => store.listDeliveries(db, asked))
  return {
    deliveries: rows.map(row => ({
      messageId: row.message_id,
      type: row.type,
      state: row.state,
      at: row.at.toISOString(),
      attempts: row.attempts,
      status: row.status,
      problem: row.problem,
      ms: row.took_ms,
      triedAt: row.tried_at?.toISOString() ?? null,
      nextAt: row.state === 'waiting' ? row.due_at.toISOString() : null
    })),
    next: rows.length === asked.limit ? (rows.at(-1)?.message_id ?? null) : null
  }
}

export const sendAgain = (deps: Deps, key: store.DeliveryKey): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    if (!(await store.sendAgain(trx, key)))
      throw new ProblemError('conflict', 'This is on its way already, or no longer there', { reason: 'under_way' })
  })
