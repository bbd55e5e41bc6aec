import type { Deps } from '../platform/deps.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { workRun } from './install-crew.ts'
import { sizeRun } from './installs.ts'
import { nextRungJob, sizeInstallsJob, workInstallsJob } from './job-definitions.ts'
import { nextRung } from './ladder.ts'
import { runsToWork } from './store-installs.ts'

export { nextRungJob, reachDefinitions } from './job-definitions.ts'

export const reachJobs = (deps: Deps): readonly JobHandler[] => [
  handles(sizeInstallsJob, key => sizeRun(deps, key)),
  handles(workInstallsJob, key => workRun(deps, key)),
  handles(nextRungJob, key => nextRung(deps, key))
]

/** What a tick starts: every run that goes on, so that one whose process died is taken up. */
export async function dueReachJobs(deps: Deps): Promise<readonly Job[]> {
  const runs = await deps.db.router(runsToWork)
  return runs.map(run => workInstallsJob.job(run, { key: run.runId }))
}
