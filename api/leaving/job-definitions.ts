import { z } from 'zod'
import { defineJob, type JobDefinition } from '../platform/queue.ts'

/** Some pages of a company's file; after a crash it goes on where it was. */
export const exportJob = defineJob('leaving.export', z.object({ organizationId: z.string(), exportId: z.string() }), {
  concurrency: 1,
  batch: 1
})
export const expireJob = defineJob('leaving.expire', z.object({ organizationId: z.string() }))
/** The next step of a leaving. It names no company: what names one is gone at the end. */
export const advanceJob = defineJob('leaving.advance', z.object({ leavingId: z.string() }), {
  concurrency: 1,
  batch: 1
})

export const leavingDefinitions: readonly JobDefinition[] = [exportJob, expireJob, advanceJob]
