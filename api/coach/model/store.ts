import type { ModelCheck, ModelProvider } from '../../contract/coach-engine.ts'
import type { Trx } from '../../platform/database.ts'

type EngineTables = {
  coach_engines: {
    organization_id: string
    provider: ModelProvider
    endpoint: string
    model: string
    wrapped_key: Buffer
    sealed: Buffer
    version: string
    active: boolean
    changed_by: string
    changed_at: Date
    check_result: ModelCheck['result'] | null
    check_ms: number | null
    checked_at: Date | null
  }
}

export type EngineRow = EngineTables['coach_engines']

const tables = (trx: Trx) => trx.withTables<EngineTables>()

export const findEngine = (trx: Trx, organizationId: string): Promise<EngineRow | undefined> =>
  tables(trx).selectFrom('coach_engines').selectAll().where('organization_id', '=', organizationId).executeTakeFirst()

/** Locked, so that two admins at once change one after the other. */
export const lockEngine = (trx: Trx, organizationId: string): Promise<EngineRow | undefined> =>
  tables(trx)
    .selectFrom('coach_engines')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirst()

export async function saveEngine(trx: Trx, { organization_id, ...row }: EngineRow): Promise<void> {
  await tables(trx)
    .insertInto('coach_engines')
    .values({ organization_id, ...row })
    .onConflict(conflict => conflict.column('organization_id').doUpdateSet(row))
    .execute()
}

type Checked = ModelCheck & { readonly organizationId: string; readonly version: string }

/** @returns false when the settings were changed while they were checked. */
export async function saveCheck(trx: Trx, { organizationId, version, result, ms, at }: Checked): Promise<boolean> {
  const { numUpdatedRows } = await tables(trx)
    .updateTable('coach_engines')
    .set({
      check_result: result,
      check_ms: ms,
      checked_at: new Date(at),
      ...(result === 'well' ? { active: true } : {})
    })
    .where('organization_id', '=', organizationId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteEngine(trx: Trx, organizationId: string): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('coach_engines')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
