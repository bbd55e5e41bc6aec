/** What each person did in each week and month, kept up by adding what changed: bits only. */
import { sql } from 'kysely'
import type { Changed, DoneQuery } from '../platform/done.ts'
import type { Trx } from '../platform/database.ts'
import { bits } from './sources.ts'

/** Who talked with the coach once has started, whenever that was. */
export const EVER = 'ever'

type Adding = Changed & { readonly timezone: string }

/** One statement. Doing it again, or for changes that were added already, changes nothing. */
export async function addChanges(trx: Trx, query: DoneQuery, { timezone, ...changed }: Adding): Promise<void> {
  await sql`
    insert into report_activity as known (organization_id, person_id, period, bits)
    select ${changed.organizationId}, done.person_id, span.period, bit_or(span.bit)
      from (${query(changed)}) as done (person_id, did, at) join ${bits()} on worth.did = done.did
      cross join lateral (select (done.at at time zone ${timezone}::text)::date as day) as local
      cross join lateral (values
        ('w' || date_trunc('week', local.day)::date::text, worth.bit),
        ('m' || to_char(local.day, 'YYYY-MM'), worth.bit),
        (${EVER}::text, case when done.did = 'active' then (select bit from ${bits()} where did = 'started') end)
      ) as span (period, bit)
      where span.bit is not null
      group by done.person_id, span.period
    on conflict (organization_id, person_id, period) do update set bits = known.bits | excluded.bits
      where known.bits | excluded.bits <> known.bits`.execute(trx)
}

/** Periods that no report will be made of any more. */
export async function forgetBefore(
  trx: Trx,
  { organizationId, week, month }: { readonly organizationId: string; readonly week: string; readonly month: string }
): Promise<void> {
  await sql`delete from report_activity where organization_id = ${organizationId}
    and ((period like 'w%' and period < ${week}) or (period like 'm%' and period < ${month}))`.execute(trx)
}
