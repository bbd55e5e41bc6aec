import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { anyOf } from '../platform/rows.ts'

export type ColleagueRow = {
  readonly id: string
  readonly first_name: string | null
  readonly title: string | null
  readonly department: string | null
  readonly country: string | null
  readonly region: string | null
  readonly timezone: string | null
  readonly locale: string | null
  readonly may_hear: boolean
  readonly manager_id: string | null
  readonly manager_zone: string | null
  readonly has_reports: boolean
  readonly created_at: Date
  readonly title_since: Date | null
  readonly started_on: string | null
  readonly cohorts: readonly string[]
}

export type ColleaguesAsked = {
  readonly organizationId: string
  /** People after this id. */
  readonly after: string
  readonly limit: number
  /** Only these. */
  readonly ids?: readonly string[] | undefined
}

/** The day somebody began is told by few directories, under these names. */
const STARTED = sql`coalesce(p.raw ->> 'employment_start_date', p.raw ->> 'hireDate', p.raw ->> 'hire_date', p.raw ->> 'startDate')`

/** By id; whoever left or lost access is among them. */
export async function pageOfColleagues(trx: Trx, asked: ColleaguesAsked): Promise<readonly ColleagueRow[]> {
  const { rows } = await sql<ColleagueRow>`
    select p.id, p.first_name, p.title, p.department, p.country, coalesce(p.raw ->> 'region', p.raw ->> 'state') as region,
      p.timezone, p.locale, (p.state = 'active' and p.access) as may_hear, p.manager_id, m.timezone as manager_zone,
      p.created_at, p.title_since, ${STARTED} as started_on,
      exists (select from people r where r.organization_id = p.organization_id and r.manager_id = p.id and r.state = 'active'
        and r.id is distinct from p.manager_id) as has_reports,
      array(select c.cohort from cohort_members c where c.organization_id = p.organization_id and c.person_id = p.id order by c.joined_at, c.cohort) as cohorts
    from people p left join people m on m.organization_id = p.organization_id and m.id = p.manager_id and m.state = 'active'
    where p.organization_id = ${asked.organizationId} and p.id > ${asked.after}
      ${asked.ids ? sql`and p.id = ${anyOf(asked.ids)}` : sql``}
    order by p.id limit ${asked.limit}`.execute(trx)
  return rows
}

export type NewcomerRow = {
  readonly id: string
  readonly first_name: string | null
  readonly manager_id: string
  readonly started_on: string
}

/** Whom these people manage and who began, or begins, on a day from then on. Text of ISO days orders as days do. */
export async function newcomersOf(
  trx: Trx,
  asked: { readonly organizationId: string; readonly managerIds: readonly string[]; readonly from: string }
): Promise<readonly NewcomerRow[]> {
  const { rows } = await sql<NewcomerRow>`
    select p.id, p.first_name, p.manager_id, ${STARTED} as started_on from people p
    where p.organization_id = ${asked.organizationId} and p.manager_id = ${anyOf(asked.managerIds)}
      and p.state = 'active' and ${STARTED} >= ${asked.from}`.execute(trx)
  return rows
}

/** Active people who have this person as manager. */
export async function countReports(trx: Trx, organizationId: string, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from people
    where organization_id = ${organizationId} and manager_id = ${personId} and state = 'active' and id <> ${personId}`.execute(
    trx
  )
  return rows[0]?.count ?? 0
}
