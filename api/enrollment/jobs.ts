import type { Deps } from '../platform/deps.ts'
import type { Trx } from '../platform/database.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { workOff } from './crew.ts'
import { compareSite } from './drift.ts'
import { requestSync } from './enrollment.ts'
import {
  applyJob,
  cancelImportsJob,
  checkNameJob,
  compareJob,
  cutoverJob,
  enrollmentDefinitions,
  listSiteJob,
  linkJob,
  reconsiderJob,
  sweepJob,
  sweepSignUpsJob,
  syncJob,
  takeInJob,
  workJob
} from './job-definitions.ts'
import { checkCutover } from './cutover.ts'
import { cancelOldImports, UNDECIDED_MS } from './imports.ts'
import { workOnLinks } from './moving.ts'
import { checkName } from './renamed.ts'
import { applyRules, reconsider, wake } from './runs.ts'
import { organizationsWithOldImports } from './store-imports.ts'
import { organizationsToLink } from './store-link-runs.ts'
import { organizationsToRead, organizationsWithWork, type Reading } from './store-work.ts'
import { watchesDue } from './store-sign-ups.ts'
import { READ_EVERY, sweepSite } from './sweep.ts'
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
  handles(takeInJob, ({ organizationId }) => takeIn(deps, organizationId)),
  handles(linkJob, ({ organizationId }) => workOnLinks(deps, organizationId)),
  handles(cutoverJob, input => checkCutover(deps, input)),
  handles(cancelImportsJob, ({ organizationId }) => cancelOldImports(deps, organizationId))
]

/** What a tick starts: whoever is due, looks for sign-ups, the hourly sweep, the nightly comparison and list, accounts to link, spreadsheets that nobody decided about. */
export async function dueEnrollmentJobs(deps: Deps): Promise<readonly Job[]> {
  const at = { now: deps.now(), realNow: deps.realNow() }
  const before = (ms: number): Date => new Date(at.now.getTime() - ms)
  const toRead = (trx: Trx, reading: Reading): Promise<readonly string[]> =>
    organizationsToRead(trx, reading, { before: before(READ_EVERY[reading]), realNow: at.realNow })
  const { work, sweep, compare, watches, link, imports } = await deps.db.router(async trx => ({
    work: await organizationsWithWork(trx, at),
    sweep: await toRead(trx, 'sweep'),
    compare: await toRead(trx, 'compare'),
    watches: await watchesDue(trx, {
      sweptBefore: before(LOOK_MS),
      listedBefore: before(LIST_MS),
      realNow: at.realNow
    }),
    link: await organizationsToLink(trx, at.realNow),
    imports: await organizationsWithOldImports(trx, before(UNDECIDED_MS))
  }))
  const jobs = (organizations: readonly string[], job: typeof workJob): readonly Job[] =>
    organizations.map(organizationId => job.job({ organizationId }, { key: organizationId }))
  return [
    ...jobs(work, workJob),
    ...jobs(sweep, sweepJob),
    ...jobs(compare, compareJob),
    ...jobs(watches.sweep, sweepSignUpsJob),
    ...jobs(watches.list, listSiteJob),
    ...jobs(link, linkJob),
    ...jobs(imports, cancelImportsJob)
  ]
}
