/** Which person a Microsoft account is, and who of them may use CI now. */
import { record } from '../audit/audit.ts'
import { findPersonByMappedAttribute, getPerson, type Person } from '../directory/directory.ts'
import { findOrganizationByTenant, type Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { EntraIdentity } from './entra.ts'
import { findIdentity, saveIdentity } from './store.ts'

export type PersonKey = { readonly organizationId: string; readonly personId: string }

/** May use CI now: still there, and in the access group. */
export const mayUse = (person: Person | undefined): person is Person => person?.state === 'active' && person.access

export async function findActivePerson(
  deps: Deps,
  { organizationId, personId }: PersonKey
): Promise<Person | undefined> {
  const person = await getPerson(deps, organizationId, personId)
  return mayUse(person) ? person : undefined
}

export type EntraResolution =
  | ({ readonly kind: 'linked' } & PersonKey)
  | { readonly kind: 'unknownTenant' }
  | { readonly kind: 'unlinked'; readonly organizationId: string }
  | ({ readonly kind: 'noAccess' } & PersonKey)

/** By the link we hold, else by the attribute pair an admin confirmed. Never by e-mail, which a tenant's admin can set at will. */
export async function resolveEntraPerson(
  deps: Deps,
  { tid, oid }: Pick<EntraIdentity, 'tid' | 'oid'>
): Promise<EntraResolution> {
  const organization = await findOrganizationByTenant(deps, tid)
  if (!organization) return { kind: 'unknownTenant' }
  const { organizationId } = organization
  const personId =
    (await findLinked(deps, { organizationId, tid, oid })) ?? (await linkByDirectory(deps, organization, { tid, oid }))
  if (!personId) return { kind: 'unlinked', organizationId }
  const person = await findActivePerson(deps, { organizationId, personId })
  return { kind: person ? 'linked' : 'noAccess', organizationId, personId }
}

const entraKey = (organizationId: string, { tid, oid }: Pick<EntraIdentity, 'tid' | 'oid'>) =>
  ({ organizationId, kind: 'entra', issuer: tid, subject: oid }) as const

const findLinked = (deps: Deps, { organizationId, tid, oid }: { organizationId: string; tid: string; oid: string }) =>
  deps.db.for(organizationId)(trx => findIdentity(trx, entraKey(organizationId, { tid, oid })))

async function linkByDirectory(
  deps: Deps,
  { organizationId, entraObjectIdAttribute }: Organization,
  { tid, oid }: Pick<EntraIdentity, 'tid' | 'oid'>
): Promise<string | undefined> {
  if (!entraObjectIdAttribute) return undefined
  const person = await findPersonByMappedAttribute(deps, organizationId, {
    attribute: entraObjectIdAttribute,
    value: oid
  })
  if (!person) return undefined
  return deps.db.for(organizationId)(trx =>
    saveIdentity(trx, {
      ...entraKey(organizationId, { tid, oid }),
      personId: person.personId,
      because: 'directory_attribute',
      at: deps.realNow()
    })
  )
}

export type LinkOutcome = 'linked' | 'otherPerson' | 'otherCompany'

/** Joins a Microsoft account to a person who proved both: a valid Teams token and a sign-in through their company. */
export async function linkEntra(
  deps: Deps,
  person: PersonKey,
  { tid, oid }: Pick<EntraIdentity, 'tid' | 'oid'>
): Promise<LinkOutcome> {
  const organization = await findOrganizationByTenant(deps, tid)
  if (organization?.organizationId !== person.organizationId) return 'otherCompany'
  const { organizationId, personId } = person
  const identity = {
    ...entraKey(organizationId, { tid, oid }),
    personId,
    because: 'sign_in',
    at: deps.realNow()
  } as const
  return deps.db.for(organizationId)(async trx => {
    if ((await saveIdentity(trx, identity)) !== personId) return 'otherPerson'
    await record(trx, deps, {
      organizationId,
      personId,
      action: 'account.linked',
      actor: personId,
      detail: { kind: 'entra', tid }
    })
    return 'linked'
  })
}
