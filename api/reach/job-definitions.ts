import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

const run = z.object({ organizationId: z.string(), runId: z.string() })

/** Lists whom a run concerns. */
export const sizeInstallsJob = defineJob('reach.sizeInstalls', run, { concurrency: 1 })
/** Installs for a while; the next tick goes on. */
export const workInstallsJob = defineJob('reach.workInstalls', run)
/** Wanted after delivery.unreached: the next rung of the ladder. */
export const nextRungJob = defineJob(
  'reach.nextRung',
  z.object({ organizationId: z.string(), deliveryId: z.string() }),
  { concurrency: 4 }
)

export const reachDefinitions = [sizeInstallsJob, workInstallsJob, nextRungJob]
