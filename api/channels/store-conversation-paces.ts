/** SQL of what each chat can take: Teams counts messages per conversation, whoever sends them. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { OFTEN } from '../platform/pools.ts'

/**
 * Teams allows 7 messages in a second, 8 in two, 60 in thirty and 1,800 in an hour. `burst` at once and one each `gapMs` after
 * stay below all four, in any window: 4 + 30 s / 536 ms = 59; 300 + 3,600 s / 2,400 ms = 1,800.
 */
const SHORT = { burst: 4, gapMs: 536 }
const LONG = { burst: 300, gapMs: 2400 }

type Rule = typeof SHORT
const spare = ({ burst, gapMs }: Rule) => sql`${(burst - 1) * gapMs}::float8 * interval '1 millisecond'`
const gap = ({ gapMs }: Rule) => sql`${gapMs}::float8 * interval '1 millisecond'`
const next = (column: 'short_at' | 'long_at', rule: Rule) =>
  sql`greatest(p.${sql.ref(column)}, clock_timestamp() - ${spare(rule)}) + ${gap(rule)}`
const fresh = (rule: Rule) => sql`clock_timestamp() - ${spare(rule)} + ${gap(rule)}`

type Chats = { readonly organizationId: string; readonly conversationIds: readonly string[] }

/** Counts one message in each of these chats that can take one now. @returns for each of the others, in how many milliseconds it may. */
export async function takeConversationTurns(
  trx: Trx,
  { organizationId, conversationIds }: Chats
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(conversationIds)].toSorted()
  const taken = await sql<{ id: string }>`${OFTEN}
    insert into conversation_paces as p (organization_id, conversation_id, short_at, long_at)
    select ${organizationId}, id, ${fresh(SHORT)}, ${fresh(LONG)} from unnest(${ids}::text[]) as id
    on conflict (organization_id, conversation_id) do update
      set short_at = ${next('short_at', SHORT)}, long_at = ${next('long_at', LONG)}
      where p.short_at <= clock_timestamp() and p.long_at <= clock_timestamp()
    returning conversation_id as id`.execute(trx)
  if (taken.rows.length === ids.length) return new Map()
  const { rows } = await sql<{ id: string; wait_ms: number }>`
    select conversation_id as id,
      greatest(0, extract(epoch from greatest(short_at, long_at) - clock_timestamp()))::float8 * 1000 as wait_ms
    from conversation_paces where organization_id = ${organizationId}
      and conversation_id = any(${ids.filter(id => taken.rows.every(row => row.id !== id))}::text[])`.execute(trx)
  return new Map(rows.map(({ id, wait_ms }) => [id, wait_ms]))
}

/** The person left: nothing says any more when something was sent to them. */
export async function forgetConversationTurns(
  trx: Trx,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string }
): Promise<void> {
  await sql`
    delete from conversation_paces where organization_id = ${organizationId} and conversation_id in
      (select conversation_id from conversation_references where organization_id = ${organizationId} and person_id = ${personId})`.execute(
    trx
  )
}
