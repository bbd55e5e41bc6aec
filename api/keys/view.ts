/** A key as an admin's page shows it. Pure. */
import { ENDING_DAYS, type ApiKeyView } from '../contract/api-keys.ts'
import { mayGiveScope } from '../contract/key-scopes.ts'
import { after, DAY } from '../platform/time.ts'
import { beginsOf } from './secret.ts'
import type { KeyRow } from './store.ts'

export type Around = {
  readonly now: Date
  readonly roles: readonly string[]
  readonly names: ReadonlyMap<string, string>
  /** Who has access now. */
  readonly here: ReadonlySet<string>
}

export function stateOf({ ended, expires_at: end }: Pick<KeyRow, 'ended' | 'expires_at'>, now: Date) {
  if (ended === 'revoked') return 'revoked'
  if (end <= now) return 'expired'
  return end <= after(now, ENDING_DAYS * DAY) ? 'ending' : 'active'
}

export function viewOf(row: KeyRow, { now, roles, names, here }: Around): ApiKeyView {
  const state = stateOf(row, now)
  const isLive = state === 'active' || state === 'ending'
  const endedAt = isLive ? null : (row.ended_at ?? row.expires_at)
  return {
    keyId: row.id,
    name: row.name,
    scopes: [...row.scopes],
    begins: beginsOf(row.id),
    state,
    madeAt: row.made_at.toISOString(),
    madeBy: names.get(row.made_by) ?? null,
    makerLeft: isLive && !here.has(row.seen_by),
    expiresAt: row.expires_at.toISOString(),
    rotatedAt: row.rotated_at?.toISOString() ?? null,
    formerUntil: isLive && row.former_until && row.former_until > now ? row.former_until.toISOString() : null,
    lastUsedOn: row.last_used_on,
    endedAt: endedAt?.toISOString() ?? null,
    endedBy: names.get(row.ended_by ?? '') ?? null,
    mayRotate: isLive && row.scopes.every(scope => mayGiveScope(roles, scope))
  }
}
