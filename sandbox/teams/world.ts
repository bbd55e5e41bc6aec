/** Who and what there is: bots, people, teams and channels, and what an admin forbids. */
import { randomUUID } from 'node:crypto'
import type { Hub } from './hub.ts'
import { chatId, newThreadId, personKey, teamsUserIdOf } from './model.ts'
import type { Bot, Channel, Installation, Person, PersonKey, Team } from './model.ts'
import { findPlace, type Place } from './places.ts'

export class TeamsStandinError extends Error {
  readonly code = 'teams_standin'
}

export type NewBot = Omit<Bot, 'catalogId'> & { readonly catalogId?: string }
export type NewPerson = PersonKey & Pick<Person, 'name'> & Partial<Person>
export type NewTeam = Pick<Team, 'tid' | 'name'> & Partial<Team>

export type Lookup = {
  /** The bot named, or the first registered. */
  readonly bot: (appId?: string) => Bot
  readonly person: (key: PersonKey) => Person
  readonly team: (teamId: string) => Team
  readonly place: (conversationId: string) => Place
  /** The person's chat with the bot. */
  readonly chat: (key: PersonKey, appId?: string) => Installation
  readonly chatId: (key: PersonKey, appId?: string) => string
}

/** Finds things by id and says what to call first when they are not there. */
export function createLookup({ data }: Hub): Lookup {
  const bot = (appId?: string): Bot =>
    need(appId ? data.bots.get(appId) : data.bots.values()[0], `no bot "${appId ?? ''}"; call registerBot first`)
  return {
    bot,
    chatId: (key, appId) => chatId(bot(appId).appId, key),
    person: key => need(data.people.get(personKey(key)), `no person "${personKey(key)}"; call addPerson first`),
    team: teamId => need(data.teams.get(teamId), `no team "${teamId}"; call addTeam first`),
    place: conversationId => need(findPlace(data, conversationId), `no chat or channel "${conversationId}"`),
    chat: (key, appId) =>
      need(
        data.installations.get(chatId(bot(appId).appId, key)),
        `the app was never installed for "${personKey(key)}"; call install first`
      )
  }
}

function need<T>(found: T | undefined, message: string): T {
  if (found === undefined) throw new TeamsStandinError(message)
  return found
}

export function createWorld(hub: Hub, { bot, person, team }: Lookup) {
  const { data } = hub
  const told = <T>(result: T): T => {
    hub.changed({ kind: 'world' })
    return result
  }
  return {
    registerBot: (added: NewBot): Bot => {
      const catalogId = added.catalogId ?? data.bots.get(added.appId)?.catalogId ?? randomUUID()
      return told(data.bots.set(added.appId, { ...added, catalogId }))
    },
    addPerson: (added: NewPerson): Person => {
      const defaults = { email: `${added.oid}@${added.tid}.example`, locale: 'en-US', timezone: 'America/New_York' }
      const whole = { teamsUserId: teamsUserIdOf(added), country: 'US', platform: 'Windows', ...defaults, ...added }
      data.teamsIds.set(whole.teamsUserId, personKey(whole))
      return told(data.people.set(personKey(whole), whole))
    },
    removePerson: (key: PersonKey): void => {
      const gone = person(key)
      data.teamsIds.delete(gone.teamsUserId)
      told(data.people.delete(personKey(key)))
    },
    addTeam: (added: NewTeam): Team => {
      const id = added.id ?? newThreadId()
      const made = { aadGroupId: randomUUID(), members: [], bots: [], ...data.teams.get(id), ...added, id }
      data.channels.set(id, { id, teamId: id, name: 'General' })
      return told(data.teams.set(id, made))
    },
    /** @param more a private or shared one, with the object ids of whoever is in it. */
    addChannel: (teamId: string, name: string, more: Pick<Channel, 'kind' | 'members'> = {}): Channel => {
      const id = newThreadId()
      return told(data.channels.set(id, { id, teamId, name, ...more }))
    },
    addMember: (teamId: string, key: PersonKey): void => {
      const members = [...new Set([...team(teamId).members, personKey(person(key))])]
      told(data.teams.set(teamId, { ...team(teamId), members }))
    },
    /** An admin's policy for a whole tenant: sends get BotDisabledByAdmin, Graph refuses to install. */
    disableApp: (tid: string, appId?: string): void => {
      told(data.disabled.set(`${tid} ${bot(appId).appId}`, true))
    },
    enableApp: (tid: string, appId?: string): void => {
      told(data.disabled.delete(`${tid} ${bot(appId).appId}`))
    },
    people: (): readonly Person[] => data.people.values(),
    bots: (): readonly Bot[] => data.bots.values(),
    teams: (): readonly Team[] => data.teams.values(),
    channels: (teamId: string): readonly Channel[] => data.channels.values().filter(it => it.teamId === teamId)
  }
}
