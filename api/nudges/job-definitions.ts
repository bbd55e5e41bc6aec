/** Definitions only, so that what a job's handler imports may ask for it. */
import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

export const planAudienceJob = defineJob(
  'nudges.planAudience',
  z.object({ organizationId: z.string(), /** People after this id. */ after: z.string() }),
  { concurrency: 1 }
)
