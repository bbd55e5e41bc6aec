import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type IdentityRow = {
  readonly id: string
  readonly idp_id: string
  readonly email: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly employee_number: string | null
  readonly attribute: string | null
  readonly state: 'active' | 'inactive'
  readonly access: boolean
  readonly retired: boolean
  readonly started_on: string | null
}

export type IdentitiesAsked = {
  readonly organizationId: string
  /** People after this id. */
  readonly after: string
  readonly limit: number
  /** A raw attribute of the directory, or null for none. */
  readonly attribute: string | null
}

/** By id; whoever ever was in the company is among them. The day somebody began is told by few directories, under these names. */
export async function pageOfIdentities(trx: Trx, asked: IdentitiesAsked): Promise<readonly IdentityRow[]> {
  const { rows } = await sql<IdentityRow>`
    select id, idp_id, email, first_name, last_name, employee_number, raw ->> ${asked.attribute ?? ''}::text as attribute,
      state, access, retired_at is not null as retired,
      coalesce(raw ->> 'employment_start_date', raw ->> 'hireDate', raw ->> 'hire_date', raw ->> 'startDate') as started_on
    from people where organization_id = ${asked.organizationId} and id > ${asked.after} order by id limit ${asked.limit}`.execute(
    trx
  )
  return rows
}

/** Those of these addresses that active people with access have. */
export async function addressesInUse(
  trx: Trx,
  organizationId: string,
  emails: readonly string[]
): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`
    select distinct email from people where organization_id = ${organizationId} and state = 'active' and access
      and email = any(${[...emails]}::text[])`.execute(trx)
  return rows.map(({ email }) => email)
}
