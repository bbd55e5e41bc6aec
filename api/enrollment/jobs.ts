import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type JobHandler } from '../platform/queue.ts'
import { syncPerson } from './enrollment.ts'

export const syncJob = defineJob('enrollment.sync', z.object({ organizationId: z.string(), personId: z.string() }), {
  retries: 20
})

export const enrollmentJobs = (deps: Deps): readonly JobHandler[] => [handles(syncJob, key => syncPerson(deps, key))]
