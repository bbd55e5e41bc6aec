/** SQL of where a company's coach may be framed. */
import type { Trx } from '../platform/database.ts'

type EmbedTables = {
  embed_origins: { organization_id: string; origin: string; added_by: string; added_at: Date }
}

const tables = (trx: Trx) => trx.withTables<EmbedTables>()

export async function listOrigins(trx: Trx, organizationId: string): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('embed_origins')
    .select('origin')
    .where('organization_id', '=', organizationId)
    .orderBy('added_at')
    .orderBy('origin')
    .execute()
  return rows.map(({ origin }) => origin)
}

type Change = {
  readonly organizationId: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly by: string
  readonly at: Date
}

export async function changeOrigins(trx: Trx, { organizationId, added, removed, by, at }: Change): Promise<void> {
  const db = tables(trx)
  if (removed.length > 0)
    await db
      .deleteFrom('embed_origins')
      .where('organization_id', '=', organizationId)
      .where('origin', 'in', removed)
      .execute()
  const rows = added.map(origin => ({ organization_id: organizationId, origin, added_by: by, added_at: at }))
  if (rows.length > 0)
    await db
      .insertInto('embed_origins')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .execute()
}
