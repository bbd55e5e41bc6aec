/** Which claim of a paste would fill what is missing, or let somebody in whom the mapping keeps out. */
import { findPersonByIdp } from '../directory/directory.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import type { Attribute, BrokeredProfile } from './claims.ts'
import { groupsIn, readGroup } from './groups.ts'
import type { LabReason } from './lab.ts'

export type Suggestion = {
  readonly attribute: Attribute
  readonly claim: string
  readonly groupsAs?: 'common_name'
}

type Lacking = {
  readonly missing: readonly Attribute[]
  readonly reason: LabReason
  readonly profile: BrokeredProfile
}

type Raw = BrokeredProfile['rawAttributes']

export async function suggestClaims(
  deps: Deps,
  organization: Organization,
  { missing, reason, profile: { rawAttributes: raw } }: Lacking
): Promise<Suggestion[]> {
  const byName = missing.filter(each => each !== 'groups').flatMap(attribute => suggest(attribute, raw))
  const bySubject = reason === 'notInDirectory' ? await knownIn(deps, organization, raw) : []
  const wanted = reason === 'notInGroup' && organization.joining === 'sign_in' ? organization.accessGroup : undefined
  return [...byName, ...bySubject, ...(wanted ? naming(wanted, raw) : [])]
}

const LOOKS: Readonly<Partial<Record<Attribute, RegExp>>> = {
  subject: /(?:^|[^a-z])(?:sub|uid|id|guid|objectid|employee(?:id|number))$/iu,
  email: /mail|upn|principal/iu,
  firstName: /first|given|nombre|vorname/iu,
  lastName: /last|sur|family|apellido|nachname|^sn$/iu
}

/** A claim whose name looks right and whose value could be it. */
function suggest(attribute: Attribute, raw: Raw): Suggestion[] {
  const claim = Object.keys(raw).find(name => {
    const value = firstOf(raw[name])
    if (value === undefined || (attribute === 'email' && !value.includes('@'))) return false
    return attribute === 'email' || LOOKS[attribute]?.test(name)
  })
  return claim ? [{ attribute, claim }] : []
}

const firstOf = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first !== '' ? first : undefined
}

const MOST_LOOKED_UP = 30

/** Sign-in and directory use different ids: some other claim may hold the directory's. */
async function knownIn(deps: Deps, { organizationId }: Organization, raw: Raw): Promise<Suggestion[]> {
  for (const claim of Object.keys(raw).slice(0, MOST_LOOKED_UP)) {
    const value = firstOf(raw[claim])
    if (value && (await findPersonByIdp(deps, organizationId, value))) return [{ attribute: 'subject', claim }]
  }
  return []
}

/** A claim that names the access group, as it is or as the first part of a full name. */
function naming(group: string, raw: Raw): Suggestion[] {
  const by = (as: 'sent' | 'common_name') =>
    Object.keys(raw).find(claim => groupsIn(raw[claim])?.some(name => readGroup(name, as) === group))
  const exact = by('sent')
  if (exact) return [{ attribute: 'groups', claim: exact }]
  const part = by('common_name')
  return part ? [{ attribute: 'groups', claim: part, groupsAs: 'common_name' }] : []
}
