/** What changed, append-only, and the receipts that people may read about it. */
import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { insertRows, recordsOf } from '../platform/rows.ts'
import { PRIVATE_ACTIONS, type AuditAction } from './actions.ts'
import { asRecord } from './log.ts'
import type { AuditTables } from './store.ts'

export {
  appSubject,
  beginDepartures,
  clientOfSubject,
  endDepartures,
  listDepartures,
  markHop,
  type Departure,
  type DeparturesAsked
} from './departures.ts'
export { forwardingOf } from './forwarding.ts'
export { endBatch, organizationsToForward, settleSent, takeBatch } from './forwarding.ts'
export type { Entry as AuditEntry } from './log.ts'

/** What the log's pages ask of other slices. */
export type AuditDoors = {
  /** Who people are; the audit itself keeps ids only. */
  readonly namesOf: (organizationId: string, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Whether the company is one of WorkOS'. */
  readonly mayForward: (organizationId: string) => Promise<boolean>
}

type Recorder = Pick<Deps, 'newId' | 'now'>

export type AuditEvent = {
  readonly organizationId: string
  readonly personId?: string
  /** `noun.verb`, such as `person.deactivated`. */
  readonly action: AuditAction
  /** `directory`, `operator`, another of words.ts, or a person's id. */
  readonly actor: string
  /** Ids and states only, never content. */
  readonly detail: Readonly<Record<string, unknown>>
}

const toRow = (deps: Recorder, event: AuditEvent): AuditTables['audit_events'] => ({
  organization_id: event.organizationId,
  id: deps.newId('event'),
  person_id: event.personId ?? null,
  action: event.action,
  actor: event.actor,
  detail: JSON.stringify(event.detail),
  at: deps.now()
})

export async function record(trx: Trx, deps: Recorder, event: AuditEvent): Promise<void> {
  await insert(trx, toRow(deps, event))
}

/** Many at once, in this order. */
export async function recordAll(trx: Trx, deps: Recorder, events: readonly AuditEvent[]): Promise<void> {
  const rows = events.map(event => ({ ...toRow(deps, event), detail: event.detail }))
  if ((await insertRows(trx, 'audit_events', rows)) === 0) return
  await sql`insert into audit_backlog (organization_id, event_id) select w.organization_id, w.id
    from ${recordsOf('audit_events', rows)} w
    join audit_forwarding f on f.organization_id = w.organization_id and f.active
    where not w.action = any(${[...PRIVATE_ACTIONS]}::text[])`.execute(trx)
}

/** Records in the same statement as the change, if that changed one row. @returns whether it did. */
export const recordAfter = (
  trx: Trx,
  deps: Recorder,
  change: RawBuilder<unknown>,
  event: AuditEvent
): Promise<boolean> => insert(trx, toRow(deps, event), change)

/** Where the company forwards its log, the event joins the backlog in the same statement. */
async function insert(trx: Trx, row: AuditTables['audit_events'], change?: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql`with ${change ? sql`changed as (${change}),` : sql``} entry as (
      select ${row.organization_id} as organization_id, ${row.id} as id, ${row.person_id} as person_id,
        ${row.action} as action, ${row.actor} as actor, ${row.detail}::jsonb as detail, ${row.at}::timestamptz as at
      ${change ? sql`from changed` : sql``}),
    written as (
      insert into audit_events (organization_id, id, person_id, action, actor, detail, at)
      select organization_id, id, person_id, action, actor, detail, at from entry),
    waiting as (
      insert into audit_backlog (organization_id, event_id) select e.organization_id, e.id from entry e
      join audit_forwarding f on f.organization_id = e.organization_id and f.active
      where not e.action = any(${[...PRIVATE_ACTIONS]}::text[]))
    select id from entry`.execute(trx)
  return rows.length > 0
}

export type Recorded = { readonly at: string; readonly actor: string; readonly detail: Record<string, unknown> }

/** Events of one kind, newest first. */
export const listEvents = (
  deps: Pick<Deps, 'db'>,
  { organizationId, action, limit }: { organizationId: string; action: AuditAction; limit: number }
): Promise<readonly Recorded[]> =>
  deps.db.for(organizationId)(async trx => {
    const rows = await trx
      .withTables<AuditTables>()
      .selectFrom('audit_events')
      .select(['at', 'actor', 'detail'])
      .where('organization_id', '=', organizationId)
      .where('action', '=', action)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ at, actor, detail }) => ({ at: at.toISOString(), actor, detail: asRecord(detail) }))
  })

export type NewReceipt = {
  readonly organizationId: string
  readonly personId: string
  readonly kind: string
  readonly title: string
  readonly detail: Readonly<Record<string, unknown>>
}

export const writeReceipt = (trx: Trx, deps: Recorder, receipt: NewReceipt): Promise<void> =>
  writeReceipts(trx, deps, [receipt])

export async function writeReceipts(trx: Trx, deps: Recorder, receipts: readonly NewReceipt[]): Promise<void> {
  const rows = receipts.map(({ organizationId, personId, ...receipt }) => ({
    organization_id: organizationId,
    id: deps.newId('receipt'),
    person_id: personId,
    ...receipt,
    at: deps.now()
  }))
  await insertRows(trx, 'receipts', rows)
}

export type Receipt = {
  readonly receiptId: string
  readonly kind: string
  readonly title: string
  readonly detail: Record<string, unknown>
  readonly at: string
}

/** Newest first. */
export const listReceipts = (
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  personId: string
): Promise<readonly Receipt[]> =>
  deps.db.for(organizationId)(async trx => {
    const rows = await trx
      .withTables<AuditTables>()
      .selectFrom('receipts')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('person_id', '=', personId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(row => ({
      receiptId: row.id,
      kind: row.kind,
      title: row.title,
      detail: asRecord(row.detail),
      at: row.at.toISOString()
    }))
  })
