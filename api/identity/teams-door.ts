/** From a Teams token to a person, or to the one reason that tells them what to do. */
import type { TeamsRefusal } from '../contract/identity.ts'
import type { Person } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError, VendorError } from '../platform/errors.ts'
import { createEntraVerifier, type EntraIdentity } from './entra.ts'
import { createGraph } from '../vendors/graph.ts'
import { createEntraResolver, type LastRevocations } from './entra-people.ts'
import { createMatching } from './matching.ts'

export type Refused = { readonly kind: 'refused'; readonly reason: TeamsRefusal }

export type TeamsDoor = {
  (token: string): Promise<{ readonly kind: 'person'; readonly person: Person } | Refused>
  /** The account alone, whether or not it is linked to a person. */
  verify(token: string): Promise<({ readonly kind: 'account' } & EntraIdentity) | Refused>
}

export function createTeamsDoor(deps: Deps, lastRevocations: LastRevocations): TeamsDoor {
  const check = createEntraVerifier(deps)
  const match = createMatching(deps, createGraph(deps))
  const find = createEntraResolver(deps, lastRevocations)
  const verify: TeamsDoor['verify'] = async token => {
    const verdict = await check(token).catch(unreachable)
    if (verdict.kind === 'valid') return verdict.guest ? refused('guest') : { ...verdict, kind: 'account' }
    deps.log.warn({ why: verdict.why }, 'Teams token refused')
    return refused('invalid_token')
  }
  const resolve = async (account: EntraIdentity, token: string) => {
    const found = await find(account)
    if (found.kind !== 'unlinked') return found
    const { organizationId } = found
    const joined = await match({ organizationId, account, token })
    return joined ? find(account) : found
  }
  const open = async (token: string): ReturnType<TeamsDoor> => {
    const account = await verify(token)
    if (account.kind === 'refused') return account
    const found = await resolve(account, token)
    switch (found.kind) {
      case 'linked':
        // Teams hands out one token for an hour: one from before a revocation opens nothing, even for a returner.
        return found.revokedAt && account.issuedAt <= found.revokedAt
          ? refused('superseded')
          : { kind: 'person', person: found.person }
      case 'unknownTenant':
        return refused('unknown_tenant')
      case 'unlinked':
        return refused('unlinked')
      case 'noAccess':
        return refused('no_access')
    }
  }
  return Object.assign(open, { verify })
}

/** Entra's keys could not be read: nobody is let in unchecked, and the tab tries again. */
function unreachable(cause: unknown): never {
  if (!(cause instanceof VendorError)) throw cause
  throw new ProblemError('unavailable', 'Microsoft’s sign-in cannot be reached. Try again in a minute', { cause })
}

const refused = (reason: TeamsRefusal): Refused => ({ kind: 'refused', reason })
