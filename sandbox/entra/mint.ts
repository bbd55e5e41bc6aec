/** Signs claims as Entra does, or, for tests of attacks, as nobody should. */
import { createHmac, createPublicKey } from 'node:crypto'
import { generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import type { Claims } from './claims.ts'
import type { PublishedKeys } from './published.ts'

/**
 * `foreign`: a key under a kid that nobody publishes. `impostor`: another key under the current kid. `consumers`: the
 * published key that may only sign for personal accounts. `nobody`: `alg: none`. `hmac`: HS256 with the published key as secret.
 */
type SignedBy = 'entra' | 'foreign' | 'impostor' | 'consumers' | 'nobody' | 'hmac'

export type Forgery = {
  /** Laid over the true claims; null takes a claim out. */
  readonly claims?: Claims
  /** Laid over the true header; null takes a field out. */
  readonly header?: Claims
  readonly signedBy?: SignedBy
}

export type Mint = {
  readonly sign: (claims: Claims) => Promise<string>
  readonly forge: (claims: Claims, forgery: Forgery) => Promise<string>
}

export function createMint(keys: PublishedKeys): Mint {
  return {
    sign: claims => keys.tenants.sign(claims),
    forge: (truth, { claims = {}, header = {}, signedBy = 'entra' }) =>
      signAs(keys, signedBy, { claims: overlay(truth, claims), header: withoutNulls(header) })
  }
}

const overlay = (base: Claims, change: Claims): Claims =>
  Object.fromEntries(
    Object.entries({ ...base, ...change }).filter(([, value]) => value !== null && value !== undefined)
  )

/** JSON leaves out what is undefined, so a field of the true header can be taken away. */
const withoutNulls = (header: Claims): Claims =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name, value ?? undefined]))

type Parts = { readonly claims: JWTPayload; readonly header: Claims }

async function signAs(keys: PublishedKeys, signedBy: SignedBy, { claims, header }: Parts): Promise<string> {
  switch (signedBy) {
    case 'entra':
      return keys.tenants.sign(claims, header)
    case 'consumers':
      return keys.consumers.sign(claims, header)
    case 'foreign':
      return signWithStranger(crypto.randomUUID(), { claims, header })
    case 'impostor':
      return signWithStranger((await keys.tenants.newest()).kid, { claims, header })
    case 'nobody':
      return compact({ typ: 'JWT', alg: 'none', ...header }, claims, () => '')
    case 'hmac': {
      const { kid, publicJwk } = await keys.tenants.newest()
      const secret = createPublicKey({ key: publicJwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
      const sign = (input: string): string => createHmac('sha256', secret).update(input).digest('base64url')
      return compact({ typ: 'JWT', alg: 'HS256', kid, ...header }, claims, sign)
    }
  }
}

async function signWithStranger(kid: string, { claims, header }: Parts): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(privateKey)
}

function compact(header: object, claims: object, sign: (input: string) => string): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${sign(input)}`
}
