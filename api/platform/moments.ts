/** Moments of people, and which of them something followed: asked in one statement, so that a slice's rows never leave it. */
import { sql, type RawBuilder } from 'kysely'
import type { Trx } from './database.ts'

export type Moment = { readonly momentId: string; readonly personId: string; readonly at: Date }

/** @param event a query that sees the moment as `m` (`m.person_id`, `m.at`, `m.until`) and finds a row where it was followed. */
export async function followedBy(
  trx: Trx,
  { moments, withinMs }: { readonly moments: readonly Moment[]; readonly withinMs: number },
  event: RawBuilder<unknown>
): Promise<ReadonlySet<string>> {
  if (moments.length === 0) return new Set()
  const rows = moments.map(({ momentId, personId, at }) => ({
    id: momentId,
    person_id: personId,
    at,
    until: new Date(at.getTime() + withinMs)
  }))
  const found = await sql<{ id: string }>`select m.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id text, person_id text, at timestamptz, until timestamptz)
    where exists (${event})`.execute(trx)
  return new Set(found.rows.map(({ id }) => id))
}
