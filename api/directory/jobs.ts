import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type JobDefinition, type JobHandler } from '../platform/queue.ts'
import { createWorkos } from '../vendors/workos.ts'
import { pullEvents } from './pull.ts'
import { reconcileJob } from './reconcile-job.ts'
import { organizationsToReconcile, reconcileOrganization } from './reconcile.ts'

export { organizationsToReconcile, reconcileJob }
export const pullJob = defineJob('directory.pull', z.object({}), { concurrency: 1, retries: 2 })

export const directoryDefinitions: readonly JobDefinition[] = [pullJob, reconcileJob]

export function directoryJobs(deps: Deps): readonly JobHandler[] {
  const workos = createWorkos(deps)
  return [
    handles(pullJob, () => pullEvents(deps, workos)),
    handles(reconcileJob, ({ organizationId }) => reconcileOrganization(deps, workos, organizationId))
  ]
}
