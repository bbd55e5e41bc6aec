/** SQL of plans, and of who did what when, for reports: ids only. */
import { sql } from 'kysely'
import type { PlanView } from '../contract/coach.ts'
import type { Trx } from '../platform/database.ts'
import { followedBy, type Moment } from '../platform/moments.ts'

type CoachTables = {
  messages: { organization_id: string; person_id: string; author: string; at: Date }
  plans: {
    organization_id: string
    id: string
    person_id: string
    sealed: Buffer
    state: PlanView['state']
    follow_up_at: Date | null
    made_at: Date
    closed_at: Date | null
  }
}

export type PlanRow = CoachTables['plans']
type Key = { readonly organizationId: string; readonly personId: string }

const tables = (trx: Trx) => trx.withTables<CoachTables>()

export async function insertPlan(trx: Trx, row: PlanRow): Promise<void> {
  await tables(trx).insertInto('plans').values(row).execute()
}

export const listPlans = (trx: Trx, key: Key): Promise<PlanRow[]> =>
  tables(trx)
    .selectFrom('plans')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const lockPlan = (trx: Trx, key: Key & { readonly planId: string }): Promise<PlanRow | undefined> =>
  tables(trx)
    .selectFrom('plans')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .where('id', '=', key.planId)
    .forUpdate()
    .executeTakeFirst()

export async function changePlanRow(
  trx: Trx,
  key: Key & { readonly planId: string } & Pick<PlanRow, 'sealed' | 'follow_up_at'>
): Promise<void> {
  await tables(trx)
    .updateTable('plans')
    .set({ sealed: key.sealed, follow_up_at: key.follow_up_at })
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.planId)
    .execute()
}

export async function closePlanRow(
  trx: Trx,
  key: Key & { readonly planId: string; readonly state: PlanView['state']; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('plans')
    .set({ state: key.state, closed_at: key.at })
    .where('organization_id', '=', key.organizationId)
    .where('id', '=', key.planId)
    .execute()
}

type Period = { readonly from: Date; readonly to: Date }

export async function peopleWriting(trx: Trx, organizationId: string, period: Period): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('messages')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('author', '=', 'person')
    .where('at', '>=', period.from)
    .where('at', '<=', period.to)
    .execute()
  return new Set(rows.map(row => row.person_id))
}

export async function peoplePlanning(
  trx: Trx,
  organizationId: string,
  filter: Period & { readonly states: readonly PlanView['state'][] }
): Promise<ReadonlySet<string>> {
  const rows = await tables(trx)
    .selectFrom('plans')
    .select('person_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('made_at', '>=', filter.from)
    .where('made_at', '<=', filter.to)
    .where('state', 'in', [...filter.states])
    .execute()
  return new Set(rows.map(row => row.person_id))
}

type Followed = { readonly moments: readonly Moment[]; readonly withinMs: number }

/** Moments after which the person wrote to the coach. */
export const followedByWriting = (trx: Trx, organizationId: string, followed: Followed): Promise<ReadonlySet<string>> =>
  followedBy(
    trx,
    followed,
    sql`select 1 from messages x where x.organization_id = ${organizationId} and x.person_id = m.person_id
      and x.author = 'person' and x.at > m.at and x.at <= m.until`
  )

/** Moments after which a plan of the person happened, as they said. */
export const followedByKeeping = (trx: Trx, organizationId: string, followed: Followed): Promise<ReadonlySet<string>> =>
  followedBy(
    trx,
    followed,
    sql`select 1 from plans x where x.organization_id = ${organizationId} and x.person_id = m.person_id
      and x.state = 'kept' and x.closed_at > m.at and x.closed_at <= m.until`
  )
