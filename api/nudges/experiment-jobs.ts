import { z } from 'zod'
import { defineJob } from '../platform/queue.ts'

/** Who agreed before is told of the experiment and asked once. */
export const askAboutExperimentJob = defineJob(
  'nudges.askAboutExperiment',
  z.object({ organizationId: z.string(), experimentId: z.string() })
)

/** Its cost went over what was registered: the admins hear of it. */
export const tellExperimentHaltedJob = defineJob(
  'nudges.tellExperimentHalted',
  z.object({ organizationId: z.string(), experimentId: z.string() })
)

/** Weekly: has it become too costly, is a look due, is it over. */
export const checkExperimentJob = defineJob('nudges.checkExperiment', z.object({ organizationId: z.string() }), {
  concurrency: 1
})

export const experimentDefinitions = [askAboutExperimentJob, tellExperimentHaltedJob, checkExperimentJob]
