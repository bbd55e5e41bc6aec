/** Both directions of trust: the channel's own signing key towards bots, and the check of bots' Entra tokens. */
import { randomUUID } from 'node:crypto'
import { createRemoteJWKSet, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import { z } from 'zod'
import type { Standin } from '../harness/standin.ts'

export const CHANNEL_ISSUER = 'https://api.botframework.com'
export const CONNECTOR_AUDIENCES: readonly string[] = ['https://api.botframework.com']
export const GRAPH_AUDIENCES: readonly string[] = [
  'https://graph.microsoft.com',
  '00000003-0000-0000-c000-000000000000'
]
const TOKEN_MINUTES = 60
const MINUTE_MS = 60_000

export type TokenOptions = {
  /** Where the keys of the bots' Entra tokens are; read at each use, for Entra may start later. */
  readonly tokenJwksUrl: () => string
  /** Issuers must start with one of these, followed by the token's own tenant. */
  readonly tokenIssuers?: () => readonly string[]
}

export type Caller = {
  readonly appId: string
  readonly tid: string
  readonly roles: readonly string[]
  /** The person it speaks for, and what they let it do; an app that speaks for itself has neither. */
  readonly oid: string | undefined
  readonly scopes: readonly string[]
}

export type ChannelIdentity = {
  readonly jwks: () => Promise<{ readonly keys: readonly JWK[] }>
  /** A one-hour token for the bot, with the service URL that it must find in the activity. */
  readonly sign: (appId: string, serviceUrl: string) => Promise<string>
}

/** A key that names the channels it may speak for, as the Bot Framework's keys do. */
type EndorsedJwk = JWK & { readonly endorsements: readonly string[] }
type StoredKey = { readonly private: JWK; readonly public: EndorsedJwk }

export function createChannelIdentity({ store }: Standin): ChannelIdentity {
  const keys = store.collection<StoredKey>('channelKeys')
  let making: Promise<StoredKey> | undefined
  const key = (): Promise<StoredKey> => {
    const kept = keys.get('current')
    if (kept) return Promise.resolve(kept)
    making ??= makeKey().then(made => keys.set('current', made))
    return making
  }
  const minted = new Map<string, { readonly token: string; readonly until: number }>()
  return {
    jwks: async () => ({ keys: [(await key()).public] }),
    sign: async (appId, serviceUrl) => {
      const { private: jwk } = await key()
      const known = minted.get(`${jwk.kid} ${appId} ${serviceUrl}`)
      if (known && known.until > Date.now()) return known.token
      const token = await mint(jwk, appId, serviceUrl)
      minted.set(`${jwk.kid} ${appId} ${serviceUrl}`, { token, until: Date.now() + (TOKEN_MINUTES / 2) * MINUTE_MS })
      return token
    }
  }
}

async function makeKey(): Promise<StoredKey> {
  const pair = await generateKeyPair('RS256', { extractable: true })
  const named = { kid: randomUUID(), use: 'sig', alg: 'RS256' }
  const [secret, open] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)])
  return { private: { ...secret, ...named }, public: { ...open, ...named, endorsements: ['msteams'] } }
}

async function mint(jwk: JWK, appId: string, serviceUrl: string): Promise<string> {
  return new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(jwk.kid && { kid: jwk.kid }) })
    .setIssuer(CHANNEL_ISSUER)
    .setAudience(appId)
    .setNotBefore('-5m')
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_MINUTES}m`)
    .sign(await importJWK(jwk, 'RS256'))
}

const claimsSchema = z.object({
  iss: z.string(),
  tid: z.string(),
  appid: z.string().optional(),
  azp: z.string().optional(),
  roles: z.array(z.string()).default([]),
  oid: z.string().optional(),
  scp: z.string().default('')
})

export type TokenCheck = (header: string | undefined, audiences: readonly string[]) => Promise<Caller | undefined>

export function createTokenCheck(options: TokenOptions): TokenCheck {
  const sets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()
  const keySet = (): ReturnType<typeof createRemoteJWKSet> => {
    const url = options.tokenJwksUrl()
    const set = sets.get(url) ?? createRemoteJWKSet(new URL(url), { cooldownDuration: 1000 })
    sets.set(url, set)
    return set
  }
  const issuers = options.tokenIssuers ?? (() => ['https://sts.windows.net/', 'https://login.microsoftonline.com/'])
  return async (header, audiences) => {
    const token = /^Bearer (?<token>\S+)$/iu.exec(header ?? '')?.groups?.['token']
    if (!token) return undefined
    try {
      const { payload } = await jwtVerify(token, keySet(), { audience: [...audiences], algorithms: ['RS256'] })
      const claims = claimsSchema.parse(payload)
      const appId = claims.appid ?? claims.azp
      const trusted = issuers().some(prefix => claims.iss.startsWith(`${prefix}${claims.tid}`))
      const { tid, roles, oid, scp } = claims
      return appId && trusted && payload.exp
        ? { appId, tid, roles, oid, scopes: scp.split(' ').filter(Boolean) }
        : undefined
    } catch {
      return undefined
    }
  }
}
