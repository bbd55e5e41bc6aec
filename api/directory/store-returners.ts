import type { Trx } from '../platform/database.ts'
import { insertRows } from '../platform/rows.ts'
import type { Doubt } from './recognize.ts'

type Tables = {
  returners: {
    organization_id: string
    person_id: string
    former_person_id: string
    because: Doubt
    asked_at: Date
    decision: 'same' | 'different' | null
    decided_at: Date | null
    decided_by: string | null
  }
  people: {
    organization_id: string
    id: string
    first_name: string | null
    last_name: string | null
    email: string | null
    inactive_since: Date | null
    retired_at: Date | null
  }
}

type Asked = { readonly personId: string; readonly formerId: string; readonly because: Doubt }

export const askAbout = (
  trx: Trx,
  { organizationId, at }: { readonly organizationId: string; readonly at: Date },
  doubts: readonly Asked[]
): Promise<number> =>
  insertRows(
    trx,
    'returners',
    doubts.map(({ personId, formerId, because }) => ({
      organization_id: organizationId,
      person_id: personId,
      former_person_id: formerId,
      because,
      asked_at: at
    }))
  )

/** Undecided, of people who are still there, newest first. */
export const listOpen = (trx: Trx, organizationId: string, limit: number) =>
  trx
    .withTables<Tables>()
    .selectFrom('returners as r')
    .innerJoin('people as p', join =>
      join.onRef('p.organization_id', '=', 'r.organization_id').onRef('p.id', '=', 'r.person_id')
    )
    .innerJoin('people as f', join =>
      join.onRef('f.organization_id', '=', 'r.organization_id').onRef('f.id', '=', 'r.former_person_id')
    )
    .select(['r.person_id', 'r.because', 'r.asked_at', 'p.first_name', 'p.last_name', 'p.email'])
    .select(['f.first_name as former_first_name', 'f.last_name as former_last_name', 'f.inactive_since as gone_since'])
    .where('r.organization_id', '=', organizationId)
    .where('r.decision', 'is', null)
    .where('p.retired_at', 'is', null)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.person_id')
    .limit(limit)
    .execute()

type Decided = {
  readonly organizationId: string
  readonly personId: string
  readonly decision: 'same' | 'different'
  readonly at: Date
  readonly by: string
}

/** @returns who the person may have been; undefined when it has been decided, or was never asked. */
export async function decideOnce(trx: Trx, decided: Decided): Promise<string | undefined> {
  const row = await trx
    .withTables<Tables>()
    .updateTable('returners')
    .set({ decision: decided.decision, decided_at: decided.at, decided_by: decided.by })
    .where('organization_id', '=', decided.organizationId)
    .where('person_id', '=', decided.personId)
    .where('decision', 'is', null)
    .returning('former_person_id')
    .executeTakeFirst()
  return row?.former_person_id
}
