/** What everybody's week would look like if it were planned now, by the product's own steps. Nothing is stored. */
import { planFor } from '../api/nudges/decide.ts'
import { loadListeners } from '../api/nudges/listeners.ts'
import type { Plan } from '../api/nudges/plan.ts'
import { PEOPLE_A_PAGE, proposeTo } from '../api/nudges/planning.ts'
import { getOrganization } from '../api/organizations/organizations.ts'
import type { Deps } from '../api/platform/deps.ts'

/** By id, a page of people at a time, each read in a transaction of its own. */
export async function* weeksAhead(deps: Deps, organizationId: string): AsyncGenerator<readonly Plan[]> {
  const organization = await getOrganization(deps, organizationId)
  for (let after = ''; ;) {
    const page = await deps.db.for(organizationId)(async trx => {
      const listeners = await loadListeners(deps, trx, organization, { after, limit: PEOPLE_A_PAGE })
      return { listeners, candidates: await proposeTo(deps, trx, organization, listeners) }
    })
    const last = page.listeners.at(-1)
    if (!last) return
    after = last.personId
    const now = deps.now()
    yield page.listeners
      .filter(({ colleague, way }) => colleague.mayHear && way)
      .map(listener => planFor({ listener, candidates: page.candidates.get(listener.personId) ?? [], now }))
  }
}
