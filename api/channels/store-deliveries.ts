/** SQL of what goes out: whole pages at a time. */
import { sql } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import { OFTEN } from '../platform/pools.ts'
import { anyOf, recordsOf } from '../platform/rows.ts'
import type { Intent } from './intents.ts'

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'failed' | 'unreachable' | 'cancelled'

type DeliveryTables = {
  deliveries: {
    organization_id: string
    id: string
    person_id: string | null
    channel_id: string | null
    key: string
    /** Written as text; the driver hands JSON columns over parsed. */
    intent: unknown
    nudge_id: string | null
    state: DeliveryState
    attempts: number
    unclear: number
    activity_id: string | null
    reason: string | null
    detail: string | null
    created_at: Date
    updated_at: Date
  }
}

export type DeliveryRow = DeliveryTables['deliveries']
type PersonKey = { readonly organizationId: string; readonly personId: string }
type Page = { readonly organizationId: string; readonly ids: readonly string[] }

const tables = (db: Statement) => db.withTables<DeliveryTables>()

/**
 * A key names a delivery for good; one that was taken back before it left may be wanted again.
 * @returns those that are to be sent now.
 */
export async function insertDeliveries(
  trx: Trx,
  rows: readonly DeliveryRow[]
): Promise<readonly Pick<DeliveryRow, 'id' | 'nudge_id'>[]> {
  const [first] = rows
  if (!first) return []
  const columns = sql.join(Object.keys(first).map(name => sql.ref(name)))
  const inserted = await sql<Pick<DeliveryRow, 'id' | 'nudge_id'>>`
    insert into deliveries as d (${columns}) select ${columns} from ${recordsOf('deliveries', rows)}
    on conflict (organization_id, key) do update set state = 'queued', reason = null, updated_at = excluded.updated_at
      where d.state = 'cancelled' and d.unclear = 0
    returning d.id, d.nudge_id`.execute(trx)
  return inserted.rows
}

/** Longer than a call to the channel may take with the storing of what came of it. */
const LEASE_S = 25

/** For how many milliseconds an attempt under way is somebody's. */
const heldMs = sql<number>`case state when 'sending' then greatest(0,
  extract(epoch from claimed_at - clock_timestamp() + make_interval(secs => ${LEASE_S})))::float8 * 1000 else 0 end`

export type HeldRow = DeliveryRow & { readonly held_ms: number }

/** By id. */
export async function findDeliveries(db: Statement, { organizationId, ids }: Page): Promise<readonly HeldRow[]> {
  const rows = await tables(db)
    .selectFrom('deliveries')
    .selectAll()
    .select(heldMs.as('held_ms'))
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = ${anyOf(ids)}`)
    .execute()
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

export type LockedRow = Pick<HeldRow, 'id' | 'channel_id' | 'state' | 'attempts' | 'unclear' | 'held_ms'> & {
  readonly what: Intent['kind']
}

/** Planned each time: a plan that was made while the table was small would read all of it for ever. */
export async function lockDeliveries(trx: Trx, { organizationId, ids }: Page): Promise<readonly LockedRow[]> {
  const { rows } = await sql<LockedRow>`
    select id, channel_id, state, attempts, unclear, intent ->> 'kind' as what, ${heldMs} as held_ms from deliveries
    where organization_id = ${organizationId} and id = any(${[...ids]}::text[]) order by id for update`.execute(trx)
  return rows
}

/** One attempt more of each; where one was under way already, that one may have arrived. */
export async function beginAttempts(
  trx: Trx,
  { organizationId, ids, at }: Page & { readonly at: Date }
): Promise<void> {
  if (ids.length === 0) return
  await sql`${OFTEN}
    update deliveries set state = 'sending', attempts = attempts + 1, unclear = unclear + case state when 'sending' then 1 else 0 end,
      updated_at = ${at}, claimed_at = clock_timestamp()
    where organization_id = ${organizationId} and id = ${anyOf(ids)}`.execute(trx)
}

type Change = Pick<
  DeliveryRow,
  'organization_id' | 'id' | 'updated_at' | 'state' | 'attempts' | 'unclear' | 'activity_id' | 'reason' | 'detail'
>

/**
 * Each outcome of an attempt. What arrived is true whoever tells it; anything else only as long as no other attempt took over.
 * @returns the ids of those that were changed.
 */
export async function updateAttempts(trx: Trx, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  if (changes.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`${OFTEN}
    update deliveries d set state = c.state, unclear = c.unclear, activity_id = coalesce(c.activity_id, d.activity_id), reason = c.reason,
      detail = c.detail, updated_at = c.updated_at
    from ${recordsOf('deliveries', changes)} c
    where d.organization_id = c.organization_id and d.id = c.id and d.state in ('queued', 'sending')
      and (c.state = 'sent' or d.attempts = c.attempts)
    returning d.id`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

export async function cancelDeliveries(trx: Trx, key: PersonKey & { readonly at: Date }): Promise<void> {
  await tables(trx)
    .updateTable('deliveries')
    .set({ state: 'cancelled', reason: 'person_left', updated_at: key.at })
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('state', '=', 'queued')
    .execute()
}

export const findDeliveryByActivity = (
  trx: Trx,
  key: PersonKey & { readonly activityId: string }
): Promise<DeliveryRow | undefined> =>
  tables(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('activity_id', '=', key.activityId)
    .executeTakeFirst()

export const listDeliveries = (
  trx: Trx,
  organizationId: string,
  personId: string | undefined
): Promise<DeliveryRow[]> =>
  tables(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .$if(personId !== undefined, query => query.where('person_id', '=', personId ?? ''))
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

/** Of this key, or a part of it after a colon. */
export const deliveriesUnder = (trx: Trx, about: PersonKey & { readonly key: string }): Promise<DeliveryRow[]> =>
  tables(trx)
    .selectFrom('deliveries')
    .selectAll()
    .where('organization_id', '=', about.organizationId)
    .where(
      'key',
      'in',
      ANSWERS.map(part => `${about.key}${part}`)
    )
    .where('person_id', '=', about.personId)
    .execute()

/** What an answer to a message may be named besides its key alone. */
const ANSWERS = ['', ':crisis', ':human']

type Shown = {
  readonly organizationId: string
  readonly deliveryId: string
  readonly activityId: string
  readonly at: Date
}

export async function beginShowing(trx: Trx, { organizationId, deliveryId, activityId, at }: Shown): Promise<void> {
  await tables(trx)
    .updateTable('deliveries')
    .set({ activity_id: activityId, updated_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', deliveryId)
    .execute()
}

/** The newest delivery of each of these nudges. */
export const listOfNudges = (db: Statement, { organizationId, ids }: Page): Promise<DeliveryRow[]> =>
  tables(db)
    .selectFrom('deliveries')
    .selectAll()
    .distinctOn('nudge_id')
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`nudge_id = ${anyOf(ids)}`)
    .orderBy('nudge_id')
    .orderBy('id', 'desc')
    .execute()
