/** The only file that knows botbuilder: signed activities in, activities out, failures as data. */
import {
  CloudAdapter,
  StatusCodes,
  TeamsInfo,
  type Activity,
  type ConversationReference,
  type Request,
  TurnContext,
  type Response
} from 'botbuilder'
import {
  AuthenticationError,
  BotFrameworkAuthenticationFactory,
  type BotFrameworkAuthentication,
  type ConnectorClientOptions
} from 'botframework-connector'
import { z } from 'zod'
import type { Deps } from '../api/platform/deps.ts'
import { SECOND, within } from '../api/platform/time.ts'
import type { ConnectorToken } from './connector-token.ts'
import { failureOf, type Failure } from './failure.ts'
import { createPost, type Call, type Post } from './posting.ts'

/** Where to speak: a private chat or a channel. */
export type Place = {
  readonly tenantId: string
  readonly conversationId: string
  readonly serviceUrl: string
  readonly botId: string
}

/** An activity as plain JSON, as the Bot Framework documents it. */
export type Outgoing = Readonly<Record<string, unknown>> & { readonly type: 'message' | 'typing' }

export type Sent = { readonly kind: 'sent'; readonly activityId: string } | Failure
type Changed = { readonly kind: 'done' } | Failure

/** What an invoke answers; nothing for every other activity. */
export type InvokeAnswer = { readonly status: number; readonly body: unknown }

export type Teams = {
  /** Verifies the signature and answers: 401 unless Teams sent it, 500 when `hear` throws, which Teams repeats. */
  receive(req: Request, res: Response, hear: (activity: unknown) => Promise<InvokeAnswer | undefined>): Promise<void>
  /** Has at hand what every call needs, so that what leaves at its moment does not wait for it. Never throws. */
  warm(): Promise<void>
  send(place: Place, activity: Outgoing): Promise<Sent>
  update(place: Place, activityId: string, activity: Outgoing): Promise<Changed>
  delete(place: Place, activityId: string): Promise<Changed>
  /** Who can read in a channel; what Teams does not say is missing. */
  describe(place: Place, teamId: string): Promise<Described>
  /** Opens the private chat of somebody whose chat id is unknown. */
  createConversation(
    to: Omit<Place, 'conversationId'> & { readonly teamsUserId: string }
  ): Promise<{ readonly kind: 'opened'; readonly conversationId: string } | Failure>
}

type Described = {
  readonly kind: 'standard' | 'private' | 'shared' | undefined
  readonly members: number | undefined
  /** None for the channel that every team has. */
  readonly name: string | undefined
}

const CONNECTOR = 'https://api.botframework.com'

/** What Teams is told when a turn fails; the cause stays in the log. */
class TurnError extends Error {
  override readonly name = 'TurnError'
  readonly code = 'turn_failed'
}

export function createTeams(deps: Pick<Deps, 'config' | 'log'>, token: ConnectorToken): Teams {
  const { BOT_APP_ID } = deps.config
  const post = createPost()
  const authenticated = refusing(authentication(deps.config, token, post))
  const adapter = new CloudAdapter(authenticated)
  // The default answers people with a text of its own.
  adapter.onTurnError = async (_context, error) => {
    throw error
  }
  const call = createCall(token, post)
  /** Only what the SDK offers to a turn needs one. */
  const inTurn = async <R>(place: Place, work: (context: TurnContext) => Promise<R>): Promise<R> => {
    const done: R[] = []
    await adapter.continueConversationAsync(BOT_APP_ID, toReference(place), async context => {
      done.push(await work(context))
    })
    const [first] = done
    if (first === undefined) throw new TurnError('The turn ended without an answer')
    return first
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
    warm: () =>
      token().then(
        () => undefined,
        () => undefined
      ),
    send: (place, activity) =>
      call(place, { method: 'POST', body: toActivity(place, activity) }, id => ({
        kind: 'sent',
        activityId: id ?? ''
      })),
    update: (place, activityId, activity) =>
      call(place, { method: 'PUT', activityId, body: { ...toActivity(place, activity), id: activityId } }, () => DONE),
    delete: (place, activityId) => call(place, { method: 'DELETE', activityId }, () => DONE),
    describe: async (place, teamId) => {
      // This client of the SDK tries again for minutes; a card does not wait for that.
      const look = inTurn(
        place,
        async context => ({ kind: 'seen', ...(await lookAt(context, place, teamId)) }) as const
      )
      const seen = await within(DESCRIBE_MS, look).catch(failureOf)
      if (seen.kind === 'seen') return { kind: seen.channel, members: seen.members, name: seen.name }
      deps.log.warn({ reason: seen.detail }, 'channel not described')
      return { kind: undefined, members: undefined, name: undefined }
    },
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
const authentication = (config: Deps['config'], token: ConnectorToken, post: Post) =>
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
    { noRetryPolicy: true, httpClient: travelling(post) }
  )

const DONE = { kind: 'done' } as const

const answerSchema = z.looseObject({
  id: z.string().optional(),
  error: z.looseObject({ code: z.string().optional(), message: z.string().optional() }).optional()
})

type Asked = Pick<Call, 'method'> & { readonly activityId?: string; readonly body?: object }

/** The documented calls as they are: the library's own walk through each field of each activity, and drop those that they do not know. */
const createCall =
  (token: ConnectorToken, post: Post) =>
  async <R>(place: Place, asked: Asked, ended: (id: string | undefined) => R): Promise<R | Failure> => {
    const { method, activityId, body } = asked
    const activity = activityId === undefined ? '' : `/${encodeURIComponent(activityId)}`
    const path = `v3/conversations/${encodeURIComponent(place.conversationId)}/activities${activity}`
    try {
      const answer = await post({
        method,
        url: `${place.serviceUrl.replace(/\/?$/u, '/')}${path}`,
        headers: { ...HEADERS, authorization: `Bearer ${await token()}` },
        body: body ? JSON.stringify(body) : ''
      })
      const { status, headers, body: bodyAsText } = answer
      const { id, error } = answerSchema.safeParse(parsed(bodyAsText)).data ?? {}
      if (status >= 200 && status < 300) return ended(id)
      const response = { headers: { get: (name: string) => headers[name] }, bodyAsText }
      return failureOf({ statusCode: status, ...error, response })
    } catch (error) {
      return failureOf(error)
    }
  }

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'ConsciousInsights' }

/** A gateway answers with a page. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>

function travelling(post: Post): HttpClient {
  return {
    sendRequest: async request => {
      const { url, method } = request
      const text = typeof request.body === 'string' ? request.body : ''
      const {
        status,
        headers: answered,
        body
      } = await post({ url, method, headers: request.headers.rawHeaders(), body: text })
      // The library hands out no constructor of its headers.
      const headers = request.headers.clone()
      for (const name of headers.headerNames()) headers.remove(name)
      for (const [name, value] of Object.entries(answered)) headers.set(name, String(value))
      return { request, status, headers, bodyAsText: body }
    }
  }
}

/** The typed shape has required fields that Teams fills in itself. */
const toActivity = (place: Place, activity: Outgoing): Activity =>
  z
    .custom<Activity>()
    .parse(TurnContext.applyConversationReference({ inputHint: 'acceptingInput', ...activity }, toReference(place)))

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

/** Everybody in the team reads a standard channel; a private or shared one has a roster of its own, which is counted up to a bound. */
async function lookAt(context: TurnContext, { conversationId }: Place, teamId: string) {
  const channels = await TeamsInfo.getTeamChannels(context, teamId)
  const found = channels.find(({ id }) => id === conversationId)
  const name = found?.name ?? undefined
  const channel = channelKind.parse(found?.type ?? 'standard')
  if (channel === 'standard')
    return { channel, name, members: (await TeamsInfo.getTeamDetails(context, teamId)).memberCount }
  const { members, continuationToken } = await TeamsInfo.getPagedMembers(context, ROSTER_PAGE)
  return { channel, name, members: continuationToken ? undefined : members.length }
}

const DESCRIBE_MS = 10 * SECOND
const ROSTER_PAGE = 500
const channelKind = z.enum(['standard', 'private', 'shared']).optional().catch(undefined)
