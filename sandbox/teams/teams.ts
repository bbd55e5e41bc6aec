/** The Teams stand-in: Bot Connector, Bot Framework login metadata, a corner of Graph, and people's clients. */
import { createStandin, type Standin, type StandinOptions } from '../harness/standin.ts'
import { connectorRoutes } from './connector.ts'
import { createDeliveries, TEAMS_RETRIES, type Delivery, type RetryOptions } from './deliver.ts'
import { graphMeRoutes } from './graph-me.ts'
import { graphRoutes } from './graph.ts'
import { createHub, type Hub } from './hub.ts'
import { createInstalls } from './installs.ts'
import type { Outgoing, PersonKey } from './model.ts'
import { createPressing } from './pressing.ts'
import {
  CHANNEL_ISSUER,
  createChannelIdentity,
  createTokenCheck,
  type ChannelIdentity,
  type TokenOptions
} from './tokens.ts'
import { viewConversation, type Conversation } from './view.ts'
import { createLookup, createWorld } from './world.ts'
import { createWriting } from './writing.ts'

export type TeamsOptions = Omit<StandinOptions, 'name'> &
  TokenOptions & {
    /** Teams' published limits; on unless false. */
    readonly limits?: boolean
    readonly retry?: Partial<RetryOptions>
    readonly fetch?: typeof fetch
    /** Monotonic real time in milliseconds, for limits and streams. */
    readonly clock?: () => number
  }

export type TeamsStandin = ReturnType<typeof createTeamsStandin>

export function createTeamsStandin(options: TeamsOptions) {
  const standin = createStandin({ ...options, name: 'teams' })
  const hub = createHub(standin, options.limits ?? true, options.clock ?? (() => performance.now()))
  const identity = createChannelIdentity(standin)
  const check = createTokenCheck(options)
  const deliveries = createDeliveries({
    data: hub.data,
    faults: standin.faults,
    identity,
    serviceUrl: hub.serviceUrl,
    fetch: options.fetch ?? fetch,
    retry: { ...TEAMS_RETRIES, ...options.retry },
    onEnd: (outgoing, delivery) => noteDelivery(hub, outgoing, delivery)
  })
  const lookup = createLookup(hub)
  const stage = { hub, deliveries, lookup }
  const installs = createInstalls(hub, deliveries, lookup)
  const writing = createWriting(stage)
  metadataRoutes(standin, identity)
  standin.app.use('/teams', connectorRoutes(hub, check))
  standin.app.use(graphMeRoutes(hub, check))
  standin.app.use(graphRoutes(hub, check, installs))
  return {
    standin,
    ...createWorld(hub, lookup),
    ...installs,
    ...writing,
    ...createPressing(stage, writing),
    /** The private chat of a person with the bot, as that person sees it; empty before the first installation. */
    conversation: (key: PersonKey, appId?: string): Conversation =>
      viewConversation(hub, lookup.chatId(key, appId), key.oid),
    channel: (channelId: string, viewer?: PersonKey): Conversation => viewConversation(hub, channelId, viewer?.oid),
    /** What the activity feed holds for a person, oldest first. */
    feed: ({ tid, oid }: PersonKey) => hub.data.feed.values().filter(item => item.tid === tid && item.oid === oid),
    /** Base URL that bots get in every activity; ends in a slash. */
    serviceUrl: hub.serviceUrl,
    openIdMetadataUrl: (): string => `${standin.url()}/v1/.well-known/openidconfiguration`,
    graphUrl: (): string => `${standin.url()}/v1.0`,
    setLimits: (on: boolean): void => {
      hub.limits.on(on)
      hub.limits.clear()
      hub.streams.on(on)
    },
    onChange: hub.listen,
    /** Takes up what a restart left undelivered; call it once the bot answers. */
    resumeDeliveries: deliveries.resume,
    /** Resolves when no delivery to a bot is under way or waiting for a retry. */
    settled: deliveries.settled,
    listen: (): Promise<void> => standin.listen(),
    [Symbol.asyncDispose]: async (): Promise<void> => {
      deliveries.stop()
      await standin[Symbol.asyncDispose]()
    }
  }
}

function noteDelivery(hub: Hub, { placeId, messageId }: Outgoing, delivery: Delivery): void {
  const message = messageId ? hub.data.messages(placeId).get(messageId) : undefined
  if (message) hub.keep({ ...message, delivery: delivery.outcome })
}

function metadataRoutes({ app, url }: Standin, identity: ChannelIdentity): void {
  app.get('/v1/.well-known/openidconfiguration', (_req, res) => {
    res.json({
      issuer: CHANNEL_ISSUER,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${url()}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt']
    })
  })
  app.get('/v1/.well-known/keys', async (_req, res) => {
    res.json(await identity.jwks())
  })
}
