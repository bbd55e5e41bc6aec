/** Joins accounts of the site with people, and parts them: in sets, told in receipts and in the audit log. */
import { recordAll, writeReceipts } from '../audit/audit.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { workJob } from './job-definitions.ts'
import { saveDecided } from './store-learners.ts'
import { linkAccounts, partAccount } from './store-links.ts'
import { beginSite, PRIORITY, requestWork } from './store-work.ts'

export type Pair = { readonly userId: string; readonly personId: string; readonly grounds: readonly string[] }

type Linking = {
  readonly organizationId: string
  readonly site: string
  /** A run, or `review`: who reads the courses of what is linked. */
  readonly by: string
  readonly actor: string
  readonly reason: string
}

/** Who has an account, or is being given one, is left out. What they should have is asked for by the caller. @returns those that were linked. */
export async function linkLearners(
  deps: Deps,
  trx: Trx,
  { organizationId, site, by, actor, reason }: Linking,
  pairs: readonly Pair[]
): Promise<readonly Pair[]> {
  const at = deps.now()
  // Two accounts of one person at once: neither is chosen by chance.
  const claims = Map.groupBy(pairs, ({ personId }) => personId)
  const single = pairs.filter(({ personId }) => claims.get(personId)?.length === 1)
  const linkedIds = new Set(await linkAccounts(trx, { organizationId, site, by, at }, single))
  const linked = single.filter(({ personId }) => linkedIds.has(personId))
  if (linked.length === 0) return []
  const userIds = linked.map(({ userId }) => userId)
  await saveDecided(trx, { organizationId, userIds, state: 'linked', by: actor, at, reason })
  await writeReceipts(
    trx,
    deps,
    linked.map(({ userId, personId, grounds }) => ({
      organizationId,
      personId,
      kind: 'learner.linked',
      title: 'Your account on the learning site was found and linked',
      detail: { site, userId, answer: `the same: ${grounds.join(', ')}` }
    }))
  )
  await recordAll(
    trx,
    deps,
    linked.map(({ userId, personId, grounds }) => ({
      organizationId,
      personId,
      action: 'learner.linked',
      actor,
      detail: { userId, grounds, by, reason }
    }))
  )
  return linked
}

/** What these people should have is looked at again. */
export async function askFor(
  deps: Deps,
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<void> {
  if (personIds.length === 0) return
  const work = { organizationId, personIds, priority: PRIORITY.rest, runId: null, at: deps.now() }
  await requestWork(trx, work)
  await beginSite(trx, organizationId, deps.now())
  await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
}

type Parting = {
  readonly organizationId: string
  readonly userId: string
  readonly actor: string
  readonly reason: string
}

/** @returns whose it was, and which courses rules gave it meanwhile; undefined when it was nobody's. */
export async function partLearner(
  deps: Deps,
  trx: Trx,
  { organizationId, userId, actor, reason }: Parting
): Promise<{ readonly personId: string; readonly given: readonly string[] } | undefined> {
  const parted = await partAccount(trx, organizationId, userId)
  if (!parted) return undefined
  const { personId, given } = parted
  await writeReceipts(trx, deps, [
    {
      organizationId,
      personId,
      kind: 'learner.parted',
      title: 'The account on the learning site was found not to be yours and unlinked',
      detail: { userId, reason, given }
    }
  ])
  await recordAll(trx, deps, [
    { organizationId, personId, action: 'learner.parted', actor, detail: { userId, reason, given: given.length } }
  ])
  return { personId, given }
}
