/** Makes a few deliveries ready to leave: composed from what is known now, with a moment each, claimed. */
import { claimDeliveries, type Claim, type Settled, type Waiting } from '../api/channels/channels.ts'
import { SECOND } from '../api/platform/time.ts'
import { compose, type Composed } from './compose.ts'
import { readFacts, type Facts } from './facts.ts'
import { unpaced, type Gate, type Turn, type Turns } from './gate.ts'
import type { World } from './reader.ts'

type Ready = Extract<Composed, { kind: 'send' }> & { readonly delivery: Waiting }
export type Send = {
  readonly delivery: Waiting
  readonly composed: Extract<Composed, { kind: 'send' }>
  readonly turn: Turn
  readonly attempt: number
  readonly unclear: number
}

/** Its chat can take nothing yet, or another attempt is under way. */
export type Later = { readonly delivery: Waiting; readonly ms: number }

export type Prepared = {
  readonly sends: readonly Send[]
  /** Not to be sent at all, and why. */
  readonly ended: readonly Settled[]
  readonly later: readonly Later[]
  /** Resolves when it is time to prepare the next. */
  readonly nearlyOver: () => Promise<void>
  /** Faults of ours, each of one delivery: it stays as it is, and the others go on. */
  readonly faults: readonly unknown[]
}

type Preparing = {
  readonly world: World
  readonly gate: Gate
  readonly organizationId: string
  readonly knowledge: Knowledge
}

/** What is known of a whole page, and since when. */
export type Knowledge = { readonly now: () => Promise<Facts>; readonly isStale: () => boolean }

export function createKnowledge(world: World, organizationId: string, page: readonly Waiting[]): Knowledge {
  let facts: Promise<Facts> | undefined
  let readAt = 0
  const isStale = (): boolean => !facts || performance.now() - readAt > STALE_MS
  return {
    isStale,
    now: () => {
      if (facts && !isStale()) return facts
      readAt = performance.now()
      facts = readFacts(world, organizationId, page)
      return facts
    }
  }
}

/** What was found out longer ago is found out again before it is acted on. */
const STALE_MS = SECOND

/** Composed, and nothing taken yet: neither a moment nor the delivery. */
export type Draft = Awaited<ReturnType<typeof composeAll>> & {
  /** Of what is ready: what may go out together. */
  readonly ones: readonly Ready[]
}

export async function draft(preparing: Preparing, deliveries: readonly Waiting[]): Promise<Draft> {
  const [composed] = await Promise.all([composeAll(preparing, deliveries), preparing.world.teams.warm()])
  return { ...composed, ones: onePerChat(composed.ready) }
}

export async function prepare(preparing: Preparing, { ones, ...first }: Draft): Promise<Prepared> {
  const turns = await reserve(preparing.gate, ones)
  const held = ones.map(({ delivery }) => delivery)
  const again = preparing.knowledge.isStale() ? await composeAll(preparing, held) : undefined
  const ready = again?.ready ?? ones
  const wishes = ready.map(({ delivery, place }) => ({ ...delivery, conversationId: place.conversationId }))
  const claims = await claimDeliveries(preparing.world.deps, preparing.organizationId, wishes)
  const claimed = ready.map(each => ({ ...each, claim: claims.get(each.delivery.deliveryId) ?? OVER }))
  return {
    sends: claimed.flatMap(each => toSend(each, turns.turnOf(each.delivery.deliveryId))),
    ended: [...first.ended, ...(again?.ended ?? []), ...claimed.flatMap(lost)],
    later: [
      ...first.ready.filter(each => !ones.includes(each)).map(({ delivery }) => ({ delivery, ms: APART_MS })),
      ...claimed.flatMap(({ claim, delivery }) => (claim.kind === 'wait' ? [{ delivery, ms: claim.ms }] : []))
    ],
    nearlyOver: turns.nearlyOver,
    faults: [...first.faults, ...(again?.faults ?? [])]
  }
}

const OVER: Claim = { kind: 'over' }

type Claimed = Ready & { readonly claim: Claim }

function toSend({ delivery, claim, ...composed }: Claimed, turn: Turn): readonly Send[] {
  if (claim.kind !== 'send') return []
  return [{ delivery, composed, turn, attempt: claim.attempt, unclear: claim.unclear }]
}

const lost = ({ delivery, claim }: Claimed): readonly Settled[] =>
  claim.kind === 'lost'
    ? [{ ...settling(delivery, claim), kind: 'ended', state: 'failed', reason: 'unclear', mayHaveArrived: true }]
    : []

const settling = (delivery: Waiting, { attempt, unclear }: { readonly attempt: number; readonly unclear: number }) => ({
  deliveryId: delivery.deliveryId,
  delivery,
  attempt,
  unclear
})

async function composeAll({ world, knowledge }: Preparing, deliveries: readonly Waiting[]) {
  const facts = await knowledge.now()
  const composing = deliveries.map(async delivery => ({ ...(await compose(world, delivery, facts)), delivery }))
  const composed = await Promise.allSettled(composing)
  const done = composed.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
  return {
    ready: done.filter(each => each.kind === 'send'),
    ended: done.flatMap(each => (each.kind === 'skip' ? [skipped(each.delivery, each)] : [])),
    faults: composed.flatMap((each): readonly unknown[] => (each.status === 'rejected' ? [each.reason] : []))
  }
}

const skipped = (delivery: Waiting, { state, reason }: Extract<Composed, { kind: 'skip' }>): Settled => ({
  ...settling(delivery, { attempt: delivery.attempts, unclear: delivery.unclear }),
  kind: 'ended',
  state,
  reason
})

/** Two at once could arrive in the wrong order. */
const APART_MS = SECOND / 10

function onePerChat(ready: readonly Ready[]): readonly Ready[] {
  const byChat = Map.groupBy(ready, ({ place }) => place.conversationId)
  return [...byChat.values()].flatMap(([first]) => first ?? [])
}

async function reserve(gate: Gate, ready: readonly Ready[]) {
  const byTenant = Map.groupBy(ready, ({ place }) => place.tenantId)
  const reserved = await Promise.all(
    [...byTenant].map(async ([tenantId, group]) => ({ group, ...(await gate.reserve(tenantId, group.length)) }))
  )
  const turns = new Map(
    reserved.flatMap(({ group, turns: each }) =>
      group.flatMap(({ delivery }, index) => {
        const turn = each[index]
        return turn ? [[delivery.deliveryId, turn] as const] : []
      })
    )
  )
  return {
    turnOf: (deliveryId: string): Turn => turns.get(deliveryId) ?? unpaced,
    nearlyOver: async (): Promise<void> => void (await Promise.all(reserved.map((each: Turns) => each.nearlyOver())))
  }
}
