/** Deliveries that Teams' chat could not take: for which another way may be tried. The person's own no is never gone around. */
import type { Fact } from '../contract/facts.ts'
import type { Trx } from '../platform/database.ts'
import type { Intent } from './intents.ts'
import type { Settled } from './delivering.ts'
import { chatStandingsWithin } from './references.ts'
import { fallsThrough } from './refusal.ts'

/** Answers to what a person wrote stay where they wrote it; what the coach sends of itself may come another way. */
const mayGoOn = (intent: Intent): boolean =>
  intent.kind === 'nudge' || intent.kind === 'followUp' || (intent.kind === 'agreement' && intent.nudgeId !== undefined)

/** Handed to the ladder, which says what becomes of each. */
export async function unreachedFacts(
  trx: Trx,
  organizationId: string,
  news: readonly Settled[]
): Promise<readonly Extract<Fact, { type: 'delivery.unreached' }>[]> {
  const about = news.flatMap(outcome => {
    const { to, intent } = outcome.delivery
    const isEnd = outcome.kind === 'ended' && outcome.state === 'unreachable'
    return isEnd && to.kind === 'person' && mayGoOn(intent) ? [{ outcome, personId: to.personId }] : []
  })
  if (about.length === 0) return []
  const chats = await chatStandingsWithin(trx, organizationId, { personIds: about.map(({ personId }) => personId) })
  return about.flatMap(({ outcome, personId }) =>
    outcome.kind === 'ended' && fallsThrough(outcome.reason, chats.get(personId) ?? 'none')
      ? [{ type: 'delivery.unreached', organizationId, personId, deliveryId: outcome.deliveryId }]
      : []
  )
}
