/** The jobs that a channel works on; their definitions only, so that every slice may know them. */
import { z } from 'zod'
import { defineJob, type Job } from '../platform/queue.ts'

/** What somebody waits for. The channel paces and retries by its own rules; the queue's retries are for a process that dies. */
export const deliverJob = defineJob(
  'channels.deliver',
  z.object({ organizationId: z.string(), deliveryId: z.string() }),
  { concurrency: 2 }
)

/** What nobody waits for, many at a time: an answer never stands in line behind nudges, nor a company behind another's. */
export const deliverManyJob = defineJob(
  'channels.deliverMany',
  z.object({ organizationId: z.string(), deliveryIds: z.array(z.string()) }),
  { concurrency: 6, batch: 2, perGroup: 3 }
)

export const inboundJob = defineJob(
  'teams.inbound',
  z.object({ organizationId: z.string(), conversationId: z.string(), activityId: z.string() }),
  { concurrency: 3 }
)

const MOST = 100

type Waiting = { readonly deliveryId: string; readonly nudgeId: string | undefined }

/** @param after real time before which nothing is tried. */
export function deliveryJobs(organizationId: string, deliveries: readonly Waiting[], after?: Date): readonly Job[] {
  const when = { group: organizationId, ...(after ? { after } : {}) }
  const many = deliveries.filter(({ nudgeId }) => nudgeId).map(({ deliveryId }) => deliveryId)
  const pages = Array.from({ length: Math.ceil(many.length / MOST) }, (_, page) =>
    many.slice(page * MOST, (page + 1) * MOST)
  )
  return [
    ...deliveries
      .filter(({ nudgeId }) => !nudgeId)
      .map(({ deliveryId }) => deliverJob.job({ organizationId, deliveryId }, when)),
    ...pages.map(deliveryIds => deliverManyJob.job({ organizationId, deliveryIds }, when))
  ]
}
