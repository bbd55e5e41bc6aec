/** The directory as its company's admin looks through it: pages by id, counts by group. */
import { sql, type RawBuilder } from 'kysely'
import type { Statement, Trx } from '../platform/database.ts'
import type { PersonRow } from './row.ts'

export type BrowsedRow = Pick<
  PersonRow,
  | 'id'
  | 'idp_id'
  | 'directory_user_id'
  | 'first_name'
  | 'last_name'
  | 'email'
  | 'title'
  | 'department'
  | 'state'
  | 'access'
  | 'retired_at'
  | 'site_learner'
  | 'by_sign_in'
>

export type Browsing = {
  readonly organizationId: string
  readonly search?: string | undefined
  readonly filter: 'all' | 'access' | 'no_access' | 'gone'
  readonly group?: string | undefined
  readonly cohort?: string | undefined
  readonly after: string
  readonly limit: number
}

const WHERE = {
  all: sql`true`,
  access: sql`p.state = 'active' and p.access`,
  no_access: sql`p.state = 'active' and not p.access`,
  gone: sql`p.state = 'inactive'`
}

/** Above so many, a page of a group's members is found sooner among all people than among the members. */
const LARGE_GROUP = 5000

export async function pageOfPeople(trx: Trx, asked: Browsing): Promise<readonly BrowsedRow[]> {
  const { organizationId, search, filter, group, cohort, after, limit } = asked
  const like = `%${(search ?? '').toLowerCase().replaceAll(/[%_\\]/gu, sign => `\\${sign}`)}%`
  const { rows } = await sql<BrowsedRow>`
    select p.id, p.idp_id, p.directory_user_id, p.first_name, p.last_name, p.email, p.title, p.department, p.state, p.access,
      p.retired_at, p.site_learner, p.by_sign_in
    from people p where p.organization_id = ${organizationId} and p.id > ${after} and ${WHERE[filter]}
      ${search ? sql`and lower(concat_ws(' ', p.first_name, p.last_name, p.email)) like ${like}` : sql``}
      ${group ? await isInGroup(trx, organizationId, group) : sql``}
      ${
        cohort
          ? sql`and exists (select from cohort_members c
              where c.organization_id = p.organization_id and c.person_id = p.id and c.cohort = ${cohort})`
          : sql``
      }
    order by p.id limit ${limit}`.execute(trx)
  return rows
}

/** PostgreSQL would read all members of a large group for each page; `offset 0` lets it ask person by person instead, in the order of the page. */
async function isInGroup(trx: Trx, organizationId: string, group: string): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ id: string; is_large: boolean }>`
    select g.id, (select count(*) from (select from group_members m where m.organization_id = g.organization_id and m.group_id = g.id
      limit ${LARGE_GROUP}) first) = ${LARGE_GROUP} as is_large
    from directory_groups g where g.organization_id = ${organizationId} and g.name = ${group}`.execute(trx)
  const ids = rows.map(({ id }) => id)
  return sql`and exists (select from group_members m where m.organization_id = p.organization_id
    and m.directory_user_id = p.directory_user_id and m.group_id = any(${ids}::text[]) ${rows.some(row => row.is_large) ? sql`offset 0` : sql``})`
}

export const findBrowsed = (trx: Trx, organizationId: string, personId: string): Promise<PersonRow | undefined> =>
  trx
    .withTables<{ people: PersonRow }>()
    .selectFrom('people')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', personId)
    .executeTakeFirst()

export async function groupsOfEntry(
  trx: Trx,
  organizationId: string,
  entry: string | null
): Promise<readonly string[]> {
  if (!entry) return []
  const { rows } = await sql<{ name: string }>`
    select distinct g.name from group_members m
    join directory_groups g on g.organization_id = m.organization_id and g.id = m.group_id
    where m.organization_id = ${organizationId} and m.directory_user_id = ${entry} order by g.name`.execute(trx)
  return rows.map(({ name }) => name)
}

type Counted = { readonly name: string; readonly people: number }

/**
 * Active people of each group, the largest first; groups without any are among them. They are counted by the group's id, and person by
 * person only where two groups have the same name.
 */
export async function countGroups(db: Statement, organizationId: string): Promise<readonly Counted[]> {
  const active = sql`from group_members m join people p
    on p.organization_id = m.organization_id and p.directory_user_id = m.directory_user_id and p.state = 'active'`
  const { rows } = await sql<Counted>`
    with counted as (
      select m.group_id, count(*)::int as people ${active} where m.organization_id = ${organizationId} group by m.group_id),
    named as (
      select g.name, count(*) as ids, coalesce(sum(c.people), 0)::int as people
      from directory_groups g left join counted c on c.group_id = g.id where g.organization_id = ${organizationId} group by g.name)
    select n.name, case when n.ids = 1 then n.people else (
        select count(distinct p.id)::int ${active} join directory_groups g on g.organization_id = m.organization_id and g.id = m.group_id
        where g.organization_id = ${organizationId} and g.name = n.name) end as people
    from named n order by people desc, n.name limit 500`.execute(db)
  return rows
}

export async function countReports(trx: Trx, organizationId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from people
    where organization_id = ${organizationId} and manager_id = ${personId} and state = 'active'`.execute(trx)
  return rows[0]?.people ?? 0
}

type Population = { readonly known: number; readonly active: number; readonly admins: number }

/** People of the directory: all that are active, and the admins among those with access. */
export async function countPopulation(db: Statement, organizationId: string): Promise<Population> {
  const { rows } = await sql<Population>`
    select count(*)::int as known, count(*) filter (where state = 'active')::int as active,
      count(*) filter (where state = 'active' and access and 'admin' = any(roles))::int as admins
    from people where organization_id = ${organizationId} and directory_user_id is not null`.execute(db)
  return rows[0] ?? { known: 0, active: 0, admins: 0 }
}

/** Active people who are in both groups; without an access group, in the one. */
export async function countInBoth(
  trx: Trx,
  { organizationId, groups }: { readonly organizationId: string; readonly groups: readonly string[] }
): Promise<number> {
  const wanted = [...new Set(groups)]
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from people p where p.organization_id = ${organizationId} and p.state = 'active'
      and (select count(distinct g.name) from group_members m
        join directory_groups g on g.organization_id = m.organization_id and g.id = m.group_id
        where m.organization_id = p.organization_id and m.directory_user_id = p.directory_user_id
          and g.name = any(${wanted}::text[])) = ${wanted.length}`.execute(trx)
  return rows[0]?.people ?? 0
}

export type Candidate = { readonly attribute: string; readonly people: number; readonly of: number }

/** Raw attributes that look like object ids, among the first few hundred active people. */
export async function objectIdCandidates(
  trx: Trx,
  organizationId: string,
  among: number
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with sample as (select raw from people
      where organization_id = ${organizationId} and state = 'active' and directory_user_id is not null order by id limit ${among})
    select key as attribute, count(*)::int as people, (select count(*) from sample)::int as of
    from sample, jsonb_each_text(sample.raw) where value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    group by key order by people desc, key limit 10`.execute(trx)
  return rows
}

/** Of active people with access, where most are first. */
export async function listCountries(
  trx: Trx,
  organizationId: string
): Promise<readonly { readonly country: string | null }[]> {
  const { rows } = await sql<{ country: string | null }>`
    select p.country from people p where p.organization_id = ${organizationId} and ${WHERE.access}
    group by p.country order by count(*) desc, p.country limit 100`.execute(trx)
  return rows
}
