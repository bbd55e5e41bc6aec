/** Which fact of one slice starts which job of another: the only place that knows. */
import {
  announceBrakeJob,
  announceReportJob,
  claimReferencesJob,
  endLinkJob,
  endReferenceJob,
  greetLinkedJob
} from './channels/jobs.ts'
import type { Fact } from './contract/facts.ts'
import { reconcileJob } from './directory/jobs.ts'
import { reconsiderJob, syncJob } from './enrollment/jobs.ts'
import { moveLinksJob } from './identity/move-links-job.ts'
import { cancelJob, followUpJob, planJob, settleFollowUpJob } from './nudges/jobs.ts'
import type { Publish } from './platform/deps.ts'
import type { Job, Queue } from './platform/queue.ts'

export function jobsFor(fact: Fact): readonly Job[] {
  switch (fact.type) {
    case 'person.joined':
      return [
        enrollment(fact),
        planning(fact),
        claimReferencesJob.job({ organizationId: fact.organizationId }, { key: fact.organizationId })
      ]
    case 'person.merged':
      return [moveLinksJob.job({ ...about(fact), formerPersonId: fact.formerPersonId })]
    case 'account.linked':
      return [greetLinkedJob.job({ ...about(fact), because: fact.because })]
    case 'account.parted':
      return [endLinkJob.job(about(fact))]
    case 'cohort.joined':
    case 'cohort.left':
      return [enrollment(fact), planning(fact)]
    case 'person.left':
      return [enrollment(fact), cancelJob.job(about(fact)), endReferenceJob.job(about(fact))]
    case 'person.released':
      return [enrollment(fact)]
    case 'brake.set':
      return [announceBrakeJob.job({ organizationId: fact.organizationId, brakeId: fact.brakeId })]
    case 'conversation.opened':
    case 'agreement.given':
    case 'course.completed':
    case 'nudge.sent':
      return [planning(fact)]
    case 'agreement.declined':
      return [cancelJob.job(about(fact))]
    case 'plan.made':
      return [followUpJob.job({ ...about(fact), planId: fact.planId, followUpAt: fact.followUpAt })]
    case 'plan.closed':
      return [settleFollowUpJob.job({ ...about(fact), planId: fact.planId })]
    case 'report.made':
      return [announceReportJob.job({ organizationId: fact.organizationId, reportId: fact.reportId })]
    case 'organization.configured':
      return [reconcileJob, reconsiderJob].map(job =>
        job.job({ organizationId: fact.organizationId }, { key: fact.organizationId })
      )
    case 'person.changed':
      return [enrollment(fact)]
    case 'course.enrolled':
    case 'nudge.answered':
      return []
  }
}

/** pg-boss is the outbox: the jobs commit with the fact that caused them. */
export const createPublish =
  (queue: Pick<Queue, 'enqueue'>): Publish =>
  async (trx, ...facts) => {
    const jobs = facts.flatMap(jobsFor)
    if (jobs.length > 0) await queue.enqueue(trx, ...jobs)
  }

type About = { readonly organizationId: string; readonly personId: string }

const about = ({ organizationId, personId }: About): About => ({ organizationId, personId })

// One waiting job per person is enough: the job reads what is wanted when it runs.
const enrollment = (fact: About): Job => syncJob.job(about(fact), { key: keyOf(fact) })
const planning = (fact: About): Job => planJob.job(about(fact), { key: keyOf(fact) })
const keyOf = ({ organizationId, personId }: About): string => `${organizationId}/${personId}`
