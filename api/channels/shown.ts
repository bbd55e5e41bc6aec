/** Cards that lie in people's chats: which activity shows each of these nudges. */
import { sql } from 'kysely'
import type { Statement } from '../platform/database.ts'

type Asked = {
  readonly organizationId: string
  readonly nudgeIds: readonly string[]
  /** Composed later, it says what holds now. */
  readonly until: Date
}

export type ShownCard = { readonly nudgeId: string; readonly personId: string; readonly activityId: string }

/** Composed until then, and not settled yet: what they say is not known. */
export async function areOnTheirWay(db: Statement, { organizationId, nudgeIds, until }: Asked): Promise<boolean> {
  const { rows } = await sql`
    select 1 from deliveries where organization_id = ${organizationId} and nudge_id = any(${[...nudgeIds]}::text[])
      and state in ('queued', 'sending') and created_at <= ${until} limit 1`.execute(db)
  return rows.length > 0
}

/** The newest of each nudge; one that came another way, or whose arrival nobody saw, is missing. */
export async function cardsShown(
  db: Statement,
  { organizationId, nudgeIds, until }: Asked
): Promise<readonly ShownCard[]> {
  const { rows } = await sql<ShownCard>`
    select distinct on (nudge_id) nudge_id as "nudgeId", person_id as "personId", activity_id as "activityId" from deliveries
    where organization_id = ${organizationId} and nudge_id = any(${[...nudgeIds]}::text[])
      and state = 'sent' and activity_id <> '' and person_id is not null and created_at <= ${until}
    order by nudge_id, id desc`.execute(db)
  return rows
}
