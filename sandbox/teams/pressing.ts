/** What a person presses: buttons of cards, thumbs under a message, Stop. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { invoked, message } from './activities.ts'
import type { Delivery } from './deliver.ts'
import { activityOf, type Message, type PersonKey } from './model.ts'
import { aboutMessage, findMessage, postToBot, sceneOf, type At, type Stage } from './scene.ts'
import { actionsOf, viewMessage, type Action } from './view.ts'
import { TeamsStandinError } from './world.ts'
import type { Writing } from './writing.ts'

/** Names a button by any of these; `data` replaces the card's own, `inputs` are what was typed into the card. */
export type Press = Partial<Action> & { readonly inputs?: Readonly<Record<string, unknown>> }

export type Pressed =
  | { readonly outcome: 'card'; readonly card: unknown; readonly response: unknown }
  | { readonly outcome: 'message'; readonly text: string; readonly response: unknown }
  | { readonly outcome: 'sent'; readonly delivered: Promise<Delivery> }
  | { readonly outcome: 'error'; readonly status?: number; readonly reason: string; readonly response?: unknown }

export type Feedback = { readonly reaction: 'like' | 'dislike'; readonly text: string }

type Pressing = { readonly key: PersonKey; readonly target: Message; readonly action: Action; readonly at: At }

export function createPressing(stage: Stage, { say }: Pick<Writing, 'say'>) {
  const { hub, deliveries } = stage
  const execute = async ({ key, target, action, at }: Pressing): Promise<Pressed> => {
    const scene = aboutMessage(sceneOf(stage, key, at), target)
    const value = { action, trigger: 'manual' }
    const activity = invoked(scene, { name: 'adaptiveCard/action', value, replyToId: target.id })
    const pressed = readPressed(await deliveries.invoke(scene.bot, activity, scene.place.tid))
    const latest = hub.data.messages(target.placeId).get(target.id)
    if (pressed.outcome === 'card' && latest) {
      hub.keep({ ...latest, cards: { ...latest.cards, [key.oid]: pressed.card } })
    }
    return pressed
  }
  const submit = ({ key, target, action, at }: Pressing): Pressed => {
    const { msteams, ...value } = submitSchema.parse(action.data ?? {})
    if (msteams?.text) return { outcome: 'sent', ...say(key, msteams.text, { ...at, value, replyToId: target.id }) }
    if (msteams?.type === 'imBack') return { outcome: 'sent', ...say(key, String(msteams.value), at) }
    const scene = aboutMessage(sceneOf(stage, key, at), target)
    const activity = message(scene, { id: `f:${randomUUID()}`, value, replyToId: target.id })
    return { outcome: 'sent', delivered: postToBot(stage, scene, activity) }
  }
  return {
    pressAction: async (key: PersonKey, messageId: string, press: Press, at: At = {}): Promise<Pressed> => {
      const target = findMessage(stage, sceneOf(stage, key, at), messageId)
      const action = pick(actionsOf(viewMessage(hub, target, key.oid)), press)
      const pressing = { key, target, action, at }
      return action.type === 'Action.Execute' ? execute(pressing) : submit(pressing)
    },
    feedback: async (key: PersonKey, messageId: string, given: Feedback, at: At = {}): Promise<Delivery> => {
      const target = findMessage(stage, sceneOf(stage, key, at), messageId)
      if (!takesFeedback(target)) throw new TeamsStandinError('the bot asked for no feedback on this message')
      const scene = aboutMessage(sceneOf(stage, key, at), target)
      const feedback = JSON.stringify({ feedbackText: given.text })
      const value = { actionName: 'feedback', actionValue: { reaction: given.reaction, feedback } }
      const activity = invoked(scene, { name: 'message/submitAction', value, replyToId: messageId })
      hub.keep({ ...target, feedback: { ...target.feedback, [key.oid]: given } })
      return deliveries.invoke(scene.bot, activity, scene.place.tid)
    },
    /** The Stop button: the bot's next piece is refused and what was shown stays. */
    stopStreaming: (key: PersonKey, messageId: string, at: At = {}): void => {
      const target = findMessage(stage, sceneOf(stage, key, at), messageId)
      hub.streams.cancel(messageId)
      if (target.streaming) hub.keep({ ...target, streaming: { ...target.streaming, stopped: true } })
    }
  }
}

const submitSchema = z.looseObject({
  msteams: z.looseObject({ type: z.string(), text: z.string().optional(), value: z.unknown().optional() }).optional()
})

function pick(actions: readonly Action[], press: Press): Action {
  const wanted = (['type', 'id', 'title', 'verb'] as const).filter(name => press[name] !== undefined)
  const found = actions.find(action => wanted.every(name => action[name] === press[name]))
  if (!found) {
    const there = actions.map(({ verb, title }) => verb ?? title ?? '?').join(', ') || 'none'
    throw new TeamsStandinError(`the card has no such button; it has: ${there}`)
  }
  const data = press.data ?? found.data
  const { type, id, title, verb } = found
  const named = { type, ...(id && { id }), ...(title && { title }), ...(verb && { verb }) }
  const typed = typeof data === 'object' && data !== null ? { ...data, ...press.inputs } : (data ?? press.inputs ?? {})
  return { ...named, data: typed }
}

const answerSchema = z.looseObject({ statusCode: z.int(), type: z.string(), value: z.unknown().optional() })

function readPressed(delivery: Delivery): Pressed {
  const { body } = delivery
  if (delivery.outcome === 'failed') {
    const { status, reason } = delivery
    return { outcome: 'error', reason, response: body, ...(status !== undefined && { status }) }
  }
  const answer = answerSchema.safeParse(body).data
  if (answer?.statusCode !== 200) {
    return {
      outcome: 'error',
      status: answer?.statusCode ?? delivery.status,
      reason: 'no usable answer',
      response: body
    }
  }
  switch (answer.type) {
    case 'application/vnd.microsoft.card.adaptive':
      return { outcome: 'card', card: answer.value, response: body }
    case 'application/vnd.microsoft.activity.message':
      return { outcome: 'message', text: String(answer.value), response: body }
    default:
      return { outcome: 'error', reason: `unexpected answer type "${answer.type}"`, response: body }
  }
}

function takesFeedback(message: Message): boolean {
  const data = activityOf(message).channelData
  return Boolean(data?.['feedbackLoop'] ?? data?.['feedbackLoopEnabled'])
}
