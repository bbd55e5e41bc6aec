import type { Deps } from '../platform/deps.ts'
import { handles, type JobDefinition, type JobHandler } from '../platform/queue.ts'
import { createMailer } from '../vendors/mail.ts'
import { createWorkos } from '../vendors/workos.ts'
import { forwardAudit, forwardAuditJob } from './forwarding.ts'
import { mailInvitation } from './founding.ts'
import { mailCode } from './mail-code.ts'
import { inviteFounderJob, mailCodeJob, mailTenantLossJob } from './mail-job.ts'
import { moveLinksJob } from './move-links-job.ts'
import { moveIdentities } from './store.ts'
import { loseTenant, loseTenantJob, mailTenantLoss, partAccountsOfTenant, partTenantJob } from './tenant-jobs.ts'

export const identityDefinitions: readonly JobDefinition[] = [
  mailCodeJob,
  inviteFounderJob,
  mailTenantLossJob,
  forwardAuditJob,
  moveLinksJob,
  loseTenantJob,
  partTenantJob
]

export function identityJobs(deps: Deps): readonly JobHandler[] {
  const mailer = createMailer(deps.config)
  const { auditLogs } = createWorkos(deps)
  return [
    handles(mailCodeJob, asked => mailCode(deps, mailer, asked)),
    handles(inviteFounderJob, key => mailInvitation(deps, mailer, key)),
    handles(mailTenantLossJob, lost => mailTenantLoss(deps, mailer, lost)),
    handles(forwardAuditJob, ({ organizationId }) => forwardAudit(deps, auditLogs, organizationId)),
    handles(loseTenantJob, tenant => loseTenant(deps, tenant)),
    handles(partTenantJob, tenant => partAccountsOfTenant(deps, tenant)),
    handles(moveLinksJob, ({ organizationId, ...move }) =>
      deps.db.for(organizationId)(trx => moveIdentities(trx, { organizationId, ...move }))
    )
  ]
}
