/** What a secret that was sent opens now. Pure. Only who sent the right secret is told what became of it. */
import { isSame } from './secret.ts'
import type { KeyRow } from './store.ts'

export type Standing = 'live' | 'unknown' | 'revoked' | 'expired' | 'replaced'

type Held = Pick<KeyRow, 'digest' | 'former_digest' | 'former_until' | 'expires_at' | 'ended'>

export function standingOf(row: Held, digest: Buffer, now: Date): Standing {
  const isCurrent = isSame(row.digest, digest)
  const isFormer = row.former_digest !== null && isSame(row.former_digest, digest)
  if (!isCurrent && !isFormer) return 'unknown'
  if (row.ended === 'revoked') return 'revoked'
  if (isCurrent) return row.expires_at > now ? 'live' : 'expired'
  return row.former_until !== null && row.former_until > now ? 'live' : 'replaced'
}
