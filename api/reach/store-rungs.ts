/** SQL of the rungs below the chat that a delivery was tried on. */
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type LowerRung = 'feed' | 'mail'
export type RungState = 'waiting' | 'sending' | 'sent' | 'failed' | 'skipped'

type RungTables = {
  delivery_rungs: {
    organization_id: string
    delivery_id: string
    rung: LowerRung
    person_id: string
    state: RungState
    reason: string | null
    attempts: number
    unclear: number
    claimed_until: Date | null
    updated_at: Date
  }
}

export type RungRow = RungTables['delivery_rungs']
/** `busy`: another process is at it now. */
export type LockedRung = RungRow & { readonly busy: boolean }
export type RungKey = { readonly organizationId: string; readonly deliveryId: string; readonly rung: LowerRung }

const tables = (trx: Trx) => trx.withTables<RungTables>()

/** Two jobs of one delivery take turns. */
export async function lockRung(trx: Trx, key: RungKey, personId: string, at: Date): Promise<LockedRung> {
  const fresh = {
    state: 'waiting',
    reason: null,
    attempts: 0,
    unclear: 0,
    claimed_until: null,
    updated_at: at
  } as const
  await tables(trx)
    .insertInto('delivery_rungs')
    .values({
      organization_id: key.organizationId,
      delivery_id: key.deliveryId,
      rung: key.rung,
      person_id: personId,
      ...fresh
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'delivery_id', 'rung']).doNothing())
    .execute()
  return tables(trx)
    .selectFrom('delivery_rungs')
    .selectAll()
    .select(sql<boolean>`coalesce(claimed_until > clock_timestamp(), false)`.as('busy'))
    .where('organization_id', '=', key.organizationId)
    .where('delivery_id', '=', key.deliveryId)
    .where('rung', '=', key.rung)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

type Change = Partial<Pick<RungRow, 'state' | 'reason' | 'attempts' | 'unclear'>> & Pick<RungRow, 'updated_at'>

/** Ends the claim, unless `leaseMs` begins one. */
export async function changeRung(trx: Trx, key: RungKey, change: Change, leaseMs?: number): Promise<void> {
  const claim =
    leaseMs === undefined
      ? sql<null>`null`
      : sql<Date>`clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'`
  await tables(trx)
    .updateTable('delivery_rungs')
    .set({ ...change, claimed_until: claim })
    .where('organization_id', '=', key.organizationId)
    .where('delivery_id', '=', key.deliveryId)
    .where('rung', '=', key.rung)
    .execute()
}

export const findRung = (trx: Trx, key: RungKey): Promise<RungRow | undefined> =>
  tables(trx)
    .selectFrom('delivery_rungs')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('delivery_id', '=', key.deliveryId)
    .where('rung', '=', key.rung)
    .executeTakeFirst()

/** What came of the feed the last time it was tried for this person. */
export const lastFeed = (
  trx: Trx,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string }
): Promise<Pick<RungRow, 'state' | 'reason' | 'updated_at'> | undefined> =>
  tables(trx)
    .selectFrom('delivery_rungs')
    .select(['state', 'reason', 'updated_at'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('rung', '=', 'feed')
    .where('state', 'in', ['sent', 'failed'])
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
