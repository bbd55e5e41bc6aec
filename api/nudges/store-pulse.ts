/** What people said to the monthly pulse. */
import { sql } from 'kysely'
import type { PulseAnswer } from '../contract/pulse.ts'
import type { Statement, Trx } from '../platform/database.ts'
import { isOfThem, type Among } from '../platform/rows.ts'

type PulseTables = {
  pulse_answers: {
    organization_id: string
    person_id: string
    month: string
    helped: PulseAnswer | null
    changed: PulseAnswer | null
    answered_at: Date
  }
}
export type PulseRow = Pick<PulseTables['pulse_answers'], 'helped' | 'changed'>
type Key = { readonly organizationId: string; readonly personId: string; readonly month: string }

const tables = (db: Statement) => db.withTables<PulseTables>()

export const findPulse = (db: Statement, { organizationId, personId, month }: Key): Promise<PulseRow | undefined> =>
  tables(db)
    .selectFrom('pulse_answers')
    .select(['helped', 'changed'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('month', '=', month)
    .executeTakeFirst()

/** Only what is given changes. */
export async function savePulse(trx: Trx, key: Key, change: Partial<PulseRow>, at: Date): Promise<void> {
  await tables(trx)
    .insertInto('pulse_answers')
    .values({
      organization_id: key.organizationId,
      person_id: key.personId,
      month: key.month,
      helped: null,
      changed: null,
      ...change,
      answered_at: at
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id', 'month']).doUpdateSet({ ...change, answered_at: at })
    )
    .execute()
}

/** The months that these people said anything about, since then. */
export async function monthsAnswered(
  trx: Trx,
  among: Among & { readonly since: Date }
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ person_id: string; month: string }>`
    select person_id, month from pulse_answers where organization_id = ${among.organizationId} and ${isOfThem(among)}
      and answered_at > ${among.since} and (helped is not null or changed is not null)`.execute(trx)
  return new Map([...Map.groupBy(rows, row => row.person_id)].map(([id, own]) => [id, own.map(({ month }) => month)]))
}

type Period = { readonly from: Date; readonly to: Date }
export type Told = PulseRow & { readonly person_id: string }

/** Who said anything in a period; of several months the newest. */
export async function answersIn(trx: Trx, organizationId: string, { from, to }: Period): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    select distinct on (person_id) person_id, helped, changed from pulse_answers
    where organization_id = ${organizationId} and answered_at >= ${from} and answered_at <= ${to}
      and (helped is not null or changed is not null)
    order by person_id, month desc`.execute(trx)
  return rows
}

/** Whom the question reached in a period. */
export async function askedIn(trx: Trx, organizationId: string, { from, to }: Period): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from nudges where organization_id = ${organizationId} and kind = 'pulse'
      and sent_at >= ${from} and sent_at <= ${to}`.execute(trx)
  return new Set(rows.map(row => row.person_id))
}
