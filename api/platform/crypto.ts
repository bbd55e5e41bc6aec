/** Envelope encryption: a data key per owner, wrapped by the master key; AES-256-GCM, `nonce || tag || ciphertext`. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject
} from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export type Vault = {
  /** A fresh data key in wrapped form, to be stored beside what it protects. */
  newKey(): Buffer
  /** `context` (such as `org_…/per_…`) is authenticated: a value moved to another row does not open. */
  seal(wrappedKey: Uint8Array, context: string, plain: string): Buffer
  open(wrappedKey: Uint8Array, context: string, sealed: Uint8Array): string
  /** For many values of one owner: its key is unwrapped once. */
  unlock(wrappedKey: Uint8Array): Unlocked
  /** The same for the same words under the same key, and no help to whoever guesses them without it. @returns base64url. */
  fingerprint(wrappedKey: Uint8Array, context: string, plain: string): string
}

export type Unlocked = {
  seal(context: string, plain: string): Buffer
  open(context: string, sealed: Uint8Array): string
}

export class SealError extends Error {
  override readonly name = 'SealError'
  readonly code = 'seal_broken'
}

/** @param masterKey 32 bytes, base64url. */
export function createVault(masterKey: string): Vault {
  const master = Buffer.from(masterKey, 'base64url')
  const unwrap = (wrapped: Uint8Array): Buffer => decrypt(master, 'data-key', wrapped)
  return {
    newKey: () => encrypt(master, 'data-key', randomBytes(32)),
    seal: (wrapped, context, plain) => encrypt(unwrap(wrapped), context, Buffer.from(plain, 'utf8')),
    open: (wrapped, context, sealed) => decrypt(unwrap(wrapped), context, sealed).toString('utf8'),
    unlock: wrapped => {
      const key = createSecretKey(unwrap(wrapped))
      return {
        seal: (context, plain) => encrypt(key, context, Buffer.from(plain, 'utf8')),
        open: (context, sealed) => decrypt(key, context, sealed).toString('utf8')
      }
    },
    fingerprint: (wrapped, context, plain) =>
      createHmac('sha256', Buffer.from(hkdfSync('sha256', unwrap(wrapped), '', `fingerprint/${context}`, 32)))
        .update(plain)
        .digest('base64url')
  }
}

export type Sealer = {
  /** `context` is authenticated, as in a vault. @returns base64url. */
  seal(context: string, plain: string): string
  /** @returns undefined when none of the keys opens it in this context. */
  open(context: string, sealed: string): string | undefined
}

/** For what leaves our hands and comes back. @param secrets newest first: the first seals, all open. @param purpose keeps uses apart. */
export function createSealer(secrets: readonly string[], purpose: string): Sealer {
  const keys = secrets.map(secret => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))))
  const [newest] = keys
  if (!newest) throw new SealError('there is no key to seal with')
  const openWith = (key: KeyObject, context: string, sealed: Buffer): string | undefined => {
    try {
      return decrypt(key, context, sealed).toString('utf8')
    } catch {
      return undefined
    }
  }
  return {
    seal: (context, plain) => encrypt(newest, context, Buffer.from(plain, 'utf8')).toString('base64url'),
    open: (context, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
      for (const key of keys) {
        const plain = openWith(key, context, bytes)
        if (plain !== undefined) return plain
      }
      return undefined
    }
  }
}

function encrypt(key: Buffer | KeyObject, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer | KeyObject, context: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.isBuffer(sealed) ? sealed : Buffer.from(sealed)
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new SealError('a sealed value does not open with this key and context', { cause })
  }
}
