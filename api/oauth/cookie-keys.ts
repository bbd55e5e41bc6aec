/** Signs the provider's cookies with HMAC-SHA-256: the library's own signer takes SHA-1 and builds its key anew for each cookie. */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

/** As the library `keygrip` has it: the newest key signs, all verify. */
export type CookieKeys = {
  sign(data: string): string
  verify(data: string, digest: string): boolean
  /** Of the key that signed; -1 for none. */
  index(data: string, digest: string): number
}

/** @param secrets newest first. */
export function createCookieKeys(secrets: readonly string[]): CookieKeys {
  const signers = secrets.map(secret => {
    const key = createSecretKey(secret, 'utf8')
    return (data: string): string => createHmac('sha256', key).update(data).digest('base64url')
  })
  const [newest = () => ''] = signers
  const index = (data: string, digest: string): number => signers.findIndex(sign => isEqual(sign(data), digest))
  return { sign: newest, index, verify: (data, digest) => index(data, digest) >= 0 }
}

function isEqual(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
