/** Of many people at once: one statement each, whatever their number. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { isOfThem, type Among } from '../platform/rows.ts'
import { DECISION, type Decision } from './store.ts'

/** The last that each said, about whatever version of the text. */
export async function decisionsAmong(trx: Trx, among: Among): Promise<ReadonlyMap<string, Decision>> {
  const { rows } = await sql<Decision & { readonly person_id: string }>`
    select distinct on (person_id) person_id, ${DECISION} from agreements
    where organization_id = ${among.organizationId} and ${isOfThem(among)}
    order by person_id, version desc`.execute(trx)
  return new Map(rows.map(row => [row.person_id, row]))
}

export async function lastHeardAmong(trx: Trx, among: Among): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ person_id: string; at: Date }>`
    select person_id, max(received_at) as at from inbound where organization_id = ${among.organizationId}
      and ${isOfThem(among)} group by person_id`.execute(trx)
  return new Map(rows.map(row => [row.person_id, row.at]))
}
