import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type JobHandler } from '../platform/queue.ts'
import { createWorkos } from '../vendors/workos.ts'
import { pullEvents, settleOrganization } from './pull.ts'

export const pullJob = defineJob('directory.pull', z.object({}), { concurrency: 1, retries: 2 })

/** After a company's settings changed. */
export const settleJob = defineJob('directory.settle', z.object({ organizationId: z.string() }), { concurrency: 1 })

export function directoryJobs(deps: Deps): readonly JobHandler[] {
  const workos = createWorkos(deps)
  return [
    handles(pullJob, () => pullEvents(deps, workos)),
    handles(settleJob, ({ organizationId }) => settleOrganization(deps, organizationId))
  ]
}
