import type { Trx } from '../platform/database.ts'
import type { PersonKey } from './store.ts'

export type HandoverProblem = 'account_refused' | 'account_gone' | 'no_email' | 'site_refused'

type HandoverRow = {
  readonly organization_id: string
  readonly person_id: string
  readonly outcome: 'done' | HandoverProblem
  readonly user_id: string | null
  readonly email: string | null
  readonly looked_at: Date | null
  readonly at: Date
}

const tables = (trx: Trx) => trx.withTables<{ learning_handovers: HandoverRow }>()

export const findHandover = (trx: Trx, key: PersonKey): Promise<HandoverRow | undefined> =>
  tables(trx)
    .selectFrom('learning_handovers')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()

type Saving = PersonKey & {
  readonly outcome: HandoverRow['outcome']
  readonly at: Date
  readonly userId?: string
  readonly email?: string
  readonly lookedAt?: Date
}

/** Without what a look showed, the next sign-in looks again. */
export async function saveHandover(trx: Trx, saving: Saving): Promise<void> {
  const { organizationId, personId, outcome, at } = saving
  const values = {
    outcome,
    user_id: saving.userId ?? null,
    email: outcome === 'done' ? (saving.email ?? null) : null,
    looked_at: outcome === 'done' ? (saving.lookedAt ?? null) : null,
    at
  }
  await tables(trx)
    .insertInto('learning_handovers')
    .values({ organization_id: organizationId, person_id: personId, ...values })
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id']).doUpdateSet(values))
    .execute()
}

const FIRST = 20

/** Whose last sign-in on the site failed, and why; the first of each. */
export async function refusedHandovers(
  trx: Trx,
  organizationId: string
): Promise<
  readonly { readonly because: HandoverProblem; readonly personIds: readonly string[]; readonly people: number }[]
> {
  const rows = await tables(trx)
    .selectFrom('learning_handovers')
    .select(['outcome', 'person_id'])
    .where('organization_id', '=', organizationId)
    .where('outcome', '!=', 'done')
    .orderBy('at', 'desc')
    .execute()
  return [...Map.groupBy(rows, ({ outcome }) => outcome)].flatMap(([because, found]) =>
    because === 'done'
      ? []
      : [{ because, people: found.length, personIds: found.slice(0, FIRST).map(({ person_id }) => person_id) }]
  )
}
