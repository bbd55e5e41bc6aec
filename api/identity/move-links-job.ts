import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

/** After an admin said that two are one person: the accounts of the one lead to the other. */
export const moveLinksJob = defineJob(
  'identity.moveLinks',
  z.object({ organizationId: z.string(), personId: z.string(), formerPersonId: z.string() })
)
