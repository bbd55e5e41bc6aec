/** Who calls with a key. It is looked up for each call, so that a revocation counts in every process from the next call on. */
import { record } from '../audit/audit.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Hold, KeyCaller } from '../platform/http.ts'
import { createSharedLimit } from '../platform/limits.ts'
import { SECOND, within } from '../platform/time.ts'
import { readSecret } from './secret.ts'
import { standingOf, type Standing } from './standing.ts'
import * as store from './store.ts'

/** Of one key, in all processes together. */
const CALLS_A_MINUTE = 300
/** A connection may hang without an error: who asks is told so instead of waiting with it. A database that is only busy is waited for. */
const PATIENCE_MS = 3 * SECOND
const LOOK_EVERY_MS = SECOND
/** Looks in a row without an answer: then nobody can tell. */
const MOST_UNREAD = 3

export type KeyDoor = {
  /** @throws ProblemError with what became of the key, told only to who has its secret. */
  readonly authenticate: (token: string) => Promise<KeyCaller>
  /** Ends what stays open within seconds of the key's end, or when nobody can tell. */
  readonly hold: Hold
}

export function createKeyDoor(deps: Deps, { perMinute = CALLS_A_MINUTE } = {}): KeyDoor {
  const calls = createSharedLimit(deps, { name: 'api-keys', most: perMinute, seconds: 60 })
  return {
    authenticate: async token => {
      const row = await liveKey(deps, token)
      const retryAfter = await calls.take(row.id)
      if (retryAfter > 0)
        throw new ProblemError(
          'too_many_requests',
          `This API key has made ${perMinute} calls within a minute. Wait ${retryAfter} s and go on`,
          { retryAfter, reason: 'key_too_many' }
        )
      await noteUse(deps, row)
      return { kind: 'key', organizationId: row.organization_id, keyId: row.id, scopes: row.scopes }
    },
    hold: async (token, end) => {
      let unread = 0
      let isOver = false
      const look = setInterval(() => {
        liveKey(deps, token).then(
          () => (unread = 0),
          (error: unknown) => {
            unread += 1
            const hasEnded = error instanceof ProblemError && error.code === 'unauthenticated'
            if (isOver || (!hasEnded && unread < MOST_UNREAD)) return
            isOver = true
            clearInterval(look)
            end()
          }
        )
      }, LOOK_EVERY_MS).unref()
      return {
        [Symbol.dispose]: () => {
          isOver = true
          clearInterval(look)
        }
      }
    }
  }
}

async function liveKey(deps: Deps, token: string): Promise<store.KeyRow> {
  const given = readSecret(token)
  if (!given) throw refused('unknown')
  const row = await within(PATIENCE_MS, find(deps, given.keyId)).catch((cause: unknown) => {
    throw new ProblemError('unavailable', 'We cannot check this API key right now. Try again in a few seconds', {
      cause
    })
  })
  const standing = row ? standingOf(row, given.digest, deps.realNow()) : 'unknown'
  if (!row || standing !== 'live') throw refused(standing === 'live' ? 'unknown' : standing)
  return row
}

async function find(deps: Deps, keyId: string): Promise<store.KeyRow | undefined> {
  const organizationId = await deps.db.statement(db => store.companyOfKey(db, keyId))
  if (organizationId === undefined) return undefined
  return deps.db.read(organizationId)(db => store.findKey(db, { organizationId, keyId }))
}

const MESSAGES: Readonly<Record<Exclude<Standing, 'live'>, string>> = {
  unknown: 'This API key is not known. Check that it was copied whole, or ask your company’s CI admin for a new one',
  revoked: 'This API key was revoked. Ask your company’s CI admin for a new one',
  expired: 'This API key has expired. Ask your company’s CI admin for a new one',
  replaced: 'This API key was rotated, and the time for the secret before is over. Use the new one'
}

export const refused = (standing: Exclude<Standing, 'live'>): ProblemError =>
  new ProblemError('unauthenticated', MESSAGES[standing], { reason: `key_${standing}` })

/** By the day only. */
async function noteUse(deps: Deps, row: store.KeyRow): Promise<void> {
  const today = deps.realNow().toISOString().slice(0, 10)
  if (row.last_used_on !== null && row.last_used_on >= today) return
  const { organization_id: organizationId, id: keyId, name } = row
  await deps.db.for(organizationId)(async trx => {
    if (!(await store.noteDay(trx, { organizationId, keyId }, today))) return
    const detail = { keyId, name }
    await record(trx, deps, { organizationId, action: 'api_key.first_used', actor: keyId, detail })
  })
}
