/** What Teams knows: bots, people, teams, chats and messages, all kept in the stand-in's journal. */
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Collection, Store } from '../harness/store.ts'
import type { BlockedShape } from './answers.ts'

export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().nullish(),
  replyToId: z.string().nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).nullish(),
  channelData: z.record(z.string(), z.unknown()).nullish()
})
export type Activity = z.infer<typeof activitySchema>

export type Bot = {
  readonly appId: string
  readonly name: string
  readonly messagingUrl: string
  /** The id inside the app's manifest. */
  readonly manifestId: string
  /** The id that a tenant's catalog gave the app. */
  readonly catalogId: string
  /** The app registration that its manifest names (`webApplicationInfo`): only it calls Graph for this app. The bot's without it. */
  readonly webAppId?: string
  /** Tenants whose catalog holds the app; all when absent. */
  readonly catalogs?: readonly string[]
  /** Resource-specific permissions in the manifest, granted by installing it. */
  readonly consents?: readonly string[]
}
export type PersonKey = { readonly tid: string; readonly oid: string }
export type Person = PersonKey & {
  readonly name: string
  readonly email: string
  readonly teamsUserId: string
  readonly locale: string
  readonly timezone: string
  readonly country: string
  readonly platform: string
  /** As Entra's entry has it. */
  readonly employeeId?: string
  /** Of another tenant: no app is installed for them here. */
  readonly guest?: boolean
  /** Has an account and never opened Teams. */
  readonly neverSignedIn?: boolean
  /** An admin's policy lets them have no app of this kind. */
  readonly appsBlocked?: boolean
}
export type Team = {
  readonly id: string
  readonly tid: string
  readonly name: string
  readonly aadGroupId: string
  readonly members: readonly string[]
  /** App ids of the bots in its roster. */
  readonly bots: readonly string[]
}
export type ChannelKind = 'standard' | 'private' | 'shared'
export type Channel = {
  readonly id: string
  readonly teamId: string
  readonly name: string
  /** `standard` without it. */
  readonly kind?: ChannelKind
  /** Of a private or shared one: the team's without it. */
  readonly members?: readonly string[]
}
export type Installation = PersonKey & {
  readonly id: string
  readonly appId: string
  readonly conversationId: string
  readonly state: 'installed' | 'removed'
  readonly blocked?: BlockedShape
}
export type Streaming = { readonly type: 'informative' | 'streaming'; readonly stopped: boolean }
export type Message = {
  readonly id: string
  /** The chat or the channel. */
  readonly placeId: string
  /** In a channel, the first message of its thread. */
  readonly threadId?: string
  readonly appId: string
  readonly from: 'bot' | 'person'
  readonly author: { readonly id: string; readonly name: string; readonly oid?: string }
  /** The body exactly as it came over the wire; for a person's message, as it was sent to the bot. */
  readonly raw: string
  readonly at: string
  readonly updatedAt?: string
  readonly deleted: boolean
  /** What an Action.Execute returned, shown to that person in place of the message's card. */
  readonly cards?: Readonly<Record<string, unknown>>
  readonly streaming?: Streaming
  readonly delivery?: 'pending' | 'delivered' | 'failed'
  readonly feedback?: Readonly<Record<string, { readonly reaction: 'like' | 'dislike'; readonly text: string }>>
}
export type Outgoing = {
  readonly key: string
  readonly appId: string
  readonly tid: string
  readonly placeId: string
  readonly messageId?: string
  readonly activity: Readonly<Record<string, unknown>>
  readonly attempts: number
}
export type FeedItem = PersonKey & {
  readonly id: string
  readonly appId: string
  readonly at: string
  readonly body: unknown
}

export type TeamsStore = {
  readonly bots: Collection<Bot>
  readonly people: Collection<Person>
  /** Key of the person behind a Teams id (`29:…`). */
  readonly teamsIds: Collection<string>
  readonly teams: Collection<Team>
  readonly channels: Collection<Channel>
  /** By chat id. */
  readonly installations: Collection<Installation>
  readonly outbox: Collection<Outgoing>
  readonly feed: Collection<FeedItem>
  /** Tenants whose admin disabled an app, as `tid appId`. */
  readonly disabled: Collection<true>
  readonly messages: (placeId: string) => Collection<Message>
}

export function openTeamsStore(store: Store): TeamsStore {
  return {
    bots: store.collection('bots'),
    people: store.collection('people'),
    teamsIds: store.collection('teamsIds'),
    teams: store.collection('teams'),
    channels: store.collection('channels'),
    installations: store.collection('installations'),
    outbox: store.collection('outbox'),
    feed: store.collection('feed'),
    disabled: store.collection('disabled'),
    messages: placeId => store.collection(`messages ${placeId}`)
  }
}

export const personKey = ({ tid, oid }: PersonKey): string => `${tid}/${oid}`

/** Chat ids and Teams ids are stable per app and person, as in Teams, so a second installation finds the old chat. */
export function chatId(appId: string, person: PersonKey): string {
  return `a:1${digest(`${appId} ${personKey(person)}`)}`
}
export function teamsUserIdOf(person: PersonKey): string {
  return `29:1${digest(personKey(person))}`
}
export function installationId(appId: string, person: PersonKey): string {
  return Buffer.from(`${person.oid}##${appId}`).toString('base64')
}
export function newThreadId(): string {
  return `19:${randomUUID().replaceAll('-', '')}@thread.tacv2`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** Message ids are the millisecond of the message, made unique within the chat. */
export function nextMessageId(messages: Collection<Message>, now: Date): string {
  let id = now.getTime()
  while (messages.get(String(id))) id += 1
  return String(id)
}

export function activityOf(message: Message): Activity {
  return activitySchema.parse(JSON.parse(message.raw))
}
