/** What changed, append-only, and the receipts that people may read about it. */
import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { insertRows } from '../platform/rows.ts'

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

type AuditTables = {
  audit_events: {
    organization_id: string
    id: string
    person_id: string | null
    action: string
    actor: string
    detail: string
    at: Date
  }
  receipts: {
    organization_id: string
    id: string
    person_id: string
    kind: string
    title: string
    detail: string
    at: Date
  }
}

type Recorder = Pick<Deps, 'newId' | 'now'>

export type AuditEvent = {
  readonly organizationId: string
  readonly personId?: string
  /** `noun.verb`, such as `person.deactivated`. */
  readonly action: string
  /** `directory`, `operator`, or a person's id. */
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
  await trx.withTables<AuditTables>().insertInto('audit_events').values(toRow(deps, event)).execute()
}

/** Many at once, in this order. */
export async function recordAll(trx: Trx, deps: Recorder, events: readonly AuditEvent[]): Promise<void> {
  await insertRows(
    trx,
    'audit_events',
    events.map(event => ({ ...toRow(deps, event), detail: event.detail }))
  )
}

/** Records in the same statement as the change, if that changed one row. @returns whether it did. */
export async function recordAfter(
  trx: Trx,
  deps: Recorder,
  change: RawBuilder<unknown>,
  event: AuditEvent
): Promise<boolean> {
  const row = toRow(deps, event)
  const { rows } =
    await sql`with changed as (${change}) insert into audit_events (organization_id, id, person_id, action, actor, detail, at)
    select ${row.organization_id}, ${row.id}, ${row.person_id}, ${row.action}, ${row.actor}, ${row.detail}::jsonb, ${row.at}::timestamptz from changed returning id`.execute(
      trx
    )
  return rows.length > 0
}

export type Recorded = { readonly at: string; readonly actor: string; readonly detail: Record<string, unknown> }

/** Events of one kind, newest first. */
export const listEvents = (
  deps: Pick<Deps, 'db'>,
  { organizationId, action, limit }: { organizationId: string; action: string; limit: number }
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

export type AuditPage = {
  readonly organizationId: string
  /** The id of the last event of the page before; ids sort by time. */
  readonly before?: string | undefined
  readonly action?: string | undefined
  readonly limit: number
}

/** Newest first. */
export const pageOfEvents = (deps: Pick<Deps, 'db'>, { organizationId, before, action, limit }: AuditPage) =>
  deps.db.for(organizationId)(async trx => {
    const rows = await trx
      .withTables<AuditTables>()
      .selectFrom('audit_events')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .$if(before !== undefined, query => query.where('id', '<', before ?? ''))
      .$if(action !== undefined, query => query.where('action', '=', action ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({
      eventId: row.id,
      at: row.at.toISOString(),
      action: row.action,
      actor: row.actor,
      personId: row.person_id,
      detail: asRecord(row.detail)
    }))
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

/** The driver hands JSON columns over parsed. */
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
