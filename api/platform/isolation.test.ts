import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestWorld } from '../testing.ts'

/** Tables without a policy for one organization, each with its reason. */
const SHARED: Readonly<Record<string, string>> = {
  migrations: 'names of applied files, no company’s data; only the owner reads it',
  paces: 'when an outside limit allows the next call; keys are sites and tenants, no person',
  call_slots: 'places for calls to an outside service; keys are sites, no person',
  call_blocks: 'until when a service wants no calls; keys are sites, no person',
  organizations: 'reference: read to find out which company a request belongs to',
  organization_domains: 'reference: from an e-mail domain to its company',
  entra_tenants: 'reference: from a tenant id to its company',
  connections: 'reference: from a connection to its company',
  directory_cursor: 'local: one position in the provider’s event stream per environment',
  oidc_payloads: 'local: rows of the OpenID provider, read by their unguessable id before a company is known',
  oidc_keys: 'local: the provider’s signing keys, sealed',
  oidc_clients: 'reference: relying parties, secrets sealed',
  rate_limits: 'local: failed tries, counted under digests',
  revocations: 'local: read by every process for all companies; ids and times only',
  own_sign_ins:
    'local: sign-ins on their way, read by the interaction of the browser’s cookie before a company is known',
  company_receipts:
    'local: signed receipts of companies that are gone, read by the digest of a link; no company is named',
  subjects: 'reference: from a subject to its company'
}

type TableRow = { readonly name: string; readonly forced: boolean; readonly policy: string | null }

test('every table shows one organization only, or is listed here with its reason', async () => {
  await using world = await createTestWorld()
  const tables = await world.deps.db.owner(trx =>
    sql<TableRow>`
      select c.relname as name, c.relforcerowsecurity as forced,
        (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organization') as policy
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace order by 1`.execute(
      trx
    )
  )
  const open = tables.rows.filter(({ forced, policy }) => !forced || !policy?.includes('ci.organization'))
  expect(open.map(({ name }) => name).filter(name => !(name in SHARED))).toEqual([])
  expect(tables.rows.length).toBeGreaterThan(10)
})

test('the roles of the running product are no superusers, own nothing and cannot bypass row security', async () => {
  await using world = await createTestWorld()
  const roles = await world.deps.db.owner(trx =>
    sql<{ name: string; strong: boolean; owned: number }>`
      select rolname as name, rolsuper or rolbypassrls or rolcreaterole as strong,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname in ('ci_app', 'ci_router') order by 1`.execute(trx)
  )
  expect(roles.rows).toEqual([
    { name: 'ci_app', strong: false, owned: 0 },
    { name: 'ci_router', strong: false, owned: 0 }
  ])
})
