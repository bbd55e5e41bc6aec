/** What a person may do follows from their state and groups; joining, leaving, cohorts and revocation follow from the difference. */
import { appSubject, beginDeparture, endDeparture, record, writeReceipt } from '../audit/audit.ts'
import { revokePerson } from '../oauth/revocation.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/errors.ts'
import { after } from '../platform/time.ts'
import { watchLeavers } from './brake.ts'
import { standingOf } from './standing.ts'
import * as groups from './store-groups.ts'
import * as store from './store.ts'
import { words } from './words.ts'

export type Context = {
  readonly deps: Deps
  readonly trx: Trx
  readonly organization: Organization
  /** Who changed it, for the audit. */
  readonly actor: 'directory' | 'reconciliation'
  /** Real time at which the event was taken in: leavers' receipts count from here. */
  readonly receivedAt: Date
  /** The event it came with; undefined where two lists were compared. */
  readonly event?: { readonly changedAt: Date | undefined; readonly at: Date | undefined } | undefined
}

type Key = { readonly organizationId: string; readonly personId: string }

export type Change = {
  /** As stored now; undefined for somebody new. */
  readonly before: store.PersonRow | undefined
  readonly row: store.PersonRow
  /** Why somebody leaves who was deactivated. */
  readonly reason?: 'directory_removed'
}

/** Stores the row and publishes what it means. The same row again changes nothing and publishes nothing. @returns whether it changed. */
export async function settle(context: Context, { before, row, reason }: Change): Promise<boolean> {
  const { deps, trx, organization } = context
  const key = { organizationId: row.organization_id, personId: row.id }
  const names = row.directory_user_id ? await groups.groupNamesOf(trx, key.organizationId, row.directory_user_id) : []
  const standing = standingOf(names, organization)
  const could = before?.state === 'active' && before.access
  const can = row.state === 'active' && standing.access
  const leftAt = can ? null : could ? deps.now() : row.left_at
  const after = { ...row, access: standing.access, roles: [...standing.roles], left_at: leftAt }
  const fields = before ? changedFields(before, after) : []
  if (!before) await insert(trx, after)
  else if (row !== before || fields.length > 0) await store.updatePerson(trx, after)
  if (!before || fields.some(field => MANAGER_FIELDS.has(field))) await linkManagers(trx, after)
  if (!before) await record(trx, deps, { ...key, action: 'person.created', actor: context.actor, detail: {} })
  if (fields.length > 0)
    await record(trx, deps, { ...key, action: 'person.changed', actor: context.actor, detail: { fields } })
  if (could && !can) await leave(context, key, row.state === 'active' ? 'left_access_group' : (reason ?? 'deactivated'))
  await settleCohorts(context, key, can ? standing.cohorts : [])
  if (can && !could) await join(context, key)
  if (could && can && fields.length > 0) await deps.publish(trx, { type: 'person.changed', ...key })
  return !before || fields.length > 0
}

async function insert(trx: Trx, row: store.PersonRow): Promise<void> {
  // Only a sign-in can have come between; the event is applied again and then finds that row.
  if (!(await store.insertPerson(trx, row)))
    throw new ProblemError('conflict', 'This person was just created by a sign-in')
}

async function join({ deps, trx, actor }: Context, key: Key): Promise<void> {
  await endDeparture(trx, key, deps.now())
  await record(trx, deps, { ...key, action: 'person.joined', actor, detail: {} })
  await deps.publish(trx, { type: 'person.joined', ...key })
}

async function leave(context: Context, key: Key, reason: string): Promise<void> {
  const { deps, trx, actor, receivedAt, event, organization } = context
  await watchLeavers(context, [{ personId: key.personId, reason }])
  const sessions = await revokePerson(trx, deps, { ...key, reason, at: receivedAt })
  await beginDeparture(trx, deps, {
    ...key,
    reason,
    changedAt: event?.changedAt,
    eventAt: event?.at,
    // The vendors' times are of the product's clock.
    receivedAt: after(receivedAt, deps.now().getTime() - deps.realNow().getTime()),
    apps: sessions.map(appSubject)
  })
  const detail = { reason, receivedAt: receivedAt.toISOString() }
  await record(trx, deps, { ...key, action: 'person.left', actor, detail })
  await writeReceipt(trx, deps, { ...key, kind: 'access.ended', title: words[organization.locale].accessEnded, detail })
  await deps.publish(trx, { type: 'person.left', ...key, ...detail })
}

async function settleCohorts({ deps, trx }: Context, key: Key, cohorts: readonly string[]): Promise<void> {
  const known = await groups.cohortNamesOf(trx, key.organizationId, key.personId)
  for (const cohort of cohorts.filter(name => !known.includes(name))) {
    await groups.addToCohort(trx, { ...key, cohort }, deps.now())
    await deps.publish(trx, { type: 'cohort.joined', ...key, cohortId: cohort })
  }
  for (const cohort of known.filter(name => !cohorts.includes(name))) {
    await groups.removeFromCohort(trx, { ...key, cohort })
    await deps.publish(trx, { type: 'cohort.left', ...key, cohortId: cohort })
  }
}

/** A report may arrive before the manager: each newcomer also becomes the manager of those who wait for them. */
async function linkManagers(trx: Trx, row: store.PersonRow): Promise<void> {
  for (const report of [row, ...(await store.reportsNaming(trx, row))]) {
    const candidates = await store.findByRefs(trx, report)
    const manager = pickManager(report, candidates)
    if (manager !== report.manager_id) await store.saveManager(trx, report, manager)
  }
}

function pickManager(report: store.PersonRow, candidates: readonly store.PersonRow[]): string | null {
  for (const ref of report.manager_refs) {
    const byId = candidates.find(({ idp_id }) => idp_id === ref)
    const byEmail = candidates.filter(({ email }) => email === ref)
    const found = byId ?? (byEmail.length === 1 ? byEmail[0] : undefined)
    if (found) return found.id
  }
  return null
}

const FIELDS = [
  'directory_id',
  'directory_user_id',
  'email',
  'first_name',
  'last_name',
  'title',
  'department',
  'employee_number',
  'manager_refs',
  'country',
  'timezone',
  'locale',
  'state',
  'access',
  'roles'
] as const satisfies readonly (keyof store.PersonRow)[]

const MANAGER_FIELDS: ReadonlySet<string> = new Set(['directory_id', 'email', 'manager_refs'])

const changedFields = (before: store.PersonRow, after: store.PersonRow): readonly string[] =>
  FIELDS.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
