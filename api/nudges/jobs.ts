import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type JobHandler } from '../platform/queue.ts'
import { checkExperiment } from './experiment-check.ts'
import {
  askAboutExperimentJob,
  checkExperimentJob,
  experimentDefinitions,
  tellExperimentHaltedJob
} from './experiment-jobs.ts'
import { askAboutExperiment, tellExperimentHalted } from './experiment-telling.ts'
import { correctCardsJob } from './correction-jobs.ts'
import { planAudience } from './authored-planning.ts'
import { planAudienceJob } from './job-definitions.ts'
import {
  cancelAll,
  moveFollowUp,
  planCompany,
  planFollowUp,
  planPeople,
  planPerson,
  settleFollowUp
} from './planning.ts'
import { sendDue } from './sending.ts'

const about = { organizationId: z.string(), personId: z.string() }

export const planJob = defineJob('nudges.plan', z.object(about))
export const planPeopleJob = defineJob(
  'nudges.planPeople',
  z.object({ organizationId: z.string(), personIds: z.array(z.string()) }),
  { concurrency: 1 }
)
export const planCompanyJob = defineJob('nudges.planCompany', z.object({ organizationId: z.string() }), {
  concurrency: 1
})
export const sendDueJob = defineJob('nudges.sendDue', z.object({ organizationId: z.string() }), { concurrency: 1 })
export const cancelJob = defineJob('nudges.cancel', z.object(about))
export const followUpJob = defineJob(
  'nudges.followUp',
  z.object({ ...about, planId: z.string(), followUpAt: z.string(), exact: z.boolean().optional() })
)
export const moveFollowUpJob = defineJob(
  'nudges.moveFollowUp',
  z.object({ ...about, planId: z.string(), followUpAt: z.string().nullable(), at: z.string() })
)
export const settleFollowUpJob = defineJob(
  'nudges.settleFollowUp',
  z.object({ ...about, planId: z.string(), outcome: z.enum(['kept', 'missed', 'dropped']).optional() })
)
export const nudgeDefinitions = [
  planJob,
  planPeopleJob,
  planCompanyJob,
  sendDueJob,
  cancelJob,
  followUpJob,
  moveFollowUpJob,
  settleFollowUpJob,
  planAudienceJob,
  correctCardsJob,
  ...experimentDefinitions
]

export const nudgeJobs = (deps: Deps): readonly JobHandler[] => [
  handles(planJob, key => planPerson(deps, key)),
  handles(planPeopleJob, people => planPeople(deps, people)),
  handles(planCompanyJob, ({ organizationId }) => planCompany(deps, organizationId)),
  handles(sendDueJob, ({ organizationId }) => sendDue(deps, organizationId)),
  handles(planAudienceJob, input => planAudience(deps, input)),
  handles(cancelJob, key => cancelAll(deps, key)),
  handles(followUpJob, input => planFollowUp(deps, input)),
  handles(moveFollowUpJob, input => moveFollowUp(deps, input)),
  handles(settleFollowUpJob, input => settleFollowUp(deps, input)),
  handles(askAboutExperimentJob, key => askAboutExperiment(deps, key)),
  handles(tellExperimentHaltedJob, key => tellExperimentHalted(deps, key)),
  handles(checkExperimentJob, ({ organizationId }) => checkExperiment(deps, organizationId))
]
