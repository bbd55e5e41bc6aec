import { z } from 'zod'
import { defineJob, type JobDefinition } from '../platform/queue.ts'

/** One person's file, part by part; after a crash it goes on where it was. */
export const exportJob = defineJob('privacy.export', z.object({ organizationId: z.string(), exportId: z.string() }))
export const expireJob = defineJob('privacy.expire', z.object({ organizationId: z.string() }))
/** What is older than the company's policy. */
export const retainJob = defineJob('privacy.retain', z.object({ organizationId: z.string() }), { concurrency: 1 })
/** Writes an erasure down outside of the database, so that a restore cannot undo it. */
export const journalJob = defineJob(
  'privacy.journal',
  z.object({ organizationId: z.string(), erasureId: z.string() }),
  {
    retries: 50,
    concurrency: 1
  }
)

export const privacyDefinitions: readonly JobDefinition[] = [exportJob, expireJob, retainJob, journalJob]
