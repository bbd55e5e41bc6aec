/** Sends what was recorded on to WorkOS Audit Logs, a batch at a time, for companies that switched it on. */
import { z } from 'zod'
import { endBatch, settleSent, takeBatch, type AuditEntry } from '../audit/audit.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { VendorError } from '../platform/errors.ts'
import { defineJob } from '../platform/queue.ts'
import type { AuditLogEvent, AuditLogs } from '../vendors/workos.ts'

export const forwardAuditJob = defineJob('identity.forwardAudit', z.object({ organizationId: z.string() }))

const BATCH = 200
/** At once, far below what WorkOS allows a minute. */
const ABREAST = 5

export async function forwardAudit(deps: Deps, auditLogs: AuditLogs, organizationId: string): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  if (organization.signIn !== 'provider') return
  const { workosOrganizationId } = organization
  const batch = await takeBatch(deps, organizationId, BATCH)
  if (batch.length === 0) return
  for (let at = 0; at < batch.length; at += ABREAST) {
    const some = batch.slice(at, at + ABREAST).map(entry => toAuditLog(organizationId, entry))
    const outcome = await sendSome(auditLogs, workosOrganizationId, some)
    const goesOn = await settleSent(deps, organizationId, outcome)
    if (!goesOn) return
    if (outcome.failure) {
      deps.log.warn({ err: outcome.failure, organization: organizationId }, 'audit log not forwarded now')
      return endBatch(deps, organizationId, outcome.failure.retryable ? 'unreachable' : 'refused')
    }
  }
  await endBatch(deps, organizationId)
}

type Outcome = {
  readonly arrived: readonly string[]
  readonly refused: ReadonlyMap<string, string>
  readonly failure: VendorError | undefined
}

/** What arrived is known one by one: a failure beside it sends nothing twice on purpose. */
async function sendSome(
  auditLogs: AuditLogs,
  workosOrganizationId: string,
  events: readonly AuditLogEvent[]
): Promise<Outcome> {
  const ends = await Promise.all(
    events.map(async event => {
      try {
        await auditLogs.prepare(event.action)
        return { event, sent: await auditLogs.send(workosOrganizationId, event) }
      } catch (error) {
        if (error instanceof VendorError) return { event, failure: error }
        throw error
      }
    })
  )
  return {
    arrived: ends.flatMap(({ event, sent }) => (sent?.kind === 'sent' ? [event.eventId] : [])),
    refused: new Map(ends.flatMap(({ event, sent }) => (sent?.kind === 'refused' ? [[event.eventId, sent.why]] : []))),
    failure: ends.find(({ failure }) => failure !== undefined)?.failure
  }
}

/** WorkOS takes 500 characters a value; the whole of it is in the log here, under the same event id. */
const LONGEST = 500

const toAuditLog = (organizationId: string, entry: AuditEntry): AuditLogEvent => ({
  eventId: entry.eventId,
  action: `ci.${entry.action}`,
  occurredAt: new Date(entry.at),
  actor: { id: entry.actor, type: entry.actor.startsWith('per_') ? 'person' : 'system' },
  target: entry.personId ? { id: entry.personId, type: 'person' } : { id: organizationId, type: 'organization' },
  detail: JSON.stringify(entry.detail).slice(0, LONGEST)
})
