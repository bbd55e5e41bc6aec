/** The two jobs that a channel works on; their definitions only, so that every slice may know them. */
import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

/** The channel paces and retries by its own rules; the queue's retries are for a process that dies. */
export const deliverJob = defineJob(
  'channels.deliver',
  z.object({ organizationId: z.string(), deliveryId: z.string() }),
  {
    concurrency: 4
  }
)

export const inboundJob = defineJob(
  'teams.inbound',
  z.object({ organizationId: z.string(), conversationId: z.string(), activityId: z.string() }),
  { concurrency: 3 }
)
