import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

/** Nightly, after a company's settings changed, and when its directory is connected again. */
export const reconcileJob = defineJob('directory.reconcile', z.object({ organizationId: z.string() }), {
  concurrency: 1
})
