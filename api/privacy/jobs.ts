import type { Deps } from '../platform/deps.ts'
import type { Part } from '../platform/personal-data.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { makeExport } from './exporting.ts'
import { expireJob, exportJob, journalJob, privacyDefinitions, retainJob } from './job-definitions.ts'
import { writeDown } from './journal.ts'
import { applyRetention, organizationsToClean } from './retention.ts'
import { expireExports, organizationsWithOldExports } from './store.ts'

export { privacyDefinitions }

export const privacyJobs = (deps: Deps, parts: readonly Part[]): readonly JobHandler[] => [
  handles(exportJob, key => makeExport(deps, parts, key)),
  handles(expireJob, ({ organizationId }) =>
    deps.db.for(organizationId)(trx => expireExports(trx, organizationId, deps.now()))
  ),
  handles(retainJob, ({ organizationId }) => applyRetention(deps, parts, organizationId)),
  handles(journalJob, key => writeDown(deps, key))
]

/** What a tick starts: files whose week is over go, and each night what is older than the policy. */
export async function duePrivacyJobs(deps: Deps, organizationIds: readonly string[]): Promise<readonly Job[]> {
  const old = await deps.db.router(trx => organizationsWithOldExports(trx, deps.now()))
  const unclean = await organizationsToClean(deps, organizationIds)
  return [
    ...old.map(organizationId => expireJob.job({ organizationId }, { key: organizationId })),
    ...unclean.map(organizationId => retainJob.job({ organizationId }, { key: organizationId }))
  ]
}
