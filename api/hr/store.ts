/** Which facts a person switched off. */
import type { ContextFact } from '../contract/memory.ts'
import type { Trx } from '../platform/database.ts'

type ContextTables = {
  context_choices: {
    organization_id: string
    person_id: string
    fact: ContextFact
    active: boolean
    changed_at: Date
  }
}
type Key = { readonly organizationId: string; readonly personId: string }

export const choicesOf = async (
  trx: Trx,
  { organizationId, personId }: Key
): Promise<ReadonlyMap<ContextFact, boolean>> => {
  const rows = await trx
    .withTables<ContextTables>()
    .selectFrom('context_choices')
    .select(['fact', 'active'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map(({ fact, active }) => [fact, active]))
}

export async function saveChoice(
  trx: Trx,
  { organizationId, personId, fact, active, at }: Key & { fact: ContextFact; active: boolean; at: Date }
): Promise<void> {
  await trx
    .withTables<ContextTables>()
    .insertInto('context_choices')
    .values({ organization_id: organizationId, person_id: personId, fact, active, changed_at: at })
    .onConflict(conflict =>
      conflict.columns(['organization_id', 'person_id', 'fact']).doUpdateSet({ active, changed_at: at })
    )
    .execute()
}
