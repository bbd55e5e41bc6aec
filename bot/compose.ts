/** A delivery as an activity for Teams, or the reason why it must not go out now. */
import {
  agreementOf,
  hrChannelOf,
  lastReferenceOf,
  referenceOf,
  type Delivery,
  type Intent
} from '../api/channels/channels.ts'
import { loadPlan, loadTurn } from '../api/coach/coach.ts'
import { loadNudge } from '../api/nudges/nudges.ts'
import { getOrganization } from '../api/organizations/organizations.ts'
import { ProblemError } from '../api/platform/errors.ts'
import { loadReport } from '../api/reports/reports.ts'
import { agreementCard } from './cards/agreement.ts'
import { crisisCard } from './cards/crisis.ts'
import { hrChannelCard } from './cards/hr-channel.ts'
import { nudgeCard } from './cards/nudge.ts'
import { followUpCard, planCard } from './cards/plan.ts'
import { reportCard } from './cards/report.ts'
import { cardMessage, CARD_TYPE, turnMessage } from './messages.ts'
import { noticeMessage } from './notice.ts'
import { addresseeOf, readerFor, type Addressee, type World } from './reader.ts'
import type { Outgoing, Place } from './teams.ts'

export type Composed =
  | { readonly kind: 'send'; readonly place: Place; readonly activity: Outgoing }
  | { readonly kind: 'skip'; readonly state: 'cancelled' | 'unreachable' | 'failed'; readonly reason: string }

const skip = (state: 'cancelled' | 'unreachable' | 'failed', reason: string): Composed => ({
  kind: 'skip',
  state,
  reason
})

export async function compose(world: World, delivery: Delivery): Promise<Composed> {
  try {
    return delivery.to.kind === 'person'
      ? await forPerson(world, delivery, delivery.to.personId)
      : await forChannel(world, delivery, delivery.to.channelId)
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not_found') return skip('failed', 'content_gone')
    throw error
  }
}

async function forPerson(world: World, { organizationId, intent }: Delivery, personId: string): Promise<Composed> {
  const addressee = await addresseeOf(world, organizationId, personId)
  if (!addressee) return skip('cancelled', 'no_access')
  const agreement = await agreementOf(world.deps, organizationId, personId)
  if (needsAgreement(intent) && agreement !== 'given') return skip('cancelled', 'no_agreement')
  if (intent.kind === 'agreement' && !intent.asked && agreement !== 'none') return skip('cancelled', 'decided')
  const place = await (isLastWord(intent) ? lastReferenceOf : referenceOf)(world.deps, organizationId, personId)
  if (!place) return skip('unreachable', 'no_conversation')
  const activity = await say(world, addressee, intent)
  return activity ? { kind: 'send', place, activity } : skip('cancelled', 'not_due')
}

const isLastWord = (intent: Intent): boolean => intent.kind === 'notice' && intent.words === 'parted'

const needsAgreement = ({ kind }: Intent): boolean => kind === 'nudge' || kind === 'turn' || kind === 'followUp'

/** Undefined when what was queued is no longer wanted. */
async function say(
  world: World,
  { person, organization, reader }: Addressee,
  intent: Intent
): Promise<Outgoing | undefined> {
  const { deps } = world
  const { organizationId, personId } = person
  const key = { organizationId, personId }
  const { words } = reader
  switch (intent.kind) {
    case 'agreement': {
      const agreement = await agreementOf(deps, organizationId, personId)
      const before = !intent.asked ? undefined : agreement === 'declined' ? words.notice.notKept : words.agreement.asked
      return cardMessage(agreementCard(reader, { to: personId, company: organization, before }), words.toast)
    }
    case 'nudge': {
      const nudge = await loadNudge(deps, { ...key, nudgeId: intent.nudgeId })
      return nudge.state === 'queued' ? cardMessage(nudgeCard(reader, { to: personId, nudge }), words.toast) : undefined
    }
    case 'turn': {
      const message = turnMessage(await loadTurn(deps, { ...key, messageId: intent.messageId }), reader)
      const plan = intent.planId && (await loadPlan(deps, { ...key, planId: intent.planId }))
      return plan
        ? { ...message, attachments: [{ contentType: CARD_TYPE, content: planCard(reader, { to: personId, plan }) }] }
        : message
    }
    case 'crisis': {
      const turn = await loadTurn(deps, { ...key, messageId: intent.messageId })
      return cardMessage(crisisCard(reader, turn.text), words.toast)
    }
    case 'followUp': {
      const plan = await loadPlan(deps, { ...key, planId: intent.planId })
      return plan.state === 'open' ? cardMessage(followUpCard(reader, { to: personId, plan }), words.toast) : undefined
    }
    case 'notice':
      return noticeMessage(world, reader, { ...key, intent })
    case 'report':
    case 'hrChannel':
      return undefined
  }
}

async function forChannel(world: World, { organizationId, intent }: Delivery, channelId: string): Promise<Composed> {
  const channel = await hrChannelOf(world.deps, organizationId, channelId)
  if (!channel) return skip('unreachable', 'no_channel')
  const reader = readerFor(world, await getOrganization(world.deps, organizationId))
  const { toastReport } = reader.words
  if (intent.kind === 'hrChannel' && channel.state === 'candidate')
    return { kind: 'send', place: channel, activity: cardMessage(hrChannelCard(reader, channelId), toastReport) }
  if (intent.kind === 'report' && channel.state === 'confirmed') {
    const report = await loadReport(world.deps, organizationId, intent.reportId)
    return { kind: 'send', place: channel, activity: cardMessage(reportCard(reader, report), toastReport) }
  }
  return skip('cancelled', 'channel_not_confirmed')
}
