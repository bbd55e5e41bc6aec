import { sql, type RawBuilder } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type ProfileRow = {
  readonly id: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly email: string | null
  readonly may_learn: boolean
  readonly site_learner: boolean
  readonly created_at: Date
  readonly groups: readonly string[]
  readonly cohorts: readonly string[]
  /** Milliseconds since 1970, in the order of `cohorts`. */
  readonly cohort_joined: readonly number[]
  readonly attributes: Readonly<Record<string, string | null>>
}

export type ProfilesAsked = {
  readonly organizationId: string
  /** People after this id. */
  readonly after: string
  readonly limit: number
  /** Only these. */
  readonly ids?: readonly string[] | undefined
  /** Only whose name or e-mail has this in it. */
  readonly search?: string | undefined
  readonly attributes: readonly string[]
}

const COLUMNS: ReadonlySet<string> = new Set([
  'department',
  'title',
  'country',
  'locale',
  'timezone',
  'employee_number',
  'email',
  'idp_id',
  'state'
])

/** By id. Groups, cohorts and the attributes asked for come with each person. */
export async function pageOfProfiles(trx: Trx, asked: ProfilesAsked): Promise<readonly ProfileRow[]> {
  const attributes = asked.attributes.map(name =>
    COLUMNS.has(name) ? sql`${name}::text, p.${sql.id(name)}` : sql`${name}::text, p.raw ->> ${name}::text`
  )
  const like = `%${(asked.search ?? '').toLowerCase().replaceAll(/[%_\\]/gu, match => `\\${match}`)}%`
  const { rows } = await sql<ProfileRow>`
    select p.id, p.first_name, p.last_name, p.email, (p.state = 'active' and (p.access or p.site_learner)) as may_learn, p.site_learner, p.created_at,
      array(select g.name from group_members m join directory_groups g on g.organization_id = m.organization_id and g.id = m.group_id
        where m.organization_id = p.organization_id and m.directory_user_id = p.directory_user_id) as groups,
      array(select c.cohort from cohort_members c where c.organization_id = p.organization_id and c.person_id = p.id order by c.cohort) as cohorts,
      array(select (extract(epoch from c.joined_at) * 1000)::float8 from cohort_members c
        where c.organization_id = p.organization_id and c.person_id = p.id order by c.cohort) as cohort_joined,
      jsonb_build_object(${sql.join(attributes)}) as attributes
    from people p where p.organization_id = ${asked.organizationId} and p.id > ${asked.after}
      ${asked.ids ? sql`and p.id = any(${[...asked.ids]}::text[])` : sql``}
      ${asked.search ? sql`and lower(concat_ws(' ', p.first_name, p.last_name, p.email)) like ${like}` : sql``}
    order by p.id limit ${asked.limit}`.execute(trx)
  return rows
}

/** Names of the groups that the company's directory has. */
export async function listGroupNames(trx: Trx, organizationId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from directory_groups where organization_id = ${organizationId} order by name`.execute(trx)
  return rows.map(({ name }) => name)
}

/** For queries of others: everybody in the program, as `person_id`, `email` and the raw attribute that was asked for, as `attribute`. */
export const membersQuery = (organizationId: string, attribute: string | undefined): RawBuilder<unknown> => sql`
  select id as person_id, email, ${attribute === undefined ? sql`null` : sql`raw ->> ${attribute}::text`} as attribute
  from people where organization_id = ${organizationId} and state = 'active' and access and not site_learner`

/** For queries of others: active people with access, as `person_id`. */
export const withAccessQuery = (organizationId: string): RawBuilder<unknown> => sql`
  select id as person_id from people where organization_id = ${organizationId} and state = 'active' and access`

/** Names of groups and cohorts that matter; of others nothing is said. */
export type Mattering = { readonly groups: readonly string[]; readonly cohorts: readonly string[] }

/** For queries of others: everybody in the program, as `person_id`, attributes, and those of the groups and cohorts they are in. */
export const profilesQuery = (organizationId: string, { groups, cohorts }: Mattering): RawBuilder<unknown> => sql`
  select p.id as person_id, p.department, p.country, p.title, p.locale,
    ${
      groups.length > 0
        ? sql`array(select distinct g.name from group_members m join directory_groups g on g.organization_id = m.organization_id and g.id = m.group_id
            where m.organization_id = p.organization_id and m.directory_user_id = p.directory_user_id and g.name = any(${[...groups]}::text[]) order by g.name)`
        : sql`'{}'::text[]`
    } as groups,
    ${
      cohorts.length > 0
        ? sql`array(select c.cohort from cohort_members c where c.organization_id = p.organization_id and c.person_id = p.id
            and c.cohort = any(${[...cohorts]}::text[]) order by c.cohort)`
        : sql`'{}'::text[]`
    } as cohorts
  from people p where p.organization_id = ${organizationId} and p.state = 'active' and p.access and not p.site_learner`

export async function listCohortNames(trx: Trx, organizationId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ cohort: string }>`
    select cohort from cohort_members where organization_id = ${organizationId} group by cohort`.execute(trx)
  return rows.map(({ cohort }) => cohort)
}
