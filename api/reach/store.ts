/** SQL of what Microsoft said when it was asked, and of what people and mail servers said about mail. */
import type { ReachCheck } from '../contract/reach.ts'
import type { Trx } from '../platform/database.ts'

type ReachTables = {
  /** Written as text; the driver hands JSON columns over parsed. */
  reach_checks: { organization_id: string; tenant_id: string; answer: string; checked_at: Date }
  mail_standing: {
    organization_id: string
    person_id: string
    stopped_at: Date | null
    refused_address: string | null
    refused_reason: string | null
    refused_at: Date | null
  }
}

export type MailStanding = ReachTables['mail_standing']

const tables = (trx: Trx) => trx.withTables<ReachTables>()

export async function saveCheck(trx: Trx, organizationId: string, check: ReachCheck): Promise<void> {
  const row = { answer: JSON.stringify(check), checked_at: new Date(check.checkedAt) }
  await tables(trx)
    .insertInto('reach_checks')
    .values({ organization_id: organizationId, tenant_id: check.tenantId, ...row })
    .onConflict(conflict => conflict.columns(['organization_id', 'tenant_id']).doUpdateSet(row))
    .execute()
}

export const listChecks = (trx: Trx, organizationId: string): Promise<{ answer: unknown }[]> =>
  tables(trx)
    .selectFrom('reach_checks')
    .select('answer')
    .where('organization_id', '=', organizationId)
    .orderBy('tenant_id')
    .execute()

/** What was found holds no longer once the settings change. */
export async function forgetChecks(trx: Trx, organizationId: string): Promise<void> {
  await tables(trx).deleteFrom('reach_checks').where('organization_id', '=', organizationId).execute()
}

type PersonKey = { readonly organizationId: string; readonly personId: string }

export const findMailStanding = (trx: Trx, key: PersonKey): Promise<MailStanding | undefined> =>
  tables(trx)
    .selectFrom('mail_standing')
    .selectAll()
    .where('organization_id', '=', key.organizationId)
    .where('person_id', '=', key.personId)
    .executeTakeFirst()

export async function saveMailStanding(
  trx: Trx,
  { organizationId, personId }: PersonKey,
  change: Partial<Omit<MailStanding, 'organization_id' | 'person_id'>>
): Promise<void> {
  const none = { stopped_at: null, refused_address: null, refused_reason: null, refused_at: null }
  await tables(trx)
    .insertInto('mail_standing')
    .values({ organization_id: organizationId, person_id: personId, ...none, ...change })
    .onConflict(conflict => conflict.columns(['organization_id', 'person_id']).doUpdateSet(change))
    .execute()
}
