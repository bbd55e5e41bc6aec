/** A delivery as an activity for Teams, or the reason why it must not go out now. */
import {
  hrChannelOf,
  keepLook,
  lastReferenceOf,
  type Delivery,
  type DeliveryReason,
  type Intent
} from '../api/channels/channels.ts'
import { loadPlan, loadTurn } from '../api/coach/coach.ts'
import { getOrganization } from '../api/organizations/organizations.ts'
import { ProblemError } from '../api/platform/errors.ts'
import { previewOf } from '../api/privacy/privacy.ts'
import { loadReport } from '../api/reports/reports.ts'
import { agreementCard } from './cards/agreement.ts'
import { citedCard } from './cards/cited.ts'
import { crisisCard } from './cards/crisis.ts'
import { cutCard } from './cards/cut.ts'
import { eraseCard } from './cards/erase.ts'
import { experimentCard } from './cards/experiment.ts'
import { hrChannelCard } from './cards/hr-channel.ts'
import { nudgeCard } from './cards/nudge.ts'
import { followUpCard, planCard } from './cards/plan.ts'
import { NOTHING_SAID, pulseCard } from './cards/pulse.ts'
import { reportCard } from './cards/report.ts'
import { experimentFor, experimentToAgree } from './experiment.ts'
import { cardMessage, CARD_TYPE, turnMessage } from './messages.ts'
import { noticeMessage } from './notice.ts'
import type { Facts } from './facts.ts'
import { readerFor, type Addressee, type World } from './reader.ts'
import { sentencesOf } from './stream.ts'
import type { Outgoing, Place } from './teams.ts'

export type Composed =
  | {
      readonly kind: 'send'
      readonly place: Place
      readonly activity: Outgoing
      /** The activity's text as it comes, where it is shown before it is complete. */
      readonly parts?: () => AsyncIterable<string>
    }
  | { readonly kind: 'skip'; readonly state: 'cancelled' | 'unreachable' | 'failed'; readonly reason: DeliveryReason }

const skip = (state: 'cancelled' | 'unreachable' | 'failed', reason: DeliveryReason): Composed => ({
  kind: 'skip',
  state,
  reason
})

/** @param facts of a page that this delivery is on. */
export async function compose(world: World, delivery: Delivery, facts: Facts): Promise<Composed> {
  try {
    return delivery.to.kind === 'person'
      ? await forPerson({ world, facts }, delivery, delivery.to.personId)
      : await forChannel(world, delivery, delivery.to.channelId)
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not_found') return skip('failed', 'content_gone')
    throw error
  }
}

type Knowing = { readonly world: World; readonly facts: Facts }

async function forPerson(knowing: Knowing, { organizationId, intent }: Delivery, personId: string): Promise<Composed> {
  const { world, facts } = knowing
  const addressee = facts.addressee(personId)
  if (!addressee) return skip('cancelled', 'no_access')
  const { agreement } = facts.standing(personId)
  if (needsAgreement(intent) && agreement !== 'given') return skip('cancelled', 'no_agreement')
  if (intent.kind === 'agreement' && !intent.asked && agreement !== 'none') return skip('cancelled', 'decided')
  const place = isLastWord(intent)
    ? await lastReferenceOf(world.deps, organizationId, personId)
    : facts.reference(personId)
  if (!place) return skip('unreachable', 'no_conversation')
  const activity = await say(knowing, addressee, intent)
  if (!activity) return skip('cancelled', 'not_due')
  const parts = intent.kind === 'turn' ? partsOf(activity, addressee.reader.locale) : undefined
  return { kind: 'send', place, activity, ...(parts ? { parts } : {}) }
}

/** A turn of one sentence comes at once. */
function partsOf(activity: Outgoing, locale: string): (() => AsyncIterable<string>) | undefined {
  const text = String(activity['text'] ?? '')
  const several = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].length > 1
  return several && activity['entities'] ? () => sentencesOf(text, locale) : undefined
}

const isLastWord = (intent: Intent): boolean => intent.kind === 'notice' && intent.words === 'parted'

const needsAgreement = ({ kind }: Intent): boolean =>
  kind === 'nudge' || kind === 'turn' || kind === 'followUp' || kind === 'experiment'

/** Undefined when what was queued is no longer wanted. */
async function say({ world, facts }: Knowing, addressee: Addressee, intent: Intent): Promise<Outgoing | undefined> {
  const { deps } = world
  const { person, organization, reader } = addressee
  const { organizationId, personId } = person
  const key = { organizationId, personId }
  const { words } = reader
  switch (intent.kind) {
    case 'agreement': {
      const { agreement, agreedBefore } = facts.standing(personId)
      const before = !intent.asked ? undefined : agreement === 'declined' ? words.notice.notKept : words.agreement.asked
      const experiment = await experimentToAgree(world, addressee)
      const { modelService } = facts
      const invitation = { to: personId, company: organization, modelService, before, agreedBefore, experiment }
      return cardMessage(agreementCard(reader, invitation), words.toast)
    }
    case 'nudge': {
      const told = facts.nudge(personId, intent.nudgeId)
      if (told?.nudge.state !== 'queued') return undefined
      const card =
        told.nudge.kind === 'pulse'
          ? pulseCard(reader, { to: personId, nudgeId: intent.nudgeId, given: NOTHING_SAID })
          : nudgeCard(reader, { to: personId, ...told })
      return cardMessage(card, words.toast)
    }
    case 'turn': {
      const turn = await loadTurn(deps, { ...key, messageId: intent.messageId })
      const message = turnMessage(turn, reader, intent.planId ? undefined : intent.awaits)
      const plan = intent.planId && (await loadPlan(deps, { ...key, planId: intent.planId }))
      const cards = [
        ...(turn.citations.length > 0 ? [citedCard(reader, turn.citations)] : []),
        ...(plan ? [planCard(reader, { to: personId, plan })] : [])
      ]
      return cards.length > 0
        ? { ...message, attachments: cards.map(content => ({ contentType: CARD_TYPE, content })) }
        : message
    }
    case 'crisis':
    case 'human': {
      const turn = await loadTurn(deps, { ...key, messageId: intent.messageId })
      return cardMessage(crisisCard(reader, turn.text, intent.kind), words.toast)
    }
    case 'cut':
      return cardMessage(cutCard(reader, { to: personId, ...intent }), words.toast)
    case 'erase': {
      const { erasureId = deps.newId('erasure') } = intent
      const preview = await previewOf(deps, world.parts, key)
      return cardMessage(eraseCard(reader, { to: personId, erasureId, preview }), words.toast)
    }
    case 'followUp': {
      const plan = await loadPlan(deps, { ...key, planId: intent.planId })
      return plan.state === 'open' ? cardMessage(followUpCard(reader, { to: personId, plan }), words.toast) : undefined
    }
    case 'experiment': {
      const experiment = await experimentFor(world, addressee)
      const isOpen = experiment?.experimentId === intent.experimentId && experiment.choice === 'open'
      return isOpen ? cardMessage(experimentCard(reader, { to: personId, ...experiment }), words.toast) : undefined
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
  const home = await getOrganization(world.deps, organizationId)
  const reader = readerFor(world, {
    locale: channel.locale ?? home.locale,
    timezone: channel.timezone ?? home.timezone
  })
  const { toastReport } = reader.words
  if (intent.kind === 'hrChannel' && channel.state === 'candidate') {
    const seen = await world.teams.describe(channel, channel.teamId)
    await keepLook(world.deps, { organizationId, channelId, ...seen })
    return { kind: 'send', place: channel, activity: cardMessage(hrChannelCard(reader, channelId, seen), toastReport) }
  }
  if (intent.kind === 'report' && channel.state === 'confirmed') {
    const report = await loadReport(world.deps, { organizationId, reportId: intent.reportId, locale: reader.locale })
    return { kind: 'send', place: channel, activity: cardMessage(reportCard(reader, report), toastReport) }
  }
  return skip('cancelled', 'channel_not_confirmed')
}
