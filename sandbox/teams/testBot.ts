/** For tests: an unmodified botbuilder bot with authentication on, and a small issuer of its Entra tokens. */
import { createServer, type Server } from 'node:http'
import { CloudAdapter, type ConversationReference, type TurnContext } from 'botbuilder'
import { BotFrameworkAuthenticationFactory } from 'botframework-connector'
import express from 'express'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { closeServer, listenOnLoopback } from '../harness/standin.ts'

export const APP_ID = '11111111-aaaa-4bbb-8ccc-000000000001'
export const TENANT = '22222222-aaaa-4bbb-8ccc-000000000002'
const CONNECTOR = 'https://api.botframework.com'

export type TokenClaims = {
  readonly aud?: string
  readonly appid?: string
  readonly iss?: string
  readonly tid?: string
  readonly roles?: readonly string[]
  readonly minutes?: number
}
export type Issuer = {
  readonly jwksUrl: () => string
  readonly token: (claims?: TokenClaims) => Promise<string>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const urlOf = (server: Server): string => {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('not listening')
  return `http://127.0.0.1:${address.port}`
}

export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'issuer-key', use: 'sig', alg: 'RS256' }
  const app = express()
  app.get('/keys', (_req, res) => void res.json({ keys: [jwk] }))
  const server = createServer(app)
  await listenOnLoopback(server, 0)
  return {
    jwksUrl: () => `${urlOf(server)}/keys`,
    token: ({ aud = CONNECTOR, appid = APP_ID, tid = TENANT, iss, roles = [], minutes = 5 } = {}) =>
      new SignJWT({ appid, tid, roles, ver: '1.0' })
        .setProtectedHeader({ alg: 'RS256', kid: 'issuer-key' })
        .setIssuer(iss ?? `https://sts.windows.net/${tid}/`)
        .setAudience(aud)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + minutes * 60)
        .sign(privateKey),
    [Symbol.asyncDispose]: () => closeServer(server)
  }
}

export type TestBot = {
  readonly messagingUrl: string
  readonly heard: readonly TurnContext['activity'][]
  /** Speaks first in a known conversation. */
  readonly proactive: (
    ref: Partial<ConversationReference>,
    turn: (context: TurnContext) => Promise<void>
  ) => Promise<void>
  readonly adapter: CloudAdapter
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type TestBotOptions = {
  readonly openIdMetadataUrl: string
  readonly token: () => Promise<string>
  readonly onTurn?: (context: TurnContext) => Promise<void>
  readonly port?: number
}

export async function startTestBot(options: TestBotOptions): Promise<TestBot> {
  const adapter = new CloudAdapter(botAuthentication(options))
  adapter.onTurnError = async (_context, error) => {
    throw error
  }
  const heard: TurnContext['activity'][] = []
  const app = express()
  app.use(express.json())
  app.post('/api/messages', async (req, res) => {
    await adapter.process(req, res, async context => {
      heard.push(context.activity)
      await options.onTurn?.(context)
    })
  })
  const server = createServer(app)
  await listenOnLoopback(server, options.port ?? 0)
  return {
    messagingUrl: `${urlOf(server)}/api/messages`,
    heard,
    adapter,
    proactive: (ref, turn) => adapter.continueConversationAsync(APP_ID, ref, turn),
    [Symbol.asyncDispose]: () => closeServer(server)
  }
}

/** The same call as in production; only the metadata URL and the source of tokens differ. */
function botAuthentication({ openIdMetadataUrl, token }: TestBotOptions) {
  return BotFrameworkAuthenticationFactory.create(
    '',
    true,
    'https://login.microsoftonline.com/botframework.com',
    CONNECTOR,
    CONNECTOR,
    CONNECTOR,
    openIdMetadataUrl,
    'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    '',
    {
      isValidAppId: async appId => appId === APP_ID,
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
    { noRetryPolicy: true }
  )
}
