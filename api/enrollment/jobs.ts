import type { Deps } from '../platform/deps.ts'
import type { Trx } from '../platform/database.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { workOff } from './crew.ts'
import { compareSite } from './drift.ts'
import { requestSync } from './enrollment.ts'
import {
  applyJob,
  compareJob,
  enrollmentDefinitions,
  reconsiderJob,
  sweepJob,
  syncJob,
  workJob
} from './job-definitions.ts'
import { applyRules, reconsider, wake } from './runs.ts'
import { organizationsToRead, organizationsWithWork, type Reading } from './store-work.ts'
import { READ_EVERY, sweepSite } from './sweep.ts'

export { enrollmentDefinitions, reconsiderJob, syncJob }

export const enrollmentJobs = (deps: Deps): readonly JobHandler[] => [
  handles(syncJob, key => requestSync(deps, key)),
  handles(workJob, async ({ organizationId }) => {
    if (await workOff(deps, organizationId)) await wake(deps, organizationId)
  }),
  handles(applyJob, input => applyRules(deps, input)),
  handles(reconsiderJob, ({ organizationId }) => reconsider(deps, organizationId)),
  handles(sweepJob, ({ organizationId }) => sweepSite(deps, organizationId)),
  handles(compareJob, ({ organizationId }) => compareSite(deps, organizationId))
]

/** What a tick starts: whoever is due, the hourly sweep, the nightly comparison. */
export async function dueEnrollmentJobs(deps: Deps): Promise<readonly Job[]> {
  const at = { now: deps.now(), realNow: deps.realNow() }
  const toRead = (trx: Trx, reading: Reading): Promise<readonly string[]> =>
    organizationsToRead(trx, reading, {
      before: new Date(at.now.getTime() - READ_EVERY[reading]),
      realNow: at.realNow
    })
  const [work, sweep, compare] = await deps.db.router(async trx => [
    await organizationsWithWork(trx, at),
    await toRead(trx, 'sweep'),
    await toRead(trx, 'compare')
  ])
  const jobs = (organizations: readonly string[] | undefined, job: typeof workJob): readonly Job[] =>
    (organizations ?? []).map(organizationId => job.job({ organizationId }, { key: organizationId }))
  return [...jobs(work, workJob), ...jobs(sweep, sweepJob), ...jobs(compare, compareJob)]
}
