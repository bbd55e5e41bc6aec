/** Plans of many people at once: one statement each for what is new, what moves and what falls away. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { HOUR } from '../platform/time.ts'
import { recordsOf } from '../platform/rows.ts'
import type { NudgeRow } from './store.ts'

/** Two processes plan a company one after the other: each sees what the other decided. */
export async function lockPlanning(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`nudges.plan ${organizationId}`}, 0))`.execute(trx)
}

/** @returns ids of those whose key was free. */
export async function insertPlanned(trx: Trx, rows: readonly NudgeRow[]): Promise<ReadonlySet<string>> {
  const [first] = rows
  if (!first) return new Set()
  const columns = sql.join(Object.keys(first).map(name => sql.ref(name)))
  const stored = await sql<{ id: string }>`
    insert into nudges (${columns}) select ${columns} from ${recordsOf('nudges', rows)}
    on conflict (organization_id, person_id, once_key) do nothing returning id`.execute(trx)
  return new Set(stored.rows.map(({ id }) => id))
}

type Moves = {
  readonly organizationId: string
  readonly at: Date
  readonly moves: readonly { readonly id: string; readonly dueAt: Date }[]
}

/** What went out meanwhile stays as it is. */
export async function movePlanned(trx: Trx, { organizationId, at, moves }: Moves): Promise<void> {
  if (moves.length === 0) return
  const ids = moves.map(({ id }) => id)
  const dues = moves.map(({ dueAt }) => dueAt.toISOString())
  await sql`update nudges set due_at = moved.due_at, updated_at = ${at}
    from unnest(${ids}::text[], ${dues}::timestamptz[]) as moved (id, due_at)
    where nudges.organization_id = ${organizationId} and nudges.id = moved.id and nudges.state = 'planned'`.execute(trx)
}

/** Nobody saw these: they may be planned anew. */
export async function dropPlanned(trx: Trx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from nudges where organization_id = ${organizationId} and id = any(${[...ids]}::text[])
    and state = 'planned' and sent_at is null`.execute(trx)
}

const DAILY_MS = 20 * HOUR

export async function markPlanned(trx: Trx, organizationId: string, at: Date): Promise<void> {
  await sql`insert into nudge_planning (organization_id, planned_at) values (${organizationId}, ${at})
    on conflict (organization_id) do update set planned_at = excluded.planned_at`.execute(trx)
}

/** Runs as the router: of these companies, those whose last plan of everybody is as old as that. */
export async function organizationsToPlan(
  trx: Trx,
  organizationIds: readonly string[],
  now: Date
): Promise<readonly string[]> {
  const { rows } = await sql<{ organization_id: string; planned_at: Date }>`
    select organization_id, planned_at from nudge_planning where organization_id = any(${[...organizationIds]}::text[])`.execute(
    trx
  )
  const planned = new Map(rows.map(row => [row.organization_id, row.planned_at]))
  return organizationIds.filter(id => {
    const at = planned.get(id)
    // A clock that was moved back must not stop the plan for long.
    return !at || Math.abs(now.getTime() - at.getTime()) >= DAILY_MS
  })
}
