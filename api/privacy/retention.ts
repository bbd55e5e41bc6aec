/** Each night what is older than the company's policy goes, a page at a time. */
import { record } from '../audit/audit.ts'
import type { PeopleCell } from '../contract/parts.ts'
import { DEFAULT_DAYS, type RetentionPolicy } from '../contract/retention.ts'
import { inSteps, smallestGroupWithin } from '../gate/gate.ts'
import type { Deps } from '../platform/deps.ts'
import { RETAINED, type Part, type Retained } from '../platform/personal-data.ts'
import { DAY } from '../platform/time.ts'
import * as store from './store-retention.ts'

const OWN: RetentionPolicy = DEFAULT_DAYS

export const retentionOf = (deps: Deps, organizationId: string) =>
  deps.db.for(organizationId)(async trx => {
    const { changedAt, ...policy } = { changedAt: undefined, ...OWN, ...(await store.findPolicy(trx, organizationId)) }
    return { ...policy, changedAt: changedAt ? new Date(changedAt).toISOString() : null }
  })

type Change = { readonly organizationId: string; readonly by: string; readonly policy: RetentionPolicy }

export async function changeRetention(deps: Deps, { organizationId, by, policy }: Change) {
  await deps.db.for(organizationId)(async trx => {
    await store.savePolicy(trx, { organizationId, policy, by, at: deps.now() })
    await record(trx, deps, { organizationId, action: 'retention.changed', actor: by, detail: policy })
  })
  return retentionOf(deps, organizationId)
}

const daysOf = ({
  conversationDays,
  nudgeDays,
  inboundDays,
  traceDays
}: RetentionPolicy): Record<Retained, number> => ({
  conversations: conversationDays,
  nudges: nudgeDays,
  inbound: inboundDays,
  traces: traceDays
})

const beforeOf = (policy: RetentionPolicy, as: Retained, now: Date): Date =>
  new Date(now.getTime() - daysOf(policy)[as] * DAY)

/** How many people something would go for, in steps, so that two tries close to each other tell nothing apart; nothing goes. */
export async function tryPolicy(
  deps: Deps,
  parts: readonly Part[],
  { organizationId, policy }: Pick<Change, 'organizationId' | 'policy'>
): Promise<Record<Retained, PeopleCell>> {
  const cellOf = (as: Retained): Promise<PeopleCell> =>
    deps.db.for(organizationId)(async trx => {
      const people = new Set<string>()
      const before = beforeOf(policy, as, deps.now())
      for (const part of parts)
        for (const id of await part.peopleBefore(trx, { organizationId, as, before })) people.add(id)
      return inSteps(people.size, await smallestGroupWithin(trx, organizationId))
    })
  return {
    conversations: await cellOf('conversations'),
    nudges: await cellOf('nudges'),
    inbound: await cellOf('inbound'),
    traces: await cellOf('traces')
  }
}

const PAGE = 1000

/** A crash in the middle leaves the rest to the next run. */
export async function applyRetention(deps: Deps, parts: readonly Part[], organizationId: string): Promise<void> {
  const policy = await retentionOf(deps, organizationId)
  for (const as of RETAINED) {
    const before = beforeOf(policy, as, deps.now())
    let gone = 0
    for (const part of parts) gone += await emptied(deps, part, { organizationId, as, before })
    // Counts are nobody's here: how many people wrote long ago is told in steps only.
    if (gone > 0)
      await deps.db.for(organizationId)(trx =>
        record(trx, deps, {
          organizationId,
          action: 'retention.applied',
          actor: 'rule',
          detail: { kind: as, before: before.toISOString() }
        })
      )
  }
  await deps.db.for(organizationId)(trx => store.markRun(trx, organizationId, deps.now()))
}

type Old = { readonly organizationId: string; readonly as: Retained; readonly before: Date }

async function emptied(deps: Deps, part: Part, old: Old): Promise<number> {
  const page = () => deps.db.for(old.organizationId)(trx => part.retain(trx, { ...old, limit: PAGE }))
  let all = 0
  for (let gone = await page(); gone > 0; gone = await page()) all += gone
  return all
}

/** Companies whose last run is a day ago. */
export async function organizationsToClean(deps: Deps, organizationIds: readonly string[]): Promise<readonly string[]> {
  const since = new Date(deps.now().getTime() - DAY)
  const done = await deps.db.router(trx => store.organizationsRunSince(trx, since))
  return organizationIds.filter(id => !done.has(id))
}
