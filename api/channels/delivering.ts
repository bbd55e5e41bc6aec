/** The attempts to reach people, a page at a time, so that a process may die between any two lines and the record still says what is known. */
import type { Statement, Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after } from '../platform/time.ts'
import { toDelivery, type Delivery } from './deliveries.ts'
import { deliveryJobs } from './delivery-jobs.ts'
import type { DeliveryReason, Outcome } from './outcomes.ts'
import { takeConversationTurns } from './store-conversation-paces.ts'
import * as store from './store-deliveries.ts'
import { setReferenceStates } from './store.ts'
import { unreachedFacts } from './unreached.ts'

type Page = { readonly organizationId: string; readonly ids: readonly string[] }

/** `attempts` so far; `unclear` of them may have arrived. For `heldMs` an attempt may still be under way elsewhere. */
export type Waiting = Delivery & { readonly attempts: number; readonly unclear: number; readonly heldMs: number }

/** Those of these that are still to be sent, oldest first. */
export const loadDeliveries = (deps: Pick<Deps, 'db'>, page: Page): Promise<readonly Waiting[]> =>
  deps.db.read(page.organizationId)(async db =>
    (await store.findDeliveries(db, page))
      .filter(isOpen)
      .map(row => ({ ...toDelivery(row), attempts: row.attempts, unclear: unclearOf(row), heldMs: row.held_ms }))
  )

/** `sending` and nobody's any more is an attempt that died: it may have arrived. */
const unclearOf = (row: Pick<store.LockedRow, 'unclear' | 'state'>): number =>
  row.unclear + (row.state === 'sending' ? 1 : 0)

const isOpen = ({ state }: Pick<store.LockedRow, 'state'>): boolean => state === 'queued' || state === 'sending'

export type Claim =
  /** `unclear`: how many attempts before this one may have arrived. */
  | { readonly kind: 'send'; readonly attempt: number; readonly unclear: number }
  /** The chat can take nothing more before that, or another attempt is under way. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Too many attempts whose end nobody saw. */
  | { readonly kind: 'lost'; readonly attempt: number; readonly unclear: number }
  /** Sent, cancelled or given up meanwhile. */
  | { readonly kind: 'over' }

type Said = { readonly to: Delivery['to']['kind']; readonly what: Delivery['intent']['kind'] }

/**
 * One repeat after an attempt whose end nobody saw; more could go on for ever. A channel would read a repeat twice: none there, but for
 * the question whether reports may come, without which none ever would.
 */
export const unclearLimit = ({ to, what }: Said): number => (to === 'channel' && what !== 'hrChannel' ? 0 : 1)

type Wish = { readonly deliveryId: string; readonly conversationId: string }

/** Takes each for one attempt, right before it. */
export const claimDeliveries = (
  deps: Deps,
  organizationId: string,
  wishes: readonly Wish[]
): Promise<ReadonlyMap<string, Claim>> =>
  deps.db.for(organizationId)(async trx => {
    const rows = await store.lockDeliveries(trx, { organizationId, ids: wishes.map(({ deliveryId }) => deliveryId) })
    const wanted = new Set(rows.filter(row => isOpen(row) && row.held_ms === 0 && !isLost(row)).map(({ id }) => id))
    const conversationIds = wishes.flatMap(wish => (wanted.has(wish.deliveryId) ? [wish.conversationId] : []))
    const waits = await takeConversationTurns(trx, { organizationId, conversationIds })
    const chatOf = new Map(wishes.map(wish => [wish.deliveryId, wish.conversationId]))
    const claims = rows.map(row => ({ row, claim: decideClaim(row, waits.get(chatOf.get(row.id) ?? '')) }))
    const begun = claims.flatMap(({ row, claim }) => (claim.kind === 'send' ? [row.id] : []))
    await store.beginAttempts(trx, { organizationId, ids: begun, at: deps.now() })
    for (const { row, claim } of claims)
      if (row.state === 'sending' && claim.kind === 'send')
        deps.log.warn({ delivery: row.id }, 'delivery repeated: its first end is unknown')
    return new Map(claims.map(({ row, claim }) => [row.id, claim]))
  })

const isLost = (row: store.LockedRow): boolean =>
  row.state === 'sending' &&
  row.unclear >= unclearLimit({ to: row.channel_id === null ? 'person' : 'channel', what: row.what })

function decideClaim(row: store.LockedRow, wait: number | undefined): Claim {
  if (!isOpen(row)) return { kind: 'over' }
  if (row.held_ms > 0) return { kind: 'wait', ms: row.held_ms }
  if (isLost(row)) return { kind: 'lost', attempt: row.attempts, unclear: row.unclear }
  if (wait !== undefined) return { kind: 'wait', ms: wait }
  return { kind: 'send', attempt: row.attempts + 1, unclear: unclearOf(row) }
}

/** It is being shown already, piece by piece: an attempt that dies now is not repeated but gone on with. */
export const markBegun = (
  deps: Deps,
  begun: { readonly organizationId: string; readonly deliveryId: string; readonly activityId: string }
): Promise<void> => deps.db.for(begun.organizationId)(trx => store.beginShowing(trx, { ...begun, at: deps.now() }))

export type Settled = Outcome & { readonly delivery: Delivery; readonly unclear: number }

/** How an attempt ended that was not known yet; `goesOn` where another way is tried. */
export type News = Settled & { readonly goesOn: boolean }

/** Notes how attempts ended, in the caller's transaction: the one place where a person turns out not to be reachable in Teams. */
export async function recordOutcomes(
  trx: Trx,
  deps: Deps,
  organizationId: string,
  all: readonly Settled[]
): Promise<readonly News[]> {
  const changed = await store.updateAttempts(
    trx,
    all.map(each => changeOf(each, organizationId, deps.now()))
  )
  const news = all.filter(({ deliveryId }) => changed.has(deliveryId))
  await loseChats(trx, deps, organizationId, news)
  await tryAgain(trx, deps, organizationId, news)
  const unreached = await unreachedFacts(trx, organizationId, news)
  await deps.publish(trx, ...unreached)
  const below = new Set(unreached.map(({ deliveryId }) => deliveryId))
  return news.map(outcome => ({ ...outcome, goesOn: below.has(outcome.deliveryId) }))
}

function changeOf(outcome: Settled, organizationId: string, updated_at: Date) {
  const { deliveryId: id, attempt: attempts } = outcome
  const mayHaveArrived = outcome.kind !== 'sent' && outcome.mayHaveArrived
  const common = { organization_id: organizationId, id, attempts, updated_at }
  const unclear = outcome.unclear + (mayHaveArrived ? 1 : 0)
  switch (outcome.kind) {
    case 'sent':
      return { ...common, unclear, state: 'sent' as const, activity_id: outcome.activityId, reason: null, detail: null }
    case 'again':
      return { ...common, unclear, state: 'queued' as const, activity_id: null, ...why(outcome) }
    case 'ended':
      return { ...common, unclear, state: outcome.state, activity_id: null, ...why(outcome) }
  }
}

const why = ({ reason, detail }: { readonly reason: DeliveryReason; readonly detail?: string }) => ({
  reason,
  detail: detail ?? null
})

async function loseChats(trx: Trx, deps: Deps, organizationId: string, news: readonly Settled[]): Promise<void> {
  for (const state of ['blocked', 'lost'] as const) {
    const personIds = news.flatMap(outcome =>
      outcome.kind === 'ended' && outcome.lostChat === state && outcome.delivery.to.kind === 'person'
        ? [outcome.delivery.to.personId]
        : []
    )
    if (personIds.length > 0) await setReferenceStates(trx, { organizationId, personIds, state, at: deps.now() })
  }
}

async function tryAgain(trx: Trx, deps: Deps, organizationId: string, news: readonly Settled[]): Promise<void> {
  const jobs = news.flatMap(outcome =>
    outcome.kind === 'again'
      ? deliveryJobs(organizationId, [outcome.delivery], after(deps.realNow(), outcome.waitMs))
      : []
  )
  if (jobs.length > 0) await deps.queue.enqueue(trx, ...jobs)
}

/** What became of each of these nudges on its way: state, reason, and whether it may have arrived more than once or unseen. */
export const outcomesOfNudges = async (
  db: Statement,
  organizationId: string,
  nudgeIds: readonly string[]
): Promise<ReadonlyMap<string, Pick<store.DeliveryRow, 'state' | 'reason' | 'unclear'>>> => {
  const rows = await store.listOfNudges(db, { organizationId, ids: nudgeIds })
  return new Map(rows.map(({ nudge_id, state, reason, unclear }) => [nudge_id ?? '', { state, reason, unclear }]))
}
