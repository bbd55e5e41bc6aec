/** The only file that knows botbuilder: signed activities in, activities out, failures as data. */
import {
  CloudAdapter,
  StatusCodes,
  type Activity,
  type ConversationReference,
  type Request,
  type Response,
  type TurnContext
} from 'botbuilder'
import {
  AuthenticationError,
  BotFrameworkAuthenticationFactory,
  type BotFrameworkAuthentication
} from 'botframework-connector'
import { z } from 'zod'
import type { Deps } from '../api/platform/deps.ts'
import type { ConnectorToken } from './connector-token.ts'
import { failureOf, type Failure } from './failure.ts'

/** Where to speak: a private chat or a channel. */
export type Place = {
  readonly tenantId: string
  readonly conversationId: string
  readonly serviceUrl: string
  readonly botId: string
}

/** An activity as plain JSON, as the Bot Framework documents it. */
export type Outgoing = Readonly<Record<string, unknown>> & { readonly type: 'message' | 'typing' }

type Sent = { readonly kind: 'sent'; readonly activityId: string } | Failure
type Changed = { readonly kind: 'done' } | Failure

/** What an invoke answers; nothing for every other activity. */
export type InvokeAnswer = { readonly status: number; readonly body: unknown }

export type Teams = {
  /** Verifies the signature and answers: 401 unless Teams sent it, 500 when `hear` throws, which Teams repeats. */
  receive(req: Request, res: Response, hear: (activity: unknown) => Promise<InvokeAnswer | undefined>): Promise<void>
  send(place: Place, activity: Outgoing): Promise<Sent>
  update(place: Place, activityId: string, activity: Outgoing): Promise<Changed>
  delete(place: Place, activityId: string): Promise<Changed>
  /** Opens the private chat of somebody whose chat id is unknown. */
  createConversation(
    to: Omit<Place, 'conversationId'> & { readonly teamsUserId: string }
  ): Promise<{ readonly kind: 'opened'; readonly conversationId: string } | Failure>
}

const CONNECTOR = 'https://api.botframework.com'

/** What Teams is told when a turn fails; the cause stays in the log. */
class TurnError extends Error {
  override readonly name = 'TurnError'
  readonly code = 'turn_failed'
}

export function createTeams(deps: Pick<Deps, 'config' | 'log'>, token: ConnectorToken): Teams {
  const { BOT_APP_ID } = deps.config
  const adapter = new CloudAdapter(refusing(authentication(deps.config, token)))
  // The default answers people with a text of its own.
  adapter.onTurnError = async (_context, error) => {
    throw error
  }
  const at = async <R>(place: Place, work: (context: TurnContext) => Promise<R>): Promise<R | Failure> => {
    const done: R[] = []
    try {
      await adapter.continueConversationAsync(BOT_APP_ID, toReference(place), async context => {
        done.push(await work(context))
      })
    } catch (error) {
      return failureOf(error)
    }
    return done[0] ?? { kind: 'unclear', detail: 'the turn ended without an answer' }
  }
  return {
    receive: (req, res, hear) =>
      adapter.process(req, res, async context => {
        try {
          const answer = await hear(context.activity)
          if (answer) await context.sendActivity({ type: 'invokeResponse', value: answer })
        } catch (err) {
          deps.log.error({ err, activity: context.activity.id }, 'activity not taken in')
          throw new TurnError('The bot could not take this in')
        }
      }),
    send: (place, activity) =>
      at(place, async context => {
        const response = await context.sendActivity(toActivity(activity))
        return { kind: 'sent', activityId: response?.id ?? '' } as const
      }),
    update: (place, activityId, activity) =>
      at(place, async context => {
        await context.updateActivity({ ...toActivity(activity), id: activityId })
        return { kind: 'done' } as const
      }),
    delete: (place, activityId) =>
      at(place, async context => {
        await context.deleteActivity(activityId)
        return { kind: 'done' } as const
      }),
    createConversation: to => openChat(adapter, BOT_APP_ID, to)
  }
}

const FORGED = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'])

/** A forged or stale token is the caller's fault: botbuilder would answer 500, which Teams repeats. */
function refusing(authentication: BotFrameworkAuthentication): BotFrameworkAuthentication {
  const check = authentication.authenticateRequest.bind(authentication)
  authentication.authenticateRequest = (activity, header) =>
    check(activity, header).catch((error: unknown) => {
      const forged = error instanceof Error && FORGED.has(error.name)
      throw forged ? new AuthenticationError('The token does not hold', StatusCodes.UNAUTHORIZED) : error
    })
  return authentication
}

/** Authentication is on in every environment; only addresses differ. */
const authentication = (config: Deps['config'], token: ConnectorToken) =>
  BotFrameworkAuthenticationFactory.create(
    '',
    true,
    `${config.ENTRA_URL}/botframework.com`,
    CONNECTOR,
    CONNECTOR,
    CONNECTOR,
    config.BOT_OPENID_URL,
    `${config.ENTRA_URL}/common/v2.0/.well-known/openid-configuration`,
    '',
    {
      isValidAppId: async appId => appId === config.BOT_APP_ID,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({
        signRequest: async request => {
          request.headers.set('authorization', `Bearer ${await token()}`)
          return request
        }
      })
    },
    { requiredEndorsements: [] },
    undefined,
    // Its own retries would repeat posts that may have arrived.
    { noRetryPolicy: true }
  )

/** The typed shape has required fields that Teams fills in itself. */
const toActivity = (activity: Outgoing): Partial<Activity> => z.custom<Partial<Activity>>().parse(activity)

const toReference = ({ tenantId, conversationId, serviceUrl, botId }: Place): Partial<ConversationReference> => ({
  channelId: 'msteams',
  serviceUrl,
  bot: { id: botId, name: '' },
  conversation: { id: conversationId, tenantId, name: '', ...kindOf(conversationId) }
})

/** A channel's id ends in `.tacv2`, a group chat's in `.v2`. */
function kindOf(conversationId: string): { readonly isGroup: boolean; readonly conversationType: string } {
  if (!conversationId.startsWith('19:')) return { isGroup: false, conversationType: 'personal' }
  const channel = conversationId.includes('@thread.tacv2') || conversationId.includes('@thread.skype')
  return { isGroup: true, conversationType: channel ? 'channel' : 'groupChat' }
}

async function openChat(
  adapter: CloudAdapter,
  appId: string,
  to: Parameters<Teams['createConversation']>[0]
): ReturnType<Teams['createConversation']> {
  const opened: string[] = []
  const parameters = {
    isGroup: false,
    bot: { id: to.botId, name: '' },
    members: [{ id: to.teamsUserId, name: '' }],
    tenantId: to.tenantId,
    channelData: { tenant: { id: to.tenantId } }
  }
  try {
    // Its type asks for an activity, which the service does not: an empty chat is opened.
    const asked = z.custom<Parameters<CloudAdapter['createConversationAsync']>[4]>().parse(parameters)
    await adapter.createConversationAsync(appId, 'msteams', to.serviceUrl, CONNECTOR, asked, async context => {
      opened.push(context.activity.conversation.id)
    })
  } catch (error) {
    return failureOf(error)
  }
  const [conversationId] = opened
  return conversationId ? { kind: 'opened', conversationId } : { kind: 'unclear', detail: 'no conversation came back' }
}
