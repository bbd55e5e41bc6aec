/** Looks for due work at a fixed pace of real time; each tick only fans out one job per company. */
import { organizationsToForward } from './audit/audit.ts'
import { dueChannelJobs } from './channels/jobs.ts'
import { dueCoachJobs } from './coach/jobs.ts'
import { organizationsToReconcile, pullJob, reconcileJob } from './directory/jobs.ts'
import { forwardAuditJob } from './identity/forwarding.ts'
import { dueEnrollmentJobs } from './enrollment/jobs.ts'
import { dueKeyJobs } from './keys/jobs.ts'
import { dueLeavingJobs } from './leaving/jobs.ts'
import { checkExperimentJob } from './nudges/experiment-jobs.ts'
import { planCompanyJob, sendDueJob } from './nudges/jobs.ts'
import { listOrganizationsToCheck, listOrganizationsToPlan, listOrganizationsWithDueNudges } from './nudges/nudges.ts'
import { listOrganizationIds } from './organizations/organizations.ts'
import type { Deps } from './platform/deps.ts'
import type { Job } from './platform/queue.ts'
import { duePrivacyJobs } from './privacy/jobs.ts'
import { dueReachJobs } from './reach/jobs.ts'
import { makeDueJob } from './reports/jobs.ts'
import { dueWebhookJobs } from './webhooks/jobs.ts'

export async function tick(deps: Deps): Promise<void> {
  const [organizations, due, unproven, recorded, enrollment, coach, reach, channels, experiments] = await Promise.all([
    listOrganizationIds(deps),
    listOrganizationsWithDueNudges(deps),
    organizationsToReconcile(deps),
    organizationsToForward(deps),
    dueEnrollmentJobs(deps),
    dueCoachJobs(deps),
    dueReachJobs(deps),
    dueChannelJobs(deps),
    listOrganizationsToCheck(deps)
  ])
  const privacy = await duePrivacyJobs(deps, organizations)
  const leaving = [...(await dueLeavingJobs(deps)), ...(await dueWebhookJobs(deps)), ...(await dueKeyJobs(deps))]
  const unplanned = await listOrganizationsToPlan(deps, organizations)
  const jobs: Job[] = [
    pullJob.job({}, { key: 'pull' }),
    ...unproven.map(organizationId => reconcileJob.job({ organizationId }, { key: organizationId })),
    ...recorded.map(organizationId => forwardAuditJob.job({ organizationId }, { key: organizationId })),
    ...enrollment,
    ...coach,
    ...reach,
    ...channels,
    ...privacy,
    ...leaving,
    ...unplanned.map(organizationId => planCompanyJob.job({ organizationId }, { key: organizationId })),
    ...due.map(organizationId => sendDueJob.job({ organizationId }, { key: organizationId })),
    ...experiments.map(organizationId => checkExperimentJob.job({ organizationId }, { key: organizationId })),
    ...organizations.map(organizationId => makeDueJob.job({ organizationId }, { key: organizationId }))
  ]
  await deps.db.router(trx => deps.queue.enqueue(trx, ...jobs))
}

/** Ticks until disposed. A tick that fails is logged and the next one comes anyway. */
export function startTicking(deps: Deps, run: (deps: Deps) => Promise<void> = tick): AsyncDisposable {
  const stop = Promise.withResolvers<'stop'>()
  const loop = async (): Promise<void> => {
    for (;;) {
      await run(deps).catch((err: unknown) => deps.log.error({ err }, 'tick failed'))
      const pause = new Promise<'go'>(resolve => setTimeout(() => resolve('go'), deps.config.TICK_MS).unref())
      if ((await Promise.race([pause, stop.promise])) === 'stop') return
    }
  }
  const running = loop()
  return {
    [Symbol.asyncDispose]: async () => {
      stop.resolve('stop')
      await running
    }
  }
}
