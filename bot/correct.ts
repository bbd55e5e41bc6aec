/** Corrects cards that were sent, or takes them back: a page at a time, paced like every call, and never over an answer. */
import type { Delivery } from '../api/channels/channels.ts'
import { nudgesOf, settleCards, takeCards, type CardOutcome, type CardPage } from '../api/nudges/nudges.ts'
import { SECOND } from '../api/platform/time.ts'
import { nudgeCard, nudgeDecided } from './cards/nudge.ts'
import { takenBackCard } from './cards/taken-back.ts'
import type { Card as CardShown, Reader } from './cards/card.ts'
import type { Failure } from './failure.ts'
import { readFacts, type Facts } from './facts.ts'
import { cardMessage } from './messages.ts'
import type { World } from './reader.ts'
import type { Outgoing } from './teams.ts'

type Key = { readonly organizationId: string; readonly correctionId: string }
type Company = Pick<Key, 'organizationId'>
type Card = CardPage['cards'][number]

export async function correctCards(world: World, key: Key): Promise<void> {
  const { kind, cards } = await takeCards(world.deps, key)
  if (cards.length === 0) return
  const facts = await factsOf(world, key, cards)
  const ended = await Promise.all(
    cards.map(async card => ({ card, outcome: await changeOne({ world, facts, kind }, card) }))
  )
  const changed = ended.filter(({ outcome }) => outcome.kind === 'changed').map(({ card }) => card)
  if (kind === 'correct') await showAnswers(world, key, changed)
  await settleCards(world.deps, key, ended)
}

const factsOf = (world: World, { organizationId }: Company, cards: readonly Card[]): Promise<Facts> =>
  readFacts(
    world,
    organizationId,
    cards.map(card => asDelivery(organizationId, card))
  )

const asDelivery = (organizationId: string, { nudgeId, personId }: Card): Delivery => ({
  organizationId,
  deliveryId: nudgeId,
  to: { kind: 'person', personId },
  intent: { kind: 'nudge', nudgeId },
  nudgeId,
  begunAs: undefined
})

type Changing = { readonly world: World; readonly facts: Facts; readonly kind: CardPage['kind'] }

async function changeOne({ world, facts, kind }: Changing, card: Card): Promise<CardOutcome> {
  const { personId, nudgeId, activityId } = card
  const reader = facts.addressee(personId)?.reader
  const place = facts.reference(personId)
  const told = facts.nudge(personId, nudgeId)
  if (!reader || !place || !told) return { kind: 'not_reached', detail: 'no chat' }
  if (told.nudge.answer !== null) return { kind: 'answered', detail: null }
  const changed =
    kind === 'delete'
      ? await world.teams.delete(place, activityId)
      : await world.teams.update(
          place,
          activityId,
          quietly(kind === 'correct' ? nudgeCard(reader, { to: personId, ...told }) : takenBackCard(reader), reader)
        )
  return changed.kind === 'done' ? { kind: 'changed', detail: null } : outcomeOf(changed, card.attempts)
}

/** It is no news: nothing pops up. */
function quietly(card: CardShown, { words }: Reader): Outgoing {
  const { channelData: _alert, ...message } = cardMessage(card, words.toast)
  return { ...message, type: 'message' }
}

function outcomeOf(failure: Failure, attempts: number): CardOutcome {
  const { detail } = failure
  switch (failure.kind) {
    case 'refused':
      if (failure.state === 'unreachable') return { kind: 'not_reached', detail }
      return { kind: detail.startsWith('404') ? 'gone' : 'failed', detail }
    case 'retry':
      return { kind: 'again', waitMs: failure.waitMs ?? growing(attempts), detail }
    // Changing it twice changes nothing, so a lost answer may be asked for again.
    case 'unclear':
      return { kind: 'again', waitMs: growing(attempts), detail }
  }
}

const growing = (attempts: number): number => 2 ** Math.min(attempts - 1, 6) * SECOND

/** Who answered while it was changed sees what they decided, not a question again. */
async function showAnswers(world: World, { organizationId }: Company, cards: readonly Card[]): Promise<void> {
  const facts = await factsOf(world, { organizationId }, cards)
  for (const { personId, nudgeId, activityId } of cards) {
    const reader = facts.addressee(personId)?.reader
    const place = facts.reference(personId)
    const nudge = facts.nudge(personId, nudgeId)?.nudge
    if (!reader || !place || !nudge?.answer) continue
    const { budget, nudges } = await nudgesOf(world.deps, { organizationId, personId })
    const again = nudges.find(each => each.state === 'planned' && each.action === nudge.action) ?? nudge
    const decided = nudgeDecided(reader, { nudge: again, answer: nudge.answer, pausedUntil: budget.pausedUntil })
    await world.teams.update(place, activityId, quietly(decided, reader))
  }
}
