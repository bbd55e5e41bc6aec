/** What people chose about hearing from the coach. */
import type { Statement, Trx } from '../platform/database.ts'
import { isOfThem, type Among } from '../platform/rows.ts'
import { DEFAULT_PER_WEEK } from './plan.ts'

type PreferenceTables = {
  nudge_preferences: {
    organization_id: string
    person_id: string
    per_week: number
    paused_until: Date | null
    stopped: boolean
    focus: string[]
    timezone: string | null
    client_timezone: string | null
    work_start: string | null
    work_end: string | null
    work_days: number[] | null
    locale: string | null
    away_until: string | null
    settled_at: Date | null
    resumed_at: Date | null
    pulse_off: boolean
    updated_at: Date
  }
}

export type PreferenceRow = Omit<PreferenceTables['nudge_preferences'], 'organization_id' | 'person_id' | 'updated_at'>

export const NOTHING_CHOSEN: PreferenceRow = {
  per_week: DEFAULT_PER_WEEK,
  paused_until: null,
  stopped: false,
  focus: [],
  timezone: null,
  client_timezone: null,
  work_start: null,
  work_end: null,
  work_days: null,
  locale: null,
  away_until: null,
  settled_at: null,
  resumed_at: null,
  pulse_off: false
}

type Key = { readonly organizationId: string; readonly personId: string }

const tables = (db: Statement) => db.withTables<PreferenceTables>()

export async function findPreferences(db: Statement, key: Key): Promise<PreferenceRow> {
  const row = await tables(db)
    .selectFrom('nudge_preferences')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()
  return row ?? NOTHING_CHOSEN
}

/** Of many at once; who never chose anything is missing. */
export async function findPreferencesOf(db: Statement, among: Among): Promise<ReadonlyMap<string, PreferenceRow>> {
  const rows = await tables(db)
    .selectFrom('nudge_preferences')
    .selectAll()
    .where('organization_id', '=', among.organizationId)
    .where(isOfThem(among))
    .execute()
  return new Map(rows.map(row => [row.person_id, row]))
}

/** Changes what is given; what was never chosen keeps its default. */
export async function savePreferences(
  trx: Trx,
  key: Key,
  { at, ...change }: Partial<PreferenceRow> & { readonly at: Date }
): Promise<void> {
  const changed = { ...change, updated_at: at }
  await tables(trx)
    .insertInto('nudge_preferences')
    .values({ organization_id: key.organizationId, person_id: key.personId, ...NOTHING_CHOSEN, ...changed })
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id']).doUpdateSet(changed))
    .execute()
}
