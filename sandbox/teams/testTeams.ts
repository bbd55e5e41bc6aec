/** For tests: a stand-in with one person, one registered botbuilder bot and their private chat. */
import type { ConversationReference, TurnContext } from 'botbuilder'
import type { RetryOptions } from './deliver.ts'
import type { PersonKey } from './model.ts'
import { createTeamsStandin, type TeamsStandin } from './teams.ts'
import { APP_ID, startIssuer, startTestBot, TENANT, type Issuer, type TestBot } from './testBot.ts'

export const ANA: PersonKey = { tid: TENANT, oid: 'aaaaaaaa-0000-4000-8000-000000000001' }
export const BEN: PersonKey = { tid: TENANT, oid: 'bbbbbbbb-0000-4000-8000-000000000002' }

export type TestTeams = AsyncDisposable & {
  readonly teams: TeamsStandin
  readonly bot: TestBot
  readonly issuer: Issuer
  readonly reference: () => Partial<ConversationReference>
  /** Calls the connector as the bot would, without an SDK. */
  readonly call: (method: string, path: string, body?: unknown, token?: string) => Promise<Response>
}

export type TestTeamsOptions = {
  readonly onTurn?: (context: TurnContext) => Promise<void>
  readonly retry?: Partial<RetryOptions>
  readonly limits?: boolean
  readonly clock?: () => number
  readonly file?: string
}

export async function startTestTeams({ onTurn, ...options }: TestTeamsOptions = {}): Promise<TestTeams> {
  const issuer = await startIssuer()
  const now = (): Date => new Date('2026-03-02T14:40:00Z')
  const teams = createTeamsStandin({ now, tokenJwksUrl: issuer.jwksUrl, ...options })
  await teams.listen()
  const openIdMetadataUrl = teams.openIdMetadataUrl()
  const bot = await startTestBot({ openIdMetadataUrl, token: () => issuer.token(), ...(onTurn && { onTurn }) })
  teams.registerBot({ appId: APP_ID, name: 'Coach', messagingUrl: bot.messagingUrl, manifestId: 'manifest-1' })
  const place = { locale: 'es-MX', timezone: 'America/Mexico_City', country: 'MX' }
  teams.addPerson({ ...ANA, ...place, name: 'Ana Demo', email: 'ana@demo.example' })
  teams.addPerson({ ...BEN, name: 'Ben Demo' })
  const reference = (): Partial<ConversationReference> => ({
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl(),
    bot: { id: `28:${APP_ID}`, name: 'Coach' },
    conversation: {
      id: teams.conversation(ANA).id,
      conversationType: 'personal',
      tenantId: TENANT,
      isGroup: false,
      name: ''
    }
  })
  const call = async (method: string, path: string, body?: unknown, token?: string): Promise<Response> =>
    fetch(`${teams.standin.url()}${path}`, {
      method,
      headers: { authorization: `Bearer ${token ?? (await issuer.token())}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
  const dispose = async (): Promise<void> => {
    await bot[Symbol.asyncDispose]()
    await teams[Symbol.asyncDispose]()
    await issuer[Symbol.asyncDispose]()
  }
  return { teams, bot, issuer, reference, call, [Symbol.asyncDispose]: dispose }
}
