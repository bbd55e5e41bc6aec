/** Looks for sign-ups that no webhook told of: the newest accounts every half minute, all of them each night. */
import { loseLearnersWithin } from '../directory/directory.ts'
import type { Deps } from '../platform/deps.ts'
import { DAY, SECOND } from '../platform/time.ts'
import { takeInJob, workJob } from './job-definitions.ts'
import type { LearnerPage, LearningSystem, SiteLearner } from './learning-system.ts'
import { toSignedUp } from './sign-up-news.ts'
import { findWatched, hearLearners, type Watched } from './sign-ups.ts'
import { forgetLearner } from './store.ts'
import * as store from './store-sign-ups.ts'
import { PRIORITY, requestWork } from './store-work.ts'
import { withSite } from './sweep.ts'

/** A learner whose webhook was lost still has courses within a minute. */
export const LOOK_MS = 30 * SECOND
export const LIST_MS = DAY

/** Ticks ask again while a look is under way. */
const isDue = (last: Date | null, everyMs: number, now: Date): boolean =>
  last === null || now.getTime() - last.getTime() >= everyMs

const idOf = ({ userId }: SiteLearner): bigint => BigInt(/^\d+$/u.test(userId) ? userId : 0)

/** Sites list their accounts in the order of their ids; which end is the newest, two of them show. */
const isNewestFirst = (items: readonly SiteLearner[]): boolean => {
  const [first, last] = [items[0], items.at(-1)]
  return first !== undefined && last !== undefined && idOf(first) > idOf(last)
}

/** Mostly one call: the page on which the newest account stood. */
export const sweepSignUps = (deps: Deps, organizationId: string): Promise<void> =>
  withSite(deps, organizationId, async system => {
    const watched = await findWatched(deps, organizationId)
    const began = deps.now()
    if (!watched || !isDue(watched.watch.swept_at, LOOK_MS, began)) return
    const { learners, lastPage } = await newest(system, watched.watch)
    const highest = learners.map(idOf).reduce((a, b) => (a > b ? a : b), BigInt(watched.watch.highest_user_id))
    await deps.db.for(organizationId)(async trx => {
      await hearLearners(deps, trx, watched, {
        learners: learners.map(each => toSignedUp(each)),
        by: 'sweep',
        toldAt: began
      })
      await store.saveWatch(trx, organizationId, {
        swept_at: began,
        last_page: lastPage,
        highest_user_id: String(highest)
      })
      // Also those for whom the site had no answer the last time.
      if ((await store.nextWaiting(trx, organizationId, 1)).length > 0)
        await deps.queue.enqueue(trx, takeInJob.job({ organizationId }, { key: organizationId }))
    })
  })

type Newest = { readonly learners: readonly SiteLearner[]; readonly lastPage: number }

/** Those that were not there at the last look. Deleted accounts move the others to earlier pages, new ones to later ones. */
async function newest(system: LearningSystem, watch: store.WatchRow): Promise<Newest> {
  const isNew = (learner: SiteLearner): boolean =>
    idOf(learner) > BigInt(watch.highest_user_id) && toSignedUp(learner).signedUpAt >= watch.since
  const found: SiteLearner[] = []
  /** @returns whether all of the page are new, so that there may be more behind it. */
  const take = ({ items }: LearnerPage): boolean => {
    const fresh = items.filter(isNew)
    found.push(...fresh)
    return fresh.length === items.length
  }
  let page = watch.last_page
  let answer = await system.pageOfLearners({ page })
  if (isNewestFirst(answer.items)) {
    while (take(answer) && answer.next !== undefined) answer = await system.pageOfLearners({ page: answer.next })
    return { learners: found, lastPage: 1 }
  }
  // A first look, or a site that lost many accounts: from the end back.
  if (page !== answer.pages && (answer.items.length === 0 || watch.swept_at === null)) {
    page = answer.pages
    answer = await system.pageOfLearners({ page })
  }
  const { next } = answer
  const start = page
  while (take(answer) && page > 1) {
    page -= 1
    answer = await system.pageOfLearners({ page })
  }
  let last = start
  for (let ahead = next; ahead !== undefined;) {
    last = ahead
    const more = await system.pageOfLearners({ page: ahead })
    take(more)
    ahead = more.next
  }
  return { learners: found, lastPage: last }
}

/** Of all accounts: those that were there before, those that every other way lost, and those that are gone. */
export const listSite = (deps: Deps, organizationId: string): Promise<void> =>
  withSite(deps, organizationId, async system => {
    const watched = await findWatched(deps, organizationId)
    const began = deps.now()
    if (!watched || !isDue(watched.watch.listed_at, LIST_MS, began)) return
    for (let page: number | undefined = 1; page !== undefined;) {
      const answer: LearnerPage = await system.pageOfLearners({ page })
      await deps.db.for(organizationId)(trx =>
        hearLearners(deps, trx, watched, {
          learners: answer.items.map(each => toSignedUp(each)),
          by: 'list',
          toldAt: began
        })
      )
      page = answer.next
    }
    await loseThoseGone(deps, system, watched, began)
    await deps.db.for(organizationId)(trx => store.saveWatch(trx, organizationId, { listed_at: began }))
  })

/** A list that broke off or a page that moved proves nothing: each is asked for, so many a night. */
const MOST_GONE = 200

async function loseThoseGone(
  deps: Deps,
  system: LearningSystem,
  { organization }: Watched,
  began: Date
): Promise<void> {
  const { organizationId } = organization
  const inCompany = deps.db.for(organizationId)
  const unlisted = await inCompany(trx => store.unlistedSince(trx, { organizationId, began, limit: MOST_GONE }))
  for (const row of unlisted) {
    if (await system.learnerById(row.user_id)) continue
    await inCompany(async trx => {
      await store.changeSignUps(trx, [{ ...row, state: 'gone', decided_at: deps.now() }])
      if (!row.person_id) return
      // Their account went with its courses: there is nothing left to end.
      await forgetLearner(trx, { organizationId, personId: row.person_id })
      const personIds = [row.person_id]
      await loseLearnersWithin(deps, trx, { organization, personIds })
      // Whom a directory has named since gets another account.
      await requestWork(trx, { organizationId, personIds, priority: PRIORITY.rest, runId: null, at: deps.now() })
      await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
    })
  }
}
