/** Where the app is installed, as people and admins change it, and what the bot is told about it. */
import { botAdded, botRemoved, installed, teamChanged, type Envelope, type Sent } from './activities.ts'
import type { BlockedShape } from './answers.ts'
import type { Deliveries, Delivery } from './deliver.ts'
import type { Hub } from './hub.ts'
import { chatId, installationId, type Bot, type Installation, type PersonKey } from './model.ts'
import type { Lookup } from './world.ts'

export type Installed = { readonly conversationId: string; readonly delivered: Promise<Delivery> }

export type Installs = ReturnType<typeof createInstalls>

export function createInstalls(hub: Hub, deliveries: Deliveries, { bot, person, team, place, chat }: Lookup) {
  const { data } = hub
  const set = (installation: Installation): void => {
    data.installations.set(installation.conversationId, installation)
    hub.changed({ kind: 'installation', placeId: installation.conversationId })
  }
  const about = (app: Bot, conversationId: string, key: PersonKey): Envelope => ({
    bot: app,
    place: place(conversationId),
    actor: person(key),
    serviceUrl: hub.serviceUrl(),
    now: hub.now()
  })
  const tell = (envelope: Envelope, events: readonly Sent[]): Installed => {
    const { placeId, tid } = envelope.place
    const posted: Promise<Delivery>[] = []
    for (const activity of events) {
      posted.push(deliveries.post(envelope.bot, { activity, tid, placeId }, posted.at(-1)))
    }
    return { conversationId: placeId, delivered: Promise.all(posted).then(worst) }
  }
  const setBots = (teamId: string, bots: readonly string[]): void => {
    data.teams.set(teamId, { ...team(teamId), bots })
    hub.changed({ kind: 'installation', placeId: teamId })
  }
  return {
    install: (key: PersonKey, appId?: string): Installed => {
      const { tid, oid } = person(key)
      const app = bot(appId)
      const conversationId = chatId(app.appId, key)
      const id = installationId(app.appId, key)
      set({ tid, oid, id, appId: app.appId, conversationId, state: 'installed' })
      const envelope = about(app, conversationId, key)
      return tell(envelope, [installed(envelope, 'add'), botAdded(envelope)])
    },
    uninstall: (key: PersonKey, appId?: string): Installed => {
      const found = chat(key, appId)
      set({ ...found, state: 'removed' })
      const envelope = about(bot(appId), found.conversationId, key)
      return tell(envelope, [installed(envelope, 'remove')])
    },
    /** Teams tells the bot nothing; its next send is refused. */
    block: (key: PersonKey, shape: BlockedShape = 'subCode', appId?: string): void =>
      set({ ...chat(key, appId), blocked: shape }),
    unblock: (key: PersonKey, appId?: string): void => {
      const { blocked: _lifted, ...found } = chat(key, appId)
      set(found)
    },
    /** @param channelId the channel the installer chose; General without it */
    installToTeam: (teamId: string, by: PersonKey, channelId = teamId, appId?: string): Installed => {
      const app = bot(appId)
      setBots(teamId, [...new Set([...team(teamId).bots, app.appId])])
      const envelope = about(app, channelId, by)
      return tell(envelope, [installed(envelope, 'add'), botAdded(envelope)])
    },
    removeFromTeam: (teamId: string, by: PersonKey, appId?: string): Installed => {
      const app = bot(appId)
      const envelope = about(app, teamId, by)
      setBots(
        teamId,
        team(teamId).bots.filter(id => id !== app.appId)
      )
      return tell(envelope, [installed(envelope, 'remove'), botRemoved(envelope)])
    },
    /** Renames, deletes or brings back a team, or a channel of it, and tells the bots in its roster. */
    changeTeam: ({ teamId, channelId, event, name }: TeamChange, by: PersonKey, appId?: string): Installed => {
      const app = bot(appId)
      const channel = channelId ? data.channels.get(channelId) : undefined
      if (channel && name) data.channels.set(channel.id, { ...channel, name })
      if (!channelId && name) data.teams.set(teamId, { ...team(teamId), name })
      hub.changed({ kind: 'world' })
      const envelope = about(app, teamId, by)
      const said = channelId ? { id: channelId, name: name ?? channel?.name ?? '' } : undefined
      return tell(envelope, [teamChanged(envelope, { eventType: event, ...(said && { channel: said }) })])
    },
    installation: (key: PersonKey, appId?: string): Installation | undefined =>
      data.installations.get(chatId(bot(appId).appId, key))
  }
}

type TeamChange = {
  readonly teamId: string
  readonly channelId?: string
  /** As Teams names it, such as `channelRenamed`. */
  readonly event: string
  readonly name?: string
}

const NOTHING_SENT: Delivery = { outcome: 'failed', reason: 'nothing was sent', attempts: 0 }

function worst(deliveries: readonly Delivery[]): Delivery {
  return deliveries.find(({ outcome }) => outcome === 'failed') ?? deliveries[0] ?? NOTHING_SENT
}
