/** When each door was shut behind somebody who left: what their signed receipt is made of. Product time, as all that people read. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { insertRows } from '../platform/rows.ts'

type DepartureTables = {
  departures: {
    organization_id: string
    id: string
    person_id: string
    reason: string
    changed_at: Date | null
    event_at: Date | null
    received_at: Date
    revoked_at: Date
    returned_at: Date | null
  }
  departure_hops: {
    organization_id: string
    departure_id: string
    hop: HopKind
    subject: string
    state: HopState
    at: Date
  }
}

/** `app`: one app's session; `conversation`: the chat with the bot; `nudges`: what was still to be sent; `courses`: the learning site. */
export type HopKind = 'app' | 'conversation' | 'nudges' | 'courses'
/** `open`: it stays open until it ends by itself, because that app cannot be told; `held`: until an admin decides. */
export type HopState = 'waiting' | 'held' | 'done' | 'open'
export type Hop = { readonly hop: HopKind; readonly subject: string; readonly state: HopState; readonly at: Date }

type Key = { readonly organizationId: string; readonly personId: string }

export type NewDeparture = Key & {
  readonly reason: string
  readonly changedAt: Date | undefined
  readonly eventAt: Date | undefined
  readonly receivedAt: Date
  /** The subjects of the sessions in apps that must be told, see `appSubject`. */
  readonly apps: readonly string[]
  /** They left and were back within the same news: nothing more belongs to it. */
  readonly isOver: boolean
}

const WITHOUT_APPS = ['conversation', 'nudges', 'courses'] as const

/** @param trx the one that revokes. */
export async function beginDepartures(
  trx: Trx,
  { newId, now }: Pick<Deps, 'newId' | 'now'>,
  departures: readonly NewDeparture[]
): Promise<void> {
  const at = now()
  const begun = departures.map(departure => ({ ...departure, id: newId('departure') }))
  const rows = begun.map((departure): DepartureTables['departures'] => ({
    organization_id: departure.organizationId,
    id: departure.id,
    person_id: departure.personId,
    reason: departure.reason,
    changed_at: departure.changedAt ?? null,
    event_at: departure.eventAt ?? null,
    received_at: departure.receivedAt,
    revoked_at: at,
    returned_at: departure.isOver ? at : null
  }))
  await insertRows(trx, 'departures', rows)
  const hops = begun.flatMap(({ organizationId, id, apps }) =>
    hopsFor(apps).map(hop => ({ organization_id: organizationId, departure_id: id, state: 'waiting', at, ...hop }))
  )
  await insertRows(trx, 'departure_hops', hops)
}

const hopsFor = (apps: readonly string[]): readonly Pick<Hop, 'hop' | 'subject'>[] => [
  ...WITHOUT_APPS.map(hop => ({ hop, subject: '' })),
  ...apps.map(subject => ({ hop: 'app' as const, subject }))
]

/** They are back: nothing more belongs to those departures. */
export async function endDepartures(
  trx: Trx,
  { organizationId, personIds, at }: { organizationId: string; personIds: readonly string[]; at: Date }
): Promise<void> {
  if (personIds.length === 0) return
  await trx
    .withTables<DepartureTables>()
    .updateTable('departures')
    .set({ returned_at: at })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', sql<string>`any(${[...personIds]})`)
    .where('returned_at', 'is', null)
    .execute()
}

/** @returns what a hop of one app's session is known by. */
export const appSubject = ({ clientId, sid }: { readonly clientId: string; readonly sid: string }): string =>
  `${clientId}/${sid}`

export const clientOfSubject = (subject: string): string => subject.slice(0, subject.lastIndexOf('/'))

type Marked = Key & { readonly hop: HopKind; readonly subject?: string; readonly state: Exclude<HopState, 'waiting'> }

/** Of somebody who has not left, or is back, nothing is marked; the first time a door was shut counts. */
export async function markHop(
  trx: Trx,
  { now }: Pick<Deps, 'now'>,
  { organizationId, personId, hop, subject = '', state }: Marked
): Promise<void> {
  await sql`update departure_hops h set state = ${state}, at = ${now()}
    from (select id from departures where organization_id = ${organizationId} and person_id = ${personId}
      and returned_at is null order by id desc limit 1) d
    where h.organization_id = ${organizationId} and h.departure_id = d.id and h.hop = ${hop}
      and h.subject = ${subject} and h.state in ('waiting', 'held')`.execute(trx)
}

export type Departure = Key & {
  readonly departureId: string
  readonly reason: string
  readonly changedAt: Date | undefined
  readonly eventAt: Date | undefined
  readonly receivedAt: Date
  readonly revokedAt: Date
  readonly returnedAt: Date | undefined
  readonly hops: readonly Hop[]
}

export type DeparturesAsked = {
  readonly organizationId: string
  /** The id of the last one of the page before. */
  readonly before?: string | undefined
  readonly departureId?: string | undefined
  readonly limit: number
}

/** Newest first, each with its hops. */
export const listDepartures = (
  { db }: Pick<Deps, 'db'>,
  { organizationId, before, departureId, limit }: DeparturesAsked
): Promise<readonly Departure[]> =>
  db.for(organizationId)(async trx => {
    const tables = trx.withTables<DepartureTables>()
    const rows = await tables
      .selectFrom('departures')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .$if(before !== undefined, query => query.where('id', '<', before ?? ''))
      .$if(departureId !== undefined, query => query.where('id', '=', departureId ?? ''))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    if (rows.length === 0) return []
    const hops = await tables
      .selectFrom('departure_hops')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where(
        'departure_id',
        'in',
        rows.map(({ id }) => id)
      )
      .orderBy('hop')
      .orderBy('subject')
      .execute()
    const hopsOf = Map.groupBy(hops, ({ departure_id }) => departure_id)
    return rows.map(row => toDeparture(row, hopsOf.get(row.id) ?? []))
  })

const toDeparture = (
  row: DepartureTables['departures'],
  hops: readonly DepartureTables['departure_hops'][]
): Departure => ({
  organizationId: row.organization_id,
  personId: row.person_id,
  departureId: row.id,
  reason: row.reason,
  changedAt: row.changed_at ?? undefined,
  eventAt: row.event_at ?? undefined,
  receivedAt: row.received_at,
  revokedAt: row.revoked_at,
  returnedAt: row.returned_at ?? undefined,
  hops: hops.map(({ hop, subject, state, at }) => ({ hop, subject, state, at }))
})
