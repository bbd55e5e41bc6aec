/** Where a person acts: which bot, which chat or channel, under which thread. */
import type { Envelope, Sent } from './activities.ts'
import type { Deliveries, Delivery } from './deliver.ts'
import type { Hub } from './hub.ts'
import type { Message, PersonKey } from './model.ts'
import { TeamsStandinError, type Lookup } from './world.ts'

export type At = {
  /** A channel, or a channel's thread as `channelId;messageid=…`; the private chat without it. */
  readonly conversationId?: string
  readonly appId?: string
}

export type Stage = {
  readonly hub: Hub
  readonly deliveries: Deliveries
  readonly lookup: Lookup
}

export function sceneOf({ hub, lookup }: Stage, key: PersonKey, at: At): Envelope {
  const bot = lookup.bot(at.appId)
  const place = lookup.place(at.conversationId ?? lookup.chat(key, at.appId).conversationId)
  if (place.kind === 'personal' && place.installation.blocked) {
    throw new TeamsStandinError('the person blocked the bot; call unblock first')
  }
  if (place.kind === 'personal' && place.installation.state === 'removed') {
    throw new TeamsStandinError('the app was removed from this chat; call install first')
  }
  return { bot, place, actor: lookup.person(key), serviceUrl: hub.serviceUrl(), now: hub.now() }
}

/** In a channel, activities about a message come from the thread of that message. */
export function inThread(scene: Envelope, threadId: string): Envelope {
  if (scene.place.kind === 'personal') return scene
  return { ...scene, place: { ...scene.place, threadId } }
}

export function aboutMessage(scene: Envelope, { id, threadId }: Message): Envelope {
  return inThread(scene, threadId ?? id)
}

export function findMessage({ hub }: Stage, scene: Envelope, id: string): Message {
  const found = hub.data.messages(scene.place.placeId).get(id)
  if (!found || found.deleted) throw new TeamsStandinError(`no message "${id}" in this conversation`)
  return found
}

export function postToBot(
  { deliveries }: Stage,
  scene: Envelope,
  activity: Sent,
  messageId?: string
): Promise<Delivery> {
  const { placeId, tid } = scene.place
  return deliveries.post(scene.bot, { activity, tid, placeId, ...(messageId && { messageId }) })
}
