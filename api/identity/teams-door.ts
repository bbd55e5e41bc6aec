/** From a Teams token to a person, or to the one reason that tells them what to do. */
import type { TeamsRefusal } from '../contract/identity.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError, VendorError } from '../platform/errors.ts'
import { createEntraVerifier, type EntraIdentity } from './entra.ts'
import { resolveEntraPerson, type PersonKey } from './people.ts'

type Refused = { readonly kind: 'refused'; readonly reason: TeamsRefusal }

export type TeamsDoor = {
  (token: string): Promise<({ readonly kind: 'person' } & PersonKey) | Refused>
  /** The account alone, whether or not it is linked to a person. */
  verify(token: string): Promise<({ readonly kind: 'account' } & EntraIdentity) | Refused>
}

/** When a person's access was last revoked, if ever. */
export type LastRevokedAt = (person: PersonKey) => Promise<Date | undefined>

export function createTeamsDoor(deps: Deps, lastRevokedAt: LastRevokedAt): TeamsDoor {
  const check = createEntraVerifier(deps)
  const verify: TeamsDoor['verify'] = async token => {
    const verdict = await check(token).catch(unreachable)
    if (verdict.kind === 'valid') return verdict.guest ? refused('guest') : { ...verdict, kind: 'account' }
    deps.log.warn({ why: verdict.why }, 'Teams token refused')
    return refused('invalid_token')
  }
  const open = async (token: string): ReturnType<TeamsDoor> => {
    const account = await verify(token)
    if (account.kind === 'refused') return account
    const found = await admit(deps, account)
    if (found.kind === 'refused') return found
    // Teams hands out one token for an hour: one from before a revocation opens nothing, even for a returner.
    const revokedAt = await lastRevokedAt(found)
    return revokedAt && account.issuedAt <= revokedAt ? refused('superseded') : found
  }
  return Object.assign(open, { verify })
}

async function admit(deps: Deps, account: Pick<EntraIdentity, 'tid' | 'oid'>): ReturnType<TeamsDoor> {
  const found = await resolveEntraPerson(deps, account)
  switch (found.kind) {
    case 'linked':
      return { kind: 'person', organizationId: found.organizationId, personId: found.personId }
    case 'unknownTenant':
      return refused('unknown_tenant')
    case 'unlinked':
      return refused('unlinked')
    case 'noAccess':
      return refused('no_access')
  }
}

/** Entra's keys could not be read: nobody is let in unchecked, and the tab tries again. */
function unreachable(cause: unknown): never {
  if (!(cause instanceof VendorError)) throw cause
  throw new ProblemError('unavailable', 'Microsoft’s sign-in cannot be reached. Try again in a minute', { cause })
}

const refused = (reason: TeamsRefusal): Refused => ({ kind: 'refused', reason })
