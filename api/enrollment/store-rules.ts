import { sql } from 'kysely'
import { ruleSetSchema, type RuleSet } from '../contract/enrollment-rules.ts'
import type { Trx } from '../platform/database.ts'

type RuleTables = {
  enrollment_rule_sets: {
    organization_id: string
    version: number
    content: string
    source: 'settings' | 'admin'
    author: string
    reason: string
    saved_at: Date
  }
}

export type RuleVersion = {
  readonly version: number
  readonly set: RuleSet
  readonly source: 'settings' | 'admin'
  readonly author: string
  readonly reason: string
  readonly savedAt: Date
}

const tables = (trx: Trx) => trx.withTables<RuleTables>()

/** Newest first. */
export async function listVersions(trx: Trx, organizationId: string, limit: number): Promise<readonly RuleVersion[]> {
  const rows = await tables(trx)
    .selectFrom('enrollment_rule_sets')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    version: row.version,
    // The driver hands JSON columns over parsed.
    set: ruleSetSchema.parse(row.content),
    source: row.source,
    author: row.author,
    reason: row.reason,
    savedAt: row.saved_at
  }))
}

/** @returns false when somebody else saved this version first. */
export async function insertVersion(trx: Trx, organizationId: string, version: RuleVersion): Promise<boolean> {
  const result = await tables(trx)
    .insertInto('enrollment_rule_sets')
    .values({
      organization_id: organizationId,
      version: version.version,
      content: sql`${JSON.stringify(version.set)}::jsonb`,
      source: version.source,
      author: version.author,
      reason: version.reason,
      saved_at: version.savedAt
    })
    .onConflict(conflict => conflict.columns(['organization_id', 'version']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
