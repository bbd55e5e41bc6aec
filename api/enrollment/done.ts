/** Who has a course, and who completed one. */
import { sql } from 'kysely'
import type { StandingQuery } from '../platform/done.ts'

export const courseStanding: StandingQuery = organizationId => sql`
  select e.person_id, deed.did from enrollments e cross join lateral (values
      ('enrolled', e.state in ('enrolled', 'completed')),
      ('completed', e.state = 'completed')
    ) as deed (did, is_so)
    where e.organization_id = ${organizationId} and e.kind = 'course' and deed.is_so`
