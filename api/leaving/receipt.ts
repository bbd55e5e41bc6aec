/** The link that opens a receipt without a sign-in: nobody can sign in any more when it is there. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isId } from '../contract/ids.ts'
import type { Deps } from '../platform/deps.ts'
import * as store from './store.ts'

/** Follows from a key that goes with the company: nobody can make it anew afterwards. */
export const receiptToken = (
  { vault }: Pick<Deps, 'vault'>,
  row: Pick<store.LeavingRow, 'organization_id' | 'id' | 'wrapped_key'>
): string => `${row.organization_id}.${vault.fingerprint(row.wrapped_key, row.organization_id, `receipt/${row.id}`)}`

/** @returns undefined for what no link of ours holds: nothing is looked up for it. */
export function companyOf(token: string): string | undefined {
  const [organizationId = '', secret = '', more] = token.split('.')
  return isId('organization', organizationId) && secret && more === undefined ? organizationId : undefined
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

const countsSchema = z.record(z.string(), z.number())

/** By table, as they were counted while they went. */
export const erasedOf = (row: Pick<store.LeavingRow, 'erased'> | undefined): Readonly<Record<string, number>> =>
  countsSchema.parse(row?.erased ?? {})

const rowsOf = (row: store.LeavingRow): number => Object.values(erasedOf(row)).reduce((sum, count) => sum + count, 0)

/** @returns undefined for a link that is none. */
export async function openReceipt(deps: Deps, token: string) {
  const organizationId = companyOf(token)
  if (!organizationId) return undefined
  const id = digestOf(token)
  const kept = await deps.db.router(trx => store.findReceipt(trx, id))
  if (kept) return { state: 'erased' as const, jws: kept.jws }
  const row = await deps.db.for(organizationId)(trx => store.findLeaving(trx, organizationId))
  return row && digestOf(receiptToken(deps, row)) === id ? { state: row.state, rowsErased: rowsOf(row) } : undefined
}
