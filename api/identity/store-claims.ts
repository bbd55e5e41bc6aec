import type { Trx } from '../platform/database.ts'
import type { Candidates } from './claims.ts'

type ClaimTables = {
  claim_mappings: {
    organization_id: string
    version: number
    candidates: string
    reason: string | null
    author: string
    saved_at: Date
  }
  claim_cases: {
    organization_id: string
    id: string
    name: string
    connection_type: string
    claims: string
    wanted: string
    created_at: Date
  }
}
export type CaseRow = Omit<ClaimTables['claim_cases'], 'claims' | 'wanted'> & {
  readonly claims: unknown
  readonly wanted: unknown
}

const tables = (trx: Trx) => trx.withTables<ClaimTables>()

export type Mapping = { readonly version: number; readonly candidates: Candidates }

/** The driver hands JSON columns over parsed. */
const asCandidates = (value: unknown): Candidates => (typeof value === 'object' && value !== null ? value : {})

/** The newest version; the defaults alone are version 0. */
export async function findMapping(trx: Trx, organizationId: string): Promise<Mapping> {
  const row = await tables(trx)
    .selectFrom('claim_mappings')
    .select(['version', 'candidates'])
    .where('organization_id', '=', organizationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.version, candidates: asCandidates(row.candidates) } : { version: 0, candidates: {} }
}

export type NewMapping = Mapping & {
  readonly organizationId: string
  readonly reason: string | undefined
  readonly author: string
  readonly at: Date
}

/** @returns false when that version is there already. */
export async function insertMapping(trx: Trx, mapping: NewMapping): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(trx)
    .insertInto('claim_mappings')
    .values({
      organization_id: mapping.organizationId,
      version: mapping.version,
      candidates: JSON.stringify(mapping.candidates),
      reason: mapping.reason ?? null,
      author: mapping.author,
      saved_at: mapping.at
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const listCases = (trx: Trx, organizationId: string): Promise<readonly CaseRow[]> =>
  tables(trx)
    .selectFrom('claim_cases')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute()

export async function insertCase(trx: Trx, row: CaseRow): Promise<void> {
  const [claims, wanted] = [JSON.stringify(row.claims), JSON.stringify(row.wanted)]
  await tables(trx)
    .insertInto('claim_cases')
    .values({ ...row, claims, wanted })
    .execute()
}

/** @returns whether there was one. */
export async function deleteCase(trx: Trx, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(trx)
    .deleteFrom('claim_cases')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
