/** A pressed button: answered inside the request with the card that shows what was decided. Pressing twice decides once. */
import { z } from 'zod'
import { findSent, resolveSender, type Reference } from '../api/channels/channels.ts'
import { loadTurn } from '../api/coach/coach.ts'
import { ProblemError } from '../api/platform/errors.ts'
import { SECOND, sleep } from '../api/platform/time.ts'
import { isPersonal, referenceIn, type TeamsActivity } from './activity.ts'
import type { Card, Reader } from './cards/card.ts'
import { answerConnect, type ConnectPress } from './connect.ts'
import { decide } from './decide.ts'
import { CARD_TYPE, cardMessage, turnMessage } from './messages.ts'
import { pressSchema, type Press } from './presses.ts'
import { addresseeOf, readerFor, type Addressee, type World } from './reader.ts'
import type { InvokeAnswer } from './teams.ts'
import type { Words } from './words.ts'

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
    await Promise.race([showEverywhere(world, actor, { activity, place: reference, card }), sleep(OTHERS_MS)])
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

/** Teams waits a few seconds for the answer to a press; where others go first, other devices see it later. */
const OTHERS_MS = 2 * SECOND

type Replacement = { readonly activity: TeamsActivity; readonly place: Reference; readonly card: Card }

/** It is decided whether or not this succeeds. */
const showEverywhere = (world: World, actor: Addressee, replacement: Replacement): Promise<void> =>
  replaceMessage(world, actor, replacement).catch((err: unknown) => {
    world.deps.log.warn({ err }, 'pressed card not replaced everywhere')
  })

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
