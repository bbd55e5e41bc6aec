/** WorkOS Audit Logs: where a company's own tools may read what was recorded here. */
import type { WorkOS } from '@workos-inc/node'
import { VendorError } from '../platform/errors.ts'

export type AuditLogEvent = {
  readonly eventId: string
  /** `group.object.verb`. */
  readonly action: string
  readonly occurredAt: Date
  readonly actor: { readonly id: string; readonly type: 'person' | 'system' }
  readonly target: { readonly id: string; readonly type: 'person' | 'organization' }
  /** As JSON, short enough for the other side. */
  readonly detail: string
}

export type AuditSent =
  | { readonly kind: 'sent' }
  /** This event will never be taken. `why` is a status, for the admin's count and the log. */
  | { readonly kind: 'refused'; readonly why: string }

export type AuditLogs = {
  /** Makes the action known, without which no event of it is taken. Asks once for each action and process. @throws VendorError */
  prepare(action: string): Promise<void>
  /** Sent again, it stays one event there for a day: its id is the idempotency key. @throws VendorError when it may be tried again. */
  send(workosOrganizationId: string, event: AuditLogEvent): Promise<AuditSent>
}

/** One shape for every action: which events there are may grow without a new one. */
const SHAPE = {
  targets: [{ type: 'person' }, { type: 'organization' }],
  metadata: { event: 'string', detail: 'string' }
}
/** WorkOS wants one; no address is kept here. */
const NOWHERE = '0.0.0.0'

export function createAuditLogs(auditLogs: WorkOS['auditLogs']): AuditLogs {
  const preparing = new Map<string, Promise<void>>()
  const describe = async (action: string): Promise<void> => {
    const { data } = await auditLogs.listSchemas(action).catch(noSuchAction)
    if (data.length === 0) await auditLogs.createSchema({ action, ...SHAPE }).catch(failed)
  }
  return {
    // Asked before the first event: a refusal would be remembered under that event's idempotency key.
    prepare: action => {
      const known = preparing.get(action)
      if (known) return known
      const made = describe(action)
      preparing.set(action, made)
      made.catch(() => preparing.delete(action))
      return made
    },
    send: async (organizationId, { eventId, action, occurredAt, actor, target, detail }) => {
      const context = { location: NOWHERE }
      const event = { action, occurredAt, actor, targets: [target], context, metadata: { event: eventId, detail } }
      try {
        await auditLogs.createEvent(organizationId, event, { idempotencyKey: eventId })
        return { kind: 'sent' }
      } catch (error) {
        const status = statusOf(error)
        return LASTING.includes(status) ? { kind: 'refused', why: String(status) } : failed(error)
      }
    }
  }
}

/** What the event itself is at fault for; a wrong key or too many calls pass. */
const LASTING: readonly number[] = [400, 404, 422]

const statusOf = (error: unknown): number => (error instanceof Error && 'status' in error ? Number(error.status) : 0)

function noSuchAction(error: unknown): { readonly data: readonly unknown[] } {
  return statusOf(error) === 404 ? { data: [] } : failed(error)
}

function failed(cause: unknown): never {
  const status = statusOf(cause)
  throw new VendorError('workos', 'the audit log is not taken now', {
    retryable: status !== 401 && status !== 403,
    ...(status ? { status } : {}),
    cause
  })
}
