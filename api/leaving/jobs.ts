import type { Deps } from '../platform/deps.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { expireExports, makeExport } from './exporting.ts'
import { advanceJob, expireJob, exportJob, leavingDefinitions } from './job-definitions.ts'
import { advance } from './leaving.ts'
import { leavingsDue, organizationsWithOldExports } from './store.ts'

export { leavingDefinitions }

export const leavingJobs = (deps: Deps): readonly JobHandler[] => [
  handles(exportJob, key => makeExport(deps, key)),
  handles(expireJob, ({ organizationId }) => expireExports(deps, organizationId)),
  handles(advanceJob, ({ leavingId }) => advance(deps, leavingId))
]

/** What a tick starts: the next step of companies that leave, and files whose week is over. */
export async function dueLeavingJobs(deps: Deps): Promise<readonly Job[]> {
  const { due, old } = await deps.db.router(async trx => ({
    due: await leavingsDue(trx, deps.now()),
    old: await organizationsWithOldExports(trx, deps.now())
  }))
  return [
    ...due.map(({ id }) => advanceJob.job({ leavingId: id }, { key: id })),
    ...old.map(organizationId => expireJob.job({ organizationId }, { key: organizationId }))
  ]
}
