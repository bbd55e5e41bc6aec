/** Plans everybody whom a journey or a campaign concerns, a page of people a job: it may die between any two. */
import { coachedAmong } from '../channels/channels.ts'
import { getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { planAudienceJob } from './job-definitions.ts'
import { planPeople } from './planning.ts'
import { pageOfSomebody } from './somebody.ts'
import { authoredCandidates } from './sources.ts'

const PEOPLE_A_PAGE = 500

/** In the transaction of what changed. */
export const askToPlanAudience = (deps: Deps, trx: Trx, organizationId: string): Promise<void> =>
  deps.queue.enqueue(trx, planAudienceJob.job({ organizationId, after: '' }, { key: organizationId }))

type Job = { readonly organizationId: string; readonly after: string }

export async function planAudience(deps: Deps, { organizationId, after }: Job): Promise<void> {
  const organization = await getOrganization(deps, organizationId)
  const { concerned, last } = await deps.db.for(organizationId)(async trx => {
    const page = await pageOfSomebody(trx, organization, { after, limit: PEOPLE_A_PAGE })
    const proposals = await authoredCandidates(trx, {
      organization,
      people: async () => page.people,
      now: deps.now()
    })
    // Whoever cannot be reached is planned once they can: their chat or their agreement asks for it.
    const coached = await coachedAmong(trx, organizationId, [...proposals.keys()])
    return { concerned: [...coached], last: page.last }
  })
  if (concerned.length > 0) await planPeople(deps, { organizationId, personIds: concerned })
  if (last === undefined) return
  const next = planAudienceJob.job({ organizationId, after: last }, { key: `${organizationId}/${last}` })
  await deps.db.for(organizationId)(trx => deps.queue.enqueue(trx, next))
}
