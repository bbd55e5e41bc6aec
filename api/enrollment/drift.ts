/** Nightly, and when an admin asks: the whole site against the rules. What differs is reported; a repair is an admin's decision. */
import { record } from '../audit/audit.ts'
import type { DriftKind } from '../contract/enrollment-admin.ts'
import { targetKey, type RuleSet, type Target } from '../contract/enrollment-rules.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { compare, type Difference } from './compare.ts'
import { secondsFor } from './dry-run.ts'
import { pagesOfEverybody } from './everybody.ts'
import { newRow } from './found.ts'
import { compareJob, workJob } from './job-definitions.ts'
import type { Shared } from './learning-system.ts'
import { withRules } from './rules.ts'
import { newRun } from './runs.ts'
import { lockEnrollment, saveEnrollment, userIdsBetween } from './store.ts'
import * as drifts from './store-drift.ts'
import { beginSite, PRIORITY, requestWork, saveSite } from './store-work.ts'
import { listSite, type SiteListing } from './site-listing.ts'
import { readSite } from './sweep.ts'

export const compareSite = (deps: Deps, organizationId: string): Promise<void> =>
  readSite(deps, { organizationId, reading: 'compare' }, async system => {
    const began = deps.now()
    const rules = await withRules(deps, organizationId, async (trx, { set, version }) => ({
      set,
      version,
      shared: sharedIn(set, await drifts.sharedTargets(trx, organizationId))
    }))
    const site = await listSite(system, { shared: rules.shared, now: began })
    await report(deps, { organizationId, began, site, ...rules })
  })

/** An admin wants it now: it is due until it is done, whatever the site answers meanwhile. */
export const askToCompare = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    await beginSite(trx, organizationId, deps.now())
    await saveSite(trx, organizationId, { compared_at: new Date(0) })
    await deps.queue.enqueue(trx, compareJob.job({ organizationId }, { key: organizationId }))
  })

/** Bundles and groups of the rules, and what was ever given: the site keeps members until somebody takes them out. */
function sharedIn({ rules, exceptions }: RuleSet, given: readonly Target[]): readonly Shared[] {
  const named = [...rules.flatMap(({ targets }) => targets), ...exceptions.map(({ target }) => target), ...given]
  const shared = named.flatMap(({ kind, id, name }) => (kind === 'course' ? [] : [{ kind, id, name }]))
  return [...new Map(shared.map(each => [targetKey(each), each])).values()]
}

type Comparison = {
  readonly organizationId: string
  readonly began: Date
  readonly site: SiteListing
  readonly set: RuleSet
  readonly version: number
}

async function report(deps: Deps, { organizationId, began, site, set, version }: Comparison): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  const underWay = await inCompany(trx => drifts.peopleUnderWay(trx, organizationId, began))
  const id = deps.newId('drift')
  const items: drifts.DriftItemRow[] = []
  let people = 0
  for await (const page of pagesOfEverybody(deps, { organizationId, set })) {
    const [first, last] = [page[0]?.person.personId ?? '', page.at(-1)?.person.personId ?? '']
    const users = await inCompany(trx => userIdsBetween(trx, { organizationId, first, last }))
    for (const { person, wanted, held } of page) {
      if (underWay.has(person.personId)) continue
      people += 1
      const found = site.foundOf(users.get(person.personId) ?? '')
      const differences = compare({ wanted, held, found, bundles: site.bundles, unread: site.unread, now: began })
      items.push(...differences.map(each => toRow({ organizationId, id, personId: person.personId }, each)))
    }
  }
  const { listed } = site
  const wantedNow = new Set(set.rules.flatMap(({ targets }) => targets.map(targetKey)))
  const unread = site.unread.filter(target => wantedNow.has(targetKey(target)))
  const count = (what: DriftKind): number => items.filter(item => item.what === what).length
  const counts = {
    missing: count('missing'),
    extra: count('extra'),
    wrong_expiry: count('wrong_expiry'),
    by_hand: count('by_hand')
  }
  await inCompany(async trx => {
    const drift = {
      organization_id: organizationId,
      id,
      found_at: began,
      version,
      listed,
      people,
      ...counts,
      unread: JSON.stringify(unread),
      repair_run_id: null
    }
    await drifts.saveDrift(trx, drift, items)
    await drifts.dropOldDrifts(trx, organizationId)
    await saveSite(trx, organizationId, { compared_at: began })
    await record(trx, deps, {
      organizationId,
      action: 'enrollment.compared',
      actor: 'reconciliation',
      detail: { listed, people, ...counts }
    })
  })
}

type Where = { readonly organizationId: string; readonly id: string; readonly personId: string }

const toRow = (
  { organizationId, id, personId }: Where,
  { target, what, found, wantedExpiry }: Difference
): drifts.DriftItemRow => ({
  organization_id: organizationId,
  drift_id: id,
  person_id: personId,
  kind: target.kind,
  target_id: target.id,
  name: target.name,
  what,
  external_enrollment_id: found?.enrollmentId ?? null,
  found_open: found?.open ?? false,
  found_expiry: found?.expiresAt ?? null,
  wanted_expiry: wantedExpiry
})

type Repair = {
  readonly organizationId: string
  readonly driftId: string
  readonly what: readonly DriftKind[]
  readonly mode: 'dry' | 'carry_out'
  readonly author: string
}

/** Writes down what the site showed and asks for the people: the plan then says which calls mend it. */
export async function repair(deps: Deps, { organizationId, driftId, what, mode, author }: Repair) {
  return withRules(deps, organizationId, async (trx, { version }) => {
    const found = await drifts.itemsOf(trx, { organizationId, driftId, what })
    const items = found.filter(item => !isByHand(item))
    const personIds = [...new Set(items.map(item => item.person_id))]
    const calls = items.length
    const size = { people: personIds.length, calls, seconds: secondsFor(deps, calls), byHand: found.length - calls }
    if (mode === 'dry' || calls === 0) return { ...size, runId: null }
    const run = { organizationId, kind: 'repair', version, author, people: size.people, calls } as const
    const runId = await newRun(deps, trx, run)
    if (!(await drifts.markRepaired(trx, { organizationId, driftId, runId })))
      throw new ProblemError('conflict', 'This repair has begun already, or the report is gone. Load the page again')
    for (const item of items) await takeFinding(deps, trx, item)
    await requestWork(trx, { organizationId, personIds, priority: PRIORITY.rest, runId, at: deps.now() })
    await record(trx, deps, {
      organizationId,
      action: 'enrollment.repaired',
      actor: author,
      detail: { driftId, what, runId }
    })
    await deps.queue.enqueue(trx, workJob.job({ organizationId }, { key: organizationId }))
    return { ...size, runId }
  })
}

/** The vendor has no call that takes somebody out of a group. */
const isByHand = ({ kind, what }: drifts.DriftItemRow): boolean => kind === 'group' && what === 'extra'

async function takeFinding(deps: Deps, trx: Trx, item: drifts.DriftItemRow): Promise<void> {
  const key = { organizationId: item.organization_id, personId: item.person_id }
  const target = { kind: item.kind, id: item.target_id, name: item.name }
  const row = (await lockEnrollment(trx, { ...key, target })) ?? newRow({ ...key, deps }, target)
  const known = {
    ...row,
    external_enrollment_id: item.external_enrollment_id,
    expires_at: item.found_expiry,
    updated_at: deps.now()
  }
  const state = item.found_open
    ? row.completed_at
      ? 'completed'
      : 'enrolled'
    : item.external_enrollment_id
      ? 'ended'
      : 'failed'
  // An extra is ended because no rule wants it: from now on it is ours to end.
  await saveEnrollment(trx, { ...known, state, managed: true, asked_at: null })
}
