/** Roles that an owner gives and takes, each with a reason. Taken, a role is gone within seconds in every process. */
import { record } from '../audit/audit.ts'
import type { RoleHolder } from '../contract/role-grants.ts'
import { refuseOlderTokens } from '../oauth/revocation.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import * as roles from './store-roles.ts'
import * as store from './store.ts'

export async function holdersOf(deps: Deps, organizationId: string): Promise<readonly RoleHolder[]> {
  return deps.db.for(organizationId)(async trx => {
    const rows = await roles.listHolders(trx, organizationId)
    const names = await store.namesOf(trx, organizationId, [
      ...new Set(rows.flatMap(({ grants }) => grants.map(({ by }) => by)))
    ])
    return rows.map(row => ({
      personId: row.id,
      name: row.name,
      address: row.email,
      roles: [
        ...row.roles.map(role => ({ role, from: 'group' as const, reason: null, by: null, at: null })),
        ...row.grants.map(({ role, reason, by, at }) => ({
          role,
          from: 'owner' as const,
          reason,
          by: names.get(by) ?? null,
          at: new Date(at).toISOString()
        }))
      ]
    }))
  })
}

type Change = roles.GrantKey & { readonly reason: string; readonly by: string }

/** @throws ProblemError when they are not there, may not use CI, or have it already. */
export const give = (deps: Deps, { by, reason, ...key }: Change): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    const { organizationId, personId, role } = key
    const person = await store.findPerson(trx, organizationId, personId)
    if (person?.state !== 'active' || !person.access)
      throw new ProblemError('not_found', 'This person has no access now. Give them access first', {
        reason: 'no_access'
      })
    if (!(await roles.insertGrant(trx, { ...key, reason, by, at: deps.now() })))
      throw new ProblemError('conflict', 'They have this role already', { reason: 'has_role' })
    await record(trx, deps, { organizationId, personId, action: 'role.given', actor: by, detail: { role, reason } })
  })

/** @throws ProblemError `conflict` when a group gives it, or nobody would be left who may give roles. */
export const take = (deps: Deps, { by, reason, ...key }: Change): Promise<void> =>
  deps.db.for(key.organizationId)(async trx => {
    const { organizationId, personId, role } = key
    await roles.lockRoles(trx, organizationId)
    if (!(await roles.deleteGrant(trx, key)))
      throw new ProblemError('conflict', 'This role comes from a group of your directory. Change it there', {
        reason: 'by_group'
      })
    if (role === 'owner' && (await roles.listOwners(trx, organizationId)).length === 0)
      throw new ProblemError('conflict', 'This is the last owner. Make somebody else an owner first', {
        reason: 'last_owner'
      })
    await refuseOlderTokens(trx, { organizationId, personId, at: deps.realNow() })
    await record(trx, deps, { organizationId, personId, action: 'role.taken', actor: by, detail: { role, reason } })
  })

/** Whoever leaves leaves their roles; a returner is given them anew. */
export async function endRolesOf(
  deps: Pick<Deps, 'newId' | 'now'>,
  trx: Trx,
  { organizationId, personIds, actor }: { organizationId: string; personIds: readonly string[]; actor: string }
): Promise<void> {
  for (const { person_id: personId, role } of await roles.deleteGrantsOf(trx, organizationId, personIds))
    await record(trx, deps, { organizationId, personId, action: 'role.taken', actor, detail: { role, reason: 'left' } })
}
