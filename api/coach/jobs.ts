import type { Deps } from '../platform/deps.ts'
import { handles, type Job, type JobHandler } from '../platform/queue.ts'
import { UNDECIDED_MS } from './former-imports.ts'
import { workOnFormer } from './former-work.ts'
import { coachDefinitions, formerJob, rememberPlanJob } from './job-definitions.ts'
import { rememberPlan } from './memory.ts'
import { organizationsWithFormerWork } from './store-former.ts'

export { coachDefinitions, rememberPlanJob }

export const coachJobs = (deps: Deps): readonly JobHandler[] => [
  handles(formerJob, ({ organizationId }) => workOnFormer(deps, organizationId)),
  handles(rememberPlanJob, key => rememberPlan(deps, key))
]

/** What a tick starts: imports that a crash left half carried out, and those that nobody decided about. */
export async function dueCoachJobs(deps: Deps): Promise<readonly Job[]> {
  const before = new Date(deps.now().getTime() - UNDECIDED_MS)
  const organizations = await deps.db.router(trx => organizationsWithFormerWork(trx, before))
  return organizations.map(organizationId => formerJob.job({ organizationId }, { key: organizationId }))
}
