/** What people want remembered, each item sealed by itself. */
import type { MemoryItem } from '../contract/memory.ts'
import type { Trx } from '../platform/database.ts'

type MemoryTables = {
  memory_choices: {
    organization_id: string
    person_id: string
    active: boolean
    from_plans: boolean
    changed_at: Date
  }
  memory_items: {
    organization_id: string
    id: string
    person_id: string
    sealed: Buffer
    source: MemoryItem['source']
    source_id: string | null
    source_at: Date
    edited_at: Date | null
  }
}

export type ItemRow = MemoryTables['memory_items']
type Key = { readonly organizationId: string; readonly personId: string }
type ItemKey = Key & { readonly itemId: string }
export type Choices = { readonly active: boolean; readonly fromPlans: boolean }

const tables = (trx: Trx) => trx.withTables<MemoryTables>()

/** Off until somebody says otherwise. Locked, so that items are counted one after the other. */
export async function choicesOf(trx: Trx, { organizationId, personId }: Key): Promise<Choices> {
  const row = await tables(trx)
    .selectFrom('memory_choices')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return { active: row?.active ?? false, fromPlans: row?.from_plans ?? false }
}

export async function saveChoices(trx: Trx, key: Key & Choices & { readonly at: Date }): Promise<void> {
  const changed = { active: key.active, from_plans: key.fromPlans, changed_at: key.at }
  await tables(trx)
    .insertInto('memory_choices')
    .values({ organization_id: key.organizationId, person_id: key.personId, ...changed })
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id']).doUpdateSet(changed))
    .execute()
}

/** Newest first. */
export const listItems = (trx: Trx, { organizationId, personId }: Key): Promise<ItemRow[]> =>
  tables(trx)
    .selectFrom('memory_items')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .orderBy('source_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertItem(trx: Trx, row: ItemRow): Promise<void> {
  await tables(trx)
    .insertInto('memory_items')
    .values(row)
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id', 'source_id']).doNothing())
    .execute()
}

export async function rewriteItem(
  trx: Trx,
  { organizationId, personId, itemId, sealed, at }: ItemKey & { readonly sealed: Buffer; readonly at: Date }
): Promise<void> {
  await tables(trx)
    .updateTable('memory_items')
    .set({ sealed, edited_at: at })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('id', '=', itemId)
    .execute()
}

/** @param itemId all of the person's without it. @returns how many are gone. */
export async function deleteItems(
  trx: Trx,
  { organizationId, personId, itemId }: Key & { readonly itemId?: string }
): Promise<number> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('memory_items')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .$if(itemId !== undefined, query => query.where('id', '=', itemId ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
