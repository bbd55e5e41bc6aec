/** Who wrote to the coach, made a plan, kept one. */
import { sql } from 'kysely'
import type { DoneQuery } from '../platform/done.ts'

export const doneWithCoach: DoneQuery = ({ organizationId, from, to }) => sql`
  select person_id, 'active' as did, at from messages
    where organization_id = ${organizationId} and author = 'person' and at >= ${from} and at < ${to}
  union all
  select person_id, 'plan_made', made_at from plans
    where organization_id = ${organizationId} and made_at >= ${from} and made_at < ${to}
  union all
  select person_id, 'plan_kept', made_at from plans
    where organization_id = ${organizationId} and state = 'kept' and closed_at >= ${from} and closed_at < ${to}`
