import { sql } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import { OFTEN } from '../platform/pools.ts'
import { anyOf, insertRows, recordsOf, updateRows } from '../platform/rows.ts'
import type { GivenAnswer, NudgeView, Rung, WhyNotSent } from '../contract/nudges.ts'
import type { Reason } from './candidate.ts'
import type { Decision } from './decide.ts'

type NudgeTables = {
  nudges: {
    organization_id: string
    id: string
    person_id: string
    kind: NudgeView['kind']
    once_key: string
    content_id: string | null
    plan_id: string | null
    state: NudgeView['state']
    answer: GivenAnswer | null
    because: string | null
    content_version: number | null
    expires_at: Date | null
    priority: number
    reason: Reason | null
    asked: boolean
    exact: boolean
    decision: Decision | null
    why_not: WhyNotSent | null
    due_at: Date
    sent_at: Date | null
    rung: Rung | null
    answered_at: Date | null
    updated_at: Date
  }
}

export type NudgeRow = NudgeTables['nudges']
type Key = { readonly organizationId: string; readonly personId: string }
type NudgeKey = { readonly organizationId: string; readonly nudgeId: string }

const tables = (db: Statement) => db.withTables<NudgeTables>()

/** Plans it unless its `once_key` exists. @returns whether it is new. */
export async function insertNudge(trx: Trx, row: NudgeRow): Promise<boolean> {
  const inserted = await tables(trx)
    .insertInto('nudges')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id', 'once_key']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Plans many at once; what exists by its `once_key` stays. */
export async function insertNudges(trx: Trx, rows: readonly NudgeRow[]): Promise<void> {
  await insertRows(trx, 'nudges', rows, sql`on conflict (organization_id, person_id, once_key) do nothing`)
}

export const listNudges = (trx: Trx, key: Key): Promise<NudgeRow[]> =>
  tables(trx)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('due_at', 'desc')
    .execute()

/** Whether the plan's follow-up was moved by this change, or by one after it: the keys of its moves end with their time. */
export async function wasMovedSince(
  trx: Trx,
  { onceKey, planId, ...key }: Key & { readonly planId: string; readonly onceKey: string }
): Promise<boolean> {
  const { rows } =
    await sql`select 1 from nudges where organization_id = ${key.organizationId} and person_id = ${key.personId}
    and plan_id = ${planId} and once_key collate "C" >= ${onceKey} limit 1`.execute(trx)
  return rows.length > 0
}

export const findByOnceKey = (trx: Trx, key: Key, onceKey: string): Promise<NudgeRow | undefined> =>
  tables(trx)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('once_key', '=', onceKey)
    .executeTakeFirst()

/** Locks the row, so that an answer and a sending process cannot both decide. */
export const lockNudge = (trx: Trx, { organizationId, nudgeId }: NudgeKey): Promise<NudgeRow | undefined> =>
  tables(trx)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', nudgeId)
    .forUpdate()
    .executeTakeFirst()

/** `due_at` of what is planned, made by the database for its index. */
const waitsUntil = sql<Date>`waits_until`

/** Locks a page of what is due, the longest due first; rows that another process is judging are left to it. */
export const lockDue = (
  trx: Trx,
  { organizationId, now, most }: { readonly organizationId: string; readonly now: Date; readonly most: number }
): Promise<NudgeRow[]> =>
  tables(trx)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(waitsUntil, '<=', now)
    .orderBy(waitsUntil)
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

type NudgeChange = Pick<NudgeRow, 'organization_id' | 'id' | 'updated_at'>

/** Many in one statement; all name the same columns. */
export const updateNudges = (
  trx: Trx,
  changes: readonly (NudgeChange & Partial<Pick<NudgeRow, 'state' | 'due_at' | 'why_not' | 'content_version'>>)[]
): Promise<void> => updateRows(trx, 'nudges', changes, ['organization_id', 'id'])

/**
 * An answer may have come before the outcome was stored: then only the moment of sending is noted. What was held or cancelled
 * meanwhile and sent all the same is sent. @returns those that are news.
 */
export async function settleNudges(
  trx: Trx,
  changes: readonly (NudgeChange & Pick<NudgeRow, 'state' | 'sent_at' | 'rung'>)[]
): Promise<readonly Pick<NudgeRow, 'id' | 'person_id' | 'sent_at'>[]> {
  if (changes.length === 0) return []
  const { rows } = await sql<Pick<NudgeRow, 'id' | 'person_id' | 'sent_at'>>`${OFTEN}
    update nudges n set sent_at = coalesce(n.sent_at, c.sent_at), rung = coalesce(n.rung, c.rung), updated_at = c.updated_at,
      state = case when n.state = 'queued' or (c.state = 'sent' and n.state in ('held', 'cancelled')) then c.state else n.state end
    from ${recordsOf('nudges', changes)} c
    where n.organization_id = c.organization_id and n.id = c.id
      and (n.state = 'queued' or (n.sent_at is null and c.sent_at is not null))
    returning n.id, n.person_id, n.sent_at`.execute(trx)
  return rows
}

export const listByIds = (db: Statement, organizationId: string, ids: readonly string[]): Promise<NudgeRow[]> =>
  tables(db)
    .selectFrom('nudges')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = ${anyOf(ids)}`)
    .execute()

export async function updateNudge(
  trx: Trx,
  { organizationId, nudgeId }: NudgeKey,
  change: Partial<
    Pick<NudgeRow, 'state' | 'answer' | 'content_version' | 'due_at' | 'sent_at' | 'rung' | 'answered_at' | 'why_not'>
  > &
    Pick<NudgeRow, 'updated_at'>
): Promise<void> {
  await tables(trx)
    .updateTable('nudges')
    .set(change)
    .where('organization_id', '=', organizationId)
    .where('id', '=', nudgeId)
    .execute()
}

/** @returns how many were still to come. */
export async function cancelPending(
  trx: Trx,
  key: Key,
  { at, why }: { readonly at: Date; readonly why: WhyNotSent }
): Promise<number> {
  const result = await tables(trx)
    .updateTable('nudges')
    .set({ state: 'cancelled', why_not: why, updated_at: at })
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('state', 'in', ['planned', 'queued', 'held'])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Whatever asks about this plan. What is still to come falls away; what came is answered. @returns the ids of those. */
export async function closeQuestions(
  trx: Trx,
  { organizationId, personId, planId, answer, at }: Key & { planId: string; answer: GivenAnswer | null; at: Date }
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    update nudges set updated_at = ${at},
      state = case state when 'planned' then 'cancelled' else 'answered' end,
      why_not = case state when 'planned' then 'done' end,
      answer = case state when 'planned' then answer else ${answer}::text end,
      answered_at = case state when 'planned' then answered_at else ${at}::timestamptz end
    where organization_id = ${organizationId} and person_id = ${personId} and plan_id = ${planId}
      and (state = 'planned' or (${answer}::text is not null and state = 'sent'))
    returning id, state`.execute(trx)
  return rows.flatMap(({ id, state }) => (state === 'answered' ? [id] : []))
}

/** The message about a month's pulse, where something is said to it. What is still to come falls away. @returns the ids of those that came. */
export async function closePulses(
  trx: Trx,
  { organizationId, personId, month, answer, at }: Key & { month: string; answer: GivenAnswer; at: Date }
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    update nudges set updated_at = ${at},
      state = case state when 'planned' then 'cancelled' else 'answered' end,
      why_not = case state when 'planned' then 'done' end,
      answer = case state when 'planned' then answer else ${answer}::text end,
      answered_at = case state when 'planned' then answered_at else ${at}::timestamptz end
    where organization_id = ${organizationId} and person_id = ${personId} and kind = 'pulse'
      and once_key like ${`%pulse:${month}`} and state in ('planned', 'sent')
    returning id, state`.execute(trx)
  return rows.flatMap(({ id, state }) => (state === 'answered' ? [id] : []))
}

/** Runs as the router: companies with something due, nothing else. */
export async function organizationsWithDue(trx: Trx, now: Date): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('nudges')
    .select('organization_id')
    .distinct()
    .where(waitsUntil, '<=', now)
    .execute()
  return rows.map(row => row.organization_id)
}

export async function countPeopleByRung(
  trx: Trx,
  organizationId: string,
  since: Date
): Promise<Readonly<Record<Rung, number>>> {
  const rows = await tables(trx)
    .selectFrom('nudges')
    .select(['rung', eb => eb.fn.count<string>('person_id').distinct().as('people')])
    .where('organization_id', '=', organizationId)
    .where('sent_at', '>=', since)
    .where('rung', 'is not', null)
    .groupBy('rung')
    .execute()
  const of = (rung: Rung): number => Number(rows.find(row => row.rung === rung)?.people ?? 0)
  return { chat: of('chat'), feed: of('feed'), mail: of('mail') }
}

export async function findFirstSent(trx: Trx, organizationId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`select sent_at as at from nudges
    where organization_id = ${organizationId} and sent_at is not null order by sent_at limit 1`.execute(trx)
  return rows[0]?.at
}
