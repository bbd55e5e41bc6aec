import type { Deps } from '../platform/deps.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { deliverJob, webhookDefinitions } from './job-definitions.ts'
import { organizationsDue } from './store.ts'
import { deliverDue } from './webhooks.ts'

export { webhookDefinitions }

export const webhookJobs = (deps: Deps): readonly JobHandler[] => [
  handles(deliverJob, ({ organizationId }) => deliverDue(deps, organizationId))
]

/** What a tick starts. */
export const dueWebhookJobs = async (deps: Deps): Promise<readonly Job[]> =>
  (await deps.db.router(organizationsDue)).map(organizationId =>
    deliverJob.job({ organizationId }, { key: organizationId })
  )
