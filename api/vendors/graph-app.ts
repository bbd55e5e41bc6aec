/** Microsoft Graph as the app itself, in one tenant: installing our own app, and its activity feed. Nothing above the company's level leaves us. */
import { AuthError, ConfidentialClientApplication } from '@azure/msal-node'
import { z } from 'zod'
import { fillGraphPath, GRAPH_CALLS, type GraphCall } from '../contract/graph-calls.ts'
import type { Level } from '../contract/reach.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { MICROSOFT_LOGIN, microsoftNetwork } from '../platform/microsoft-login.ts'
import { createPaces } from '../platform/pace.ts'
import { SECOND } from '../platform/time.ts'
import { AboveLevelError } from './above-level.ts'

/** Every application permission that was granted, and no more: the company's admin grants one for each level. */
const SCOPE = 'https://graph.microsoft.com/.default'

/** Graph allows 30 a second per app and tenant; reservations arrive a little early or late. */
const PER_SECOND = 28
const PATIENCE_MS = 15 * SECOND

export type GraphReply = {
  readonly status: number
  readonly body: unknown
  /** Milliseconds, as Graph asks for them. */
  readonly waitMs: number | undefined
}

export type Account = { readonly tid: string; readonly oid: string }

export type GraphApp = {
  /** @throws TokenError. */
  token(tid: string): Promise<void>
  install(account: Account, catalogId: string): Promise<GraphReply>
  /** The person's installation of our app, with the app itself. */
  installed(account: Account, manifestId: string): Promise<GraphReply>
  chat(account: Account, installationId: string): Promise<GraphReply>
  notify(account: Account, notification: Readonly<Record<string, unknown>>): Promise<GraphReply>
}

/** Entra gives no token. `number` is its own, such as AADSTS700016; without one it was not reached. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly code = 'no_graph_token'
  readonly number: string | undefined
  constructor(number: string | undefined, cause: unknown) {
    super(`Entra gives no token: ${number ?? 'no answer'}`, { cause })
    this.number = number
  }
}

/** Undefined where the operator has set no secret for the tab's registration, which the app's manifest names. */
export function createGraphApp(deps: Pick<Deps, 'config' | 'fetch' | 'db'>, level: Level): GraphApp | undefined {
  const { TAB_CLIENT_SECRET: secret, GRAPH_URL } = deps.config
  if (!secret) return undefined
  const tokenOf = tokensFor(deps, secret)
  const paces = createPaces(deps.db)
  const send = async (tid: string, token: string, { method, path, body }: Wanted): Promise<GraphReply> => {
    await paces.takeTurn({ key: `graph/${deps.config.TAB_CLIENT_ID}/${tid}`, perSecond: PER_SECOND })
    const response = await deps.fetch(`${GRAPH_URL}/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body ? { body: JSON.stringify(body) } : {})
    })
    const text = await response.text()
    return { status: response.status, body: parse(text), waitMs: waitOf(response) }
  }
  const call = async (name: Exclude<GraphCall, 'me'>, tid: string, { values, body }: Filled): Promise<GraphReply> => {
    const { level: needs, method, path } = GRAPH_CALLS[name]
    if (needs > level) throw new AboveLevelError(`"${path}" needs level ${needs}, the company granted ${level}`)
    const wanted = { method, path: fillGraphPath(path, values), ...(body ? { body } : {}) }
    try {
      const reply = await send(tid, await tokenOf(tid), wanted)
      // A token may end, or lose what it holds, before its time.
      return reply.status === 401 ? await send(tid, await tokenOf(tid, { fresh: true }), wanted) : reply
    } catch (cause) {
      if (cause instanceof TokenError) throw cause
      throw new VendorError('graph', 'does not answer', { retryable: true, cause })
    }
  }
  return {
    token: async tid => {
      if (level > 0) await tokenOf(tid, { fresh: true })
    },
    install: ({ tid, oid: user }, catalogId) => call('install', tid, { values: { user }, body: bind(catalogId) }),
    installed: ({ tid, oid: user }, manifestId) =>
      call('installed', tid, { values: { user, filter: `teamsApp/externalId eq '${manifestId}'` } }),
    chat: ({ tid, oid: user }, installation) => call('chat', tid, { values: { user, installation } }),
    notify: ({ tid, oid: user }, body) => call('notify', tid, { values: { user }, body })
  }
}

type Filled = {
  readonly values: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
}
type Wanted = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
}

/** Microsoft's own address, whatever stands in for it. */
const bind = (catalogId: string) => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogId}`
})

type TokenOf = (tid: string, how?: { readonly fresh: boolean }) => Promise<string>

/** A process asks for a tenant's token once an hour, however many companies and runs there are. */
const sources = new WeakMap<Deps['config'], TokenOf>()

function tokensFor(deps: Pick<Deps, 'config' | 'fetch'>, clientSecret: string): TokenOf {
  const source = sources.get(deps.config) ?? createTokens(deps, clientSecret)
  sources.set(deps.config, source)
  return source
}

/** One client for each tenant, so that msal keeps their tokens apart and renews them. */
function createTokens({ config, fetch }: Pick<Deps, 'config' | 'fetch'>, clientSecret: string): TokenOf {
  const networkClient = microsoftNetwork(config.ENTRA_URL, fetch)
  const clients = new Map<string, ConfidentialClientApplication>()
  const clientOf = (tid: string): ConfidentialClientApplication => {
    const authority = `${MICROSOFT_LOGIN}/${tid}`
    const auth = { clientId: config.TAB_CLIENT_ID, clientSecret, authority }
    const client = clients.get(tid) ?? new ConfidentialClientApplication({ auth, system: { networkClient } })
    clients.set(tid, client)
    return client
  }
  return async (tid, { fresh } = { fresh: false }) => {
    const result = await clientOf(tid)
      .acquireTokenByClientCredential({ scopes: [SCOPE], skipCache: fresh })
      .catch((cause: unknown) => {
        const said = cause instanceof AuthError ? cause.message : ''
        throw new TokenError(/AADSTS\d+/u.exec(said)?.[0], cause)
      })
    if (!result) throw new TokenError(undefined, 'an empty answer')
    return result.accessToken
  }
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function waitOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND : undefined
}

const errorSchema = z.looseObject({
  error: z.looseObject({ code: z.string().catch(''), message: z.string().catch('') })
})

/** What Graph says of a refusal, for telling kinds apart; never shown to people. */
export function saidIn({ body }: GraphReply): string {
  const parsed = errorSchema.safeParse(body)
  return parsed.success ? `${parsed.data.error.code} ${parsed.data.error.message}` : ''
}
