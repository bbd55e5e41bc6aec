/** Hourly: what changed at the site since the last sweep, for whatever webhooks lost. */
import { getLearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { MINUTE } from '../platform/time.ts'
import { hold } from './crew.ts'
import { saveNews } from './found.ts'
import type { LearningSystem, SiteEnrollment } from './learning-system.ts'
import { SiteError } from './problems.ts'
import { peopleOfLearners } from './store.ts'
import { clearProblem, findSite, saveSite } from './store-work.ts'
import { createThinkific } from './thinkific.ts'

/** The site's clock and ours may differ, and a page may be behind. */
const OVERLAP_MS = 10 * MINUTE

export const sweepSite = (deps: Deps, organizationId: string): Promise<void> =>
  withSite(deps, organizationId, async system => {
    const began = deps.now()
    const site = await deps.db.for(organizationId)(trx => findSite(trx, organizationId))
    const since = site?.swept_at ? new Date(site.swept_at.getTime() - OVERLAP_MS) : undefined
    for await (const items of pagesOf(system, since)) await takeNews(deps, organizationId, items)
    await deps.db.for(organizationId)(trx => saveSite(trx, organizationId, { swept_at: began }))
  })

/** A site that has a problem is asked again later, by the next tick; nothing is lost. */
export async function withSite(
  deps: Deps,
  organizationId: string,
  work: (system: LearningSystem) => Promise<void>
): Promise<void> {
  const site = await getLearningSite(deps, organizationId)
  if (!site) return
  try {
    await work(createThinkific(deps, site))
    await deps.db.for(organizationId)(trx => clearProblem(trx, organizationId))
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    deps.log.warn({ organization: organizationId, problem: error.kind }, 'learning site not read')
    await hold(deps, organizationId, error)
  }
}

export async function* pagesOf(system: LearningSystem, since?: Date): AsyncGenerator<readonly SiteEnrollment[]> {
  for (let page: number | undefined = 1; page !== undefined;) {
    const { items, next } = await system.pageOfEnrollments({ page, since })
    yield items
    page = next
  }
}

const takeNews = (deps: Deps, organizationId: string, items: readonly SiteEnrollment[]): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const people = await peopleOfLearners(trx, organizationId, [...new Set(items.map(({ userId }) => userId))])
    for (const item of items) {
      const personId = people.get(item.userId)
      if (personId) await saveNews(trx, { deps, organizationId, personId }, item)
    }
  })
