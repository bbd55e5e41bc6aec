import type { Standin } from '../harness/standin.ts'
import type { Collection } from '../harness/store.ts'
import {
  newUlid,
  type Connection,
  type Directory,
  type DirectoryGroup,
  type DirectoryUser,
  type LoginAccount,
  type Organization,
  type WorkosEvent
} from './model.ts'

export type SsoCode = {
  readonly code: string
  readonly account: string
  readonly connectionId: string
  readonly redirectUri: string
  readonly challenge: string | undefined
  /** Real time, milliseconds; codes live ten minutes. */
  readonly until: number
}

export type AuditLogSchema = {
  readonly object: 'audit_log_schema'
  readonly version: number
  readonly actor?: { readonly metadata: Readonly<Record<string, unknown>> } | undefined
  readonly targets: readonly {
    readonly type: string
    readonly metadata?: Readonly<Record<string, unknown>> | undefined
  }[]
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  readonly created_at: string
}

export type AuditLogEvent = {
  readonly organization_id: string
  readonly action: string
  readonly occurred_at: string
  readonly actor: { readonly id: string; readonly type: string }
  readonly targets: readonly { readonly id: string; readonly type: string }[]
  readonly context: { readonly location: string }
}

export type AuditLogExport = {
  readonly id: string
  readonly organization_id: string
  readonly range_start: string
  readonly range_end: string
  readonly actions?: string[] | undefined
  readonly created_at: string
}

export type PortalLink = {
  readonly id: string
  readonly organizationId: string
  readonly intent: 'sso' | 'dsync' | 'domain_verification' | 'audit_logs' | 'log_streams' | 'certificate_renewal'
  /** Real time, milliseconds. */
  readonly until: number
  readonly return_url?: string | undefined
  readonly success_url?: string | undefined
}

export type Data = ReturnType<typeof openData>

type Membership = { readonly groupId: string; readonly userId: string }

export function openData(standin: Standin) {
  const { store } = standin
  const counters = store.collection<number>('counters')
  const memberships = store.collection<Membership>('memberships')
  const next = (name: string): number => counters.set(name, (counters.get(name) ?? 0) + 1)
  return {
    organizations: store.collection<Organization>('organizations'),
    connections: store.collection<Connection>('connections'),
    directories: store.collection<Directory>('directories'),
    users: store.collection<DirectoryUser>('users'),
    groups: store.collection<DirectoryGroup>('groups'),
    /** `groupId/userId`. */
    memberships,
    membershipsByUser: indexed(memberships, ({ userId }) => userId),
    events: store.collection<WorkosEvent>('events'),
    accounts: store.collection<LoginAccount>('accounts'),
    codes: store.collection<SsoCode>('codes'),
    auditLogs: store.collection<AuditLogEvent>('audit_logs'),
    /** `action/version`. */
    auditLogSchemas: store.collection<{ readonly action: string; readonly schema: AuditLogSchema }>(
      'audit_log_schemas'
    ),
    auditLogExports: store.collection<AuditLogExport>('audit_log_exports'),
    portalLinks: store.collection<PortalLink>('portal_links'),
    now: (): string => standin.now().toISOString(),
    /** Event ids rise with real time and count, whatever the moved clock says. */
    eventId: (): string => `event_${newUlid(Date.now(), next('events'))}`,
    newId: (prefix: string): string => `${prefix}_${newUlid(Date.now(), next(prefix))}`
  }
}

/** Made again after a change only: a directory of a hundred thousand is read a page at a time. */
function indexed<T>(items: Collection<T>, by: (item: T) => string): () => ReadonlyMap<string, readonly T[]> {
  let held: { readonly version: number; readonly index: ReadonlyMap<string, readonly T[]> } | undefined
  return () => {
    if (held?.version !== items.version) held = { version: items.version, index: Map.groupBy(items.values(), by) }
    return held.index
  }
}
