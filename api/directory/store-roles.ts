import { sql } from 'kysely'
import type { GIVEN_ROLES } from '../contract/role-grants.ts'
import type { Role } from '../contract/roles.ts'
import type { Statement, Trx } from '../platform/database.ts'

export type GivenRole = (typeof GIVEN_ROLES)[number]
export type GrantKey = { readonly organizationId: string; readonly personId: string; readonly role: GivenRole }

/** Whoever takes a role waits for whoever else does: two cannot each leave the other as the last owner. */
export async function lockRoles(trx: Trx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`roles/${organizationId}`}))`.execute(trx)
}

type Given = GrantKey & { readonly reason: string; readonly by: string; readonly at: Date }

/** @returns false when they have it from an owner already. */
export async function insertGrant(
  trx: Trx,
  { organizationId, personId, role, reason, by, at }: Given
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into role_grants (organization_id, person_id, role, reason, given_by, given_at)
    values (${organizationId}, ${personId}, ${role}, ${reason}, ${by}, ${at}) on conflict do nothing`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

export async function deleteGrant(trx: Trx, { organizationId, personId, role }: GrantKey): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from role_grants
    where organization_id = ${organizationId} and person_id = ${personId} and role = ${role}`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

/** @returns who had which, of those who leave. */
export async function deleteGrantsOf(
  trx: Trx,
  organizationId: string,
  personIds: readonly string[]
): Promise<readonly { readonly person_id: string; readonly role: GivenRole }[]> {
  const { rows } = await sql<{ person_id: string; role: GivenRole }>`delete from role_grants
    where organization_id = ${organizationId} and person_id = any(${[...personIds]}::text[])
    returning person_id, role`.execute(trx)
  return rows
}

/** Active people with access who may give roles. */
export async function listOwners(db: Statement, organizationId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from people p
    where p.organization_id = ${organizationId} and p.state = 'active' and p.access
      and ('admin' = any(p.roles) or 'owner' = any(p.roles) or exists (
        select from role_grants g where g.organization_id = p.organization_id and g.person_id = p.id and g.role = 'owner'))
    order by p.id`.execute(db)
  return rows.map(({ id }) => id)
}

export type HolderRow = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly grants: readonly {
    readonly role: GivenRole
    readonly reason: string
    readonly by: string
    readonly at: string
  }[]
}

const MOST = 500

export async function listHolders(db: Statement, organizationId: string): Promise<readonly HolderRow[]> {
  const { rows } =
    await sql<HolderRow>`select p.id, concat_ws(' ', p.first_name, p.last_name) as name, p.email, p.roles,
      coalesce(g.grants, '[]'::jsonb) as grants
    from people p left join lateral (
      select jsonb_agg(jsonb_build_object('role', g.role, 'reason', g.reason, 'by', g.given_by, 'at', g.given_at)
        order by g.role) as grants
      from role_grants g where g.organization_id = p.organization_id and g.person_id = p.id) g on true
    where p.organization_id = ${organizationId} and p.state = 'active' and p.access
      and (cardinality(p.roles) > 0 or p.id = any(array(select person_id from role_grants where organization_id = ${organizationId})))
    order by name, p.id limit ${MOST}`.execute(db)
  return rows
}
