/** What a provider says about somebody's groups. Pure. */

/** `common_name`: a directory's full name, such as `CN=CI-Access,OU=Groups`, counts by its first part. */
export type GroupsAs = 'sent' | 'common_name'

/** SAML delivers one value or a list of them; an empty list says that there are none. */
export function groupsIn(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  const names = list.filter(each => typeof each === 'string').map(each => each.trim())
  if (names.length === 0 && !(Array.isArray(value) && value.length === 0)) return undefined
  return [...new Set(names.filter(name => name !== ''))]
}

export const readGroup = (name: string, as: GroupsAs): string =>
  as === 'common_name' ? (commonName(name) ?? name) : name

const FIRST_PART = /^\s*cn\s*=\s*(?<value>(?:\\.|[^\\,+])+)/iu
const ESCAPED = /\\(?<what>[\da-f]{2}|.)/giu

/** RFC 4514: the value of the first part, if that is a common name. */
export function commonName(name: string): string | undefined {
  const value = FIRST_PART.exec(name)?.groups?.['value']
  return value
    ?.replaceAll(ESCAPED, (_, what: string) =>
      what.length === 2 ? String.fromCodePoint(Number.parseInt(what, 16)) : what
    )
    .trim()
}

const LINK = 'http://schemas.microsoft.com/claims/groups.link'

/** Entra sends no groups but where to ask for them once there are more than 200, or 150 by SAML: unknown is not none. */
export function isOverage(raw: Readonly<Record<string, unknown>>): boolean {
  const names = raw['_claim_names']
  const pointed = typeof names === 'object' && names !== null && 'groups' in names
  return pointed || raw['hasgroups'] === true || raw['hasgroups'] === 'true' || raw[LINK] !== undefined
}
