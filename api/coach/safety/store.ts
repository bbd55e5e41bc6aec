import { sql } from 'kysely'
import type { CompanyLine, CompanyRoute } from '../../contract/safety.ts'
import type { Trx } from '../../platform/database.ts'
import type { PauseState } from './pause.ts'

type SafetyTables = {
  safety_pauses: { organization_id: string; person_id: string; state: PauseState; since: Date }
  safety_policies: {
    organization_id: string
    lines: readonly CompanyLine[]
    routes: readonly CompanyRoute[]
    changed_by: string
    changed_at: Date
  }
}

type Key = { readonly organizationId: string; readonly personId: string }

const tables = (trx: Trx) => trx.withTables<SafetyTables>()

const pauseOf = (trx: Trx, key: Key) =>
  tables(trx)
    .selectFrom('safety_pauses')
    .select('state')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)

export const findPause = async (trx: Trx, key: Key): Promise<PauseState | undefined> =>
  (await pauseOf(trx, key).executeTakeFirst())?.state

/** Locked, so that two messages at once are answered one after the other. */
export const lockPause = async (trx: Trx, key: Key): Promise<PauseState | undefined> =>
  (await pauseOf(trx, key).forUpdate().executeTakeFirst())?.state

export async function savePause(trx: Trx, key: Key & { readonly state: PauseState; readonly at: Date }): Promise<void> {
  await tables(trx)
    .insertInto('safety_pauses')
    .values({ organization_id: key.organizationId, person_id: key.personId, state: key.state, since: key.at })
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id']).doUpdateSet({ state: key.state }))
    .execute()
}

export async function deletePause(trx: Trx, key: Key): Promise<void> {
  await tables(trx)
    .deleteFrom('safety_pauses')
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .execute()
}

export type StoredPolicy = { readonly lines: readonly CompanyLine[]; readonly routes: readonly CompanyRoute[] }

export const findPolicy = (trx: Trx, organizationId: string): Promise<StoredPolicy | undefined> =>
  tables(trx)
    .selectFrom('safety_policies')
    .select(['lines', 'routes'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()

type Saved = StoredPolicy & { readonly organizationId: string; readonly by: string; readonly at: Date }

export async function savePolicy(trx: Trx, { organizationId, lines, routes, by, at }: Saved): Promise<void> {
  const row = {
    lines: sql<readonly CompanyLine[]>`${JSON.stringify(lines)}::jsonb`,
    routes: sql<readonly CompanyRoute[]>`${JSON.stringify(routes)}::jsonb`,
    changed_by: by,
    changed_at: at
  }
  await tables(trx)
    .insertInto('safety_policies')
    .values({ organization_id: organizationId, ...row })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(row))
    .execute()
}
