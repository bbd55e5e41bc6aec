/** What the event stream tells of the connections themselves: kept for the admin's page, and recorded. */
import { record } from '../audit/audit.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import type { ConnectionEvent, DirectoryEvent } from '../vendors/workos.ts'
import { saveConnectionEvent } from './store-connections.ts'

type Context = {
  readonly deps: Deps
  readonly trx: Trx
  readonly organization: { readonly organizationId: string }
}
type DirectoryItself = Extract<DirectoryEvent, { event: 'dsync.activated' | 'dsync.deactivated' | 'dsync.deleted' }>

export const isAboutConnection = (event: DirectoryEvent | ConnectionEvent): event is ConnectionEvent =>
  !event.event.startsWith('dsync.')

export async function applyConnectionEvent(context: Context, event: ConnectionEvent): Promise<void> {
  switch (event.event) {
    case 'connection.activated':
    case 'connection.deactivated':
    case 'connection.deleted':
      await keep(context, event, { kind: 'sign_in' })
      return told(context, event.event, { connectionId: event.data.id })
    case 'connection.saml_certificate_renewal_required':
    case 'connection.saml_certificate_renewed': {
      const { id, expiresAt } = event.data
      await keep(context, event, { kind: 'sign_in', certificateExpiresAt: new Date(expiresAt) })
      const renewed = event.event === 'connection.saml_certificate_renewed'
      const action = renewed ? 'connection.certificate_renewed' : 'connection.certificate_expiring'
      return told(context, action, { connectionId: id, expiresAt })
    }
    case 'organization_domain.verified':
      return told(context, 'domain.verified', { domain: event.data.domain })
    case 'organization_domain.verification_failed':
      return told(context, 'domain.verification_failed', { domain: event.data.domain })
  }
}

const DIRECTORY_ACTIONS = {
  'dsync.activated': 'directory.activated',
  'dsync.deactivated': 'directory.deactivated',
  'dsync.deleted': 'directory.deleted'
} as const

/** Beside what it means for the directory's people. */
export async function noteDirectoryEvent(context: Context, event: DirectoryItself): Promise<void> {
  await keep(context, event, { kind: 'directory' })
  await told(context, DIRECTORY_ACTIONS[event.event], { directoryId: event.data.id })
}

type Kept = { readonly kind: 'sign_in' | 'directory'; readonly certificateExpiresAt?: Date }

const keep = (
  { trx, organization: { organizationId } }: Context,
  event: { readonly event: string; readonly createdAt: string; readonly data: { readonly id: string } },
  kept: Kept
): Promise<void> =>
  saveConnectionEvent(trx, {
    organizationId,
    connectionId: event.data.id,
    event: event.event,
    at: new Date(event.createdAt),
    ...kept
  })

const told = (
  { deps, trx, organization: { organizationId } }: Context,
  action: Parameters<typeof record>[2]['action'],
  detail: Readonly<Record<string, unknown>>
): Promise<void> => record(trx, deps, { organizationId, action, actor: 'workos', detail })
