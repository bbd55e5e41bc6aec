import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { deleteRows, insertRows, updateRows } from '../platform/rows.ts'
import type { Saved } from './ledger.ts'
import type { PersonRow } from './row.ts'

export type Report = Pick<PersonRow, 'id' | 'directory_id' | 'manager_refs' | 'manager_id'>
export type Candidate = Pick<PersonRow, 'id' | 'directory_id' | 'idp_id' | 'email'>

type Named = { readonly ids: readonly string[]; readonly names: readonly string[] }

/** People who have one of these as manager, or name one so. */
export async function reportsOf(trx: Trx, organizationId: string, { ids, names }: Named): Promise<readonly Report[]> {
  const naming = sql`select person_id from manager_names
    where organization_id = ${organizationId} and name = any(${[...names]}::text[])`
  const having = sql`select id from people
    where organization_id = ${organizationId} and manager_id = any(${[...ids]}::text[])`
  const { rows } = await sql<Report>`select id, directory_id, manager_refs, manager_id from people
    where organization_id = ${organizationId}
      and id = any(array(${ids.length > 0 ? sql`${naming} union ${having}` : naming}))`.execute(trx)
  return rows
}

/** What these people call their managers. */
export async function saveNames(trx: Trx, people: readonly Saved[]): Promise<void> {
  const of = (row: PersonRow | undefined) =>
    row?.manager_refs.map(name => ({ organization_id: row.organization_id, name, person_id: row.id })) ?? []
  const changed = people.filter(({ before, row }) => !isDeepStrictEqual(before?.manager_refs, row.manager_refs))
  await deleteRows(
    trx,
    'manager_names',
    changed.flatMap(({ before }) => of(before))
  )
  await insertRows(
    trx,
    'manager_names',
    changed.flatMap(({ row }) => of(row)),
    sql`on conflict do nothing`
  )
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
      where organization_id = ${organizationId} and retired_at is null and not site_learner and idp_id = any(${[...refs]}::text[])
    union
    select id, directory_id, idp_id, email from people
      where organization_id = ${organizationId} and retired_at is null and not site_learner and email = any(${[...refs]}::text[])`.execute(
    trx
  )
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

/** Whether the way up from a person leads back to them. Ends in any loop: nobody is visited twice. */
export async function isAboveSelf(trx: Trx, organizationId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ loops: boolean }>`
    with recursive above as (
      select manager_id as id from people where organization_id = ${organizationId} and id = ${personId}
      union
      select p.manager_id from above a join people p on p.organization_id = ${organizationId} and p.id = a.id
    )
    select exists (select from above where id = ${personId}) as loops`.execute(trx)
  return rows[0]?.loops ?? false
}
