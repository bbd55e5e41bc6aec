/** Everybody in the program, counted where the rows are by what an audience asks of them: as many rows come back as there are kinds of people. */
import { sql } from 'kysely'
import { coachedQuery } from '../channels/channels.ts'
import type { Audience } from '../contract/campaigns.ts'
import { listCohortNames, listGroupNames, profilesQuery } from '../directory/directory.ts'
import type { Trx } from '../platform/database.ts'
import type { Fate } from './store-authored.ts'

/** So many people of whom this holds; attributes that the audience does not ask for are null, groups and cohorts left out. */
export type Kind = {
  readonly people: number
  readonly department: string | null
  readonly country: string | null
  readonly title: string | null
  readonly groups: readonly string[]
  readonly cohorts: readonly string[]
  /** Chosen by themselves, else the directory's; null where neither says. */
  readonly locale: string | null
  /** Has a chat with the coach, agreed, and wants something unasked. */
  readonly reached: boolean
}

type Asked = {
  readonly organizationId: string
  readonly audience: Audience
  /** Whoever has this already is left out. */
  readonly without?: string
}

/** Sets of people are asked by `in`, which PostgreSQL reads once whatever it believes of their size: fresh tables have no statistics. */
export async function kindsOfPeople(trx: Trx, { organizationId, audience, without }: Asked): Promise<readonly Kind[]> {
  const asks = (by: Audience[number]['by']) => audience.some(condition => condition.by === by)
  const attribute = (name: 'department' | 'country' | 'title') =>
    asks(name) ? sql`p.${sql.ref(name)}` : sql`null::text`
  const mattering = {
    groups: asks('group') ? wantedOf(await listGroupNames(trx, organizationId), audience) : [],
    cohorts: asks('cohort') ? wantedOf(await listCohortNames(trx, organizationId), audience) : []
  }
  const { rows } = await sql<Kind>`
    select ${attribute('department')} as department, ${attribute('country')} as country, ${attribute('title')} as title,
      p.groups, p.cohorts, coalesce(c.locale, p.locale) as locale,
      p.person_id in (${coachedQuery(organizationId)}) and not coalesce(c.stopped or c.per_week = 0, false) as reached, count(*)::int as people
    from (${profilesQuery(organizationId, mattering)}) p
    left join nudge_preferences c on c.organization_id = ${organizationId} and c.person_id = p.person_id
    ${
      without === undefined
        ? sql``
        : sql`where p.person_id not in (select person_id from nudges where organization_id = ${organizationId} and content_id = ${without})`
    }
    group by 1, 2, 3, 4, 5, 6, 7`.execute(trx)
  return rows
}

/** Case does not matter to an audience. */
function wantedOf(names: readonly string[], audience: Audience): readonly string[] {
  const wanted = new Set(audience.flatMap(({ anyOf }) => anyOf.map(value => value.toLowerCase())))
  return names.filter(name => wanted.has(name.toLowerCase()))
}

/** What became of this content, with how many people. */
export async function countFates(
  trx: Trx,
  { organizationId, contentId }: { readonly organizationId: string; readonly contentId: string }
): Promise<readonly (Fate & { readonly people: number })[]> {
  const { rows } = await sql<Fate & { people: number }>`
    select answer, case when state = 'cancelled' and sent_at is not null then 'sent' else state end as state, count(*)::int as people
    from nudges where organization_id = ${organizationId} and content_id = ${contentId} group by 1, 2`.execute(trx)
  return rows
}
