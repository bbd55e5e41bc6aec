/** Which person a Microsoft account is, and who of them may use CI now. */
import { record } from '../audit/audit.ts'
import { LINK_REASONS } from '../contract/accounts.ts'
import {
  countPeopleWithAccess,
  findPersonByMappedAttributeWithin,
  getPerson,
  getPersonWithin,
  type Person
} from '../directory/directory.ts'
import {
  findOrganizationByTenant,
  recentOrganizationByTenant,
  type Organization
} from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { EntraIdentity } from './entra.ts'
import { wereParted } from './store-accounts.ts'
import { lockPerson } from './store-links.ts'
import { countJoined, findIdentity, findSubjectOf, saveIdentity, type LinkReason } from './store.ts'

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
  | ({ readonly kind: 'linked'; readonly person: Person } & PersonKey)
  | { readonly kind: 'unknownTenant' }
  | { readonly kind: 'unlinked'; readonly organizationId: string }
  | ({ readonly kind: 'noAccess' } & PersonKey)

export type EntraAccount = Pick<EntraIdentity, 'tid' | 'oid'>

/** By the link we hold, else by the attribute pair an admin confirmed. Never by e-mail, which a tenant's admin can set at will. */
export async function resolveEntraPerson(deps: Deps, account: EntraAccount): Promise<EntraResolution> {
  const organization = await recentOrganizationByTenant(deps, account.tid.toLowerCase())
  if (!organization) return { kind: 'unknownTenant' }
  const { organizationId } = organization
  return deps.db.for(organizationId)(async trx => {
    const personId =
      (await findIdentity(trx, entraKey(organizationId, account))) ??
      (await linkByDirectory(deps, trx, { organization, account }))
    if (!personId) return { kind: 'unlinked', organizationId }
    const person = await getPersonWithin(trx, organizationId, personId)
    return mayUse(person)
      ? { kind: 'linked', organizationId, personId, person }
      : { kind: 'noAccess', organizationId, personId }
  })
}

const entraKey = (organizationId: string, { tid, oid }: EntraAccount) =>
  ({ organizationId, kind: 'entra', issuer: tid, subject: oid }) as const

type Unlinked = { readonly organization: Organization; readonly account: EntraAccount }

async function linkByDirectory(
  deps: Deps,
  trx: Trx,
  { organization: { organizationId, entraObjectIdAttribute: attribute }, account }: Unlinked
): Promise<string | undefined> {
  if (!attribute) return undefined
  const person = await findPersonByMappedAttributeWithin(trx, organizationId, { attribute, value: account.oid })
  if (!person) return undefined
  const { personId } = person
  if (await wereParted(trx, { organizationId, ...account, personId })) return undefined
  const because = 'directory_attribute'
  const key = entraKey(organizationId, account)
  const saved = await saveIdentity(trx, { ...key, personId, because, at: deps.realNow() })
  if (saved.isNew) await recordLink(deps, trx, { organizationId, personId, tid: account.tid, because })
  return saved.personId
}

type Link = PersonKey & { readonly tid: string; readonly because: LinkReason }

/** Who signed in acts; where a rule joined the two, the rule does. */
const recordLink = (deps: Deps, trx: Trx, { tid, because, ...about }: Link): Promise<void> =>
  record(trx, deps, {
    ...about,
    action: 'account.linked',
    actor: because === 'sign_in' ? about.personId : 'rule',
    detail: { kind: 'entra', tid, because }
  })

export type LinkOutcome = 'linked' | 'account_linked' | 'person_linked' | 'other_company'

/**
 * Joins a Microsoft account to a person who proved both: a Teams session and a sign-in through their company. Neither side may
 * be joined already, or whoever tricks a colleague could take over what is theirs.
 */
export async function linkEntra(
  deps: Deps,
  person: PersonKey,
  { tid, oid }: Pick<EntraIdentity, 'tid' | 'oid'>
): Promise<LinkOutcome> {
  const organization = await findOrganizationByTenant(deps, tid)
  if (organization?.organizationId !== person.organizationId) return 'other_company'
  return deps.db.for(person.organizationId)(trx => linkWithin(deps, trx, { ...person, tid, oid }))
}

type Both = PersonKey & Pick<EntraIdentity, 'tid' | 'oid'>
/** Of these the person is told in the chat. */
type PublishedReason = Exclude<LinkReason, 'directory_attribute'>

/** The same, as a part of a larger change. The account's tenant has been found to be the organization's. */
export async function linkWithin(
  deps: Deps,
  trx: Trx,
  { organizationId, personId, tid, oid, because = 'sign_in' }: Both & { readonly because?: PublishedReason }
): Promise<Exclude<LinkOutcome, 'other_company'>> {
  await lockPerson(trx, organizationId, personId)
  const refused = await whyNotJoined(trx, { organizationId, personId, tid, oid })
  if (refused) return refused
  const at = deps.realNow()
  const identity = { ...entraKey(organizationId, { tid, oid }), personId, because, at } as const
  if ((await saveIdentity(trx, identity)).personId !== personId) return 'account_linked'
  await recordLink(deps, trx, { organizationId, personId, tid, because })
  await deps.publish(trx, { type: 'account.linked', organizationId, personId, because })
  return 'linked'
}

/** Undefined when nothing stands in the way. */
export async function whyNotJoined(
  trx: Trx,
  { organizationId, personId, tid, oid }: Both
): Promise<'account_linked' | 'person_linked' | undefined> {
  const key = entraKey(organizationId, { tid, oid })
  if (await findIdentity(trx, key)) return 'account_linked'
  return (await findSubjectOf(trx, key, personId)) ? 'person_linked' : undefined
}

/** How many of the people who may use CI are joined to a Microsoft account, and what joined them. */
export async function countLinks(deps: Deps, organizationId: string) {
  const counted = await deps.db.for(organizationId)(trx => countJoined(trx, organizationId, 'entra'))
  const people = await countPeopleWithAccess(deps, organizationId)
  const by = Object.fromEntries(LINK_REASONS.map(reason => [reason, counted.get(reason) ?? 0])) as Record<
    (typeof LINK_REASONS)[number],
    number
  >
  const linked = [...counted.values()].reduce((sum, count) => sum + count, 0)
  return { people, linked, unlinked: people - linked, by }
}
