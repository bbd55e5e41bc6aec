import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type Decision = 'ended' | 'kept'
type LeaverState = 'free' | 'held' | 'ended' | 'returned'

type BrakeTables = {
  brakes: {
    organization_id: string
    id: string
    set_at: Date
    people_left: number
    people_before: number
    decision: Decision | null
    decided_at: Date | null
    decided_by: string | null
    why: string | null
  }
  leavers: { organization_id: string; person_id: string; reason: string; left_at: Date; state: LeaverState }
  people: {
    organization_id: string
    id: string
    first_name: string | null
    last_name: string | null
    state: string
    access: boolean
  }
}

export type BrakeRow = BrakeTables['brakes']
export type LeaverRow = BrakeTables['leavers']
type Key = { readonly organizationId: string; readonly personId: string }

const tables = (trx: Trx) => trx.withTables<BrakeTables>()

/** Leavers of one company are counted by one transaction at a time, so that two cannot each see too few. */
export async function lockLeavers(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`leavers/${organizationId}`}))`.execute(trx)
}

export const openBrake = (trx: Trx, organizationId: string): Promise<BrakeRow | undefined> =>
  tables(trx)
    .selectFrom('brakes')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()

export const latestBrake = (trx: Trx, organizationId: string): Promise<BrakeRow | undefined> =>
  tables(trx)
    .selectFrom('brakes')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertBrake(
  trx: Trx,
  row: Pick<BrakeRow, 'organization_id' | 'id' | 'set_at' | 'people_left' | 'people_before'>
): Promise<void> {
  const undecided = { decision: null, decided_at: null, decided_by: null, why: null }
  await tables(trx)
    .insertInto('brakes')
    .values({ ...row, ...undecided })
    .execute()
}

type Decided = { readonly decision: Decision; readonly at: Date; readonly by: string; readonly why: string }

export async function saveDecision(trx: Trx, brake: BrakeRow, { decision, at, by, why }: Decided): Promise<void> {
  await tables(trx)
    .updateTable('brakes')
    .set({ decision, decided_at: at, decided_by: by, why })
    .where('organization_id', '=', brake.organization_id)
    .where('id', '=', brake.id)
    .execute()
}

/** Of somebody who is held already, only why and when changes. */
export async function saveLeavers(trx: Trx, rows: readonly LeaverRow[]): Promise<void> {
  await tables(trx)
    .insertInto('leavers')
    .values([...rows])
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id']).doUpdateSet({
        reason: sql`excluded.reason`,
        left_at: sql`excluded.left_at`,
        state: sql`case when leavers.state = 'held' then 'held' else excluded.state end`
      })
    )
    .execute()
}

/** Who is gone; somebody who is back no longer counts. */
const gone = sql<boolean>`exists (select from people p where p.organization_id = leavers.organization_id
  and p.id = leavers.person_id and not (p.state = 'active' and p.access))`

/** Holds somebody from now on; of whoever is gone, why and when they left stays. */
export async function holdOne(trx: Trx, { organizationId, personId }: Key, at: Date): Promise<void> {
  await tables(trx)
    .insertInto('leavers')
    .values({
      organization_id: organizationId,
      person_id: personId,
      reason: 'changed_groups',
      left_at: at,
      state: 'held'
    })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id']).doUpdateSet({
        reason: sql`case when ${gone} then leavers.reason else excluded.reason end`,
        left_at: sql`case when ${gone} then leavers.left_at else excluded.left_at end`,
        state: 'held'
      })
    )
    .execute()
}

export async function countLeft(trx: Trx, organizationId: string, since: Date): Promise<number> {
  const { count } = await tables(trx)
    .selectFrom('leavers')
    .select(eb => eb.fn.countAll<string>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'free')
    .where('left_at', '>=', since)
    .where(gone)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those whom `countLeft` counts. */
export async function holdLeft(trx: Trx, organizationId: string, since: Date): Promise<void> {
  await tables(trx)
    .updateTable('leavers')
    .set({ state: 'held' })
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'free')
    .where('left_at', '>=', since)
    .where(gone)
    .execute()
}

export async function isHeld(trx: Trx, { organizationId, personId }: Key): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('leavers')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('state', '=', 'held')
    .executeTakeFirst()
  return row !== undefined
}

export async function settleReturned(trx: Trx, { organizationId, personId }: Key): Promise<void> {
  await tables(trx)
    .updateTable('leavers')
    .set({ state: 'returned' })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('state', '=', 'held')
    .execute()
}

/** Lets everybody go who is held. @returns their ids, whoever is gone first, in the order they left. */
export async function releaseHeld(trx: Trx, organizationId: string): Promise<readonly string[]> {
  const held = await listHeld(trx, organizationId)
  await tables(trx)
    .updateTable('leavers')
    .set({ state: 'ended' })
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'held')
    .execute()
  return held.map(({ personId }) => personId)
}

export type Held = {
  readonly personId: string
  readonly name: string
  readonly reason: string
  readonly since: Date
  /** False for somebody who is back, or never left. */
  readonly gone: boolean
}

export async function listHeld(trx: Trx, organizationId: string, limit?: number): Promise<readonly Held[]> {
  const rows = await tables(trx)
    .selectFrom('leavers')
    .innerJoin('people as p', join =>
      join.onRef('p.organization_id', '=', 'leavers.organization_id').onRef('p.id', '=', 'leavers.person_id')
    )
    .select(['leavers.person_id', 'leavers.reason', 'leavers.left_at', 'p.first_name', 'p.last_name'])
    .select(sql<boolean>`not (p.state = 'active' and p.access)`.as('gone'))
    .where('leavers.organization_id', '=', organizationId)
    .where('leavers.state', '=', 'held')
    .orderBy('gone', 'desc')
    .orderBy('leavers.left_at')
    .orderBy('leavers.person_id')
    .$if(limit !== undefined, query => query.limit(limit ?? 0))
    .execute()
  return rows.map(row => ({
    personId: row.person_id,
    name: [row.first_name, row.last_name].filter(Boolean).join(' '),
    reason: row.reason,
    since: row.left_at,
    gone: row.gone
  }))
}

/** @returns how many are held, by why and by whether they are gone. */
export async function countHeld(
  trx: Trx,
  organizationId: string
): Promise<
  readonly { readonly reason: string; readonly gone: boolean; readonly people: number; readonly first: Date }[]
> {
  const rows = await tables(trx)
    .selectFrom('leavers')
    .select(['reason', gone.as('gone')])
    .select(eb => [eb.fn.countAll<string>().as('people'), eb.fn.min('left_at').as('first')])
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'held')
    .groupBy(['reason', 'gone'])
    .orderBy('people', 'desc')
    .execute()
  return rows.map(({ people, ...row }) => ({ ...row, people: Number(people) }))
}
