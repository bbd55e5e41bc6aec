/** Stores how attempts ended: those that end together are stored together. */
import { channelsSettled, recordOutcomes, type News, type Settled } from '../api/channels/channels.ts'
import { settleNudges } from '../api/nudges/nudges.ts'
import type { Deps } from '../api/platform/deps.ts'
import { SECOND, sleep } from '../api/platform/time.ts'

/** Resolves when it is stored. */
export type Settle = (organizationId: string, outcome: Settled) => Promise<void>

type Ended = { readonly organizationId: string; readonly outcome: Settled }

/** As long as a database takes to come back; after that the attempt counts as one whose end nobody saw. */
const PATIENCE_MS = 60 * SECOND
const PAUSE_MS = 200

/** Outcomes come one by one; each transaction takes as long for one as for many: long enough for those that left together. */
const MOST = 50
const GATHER_MS = 30

export function createSettle(deps: Deps): Settle {
  const store = async (all: readonly Ended[]): Promise<void> => {
    for (const [organizationId, group] of Map.groupBy(all, each => each.organizationId)) {
      const outcomes = group.map(({ outcome }) => outcome)
      await persistently(deps, () => storeAll(deps, organizationId, outcomes))
    }
  }
  const gathered = gathering(store)
  return (organizationId, outcome) => gathered({ organizationId, outcome })
}

/** Hands over what came within `GATHER_MS`, or as soon as there is enough of it. */
function gathering<T>(work: (all: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  let next: { readonly all: T[]; readonly done: PromiseWithResolvers<void>; readonly timer: NodeJS.Timeout } | undefined
  const go = (): void => {
    if (!next) return
    const { all, done, timer } = next
    next = undefined
    clearTimeout(timer)
    work(all).then(done.resolve, done.reject)
  }
  return one => {
    next ??= { all: [], done: Promise.withResolvers<void>(), timer: setTimeout(go, GATHER_MS) }
    const { all, done } = next
    all.push(one)
    if (all.length >= MOST) go()
    return done.promise
  }
}

/** A delivery and the nudge that it carried never say different things. */
const storeAll = (deps: Deps, organizationId: string, outcomes: readonly Settled[]): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const news = await recordOutcomes(trx, deps, organizationId, outcomes)
    await settleNudges(trx, deps, organizationId, news.flatMap(nudgeOutcome))
    await channelsSettled(trx, deps, organizationId, news)
    for (const outcome of news) note(deps, outcome)
  })

/** What goes on below has not ended yet. */
const nudgeOutcome = (settled: News) => {
  const { nudgeId } = settled.delivery
  if (!nudgeId || settled.kind === 'again' || settled.goesOn) return []
  return [{ nudgeId, outcome: settled.kind === 'sent' ? ('sent' as const) : settled.state }]
}

function note({ log }: Deps, outcome: Settled): void {
  const about = { delivery: outcome.deliveryId, kind: outcome.delivery.intent.kind, attempt: outcome.attempt }
  if (outcome.kind === 'sent') log.info(about, 'delivered')
  else log.warn({ ...about, reason: outcome.reason, detail: outcome.detail, ended: outcome.kind }, 'not delivered')
}

async function persistently(deps: Pick<Deps, 'log'>, work: () => Promise<void>): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (performance.now() > until) throw error
      deps.log.warn({ err: error }, 'outcomes not stored yet')
      await sleep(PAUSE_MS)
    }
  }
}
