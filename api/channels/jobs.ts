import { z } from 'zod'
import type { Deps } from '../platform/deps.ts'
import { defineJob, handles, type Job, type JobHandler } from '../platform/queue.ts'
import { announceReport, organizationsWithPosts, postDue } from './hr-posts.ts'
import { announceBrake, announceWebhook } from './brake.ts'
import { endTenant } from './end-tenant.ts'
import { claimReferences, endLink, endReferences, greetLinked } from './references.ts'
import { deliverJob, deliverManyJob, inboundJob } from './delivery-jobs.ts'

export const announceReportJob = defineJob(
  'channels.announceReport',
  z.object({ organizationId: z.string(), reportId: z.string() })
)
/** Posts what has reached its hour where a channel's readers are. */
export const postReportsJob = defineJob('channels.postReports', z.object({ organizationId: z.string() }))
/** Wanted after brake.set: the admins are asked in their own chats, beside the notice in the tab. */
export const announceBrakeJob = defineJob(
  'channels.announceBrake',
  z.object({ organizationId: z.string(), brakeId: z.string() })
)
export const announceWebhookJob = defineJob(
  'channels.announceWebhook',
  z.object({ organizationId: z.string(), endpointId: z.string() })
)
export const endReferenceJob = defineJob(
  'channels.endReference',
  z.object({ organizationId: z.string(), personId: z.string() })
)
/** Wanted after person.joined: an account may have installed the bot before its person was known. */
export const claimReferencesJob = defineJob('channels.claimReferences', z.object({ organizationId: z.string() }), {
  concurrency: 1
})

/** Wanted after account.linked: the person is told in the chat of the account that now is theirs. */
export const greetLinkedJob = defineJob(
  'channels.greetLinked',
  z.object({
    organizationId: z.string(),
    personId: z.string(),
    because: z.enum(['sign_in', 'employee_number']).default('sign_in')
  })
)

/** Wanted after account.parted: the account hears nothing more that is meant for the person, but is told why. */
export const endLinkJob = defineJob('channels.endLink', z.object({ organizationId: z.string(), personId: z.string() }))

/** Wanted after tenant.gone: nothing of the company goes into chats and channels of that tenant any more. */
export const endTenantJob = defineJob(
  'channels.endTenant',
  z.object({ organizationId: z.string(), tenantId: z.string() })
)

/** Every queue of this slice, with the three that a channel such as the bot works on. */
export const channelDefinitions = [
  deliverJob,
  deliverManyJob,
  inboundJob,
  announceReportJob,
  postReportsJob,
  announceBrakeJob,
  announceWebhookJob,
  endReferenceJob,
  claimReferencesJob,
  greetLinkedJob,
  endLinkJob,
  endTenantJob
]

export const channelJobs = (deps: Deps): readonly JobHandler[] => [
  handles(announceReportJob, input => announceReport(deps, input)),
  handles(postReportsJob, ({ organizationId }) => postDue(deps, organizationId)),
  handles(announceBrakeJob, input => announceBrake(deps, input)),
  handles(announceWebhookJob, input => announceWebhook(deps, input)),
  handles(endReferenceJob, key => endReferences(deps, key)),
  handles(claimReferencesJob, input => claimReferences(deps, input)),
  handles(greetLinkedJob, input => greetLinked(deps, input)),
  handles(endLinkJob, key => endLink(deps, key)),
  handles(endTenantJob, tenant => endTenant(deps, tenant))
]

/** What a tick starts. */
export const dueChannelJobs = async (deps: Deps): Promise<readonly Job[]> =>
  (await organizationsWithPosts(deps)).map(organizationId =>
    postReportsJob.job({ organizationId }, { key: organizationId })
  )
