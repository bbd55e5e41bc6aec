/** A pressed button: answered inside the request with the card that shows what was decided. Pressing twice decides once. */
import { z } from 'zod'
import { confirmHrChannel, decideAgreement, findSent, resolveSender, type Reference } from '../api/channels/channels.ts'
import { closePlan, loadPlan, loadTurn } from '../api/coach/coach.ts'
import { nudgeAnswerSchema } from '../api/contract/nudges.ts'
import { answerNudge, nudgesOf } from '../api/nudges/nudges.ts'
import { ProblemError } from '../api/platform/errors.ts'
import { isPersonal, referenceIn, type TeamsActivity } from './activity.ts'
import { answerConnect, type ConnectPress } from './connect.ts'
import { agreementDecided } from './cards/agreement.ts'
import type { Card, Reader } from './cards/card.ts'
import { hrChannelDecided } from './cards/hr-channel.ts'
import { nudgeDecided } from './cards/nudge.ts'
import { planDecided } from './cards/plan.ts'
import { CARD_TYPE, cardMessage, turnMessage } from './messages.ts'
import { addresseeOf, readerFor, type Addressee, type World } from './reader.ts'
import type { InvokeAnswer } from './teams.ts'
import type { Words } from './words.ts'

const to = z.string()
const pressSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('agreement'), data: z.object({ to, decision: z.enum(['given', 'declined']) }) }),
  z.object({ verb: z.literal('nudge'), data: z.object({ to, nudgeId: z.string(), answer: nudgeAnswerSchema }) }),
  z.object({
    verb: z.literal('plan'),
    data: z.object({ to, planId: z.string(), choice: z.enum(['accept', 'change', 'kept', 'missed', 'dropped']) })
  }),
  z.object({ verb: z.literal('connect') }),
  z.object({ verb: z.literal('connectCode'), data: z.object({ linkId: z.string(), code: z.string() }) }),
  z.object({
    verb: z.literal('hrChannel'),
    data: z.object({ channelId: z.string(), decision: z.enum(['confirmed', 'removed']) })
  })
])
type Press = z.output<typeof pressSchema>
const valueSchema = z.looseObject({ action: pressSchema })

type Refusal = keyof Words['refusal']

const shown = (card: Card): InvokeAnswer => ({ status: 200, body: { statusCode: 200, type: CARD_TYPE, value: card } })

const STATUS: Readonly<Record<Refusal, number>> = { notYours: 403, gone: 404, hrOnly: 403, noAccess: 403, failed: 500 }

const refuse = ({ words }: Reader, reason: Refusal): InvokeAnswer => ({
  status: 200,
  body: {
    statusCode: STATUS[reason],
    type: 'application/vnd.microsoft.error',
    value: { code: reason, message: words.refusal[reason] }
  }
})

export async function answerPress(world: World, activity: TeamsActivity): Promise<InvokeAnswer> {
  const reference = referenceIn(activity)
  const stranger = readerFor(world, { locale: activity.locale ?? 'en', timezone: 'UTC' })
  const parsed = valueSchema.safeParse(activity.value)
  if (!reference || !parsed.success) return refuse(stranger, 'gone')
  const { action } = parsed.data
  if (isConnect(action)) return answerStranger(world, { activity, reference, reader: stranger }, action)
  const sender = await resolveSender(world.deps, reference)
  const actor = sender.kind === 'linked' ? await addresseeOf(world, sender.organizationId, sender.personId) : undefined
  if (!actor) return refuse(stranger, 'noAccess')
  if ('to' in action.data && action.data.to !== actor.person.personId) return refuse(actor.reader, 'notYours')
  try {
    const card = await decide(world, actor, action)
    await replaceMessage(world, actor, { activity, place: reference, card })
    return shown(card)
  } catch (error) {
    if (!(error instanceof ProblemError)) world.deps.log.error({ err: error, verb: action.verb }, 'press failed')
    return refuse(actor.reader, reasonOf(error))
  }
}

/** Nobody yet: all they can do is to say who they are, in their own chat. */
async function answerStranger(
  world: World,
  { activity, reference, reader }: { activity: TeamsActivity; reference: Reference; reader: Reader },
  action: ConnectPress
): Promise<InvokeAnswer> {
  if (!isPersonal(activity)) return refuse(reader, 'noAccess')
  const name = activity.from.name ?? reference.entraObjectId
  const card = await answerConnect(world, { reader, reference, name }, action)
  return card ? shown(card) : refuse(reader, 'gone')
}

const isConnect = (action: Press): action is Press & ConnectPress =>
  action.verb === 'connect' || action.verb === 'connectCode'

function reasonOf(error: unknown): Refusal {
  if (!(error instanceof ProblemError)) return 'failed'
  if (error.code === 'not_found') return 'gone'
  return error.code === 'forbidden' ? 'hrOnly' : 'failed'
}

async function decide(world: World, actor: Addressee, action: Exclude<Press, ConnectPress>): Promise<Card> {
  const { deps } = world
  const { reader } = actor
  const key = { organizationId: actor.person.organizationId, personId: actor.person.personId }
  switch (action.verb) {
    case 'agreement':
      await decideAgreement(deps, { ...key, decision: action.data.decision, surface: 'teams' })
      return agreementDecided(reader, action.data.decision)
    case 'nudge': {
      const { nudgeId, answer } = action.data
      const nudge = await answerNudge(deps, { ...key, nudgeId, answer })
      const { budget } = await nudgesOf(deps, key)
      return nudgeDecided(reader, { nudge, answer: nudge.answer ?? answer, pausedUntil: budget.pausedUntil })
    }
    case 'plan': {
      const { planId, choice } = action.data
      const outcome = choice === 'change' ? 'dropped' : choice
      const plan =
        outcome === 'accept'
          ? await loadPlan(deps, { ...key, planId })
          : await closePlan(deps, { ...key, planId, outcome })
      return planDecided(reader, plan, choice)
    }
    case 'hrChannel': {
      await confirmHrChannel(deps, { ...key, ...action.data })
      return hrChannelDecided(readerFor(world, actor.organization), action.data.decision)
    }
  }
}

type Replacement = { readonly activity: TeamsActivity; readonly place: Reference; readonly card: Card }

/** The answer changes this client only; the message itself is what other devices and other people see. */
async function replaceMessage(world: World, actor: Addressee, { activity, place, card }: Replacement): Promise<void> {
  const { deps, teams } = world
  if (!activity.replyToId) return
  const key = { organizationId: actor.person.organizationId, personId: actor.person.personId }
  const sent = await findSent(deps, { ...key, activityId: activity.replyToId })
  const plain = cardMessage(card, actor.reader.words.toast)
  // A plan's card came with the coach's words, which stay.
  const turn =
    sent?.intent.kind === 'turn' ? await loadTurn(deps, { ...key, messageId: sent.intent.messageId }) : undefined
  const message = turn ? { ...turnMessage(turn, actor.reader), attachments: plain['attachments'] } : plain
  const changed = await teams.update(place, activity.replyToId, message)
  if (changed.kind !== 'done') deps.log.warn({ reason: changed.detail }, 'pressed card not replaced everywhere')
}
