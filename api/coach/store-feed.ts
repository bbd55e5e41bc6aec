/** SQL of a person's feed: what happened in their conversations, numbered in the order in which it commits. */
import { sql } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import type { PartRow } from './store-answers.ts'
import { stateNow, tables, type Key, type MessageRow, type Place } from './store-messages.ts'

/** The next place in the person's feed. Whoever takes one has the person's conversations to themselves until they commit. */
export async function takePlace(trx: Trx, key: Key, { reset = false } = {}): Promise<number> {
  const { rows } = await sql<{ position: string }>`/* often */
    insert into coach_feeds (organization_id, person_id, position, reset_at)
    values (${key.organizationId}, ${key.personId}, 1, ${reset ? 1 : 0})
    on conflict (organization_id, person_id) do update set position = coach_feeds.position + 1,
      reset_at = case when ${reset}::boolean then coach_feeds.position + 1 else coach_feeds.reset_at end
    returning position`.execute(trx)
  return Number(rows[0]?.position ?? 0)
}

/** The place that was just taken, for statements of the same transaction that leave with `takePlace`, after it. */
export const placeTaken = (key: Key): Place =>
  sql`(select position from coach_feeds where organization_id = ${key.organizationId} and person_id = ${key.personId})`

export async function positionOf(trx: Trx, key: Key): Promise<number> {
  const row = await tables(trx)
    .selectFrom('coach_feeds')
    .select('position')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()
  return Number(row?.position ?? 0)
}

export type FeedRow =
  | ({ readonly kind: 'turn' } & MessageRow)
  | ({ readonly kind: 'part' } & PartRow & { readonly conversation_id: string })

export type News = { readonly position: number; readonly reset: boolean; readonly rows: readonly FeedRow[] }

type Row = MessageRow &
  PartRow & {
    /** Null where nothing is new. */
    readonly kind: FeedRow['kind'] | null
    readonly latest: string
    readonly reset_at: string
  }

const toFeedRow = ({ kind, ...row }: Row): readonly FeedRow[] => (kind === null ? [] : [{ ...row, kind }])

/** All after a place, in one statement: two would see two moments, and skip what commits between them. */
export async function newsSince(
  db: Statement,
  key: Key,
  { after, most }: { after: number; most: number }
): Promise<News> {
  const { rows } = await sql<Row>`/* often */
    select news.*, feeds.position as latest, feeds.reset_at from coach_feeds feeds left join lateral (
      select 'turn' as kind, m.id, m.id as message_id, m.person_id, m.conversation_id, m.author, m.sealed, m.surface, m.source_id, m.at,
        m.attempt, m.engine, m.degraded, m.awaits, m.plan_id, m.cited, m.feed, ${stateNow} as state, 0 as ordinal, m.position as place
      from messages m where m.organization_id = feeds.organization_id and m.person_id = feeds.person_id and m.feed > ${after}
      union all
      select 'part', p.message_id, p.message_id, p.person_id, m.conversation_id, m.author, p.sealed, m.surface, '', m.at,
        m.attempt, m.engine, m.degraded, m.awaits, m.plan_id, m.cited, p.feed, 'answering', p.ordinal, m.position
      from answer_parts p join messages m on m.organization_id = p.organization_id and m.id = p.message_id
      where p.organization_id = feeds.organization_id and p.person_id = feeds.person_id and p.feed > ${after}
      order by feed, place, ordinal limit ${most}
    ) as news on true
    where feeds.organization_id = ${key.organizationId} and feeds.person_id = ${key.personId}
    order by news.feed, news.place, news.ordinal`.execute(db)
  const [first] = rows
  if (!first) return { position: 0, reset: after > 0, rows: [] }
  return {
    position: Number(first.latest),
    reset: after < Number(first.reset_at) || after > Number(first.latest),
    rows: rows.flatMap(toFeedRow)
  }
}
