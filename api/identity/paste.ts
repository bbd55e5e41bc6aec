/** Reads what an admin pastes into the lab: an ID token, SAML attributes, a SCIM user, or claims as JSON. Pure. */
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { ProblemError } from '../platform/errors.ts'
import type { BrokeredProfile } from './claims.ts'

export type Pasted = {
  readonly kind: 'id_token' | 'saml' | 'scim' | 'claims'
  /** As the broker would hand it over. */
  readonly profile: BrokeredProfile
  readonly groups: readonly string[]
}

const record = z.record(z.string(), z.unknown())
const GROUPS = ['groups', 'memberOf', 'http://schemas.xmlsoap.org/claims/Group']

/** @throws ProblemError that says what can be pasted. */
export function readPaste(text: string, connectionType: string): Pasted {
  const trimmed = text.trim()
  if (trimmed.startsWith('<')) return profileOf('saml', readSaml(trimmed), connectionType)
  if (trimmed.startsWith('{')) {
    const claims = readJson(trimmed)
    return isScim(claims) ? scimUser(claims, connectionType) : profileOf('claims', claims, connectionType)
  }
  return profileOf('id_token', readToken(trimmed), connectionType)
}

const unreadable = (detail: string): ProblemError =>
  new ProblemError('bad_request', `${detail} Paste an ID token, SAML attributes, a SCIM user or claims as JSON`)

function readJson(text: string): Record<string, unknown> {
  try {
    return record.parse(JSON.parse(text))
  } catch {
    throw unreadable('This is not JSON with names and values.')
  }
}

function readToken(text: string): Record<string, unknown> {
  try {
    return decodeJwt(text)
  } catch {
    throw unreadable('This is not an ID token.')
  }
}

const ATTRIBUTE = /<(?:\w+:)?Attribute\s[^>]*?\bName="(?<name>[^"]+)"[^>]*>(?<inner>[\s\S]*?)<\/(?:\w+:)?Attribute>/gu
const VALUE = /<(?:\w+:)?AttributeValue\b[^>]*>(?<value>[^<]*)</gu
const NAME_ID = /<(?:\w+:)?NameID\b[^>]*>(?<value>[^<]+)</u

/** Names and values alone: this looks at what would come, it lets nobody in. */
function readSaml(xml: string): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const { groups } of xml.matchAll(ATTRIBUTE)) {
    const values = [...(groups?.['inner'] ?? '').matchAll(VALUE)].map(match => plain(match.groups?.['value'] ?? ''))
    if (groups?.['name']) found[groups['name']] = values.length === 1 ? values[0] : values
  }
  const nameId = NAME_ID.exec(xml)?.groups?.['value']
  if (nameId) found['nameID'] = plain(nameId)
  if (Object.keys(found).length === 0) throw unreadable('There is no attribute in this XML.')
  return found
}

const XML: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const plain = (text: string): string =>
  text.trim().replaceAll(/&(?:lt|gt|quot|apos|amp);/gu, entity => XML[entity] ?? '')

const scimSchema = z.looseObject({
  schemas: z.array(z.string()),
  externalId: z.string().optional(),
  userName: z.string().optional(),
  name: z.looseObject({ givenName: z.string().optional(), familyName: z.string().optional() }).optional(),
  emails: z.array(z.looseObject({ value: z.string(), primary: z.boolean().optional() })).optional(),
  groups: z.array(z.looseObject({ display: z.string().optional() })).optional()
})

const isScim = (claims: Record<string, unknown>): boolean =>
  Array.isArray(claims['schemas']) && String(claims['schemas'][0]).startsWith('urn:ietf:params:scim:')

function scimUser(claims: Record<string, unknown>, connectionType: string): Pasted {
  const parsed = scimSchema.safeParse(claims)
  if (!parsed.success) throw unreadable('This is not a SCIM user.')
  const { externalId, userName, name, emails = [], groups = [] } = parsed.data
  const email = (emails.find(({ primary }) => primary) ?? emails[0])?.value
  const profile = {
    idpId: externalId ?? userName ?? '',
    connectionType,
    ...(email ? { email } : {}),
    ...(name?.givenName ? { firstName: name.givenName } : {}),
    ...(name?.familyName ? { lastName: name.familyName } : {}),
    rawAttributes: claims
  }
  return { kind: 'scim', profile, groups: groups.flatMap(({ display }) => display ?? []) }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The broker itself reads only the standard names of OpenID Connect. */
function profileOf(kind: Pasted['kind'], claims: Record<string, unknown>, connectionType: string): Pasted {
  const saml = connectionType.endsWith('SAML') || kind === 'saml'
  const [email, firstName, lastName] = [text(claims['email']), text(claims['given_name']), text(claims['family_name'])]
  const profile = {
    idpId: text(claims[saml ? 'nameID' : 'sub']) || text(claims['id']),
    connectionType,
    ...(email ? { email } : {}),
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    rawAttributes: claims
  }
  const groups = GROUPS.flatMap(each => claims[each]).filter(each => typeof each === 'string')
  return { kind, profile, groups }
}
