/** What a person writes to the bot, edits and deletes. */
import { z } from 'zod'
import { edited, message, removed, type Envelope, type Sent, type Spoken } from './activities.ts'
import type { Delivery } from './deliver.ts'
import { nextMessageId, type Message, type PersonKey } from './model.ts'
import { aboutMessage, findMessage, inThread, postToBot, sceneOf, type At, type Stage } from './scene.ts'
import { TeamsStandinError } from './world.ts'

export type Said = {
  /** The activity's id, the same in every retry. */
  readonly id: string
  /** How the delivery to the bot ended, after all retries; never rejects. */
  readonly delivered: Promise<Delivery>
}
export type SayOptions = At & Pick<Spoken, 'value' | 'replyToId' | 'attachments' | 'textFormat'>

export type Writing = ReturnType<typeof createWriting>

export function createWriting(stage: Stage) {
  const { hub } = stage
  const own = (scene: Envelope, key: PersonKey, id: string): Message => {
    const found = findMessage(stage, scene, id)
    if (found.author.oid === key.oid) return found
    throw new TeamsStandinError('people can only change their own messages')
  }
  return {
    say: (key: PersonKey, text: string, options: SayOptions = {}): Said => {
      const scene = sceneOf(stage, key, options)
      const id = nextMessageId(hub.data.messages(scene.place.placeId), scene.now)
      const threadId = scene.place.kind === 'channel' ? scene.place.threadId : undefined
      const { value, replyToId, attachments, textFormat } = options
      const spoken = {
        id,
        text,
        ...(value !== undefined && { value }),
        ...(replyToId && { replyToId }),
        ...(attachments && { attachments }),
        ...(textFormat && { textFormat })
      }
      const activity = message(inThread(scene, threadId ?? id), spoken)
      hub.keep({ ...written(scene, id, activity), ...(threadId && { threadId }) })
      return { id, delivered: postToBot(stage, scene, activity, id) }
    },
    editMessage: (key: PersonKey, id: string, text: string, at: At = {}): Said => {
      const scene = sceneOf(stage, key, at)
      const old = own(scene, key, id)
      const activity = edited(aboutMessage(scene, old), { id, text }, 'editMessage')
      hub.keep({ ...old, raw: JSON.stringify(activity), updatedAt: scene.now.toISOString() })
      return { id, delivered: postToBot(stage, scene, activity) }
    },
    /** Undoes a deletion: the message is there again as it was. */
    restoreMessage: (key: PersonKey, id: string, at: At = {}): Said => {
      const scene = sceneOf(stage, key, at)
      const old = hub.data.messages(scene.place.placeId).get(id)
      if (!old?.deleted || old.author.oid !== key.oid)
        throw new TeamsStandinError('people can only bring back what they deleted')
      const { text } = z.looseObject({ text: z.string().default('') }).parse(JSON.parse(old.raw))
      const activity = edited(aboutMessage(scene, old), { id, text }, 'undeleteMessage')
      hub.keep({ ...old, deleted: false, updatedAt: scene.now.toISOString() })
      return { id, delivered: postToBot(stage, scene, activity) }
    },
    deleteMessage: (key: PersonKey, id: string, at: At = {}): Said => {
      const scene = sceneOf(stage, key, at)
      const old = own(scene, key, id)
      hub.keep({ ...old, deleted: true, updatedAt: scene.now.toISOString() })
      return { id, delivered: postToBot(stage, scene, removed(aboutMessage(scene, old), id)) }
    }
  }
}

function written({ bot, place, actor, now }: Envelope, id: string, activity: Sent): Message {
  return {
    id,
    placeId: place.placeId,
    appId: bot.appId,
    from: 'person',
    author: { id: actor.teamsUserId, name: actor.name, oid: actor.oid },
    raw: JSON.stringify(activity),
    at: now.toISOString(),
    deleted: false,
    delivery: 'pending'
  }
}
