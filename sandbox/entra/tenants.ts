/** The tenant segment of Entra's addresses: an id, or a word for "whichever it turns out to be". */
import type { Directory, Registration } from './directory.ts'
import { CONSUMERS_TID, type Tenant } from './model.ts'
import { refuse } from './refusals.ts'

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const ANY = ['common', 'organizations']

export type TenantPath =
  /** `common` or `organizations`. */
  { readonly kind: 'any' } | { readonly kind: 'one'; readonly tenant: Tenant }

/** @throws EntraRefusalError for what is no tenant's id, or nobody's. */
export function readTenant({ tenants }: Directory, segment: string): TenantPath {
  const wanted = segment.toLowerCase()
  if (ANY.includes(wanted)) return { kind: 'any' }
  if (!GUID.test(wanted) && !wanted.includes('.')) throw refuse.badTenant(segment)
  const tenant = tenants.get(wanted)
  if (!tenant) throw refuse.unknownTenant(segment)
  return { kind: 'one', tenant }
}

/** Metadata is also published for personal accounts. */
export const metadataTid = (directory: Directory, segment: string): string | undefined => {
  if (segment.toLowerCase() === 'consumers' || segment === CONSUMERS_TID) return CONSUMERS_TID
  const path = readTenant(directory, segment)
  return path.kind === 'one' ? path.tenant.tid : undefined
}

/** The registration, if its service principal is in the tenant. */
export function requireApp({ apps }: Directory, clientId: string, tid: string | undefined): Registration {
  const app = apps.get(clientId.toLowerCase())
  const present = app && (!tid || !app.tenants || app.tenants.includes(tid))
  if (!present) throw refuse.unknownApp(clientId, tid ?? 'common')
  return app
}
