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
    helped_at: Date | null
    changed_at: Date | null
    updated_at: Date
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

/** Only what is given changes; the moment of a first answer stays. */
export async function savePulse(trx: Trx, key: Key, change: Partial<PulseRow>, at: Date): Promise<void> {
  const first = (answer: PulseAnswer | null | undefined): Date | null => (answer ? at : null)
  await tables(trx)
    .insertInto('pulse_answers')
    .values({
      organization_id: key.organizationId,
      person_id: key.personId,
      month: key.month,
      helped: null,
      changed: null,
      ...change,
      helped_at: first(change.helped),
      changed_at: first(change.changed),
      updated_at: at
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id', 'month']).doUpdateSet({
        ...change,
        helped_at: sql`coalesce(pulse_answers.helped_at, excluded.helped_at)`,
        changed_at: sql`coalesce(pulse_answers.changed_at, excluded.changed_at)`,
        updated_at: at
      })
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
      and updated_at > ${among.since} and (helped is not null or changed is not null)`.execute(trx)
  return new Map([...Map.groupBy(rows, row => row.person_id)].map(([id, own]) => [id, own.map(({ month }) => month)]))
}
