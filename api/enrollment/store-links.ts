/** Which account of the site is whose: joined and parted in sets, and the courses that were there before. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'
import { tables, type EnrollmentRow } from './store.ts'

type Joining = { readonly organizationId: string; readonly site: string; readonly by: string; readonly at: Date }

/**
 * Whoever has an account, or is being given one at this moment, and every account that is somebody's, is left out.
 * @returns the people who were joined.
 */
export async function linkAccounts(
  trx: Trx,
  { organizationId, site, by, at }: Joining,
  pairs: readonly { readonly userId: string; readonly personId: string }[]
): Promise<readonly string[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<{ person_id: string }>`
    insert into learners as l (organization_id, person_id, site, external_user_id, linked_at, courses_unread)
    select ${organizationId}, p."personId", ${site}, p."userId", ${at}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p ("personId" text, "userId" text)
    where not exists (select from learners o where o.organization_id = ${organizationId} and o.external_user_id = p."userId")
    on conflict (organization_id, person_id) do update set site = excluded.site, external_user_id = excluded.external_user_id,
      linked_at = excluded.linked_at, courses_unread = excluded.courses_unread
      where l.external_user_id is null and l.asked_at is null
    returning person_id`.execute(trx)
  return rows.map(row => row.person_id)
}

/** From account to person. */
export async function listLinks(trx: Trx, organizationId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ external_user_id: string; person_id: string }>`
    select external_user_id, person_id from learners where organization_id = ${organizationId}
      and external_user_id is not null`.execute(trx)
  return new Map(rows.map(row => [row.external_user_id, row.person_id]))
}

/** What was found there is forgotten; what rules gave is given anew, with the right account. */
export async function partAccount(
  trx: Trx,
  organizationId: string,
  userId: string
): Promise<{ readonly personId: string; readonly given: readonly string[] } | undefined> {
  const { rows } = await sql<{ person_id: string }>`
    delete from learners where organization_id = ${organizationId} and external_user_id = ${userId}
    returning person_id`.execute(trx)
  const personId = rows[0]?.person_id
  if (!personId) return undefined
  await sql`delete from enrollments where organization_id = ${organizationId} and person_id = ${personId} and not managed`.execute(
    trx
  )
  const given = await sql<{ course_name: string }>`
    update enrollments set state = 'failed', external_enrollment_id = null, asked_at = null, progress = 0, completed_at = null,
      refusal = 'account_in_review'
    where organization_id = ${organizationId} and person_id = ${personId} and state in ('enrolled', 'completed', 'coming')
    returning course_name`.execute(trx)
  await sql`update enrollments set external_enrollment_id = null
    where organization_id = ${organizationId} and person_id = ${personId}`.execute(trx)
  return { personId, given: given.rows.map(row => row.course_name) }
}

/** Whose courses a run has yet to read, of these accounts; from account to person. */
export async function unreadBy(
  trx: Trx,
  { organizationId, by }: { readonly organizationId: string; readonly by: string },
  userIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(trx)
    .selectFrom('learners')
    .select(['external_user_id', 'person_id'])
    .where('organization_id', '=', organizationId)
    .where('courses_unread', '=', by)
    .where(eb => eb('external_user_id', '=', sql<string>`any(${[...userIds]}::text[])`))
    .execute()
  return new Map(rows.map(row => [row.external_user_id ?? '', row.person_id]))
}

/** The person's courses are known. */
export async function markCoursesRead(trx: Trx, organizationId: string, personId: string): Promise<void> {
  await sql`update learners set courses_unread = null
    where organization_id = ${organizationId} and person_id = ${personId}`.execute(trx)
}

/** Of a run that ends: `read` its people's courses are known, `unread` the engine looks itself. @returns those people. */
export async function closeRun(
  trx: Trx,
  { organizationId, by }: { readonly organizationId: string; readonly by: string },
  courses: 'read' | 'unread'
): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    update learners set courses_unread = ${courses === 'read' ? null : 'review'}
    where organization_id = ${organizationId} and courses_unread = ${by} returning person_id`.execute(trx)
  return rows.map(row => row.person_id)
}

/** What was there before, of many people at once; what is known already is left to be compared one by one. @returns how many were new. */
export const insertFound = (trx: Trx, rows: readonly EnrollmentRow[]): Promise<number> =>
  insertRows(trx, 'enrollments', rows, sql`on conflict (organization_id, person_id, kind, course_id) do nothing`)

export type Whose =
  | { readonly kind: 'person'; readonly personId: string }
  /** `not_linked`: the site has it, and it is nobody's, or it is not clear whose. */
  | { readonly kind: 'unknown' | 'not_linked' }

/** An answer for each of them. */
export async function whoseAre(
  trx: Trx,
  { organizationId, site }: Pick<Joining, 'organizationId' | 'site'>,
  userIds: readonly string[]
): Promise<ReadonlyMap<string, Whose>> {
  const { rows } = await sql<{ user_id: string; people: number; person_id: string | null; listed: boolean }>`
    select a.user_id, count(l.person_id)::int as people, min(l.person_id) as person_id,
      bool_or(s.user_id is not null) as listed
    from unnest(${[...userIds]}::text[]) as a (user_id)
    left join learners l on l.organization_id = ${organizationId} and l.external_user_id = a.user_id and l.site = ${site}
    left join site_learners s on s.organization_id = ${organizationId} and s.user_id = a.user_id and s.site = ${site}
    group by a.user_id`.execute(trx)
  return new Map(rows.map(row => [row.user_id, whoseIs(row)]))
}

function whoseIs(row: { readonly people: number; readonly person_id: string | null; readonly listed: boolean }): Whose {
  if (row.people === 1 && row.person_id) return { kind: 'person', personId: row.person_id }
  return { kind: row.people > 1 || row.listed ? 'not_linked' : 'unknown' }
}
