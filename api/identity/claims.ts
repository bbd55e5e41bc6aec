/** Which claim of a company's provider is the e-mail, the name, the subject. Pure; it says which claim won. */

export type Attribute = 'subject' | 'email' | 'firstName' | 'lastName'

/** What the broker hands over: its own reading of the claims, and the claims as they came. */
export type BrokeredProfile = {
  readonly idpId: string
  readonly connectionType: string
  readonly email?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly rawAttributes: Readonly<Record<string, unknown>>
}

export type MappedClaims = {
  readonly subject?: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
  /** The claim that won, such as `{ email: 'mail' }`; `profile.email` is the broker's own reading. */
  readonly provenance: Readonly<Partial<Record<Attribute, string>>>
}

/** Claim names in order of preference. */
export type Candidates = Readonly<Partial<Record<Attribute, readonly string[] | undefined>>>

const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const OBJECT_ID = 'http://schemas.microsoft.com/identity/claims/objectidentifier'
const LDAP_NAMES: Candidates = {
  email: ['email', 'mail', 'emailAddress'],
  firstName: ['given_name', 'givenName', 'firstName'],
  lastName: ['family_name', 'sn', 'surname', 'lastName']
}
const SAML_NAMES: Candidates = {
  email: [`${CLAIMS}/emailaddress`, 'email', 'mail'],
  firstName: [`${CLAIMS}/givenname`, 'givenName', 'firstName'],
  lastName: [`${CLAIMS}/surname`, 'sn', 'lastName']
}

/** PingFederate arrives as GenericOIDC and names claims as its LDAP does; Entra's stable id is the object id, its `sub` is per app. */
const DEFAULTS: Readonly<Record<string, Candidates>> = {
  GenericOIDC: LDAP_NAMES,
  OktaOIDC: LDAP_NAMES,
  EntraIdOIDC: { ...LDAP_NAMES, subject: ['oid'] },
  AzureSAML: { ...SAML_NAMES, subject: [OBJECT_ID] }
}
const defaultsFor = (connectionType: string): Candidates =>
  DEFAULTS[connectionType] ?? (connectionType.endsWith('SAML') ? SAML_NAMES : LDAP_NAMES)

/** The subject is an Entra object id, comparable with the one the directory carries. */
export const isEntraSubject = ({ provenance }: MappedClaims): boolean =>
  provenance.subject === 'oid' || provenance.subject === OBJECT_ID

/** @param overrides a company's own claim names, tried before the defaults of its connection type. Names are case-sensitive. */
export function mapClaims(profile: BrokeredProfile, overrides: Candidates = {}): MappedClaims {
  const found = (['subject', 'email', 'firstName', 'lastName'] as const).flatMap(attribute => {
    const names = [...(overrides[attribute] ?? []), ...(defaultsFor(profile.connectionType)[attribute] ?? [])]
    const winner = pick(profile, attribute, names)
    return winner ? [{ attribute, ...winner }] : []
  })
  return {
    ...Object.fromEntries(found.map(({ attribute, value }) => [attribute, value])),
    provenance: Object.fromEntries(found.map(({ attribute, claim }) => [attribute, claim]))
  }
}

type Winner = { readonly claim: string; readonly value: string }

function pick(profile: BrokeredProfile, attribute: Attribute, names: readonly string[]): Winner | undefined {
  const claim = names.find(name => isUsable(attribute, firstText(profile.rawAttributes[name])))
  if (claim !== undefined) return { claim, value: firstText(profile.rawAttributes[claim]) }
  const own = attribute === 'subject' ? profile.idpId : (profile[attribute] ?? '')
  return isUsable(attribute, own)
    ? { claim: attribute === 'subject' ? 'profile.idpId' : `profile.${attribute}`, value: own }
    : undefined
}

const isUsable = (attribute: Attribute, value: string): boolean =>
  value !== '' && (attribute !== 'email' || value.includes('@'))

/** SAML delivers one value or a list of them. */
function firstText(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.trim() : ''
}
