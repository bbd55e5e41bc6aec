/** Everybody with access and the groups that they are counted in: rows `person_id`, `cohort`, `country`, `department`. */
import { sql, type RawBuilder } from 'kysely'

/** Whoever is in several cohorts is counted in the one they joined last. */
export const membersByGroup = (organizationId: string): RawBuilder<unknown> => sql`
  select p.id as person_id, c.cohort, nullif(p.country, '') as country, nullif(p.department, '') as department
    from people p left join (
      select distinct on (person_id) person_id, cohort from cohort_members
        where organization_id = ${organizationId} order by person_id, joined_at desc, cohort
    ) c on c.person_id = p.id
    where p.organization_id = ${organizationId} and p.state = 'active' and p.access`
