/** How everybody in the program can be reached, counted where the rows are: as many rows come back as there are kinds of people. */
import { sql } from 'kysely'
import { chatStanding, type ChatStanding } from '../channels/channels.ts'
import { membersQuery } from '../directory/directory.ts'
import { accountStanding } from '../identity/identity.ts'
import type { Organization } from '../organizations/organizations.ts'
import type { InstallReason } from '../contract/reach.ts'
import type { Trx } from '../platform/database.ts'

/** So many people of whom all of this holds. */
export type Alike = {
  readonly people: number
  readonly chat: ChatStanding
  readonly agreed: boolean
  /** A Microsoft account that is certainly theirs. */
  readonly account: boolean
  /** They have an address, and want mail. */
  readonly mailable: boolean
  /** Only of those whom a mail server refused once: which address that was, under a digest, and theirs now. */
  readonly refused_address: string | null
  readonly email: string | null
  /** Why the app could not be installed for them when that was last tried. */
  readonly install: InstallReason | null
}

const OBJECT_ID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'

/** An account that an attribute names counts as `microsoftAccountsOf` has it: in the one tenant, of who was parted from none. */
export async function countAlike(
  trx: Trx,
  { organizationId, entraTenantIds, entraObjectIdAttribute }: Organization
): Promise<readonly Alike[]> {
  const { rows } = await sql<Alike>`
    with standing as (
      select person_id, bool_or(did = 'installed') as open, bool_or(did = 'chat_ended') as ended, bool_or(did = 'agreed') as agreed,
        bool_or(did = 'joined') as joined, bool_or(did = 'parted') as parted
      from (${chatStanding(organizationId)} union all ${accountStanding(organizationId)}) told group by person_id),
    tried as (
      select distinct on (person_id) person_id, reason from installs
      where organization_id = ${organizationId} and state in ('installed', 'already', 'failed') order by person_id, updated_at desc)
    select case when s.open then 'open' when s.ended then 'no' else 'none' end as chat,
      coalesce(s.agreed, false) as agreed,
      coalesce(s.joined, false) or (${entraTenantIds.length === 1}::boolean and not coalesce(s.parted, false)
        and coalesce(m.attribute ~* ${OBJECT_ID}, false)) as account,
      coalesce(position('@' in m.email) > 0, false) and k.stopped_at is null as mailable,
      k.refused_address, case when k.refused_address is not null then m.email end as email,
      t.reason as install, count(*)::int as people
    from (${membersQuery(organizationId, entraObjectIdAttribute)}) m
    left join standing s on s.person_id = m.person_id
    left join tried t on t.person_id = m.person_id
    left join mail_standing k on k.organization_id = ${organizationId} and k.person_id = m.person_id
    group by 1, 2, 3, 4, 5, 6, 7`.execute(trx)
  return rows
}
