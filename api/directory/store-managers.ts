import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { updateRows } from '../platform/rows.ts'
import type { PersonRow } from './row.ts'

export type Report = Pick<PersonRow, 'id' | 'directory_id' | 'manager_refs' | 'manager_id'>
export type Candidate = Pick<PersonRow, 'id' | 'directory_id' | 'idp_id' | 'email'>

type Named = { readonly ids: readonly string[]; readonly names: readonly string[] }

/** People who have one of these as manager, or name one so. Each branch has an index of its own. */
export async function reportsOf(trx: Trx, organizationId: string, { ids, names }: Named): Promise<readonly Report[]> {
  const naming = sql`select id, directory_id, manager_refs, manager_id from people
    where organization_id = ${organizationId} and manager_refs && ${[...names]}::text[]`
  const having = sql`select id, directory_id, manager_refs, manager_id from people
    where organization_id = ${organizationId} and manager_id = any(${[...ids]}::text[])`
  const query = ids.length > 0 ? sql<Report>`${naming} union ${having}` : sql<Report>`${naming}`
  return (await query.execute(trx)).rows
}

/** People who may be meant by these names. */
export async function candidatesFor(
  trx: Trx,
  organizationId: string,
  refs: readonly string[]
): Promise<readonly Candidate[]> {
  if (refs.length === 0) return []
  const { rows } = await sql<Candidate>`
    select id, directory_id, idp_id, email from people
      where organization_id = ${organizationId} and idp_id = any(${[...refs]}::text[])
    union
    select id, directory_id, idp_id, email from people
      where organization_id = ${organizationId} and email = any(${[...refs]}::text[])`.execute(trx)
  return rows
}

export const saveManagers = (
  trx: Trx,
  organization_id: string,
  links: readonly { readonly id: string; readonly manager_id: string | null }[]
): Promise<void> =>
  updateRows(
    trx,
    'people',
    links.map(link => ({ organization_id, ...link })),
    ['organization_id', 'id']
  )
