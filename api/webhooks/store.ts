import { sql } from 'kysely'
import type { WEBHOOK_EVENTS } from '../contract/webhooks.ts'
import type { Statement, Trx } from '../platform/database.ts'
import { recordsOf } from '../platform/rows.ts'
import { PROMPT_ATTEMPTS, type Answer } from './retry.ts'

export type EventType = (typeof WEBHOOK_EVENTS)[number]
type Problem = Answer['problem']

type WebhookTables = {
  webhook_endpoints: {
    organization_id: string
    id: string
    url: string
    events: readonly EventType[]
    state: 'active' | 'paused' | 'disabled'
    wrapped_key: Buffer
    sealed: Buffer
    former_sealed: Buffer | null
    former_until: Date | null
    made_by: string
    made_at: Date
    failing_since: Date | null
  }
  webhook_messages: { organization_id: string; id: string; type: string; body: string; at: Date }
  webhook_deliveries: {
    organization_id: string
    endpoint_id: string
    message_id: string
    state: 'waiting' | 'delivered' | 'failed'
    attempts: number
    /** While it is on its way: until when it is its taker's, and how they know that it still is. */
    due_at: Date
    status: number | null
    problem: Problem
    took_ms: number | null
    tried_at: Date | null
  }
}

export type EndpointRow = WebhookTables['webhook_endpoints']
export type EndpointKey = { readonly organizationId: string; readonly endpointId: string }
export type DeliveryKey = EndpointKey & { readonly messageId: string }

const tables = (db: Statement) => db.withTables<WebhookTables>()

export type Told = {
  readonly organization_id: string
  readonly id: string
  readonly type: string
  readonly person_id: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly at: string
}

/** One statement, whatever their number: kept only where an endpoint wants them, with what the company itself calls the person. */
export async function keepMessages(trx: Trx, told: readonly Told[]): Promise<void> {
  await sql`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as g (organization_id text, id text, type text, person_id text, data jsonb, at text)),
    wanted as (
      select g.organization_id, e.id as endpoint_id, g.id as message_id from given g
      join webhook_endpoints e on e.organization_id = g.organization_id and e.state = 'active' and g.type = any(e.events)),
    kept as (
      insert into webhook_messages (organization_id, id, type, body, at)
      select g.organization_id, g.id, g.type, jsonb_build_object('type', g.type, 'timestamp', g.at, 'data', g.data ||
          case when p.id is null then '{}'::jsonb
            else jsonb_build_object('personId', p.id, 'idpId', p.idp_id, 'email', p.email) end)::text, g.at::timestamptz
      from given g left join people p on p.organization_id = g.organization_id and p.id = g.person_id
      where exists (select from wanted w where w.message_id = g.id))
    insert into webhook_deliveries (organization_id, endpoint_id, message_id, state, due_at)
    select organization_id, endpoint_id, message_id, 'waiting', clock_timestamp() from wanted`.execute(trx)
}

/** Sent by whoever keeps it: the tick finds nothing to send. @returns the lease that `settle` asks for. */
export async function keepTried(
  trx: Trx,
  message: WebhookTables['webhook_messages'],
  endpointId: string
): Promise<Date> {
  await tables(trx).insertInto('webhook_messages').values(message).execute()
  const { due_at: lease } = await tables(trx)
    .insertInto('webhook_deliveries')
    .values({
      organization_id: message.organization_id,
      endpoint_id: endpointId,
      message_id: message.id,
      state: 'failed',
      attempts: 1,
      due_at: leaseOf(0)
    })
    .returning('due_at')
    .executeTakeFirstOrThrow()
  return lease
}

export const listEndpoints = (db: Statement, organizationId: string): Promise<EndpointRow[]> =>
  tables(db)
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute()

export const findEndpoint = (
  db: Statement,
  { organizationId, endpointId }: EndpointKey
): Promise<EndpointRow | undefined> =>
  tables(db)
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', endpointId)
    .executeTakeFirst()

export async function insertEndpoint(trx: Trx, row: EndpointRow): Promise<void> {
  await tables(trx)
    .insertInto('webhook_endpoints')
    .values({ ...row, events: [...row.events] })
    .execute()
}

export async function changeEndpoint(
  trx: Trx,
  { organizationId, endpointId }: EndpointKey,
  change: Partial<Omit<EndpointRow, 'organization_id' | 'id' | 'made_by' | 'made_at'>>
): Promise<void> {
  await tables(trx)
    .updateTable('webhook_endpoints')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', endpointId)
    .execute()
}

export async function deleteEndpoint(trx: Trx, { organizationId, endpointId }: EndpointKey): Promise<void> {
  await tables(trx)
    .deleteFrom('webhook_deliveries')
    .where('organization_id', '=', organizationId)
    .where('endpoint_id', '=', endpointId)
    .execute()
  await tables(trx)
    .deleteFrom('webhook_endpoints')
    .where('organization_id', '=', organizationId)
    .where('id', '=', endpointId)
    .execute()
}

export type Standing = {
  readonly endpoint_id: string
  readonly waiting: number
  readonly tried_at: Date | null
  readonly status: number | null
  readonly problem: Problem
}

/** Of each endpoint: how many wait, and how the last attempt went. */
export async function standings(db: Statement, organizationId: string): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing>`select e.id as endpoint_id, last.tried_at, last.status, last.problem,
      (select count(*)::int from webhook_deliveries d where d.organization_id = e.organization_id
        and d.endpoint_id = e.id and d.state = 'waiting') as waiting
    from webhook_endpoints e left join lateral (
      select tried_at, status, problem from webhook_deliveries d where d.organization_id = e.organization_id
        and d.endpoint_id = e.id and d.tried_at is not null order by d.tried_at desc limit 1) last on true
    where e.organization_id = ${organizationId}`.execute(db)
  return new Map(rows.map(row => [row.endpoint_id, row]))
}

/** @param trx of the router. */
export async function organizationsDue(trx: Trx): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string }>`select distinct organization_id from webhook_deliveries
    where state = 'waiting' and due_at <= clock_timestamp()`.execute(trx)
  return rows.map(row => row.organization_id)
}

export type Due = {
  readonly endpoint_id: string
  readonly message_id: string
  readonly body: string
  readonly lease: Date
}

/** The same for all rows of a statement, and whole milliseconds, so that it comes back as it was. */
const leaseOf = (ms: number) =>
  sql<Date>`date_trunc('milliseconds', statement_timestamp() + ${ms}::float8 * interval '1 millisecond')`

/** Nobody else takes them while they are held; what a process holds that died is due again after the lease. */
export async function takeDue(
  trx: Trx,
  { organizationId, limit, leaseMs }: { organizationId: string; limit: number; leaseMs: number }
): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`update webhook_deliveries d set due_at = ${leaseOf(leaseMs)}
    from webhook_messages m
    where d.organization_id = ${organizationId} and m.organization_id = d.organization_id and m.id = d.message_id
      and (d.endpoint_id, d.message_id) in (
        select w.endpoint_id, w.message_id from webhook_deliveries w
        join webhook_endpoints e on e.organization_id = w.organization_id and e.id = w.endpoint_id and e.state = 'active'
        where w.organization_id = ${organizationId} and w.state = 'waiting' and w.due_at <= clock_timestamp()
        order by w.message_id limit ${limit} for update of w skip locked)
    returning d.endpoint_id, d.message_id, m.body, d.due_at as lease`.execute(trx)
  return rows.toSorted((a, b) => (a.message_id < b.message_id ? -1 : 1))
}

type Held = EndpointKey & { readonly messageIds: readonly string[]; readonly lease: Date; readonly leaseMs: number }
export type Begun = { readonly attempts: number; readonly lease: Date }

/** The first of them is sent now, which counts; it and those behind it are held for another while. @returns undefined when it is not held any more. */
export async function beginAttempt(
  trx: Trx,
  { organizationId, endpointId, messageIds, lease, leaseMs }: Held
): Promise<Begun | undefined> {
  const rows = await tables(trx)
    .updateTable('webhook_deliveries')
    .set(({ eb }) => ({
      attempts: eb('attempts', '+', sql<number>`(message_id = ${messageIds[0] ?? ''})::int`),
      due_at: leaseOf(leaseMs)
    }))
    .where('organization_id', '=', organizationId)
    .where('endpoint_id', '=', endpointId)
    .where('message_id', 'in', [...messageIds])
    .where('state', '=', 'waiting')
    .where('due_at', '=', lease)
    .returning(['message_id', 'attempts', 'due_at as lease'])
    .execute()
  return rows.find(row => row.message_id === messageIds[0])
}

type Settled = DeliveryKey & {
  readonly state: 'waiting' | 'delivered' | 'failed'
  readonly lease: Date
  readonly dueAt: Date | undefined
  readonly answer: Answer
  readonly at: Date
}

/** @returns false for an attempt whose message somebody else took meanwhile: what they heard counts. */
export async function settle(
  trx: Trx,
  { organizationId, endpointId, messageId, lease, ...settled }: Settled
): Promise<boolean> {
  const { state, dueAt, answer, at } = settled
  const { numUpdatedRows } = await tables(trx)
    .updateTable('webhook_deliveries')
    .set({
      state,
      ...(dueAt ? { due_at: dueAt } : {}),
      status: answer.status,
      problem: answer.problem,
      took_ms: answer.ms,
      tried_at: at
    })
    .where('organization_id', '=', organizationId)
    .where('endpoint_id', '=', endpointId)
    .where('message_id', '=', messageId)
    .where('due_at', '=', lease)
    .where('state', '<>', 'delivered')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What is still to be sent to it is not. */
export async function failWaiting(trx: Trx, { organizationId, endpointId }: EndpointKey): Promise<void> {
  await tables(trx)
    .updateTable('webhook_deliveries')
    .set({ state: 'failed' })
    .where('organization_id', '=', organizationId)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'waiting')
    .execute()
}

/** @returns whether there was such a delivery, which is not under way already. */
export async function sendAgain(trx: Trx, { organizationId, endpointId, messageId }: DeliveryKey): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update webhook_deliveries set state = 'waiting', attempts = 0, due_at = clock_timestamp()
    where organization_id = ${organizationId} and endpoint_id = ${endpointId} and message_id = ${messageId}
      and state <> 'waiting'`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

export type LoggedDelivery = WebhookTables['webhook_deliveries'] & { readonly type: string; readonly at: Date }

export async function listDeliveries(
  db: Statement,
  asked: EndpointKey & { readonly before: string | undefined; readonly limit: number }
): Promise<readonly LoggedDelivery[]> {
  const { rows } = await sql<LoggedDelivery>`select d.*, m.type, m.at from webhook_deliveries d
    join webhook_messages m on m.organization_id = d.organization_id and m.id = d.message_id
    where d.organization_id = ${asked.organizationId} and d.endpoint_id = ${asked.endpointId}
      and (${asked.before ?? null}::text is null or d.message_id < ${asked.before ?? null})
    order by d.message_id desc limit ${asked.limit}`.execute(db)
  return rows
}

/** Those that are tried within minutes. */
export async function onTheirWay(trx: Trx, organizationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from webhook_deliveries d
    join webhook_endpoints e on e.organization_id = d.organization_id and e.id = d.endpoint_id and e.state = 'active'
    where d.organization_id = ${organizationId} and d.state = 'waiting' and d.attempts < ${PROMPT_ATTEMPTS}`.execute(
    trx
  )
  return rows[0]?.count ?? 0
}

/** The log of what is long over. */
export async function deleteOld(trx: Trx, organizationId: string, before: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`delete from webhook_messages where ctid = any(array(
      select ctid from webhook_messages where organization_id = ${organizationId} and at < ${before} limit 1000))
    returning id`.execute(trx)
  if (rows.length === 0) return
  await sql`delete from webhook_deliveries where organization_id = ${organizationId}
    and message_id in (select id from ${recordsOf('webhook_messages', rows)})`.execute(trx)
}
