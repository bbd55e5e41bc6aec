/** Nightly, and when an admin asks: the whole site against the rules. What differs is reported; a repair is an admin's decision. */
import { record } from '../audit/audit.ts'
import type { DriftKind } from '../contract/enrollment-admin.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { compare, type Difference } from './compare.ts'
import { secondsFor } from './dry-run.ts'
import { pagesOfEverybody } from './everybody.ts'
import { newRow } from './found.ts'
import { workJob } from './job-definitions.ts'
import type { SiteEnrollment } from './learning-system.ts'
import { withRules } from './rules.ts'
import { newRun } from './runs.ts'
import { lockEnrollment, saveEnrollment, userIdsBetween } from './store.ts'
import * as drifts from './store-drift.ts'
import { PRIORITY, requestWork, saveSite } from './store-work.ts'
import { pagesOf, withSite } from './sweep.ts'

export const compareSite = (deps: Deps, organizationId: string): Promise<void> =>
  withSite(deps, organizationId, async system => {
    const began = deps.now()
    const site = new Map<string, SiteEnrollment[]>()
    let listed = 0
    for await (const items of pagesOf(system)) {
      listed += items.length
      for (const item of items) site.set(item.userId, [...(site.get(item.userId) ?? []), item])
    }
    await report(deps, { organizationId, began, site, listed })
  })

type Listing = {
  readonly organizationId: string
  readonly began: Date
  readonly site: ReadonlyMap<string, readonly SiteEnrollment[]>
  readonly listed: number
}

async function report(deps: Deps, { organizationId, began, site, listed }: Listing): Promise<void> {
  const inCompany = deps.db.for(organizationId)
  const { set, version } = await withRules(deps, organizationId, async (_trx, rules) => rules)
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
      const there = site.get(users.get(person.personId) ?? '') ?? []
      const found = compare({ wanted, held, site: there, now: began })
      items.push(...found.map(each => toRow({ organizationId, id, personId: person.personId }, each)))
    }
  }
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
    const items = await drifts.itemsOf(trx, { organizationId, driftId, what })
    const personIds = [...new Set(items.map(item => item.person_id))]
    const size = { people: personIds.length, calls: items.length, seconds: secondsFor(deps, items.length) }
    if (mode === 'dry' || items.length === 0) return { ...size, runId: null }
    const run = { organizationId, kind: 'repair', version, author, people: size.people, calls: size.calls } as const
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
