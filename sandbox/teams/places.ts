/** Which chat or channel a conversation id means, and whether a bot may act there. */
import { botDisabledByAdmin, notInRoster, writesBlocked, type Answer } from './answers.ts'
import type { Bot, Channel, Installation, Person, Team, TeamsStore } from './model.ts'
import { personKey } from './model.ts'

export type Place =
  | {
      readonly kind: 'personal'
      readonly placeId: string
      readonly tid: string
      readonly person: Person
      readonly installation: Installation
    }
  | {
      readonly kind: 'channel'
      readonly placeId: string
      readonly tid: string
      readonly team: Team
      readonly channel: Channel
      readonly threadId?: string
    }

export function findPlace(data: TeamsStore, conversationId: string): Place | undefined {
  const installation = data.installations.get(conversationId)
  if (installation) {
    const person = data.people.get(personKey(installation))
    return person && { kind: 'personal', placeId: conversationId, tid: installation.tid, person, installation }
  }
  const [placeId = '', threadId] = conversationId.split(';messageid=')
  const channel = data.channels.get(placeId)
  const team = channel && data.teams.get(channel.teamId)
  if (!team || (threadId && !data.messages(placeId).get(threadId))) return undefined
  return { kind: 'channel', placeId, tid: team.tid, team, channel, ...(threadId && { threadId }) }
}

/** Why this bot may not write here, if so. */
export function refusalAt(data: TeamsStore, bot: Bot, place: Place): Answer | undefined {
  if (!isOwn(bot, place)) return notInRoster
  if (data.disabled.get(`${place.tid} ${bot.appId}`)) return botDisabledByAdmin
  if (place.kind === 'channel') return undefined
  const { blocked, state } = place.installation
  if (blocked) return writesBlocked(blocked)
  return state === 'installed' ? undefined : writesBlocked('subCode')
}

function isOwn(bot: Bot, place: Place): boolean {
  return place.kind === 'personal' ? place.installation.appId === bot.appId : place.team.bots.includes(bot.appId)
}

export function peopleAt(data: TeamsStore, place: Place): readonly Person[] {
  if (place.kind === 'personal') return [place.person]
  const own = place.channel.members
  if (own) return own.flatMap(oid => data.people.get(personKey({ tid: place.tid, oid })) ?? [])
  return place.team.members.flatMap(key => data.people.get(key) ?? [])
}

/** A person by Teams id or Entra object id, as the connector accepts both. */
export function personById(data: TeamsStore, tid: string, id: string): Person | undefined {
  const person = data.people.get(data.teamsIds.get(id) ?? personKey({ tid, oid: id }))
  return person?.tid === tid ? person : undefined
}
