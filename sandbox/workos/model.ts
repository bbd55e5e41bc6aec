/** The wire's own shapes, snake case, as @workos/openapi-spec has them. */
export type Organization = {
  readonly object: 'organization'
  readonly id: string
  readonly name: string
  readonly external_id: string | null
  readonly domains: readonly {
    readonly object: 'organization_domain'
    readonly id: string
    readonly organization_id: string
    readonly domain: string
    readonly state: 'verified'
    readonly created_at: string
    readonly updated_at: string
  }[]
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: string
  readonly updated_at: string
}

export type Connection = {
  readonly object: 'connection'
  readonly id: string
  readonly organization_id: string
  readonly connection_type: string
  readonly name: string
  readonly state: 'active' | 'inactive'
  /** What `state` was called before; the wire carries both. */
  readonly status: 'linked' | 'unlinked'
  /** Of SAML connections only. */
  readonly options?: { readonly signing_cert: string | null }
  readonly domains: readonly never[]
  readonly created_at: string
  readonly updated_at: string
}

export type Directory = {
  readonly object: 'directory'
  readonly id: string
  readonly organization_id: string
  readonly external_key: string
  readonly type: string
  readonly state: 'linked' | 'unlinked'
  readonly name: string
  readonly domain: string
  readonly created_at: string
  readonly updated_at: string
}

export type DirectoryUser = {
  readonly object: 'directory_user'
  readonly id: string
  readonly directory_id: string
  readonly organization_id: string
  readonly idp_id: string
  readonly email: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly name: string | null
  readonly state: 'active' | 'inactive'
  readonly custom_attributes: Readonly<Record<string, unknown>>
  readonly raw_attributes: Readonly<Record<string, unknown>>
  readonly created_at: string
  readonly updated_at: string
}

export type DirectoryGroup = {
  readonly object: 'directory_group'
  readonly id: string
  readonly directory_id: string
  readonly organization_id: string
  readonly idp_id: string
  readonly name: string
  readonly raw_attributes: Readonly<Record<string, unknown>>
  readonly created_at: string
  readonly updated_at: string
}

export type WorkosEvent = {
  readonly object: 'event'
  readonly id: string
  readonly event: string
  readonly data: unknown
  readonly created_at: string
}

/** Somebody who can sign in at a connection's provider, with the claims that provider sends. */
export type LoginAccount = {
  readonly connectionId: string
  readonly idpId: string
  /** What people type and the page lists. */
  readonly username: string
  /** Absent where the provider sends no `email` claim. */
  readonly email: string | undefined
  readonly firstName: string | undefined
  readonly lastName: string | undefined
  readonly groups: readonly string[]
  readonly rawAttributes: Readonly<Record<string, unknown>>
  readonly disabled: boolean
}

/** ULID order: ids of events sort by time of making. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newUlid(ms: number, count: number): string {
  const encode = (value: number, length: number): string => {
    let rest = value
    let text = ''
    for (let i = 0; i < length; i++) {
      text = ALPHABET.charAt(rest % 32) + text
      rest = Math.floor(rest / 32)
    }
    return text
  }
  return `${encode(ms, 10)}${encode(count, 8)}${[...crypto.getRandomValues(new Uint8Array(8))].map(byte => ALPHABET.charAt(byte % 32)).join('')}`
}
