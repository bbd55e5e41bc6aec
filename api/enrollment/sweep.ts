/** Hourly: what changed at the site since the last sweep, for whatever webhooks lost. */
import { getLearningSite } from '../organizations/organizations.ts'
import type { Deps } from '../platform/deps.ts'
import { DAY, HOUR, MINUTE, SECOND, sleep } from '../platform/time.ts'
import { hold } from './crew.ts'
import { confirmSite } from './renamed.ts'
import { saveNews } from './found.ts'
import type { EnrollmentPage, LearningSystem, SiteEnrollment } from './learning-system.ts'
import { SiteError } from './problems.ts'
import { peopleOfLearners } from './store.ts'
import {
  claimReading,
  clearProblem,
  findSite,
  holdReading,
  LEASE_SECONDS,
  saveSite,
  type Reading
} from './store-work.ts'
import { createThinkific } from './thinkific.ts'

/** The site's clock and ours may differ, and a page may be behind. */
const OVERLAP_MS = 10 * MINUTE

export const sweepSite = (deps: Deps, organizationId: string): Promise<void> =>
  readSite(deps, { organizationId, reading: 'sweep' }, async system => {
    const began = deps.now()
    const site = await deps.db.for(organizationId)(trx => findSite(trx, organizationId))
    const since = site?.swept_at ? new Date(site.swept_at.getTime() - OVERLAP_MS) : undefined
    for await (const items of pagesOf(system, since)) await takeNews(deps, organizationId, items)
    await deps.db.for(organizationId)(trx => saveSite(trx, organizationId, { swept_at: began }))
  })

/** How old the last reading may become, of product time. */
export const READ_EVERY = { sweep: HOUR, compare: DAY } as const
const RENEW_MS = 10 * SECOND

type Wanted = { readonly organizationId: string; readonly reading: Reading }

type Work = (system: LearningSystem) => Promise<void>

/** Where the reading is due and nobody else is at it. */
export async function readSite(deps: Deps, { organizationId, reading }: Wanted, work: Work): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  const before = new Date(deps.now().getTime() - READ_EVERY[reading])
  if (!(await inCompany(trx => claimReading(trx, { organizationId, reading, before })))) return
  const holdFor = (seconds: number): Promise<void> =>
    inCompany(trx => holdReading(trx, { organizationId, reading, seconds }))
  const renew = (): void =>
    void holdFor(LEASE_SECONDS).catch((err: unknown) => deps.log.warn({ err, reading }, 'reading not renewed'))
  const renewing = setInterval(renew, RENEW_MS)
  try {
    await withSite(deps, organizationId, work)
  } finally {
    clearInterval(renewing)
    await holdFor(0)
  }
}

/** A site that has a problem is asked again later, by a tick; nothing is lost. */
export async function withSite(deps: Deps, organizationId: string, work: Work): Promise<void> {
  const site = await getLearningSite(deps, organizationId)
  if (!site) return
  try {
    const system = createThinkific(deps, site)
    await confirmSite(deps, { organizationId, site, system })
    await work(system)
    await deps.db.for(organizationId)(trx => clearProblem(trx, organizationId))
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    deps.log.warn({ organization: organizationId, problem: error.kind }, 'learning site not read')
    await hold(deps, organizationId, error)
  }
}

export async function* pagesOf(system: LearningSystem, since?: Date): AsyncGenerator<readonly SiteEnrollment[]> {
  for (let page: number | undefined = 1; page !== undefined;) {
    const asked: { readonly page: number; readonly since: Date | undefined } = { page, since }
    const answer: EnrollmentPage = await persist(() => system.pageOfEnrollments(asked))
    yield answer.items
    page = answer.next
  }
}

const PAUSES_MS = [1, 2, 4, 8, 16].map(seconds => seconds * SECOND)

/** One page that the site fails to answer is asked for again: hundreds of others are not read anew, and nobody else waits for it. */
export async function persist<T>(call: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof SiteError) || error.scope !== 'call') throw error
      await sleep(pause)
    }
  }
  return call()
}

const takeNews = (deps: Deps, organizationId: string, items: readonly SiteEnrollment[]): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const people = await peopleOfLearners(trx, organizationId, [...new Set(items.map(({ userId }) => userId))])
    for (const item of items) {
      const personId = people.get(item.userId)
      if (personId) await saveNews(trx, { deps, organizationId, personId }, item)
    }
  })
