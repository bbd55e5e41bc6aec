/** A company leaves: an admin sets the day and can undo it until then; after it the rest follows step by step, each in its own transaction. */
import { record } from '../audit/audit.ts'
import type { LeavingPage, LeavingView } from '../contract/leaving.ts'
import { endAccessOfPage, adminsOf, namesOfPeople } from '../directory/directory.ts'
import { openWorkOf } from '../enrollment/enrollment.ts'
import { closeOrganization, getOrganization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after, DAY, HOUR } from '../platform/time.ts'
import { eraseCompany } from './erasing.ts'
import { askExport, toView } from './exporting.ts'
import { onTheirWay } from '../webhooks/webhooks.ts'
import { receiptToken } from './receipt.ts'
import * as store from './store.ts'

/** Time to have second thoughts, and for people to take their own data with them. */
const SOONEST_MS = 20 * HOUR
const LATEST_MS = 366 * DAY
/** For the last file to be fetched, and for whoever leads the leaving to say so. */
const HAND_OVER_MS = 14 * DAY
/** For the learning site and apps to hear that everybody left: some allow 120 calls a minute. */
const PATIENCE_MS = 7 * DAY

type Asked = { readonly organizationId: string; readonly by: string }

export async function pageOf(deps: Deps, organizationId: string): Promise<LeavingPage> {
  const { name } = await getOrganization(deps, organizationId)
  const { leaving, exports } = await deps.db.for(organizationId)(async trx => ({
    leaving: await store.findLeaving(trx, organizationId),
    exports: await store.listExports(trx, organizationId)
  }))
  const names = await namesOfPeople(deps, organizationId, leaving ? [leaving.asked_by] : [])
  return {
    company: name,
    leaving: leaving ? leavingView(deps, leaving, names.get(leaving.asked_by) ?? null) : null,
    exports: exports.map(row => toView(row, leaving?.export_id ?? null))
  }
}

const leavingView = (deps: Deps, row: store.LeavingRow, by: string | null): LeavingView => ({
  state: row.state,
  leavesAt: row.leaves_at.toISOString(),
  askedAt: row.asked_at.toISOString(),
  by,
  reason: row.reason,
  handOverUntil: row.hand_over_until?.toISOString() ?? null,
  confirmedAt: row.confirmed_at?.toISOString() ?? null,
  receiptUrl: `${deps.config.PUBLIC_URL}/v1/company-receipts/${receiptToken(deps, row)}`
})

async function mustBeNamed(deps: Deps, organizationId: string, confirm: string): Promise<void> {
  const { name } = await getOrganization(deps, organizationId)
  if (confirm.trim() !== name)
    throw new ProblemError('bad_request', `Type “${name}” to confirm`, { reason: 'not_confirmed' })
}

type Scheduling = Asked & { readonly leavesAt: Date; readonly reason: string; readonly confirm: string }

/** @throws ProblemError when the day is too near or too far, the name is not typed, or it is leaving already. */
export async function schedule(
  deps: Deps,
  { organizationId, by, leavesAt, reason, confirm }: Scheduling
): Promise<void> {
  await mustBeNamed(deps, organizationId, confirm)
  const now = deps.now()
  if (leavesAt < after(now, SOONEST_MS) || leavesAt > after(now, LATEST_MS))
    throw new ProblemError('bad_request', 'Choose a moment from 20 hours to a year ahead', { reason: 'bad_day' })
  await deps.db.for(organizationId)(async trx => {
    const isNew = await store.insertLeaving(trx, {
      organization_id: organizationId,
      id: deps.newId('leaving'),
      state: 'scheduled',
      asked_by: by,
      reason,
      asked_at: now,
      leaves_at: leavesAt,
      next_at: leavesAt,
      wrapped_key: deps.vault.newKey()
    })
    if (!isNew) throw new ProblemError('conflict', 'Your company is leaving already. Look again', { reason: 'leaving' })
    const detail = { leavesAt: leavesAt.toISOString(), reason }
    await record(trx, deps, { organizationId, action: 'leaving.scheduled', actor: by, detail })
    await tell(deps, trx, { organizationId, state: 'scheduled', leavesAt })
  })
}

type Told = {
  readonly organizationId: string
  readonly state: 'scheduled' | 'undone' | 'left'
  readonly leavesAt: Date
}

const tell = (deps: Deps, trx: Trx, { organizationId, state, leavesAt }: Told): Promise<void> =>
  deps.publish(trx, { type: 'company.leaving', organizationId, state, leavesAt: leavesAt.toISOString() })

/** @throws ProblemError `conflict` once the day has come. */
export const undo = (deps: Deps, { organizationId, by }: Asked): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.lockLeaving(trx, organizationId)
    if (!row || !(await store.deleteScheduled(trx, organizationId, deps.now())))
      throw new ProblemError('conflict', 'This can no longer be undone: the day has come', { reason: 'too_late' })
    await record(trx, deps, { organizationId, action: 'leaving.undone', actor: by, detail: {} })
    await tell(deps, trx, { organizationId, state: 'undone', leavesAt: row.leaves_at })
  })

/** "We have the file." @throws ProblemError `conflict` while there is nothing to confirm. */
export async function confirm(deps: Deps, asked: Asked & { readonly confirm: string }): Promise<void> {
  const { organizationId, by } = asked
  await mustBeNamed(deps, organizationId, asked.confirm)
  await deps.db.for(organizationId)(async trx => {
    const row = await store.lockLeaving(trx, organizationId)
    if (row?.state !== 'handing_over')
      throw new ProblemError('conflict', 'There is nothing to confirm now. Look again', { reason: 'not_handing_over' })
    await store.changeLeaving(trx, organizationId, { confirmed_by: by, confirmed_at: deps.now(), next_at: deps.now() })
    await record(trx, deps, {
      organizationId,
      action: 'leaving.confirmed',
      actor: by,
      detail: { exportId: row.export_id }
    })
  })
}

/** One process at a time takes each step; who dies in one is followed by the next tick. */
export async function advance(deps: Deps, leavingId: string): Promise<void> {
  const organizationId = await deps.db.router(trx => store.organizationOfLeaving(trx, leavingId))
  if (!organizationId) return
  const row = await deps.db.for(organizationId)(trx => store.findLeaving(trx, organizationId))
  switch (row?.state) {
    case undefined:
      return
    case 'scheduled':
      return beginExport(deps, organizationId)
    case 'exporting':
      return handOver(deps, row)
    case 'handing_over':
      return beginClosing(deps, organizationId)
    case 'closing':
      return finishClosing(deps, row)
    case 'erasing':
      return eraseCompany(deps, organizationId)
  }
}

const beginExport = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.lockLeaving(trx, organizationId)
    if (row?.state !== 'scheduled' || row.leaves_at > deps.now()) return
    // One that is under way began before the last day: what came since would be missing.
    for (const { id, state } of await store.listExports(trx, organizationId))
      if (state === 'waiting') await store.endExport(trx, { organizationId, exportId: id }, 'failed')
    const exportId = await askExport(deps, trx, { organizationId, by: row.asked_by, last: true })
    await store.changeLeaving(trx, organizationId, { state: 'exporting', export_id: exportId })
  })

/** The file is there: everybody but those who lead the leaving loses access, and the learning site hears it. */
async function handOver(
  deps: Deps,
  { organization_id: organizationId, export_id: exportId }: store.LeavingRow
): Promise<void> {
  const made = await deps.db.for(organizationId)(trx =>
    store.findExport(trx, { organizationId, exportId: exportId ?? '' })
  )
  if (made?.state !== 'ready') return
  await closeOrganization(deps, { organizationId, to: 'people' })
  const keep = await adminsOf(deps, organizationId)
  while ((await endAccessOfPage(deps, { organizationId, keep })) > 0);
  await deps.db.for(organizationId)(async trx => {
    const row = await store.lockLeaving(trx, organizationId)
    if (row?.state !== 'exporting') return
    const until = after(deps.now(), HAND_OVER_MS)
    await store.changeLeaving(trx, organizationId, { state: 'handing_over', hand_over_until: until, next_at: until })
    const detail = { exportId, until: until.toISOString() }
    await record(trx, deps, { organizationId, action: 'leaving.handed_over', actor: 'schedule', detail })
    await tell(deps, trx, { organizationId, state: 'left', leavesAt: row.leaves_at })
  })
}

const beginClosing = (deps: Deps, organizationId: string): Promise<void> =>
  deps.db.for(organizationId)(async trx => {
    const row = await store.lockLeaving(trx, organizationId)
    const isOver = row?.hand_over_until && row.hand_over_until <= deps.now()
    if (row?.state !== 'handing_over' || (!row.confirmed_at && !isOver)) return
    await store.changeLeaving(trx, organizationId, { state: 'closing', closed_at: deps.now(), next_at: deps.now() })
  })

/** The last sign-ins end; what others have still to hear is waited for, within bounds. */
async function finishClosing(
  deps: Deps,
  { organization_id: organizationId, closed_at: at }: store.LeavingRow
): Promise<void> {
  await closeOrganization(deps, { organizationId, to: 'all' })
  while ((await endAccessOfPage(deps, { organizationId, keep: [] })) > 0);
  await deps.db.for(organizationId)(async trx => {
    const row = await store.lockLeaving(trx, organizationId)
    if (row?.state !== 'closing') return
    const open =
      (await deps.queue.openOf(trx, organizationId)) +
      (await openWorkOf(trx, organizationId)) +
      (await onTheirWay(trx, organizationId))
    if (open > 0 && deps.now() < after(at ?? deps.now(), PATIENCE_MS)) return
    await store.changeLeaving(trx, organizationId, { state: 'erasing', erasure_id: deps.newId('erasure') })
  })
}
