import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type JobHandler } from '../platform/queue.ts'
import { cancelAll, planFollowUp, planPerson, sendDue, settleFollowUp } from './nudges.ts'

const about = { organizationId: z.string(), personId: z.string() }

export const planJob = defineJob('nudges.plan', z.object(about))
export const sendDueJob = defineJob('nudges.sendDue', z.object({ organizationId: z.string() }), { concurrency: 1 })
export const cancelJob = defineJob('nudges.cancel', z.object(about))
export const followUpJob = defineJob(
  'nudges.followUp',
  z.object({ ...about, planId: z.string(), followUpAt: z.string() })
)
export const settleFollowUpJob = defineJob('nudges.settleFollowUp', z.object({ ...about, planId: z.string() }))
export const nudgeDefinitions = [planJob, sendDueJob, cancelJob, followUpJob, settleFollowUpJob]

export const nudgeJobs = (deps: Deps): readonly JobHandler[] => [
  handles(planJob, key => planPerson(deps, key)),
  handles(sendDueJob, ({ organizationId }) => sendDue(deps, organizationId)),
  handles(cancelJob, key => cancelAll(deps, key)),
  handles(followUpJob, input => planFollowUp(deps, input)),
  handles(settleFollowUpJob, input => settleFollowUp(deps, input))
]
