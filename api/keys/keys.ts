/** Keys of a company's own systems: made, rotated and revoked by its IT, each for what its scopes name and no longer than a year. */
import type { z } from 'zod'
import { record } from '../audit/audit.ts'
import {
  MOST_KEYS,
  type ApiKeyView,
  type listApiKeys,
  type makeApiKey,
  type rotateApiKey
} from '../contract/api-keys.ts'
import { mayGiveScope, SCOPE_NAMES, type KeyScope } from '../contract/key-scopes.ts'
import { getPeopleWithin, namesOfPeople } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import type { Role } from '../platform/http.ts'
import { after, DAY, HOUR } from '../platform/time.ts'
import { newSecret } from './secret.ts'
import * as store from './store.ts'
import { viewOf } from './view.ts'

export { createKeyDoor, refused as refusedKey } from './authenticate.ts'
export { isMeantAsKey } from './secret.ts'

type By = { readonly organizationId: string; readonly personId: string; readonly roles: readonly Role[] }

/** Ended keys are listed for so long. */
const LISTED_MS = 365 * DAY

export async function keysOf(deps: Deps, by: By): Promise<z.input<typeof listApiKeys.answer>> {
  const keys = await viewsOf(deps, by)
  const isLive = ({ state }: ApiKeyView): boolean => state === 'active' || state === 'ending'
  return {
    keys: [...keys.filter(isLive), ...keys.filter(key => !isLive(key))],
    mayGive: SCOPE_NAMES.filter(scope => mayGiveScope(by.roles, scope))
  }
}

async function viewsOf(deps: Deps, { organizationId, roles }: By): Promise<readonly ApiKeyView[]> {
  const now = deps.realNow()
  const { rows, here } = await deps.db.for(organizationId)(async trx => {
    const rows = await store.listKeys(trx, organizationId, after(now, -LISTED_MS))
    const people = await getPeopleWithin(trx, organizationId, [...new Set(rows.map(row => row.seen_by))])
    return { rows, here: new Set(people.filter(mayUse).map(({ personId }) => personId)) }
  })
  const ids = rows.flatMap(row => [row.made_by, ...(row.ended_by ? [row.ended_by] : [])])
  const names = await namesOfPeople(deps, organizationId, [...new Set(ids)])
  return rows.map(row => viewOf(row, { now, roles, names, here }))
}

const mayUse = ({ state, access }: { readonly state: string; readonly access: boolean }): boolean =>
  state === 'active' && access

/** What the console's health is told: the keys that work or ended lately. */
export const keyStandings = (deps: Deps, organizationId: string): Promise<readonly ApiKeyView[]> =>
  viewsOf(deps, { organizationId, personId: '', roles: [] })

/** Names for the audit log. */
export const namesOfKeys = (deps: Pick<Deps, 'db'>, organizationId: string, ids: readonly string[]) =>
  deps.db.read(organizationId)(db => store.namesOfKeys(db, organizationId, ids))

type Made = { readonly key: ApiKeyView; readonly secret: string }

/** @throws ProblemError `scope_not_yours`, `too_many`. */
export async function makeKey(
  deps: Deps,
  by: By,
  { name, scopes, days }: z.output<typeof makeApiKey.body>
): Promise<Made> {
  const wanted = SCOPE_NAMES.filter(scope => scopes.includes(scope))
  mustBeGiven(by, wanted)
  const { organizationId, personId } = by
  const keyId = deps.newId('apiKey')
  const { secret, digest } = newSecret(keyId)
  const now = deps.realNow()
  const expiresAt = after(now, days * DAY)
  await deps.db.for(organizationId)(async trx => {
    await store.lockKeys(trx, organizationId)
    if ((await store.countLive(trx, organizationId, now)) >= MOST_KEYS)
      throw new ProblemError('conflict', `There are ${MOST_KEYS} keys already. Revoke one first`, {
        reason: 'too_many'
      })
    await store.insertKey(trx, {
      organization_id: organizationId,
      id: keyId,
      name,
      scopes: wanted,
      digest,
      former_digest: null,
      former_until: null,
      made_by: personId,
      made_at: now,
      seen_by: personId,
      rotated_at: null,
      expires_at: expiresAt,
      last_used_on: null,
      ended: null,
      ended_at: null,
      ended_by: null
    })
    const detail = { keyId, name, scopes: wanted, expiresAt: expiresAt.toISOString() }
    await record(trx, deps, { organizationId, action: 'api_key.made', actor: personId, detail })
  })
  return shown(deps, by, { keyId, secret })
}

function mustBeGiven({ roles }: By, scopes: readonly KeyScope[]): void {
  const beyond = scopes.filter(scope => !mayGiveScope(roles, scope))
  if (beyond.length > 0)
    throw new ProblemError('forbidden', `Your role does not reach "${beyond.join('", "')}". Ask an owner to do it`, {
      reason: 'scope_not_yours'
    })
}

async function shown(deps: Deps, by: By, { keyId, secret }: { keyId: string; secret: string }): Promise<Made> {
  const key = (await viewsOf(deps, by)).find(each => each.keyId === keyId)
  if (!key) throw gone()
  return { key, secret }
}

const gone = (): ProblemError =>
  new ProblemError('not_found', 'This key has ended or is no longer there. Load the page again', { reason: 'key_gone' })

type Rotating = z.output<typeof rotateApiKey.body> & { readonly keyId: string }

/** Whoever rotates it sees a secret of all its scopes, and so must be able to give them. */
export async function rotateKey(deps: Deps, by: By, { keyId, days, overlapHours }: Rotating): Promise<Made> {
  const { organizationId, personId } = by
  const key = { organizationId, keyId }
  const now = deps.realNow()
  const { secret, digest } = newSecret(keyId)
  await deps.db.for(organizationId)(async trx => {
    const row = await lockedKey(trx, key)
    if (!row || row.ended || row.expires_at <= now) throw gone()
    mustBeGiven(by, row.scopes)
    const overlap = after(now, overlapHours * HOUR)
    // No longer than it would have lasted.
    const formerUntil = overlap < row.expires_at ? overlap : row.expires_at
    const expiresAt = after(now, days * DAY)
    await store.changeKey(trx, key, {
      digest,
      former_digest: row.digest,
      former_until: formerUntil,
      seen_by: personId,
      rotated_at: now,
      expires_at: expiresAt
    })
    const until = overlapHours > 0 ? formerUntil.toISOString() : null
    const detail = { keyId, name: row.name, formerUntil: until, expiresAt: expiresAt.toISOString() }
    await record(trx, deps, { organizationId, action: 'api_key.rotated', actor: personId, detail })
  })
  return shown(deps, by, { keyId, secret })
}

/** Of two who change a key at once the second sees what the first did. */
async function lockedKey(trx: Trx, key: store.Key): Promise<store.KeyRow | undefined> {
  await store.lockKeys(trx, key.organizationId)
  return store.findKey(trx, key)
}

/** Whoever may see keys may revoke any: an alarm waits for nobody. */
export const revokeKey = (deps: Deps, { organizationId, personId }: By, keyId: string): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const key = { organizationId, keyId }
    const now = deps.realNow()
    const row = await lockedKey(trx, key)
    if (!row || row.ended || row.expires_at <= now) throw gone()
    await store.changeKey(trx, key, { ended: 'revoked', ended_at: now, ended_by: personId })
    const detail = { keyId, name: row.name }
    await record(trx, deps, { organizationId, action: 'api_key.revoked', actor: personId, detail })
  })

export const noteExpired = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    for (const { id: keyId, name } of await store.endExpired(trx, organizationId, deps.realNow()))
      await record(trx, deps, { organizationId, action: 'api_key.expired', actor: 'schedule', detail: { keyId, name } })
  })
