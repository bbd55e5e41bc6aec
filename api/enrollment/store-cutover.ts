/** The last check of who could not sign in after the cutover, and what an admin accepts of it. */
import { sql } from 'kysely'
import type { CutoverKind, SitePlan } from '../contract/cutover.ts'
import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'

type CutoverTables = {
  cutover_checks: {
    organization_id: string
    checked_at: Date
    checked_by: string
    plan: SitePlan
    learners: number
    able: number
    left_people: number
  }
  cutover_items: {
    organization_id: string
    item_key: string
    place: number
    kind: CutoverKind
    user_id: string | null
    person_id: string | null
    name: string
    email: string
    people: number
  }
  cutover_acceptances: {
    organization_id: string
    item_key: string
    reason: string
    accepted_by: string
    accepted_at: Date
  }
}

export type CheckRow = CutoverTables['cutover_checks']
export type ItemRow = CutoverTables['cutover_items']
export type SeenItem = ItemRow & {
  readonly reason: string | null
  readonly accepted_by: string | null
  readonly accepted_at: Date | null
}

const tables = (trx: Trx) => trx.withTables<CutoverTables>()

/** Takes the place of the check before. What is gone is no longer accepted: should it come back, it is asked about again. */
export async function saveCheck(trx: Trx, check: CheckRow, items: readonly ItemRow[]): Promise<void> {
  const { organization_id: organizationId, ...set } = check
  await tables(trx)
    .insertInto('cutover_checks')
    .values(check)
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(set))
    .execute()
  await tables(trx).deleteFrom('cutover_items').where('organization_id', '=', organizationId).execute()
  for (let at = 0; at < items.length; at += ROWS) await insertRows(trx, 'cutover_items', items.slice(at, at + ROWS))
  await sql`delete from cutover_acceptances a where organization_id = ${organizationId} and not exists (
    select from cutover_items i where i.organization_id = a.organization_id and i.item_key = a.item_key)`.execute(trx)
}

const ROWS = 5000

export const findCheck = (trx: Trx, organizationId: string): Promise<CheckRow | undefined> =>
  tables(trx).selectFrom('cutover_checks').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()

export async function countKinds(trx: Trx, organizationId: string) {
  const { rows } = await sql<{ kind: CutoverKind; items: number; accepted: number }>`
    select i.kind, count(*)::int as items, count(a.item_key)::int as accepted
    from cutover_items i left join cutover_acceptances a
      on a.organization_id = i.organization_id and a.item_key = i.item_key
    where i.organization_id = ${organizationId} group by i.kind order by min(i.place)`.execute(trx)
  return rows
}

type ItemsAsked = {
  readonly organizationId: string
  readonly kind?: CutoverKind | undefined
  /** Places after this one. */
  readonly after: number
  readonly limit: number
}

/** In the order of the check, with what was accepted. */
export async function pageOfItems(trx: Trx, { organizationId, kind, after, limit }: ItemsAsked) {
  const { rows } = await sql<SeenItem>`
    select i.*, a.reason, a.accepted_by, a.accepted_at from cutover_items i left join cutover_acceptances a
      on a.organization_id = i.organization_id and a.item_key = i.item_key
    where i.organization_id = ${organizationId} and i.place > ${after} ${kind ? sql`and i.kind = ${kind}` : sql``}
    order by i.place limit ${limit}`.execute(trx)
  return rows
}

/** The kinds of those that are there. */
export async function kindsOf(trx: Trx, organizationId: string, itemKeys: readonly string[]) {
  const { rows } = await sql<Pick<ItemRow, 'item_key' | 'kind'>>`
    select item_key, kind from cutover_items where organization_id = ${organizationId}
      and item_key = any(${[...itemKeys]}::text[])`.execute(trx)
  return rows
}

export async function saveAcceptances(trx: Trx, rows: readonly CutoverTables['cutover_acceptances'][]): Promise<void> {
  await insertRows(
    trx,
    'cutover_acceptances',
    rows,
    sql`on conflict (organization_id, item_key) do update set reason = excluded.reason, accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at`
  )
}

/** @returns how many were accepted until now. */
export async function dropAcceptances(trx: Trx, organizationId: string, itemKeys: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`delete from cutover_acceptances where organization_id = ${organizationId}
    and item_key = any(${[...itemKeys]}::text[])`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
