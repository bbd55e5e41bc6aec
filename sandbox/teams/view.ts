/** A conversation as one person sees it. */
import type { Hub } from './hub.ts'
import { activityOf, type Activity, type Message, type Streaming } from './model.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'

export type ViewedMessage = {
  readonly id: string
  readonly threadId?: string
  readonly from: 'bot' | 'person'
  readonly author: Message['author']
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly entities: readonly Readonly<Record<string, unknown>>[]
  readonly suggestedActions: readonly unknown[]
  readonly channelData: Readonly<Record<string, unknown>>
  readonly at: string
  readonly updatedAt?: string
  readonly deleted: boolean
  /** Present while the bot is still streaming this message, or when the person stopped it. */
  readonly streaming?: Streaming
  readonly delivery?: Message['delivery']
  readonly feedback?: { readonly reaction: 'like' | 'dislike'; readonly text: string }
  /** The body exactly as it came over the wire. */
  readonly raw: string
}
export type Attachment = { readonly contentType: string; readonly content?: unknown; readonly name?: unknown }
export type Conversation = {
  readonly id: string
  readonly messages: readonly ViewedMessage[]
  readonly typing: boolean
}

/** @param viewer object id of the person looking; cards that only others got are not shown */
export function viewConversation(hub: Hub, placeId: string, viewer?: string): Conversation {
  const messages = hub.data.messages(placeId).values()
  return {
    id: placeId,
    messages: messages.map(message => viewMessage(hub, message, viewer)),
    typing: hub.isTyping(placeId)
  }
}

export function viewMessage(hub: Hub, message: Message, viewer?: string): ViewedMessage {
  const { cards, feedback, streaming, raw, placeId: _place, appId: _app, ...plain } = message
  const activity = activityOf(message)
  const given = viewer ? feedback?.[viewer] : undefined
  const shown = streaming && (streaming.stopped || hub.streams.isOpen(message.id)) ? { streaming } : {}
  return {
    ...plain,
    text: message.deleted ? '' : (activity.text ?? ''),
    attachments: message.deleted ? [] : attachmentsFor(activity, viewer ? cards?.[viewer] : undefined),
    entities: activity.entities ?? [],
    suggestedActions: suggestedActionsOf(activity),
    channelData: activity.channelData ?? {},
    ...shown,
    ...(given && { feedback: given }),
    raw
  }
}

function attachmentsFor(activity: Activity, card: unknown): readonly Attachment[] {
  const attachments = activity.attachments ?? []
  if (!card) return attachments
  return attachments.map(it => (it.contentType === CARD ? { ...it, content: card } : it))
}

function suggestedActionsOf(activity: Activity): readonly unknown[] {
  const suggested = activity['suggestedActions']
  const holds = typeof suggested === 'object' && suggested !== null && 'actions' in suggested
  return holds && Array.isArray(suggested.actions) ? suggested.actions : []
}

export type Action = {
  readonly type: 'Action.Execute' | 'Action.Submit'
  readonly id?: string
  readonly title?: string
  readonly verb?: string
  readonly data?: unknown
}

/** Every button of the message's cards, wherever it hides: bodies, overflow menus, nested cards. */
export function actionsOf(message: ViewedMessage): readonly Action[] {
  return message.attachments.flatMap(({ content }) => actionsIn(content))
}

function actionsIn(node: unknown): readonly Action[] {
  if (Array.isArray(node)) return node.flatMap(actionsIn)
  if (typeof node !== 'object' || node === null) return []
  const own = isAction(node) ? [node] : []
  return [...own, ...Object.values(node).flatMap(actionsIn)]
}

function isAction(node: object): node is Action {
  return 'type' in node && (node.type === 'Action.Execute' || node.type === 'Action.Submit')
}
