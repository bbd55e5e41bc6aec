import { z } from 'zod'
import { defineJob, type JobDefinition } from '../platform/queue.ts'

/** What of a former chatbot is to be imported, taken out again, or was never decided about. */
export const formerJob = defineJob('coach.former', z.object({ organizationId: z.string() }), {
  retries: 20,
  concurrency: 1
})

/** A plan was settled: where its person wants that, the coach remembers it. */
export const rememberPlanJob = defineJob(
  'coach.rememberPlan',
  z.object({ organizationId: z.string(), personId: z.string(), planId: z.string() })
)

export const coachDefinitions: readonly JobDefinition[] = [formerJob, rememberPlanJob]
