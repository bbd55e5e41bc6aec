/** Which fact of one slice starts which job of another: the only place that knows. */
import {
  announceBrakeJob,
  announceReportJob,
  announceWebhookJob,
  claimReferencesJob,
  endLinkJob,
  endReferenceJob,
  endTenantJob,
  greetLinkedJob
} from './channels/jobs.ts'
import { rememberPlanJob } from './coach/jobs.ts'
import type { Fact } from './contract/facts.ts'
import { reconcileJob } from './directory/jobs.ts'
import { reconsiderJob, syncJob } from './enrollment/jobs.ts'
import { moveLinksJob } from './identity/move-links-job.ts'
import { partTenantJob } from './identity/tenant-jobs.ts'
import {
  cancelJob,
  followUpJob,
  moveFollowUpJob,
  planCompanyJob,
  planJob,
  planPeopleJob,
  settleFollowUpJob
} from './nudges/jobs.ts'
import type { Trx } from './platform/database.ts'
import type { Publish } from './platform/deps.ts'
import type { Job, Queue } from './platform/queue.ts'
import { nextRungJob } from './reach/jobs.ts'

export function jobsFor(fact: Fact): readonly Job[] {
  switch (fact.type) {
    case 'person.joined':
      return [
        enrollment(fact),
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
      return [enrollment(fact)]
    case 'person.left':
      return [enrollment(fact), cancelJob.job(about(fact)), endReferenceJob.job(about(fact))]
    case 'person.released':
      return [enrollment(fact)]
    case 'brake.set':
      return [announceBrakeJob.job({ organizationId: fact.organizationId, brakeId: fact.brakeId })]
    case 'webhook.disabled':
      return [announceWebhookJob.job({ organizationId: fact.organizationId, endpointId: fact.endpointId })]
    case 'company.leaving':
    case 'conversation.opened':
    case 'agreement.given':
    case 'course.completed':
    case 'nudge.sent':
    case 'nudge.answered':
    case 'nudge.held':
    case 'preferences.changed':
    case 'course.enrolled':
      return []
    case 'agreement.changed':
      return [planCompanyJob.job({ organizationId: fact.organizationId }, { key: fact.organizationId })]
    case 'agreement.declined':
      return [cancelJob.job(about(fact))]
    case 'plan.made':
      return [
        ...(fact.followUpAt === null ? [] : [followUpOf(fact, fact.followUpAt)]),
        rememberPlanJob.job({ ...about(fact), planId: fact.planId })
      ]
    case 'plan.rescheduled':
      return [moveFollowUpJob.job({ ...about(fact), planId: fact.planId, followUpAt: fact.followUpAt, at: fact.at })]
    case 'plan.closed':
      return [settleFollowUpJob.job({ ...about(fact), planId: fact.planId, outcome: fact.outcome })]
    case 'report.made':
      return [announceReportJob.job({ organizationId: fact.organizationId, reportId: fact.reportId })]
    case 'delivery.unreached':
      return [
        nextRungJob.job({ organizationId: fact.organizationId, deliveryId: fact.deliveryId }, { key: fact.deliveryId })
      ]
    case 'organization.configured':
      // When messages may come may have changed with it: what is planned moves at once.
      return [reconcileJob, reconsiderJob, planCompanyJob].map(job =>
        job.job({ organizationId: fact.organizationId }, { key: fact.organizationId })
      )
    case 'tenant.gone':
      return [partTenantJob, endTenantJob].map(job =>
        job.job({ organizationId: fact.organizationId, tenantId: fact.tenantId })
      )
    case 'person.changed':
      return [enrollment(fact)]
  }
}

/** What may change what comes next to a person; whom a campaign is for may have changed with them. */
const PLANNED_AFTER: ReadonlySet<Fact['type']> = new Set([
  'person.joined',
  'person.changed',
  'cohort.joined',
  'cohort.left',
  'conversation.opened',
  'agreement.given',
  'course.completed',
  'nudge.sent',
  'nudge.answered',
  'nudge.held',
  'preferences.changed'
])
const PEOPLE_A_JOB = 200

/** A plan reads as much for one person as for a page of them. */
export function planningsFor(facts: readonly Fact[]): readonly Job[] {
  const people = facts.flatMap(fact => (PLANNED_AFTER.has(fact.type) && 'personId' in fact ? [about(fact)] : []))
  return [...Map.groupBy(people, ({ organizationId }) => organizationId)].flatMap(([organizationId, all]) => {
    const [first, ...others] = [...new Set(all.map(({ personId }) => personId))]
    if (!first) return []
    // One waiting job per person is enough: the job reads what is wanted when it runs.
    const one = { organizationId, personId: first }
    if (others.length === 0) return [planJob.job(one, { key: keyOf(one) })]
    return inParts([first, ...others]).map(personIds => planPeopleJob.job({ organizationId, personIds }))
  })
}

const inParts = (ids: readonly string[]): readonly string[][] =>
  Array.from({ length: Math.ceil(ids.length / PEOPLE_A_JOB) }, (_, part) =>
    ids.slice(part * PEOPLE_A_JOB, (part + 1) * PEOPLE_A_JOB)
  )

type Note = (trx: Trx, facts: readonly Fact[]) => Promise<void>

/** pg-boss is the outbox: the jobs commit with the fact that caused them. @param note keeps what the company's own systems are told. */
export const createPublish =
  (queue: Pick<Queue, 'enqueue'>, note?: Note): Publish =>
  async (trx, ...facts) => {
    await note?.(trx, facts)
    const jobs = [...facts.flatMap(jobsFor), ...planningsFor(facts)]
    if (jobs.length > 0) await queue.enqueue(trx, ...jobs)
  }

const followUpOf = (fact: Extract<Fact, { readonly type: 'plan.made' }>, followUpAt: string): Job =>
  followUpJob.job({ ...about(fact), planId: fact.planId, followUpAt, exact: fact.exact })

type About = { readonly organizationId: string; readonly personId: string }

const about = ({ organizationId, personId }: About): About => ({ organizationId, personId })

// As with a plan: one waiting job per person is enough.
const enrollment = (fact: About): Job => syncJob.job(about(fact), { key: keyOf(fact) })
const keyOf = ({ organizationId, personId }: About): string => `${organizationId}/${personId}`
