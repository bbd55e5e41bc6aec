import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

/** A page of the cards that are corrected or taken back; the channel works on it, as on deliveries. */
export const correctCardsJob = defineJob(
  'nudges.correctCards',
  z.object({ organizationId: z.string(), correctionId: z.string() }),
  { concurrency: 2, batch: 1, perGroup: 1 }
)
