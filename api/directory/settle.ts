/** Stores what news means and publishes it: a page of people at a time, everything in the transaction of the news. */
import {
  appSubject,
  beginDepartures,
  endDepartures,
  recordAll,
  writeReceipts,
  type AuditEvent
} from '../audit/audit.ts'
import type { Fact } from '../contract/facts.ts'
import { revokePeople } from '../oauth/revocation.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { after } from '../platform/time.ts'
import { watchLeavers } from './brake.ts'
import { decide, type Happening, type Outcome } from './decide.ts'
import { entryOf, idpIdsOf, personIdsOf, type News } from './news.ts'
import type { Snapshot } from './ledger.ts'
import { linkManagers } from './managers.ts'
import { inPortions, PORTION } from './portions.ts'
import { membersOfGroup, renamedOf } from './store-groups.ts'
import { endRolesOf } from './roles.ts'
import * as pages from './store-page.ts'
import { askAbout } from './store-returners.ts'
import { words } from './words.ts'

export type Context = {
  readonly deps: Deps
  readonly trx: Trx
  readonly organization: Organization
  /** Who changed it, for the audit: `directory`, `reconciliation`, `operator`, `sign_in`, or an admin's id. */
  readonly actor: string
  /** Real time at which the news was taken in: leavers' receipts count from here. */
  readonly receivedAt: Date
}

/** The same news again changes nothing and publishes nothing. */
export async function settleNews(
  context: Context,
  news: readonly News[]
): Promise<{ readonly snapshot: Snapshot; readonly outcome: Outcome }> {
  const { deps, trx, organization } = context
  const snapshot = await pages.loadSnapshot(trx, organization.organizationId, {
    idpIds: news.flatMap(each => idpIdsOf(each, organization)),
    entries: [...new Set(news.flatMap(each => entryOf(each) ?? []))],
    ids: news.flatMap(personIdsOf)
  })
  const outcome = decide(snapshot, news, {
    organization,
    newId: deps.newId,
    now: deps.now(),
    heardAt: context.receivedAt
  })
  const renamed = await renamedOf(trx, organization.organizationId, outcome.groups)
  await store(context, outcome)
  await tell(context, outcome.happenings)
  for (const { id } of renamed) await settleMembers(context, id)
  return { snapshot, outcome }
}

/** News of one person may tell that a group has another name: that concerns all who are in it. */
async function settleMembers(context: Context, groupId: string): Promise<void> {
  const { trx, organization } = context
  const wanted = { organizationId: organization.organizationId, groupId, limit: PORTION }
  await inPortions(
    after => membersOfGroup(trx, { ...wanted, after }),
    async entries =>
      void (await settleNews(
        context,
        entries.map(entry => ({ kind: 'renamed', entry }))
      ))
  )
}

async function store({ deps, trx, organization: { organizationId } }: Context, outcome: Outcome): Promise<void> {
  await pages.saveMemberships(trx, organizationId, outcome)
  const known = new Set(outcome.people.flatMap(({ before }) => before?.id ?? []))
  const rows = await linkManagers(trx, organizationId, outcome.people)
  await pages.savePeople(trx, {
    added: rows.filter(({ id }) => !known.has(id)),
    changed: rows.filter(({ id }) => known.has(id))
  })
  await pages.saveCohorts(trx, { organizationId, at: deps.now() }, outcome.cohorts)
}

async function tell(context: Context, happenings: readonly Happening[]): Promise<void> {
  const { deps, trx, organization } = context
  const { organizationId } = organization
  const created = new Set(happenings.flatMap(each => (each.kind === 'created' ? each.personId : [])))
  const back = happenings.flatMap(each => (each.kind === 'joined' && !created.has(each.personId) ? each.personId : []))
  await endDepartures(trx, { organizationId, personIds: back, at: deps.now() })
  await leaveAll(context, leaversOf(happenings))
  await askAbout(
    trx,
    { organizationId, at: deps.now() },
    happenings.flatMap(each => (each.kind === 'doubted' ? [each] : []))
  )
  await recordAll(
    trx,
    deps,
    happenings.flatMap(each => toAudit(context, each))
  )
  const facts = happenings.flatMap(each => toFacts(context, each))
  if (facts.length > 0) await deps.publish(trx, ...facts)
}

type Leaver = Extract<Happening, { readonly kind: 'left' }> & {
  /** They are back by the same news. */
  readonly isBack: boolean
}

function leaversOf(happenings: readonly Happening[]): readonly Leaver[] {
  const joinedAt = new Map(happenings.map((each, at) => [each.kind === 'joined' ? each.personId : '', at]))
  return happenings.flatMap((each, at) =>
    each.kind === 'left' ? [{ ...each, isBack: (joinedAt.get(each.personId) ?? -1) > at }] : []
  )
}

/** All who leave by this news: what they hold is revoked, and their receipts begin. */
async function leaveAll(context: Context, leavers: readonly Leaver[]): Promise<void> {
  if (leavers.length === 0) return
  const { deps, trx, receivedAt, organization } = context
  const { organizationId } = organization
  // Who leaves twice by the same news is one leaver.
  await watchLeavers(context, [...new Map(leavers.map(each => [each.personId, each])).values()])
  await endRolesOf(deps, trx, {
    organizationId,
    personIds: leavers.map(({ personId }) => personId),
    actor: context.actor
  })
  const sessions = await revokePeople(trx, deps, {
    organizationId,
    revocations: leavers.map(({ personId, reason }) => ({ personId, reason, at: receivedAt }))
  })
  const departures = leavers.map(({ personId, reason, moments, isBack }) => ({
    organizationId,
    personId,
    reason,
    changedAt: moments?.changedAt,
    eventAt: moments?.at,
    // The vendors' times are of the product's clock.
    receivedAt: after(receivedAt, deps.now().getTime() - deps.realNow().getTime()),
    apps: (sessions.get(personId) ?? []).map(appSubject),
    isOver: isBack
  }))
  await beginDepartures(trx, deps, departures)
  const title = words[organization.locale].accessEnded
  await writeReceipts(
    trx,
    deps,
    leavers.map(({ personId, reason }) => ({
      organizationId,
      personId,
      kind: 'access.ended',
      title,
      detail: { reason, receivedAt: receivedAt.toISOString() }
    }))
  )
}

function toAudit({ actor, organization, receivedAt }: Context, happening: Happening): readonly AuditEvent[] {
  const { personId } = happening
  const event = { organizationId: organization.organizationId, personId, actor }
  switch (happening.kind) {
    case 'created':
      return [{ ...event, action: 'person.created', detail: {} }]
    case 'changed':
      return [{ ...event, action: 'person.changed', detail: { fields: happening.fields } }]
    case 'left': {
      const detail = { reason: happening.reason, receivedAt: receivedAt.toISOString() }
      return [{ ...event, action: 'person.left', detail }]
    }
    case 'joined':
      return [{ ...event, action: 'person.joined', detail: {} }]
    case 'doubted':
      return [
        { ...event, action: 'person.doubted', detail: { former: happening.formerId, because: happening.because } }
      ]
    case 'merged':
      return [{ ...event, action: 'person.merged', detail: { former: happening.formerId } }]
    case 'cohortJoined':
    case 'cohortLeft':
    case 'touched':
      return []
  }
}

function toFacts({ organization: { organizationId }, receivedAt }: Context, happening: Happening): readonly Fact[] {
  const key = { organizationId, personId: happening.personId }
  switch (happening.kind) {
    case 'created':
    case 'doubted':
      return []
    case 'merged':
      return [{ type: 'person.merged', ...key, formerPersonId: happening.formerId }]
    case 'changed':
      return happening.isTold ? [{ type: 'person.changed', ...key }] : []
    case 'left':
      return [{ type: 'person.left', ...key, reason: happening.reason, receivedAt: receivedAt.toISOString() }]
    case 'joined':
      return [{ type: 'person.joined', ...key }]
    case 'cohortJoined':
      return [{ type: 'cohort.joined', ...key, cohortId: happening.cohort }]
    case 'cohortLeft':
      return [{ type: 'cohort.left', ...key, cohortId: happening.cohort }]
    case 'touched':
      return [{ type: 'person.changed', ...key }]
  }
}
