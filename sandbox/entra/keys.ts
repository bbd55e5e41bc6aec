/** Signing keys of a stand-in, made at first start and kept, so that tokens outlive a restart. */
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose'
import type { Store } from '../harness/store.ts'

type KeyPair = { readonly kid: string; readonly publicJwk: JWK; readonly privateJwk: JWK; readonly madeAt: number }

export type SigningKeys = {
  jwks(): Promise<readonly JWK[]>
  /** Signs with the newest key; the payload goes in as it is. */
  sign(payload: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>
  /** The key that signs now, for forgeries that misuse it. */
  newest(): Promise<{ readonly kid: string; readonly publicJwk: JWK }>
  /** A new key signs from now on; the older ones still verify. */
  rotate(): Promise<void>
  /** Withdraws all older keys, as after a leak. */
  retire(): Promise<void>
}

/** @param name the collection that keeps them; two kinds of keys need two. */
export function openSigningKeys(store: Store, name = 'keys'): SigningKeys {
  const pairs = store.collection<KeyPair>(name)
  const make = async (): Promise<KeyPair> => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
    const kid = crypto.randomUUID().replaceAll('-', '').slice(0, 27)
    return pairs.set(kid, {
      kid,
      publicJwk: await exportJWK(publicKey),
      privateJwk: await exportJWK(privateKey),
      madeAt: Date.now()
    })
  }
  let first: Promise<KeyPair> | undefined
  const newest = async (): Promise<KeyPair> => {
    const latest = pairs.values().toSorted((a, b) => b.madeAt - a.madeAt)[0]
    if (latest) return latest
    first ??= make()
    return first
  }
  return {
    jwks: async () => {
      await newest()
      return pairs.values().map(({ kid, publicJwk }) => ({ ...publicJwk, kid, use: 'sig', alg: 'RS256' }))
    },
    sign: async (payload, header = {}) => {
      const { kid, privateJwk } = await newest()
      const key = await importJWK(privateJwk, 'RS256')
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(key)
    },
    newest,
    rotate: async () => void (await make()),
    retire: async () => {
      const { kid } = await newest()
      for (const old of pairs.keys().filter(each => each !== kid)) pairs.delete(old)
    }
  }
}
