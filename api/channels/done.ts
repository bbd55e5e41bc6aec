/** Whom the chat reaches, who ended it, who agreed, and to whom something did not come through. */
import { sql, type RawBuilder } from 'kysely'
import type { DoneQuery, StandingQuery } from '../platform/done.ts'
import { AGREEMENT_VERSION } from './agreement-texts.ts'
import { isYesTo } from './store.ts'

export const notReached: DoneQuery = ({ organizationId, from, to }) => sql`
  select person_id, 'unreached' as did, created_at as at from deliveries
    where organization_id = ${organizationId} and person_id is not null and state = 'unreachable'
      and updated_at >= ${from} and updated_at < ${to}`

export const chatStanding: StandingQuery = organizationId => sql`
  select person_id, case state when 'active' then 'installed' else 'chat_ended' end as did from conversation_references
    where organization_id = ${organizationId} and person_id is not null and state in ('active', 'blocked', 'uninstalled')
  union all
  select person_id, 'agreed' from agreements where organization_id = ${organizationId} and ${isYesTo(AGREEMENT_VERSION)}`

/** Whom the coach may write to, as `coachedAmong` has it. */
export const coachedQuery = (organizationId: string): RawBuilder<unknown> => sql`
  select person_id from agreements where organization_id = ${organizationId} and ${isYesTo(AGREEMENT_VERSION)}
    and exists (select from conversation_references r where r.organization_id = agreements.organization_id
      and r.person_id = agreements.person_id and r.state = 'active')`
