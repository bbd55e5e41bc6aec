/** What would come of the claims that a provider sends: the person, the decision, what is missing and what would mend it. */
import { ATTRIBUTES } from '../contract/claims.ts'
import { cohortsOf, findPersonByIdp, findPersonByMappedAttribute, type Person } from '../directory/directory.ts'
import { courseNamesFor } from '../enrollment/enrollment.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { isEntraSubject, mapClaims, type Attribute, type Candidates, type MappedClaims } from './claims.ts'
import type { Pasted } from './paste.ts'
import { labReasons, type Language } from './words.ts'

export type LabReason = keyof (typeof labReasons)['en']

export async function judgePaste(
  deps: Deps,
  organization: Organization,
  { pasted, candidates, language }: { pasted: Pasted; candidates: Candidates; language: Language }
) {
  const claims = mapClaims(pasted.profile, candidates)
  const missing = ATTRIBUTES.filter(attribute => claims[attribute] === undefined)
  const person = await findPerson(deps, organization, claims)
  const reason = decide(organization, { claims, person, groups: pasted.groups })
  const cohorts = person
    ? (await cohortsOf(deps, organization.organizationId, person.personId)).map(({ name }) => name)
    : organization.cohorts.filter(({ group }) => pasted.groups.includes(group)).map(({ name }) => name)
  return {
    kind: pasted.kind,
    mapped: mappedIn(claims),
    missing,
    suggestions: missing.flatMap(attribute => suggest(attribute, pasted.profile.rawAttributes)),
    access: { allowed: reason === 'inDirectory' || reason === 'bySignIn', why: labReasons[language][reason] },
    cohorts,
    courses: [...(await courseNamesFor(deps, organization, { cohorts, groups: pasted.groups }))]
  }
}

export const mappedIn = (claims: MappedClaims) =>
  ATTRIBUTES.flatMap(attribute => {
    const value = claims[attribute]
    return value === undefined ? [] : [{ attribute, value, claim: claims.provenance[attribute] ?? '' }]
  })

async function findPerson(
  deps: Deps,
  { organizationId, entraObjectIdAttribute: attribute }: Organization,
  claims: MappedClaims
): Promise<Person | undefined> {
  const { subject: value } = claims
  if (!value) return undefined
  const person = await findPersonByIdp(deps, organizationId, value)
  if (person || !attribute || !isEntraSubject(claims)) return person
  return findPersonByMappedAttribute(deps, organizationId, { attribute, value })
}

type Evidence = {
  readonly claims: MappedClaims
  readonly person: Person | undefined
  readonly groups: readonly string[]
}

/** As a sign-in decides, without one. */
function decide({ joining, accessGroup }: Organization, { claims, person, groups }: Evidence): LabReason {
  if (!claims.subject) return 'noSubject'
  if (person?.state === 'inactive') return 'inactive'
  if (person && !person.access) return 'notInGroup'
  if (joining === 'directory') return person ? 'inDirectory' : 'notInDirectory'
  if (accessGroup && !groups.includes(accessGroup)) return 'notInGroup'
  return person || claims.email ? 'bySignIn' : 'noEmail'
}

const LOOKS: Readonly<Record<Attribute, RegExp>> = {
  subject: /(?:^|[^a-z])(?:sub|uid|id|guid|objectid|employee(?:id|number))$/iu,
  email: /mail|upn|principal/iu,
  firstName: /first|given|nombre|vorname/iu,
  lastName: /last|sur|family|apellido|nachname|^sn$/iu
}

/** A claim whose name looks right and whose value could be it. */
function suggest(attribute: Attribute, raw: Readonly<Record<string, unknown>>) {
  const claim = Object.keys(raw).find(name => {
    const first: unknown = Array.isArray(raw[name]) ? raw[name][0] : raw[name]
    const usable = typeof first === 'string' && first !== '' && (attribute !== 'email' || first.includes('@'))
    return usable && (LOOKS[attribute].test(name) || (attribute === 'email' && first.includes('@')))
  })
  return claim ? [{ attribute, claim }] : []
}
