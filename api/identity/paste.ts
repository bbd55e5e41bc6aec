/** Reads what an admin pastes into the lab: an ID token, SAML attributes, a SCIM user, or claims as JSON or lines. Pure. */
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { ProblemError } from '../platform/errors.ts'
import type { BrokeredProfile } from './claims.ts'
import { withoutSecrets } from './paste-secrets.ts'
import { readSaml } from './saml-paste.ts'
import { isScim, scimUser } from './scim-paste.ts'

export type Pasted = {
  readonly kind: 'id_token' | 'saml' | 'scim' | 'claims'
  /** As the broker would hand it over. */
  readonly profile: BrokeredProfile
  /** When a pasted token ends, in seconds since 1970. */
  readonly until: number | undefined
}

type Claims = Readonly<Record<string, unknown>>
type Read = { readonly kind: Pasted['kind']; readonly claims: Claims; readonly until?: number | undefined }

const record = z.record(z.string(), z.unknown())

/** @throws ProblemError that says what can be pasted. */
export function readPaste(text: string, connectionType: string): Pasted {
  const { kind, claims, until } = read(unwrap(text), connectionType)
  const clean = withoutSecrets(claims)
  const profile =
    kind === 'scim'
      ? scimUser(clean, connectionType)
      : (brokered(clean, connectionType) ?? asBroker(kind, clean, connectionType))
  if (!profile) throw unreadable('This is not one SCIM user.')
  return { kind, profile, until }
}

function read(text: string, connectionType: string): Read {
  if (text.startsWith('<')) return { kind: 'saml', claims: readXml(text) }
  if (text.startsWith('{')) {
    const claims = readJson(text)
    // The whole answer of a token endpoint: only the ID token says who it is.
    if (typeof claims['id_token'] === 'string') return readToken(claims['id_token'])
    if (typeof claims['access_token'] === 'string' && !('profile' in claims))
      throw unreadable('There is no id_token in this answer.')
    return { kind: isScim(claims) ? 'scim' : 'claims', claims }
  }
  const lines = readLines(text)
  if (lines) return { kind: connectionType.endsWith('SAML') ? 'saml' : 'claims', claims: lines }
  return readToken(text)
}

/** What tools put around it: `Bearer`, quotes, a form field, base64, line breaks. */
function unwrap(text: string): string {
  const bare = text
    .replace(/^\uFEFF/u, '')
    .trim()
    .replace(/^(?:authorization:\s*)?bearer\s+/iu, '')
    .replaceAll(/^["'`]|["'`]$/gu, '')
  const field = /^(?:.*&)?(?:SAMLResponse|id_token)=(?<value>[^&\s]+)/u.exec(bare)?.groups?.['value']
  const value = field ? decodeForm(field) : bare
  const joined = value.replaceAll(/\s+/gu, '')
  if (!/^[\w+/-]{16,}={0,2}$/u.test(joined)) return value
  const decoded = Buffer.from(joined, 'base64').toString('utf8').trim()
  return decoded.startsWith('<') || decoded.startsWith('{') ? decoded : value
}

function decodeForm(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

const unreadable = (detail: string): ProblemError =>
  new ProblemError('bad_request', `${detail} Paste an ID token, SAML attributes, a SCIM user or claims as JSON`)

function readJson(text: string): Claims {
  try {
    return record.parse(JSON.parse(text))
  } catch {
    throw unreadable('This is not JSON with names and values.')
  }
}

function readXml(text: string): Claims {
  const saml = readSaml(text)
  switch (saml.kind) {
    case 'read':
      return saml.claims
    case 'cutOff':
      throw unreadable('This XML is cut off.')
    case 'declares':
      throw unreadable('XML with a document type is not read.')
    case 'encrypted':
      throw unreadable('This assertion is encrypted.')
    case 'empty':
      throw unreadable('There is no attribute in this XML.')
  }
}

const ENCRYPTED_PARTS = 5

function readToken(text: string): Read {
  const token = text.replaceAll(/\s+/gu, '')
  const parts = token.split('.')
  if (parts.length === ENCRYPTED_PARTS) throw unreadable('This token is encrypted.')
  if (parts.length < 3 && token.startsWith('ey')) throw unreadable('This ID token is cut off: it has three parts.')
  try {
    const claims = decodeJwt(token)
    return { kind: 'id_token', claims, until: claims.exp }
  } catch {
    throw unreadable(token.startsWith('ey') ? 'This ID token is damaged or cut off.' : 'This is not an ID token.')
  }
}

const LINE = /^(?<name>[\w.:/#-]{1,200}?)\s*(?:=|:\s)\s*(?<value>[^=\s].*)$/u

/** `name=value` or `name: value`, a line each; a name that comes again has several values. */
function readLines(text: string): Claims | undefined {
  const lines = text.split(/\r?\n/u).filter(line => line.trim() !== '')
  const found = new Map<string, readonly string[]>()
  for (const line of lines) {
    const { name, value } = LINE.exec(line.trim())?.groups ?? {}
    if (!name || !value) return undefined
    found.set(name, [...(found.get(name) ?? []), value.trim()])
  }
  return Object.fromEntries([...found].map(([name, values]) => [name, values.length === 1 ? values[0] : values]))
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const given = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).filter(([, value]) => value !== ''))

const brokeredSchema = z.looseObject({
  idp_id: z.string(),
  raw_attributes: record,
  groups: z.array(z.string()).optional()
})

/** A profile as WorkOS itself hands it over. */
function brokered(claims: Claims, connectionType: string): BrokeredProfile | undefined {
  const { data } = brokeredSchema.safeParse(claims['profile'] ?? claims)
  if (!data) return undefined
  const { idp_id: idpId, raw_attributes: rawAttributes, groups = [], ...rest } = data
  const own = { email: text(rest['email']), firstName: text(rest['first_name']), lastName: text(rest['last_name']) }
  return { idpId, connectionType, ...given(own), groups, rawAttributes }
}

/** The broker itself reads only the standard names of OpenID Connect. */
function asBroker(kind: Pasted['kind'], claims: Claims, connectionType: string): BrokeredProfile {
  const saml = connectionType.endsWith('SAML') || kind === 'saml'
  const own = {
    email: text(claims['email']),
    firstName: text(claims['given_name']),
    lastName: text(claims['family_name'])
  }
  const idpId = text(claims[saml ? 'nameID' : 'sub']) || text(claims['id'])
  return { idpId, connectionType, ...given(own), rawAttributes: claims }
}
