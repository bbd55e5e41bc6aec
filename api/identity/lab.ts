/** What would come of the claims that a provider sends: the person, the decision, what is missing and what would mend it. */
import { ATTRIBUTES } from '../contract/claims.ts'
import {
  cohortsOf,
  findPersonByIdp,
  findPersonByMappedAttribute,
  standingOf,
  type Person
} from '../directory/directory.ts'
import { courseNamesFor } from '../enrollment/enrollment.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { isEntraSubject, mapClaims, type Candidates, type MappedClaims } from './claims.ts'
import { suggestClaims } from './suggest.ts'
import type { Pasted } from './paste.ts'
import { labNotes, labReasons, type Language } from './words.ts'

export type LabReason = keyof (typeof labReasons)['en']

const ALLOWED: ReadonlySet<LabReason> = new Set(['inDirectory', 'bySignIn', 'bySignInGroup'])

export async function judgePaste(
  deps: Deps,
  organization: Organization,
  { pasted, candidates, language }: { pasted: Pasted; candidates: Candidates; language: Language }
) {
  const claims = mapClaims(pasted.profile, candidates)
  const person = await findPerson(deps, organization, claims)
  const reason = decide(organization, { claims, person })
  const missing = missingIn(organization, claims)
  const cohorts = await cohortsFor(deps, organization, { claims, person })
  return {
    kind: pasted.kind,
    mapped: mappedIn(claims),
    missing,
    suggestions: await suggestClaims(deps, organization, { missing, reason, profile: pasted.profile }),
    access: { allowed: ALLOWED.has(reason), why: labReasons[language][reason] },
    cohorts: [...cohorts],
    courses: [...(await courseNamesFor(deps, organization, { cohorts, groups: claims.groups }))],
    notes: notesOn(deps, { pasted, claims, language })
  }
}

export const mappedIn = (claims: MappedClaims) =>
  ATTRIBUTES.flatMap(attribute => {
    const value = attribute === 'groups' ? claims.groups.join(', ') : claims[attribute]
    const claim = claims.provenance[attribute]
    return value === undefined || claim === undefined ? [] : [{ attribute, value, claim }]
  })

/** Who somebody is must come with each sign-in; groups only where no directory tells them and something hangs on them. */
function missingIn({ joining, accessGroup, cohorts, roleGroups }: Organization, claims: MappedClaims) {
  const asked = accessGroup ?? roleGroups.hr ?? roleGroups.admin ?? cohorts.find(rule => 'group' in rule)?.name
  const needed = ['subject', 'email', 'firstName', 'lastName'] as const
  const groups = joining === 'sign_in' && asked !== undefined && claims.provenance.groups === undefined
  return [...needed.filter(each => claims[each] === undefined), ...(groups ? (['groups'] as const) : [])]
}

type Evidence = { readonly claims: MappedClaims; readonly person: Person | undefined }

async function cohortsFor(
  deps: Deps,
  organization: Organization,
  { claims, person }: Evidence
): Promise<readonly string[]> {
  if (!person || organization.joining === 'sign_in')
    return standingOf(claims.groups, attributesIn(claims), organization).cohorts
  return (await cohortsOf(deps, organization.organizationId, person.personId)).map(({ name }) => name)
}

const attributesIn = ({ department, country }: MappedClaims) => ({
  department: department ?? null,
  country: country ?? null,
  title: null
})

async function findPerson(
  deps: Deps,
  { organizationId, joining, subjectAttribute, entraObjectIdAttribute: attribute }: Organization,
  claims: MappedClaims
): Promise<Person | undefined> {
  const { subject: value } = claims
  if (!value) return undefined
  const person = await findPersonByIdp(deps, organizationId, value)
  if (person && (person.inDirectory || joining === 'sign_in')) return person
  if (subjectAttribute) return findPersonByMappedAttribute(deps, organizationId, { attribute: subjectAttribute, value })
  if (!attribute || !isEntraSubject(claims)) return undefined
  return findPersonByMappedAttribute(deps, organizationId, { attribute, value })
}

/** As a sign-in decides, without one. */
function decide(organization: Organization, { claims, person }: Evidence): LabReason {
  const { joining, accessGroup } = organization
  if (!claims.subject) return 'noSubject'
  if (person?.state === 'inactive') return 'inactive'
  if (joining === 'directory') return !person ? 'notInDirectory' : person.access ? 'inDirectory' : 'notInGroup'
  if (accessGroup && claims.overage) return 'tooManyGroups'
  if (!standingOf(claims.groups, attributesIn(claims), organization).access) return 'notInGroup'
  if (!person && !claims.email) return 'noEmail'
  return accessGroup ? 'bySignInGroup' : 'bySignIn'
}

type Noted = { readonly pasted: Pasted; readonly claims: MappedClaims; readonly language: Language }

function notesOn(deps: Deps, { pasted: { kind, until }, claims, language }: Noted): string[] {
  const notes = labNotes[language]
  const ended = until !== undefined && until * 1000 < deps.realNow().getTime()
  return [
    ...(kind === 'id_token' || kind === 'saml' ? [notes.unverified] : []),
    ...(ended ? [notes.ended(new Date(until * 1000).toISOString())] : []),
    ...(claims.overage ? [notes.overage] : [])
  ]
}
