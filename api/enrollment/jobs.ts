import type { Deps } from '../platform/deps.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { workOff } from './crew.ts'
import { compareSite } from './drift.ts'
import { requestSync } from './enrollment.ts'
import {
  applyJob,
  compareJob,
  cutoverJob,
  enrollmentDefinitions,
  linkJob,
  reconsiderJob,
  sweepJob,
  syncJob,
  workJob
} from './job-definitions.ts'
import { checkCutover } from './cutover.ts'
import { workOnLinks } from './moving.ts'
import { applyRules, reconsider, wake } from './runs.ts'
import { organizationsToLink } from './store-learners.ts'
import { organizationsToCompare, organizationsToSweep, organizationsWithWork } from './store-work.ts'
import { sweepSite } from './sweep.ts'

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
  handles(linkJob, ({ organizationId }) => workOnLinks(deps, organizationId)),
  handles(cutoverJob, input => checkCutover(deps, input))
]

/** What a tick starts: whoever is due, the hourly sweep, the nightly comparison, accounts to link. */
export async function dueEnrollmentJobs(deps: Deps): Promise<readonly Job[]> {
  const at = { now: deps.now(), realNow: deps.realNow() }
  const before = (ms: number) => ({ before: new Date(at.now.getTime() - ms), realNow: at.realNow })
  const [work, sweep, compare, link] = await deps.db.router(async trx => [
    await organizationsWithWork(trx, at),
    await organizationsToSweep(trx, before(HOUR)),
    await organizationsToCompare(trx, before(DAY)),
    await organizationsToLink(trx, at.realNow)
  ])
  const jobs = (organizations: readonly string[] | undefined, job: typeof workJob): readonly Job[] =>
    (organizations ?? []).map(organizationId => job.job({ organizationId }, { key: organizationId }))
  return [...jobs(work, workJob), ...jobs(sweep, sweepJob), ...jobs(compare, compareJob), ...jobs(link, linkJob)]
}
