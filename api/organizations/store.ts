import { sql } from 'kysely'
import { storedSettingsSchema, type StoredSettings } from '../contract/organizations.ts'
import type { Trx } from '../platform/database.ts'

/** A company that leaves: nobody but those who lead its leaving comes in, then nobody. */
export type Closed = 'people' | 'all'

type OrganizationTables = {
  organizations: {
    id: string
    external_id: string
    workos_organization_id: string | null
    settings: string
    created_at: Date
    updated_at: Date
    closed: Closed | null
  }
  organization_domains: { domain: string; organization_id: string }
  entra_tenants: { tenant_id: string; organization_id: string; confirmed_at: Date; proof: 'operator' }
  organization_secrets: { organization_id: string; name: string; wrapped_key: Buffer; sealed: Buffer; updated_at: Date }
}

export type Organization = StoredSettings & { readonly organizationId: string; readonly closed?: Closed }

const tables = (trx: Trx) => trx.withTables<OrganizationTables>()

type OrganizationRow = { readonly id: string; readonly settings: unknown; readonly closed: Closed | null }

const toOrganization = (row: OrganizationRow): Organization => ({
  ...storedSettingsSchema.parse(row.settings),
  organizationId: row.id,
  ...(row.closed ? { closed: row.closed } : {})
})

export async function upsertOrganization(
  trx: Trx,
  input: { readonly id: string; readonly externalId: string; readonly settings: StoredSettings; readonly at: Date }
): Promise<string> {
  const settings = JSON.stringify(input.settings)
  const workosOrganizationId = input.settings.signIn === 'provider' ? input.settings.workosOrganizationId : null
  const row = await tables(trx)
    .insertInto('organizations')
    .values({
      id: input.id,
      external_id: input.externalId,
      workos_organization_id: workosOrganizationId,
      settings,
      created_at: input.at,
      updated_at: input.at
    })
    .onConflict(conflict =>
      conflict
        .column('external_id')
        .doUpdateSet({ settings, workos_organization_id: workosOrganizationId, updated_at: input.at })
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Undefined for a company that is not there yet; whoever else changes it waits. */
export async function findStoredSettings(trx: Trx, externalId: string): Promise<StoredSettings | undefined> {
  const row = await tables(trx)
    .selectFrom('organizations')
    .select('settings')
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst()
  return row && storedSettingsSchema.parse(row.settings)
}

type Routes = {
  readonly organizationId: string
  readonly domains: readonly string[]
  readonly tenants: readonly string[]
  readonly at: Date
}

/** @returns domains and tenants that are another company's and stay so; the caller refuses by them. */
export async function replaceRoutes(trx: Trx, routes: Routes): Promise<readonly string[]> {
  return [...(await replaceDomains(trx, routes)), ...(await replaceTenants(trx, routes))]
}

async function replaceDomains(trx: Trx, { organizationId, domains }: Routes): Promise<readonly string[]> {
  const db = tables(trx)
  await db.deleteFrom('organization_domains').where('organization_id', '=', organizationId).execute()
  if (domains.length === 0) return []
  const rows = domains.map(domain => ({ domain, organization_id: organizationId }))
  const added = await db
    .insertInto('organization_domains')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .returning('domain as key')
    .execute()
  return missing(domains, added)
}

/** A tenant that stays keeps the time and the ground of its confirmation; a new one stands on our word alone. */
async function replaceTenants(trx: Trx, { organizationId, tenants, at }: Routes): Promise<readonly string[]> {
  const db = tables(trx)
  const own = db.selectFrom('entra_tenants').select('tenant_id as key').where('organization_id', '=', organizationId)
  const gone = (await own.execute()).map(({ key }) => key).filter(key => !tenants.includes(key))
  if (gone.length > 0)
    await db
      .deleteFrom('entra_tenants')
      .where('organization_id', '=', organizationId)
      .where('tenant_id', 'in', gone)
      .execute()
  if (tenants.length === 0) return []
  const rows = tenants.map(tenant => ({
    tenant_id: tenant,
    organization_id: organizationId,
    confirmed_at: at,
    proof: 'operator' as const
  }))
  await db
    .insertInto('entra_tenants')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return missing(tenants, await own.execute())
}

const missing = (wanted: readonly string[], there: readonly { readonly key: string }[]): readonly string[] =>
  wanted.filter(key => !there.some(row => row.key === key))

export async function isWorkosIdTaken(
  trx: Trx,
  { workosOrganizationId, externalId }: { readonly workosOrganizationId: string; readonly externalId: string }
): Promise<boolean> {
  const row = await tables(trx)
    .selectFrom('organizations')
    .select('id')
    .where('workos_organization_id', '=', workosOrganizationId)
    .where('external_id', '!=', externalId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether anybody may still come in. */
const isOpen = (column: string) => sql<boolean>`${sql.ref(column)} is distinct from 'all'`

export async function close(trx: Trx, { organizationId, to }: { organizationId: string; to: Closed }): Promise<void> {
  await tables(trx).updateTable('organizations').set({ closed: to }).where('id', '=', organizationId).execute()
}

export async function findOrganization(trx: Trx, id: string): Promise<Organization | undefined> {
  const row = await tables(trx)
    .selectFrom('organizations')
    .select(['id', 'settings', 'closed'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toOrganization(row)
}

export async function findByWorkos(trx: Trx, workosOrganizationId: string): Promise<Organization | undefined> {
  const row = await tables(trx)
    .selectFrom('organizations')
    .select(['id', 'settings', 'closed'])
    .where('workos_organization_id', '=', workosOrganizationId)
    // Its directory has nothing more to say.
    .where('closed', 'is', null)
    .executeTakeFirst()
  return row && toOrganization(row)
}

export async function findByDomain(trx: Trx, domain: string): Promise<Organization | undefined> {
  const row = await tables(trx)
    .selectFrom('organization_domains as d')
    .innerJoin('organizations as o', 'o.id', 'd.organization_id')
    .select(['o.id', 'o.settings', 'o.closed'])
    .where('d.domain', '=', domain.toLowerCase())
    .where(isOpen('o.closed'))
    .executeTakeFirst()
  return row && toOrganization(row)
}

export async function findByTenant(trx: Trx, tenantId: string): Promise<Organization | undefined> {
  const row = await tables(trx)
    .selectFrom('entra_tenants as t')
    .innerJoin('organizations as o', 'o.id', 't.organization_id')
    .select(['o.id', 'o.settings', 'o.closed'])
    .where('t.tenant_id', '=', tenantId)
    .where(isOpen('o.closed'))
    .executeTakeFirst()
  return row && toOrganization(row)
}

/** Other companies that have the same learning site. */
export async function othersOnSite(
  trx: Trx,
  { externalId, subdomain }: { readonly externalId: string; readonly subdomain: string }
): Promise<readonly StoredSettings[]> {
  const rows = await tables(trx)
    .selectFrom('organizations')
    .select('settings')
    .where('external_id', '!=', externalId)
    .where(sql<boolean>`settings->'learningSite'->>'subdomain' = ${subdomain}`)
    .execute()
  return rows.map(({ settings }) => storedSettingsSchema.parse(settings))
}

/** Those whose people CI may sign in by a mailed code. */
export async function listWithCodes(trx: Trx): Promise<readonly Organization[]> {
  const rows = await tables(trx)
    .selectFrom('organizations')
    .select(['id', 'settings', 'closed'])
    .where(sql<boolean>`(settings->>'signIn' = 'own' or settings->>'settingUp' = 'true')`)
    .where(isOpen('closed'))
    .orderBy('id')
    .execute()
  return rows.map(toOrganization)
}

export async function externalIdOf(trx: Trx, id: string): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('organizations')
    .select('external_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.external_id
}

export async function idOfExternal(trx: Trx, externalId: string): Promise<string | undefined> {
  const row = await tables(trx)
    .selectFrom('organizations')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  return row?.id
}

export async function listIds(trx: Trx): Promise<readonly string[]> {
  const rows = await tables(trx)
    .selectFrom('organizations')
    .select('id')
    .where('closed', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

export const findSecret = (trx: Trx, organizationId: string, name: string) =>
  tables(trx)
    .selectFrom('organization_secrets')
    .select(['wrapped_key', 'sealed'])
    .where('organization_id', '=', organizationId)
    .where('name', '=', name)
    .executeTakeFirst()

export async function saveSecret(
  trx: Trx,
  row: {
    readonly organizationId: string
    readonly name: string
    readonly wrappedKey: Buffer
    readonly sealed: Buffer
    readonly at: Date
  }
): Promise<void> {
  const values = { wrapped_key: row.wrappedKey, sealed: row.sealed, updated_at: row.at }
  await tables(trx)
    .insertInto('organization_secrets')
    .values({ organization_id: row.organizationId, name: row.name, ...values })
    .onConflict(conflict => conflict.columns(['organization_id', 'name']).doUpdateSet(values))
    .execute()
}
