/** Learners of the site whom it told of by themselves, and up to where it was read. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { insertRows, updateRows } from '../platform/rows.ts'

export type SignUpState = 'there' | 'waiting' | 'taken' | 'doubtful' | 'other_way' | 'gone'

export type SignUpRow = {
  readonly organization_id: string
  readonly user_id: string
  readonly state: SignUpState
  readonly email: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly sso_id: string | null
  readonly person_id: string | null
  readonly heard_by: 'webhook' | 'sweep' | 'list'
  readonly signed_up_at: Date
  readonly told_at: Date
  readonly listed_at: Date | null
  readonly decided_at: Date | null
}

export type WatchRow = {
  readonly organization_id: string
  readonly since: Date
  readonly highest_user_id: string
  readonly last_page: number
  readonly swept_at: Date | null
  readonly listed_at: Date | null
  readonly active: boolean
}

type Tables = { sign_ups: SignUpRow; site_watches: WatchRow }
const tables = (trx: Trx) => trx.withTables<Tables>()

export const findWatch = (trx: Trx, organizationId: string): Promise<WatchRow | undefined> =>
  tables(trx).selectFrom('site_watches').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()

/** Begins, goes on or rests. Whoever signed up while it rested was there before. */
export async function setWatch(
  trx: Trx,
  { organizationId, active, at }: { readonly organizationId: string; readonly active: boolean; readonly at: Date }
): Promise<void> {
  await sql`insert into site_watches as w (organization_id, since, active) values (${organizationId}, ${at}::timestamptz, ${active})
    on conflict (organization_id) do update set active = excluded.active,
      since = case when excluded.active and not w.active then excluded.since else w.since end
    where w.active <> excluded.active`.execute(trx)
}

type Progress = Partial<Pick<WatchRow, 'highest_user_id' | 'last_page' | 'swept_at' | 'listed_at'>>

export async function saveWatch(trx: Trx, organizationId: string, progress: Progress): Promise<void> {
  await tables(trx).updateTable('site_watches').set(progress).where('organization_id', '=', organizationId).execute()
}

export async function lockSignUps(
  trx: Trx,
  organizationId: string,
  userIds: readonly string[]
): Promise<readonly SignUpRow[]> {
  const { rows } = await sql<SignUpRow>`select * from sign_ups where organization_id = ${organizationId}
    and user_id = any(${[...userIds]}::text[]) order by user_id for update`.execute(trx)
  return rows
}

export const addSignUps = (trx: Trx, rows: readonly SignUpRow[]): Promise<number> =>
  insertRows(trx, 'sign_ups', rows, sql`on conflict (organization_id, user_id) do nothing`)

export const changeSignUps = (trx: Trx, rows: readonly SignUpRow[]): Promise<void> =>
  updateRows(trx, 'sign_ups', rows, ['organization_id', 'user_id'])

/** Who signed up last comes first: those who wait in front of the screen. */
export async function nextWaiting(trx: Trx, organizationId: string, limit: number): Promise<readonly SignUpRow[]> {
  const { rows } = await sql<SignUpRow>`select * from sign_ups where organization_id = ${organizationId}
    and state = 'waiting' order by signed_up_at desc, user_id limit ${limit}`.execute(trx)
  return rows
}

/** Those who were there before and wait for the admin's word come in. @returns how many. */
export async function releaseThere(trx: Trx, organizationId: string): Promise<number> {
  const { numAffectedRows } = await sql`update sign_ups set state = 'waiting'
    where organization_id = ${organizationId} and state = 'there'`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** The company takes accounts now that no single sign-on made. */
export async function reopenOthers(trx: Trx, organizationId: string): Promise<void> {
  await sql`update sign_ups l set state = case when l.signed_up_at < w.since then 'there' else 'waiting' end
    from site_watches w where w.organization_id = ${organizationId} and l.organization_id = ${organizationId}
      and l.state = 'other_way'`.execute(trx)
}

export async function countSignUps(trx: Trx, organizationId: string): Promise<ReadonlyMap<SignUpState, number>> {
  const { rows } = await sql<{
    state: SignUpState
    people: number
  }>`select state, count(*)::int as people from sign_ups
    where organization_id = ${organizationId} group by state`.execute(trx)
  return new Map(rows.map(({ state, people }) => [state, people]))
}

type Page = {
  readonly organizationId: string
  readonly state: SignUpState
  readonly after: string
  readonly limit: number
}

export async function pageOfSignUps(trx: Trx, page: Page): Promise<readonly SignUpRow[]> {
  const { rows } = await sql<SignUpRow>`select * from sign_ups where organization_id = ${page.organizationId}
    and state = ${page.state} and user_id > ${page.after} order by user_id limit ${page.limit}`.execute(trx)
  return rows
}

/** Whom a whole list that began then did not name. */
export async function unlistedSince(
  trx: Trx,
  { organizationId, began, limit }: { readonly organizationId: string; readonly began: Date; readonly limit: number }
): Promise<readonly SignUpRow[]> {
  const { rows } = await sql<SignUpRow>`select * from sign_ups where organization_id = ${organizationId}
    and state <> 'gone' and signed_up_at < ${began}::timestamptz and (listed_at is null or listed_at < ${began}::timestamptz)
    order by user_id limit ${limit}`.execute(trx)
  return rows
}

/** What the site says of these people. */
export async function siteAttributesOf(
  trx: Trx,
  { organizationId, personIds }: { readonly organizationId: string; readonly personIds: readonly string[] }
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{
    person_id: string
    attributes: Readonly<Record<string, string>>
  }>`select person_id, attributes
    from sign_ups where organization_id = ${organizationId} and person_id = any(${[...personIds]}::text[])`.execute(trx)
  return new Map(rows.map(row => [row.person_id, row.attributes]))
}

/** Of these people, who has an account, and for whom the site is being asked for one. */
export async function accountsOf(
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<ReadonlyMap<string, 'asked' | 'other'>> {
  const { rows } = await sql<{ person_id: string; account: 'asked' | 'other' }>`
    select person_id, case when external_user_id is null then 'asked' else 'other' end as account from learners where organization_id = ${organizationId}
      and person_id = any(${[...personIds]}::text[]) and (external_user_id is not null or asked_at is not null)`.execute(
    trx
  )
  return new Map(rows.map(row => [row.person_id, row.account]))
}

type Due = { readonly sweptBefore: Date; readonly listedBefore: Date; readonly realNow: Date }

/** Companies whose sign-ups are to be looked for, and whose learners to be listed. */
export async function watchesDue(
  trx: Trx,
  { sweptBefore, listedBefore, realNow }: Due
): Promise<{ readonly sweep: readonly string[]; readonly list: readonly string[] }> {
  const { rows } = await sql<{ organization_id: string; sweep: boolean; list: boolean }>`
    select w.organization_id, (w.swept_at is null or w.swept_at <= ${sweptBefore}::timestamptz) as sweep,
      (w.listed_at is null or w.listed_at <= ${listedBefore}::timestamptz) as list
    from site_watches w left join enrollment_sites s on s.organization_id = w.organization_id
    where w.active and (s.retry_at is null or s.retry_at <= ${realNow}::timestamptz)`.execute(trx)
  const due = (what: 'sweep' | 'list') => rows.filter(row => row[what]).map(row => row.organization_id)
  return { sweep: due('sweep'), list: due('list') }
}

export async function markGone(
  trx: Trx,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
  at: Date
): Promise<void> {
  await sql`update sign_ups set state = 'gone', decided_at = ${at}::timestamptz
    where organization_id = ${organizationId} and person_id = ${personId}`.execute(trx)
}
