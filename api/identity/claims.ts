/** Which claim of a company's provider is the e-mail, the name, the subject, the groups. Pure; it says which claim won. */
import type { ATTRIBUTES } from '../contract/claims.ts'
import { defaultsFor, OBJECT_ID } from './claim-defaults.ts'
import { groupsIn, isOverage, readGroup, type GroupsAs } from './groups.ts'

export type Attribute = (typeof ATTRIBUTES)[number]
type TextAttribute = Exclude<Attribute, 'groups'>

/** What the broker hands over: its own reading of the claims, and the claims as they came. */
export type BrokeredProfile = {
  readonly idpId: string
  readonly connectionType: string
  readonly email?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly groups?: readonly string[] | undefined
  readonly rawAttributes: Readonly<Record<string, unknown>>
}

export type MappedClaims = Readonly<Partial<Record<TextAttribute, string>>> & {
  readonly groups: readonly string[]
  /** The provider did not send the groups, because there are too many. */
  readonly overage: boolean
  /** The claim that won, such as `{ email: 'mail' }`; `profile.email` is the broker's own reading. */
  readonly provenance: Readonly<Partial<Record<Attribute, string>>>
}

/** Claim names in order of preference. */
export type Candidates = Readonly<Partial<Record<Attribute, readonly string[] | undefined>>> & {
  readonly groupsAs?: GroupsAs | undefined
}

const TEXTS = [
  'subject',
  'email',
  'firstName',
  'lastName',
  'department',
  'country',
  'locale',
  'employeeNumber'
] as const satisfies readonly TextAttribute[]

/** The subject is an Entra object id, comparable with the one the directory carries. */
export const isEntraSubject = ({ provenance }: MappedClaims): boolean =>
  provenance.subject === 'oid' || provenance.subject === OBJECT_ID

/** @param overrides a company's own claim names, tried before the defaults of its connection type. Names are case-sensitive. */
export function mapClaims(profile: BrokeredProfile, overrides: Candidates = {}): MappedClaims {
  const defaults = defaultsFor(profile.connectionType)
  const namesOf = (attribute: Attribute) => [...(overrides[attribute] ?? []), ...(defaults[attribute] ?? [])]
  const found = TEXTS.flatMap(attribute => {
    const winner = pick(profile, attribute, namesOf(attribute))
    return winner ? [{ attribute, ...winner }] : []
  })
  const groups = pickGroups(profile, namesOf('groups'), overrides.groupsAs ?? 'sent')
  return {
    ...Object.fromEntries(found.map(({ attribute, value }) => [attribute, value])),
    groups: groups?.names ?? [],
    overage: !groups && isOverage(profile.rawAttributes),
    provenance: {
      ...Object.fromEntries(found.map(({ attribute, claim }) => [attribute, claim])),
      ...(groups ? { groups: groups.claim } : {})
    }
  }
}

type Winner = { readonly claim: string; readonly value: string }

const OWN = { subject: 'idpId', email: 'email', firstName: 'firstName', lastName: 'lastName' } as const
const hasOwn = (attribute: TextAttribute): attribute is keyof typeof OWN => attribute in OWN

function pick(profile: BrokeredProfile, attribute: TextAttribute, names: readonly string[]): Winner | undefined {
  const claim = names.find(name => isUsable(attribute, firstText(profile.rawAttributes[name])))
  if (claim !== undefined) return { claim, value: firstText(profile.rawAttributes[claim]) }
  if (!hasOwn(attribute)) return undefined
  const own = profile[OWN[attribute]] ?? ''
  return isUsable(attribute, own) ? { claim: `profile.${OWN[attribute]}`, value: own } : undefined
}

function pickGroups({ rawAttributes, groups: own = [] }: BrokeredProfile, names: readonly string[], as: GroupsAs) {
  const claim = names.find(name => groupsIn(rawAttributes[name]) !== undefined)
  const found = claim === undefined ? own : (groupsIn(rawAttributes[claim]) ?? [])
  if (claim === undefined && own.length === 0) return undefined
  return { claim: claim ?? 'profile.groups', names: found.map(name => readGroup(name, as)) }
}

const isUsable = (attribute: TextAttribute, value: string): boolean =>
  value !== '' && (attribute !== 'email' || value.includes('@'))

/** SAML delivers one value or a list of them. */
function firstText(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.trim() : ''
}
