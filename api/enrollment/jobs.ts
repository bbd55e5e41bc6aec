import type { Deps } from '../platform/deps.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { workOff } from './crew.ts'
import { compareSite } from './drift.ts'
import { requestSync } from './enrollment.ts'
import {
  applyJob,
  checkNameJob,
  compareJob,
  enrollmentDefinitions,
  listSiteJob,
  reconsiderJob,
  sweepJob,
  sweepSignUpsJob,
  syncJob,
  takeInJob,
  workJob
} from './job-definitions.ts'
import { checkName } from './renamed.ts'
import { applyRules, reconsider, wake } from './runs.ts'
import { organizationsToCompare, organizationsToSweep, organizationsWithWork } from './store-work.ts'
import { watchesDue } from './store-sign-ups.ts'
import { sweepSite } from './sweep.ts'
import { takeIn } from './take-in.ts'
import { LIST_MS, listSite, LOOK_MS, sweepSignUps } from './watch.ts'

export { enrollmentDefinitions, reconsiderJob, syncJob }

export const enrollmentJobs = (deps: Deps): readonly JobHandler[] => [
  handles(syncJob, key => requestSync(deps, key)),
  handles(workJob, async ({ organizationId }) => {
    if (await workOff(deps, organizationId)) await wake(deps, organizationId)
  }),
  handles(applyJob, input => applyRules(deps, input)),
  handles(reconsiderJob, ({ organizationId }) => reconsider(deps, organizationId)),
  handles(sweepJob, ({ organizationId }) => sweepSite(deps, organizationId)),
  handles(compareJob, ({ organizationId }) => compareSite(deps, organizationId)),
  handles(sweepSignUpsJob, ({ organizationId }) => sweepSignUps(deps, organizationId)),
  handles(listSiteJob, ({ organizationId }) => listSite(deps, organizationId)),
  handles(checkNameJob, input => checkName(deps, input)),
  handles(takeInJob, ({ organizationId }) => takeIn(deps, organizationId))
]

/** What a tick starts: whoever is due, looks for sign-ups, the hourly sweep, the nightly comparison and list. */
export async function dueEnrollmentJobs(deps: Deps): Promise<readonly Job[]> {
  const at = { now: deps.now(), realNow: deps.realNow() }
  const before = (ms: number) => ({ before: new Date(at.now.getTime() - ms), realNow: at.realNow })
  const { work, sweep, compare, watches } = await deps.db.router(async trx => ({
    work: await organizationsWithWork(trx, at),
    sweep: await organizationsToSweep(trx, before(HOUR)),
    compare: await organizationsToCompare(trx, before(DAY)),
    watches: await watchesDue(trx, {
      sweptBefore: before(LOOK_MS).before,
      listedBefore: before(LIST_MS).before,
      realNow: at.realNow
    })
  }))
  const jobs = (organizations: readonly string[], job: typeof workJob): readonly Job[] =>
    organizations.map(organizationId => job.job({ organizationId }, { key: organizationId }))
  return [
    ...jobs(work, workJob),
    ...jobs(sweep, sweepJob),
    ...jobs(compare, compareJob),
    ...jobs(watches.sweep, sweepSignUpsJob),
    ...jobs(watches.list, listSiteJob)
  ]
}
