/** Signing keys: made at the first start, kept sealed, replaced every ninety days. ES256 for our own API; RS256, which every relying party reads, for ID tokens. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Deps } from '../platform/deps.ts'
import type { Trx } from '../platform/database.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { rotationJob, type Rotation } from './rotation-job.ts'
import { addSealedKey, listSealedKeys, lockKeys, type SealedKeyRow, type SealedRow } from './store.ts'

export const API_TOKEN_ALG = 'ES256'
export const ID_TOKEN_ALG = 'RS256'

export type SigningKey = JWK & { readonly kid: string; readonly alg: string; readonly kty: string }
type KeyDeps = Pick<Deps, 'db' | 'vault' | 'realNow'>
type RotationDeps = KeyDeps & Pick<Deps, 'queue'>

/** A new key is published this long before it signs, so that every process and every relying party knows it by then. */
export const PUBLISHED_BEFORE_MS = HOUR
/** And a replaced one this long after: no token lives longer. */
const PUBLISHED_AFTER_MS = DAY
const LIFETIME_MS = 90 * DAY

/** What is published now, for each algorithm the one that signs first. Made when there is none. */
export async function loadSigningKeys(deps: KeyDeps): Promise<readonly SigningKey[]> {
  const stored = await deps.db.router(listSealedKeys)
  const rows = stored.length > 0 ? stored : await makeFirst(deps)
  const keys = rows.map(row => ({ ...open(deps, row), createdAt: row.createdAt }))
  return [API_TOKEN_ALG, ID_TOKEN_ALG].flatMap(alg =>
    published(
      keys.filter(key => key.alg === alg),
      deps.realNow()
    )
  )
}

/** The public part of each key that ever signed for our API: what was signed to be kept must verify years from now. */
export async function receiptKeys(deps: KeyDeps): Promise<readonly JWK[]> {
  const rows = await deps.db.router(listSealedKeys)
  return rows
    .map(row => open(deps, row))
    .filter(({ alg }) => alg === API_TOKEN_ALG)
    .map(publicPart)
}

type DatedKey = SigningKey & { readonly createdAt: Date }

/** @param keys of one algorithm, newest first. */
function published(keys: readonly DatedKey[], now: Date): readonly SigningKey[] {
  const age = ({ createdAt }: DatedKey): number => now.getTime() - createdAt.getTime()
  const signing = keys.find(key => age(key) >= PUBLISHED_BEFORE_MS) ?? keys.at(-1)
  const at = signing ? keys.indexOf(signing) : 0
  const replaced = signing && age(signing) > PUBLISHED_BEFORE_MS + PUBLISHED_AFTER_MS
  const kept = [...keys.slice(at, at + 1), ...keys.slice(0, at), ...(replaced ? [] : keys.slice(at + 1))]
  return kept.map(({ createdAt: _createdAt, ...key }) => key)
}

/** Adds a key of each kind, which signs an hour from now; the ones before stay published for a day after that. */
export async function rotateKeys(deps: RotationDeps): Promise<readonly string[]> {
  const made = await makePair()
  await deps.db.router(trx => rotate(deps, trx, { made, actor: 'operator' }))
  return made.map(({ kid }) => kid)
}

type Rotating = { readonly made: readonly SigningKey[]; readonly actor: Rotation['actor'] }

async function rotate(deps: RotationDeps, trx: Trx, { made, actor }: Rotating): Promise<void> {
  await addAll(deps, trx, made)
  await deps.queue.enqueue(trx, rotationJob.job({ actor, kids: made.map(({ kid }) => kid) }))
}

/** Rotates when the newest keys are ninety days old. Several processes may ask at once. */
export async function rotateWhenDue(deps: RotationDeps): Promise<boolean> {
  const isDue = async (trx: Trx): Promise<boolean> => {
    const [newest] = await listSealedKeys(trx)
    return newest !== undefined && deps.realNow().getTime() - newest.createdAt.getTime() >= LIFETIME_MS
  }
  if (!(await deps.db.router(isDue))) return false
  const made = await makePair()
  return deps.db.router(async trx => {
    await lockKeys(trx)
    const due = await isDue(trx)
    if (due) await rotate(deps, trx, { made, actor: 'schedule' })
    return due
  })
}

const makePair = (): Promise<readonly SigningKey[]> => Promise.all([makeKey(API_TOKEN_ALG), makeKey(ID_TOKEN_ALG)])

async function addAll(deps: KeyDeps, trx: Trx, keys: readonly SigningKey[]): Promise<void> {
  for (const key of keys) await addSealedKey(trx, seal(deps, key), deps.realNow())
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

async function makeFirst(deps: KeyDeps): Promise<readonly SealedKeyRow[]> {
  const made = await makePair()
  return deps.db.router(async trx => {
    await lockKeys(trx)
    const others = await listSealedKeys(trx)
    if (others.length > 0) return others
    await addAll(deps, trx, made)
    return listSealedKeys(trx)
  })
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
