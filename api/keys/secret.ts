/** How a key's secret is made and told apart. Pure but for the random bytes. docs/api-keys.md has its shape for scanners of leaked secrets. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { PREFIXES } from '../contract/ids.ts'

const BEGINS = 'cik_'
const SECRET_BYTES = 32
/** The id of the key, 256 random bits, and a checksum, by which a scanner tells a secret from what only looks like one. */
const SHAPE = /^cik_(?<id>[0-9A-HJKMNP-TV-Z]{26})_(?<random>[\da-f]{64})(?<sum>[\da-f]{8})$/u

export type Given = { readonly keyId: string; readonly digest: Buffer }

/** Any token that begins so is meant as a key, and is never looked at as anything else. */
export const isMeantAsKey = (token: string): boolean => token.startsWith(BEGINS)

/** How every secret of this key begins. */
export const beginsOf = (keyId: string): string => `${BEGINS}${keyId.slice(PREFIXES.apiKey.length + 1)}_`

export function newSecret(keyId: string): { readonly secret: string; readonly digest: Buffer } {
  const body = `${beginsOf(keyId)}${randomBytes(SECRET_BYTES).toString('hex')}`
  const secret = `${body}${sumOf(body)}`
  return { secret, digest: digestOf(secret) }
}

/** Undefined for what cannot be a secret of ours. */
export function readSecret(token: string): Given | undefined {
  const { id, sum } = SHAPE.exec(token)?.groups ?? {}
  if (!id || sum !== sumOf(token.slice(0, -8))) return undefined
  return { keyId: `${PREFIXES.apiKey}_${id}`, digest: digestOf(token) }
}

/** A fast digest is enough: nobody tries 256 random bits. */
const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const sumOf = (body: string): string => crc32(body).toString(16).padStart(8, '0')

export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
