import { listAudit } from '../contract/admin.ts'
import type { Deps } from '../platform/deps.ts'
import type { Api } from '../platform/http.ts'
import { pageOfEvents } from './audit.ts'

export function auditRoutes(deps: Deps, api: Api): void {
  api.serve(listAudit, async ({ caller: { organizationId }, query }) => {
    const events = await pageOfEvents(deps, { organizationId, ...query })
    return { events: [...events], next: events.length === query.limit ? (events.at(-1)?.eventId ?? null) : null }
  })
}
