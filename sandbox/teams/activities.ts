/** The activities that Teams posts to a bot, with the fields that real clients send. */
import { randomUUID } from 'node:crypto'
import type { Bot, Person, Team } from './model.ts'
import type { Place } from './places.ts'

export type Envelope = {
  readonly bot: Bot
  readonly place: Place
  readonly actor: Person
  readonly serviceUrl: string
  readonly now: Date
}
export type Sent = Readonly<Record<string, unknown>>

/** Fields that every activity carries; ids of events look like `f:…`, messages bring their own. */
function envelope({ bot, place, actor, serviceUrl, now }: Envelope): Sent {
  return {
    id: `f:${randomUUID()}`,
    timestamp: now.toISOString(),
    localTimestamp: localTime(now, actor.timezone),
    localTimezone: actor.timezone,
    channelId: 'msteams',
    serviceUrl,
    from: { id: actor.teamsUserId, name: actor.name, aadObjectId: actor.oid },
    recipient: { id: `28:${bot.appId}`, name: bot.name },
    conversation: conversation(place),
    entities: [clientInfo(actor)],
    channelData: channelData(place),
    locale: actor.locale
  }
}

function clientInfo({ locale, country, platform, timezone }: Person): Sent {
  return { locale, country, platform, timezone, type: 'clientInfo' }
}

function conversation(place: Place): Sent {
  if (place.kind === 'personal') return { conversationType: 'personal', tenantId: place.tid, id: place.placeId }
  const id = place.threadId ? `${place.placeId};messageid=${place.threadId}` : place.placeId
  return { isGroup: true, conversationType: 'channel', tenantId: place.tid, id }
}

function channelData(place: Place): Sent {
  const tenant = { id: place.tid }
  if (place.kind === 'personal') return { tenant }
  const { team, channel } = place
  return {
    teamsChannelId: channel.id,
    teamsTeamId: team.id,
    channel: { id: channel.id },
    team: { id: team.id },
    tenant
  }
}

function teamInfo({ id, name, aadGroupId }: Team): Sent {
  return { id, name, aadGroupId }
}

export function installed(about: Envelope, action: 'add' | 'remove'): Sent {
  const { place } = about
  const source = { source: { name: 'message' } }
  const extra =
    place.kind === 'personal'
      ? { ...channelData(place), ...source, settings: { selectedChannel: { id: place.placeId } } }
      : { ...teamData(place), ...source, settings: { selectedChannel: { id: place.channel.id } } }
  return { ...envelope(about), type: 'installationUpdate', action, channelData: extra }
}

export function botAdded(about: Envelope): Sent {
  const { place, bot } = about
  const base = { ...envelope(about), type: 'conversationUpdate', membersAdded: [{ id: `28:${bot.appId}` }] }
  if (place.kind === 'personal') return base
  return { ...base, channelData: { ...teamData(place), eventType: 'teamMemberAdded' } }
}

export function botRemoved(about: Envelope): Sent {
  const { place, bot } = about
  const base = { ...envelope(about), type: 'conversationUpdate', membersRemoved: [{ id: `28:${bot.appId}` }] }
  if (place.kind === 'personal') return base
  return { ...base, channelData: { ...teamData(place), eventType: 'teamMemberRemoved' } }
}

export type TeamEvent = {
  readonly eventType: string
  readonly channel?: { readonly id: string; readonly name?: string }
}

/** About a team or one of its channels. Teams names the actor by the Teams id only. */
export function teamChanged(about: Envelope, { eventType, channel }: TeamEvent): Sent {
  const { place, actor } = about
  if (place.kind === 'personal') return {}
  const data = { team: teamInfo(place.team), tenant: { id: place.tid }, eventType, ...(channel && { channel }) }
  return { ...envelope(about), type: 'conversationUpdate', from: { id: actor.teamsUserId }, channelData: data }
}

function teamData(place: Extract<Place, { kind: 'channel' }>): Sent {
  const { team, channel, tid } = place
  return { team: teamInfo(team), channel: { id: channel.id }, tenant: { id: tid } }
}

export type Spoken = {
  readonly id: string
  readonly text?: string
  readonly value?: unknown
  readonly replyToId?: string
  /** Pictures, files, or the rich text beside the plain one. */
  readonly attachments?: readonly Sent[]
  readonly textFormat?: 'plain' | 'xml'
}

/** A message; in a channel it mentions the bot, for only then does the bot hear it. */
export function message(about: Envelope, spoken: Spoken): Sent {
  const { id, text, value, replyToId, attachments, textFormat = 'plain' } = spoken
  const base = envelope(about)
  const mentioned = about.place.kind === 'channel' && text !== undefined
  const at = `<at>${about.bot.name}</at>`
  const mention = { type: 'mention', text: at, mentioned: { id: `28:${about.bot.appId}`, name: about.bot.name } }
  return {
    ...base,
    type: 'message',
    id,
    ...(text !== undefined && { text: mentioned ? `${at} ${text}` : text, textFormat }),
    ...(attachments && { attachments }),
    ...(mentioned && { entities: [mention, clientInfo(about.actor)] }),
    ...(value !== undefined && { value }),
    ...(replyToId && { replyToId })
  }
}

export function edited(about: Envelope, spoken: Spoken, eventType: 'editMessage' | 'undeleteMessage'): Sent {
  const base = message(about, spoken)
  return { ...base, type: 'messageUpdate', channelData: { ...channelData(about.place), eventType } }
}

export function removed(about: Envelope, id: string): Sent {
  const data = { ...channelData(about.place), eventType: 'softDeleteMessage' }
  return { ...envelope(about), type: 'messageDelete', id, channelData: data }
}

export type Invoked = { readonly name: string; readonly value: unknown; readonly replyToId: string }

export function invoked(about: Envelope, { name, value, replyToId }: Invoked): Sent {
  const data = { ...channelData(about.place), source: { name: 'message' }, legacy: { replyToId } }
  return { ...envelope(about), type: 'invoke', name, value, replyToId, channelData: data }
}

/** The wall-clock time of the zone with its offset, such as 2026-11-23T09:30:00.000-06:00. */
export function localTime(now: Date, timezone: string): string {
  const part = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' })
    .formatToParts(now)
    .find(({ type }) => type === 'timeZoneName')
  const offset = part?.value.replace('GMT', '') || '+00:00'
  const [hours = '0', minutes = '0'] = offset.slice(1).split(':')
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (offset.startsWith('-') ? -1 : 1)
  return new Date(now.getTime() + shift).toISOString().replace('Z', offset)
}
