import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type JobHandler } from '../platform/queue.ts'
import { createWorkos } from '../vendors/workos.ts'
import { pullEvents } from './directory.ts'

export const pullJob = defineJob('directory.pull', z.object({}), { concurrency: 1, retries: 2 })

export function directoryJobs(deps: Deps): readonly JobHandler[] {
  const workos = createWorkos(deps)
  return [handles(pullJob, () => pullEvents(deps, workos))]
}
