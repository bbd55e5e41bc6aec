/** Signing keys: made at the first start, kept sealed. ES256 for our own API; RS256, which every relying party reads, for ID tokens. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Deps } from '../platform/deps.ts'
import { addSealedKey, listSealedKeys, lockKeys, type SealedRow } from './store.ts'

export const API_TOKEN_ALG = 'ES256'
export const ID_TOKEN_ALG = 'RS256'

export type SigningKey = JWK & { readonly kid: string; readonly alg: string; readonly kty: string }
type KeyDeps = Pick<Deps, 'db' | 'vault' | 'realNow'>

export async function loadSigningKeys(deps: KeyDeps): Promise<readonly SigningKey[]> {
  const stored = await deps.db.router(listSealedKeys)
  return stored.length > 0 ? stored.map(row => open(deps, row)) : makeFirst(deps)
}

/** What others need to verify with: no private part. */
export const publicPart = ({ kty, kid, alg, crv, x, y, n, e }: SigningKey): JWK => ({
  kty,
  kid,
  alg,
  use: 'sig',
  ...(crv ? { crv } : {}),
  ...(x ? { x } : {}),
  ...(y ? { y } : {}),
  ...(n ? { n } : {}),
  ...(e ? { e } : {})
})

async function makeFirst(deps: KeyDeps): Promise<readonly SigningKey[]> {
  const made = await Promise.all([makeKey(API_TOKEN_ALG), makeKey(ID_TOKEN_ALG)])
  const stored = await deps.db.router(async trx => {
    await lockKeys(trx)
    const others = await listSealedKeys(trx)
    if (others.length > 0) return others
    for (const key of made) await addSealedKey(trx, seal(deps, key), deps.realNow())
    return listSealedKeys(trx)
  })
  return stored.map(row => open(deps, row))
}

async function makeKey(alg: string): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, kty: jwk.kty ?? '', alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) }
}

const context = (kid: string): string => `oidc_keys/${kid}`

function seal({ vault }: KeyDeps, key: SigningKey): SealedRow {
  const wrappedKey = vault.newKey()
  return { id: key.kid, wrappedKey, sealed: vault.seal(wrappedKey, context(key.kid), JSON.stringify(key)) }
}

const open = ({ vault }: KeyDeps, row: SealedRow): SigningKey =>
  JSON.parse(vault.open(row.wrappedKey, context(row.id), row.sealed)) as SigningKey
