/** The people behind many Microsoft accounts at once: a company's morning is thousands of tabs that open within minutes. */
import { getPeopleWithin } from '../directory/directory.ts'
import { recentOrganizationByTenant } from '../organizations/organizations.ts'
import { createBatch } from '../platform/batch.ts'
import type { Statement } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { mayUse, resolveEntraPerson, type EntraAccount, type EntraResolution } from './people.ts'
import { findIdentities } from './store.ts'

/** When each of these people's access was last revoked by their company, if ever. @param db of their company. */
export type LastRevocations = (
  db: Statement,
  organizationId: string,
  personIds: readonly string[]
) => Promise<ReadonlyMap<string, Date>>

type Resolved = EntraResolution & { readonly revokedAt?: Date | undefined }

export function createEntraResolver(
  deps: Deps,
  lastRevocations: LastRevocations
): (account: EntraAccount) => Promise<Resolved> {
  const batches = new Map<string, (account: EntraAccount) => Promise<Resolved | undefined>>()
  const batchOf = (organizationId: string) => {
    const batch =
      batches.get(organizationId) ??
      createBatch(accounts => resolveLinked(deps, { organizationId, lastRevocations }, accounts))
    batches.set(organizationId, batch)
    return batch
  }
  return async account => {
    const organization = await recentOrganizationByTenant(deps, account.tid.toLowerCase())
    if (!organization) return { kind: 'unknownTenant' }
    const found = await batchOf(organization.organizationId)(account)
    if (found) return found
    const first = await resolveEntraPerson(deps, account)
    // Whoever is joined just now may have been revoked before.
    return first.kind === 'linked' ? ((await batchOf(organization.organizationId)(account)) ?? first) : first
  }
}

type Within = { readonly organizationId: string; readonly lastRevocations: LastRevocations }

/** @returns undefined for an account that nobody is joined to. */
const resolveLinked = (
  { db }: Deps,
  { organizationId, lastRevocations }: Within,
  accounts: readonly EntraAccount[]
): Promise<readonly (Resolved | undefined)[]> =>
  db.read(organizationId)(async own => {
    const keys = accounts.map(({ tid, oid }) => ({ issuer: tid, subject: oid }))
    const identities = await findIdentities(own, { organizationId, kind: 'entra', keys })
    const personIds = [...new Set(identities.flatMap(personId => personId ?? []))]
    if (personIds.length === 0) return identities.map(() => undefined)
    const [people, revoked] = await Promise.all([
      getPeopleWithin(own, organizationId, personIds),
      lastRevocations(own, organizationId, personIds)
    ])
    const byId = new Map(people.map(person => [person.personId, person]))
    return identities.map(personId => {
      if (!personId) return undefined
      const person = byId.get(personId)
      return mayUse(person)
        ? { kind: 'linked', organizationId, personId, person, revokedAt: revoked.get(personId) }
        : { kind: 'noAccess', organizationId, personId }
    })
  })
