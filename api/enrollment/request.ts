import { markHop } from '../audit/audit.ts'
import { getPerson } from '../directory/directory.ts'
import { getLearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { workJob } from './job-definitions.ts'
import { findLearner, type PersonKey } from './store.ts'
import { beginSite, PRIORITY, requestWork } from './store-work.ts'

/** Puts the person into the company's queue; leavers go first, then newcomers. */
export async function requestSync(deps: Deps, key: PersonKey): Promise<void> {
  const { organizationId, personId } = key
  const [person, site] = await Promise.all([
    getPerson(deps, organizationId, personId),
    getLearningSite(deps, organizationId)
  ])
  if (!person) return
  const mayLearn = person.state === 'active' && (person.access || person.siteLearner)
  await deps.db.for(organizationId)(async trx => {
    if (!site) return mayLearn ? undefined : markHop(trx, deps, { ...key, hop: 'courses', state: 'done' })
    const known = await findLearner(trx, key)
    const priority = !mayLearn ? PRIORITY.leaver : known ? PRIORITY.rest : PRIORITY.newcomer
    await requestWork(trx, { organizationId, personIds: [personId], priority, runId: null, at: deps.now() })
    await beginSite(trx, organizationId, deps.now())
    await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
  })
}
